import { type Context, Hono } from 'hono'
import { type Fault, hrefIn } from '../../design/index.ts'
import { isRowId, notFound } from '../../platform/index.ts'
import { speak } from '../messages/index.ts'
import type { SigningIn } from '../signing-in/actions.ts'
import { readForm } from '../signing-in/routes.tsx'
import { type HouseEnv, memberIn } from '../visits/model.ts'
import { chooseMail, readMailToken, readNotice, readNoticesUpTo } from './actions.ts'
import { wordsOf } from './letters/model.ts'
import { mailPreferences, type NoticeRegistry } from './model.ts'
import { findMailPreference, listNotices } from './queries.ts'
import { LettersBody, LettersGoneBody, NoticesBody } from './views.tsx'

type Ctx = Context<HouseEnv>
type Reading = { signingIn: SigningIn; registry: NoticeRegistry }

/** `/account/notices`: what a person was told, and how they hear of it by mail. */
export function noticeRoutes(signingIn: SigningIn, registry: NoticeRegistry): Hono<HouseEnv> {
  const { db } = signingIn
  const app = new Hono<HouseEnv>()
  const reading = { signingIn, registry }

  app.get('/account/notices', (c) => render(c, reading))

  app.post('/account/notices/read', async (c) => {
    const { personId } = memberIn(c.var.visit)
    const { latest = '' } = await readForm(c)
    await readNoticesUpTo(db, personId, latest, c.var.visit.now)
    return done(c, 'read')
  })

  app.post('/account/notices/mail', async (c) => {
    const { personId } = memberIn(c.var.visit)
    const preference = preferenceIn(await readForm(c))
    if (!preference) return render(c, reading, [faultIn(c)])
    await chooseMail(db, personId, preference)
    return done(c, 'mail')
  })

  app.post('/account/notices/:id/read', async (c) => {
    const { locale, now } = c.var.visit
    const { personId } = memberIn(c.var.visit)
    const notice = await readNotice(db, personId, c.req.param('id'), now)
    const { open } = await readForm(c)
    if (open !== 'yes') return done(c, 'read')
    return c.redirect(hrefIn(locale, wordsOf(locale, registry, notice).path), 303)
  })

  // Where a form was answered with faults, a reload or another language comes back to the whole page.
  app.get('/account/notices/:part{read|mail}', (c) => {
    memberIn(c.var.visit)
    return c.redirect(hrefIn(c.var.visit.locale, '/account/notices'), 303)
  })

  addLetters(app, signingIn)
  return app
}

// Whoever holds the link of a letter may use it, signed in or not; a mail program does so by itself (RFC 8058).
function addLetters(app: Hono<HouseEnv>, signingIn: SigningIn): void {
  const { db, keyOf } = signingIn
  const path = '/account/notices/letters'

  app.get(path, (c) => {
    const isDone = c.req.query('done') === 'mail'
    return renderLetters(c, signingIn, c.req.query('token') ?? '', { isDone })
  })

  app.post(path, async (c) => {
    const form = await readForm(c)
    // The mail program sends to the address in the letter, and nothing but these words.
    const token = form['token'] ?? c.req.query('token') ?? ''
    const personId = readMailToken(keyOf, token)
    if (personId === undefined) return renderGone(c)
    if (form['List-Unsubscribe'] === 'One-Click') {
      await chooseMail(db, personId, 'never')
      // A mail program is not to be led elsewhere (RFC 8058, 3.1).
      return renderLetters(c, signingIn, token, { isDone: true })
    }
    const preference = preferenceIn(form)
    if (!preference) return renderLetters(c, signingIn, token, { faults: [faultIn(c)] })
    if (!(await chooseMail(db, personId, preference))) return renderGone(c)
    const query = new URLSearchParams({ token, done: 'mail' }).toString()
    return c.redirect(`${hrefIn(c.var.visit.locale, path)}?${query}`, 303)
  })
}

const preferenceIn = (form: Record<string, string>) => mailPreferences.find((name) => name === form['mail'])

const faultIn = (c: Ctx) => ({
  field: 'mail-choice',
  message: speak(c.var.visit.locale)('notices.mail.fault'),
})

function done(c: Ctx, what: 'read' | 'mail') {
  return c.redirect(`${hrefIn(c.var.visit.locale, '/account/notices')}?done=${what}`, 303)
}

async function render(c: Ctx, { signingIn: { db }, registry }: Reading, faults: Fault[] = []) {
  const { locale } = c.var.visit
  const { personId } = memberIn(c.var.visit)
  const say = speak(locale)
  const before = c.req.query('before')
  if (before !== undefined && !isRowId(before)) throw notFound()
  const word = (['read', 'mail'] as const).find((what) => what === c.req.query('done'))
  if (faults.length > 0) c.status(422)
  const facts = {
    registry,
    ...(await listNotices(db, personId, before)),
    isFirst: before === undefined,
    preference: await findMailPreference(db, personId),
    notice: word && faults.length === 0 ? say(`notices.done.${word}`) : undefined,
    faults,
  }
  return c.render(<NoticesBody locale={locale} facts={facts} />, {
    title: say('notices.title'),
    section: '/account',
    noindex: true,
  })
}

async function renderLetters(
  c: Ctx,
  { db, keyOf }: SigningIn,
  token: string,
  { isDone = false, faults = [] }: { isDone?: boolean; faults?: Fault[] },
) {
  const { locale } = c.var.visit
  const personId = readMailToken(keyOf, token)
  const preference = personId === undefined ? undefined : await findMailPreference(db, personId)
  if (preference === undefined) return renderGone(c)
  if (faults.length > 0) c.status(422)
  return c.render(
    <LettersBody locale={locale} token={token} preference={preference} isDone={isDone} faults={faults} />,
    { title: speak(locale)('notices.letters.title'), noindex: true },
  )
}

function renderGone(c: Ctx) {
  const { locale } = c.var.visit
  c.status(410)
  return c.render(<LettersGoneBody locale={locale} />, {
    title: speak(locale)('notices.letters.title'),
    noindex: true,
  })
}
