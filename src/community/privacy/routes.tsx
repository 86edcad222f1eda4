import { type Context, Hono } from 'hono'
import { hrefIn } from '../../design/index.ts'
import { speak } from '../messages/index.ts'
import { type Member, readEmail } from '../people/model.ts'
import { findPasswordHash } from '../people/queries.ts'
import type { SigningIn } from '../signing-in/actions.ts'
import { signOut } from '../signing-in/actions.ts'
import { isRecent } from '../signing-in/model.ts'
import { readForm } from '../signing-in/routes.tsx'
import { type House, type HouseEnv, memberIn } from '../visits/model.ts'
import { closeAccount, isLastToGrant } from './closing/actions.ts'
import { ClosingBody } from './closing/views.tsx'
import { gatherHeld, packHeld } from './download/actions.ts'
import { ArchivePage } from './download/views.tsx'
import { type Held, heldFor } from './held/model.ts'
import { proves } from './proofs/actions.ts'
import { listReadingsOf } from './readings/queries.ts'
import { PrivacyBody } from './views.tsx'
import { type LookLine, type Proof, YoursBody } from './yours/views.tsx'

type Ctx = Context<HouseEnv>
type Faults = Proof['faults']
type Wired = { signingIn: SigningIn; held: Held }

/** `/privacy`, what the house holds about people, and `/account/privacy`, what a person can do about it. */
export function privacyRoutes(house: House, signingIn: SigningIn, held: Held): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const wired = { signingIn, held }

  app.get('/privacy', async (c) => {
    const { locale, now } = c.var.visit
    const { retention } = (await house.known(now)).settings
    const closed = c.req.query('done') === 'closed'
    return c.render(<PrivacyBody locale={locale} held={heldFor(held, retention.days)} closed={closed} />, {
      title: speak(locale)('privacy.title'),
      section: '/privacy',
    })
  })

  app.get('/account/privacy', (c) => renderYours(c, wired))

  app.post('/account/privacy/download', async (c) => {
    const by = memberIn(c.var.visit)
    const { password = '' } = await readForm(c)
    const faults = await proofFaults(c, wired, by, password)
    return faults.length > 0 ? renderYours(c, wired, faults) : sendArchive(c, wired, by)
  })

  // Where the form was answered with faults, a reload or another language comes back to the whole page.
  app.get('/account/privacy/download', (c) => {
    memberIn(c.var.visit)
    return c.redirect(hrefIn(c.var.visit.locale, '/account/privacy'), 303)
  })

  app.get('/account/privacy/closing', (c) => renderClosing(c, wired))

  app.post('/account/privacy/closing', async (c) => {
    const { locale, now } = c.var.visit
    const by = memberIn(c.var.visit)
    const { email = '', password = '' } = await readForm(c)
    const faults = await proofFaults(c, wired, by, password)
    if (readEmail(email) !== by.email)
      faults.unshift({ field: 'email', message: speak(locale)('privacy.closeFault', { email: by.email }) })
    if (faults.length > 0) return renderClosing(c, wired, { typed: email, faults })
    const { db, roles } = signingIn
    // Who cannot close is told so by the page itself.
    if (!(await closeAccount(db, { held, roles }, by, now))) return renderClosing(c, wired, { refused: true })
    for (const cookie of (await signOut(signingIn, c.req.raw.headers)).getSetCookie())
      c.header('set-cookie', cookie, { append: true })
    return c.redirect(`${hrefIn(locale, '/privacy')}?done=closed`, 303)
  })

  return app
}

async function proofFaults(c: Ctx, { signingIn }: Wired, by: Member, password: string): Promise<Faults> {
  const say = speak(c.var.visit.locale)
  const answer = await proves(signingIn.db, by, password, c.var.visit.now)
  if (answer === 'wrong') return [{ field: 'password', message: say('privacy.staleFault') }]
  return answer === 'no-password' ? [{ field: 'link-again', message: say('privacy.staleNone') }] : []
}

async function proofOf(c: Ctx, { signingIn }: Wired, faults: Faults): Promise<Proof> {
  const by = memberIn(c.var.visit)
  return {
    email: by.email,
    stale: !isRecent(by.session, c.var.visit.now),
    hasPassword: (await findPasswordHash(signingIn.db, by.personId)) !== undefined,
    faults,
  }
}

async function renderYours(c: Ctx, wired: Wired, faults: Faults = []) {
  const { locale } = c.var.visit
  const by = memberIn(c.var.visit)
  const proof = await proofOf(c, wired, faults)
  const looks = await looksAt(c, wired, by)
  if (faults.length > 0) c.status(422)
  return c.render(<YoursBody locale={locale} proof={proof} looks={looks} />, {
    title: speak(locale)('privacy.yours'),
    section: '/account',
    noindex: true,
  })
}

async function looksAt(c: Ctx, { signingIn, held }: Wired, by: Member): Promise<LookLine[]> {
  const { locale } = c.var.visit
  const found = await listReadingsOf(signingIn.db, by.personId, 100)
  const list = new Intl.ListFormat(locale)
  return found.map(({ at, roles, what }) => {
    const offices = roles.map((role) => signingIn.roles.find(role)?.words(locale).name ?? role)
    return {
      at,
      office: list.format(offices) || speak(locale)('privacy.looked.staff'),
      what: list.format(what.map((id) => held.sensitive(id)?.words(locale) ?? id)),
    }
  })
}

async function renderClosing(
  c: Ctx,
  wired: Wired,
  { typed = '', faults = [], refused = false }: { typed?: string; faults?: Faults; refused?: boolean } = {},
) {
  const { locale, now } = c.var.visit
  const by = memberIn(c.var.visit)
  const { db, roles } = wired.signingIn
  const isLast = await isLastToGrant(db, roles, by, now)
  const proof = await proofOf(c, wired, isLast ? [] : faults)
  if (refused || faults.length > 0) c.status(422)
  return c.render(
    <ClosingBody locale={locale} held={wired.held} proof={proof} typed={typed} isLast={isLast} />,
    { title: speak(locale)('privacy.close'), section: '/account', noindex: true },
  )
}

async function sendArchive(c: Ctx, { signingIn, held }: Wired, by: Member) {
  const { locale, now } = c.var.visit
  const gathered = await gatherHeld(signingIn.db, held, by)
  const page = <ArchivePage locale={locale} held={held} email={by.email} at={now} gathered={gathered} />
  const day = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  return c.body(new Uint8Array(packHeld((await page).toString(), gathered, now)), 200, {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="about-me-${day}.zip"`,
  })
}
