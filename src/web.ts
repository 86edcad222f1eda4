/** Which room answers which address, and what every request passes on its way in and out. */
import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getPath } from 'hono/utils/url'
import { isForPrograms, isOpenWithOneFactor } from './access.ts'
import {
  type House,
  type HouseEnv,
  type HouseKnown,
  type HouseSettings,
  keepKnown,
  openSigningIn,
  type SigningIn,
  stranger,
  findLogo,
  type Viewer,
  viewerOf,
} from './community/index.ts'
import { claimsDeskRoutes } from './community/claims/desk-routes.tsx'
import { deskRoutes } from './community/roles/desk-routes.tsx'
import { pageRoutes } from './community/settings/pages/routes.tsx'
import { settingsRoutes } from './community/settings/desk-routes.tsx'
import { communityRoutes } from './community/routes.tsx'
import { type Asset, defaultLocale, findColours, hrefIn, loadAssets, splitLocale } from './design/index.ts'
import { answerFailure, answerMissing, isForProgram, leadToSecondFactor } from './failures.ts'
import { housePage } from './home/pages/views.tsx'
import { picturesDeskRoutes } from './information/desk/pictures/desk-routes.tsx'
import { homeRoutes } from './home/routes.tsx'
import { keptAnswer } from './kept.ts'
import { standingAddress } from './information/index.ts'
import { recordDeskRoutes } from './information/desk/desk-routes.ts'
import { informationRoutes } from './information/routes.tsx'
import { houseHeld } from './held.ts'
import { callsApi } from './practice/index.ts'
import { practiceRoutes } from './practice/routes.tsx'
import { houseNotices } from './notices.ts'
import { houseRoles } from './roles.ts'
import { houseScopes } from './scopes.ts'
import {
  clientAddress,
  compressed,
  type Db,
  encodingFor,
  limitOf,
  type Log,
  type FileStore,
  Refusal,
  refuseForeign,
  securityHeaders,
  type Settings,
  tagged,
  withinTime,
} from './platform/index.ts'

export type Wiring = {
  db: Db
  files: FileStore
  log: Log
  settings: Pick<
    Settings,
    'publicUrl' | 'demonstration' | 'trustProxy' | 'readsPerMinute' | 'staffSecondFactor'
  > &
    Partial<Pick<Settings, 'provider'>>
  /** What cookies are signed with. */
  secret: string
  clock(): Temporal.Instant
  /** Who is looking, where it is not the session that says so: in tests. */
  viewerOf?(request: Request): Viewer
  /** Whether the database has been brought up to date, without which no page can be shown. */
  isOpen(): boolean
  /** What is not ready, in words; none when all is. */
  notReady(): Promise<string[]>
}

type Ctx = Context<HouseEnv>
type Next = () => Promise<void>

const largestBody = 1024 * 1024
const longestAnswer = 30_000
const longestSending = 180_000

const bounded = bodyLimit({
  maxSize: largestBody,
  onError: () => {
    throw new Refusal(413)
  },
})

/** The one form that sends more than words; its route has a limit of its own. */
const sendsPicture = (c: Ctx) =>
  c.req.method === 'POST' && /^\/desk\/[^/]+\/[^/]+\/pictures$/.test(c.req.path)

/** The whole portal. Routes are written without the language, which the address alone decides. */
export function openWeb(wiring: Wiring): Hono<HouseEnv> {
  const { db, files, settings, secret, clock, log } = wiring
  const known = oncePerVisit(keepKnown(db))
  const house: House = {
    db,
    files,
    known: known.read,
    demonstration: settings.demonstration !== 'none',
    publicUrl: settings.publicUrl,
  }
  const signingIn = openSigningIn({
    db,
    secret,
    clock,
    log,
    provider: settings.provider,
    publicUrl: settings.publicUrl,
    demonstration: settings.demonstration === 'full',
    staffSecondFactor: settings.staffSecondFactor,
    roles: houseRoles,
    scopes: houseScopes,
  })
  const app = new Hono<HouseEnv>({ getPath: (request) => splitLocale(getPath(request)).path })
  const failing = { ...wiring, lastRead: known.lastRead }
  app.onError((error, c) => answerFailure(c, error, failing))
  app.notFound((c) => answerMissing(c, app, failing))
  app.use(leave(wiring))
  app.get('/assets/:name', (c) => answerAsset(c, wiring))
  app.get('/healthz', (c) => c.json({ up: true }))
  app.get('/readyz', async (c) => {
    const faults = await wiring.notReady()
    return c.json({ ready: faults.length === 0, faults }, faults.length === 0 ? 200 : 503)
  })
  app.use(arrive(wiring, signingIn, house))
  app.use((c, next) => (sendsPicture(c) ? next() : bounded(c, next)))
  app.use((c, next) => withinTime(next, sendsPicture(c) ? longestSending : longestAnswer))
  app.route('/', communityRoutes(house, signingIn, { notices: houseNotices, held: houseHeld }))
  app.route('/', deskRoutes(house, signingIn))
  app.route('/', claimsDeskRoutes(house))
  app.route('/', settingsRoutes(house, houseHeld))
  app.route('/', pageRoutes(house))
  app.route('/', recordDeskRoutes(house))
  app.route('/', picturesDeskRoutes(house))
  app.route('/', practiceRoutes(house))
  app.route('/', informationRoutes(house, houseRoles, [callsApi]))
  app.route('/', homeRoutes(house, settings, houseRoles))
  return app
}

