/** What stands in front of the framework: a kept page is answered at once, and made once however many ask for it. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { AsyncLocalStorage } from 'node:async_hooks'
import { noting, unwatched } from './shown.ts'
import { type Page, pageOf } from './page.ts'
import type { Mark, PageCache } from './pageCache.ts'

type Listener = (request: IncomingMessage, response: ServerResponse) => unknown

/** What is made for one address, for all who ask meanwhile. */
type Making = { tags: Set<string>; take(page: Page): void }

const making = new AsyncLocalStorage<Making>()

export type Front = {
  cache: PageCache
  clock(): Temporal.Instant
  /** Whether a request is for nobody in particular, so that what it is answered may be kept for others. */
  isForAnybody(request: IncomingMessage): boolean
}

// An address longer than this is nobody's bookmark.
const longestAddress = 1000

/** Answers kept pages, and asks the listener behind for all else. */
export function inFront({ cache, clock, isForAnybody }: Front, behind: Listener): Listener {
  const flights = new Map<string, Promise<Page | undefined>>()

  const make = (address: string, mark: Mark, request: IncomingMessage, response: ServerResponse) => {
    const { promise, resolve } = Promise.withResolvers<Page | undefined>()
    flights.set(address, promise)
    const tags = new Set<string>()
    const end = (page?: Page) => {
      if (flights.get(address) === promise) flights.delete(address)
      resolve(page)
    }
    const take = (page: Page) => {
      cache.keep(address, page, mark)
      end(page)
    }
    response.once('close', () => end())
    return making.run({ tags, take }, () => noting(tags, () => behind(request, response)))
  }

  return (request, response) => {
    const address = request.url ?? ''
    const mark = cache.begin()
    const kept =
      mark !== undefined &&
      (request.method === 'GET' || request.method === 'HEAD') &&
      address.startsWith('/') &&
      address.length <= longestAddress &&
      isForAnybody(request)
    if (!kept) return behind(request, response)
    const page = cache.find(address, clock().epochMilliseconds)
    if (page) return send(page, request, response, clock)
    const flight = flights.get(address)
    if (!flight)
      return request.method === 'GET' ? make(address, mark, request, response) : behind(request, response)
    return flight.then((made) => (made ? send(made, request, response, clock) : behind(request, response)))
  }
}

/** What is shown by the page that is being made for others too; undefined where it cannot be kept for them. */
export function keepableTags(): ReadonlySet<string> | undefined {
  const tags = making.getStore()?.tags
  return tags === undefined || tags.size === 0 || tags.has(unwatched) ? undefined : tags
}

/** Makes a page of an answer that may be kept for anybody, and hands it to whoever waits for it. */
export function keepAnswer(headers: Headers, body: Uint8Array, until: Temporal.Instant): Page | undefined {
  const at = making.getStore()
  if (!at) return undefined
  const page = pageOf({ headers, body, tags: at.tags, until: until.epochMilliseconds })
  at.take(page)
  return page
}

async function send(
  page: Page,
  request: IncomingMessage,
  response: ServerResponse,
  clock: () => Temporal.Instant,
) {
  const now = clock().epochMilliseconds
  if (isSame(request.headers['if-none-match'], page.etag)) {
    response.writeHead(304, page.unchanged(now)).end()
    return
  }
  const accepted = request.headers['accept-encoding']
  const { body, headers } = await page.sent(typeof accepted === 'string' ? accepted : undefined, now)
  response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : body)
}

/** Whether an `If-None-Match` names this tag (RFC 9110, 13.1.2: compared weakly). */
function isSame(asked: string | undefined, etag: string): boolean {
  if (asked === undefined) return false
  if (asked.trim() === '*') return true
  const plain = (tag: string) => tag.trim().replace(/^W\//, '')
  return asked.split(',').some((tag) => plain(tag) === plain(etag))
}
