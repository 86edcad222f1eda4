import { type Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { hrefIn } from '../../design/index.ts'
import { isRowId, notFound } from '../../platform/index.ts'
import { renderAccount } from '../account/routes.tsx'
import { longestPasskeyName } from '../factors/model.ts'
import { changeOf } from '../factors/permissions.ts'
import { findFactors } from '../factors/queries.ts'
import { speak } from '../messages/index.ts'
import type { SigningIn } from '../signing-in/actions.ts'
import { readNext } from '../signing-in/model.ts'
import { callerOf, enter, ownCookie, readForm, refuseForeignForm, renderForm } from '../signing-in/routes.tsx'
import { type HouseEnv, memberIn } from '../visits/model.ts'
import {
  addPasskey,
  askForPasskey,
  askWho,
  removePasskey,
  renamePasskey,
  signInByPasskey,
} from './actions.ts'
import { challengeCookie, challengeMinutes, type PasskeyLine } from './model.ts'
import { listPasskeys } from './queries.ts'
import { PasskeyBody } from './views.tsx'

type Ctx = Context<HouseEnv>

/** `/sign-in/passkey`, and a person's own passkeys under `/account/passkeys`. */
export function passkeyRoutes(signingIn: SigningIn): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  addSigningIn(app, signingIn)

  app.post('/account/passkeys/challenge', async (c) => {
    const by = memberIn(c.var.visit)
    const { options, token } = await askForPasskey(signingIn, by, c.var.visit.now)
    keepToken(c, token)
    return c.json(options)
  })

  app.post('/account/passkeys', async (c) => {
    const by = memberIn(c.var.visit)
    const { answer = '', passkeyName = '' } = await readForm(c)
    const token = getCookie(c, challengeCookie) ?? ''
    const fault = await addPasskey(signingIn, by, { token, answer, name: passkeyName }, c.var.visit.now)
    if (!fault) return done(c, 'passkey')
    const faults = [{ field: 'passkeyName' as const, message: wordsOf(c, fault) }]
    return renderAccount(c, signingIn, { sent: { passkeyName }, faults })
  })

  app.get('/account/passkeys/:id', async (c) => renderOne(c, signingIn, await passkeyAt(c, signingIn)))

  app.post('/account/passkeys/:id/name', async (c) => {
    const passkey = await passkeyAt(c, signingIn)
    const { passkeyName = '' } = await readForm(c)
    const renamed = { id: passkey.id, name: passkeyName }
    if (await renamePasskey(signingIn, memberIn(c.var.visit), renamed)) return done(c, 'passkeyName')
    return renderOne(c, signingIn, passkey, { sent: passkeyName, fault: wordsOf(c, 'name') })
  })

  app.post('/account/passkeys/:id/end', async (c) => {
    const passkey = await passkeyAt(c, signingIn)
    await removePasskey(signingIn, memberIn(c.var.visit), passkey.id, c.var.visit.now)
    return done(c, 'passkeyEnd')
  })

  // Where a form was answered with faults, a reload or another language comes back to the whole page.
  app.get('/account/passkeys', (c) => {
    memberIn(c.var.visit)
    return c.redirect(hrefIn(c.var.visit.locale, '/account'), 303)
  })
  app.get('/account/passkeys/:id/name', async (c) => {
    const { id } = await passkeyAt(c, signingIn)
    return c.redirect(hrefIn(c.var.visit.locale, `/account/passkeys/${id}`), 303)
  })
  return app
}

function addSigningIn(app: Hono<HouseEnv>, signingIn: SigningIn): void {
  app.post('/sign-in/passkey/challenge', async (c) => {
    refuseForeignForm(c, signingIn)
    const { options, token } = await askWho(signingIn, callerOf(c))
    keepToken(c, token)
    return c.json(options)
  })

  app.post('/sign-in/passkey', async (c) => {
    refuseForeignForm(c, signingIn)
    const { answer = '', ...given } = await readForm(c)
    const next = readNext(given['next'])
    const token = getCookie(c, challengeCookie) ?? ''
    const entered = await signInByPasskey(signingIn, { token, answer, next }, callerOf(c))
    if (entered) return enter(c, entered)
    const message = speak(c.var.visit.locale)('passkey.fault.failed')
    return renderForm(c, signingIn, { next, faults: [{ field: 'passkey', message }] })
  })

  app.get('/sign-in/passkey', (c) => renderForm(c, signingIn, { faults: [] }))
}

const keepToken = (c: Ctx, token: string) =>
  setCookie(c, challengeCookie, token, { ...ownCookie, maxAge: challengeMinutes * 60 })

const done = (c: Ctx, what: string) =>
  c.redirect(`${hrefIn(c.var.visit.locale, '/account')}?done=${what}`, 303)

function wordsOf(c: Ctx, fault: 'name' | 'failed'): string {
  const say = speak(c.var.visit.locale)
  return fault === 'name'
    ? say('passkey.fault.name', { count: longestPasskeyName })
    : say('passkey.fault.failed')
}

/** The passkey of the address. Refuses (404) one that is not theirs. */
async function passkeyAt(c: Ctx, { db }: SigningIn): Promise<PasskeyLine> {
  const by = memberIn(c.var.visit)
  const id = c.req.param('id') ?? ''
  const passkey = isRowId(id)
    ? (await listPasskeys(db, by.personId)).find((one) => one.id === id.toLowerCase())
    : undefined
  if (!passkey) throw notFound()
  return passkey
}

async function renderOne(
  c: Ctx,
  { db }: SigningIn,
  passkey: PasskeyLine,
  answer: { sent?: string; fault?: string } = {},
) {
  const { locale, now } = c.var.visit
  const by = memberIn(c.var.visit)
  const change = changeOf(by, await findFactors(db, by.personId), now)
  if (answer.fault !== undefined) c.status(422)
  const facts = { passkey, change, sent: answer.sent, fault: answer.fault }
  return c.render(<PasskeyBody locale={locale} {...facts} />, {
    title: passkey.name,
    section: '/account',
    noindex: true,
  })
}
