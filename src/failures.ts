/** What went wrong as an answer: a page for people, a problem for programs. */
import { STATUS_CODES } from 'node:http'
import type { Context, Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { type HouseEnv, type HouseSettings, stranger } from './community/index.ts'
import { hrefIn, splitLocale } from './design/index.ts'
import { type Failure, failurePage } from './home/failures/views.tsx'
import {
  isDatabaseAway,
  type Log,
  logFailure,
  newReference,
  notAllowed,
  Refusal,
  type Settings,
} from './platform/index.ts'

type Ctx = Context<HouseEnv>
type Answering = {
  log: Log
  settings: Pick<Settings, 'publicUrl' | 'demonstration'>
  /** The settings as they were when last read; a page of failure asks nothing of the database. */
  lastRead?(): HouseSettings | undefined
}

/** What is at no address, or not by this method. */
export function answerMissing(c: Ctx, app: Hono<HouseEnv>, wiring: Answering): Promise<Response> {
  const readable = c.req.method === 'GET' || c.req.method === 'HEAD'
  const [handlers] = app.router.match('GET', c.req.path)
  const there = handlers.some(([[, route]]) => route.path !== '/*' && route.path !== '*')
  if (there && c.req.method === 'OPTIONS' && isForProgram(c)) return Promise.resolve(answerPreflight())
  return answerFailure(c, new Refusal(!readable && there ? 405 : 404), wiring)
}

/**
 * What pages of other sites may send along when they ask the API (Fetch, CORS): whether they have an answer already, and
 * nothing that says who somebody is.
 */
function answerPreflight(): Response {
  const headers = {
    allow: 'GET, HEAD, OPTIONS',
    'access-control-allow-methods': 'GET, HEAD',
    'access-control-allow-headers': 'If-None-Match',
    'access-control-max-age': '86400',
  }
  return new Response(null, { status: 204, headers })
}

/** The one place where what went wrong becomes a page: a sentence for a refusal, a reference number for a bug. */
export async function answerFailure(c: Ctx, error: Error, wiring: Answering): Promise<Response> {
  const refusal = refusalIn(error)
  const { locale, path } = splitLocale(new URL(c.req.url).pathname)
  if (refusal?.status === 401 && !isForProgram(c)) return leadToSignIn(c)
  const reference = refusal ? undefined : newReference()
  if (reference) logFailure(wiring.log, error, reference)
  const status = refusal?.status ?? 500
  const failure = {
    status,
    sentence: refusal?.message || undefined,
    retryAfter: refusal?.retryAfter,
    reference,
  }
  const visit: HouseEnv['Variables']['visit'] | undefined = c.get('visit')
  const viewer = visit?.viewer ?? stranger
  const answer = isForProgram(c)
    ? problemOf(failure)
    : await c.html(
        failurePage({
          locale,
          path,
          settings: wiring.settings,
          house: wiring.lastRead?.(),
          viewer,
          failure,
        }),
        status,
      )
  const headers = new Headers(answer.headers)
  headers.set('cache-control', 'no-store')
  if (failure.retryAfter ?? failure.status === 503)
    headers.set('retry-after', String(failure.retryAfter ?? 30))
  // RFC 9110 has a challenge with every 401, RFC 6750 says what it holds.
  if (failure.status === 401)
    headers.set('www-authenticate', c.req.header('authorization') ? 'Bearer error="invalid_token"' : 'Bearer')
  if (failure.status === 405) headers.set('allow', 'GET, HEAD')
  return new Response(answer.body, { status: failure.status, headers })
}

/** Whether a program asks, which reads a problem rather than a page. */
export const isForProgram = (c: Ctx) => c.req.path.startsWith('/api/')

// RFC 9457.
function problemOf({ status, sentence, reference }: Failure): Response {
  const problem = {
    type: 'about:blank',
    title: STATUS_CODES[status] ?? 'Refused',
    status,
    detail: sentence,
    reference,
  }
  return new Response(JSON.stringify(problem), { headers: { 'content-type': 'application/problem+json' } })
}

/** Whoever must sign in first comes back to what they wanted to read. */
function leadToSignIn(c: Ctx): Response {
  const url = new URL(c.req.url)
  const { locale } = splitLocale(url.pathname)
  const readable = c.req.method === 'GET' || c.req.method === 'HEAD'
  const next = readable ? `?next=${encodeURIComponent(url.pathname + url.search)}` : ''
  const location = `${hrefIn(locale, '/sign-in')}${next}`
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}

/** Whoever must show a second factor sets it up, or signs in with it, before anything else; the page says why. */
export function leadToSecondFactor(c: Ctx): Response {
  if (isForProgram(c))
    throw notAllowed('Your role needs a second factor: sign in with one, or set one up at /account.')
  return c.redirect(hrefIn(c.var.visit.locale, '/account'), 303)
}

function refusalIn(error: Error): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (isDatabaseAway(error)) return new Refusal(503)
  // Hono refuses by exceptions of its own, such as a path it cannot decode.
  if (error instanceof HTTPException && error.status < 500) return new Refusal(400)
  return undefined
}
