import { notAllowed } from '../failures.ts'

const harmless = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses (403) a request that would change something, carries a cookie, and comes from another site: its `Origin`
 * must be ours, or, where a browser sends none, its `Sec-Fetch-Site`. Without a cookie nobody is acted for.
 */
export function refuseForeign(request: Request, ownOrigin: string): void {
  if (harmless.has(request.method) || !request.headers.get('cookie')) return
  const origin = request.headers.get('origin')
  const site = request.headers.get('sec-fetch-site')
  if (origin === null ? site === 'same-origin' : origin === ownOrigin) return
  throw notAllowed()
}
