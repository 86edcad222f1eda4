import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import { hrefIn } from '../../design/index.ts'
import { badRequest, notAllowed, Refusal } from '../../platform/index.ts'
import { demonstrationPassword, demonstrationPeople } from '../demonstration/model.ts'
import { speak } from '../messages/index.ts'
import { partyOf } from '../passkeys/model.ts'
import { readRecoveryCode } from '../recovery-codes/model.ts'
import { stepCookie, stepMinutes } from '../second-steps/model.ts'
import type { HouseEnv } from '../visits/model.ts'
import {
  askForLink,
  type Caller,
  readSignInLink,
  signInByLink,
  signInByPassword,
  type SigningIn,
  signOut,
} from './actions.ts'
import { type Entered, type Opened, takeSecondStep } from './entering/actions.ts'
import { readNext } from './model.ts'
import { hostOf } from './provider/model.ts'
import { LinkBody, LinkGoneBody, LinkSentBody, SignInBody, type SignInForm } from './views.tsx'

type Ctx = Context<HouseEnv>

/** `/sign-in` by password or link, `/sign-out`, and signing in by password for programs. */
export function signInRoutes(signingIn: SigningIn): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get('/sign-in', (c) => {
    const { viewer, locale } = c.var.visit
    const next = readNext(c.req.query('next'))
    const isAgain = c.req.query('again') !== undefined
    if (viewer.kind === 'person' && !isAgain) return c.redirect(next ?? hrefIn(locale, '/account'), 303)
    return renderForm(c, signingIn, { next, faults: [] })
  })

  app.post('/sign-in', async (c) => {
    refuseForeignForm(c, signingIn)
    const given = await readForm(c)
    return given['way'] === 'link' ? byLink(c, signingIn, given) : byPassword(c, signingIn, given)
  })

  app.get('/sign-in/sent', (c) => {
    const { locale } = c.var.visit
    const title = speak(locale)('signIn.sentTitle')
    const outbox = signingIn.demonstration
    return c.render(<LinkSentBody locale={locale} outbox={outbox} />, { title, noindex: true })
  })

  app.get('/sign-in/link', async (c) => {
    const { locale, now } = c.var.visit
    const token = c.req.query('token') ?? ''
    const link = await readSignInLink(signingIn, token, now)
    if (!link) return renderGone(c)
    const title = speak(locale)('signIn.title')
    return c.render(<LinkBody locale={locale} token={token} email={link.email} />, { title, noindex: true })
  })

  app.post('/sign-in/link', async (c) => {
    refuseForeignForm(c, signingIn)
    const { token = '' } = await readForm(c)
    const opened = await signInByLink(signingIn, token, callerOf(c))
    return opened ? enter(c, opened) : renderGone(c)
  })

  app.post('/sign-out', async (c) => {
    takeCookies(c, await signOut(signingIn, c.req.raw.headers))
    return c.redirect(hrefIn(c.var.visit.locale, '/'), 303)
  })

  app.post('/api/auth/sign-in/email', async (c) => {
    if (!/^application\/json\b/.test(c.req.header('content-type') ?? '')) throw new Refusal(415)
    const body: unknown = await c.req.json().catch(() => undefined)
    const read = passwordShape.safeParse(body)
    if (!read.success)
      throw badRequest('Send JSON with the fields email and password, and code where one is asked for.')
    const { code, ...given } = read.data
    const entered = await signInByPassword(signingIn, given, callerOf(c))
    if (!entered) throw new Refusal(401, 'This address and password do not belong together.')
    takeCookies(
      c,
      (entered.kind === 'opened' ? entered : await withCode(c, signingIn, entered.token, code)).headers,
    )
    return c.json({ signedIn: true })
  })

  return app
}

const passwordShape = z.object({
  email: z.string(),
  password: z.string(),
  code: z.string().max(100).optional(),
})

/** The second step of a program, which sends a code from the app or a recovery code along with the password. */
async function withCode(
  c: Ctx,
  signingIn: SigningIn,
  token: string,
  code: string | undefined,
): Promise<Opened> {
  if (code === undefined)
    throw new Refusal(
      401,
      'A code is needed: this account asks for one from its app. Send it as code, beside the password.',
    )
  const kind = readRecoveryCode(code) === undefined ? 'code' : 'recovery-code'
  const answer = await takeSecondStep(signingIn, token, { kind, code }, callerOf(c))
  if (answer.kind !== 'opened') throw new Refusal(401, 'This code is not right, or was used before.')
  return answer
}

