import { type Context, Hono } from 'hono'
import { hrefIn } from '../../design/index.ts'
import { type Db, isRowId, notFound } from '../../platform/index.ts'
import { askForAddress, confirmAddress, readAddressLink } from '../addresses/actions.ts'
import { AddressAnswerBody, AddressBody } from '../addresses/views.tsx'
import { changeOf } from '../factors/permissions.ts'
import { findFactors } from '../factors/queries.ts'
import { speak } from '../messages/index.ts'
import { partyOf } from '../passkeys/model.ts'
import { listPasskeys } from '../passkeys/queries.ts'
import { findPasswordHash } from '../people/queries.ts'
import { listSessions } from '../sessions/queries.ts'
import type { SigningIn } from '../signing-in/actions.ts'
import { hostOf } from '../signing-in/provider/model.ts'
import { unlinkProvider } from '../signing-in/provider/actions.ts'
import { listAccounts } from '../signing-in/provider/queries.ts'
import { isFresh } from '../signing-in/model.ts'
import { readForm } from '../signing-in/routes.tsx'
import { type HouseEnv, memberIn } from '../visits/model.ts'
import { changePassword, endOtherSessions, endSession } from './actions.ts'
import { AccountBody, type AccountFacts } from './views.tsx'

type Ctx = Context<HouseEnv>
type Answer = Partial<Pick<AccountFacts, 'sent' | 'faults'>>

/** `/account`: a person's own page, and what they change there. */
export function accountRoutes(signingIn: SigningIn): Hono<HouseEnv> {
  const { db } = signingIn
  const app = new Hono<HouseEnv>()

  app.get('/account', (c) => renderAccount(c, signingIn, {}))

  app.post('/account/email', async (c) => {
    const { visit } = c.var
    const by = memberIn(visit)
    const { email = '' } = await readForm(c)
    const fault = await askForAddress(signingIn, by, { email, locale: visit.locale }, visit.now)
    if (!fault) return done(c, 'email')
    const message = speak(visit.locale)(fault === 'same' ? 'account.emailSame' : 'signIn.emailFault')
    return renderAccount(c, signingIn, { sent: { email }, faults: [{ field: 'email', message }] })
  })

  app.post('/account/password', async (c) => {
    const { locale, now } = c.var.visit
    const by = memberIn(c.var.visit)
    const { current = '', password = '' } = await readForm(c)
    const answer = await changePassword(signingIn, by, { current, next: password, locale }, now)
    if (!answer) return done(c, 'password')
    const say = speak(locale)
    return renderAccount(c, signingIn, {
      faults: [
        'wrong' in answer
          ? { field: 'current', message: say('account.passwordWrong') }
          : { field: 'password', message: say(`account.fault.${answer.fault}`) },
      ],
    })
  })

  app.post('/account/sessions/others/end', async (c) => {
    await endOtherSessions(db, memberIn(c.var.visit))
    return done(c, 'session')
  })

  app.post('/account/sessions/:id/end', async (c) => {
    const by = memberIn(c.var.visit)
    const id = c.req.param('id')
    if (!isRowId(id)) throw notFound()
    await endSession(db, by, id)
    return done(c, 'session')
  })

  app.post('/account/provider/:id/unlink', async (c) => {
    const by = memberIn(c.var.visit)
    const id = c.req.param('id')
    if (!isRowId(id)) throw notFound()
    await unlinkProvider(signingIn, by, id)
    return done(c, 'provider')
  })

  addConfirmation(app, db)
  // Where a form was answered with faults, a reload or another language comes back to the whole page.
  app.get('/account/:part{email|password}', (c) => {
    memberIn(c.var.visit)
    return c.redirect(hrefIn(c.var.visit.locale, '/account'), 303)
  })
  return app
}

// Whoever holds a link from one of the mailboxes may use it, signed in or not.
function addConfirmation(app: Hono<HouseEnv>, db: Db): void {
  const path = '/account/email/confirmation'
  app.get(path, async (c) => {
    const { locale, now } = c.var.visit
    const token = c.req.query('token') ?? ''
    const link = await readAddressLink(db, token, now)
    if (!link) return renderAnswer(c, 'gone')
    const title = speak(locale)('address.title')
    return c.render(<AddressBody locale={locale} token={token} link={link} />, { title, noindex: true })
  })
  app.post(path, async (c) => {
    const { token = '' } = await readForm(c)
    return renderAnswer(c, await confirmAddress(db, token, c.var.visit.now))
  })
}

function renderAnswer(c: Ctx, answer: 'half' | 'done' | 'gone') {
  const { locale } = c.var.visit
  if (answer === 'gone') c.status(410)
  const title = speak(locale)('address.title')
  return c.render(<AddressAnswerBody locale={locale} answer={answer} />, { title, noindex: true })
}

const notices = {
  email: 'account.emailAsked',
  password: 'account.passwordChanged',
  session: 'account.session.ended',
  passkey: 'passkey.done.added',
  passkeyName: 'passkey.done.renamed',
  passkeyEnd: 'passkey.done.removed',
  codes: 'codes.done.off',
  provider: 'account.provider.unlinked',
} as const

function done(c: Ctx, what: keyof typeof notices) {
  return c.redirect(`${hrefIn(c.var.visit.locale, '/account')}?done=${what}`, 303)
}

/** The page of a person's account, with what was sent and what is to be mended. */
export async function renderAccount(c: Ctx, signingIn: SigningIn, { sent = {}, faults = [] }: Answer) {
  const { db, provider } = signingIn
  const { locale, now } = c.var.visit
  const person = memberIn(c.var.visit)
  const say = speak(locale)
  const [, notice] = Object.entries(notices).find(([what]) => what === c.req.query('done')) ?? []
  const factors = await findFactors(db, person.personId)
  const facts = {
    person,
    factors,
    change: changeOf(person, factors, now),
    passkeys: await listPasskeys(db, person.personId),
    hasParty: partyOf(signingIn.publicUrl) !== undefined,
    sessions: await listSessions(db, person.personId, now),
    hasPassword: (await findPasswordHash(db, person.personId)) !== undefined,
    accounts: await listAccounts(db, person.personId),
    provider: provider?.isReady() ? hostOf(provider.issuer) : undefined,
    isFresh: isFresh(person.session, now),
    notice: notice === undefined || faults.length > 0 ? undefined : say(notice),
    sent,
    faults,
  }
  if (faults.length > 0) c.status(422)
  return c.render(<AccountBody locale={locale} facts={facts} />, {
    title: say('account.title'),
    section: '/account',
    noindex: true,
  })
}
