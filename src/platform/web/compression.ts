import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotliBytes = promisify(brotliCompress)
const gzipBytes = promisify(gzip)

export type Encoding = 'br' | 'gzip'

// Below this a compressed body saves nothing that fits in fewer packets.
const smallest = 1024
const compressible =
  /^(text\/|application\/(json|xml|atom\+xml|rss\+xml|feed\+json|problem\+json|manifest\+json|javascript)|image\/svg\+xml)/

/** The encoding to answer with, by the reader's `Accept-Encoding` (RFC 9110, 12.5.3): brotli, else gzip, else none. */
export function encodingFor(accepted: string | undefined): Encoding | undefined {
  const offers = new Map(
    (accepted ?? '').split(',').map((part): [string, boolean] => {
      const [name = '', ...parameters] = part.split(';').map((word) => word.trim().toLowerCase())
      return [name, !parameters.some((word) => /^q=0(\.0*)?$/.test(word))]
    }),
  )
  const takes = (name: string) => offers.get(name) ?? offers.get('*') ?? false
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined
}

/**
 * The same answer, compressed where the reader takes that and it is worth it. Says `Vary` either way, so that a cache
 * in between never hands one reader's encoding to another. The body may be given apart.
 */
export async function compressed(
  response: Response,
  accepted: string | undefined,
  given?: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  const { status, headers } = response
  if (!compressible.test(headers.get('content-type') ?? '') || headers.has('content-encoding'))
    return given ? new Response(given, { status, headers }) : response
  headers.append('vary', 'Accept-Encoding')
  const encoding = encodingFor(accepted)
  const body = given ?? new Uint8Array(await response.arrayBuffer())
  if (!encoding || body.byteLength < smallest) {
    return new Response(body.byteLength === 0 ? null : body, { status, headers })
  }
  headers.delete('content-length')
  headers.set('content-encoding', encoding)
  return new Response(await compress(body, encoding, quick), { status, headers })
}

// What is made for one reader is not worth the time that a page for many is.
const quick = { br: 4, gzip: 4 }
const thorough = { br: 5, gzip: 6 }

/** Compresses a body; a page costs about a millisecond. */
export function compress(
  body: Uint8Array,
  encoding: Encoding,
  levels = thorough,
): Promise<Uint8Array<ArrayBuffer>> {
  return encoding === 'br'
    ? brotliBytes(body, { params: { [constants.BROTLI_PARAM_QUALITY]: levels.br } })
    : gzipBytes(body, { level: levels.gzip })
}
