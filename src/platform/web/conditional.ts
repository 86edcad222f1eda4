import { createHash } from 'node:crypto'

/** An answer that readers ask for again and again: its bytes, their type, and when they last changed. */
export type Kept = {
  body: string | Uint8Array<ArrayBuffer>
  type: string
  modified: Date
  headers?: Record<string, string>
}

/**
 * Answers what is asked for again and again, or 304 when the reader has it already: by `If-None-Match`, or else by
 * `If-Modified-Since` (RFC 9110, 13). The tag is made of the bytes, and weak, because they may be compressed on the way.
 */
export function answerKept(request: Request, { body, type, modified, headers = {} }: Kept): Response {
  const tag = tagOf(body)
  const shared = { etag: tag, 'last-modified': modified.toUTCString(), ...headers }
  if (hasIt(request.headers, tag, modified)) return new Response(null, { status: 304, headers: shared })
  return new Response(body, { headers: { ...shared, 'content-type': type } })
}

/** The same answer with a tag of its bytes, where it has none; or 304 when the reader has it already (RFC 9110, 13). */
export async function tagged(request: Request, answer: Response): Promise<Response> {
  if (answer.status !== 200) return answer
  const headers = new Headers(answer.headers)
  const body = await answer.arrayBuffer()
  const tag = headers.get('etag') ?? tagOf(new Uint8Array(body))
  headers.set('etag', tag)
  if (!isNamed(request.headers, tag)) return new Response(body, { status: 200, headers })
  for (const name of ['content-length', 'content-encoding', 'content-type']) headers.delete(name)
  return new Response(null, { status: 304, headers })
}

const tagOf = (body: string | Uint8Array) =>
  `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`

function isNamed(asked: Headers, tag: string): boolean {
  const tags = asked.get('if-none-match') ?? ''
  return tags.trim() === '*' || tags.split(',').some((one) => opaque(one) === opaque(tag))
}

function hasIt(asked: Headers, tag: string, modified: Date): boolean {
  if (asked.has('if-none-match')) return isNamed(asked, tag)
  const since = Date.parse(asked.get('if-modified-since') ?? '')
  // A date of the header has whole seconds.
  return Math.floor(modified.getTime() / 1000) * 1000 <= since
}

const opaque = (tag: string) => tag.trim().replace(/^W\//, '')