/** What the house knows, read once for all that is done at one moment; and the settings as they were when last read. */
function oncePerVisit(read: House['known']): { read: House['known']; lastRead(): HouseSettings | undefined } {
  const ofVisit = new WeakMap<Temporal.Instant, Promise<HouseKnown>>()
  let last: HouseSettings | undefined
  return {
    read(now) {
      const found = ofVisit.get(now)
      if (found) return found
      const reading = read(now)
      ofVisit.set(now, reading)
      reading.then(
        ({ settings }) => (last = settings),
        () => ofVisit.delete(now),
      )
      return reading
    },
    lastRead: () => last,
  }
}

/** On the way out: the headers every answer carries, compression, a line in the log. */
function leave(wiring: Wiring) {
  const { settings, log } = wiring
  const { publicUrl, demonstration } = settings
  const headersOf = securityHeaders({ publicUrl, noindex: demonstration !== 'none' })
  return async (c: Ctx, next: Next) => {
    const started = performance.now()
    await next()
    const accepted = c.req.header('accept-encoding')
    const written = writtenIn(c)
    const kept = isPrivate(c) ? undefined : await keptAnswer(c, wiring, headersOf(c.req.path), written)
    const answer = await answerFor(c, kept ?? c.res, accepted, kept ? undefined : written)
    for (const [name, value] of Object.entries(headersOf(c.req.path))) answer.headers.set(name, value)
    if (isPrivate(c)) answer.headers.set('cache-control', 'no-store')
    if (answer !== c.res) {
      // Assigning over an answer would merge the headers of both.
      c.res = undefined
      c.res = answer
    }
    const ms = Math.round(performance.now() - started)
    log.debug({ method: c.req.method, path: pathToLog(c), status: answer.status, ms }, 'answered')
  }
}

/** An answer as this reader takes it; one of the API says whether it is what they have already. */
async function answerFor(
  c: Ctx,
  made: Response,
  accepted: string | undefined,
  written?: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  const readable = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (!isForProgram(c) || !readable)
    return made.headers.has('cache-tag') ? made : compressed(made, accepted, written)
  const { status, headers } = made
  const answer = await tagged(c.req.raw, written ? new Response(written, { status, headers }) : made)
  if (answer.status === 200 && !answer.headers.has('cache-control'))
    answer.headers.set('cache-control', 'public, max-age=0, must-revalidate')
  return answer.headers.has('cache-tag') ? answer : compressed(answer, accepted)
}

// Says, between the renderer and the way out, that the page is not in its answer yet.
const apart = 'x-page-apart'

/** A page that was rendered, and not put into its answer yet: what is in an answer already must be copied to be read. */
function writtenIn(c: Ctx): Uint8Array<ArrayBuffer> | undefined {
  const page: string | undefined = c.get('page')
  if (page === undefined || !c.res.headers.has(apart)) return undefined
  c.res.headers.delete(apart)
  return Buffer.from(page)
}

/** What is in an address and opens something by itself is in no log. */
const pathToLog = ({ req }: Ctx) => req.path.replace(/^\/preview\/.*/, '/preview/…')

/** What is for one person, or leads to it, is kept by nobody on the way. */
function isPrivate(c: Ctx): boolean {
  const visit: HouseEnv['Variables']['visit'] | undefined = c.get('visit')
  return (
    /^\/(sign-in|sign-out|account|desk|preview|api\/auth|partners\/[^/]+\/edit)(\/|$)/.test(c.req.path) ||
    // A picture says itself who may keep it: one that anybody may see is the same for everybody.
    (visit?.viewer.kind === 'person' && !c.req.path.startsWith('/pictures/'))
  )
}

