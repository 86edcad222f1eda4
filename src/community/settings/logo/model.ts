/** A picture as its bytes say it is, whatever it is called: PNG or WebP, and its size. Pure. */
export type PictureFacts = { type: 'png' | 'webp'; width: number; height: number }

export const mostBytes = 200 * 1024
export const mostPixels = 2000
export const leastPixels = 24

/** Reads the head of a picture (PNG, third edition, 5.2; RFC 9649 for WebP); undefined for anything else. */
export function pictureIn(bytes: Uint8Array): PictureFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 30) return undefined
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (
    text(0, 8) === '\x89PNG\r\n\x1a\n' &&
    text(12, 16) === 'IHDR' &&
    endsWell(text(bytes.length - 8, bytes.length - 4))
  )
    return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) }
  // What its head says of the length must be there, or it was cut.
  if (text(0, 4) !== 'RIFF' || text(8, 12) !== 'WEBP' || view.getUint32(4, true) + 8 > bytes.length)
    return undefined
  const size = webpSize(text(12, 16), view)
  return size && { type: 'webp', ...size }
}

const endsWell = (chunk: string) => chunk === 'IEND'

function webpSize(chunk: string, view: DataView): { width: number; height: number } | undefined {
  const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16)
  if (chunk === 'VP8X') return { width: three(24) + 1, height: three(27) + 1 }
  if (chunk === 'VP8 ')
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (chunk !== 'VP8L' || view.getUint8(20) !== 0x2f) return undefined
  const bits = view.getUint32(21, true)
  return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
}

export type LogoFault = 'missing' | 'large' | 'kind' | 'size'

/** What is wrong with a picture as a logo. */
export function logoFault(bytes: Uint8Array): LogoFault | undefined {
  if (bytes.length === 0) return 'missing'
  if (bytes.length > mostBytes) return 'large'
  const facts = pictureIn(bytes)
  if (!facts) return 'kind'
  const isFit = (pixels: number) => pixels >= leastPixels && pixels <= mostPixels
  return isFit(facts.width) && isFit(facts.height) ? undefined : 'size'
}
