/** Headers that every answer carries. Prepared once, so that a kept page can be sent with them as they are. */

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
]

/** Addresses that other sites may show in a frame. */
const framed = /^\/widgets\//

/** The page that shows widgets as other sites would. */
const framing = /^\/widgets$/

/** Pictures that pages of others show, because they are what ours are shared with. */
const pictures = /^\/cards\//

/** What programs read from the pages of any site; an answer to `*` never goes with cookies (Fetch, 3.2). */
const forPrograms = /^\/api\/v1(\/(?!me$)|$)/

/** The headers of an answer at this path: Content Security Policy level 3, HSTS (RFC 6797) behind TLS, and their kin. */
export function securityHeaders(options: {
  publicUrl: string
  noindex: boolean
}): (path: string) => Readonly<Record<string, string>> {
  const shared = {
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    ...(options.publicUrl.startsWith('https:')
      ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
      : {}),
    ...(options.noindex ? { 'x-robots-tag': 'noindex' } : {}),
  }
  const closed = {
    ...shared,
    'content-security-policy': [...policy, "frame-ancestors 'none'"].join('; '),
    'x-frame-options': 'DENY',
    'cross-origin-resource-policy': 'same-origin',
  }
  const around = {
    ...closed,
    'content-security-policy': [...policy, "frame-src 'self'", "frame-ancestors 'none'"].join('; '),
  }
  const open = {
    ...shared,
    'content-security-policy': [...policy, 'frame-ancestors *'].join('; '),
    'cross-origin-resource-policy': 'cross-origin',
  }
  const shown = { ...closed, 'cross-origin-resource-policy': 'cross-origin' }
  const read = {
    ...shown,
    'access-control-allow-origin': '*',
    'access-control-expose-headers': 'ETag, Retry-After',
  }
  return (path) => {
    if (framed.test(path)) return open
    if (framing.test(path)) return around
    if (forPrograms.test(path)) return read
    return pictures.test(path) ? shown : closed
  }
}
