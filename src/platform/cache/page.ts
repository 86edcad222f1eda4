/** A page as it is kept: its bytes in each encoding that was asked for, with headers that need no more work. */
import { createHash } from 'node:crypto'
import { compress, type Encoding, encodingFor } from '../web/compression.ts'

export type Page = {
  /** What it shows; a change of any of these drops it. */
  tags: readonly string[]
  /** The moment from which it is not true any more, in milliseconds since 1970. */
  until: number
  /** Names the content, whatever its encoding (RFC 9110, 8.8.3; a weak tag). */
  etag: string
  /** How many bytes it takes up so far. */
  size(): number
  /** Its bytes and headers (names and values in turn) in the encoding the reader takes. */
  sent(accepted: string | undefined, now: number): Promise<{ body: Uint8Array; headers: string[] }>
  /** The headers of an answer that says nothing has changed. */
  unchanged(now: number): string[]
}

// Below this a compressed body saves nothing that fits in fewer packets.
const smallest = 1024
// How long a cache on the way may keep a page before it asks again; readers' own browsers ask each time.
const sharedSeconds = 60
// Longer lists of tags than this are more than a cache on the way takes.
const longestTags = 4000

/** Makes a page of an answer and what it shows. */
export function pageOf(made: {
  headers: Headers
  body: Uint8Array
  tags: Iterable<string>
  until: number
}): Page {
  const { body, until } = made
  const tags = [...made.tags]
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const vary = ['Accept-Encoding', ...(made.headers.get('vary')?.split(/, */) ?? [])].join(', ')
  const shared = ['etag', etag, 'vary', vary, 'cache-tag', tagHeader(tags)]
  const dropped = /^(cache-control|content-encoding|content-length|etag|vary|cache-tag|transfer-encoding)$/
  const others = [...made.headers].filter(([name]) => !dropped.test(name)).flat()
  const bodies = new Map<Encoding | 'plain', Promise<Uint8Array>>([['plain', Promise.resolve(body)]])
  let size = body.byteLength + 2000
  const bodyIn = (encoding: Encoding | 'plain') => {
    const kept = bodies.get(encoding)
    if (kept || encoding === 'plain') return kept ?? Promise.resolve(body)
    const making = compress(body, encoding)
    bodies.set(encoding, making)
    making.then(
      (bytes) => (size += bytes.byteLength),
      () => bodies.delete(encoding),
    )
    return making
  }
  return {
    tags,
    until,
    etag,
    size: () => size,
    async sent(accepted, now) {
      const encoding = body.byteLength < smallest ? 'plain' : (encodingFor(accepted) ?? 'plain')
      const bytes = await bodyIn(encoding)
      const headers = ['cache-control', freshness(until, now), ...shared, ...others]
      headers.push('content-length', String(bytes.byteLength))
      if (encoding !== 'plain') headers.push('content-encoding', encoding)
      return { body: bytes, headers }
    },
    unchanged: (now) => ['cache-control', freshness(until, now), ...shared],
  }
}

function freshness(until: number, now: number): string {
  const seconds = Math.max(0, Math.min(sharedSeconds, Math.floor((until - now) / 1000)))
  return `public, max-age=0, s-maxage=${seconds}, must-revalidate`
}

function tagHeader(tags: readonly string[]): string {
  const all = tags.map((tag) => encodeURI(tag).replaceAll(',', '%2C')).join(',')
  if (all.length <= longestTags) return all
  return [...new Set(tags.map((tag) => /^[^/:]*/.exec(tag)?.[0] ?? ''))].join(',')
}