async function byPassword(c: Ctx, signingIn: SigningIn, given: Record<string, string>) {
  const { email = '', password = '' } = given
  const next = readNext(given['next'])
  const say = speak(c.var.visit.locale)
  const faults: SignInForm['faults'] = []
  if (!email.includes('@')) faults.push({ field: 'email', message: say('signIn.emailFault') })
  if (password === '') faults.push({ field: 'password', message: say('signIn.passwordMissing') })
  if (faults.length > 0) return renderForm(c, signingIn, { email, next, faults })
  const entered = await signInByPassword(signingIn, { email, password, next }, callerOf(c))
  if (entered) return enter(c, entered)
  return renderForm(c, signingIn, {
    email,
    next,
    faults: [{ field: 'password', message: say('signIn.wrong') }],
  })
}

async function byLink(c: Ctx, signingIn: SigningIn, given: Record<string, string>) {
  const { locale } = c.var.visit
  const { email = '' } = given
  const next = readNext(given['next'])
  if (await askForLink(signingIn, { email, locale, next }, callerOf(c)))
    return c.redirect(hrefIn(locale, '/sign-in/sent'), 303)
  const faults = [{ field: 'email' as const, message: speak(locale)('signIn.emailFault') }]
  return renderForm(c, signingIn, { email, next, faults })
}

/** The page that signs in, with what was sent and what is to be mended. */
export function renderForm(c: Ctx, { demonstration, publicUrl, provider }: SigningIn, form: SignInForm) {
  const { locale } = c.var.visit
  if (form.faults.length > 0) c.status(422)
  const say = speak(locale)
  const shown = demonstration
    ? {
        password: demonstrationPassword,
        people: demonstrationPeople.map(({ email, does }) => ({ email, does })),
      }
    : undefined
  const facts = {
    form,
    demonstration: shown,
    passkeys: partyOf(publicUrl) !== undefined,
    provider: provider?.isReady() ? hostOf(provider.issuer) : undefined,
  }
  return c.render(<SignInBody locale={locale} {...facts} />, {
    title: say('signIn.title'),
    section: '/sign-in',
    noindex: true,
  })
}

function renderGone(c: Ctx) {
  const { locale } = c.var.visit
  c.status(410)
  return c.render(<LinkGoneBody locale={locale} />, {
    title: speak(locale)('signIn.linkGone'),
    noindex: true,
  })
}

/** How cookies of this house are kept from scripts, other sites and other hosts. */
export const ownCookie = { path: '/', secure: true, httpOnly: true, sameSite: 'Lax' } as const

/** Lets somebody in who has shown enough, or leads them to the second step, bound to this browser by its cookie. */
export function enter(c: Ctx, entered: Entered) {
  const { locale } = c.var.visit
  if (entered.kind === 'asked') {
    setCookie(c, stepCookie, entered.token, { ...ownCookie, maxAge: stepMinutes * 60 })
    return c.redirect(hrefIn(locale, '/sign-in/code'), 303)
  }
  takeCookies(c, entered.headers)
  if (getCookie(c, stepCookie) !== undefined) deleteCookie(c, stepCookie, ownCookie)
  return c.redirect(entered.next ?? hrefIn(locale, '/account'), 303)
}

/** Sets the cookies that opening or closing a session answers. */
export function takeCookies(c: Ctx, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) c.header('set-cookie', cookie, { append: true })
}

/** Where a request comes from. */
export const callerOf = (c: Ctx): Caller => ({
  headers: c.req.raw.headers,
  network: c.var.visit.network,
  now: c.var.visit.now,
})

/** Another site must not sign a visitor in as somebody else, which needs no cookie of theirs. */
export function refuseForeignForm(c: Ctx, { publicUrl }: SigningIn): void {
  const origin = c.req.header('origin')
  if (origin === undefined ? c.req.header('sec-fetch-site') === 'cross-site' : origin !== publicUrl)
    throw notAllowed()
}

/** The text fields of a form; the first of each name. */
export async function readForm(c: Ctx): Promise<Record<string, string>> {
  const given = await c.req.parseBody().catch(() => ({}))
  return Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
}