/** On the way in: the limit of the reader's address, requests from elsewhere, the one address of each page, who it is. */
function arrive({ settings, clock, isOpen, ...wiring }: Wiring, signingIn: SigningIn, house: House) {
  const limit = limitOf(settings.readsPerMinute, 60)
  return async (c: Ctx, next: Next) => {
    const url = new URL(c.req.url)
    const { locale, path } = splitLocale(url.pathname)
    const network = addressOf(c, settings.trustProxy)
    // A moment of this visit's own, by which what the house knows is read once for all of it.
    const now = Temporal.Instant.fromEpochNanoseconds(clock().epochNanoseconds)
    const visit = { locale, path: path + url.search, now, network, viewer: stranger }
    c.set('visit', visit)
    c.setRenderer(async (content, head) => {
      const { viewer } = c.var.visit
      const known = await house.known(now)
      const options = { locale, path: visit.path, settings, house: known.settings, viewer, head, content }
      c.set('page', String(housePage(options)))
      return c.body(null, { headers: { 'content-type': 'text/html; charset=UTF-8', [apart]: 'true' } })
    })
    if (!isOpen()) throw new Refusal(503)
    // No text of the database can hold it, and no address of ours does.
    if (/%00|\0/.test(c.req.url)) throw new Refusal(400)
    await limit(network)
    refuseForeign(c.req.raw, settings.publicUrl)
    const proper = properPath(url.pathname)
    if (proper !== url.pathname) return c.redirect(settings.publicUrl + proper + url.search, 301)
    if (!isForPrograms(path)) {
      const asked = { headers: c.req.raw.headers, method: c.req.method, path, network, now: visit.now }
      const viewer = wiring.viewerOf?.(c.req.raw) ?? (await viewerOf(signingIn, asked))
      c.set('visit', { ...visit, viewer })
      if (viewer.kind === 'person' && viewer.needsSecondFactor && !isOpenWithOneFactor(c.req.path))
        return leadToSecondFactor(c)
    }
    const elsewhere = await leadElsewhere(c, house, url)
    if (elsewhere) return elsewhere
    await next()
    return undefined
  }
}

/**
 * Where an address leads that was one once: in a language that is not on offer to the default one, for as long as it is not
 * (302); with a term that was merged to the one that stands for it, for good (301).
 */
async function leadElsewhere(c: Ctx, house: House, url: URL): Promise<Response | undefined> {
  const { locale, path } = splitLocale(url.pathname)
  if (locale === defaultLocale && url.search === '') return undefined
  const readable = c.req.method === 'GET' || c.req.method === 'HEAD'
  const known = await house.known(c.var.visit.now)
  if (!known.settings.languages.offered.includes(locale)) {
    if (!readable) throw new Refusal(404)
    return c.redirect(house.publicUrl + path + url.search, 302)
  }
  const standing = readable ? standingAddress(known, path, url.searchParams) : undefined
  return standing === undefined
    ? undefined
    : c.redirect(house.publicUrl + hrefIn(locale, path) + standing, 301)
}

/** Each page has one address: no double or closing slashes, `/fr/` with its slash, no prefix for the default language. */
export function properPath(path: string): string {
  const plain = path.replace(/\/{2,}/g, '/').replace(/^\/en(?=\/|$)/, '') || '/'
  const { path: inner } = splitLocale(plain)
  const prefix = inner === '/' ? plain.replace(/\/$/, '') : plain.slice(0, plain.length - inner.length)
  return inner === '/' ? `${prefix}/` : prefix + inner.replace(/\/$/, '')
}

function addressOf(c: Ctx, proxies: number): string {
  // A request made by a test has no connection.
  const connection = isServed(c) ? (getConnInfo(c).remote.address ?? '') : 'local'
  return clientAddress(connection, c.req.header('x-forwarded-for'), proxies)
}

const isServed = (c: Ctx) => typeof c.env === 'object' && c.env !== null && 'incoming' in c.env

async function answerAsset(c: Ctx, { db, isOpen }: Wiring): Promise<Response> {
  const { path } = c.req
  const asset: Asset | undefined =
    loadAssets().find(path) ?? findColours(path) ?? (isOpen() ? await findLogo(db, path) : undefined)
  if (!asset) return c.notFound()
  const encoding = encodingFor(c.req.header('accept-encoding'))
  const packed = encoding === 'br' ? asset.brotli : encoding === 'gzip' ? asset.gzip : undefined
  const headers = {
    'content-type': asset.type,
    // The name holds a hash of the content, so it never changes.
    'cache-control': 'public, max-age=31536000, immutable',
    ...(asset.brotli || asset.gzip ? { vary: 'Accept-Encoding' } : {}),
    ...(packed && encoding ? { 'content-encoding': encoding } : {}),
  }
  return c.body(packed ?? asset.body, 200, headers)
}
