import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Refusal } from '../failures.ts'

/** Counts what each address asks for; throws a Refusal (429, with the seconds to wait) beyond the limit. */
export type Limit = (address: string) => Promise<void>

/** A limit of so many requests in so many seconds from one address; IPv6 counts by its /64. */
export function limitOf(points: number, seconds: number): Limit {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return async (address) => {
    try {
      await limiter.consume(networkOf(address))
    } catch (refused) {
      if (refused instanceof Error) throw refused
      throw new Refusal(429, '', secondsIn(refused))
    }
  }
}

function secondsIn(refused: unknown): number {
  const wait =
    typeof refused === 'object' && refused !== null && 'msBeforeNext' in refused ? refused.msBeforeNext : 0
  return Math.max(1, Math.ceil(Number(wait) / 1000))
}

/** One home or office has a whole /64 of IPv6, so its addresses count together. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? []
  const before = head.split(':').filter(Boolean)
  const after = (tail ?? '').split(':').filter(Boolean)
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4).join(':')
}

/**
 * The reader's address: that of the connection, or, behind so many trusted proxies, the one the outermost of them
 * handed on in `X-Forwarded-For`. What readers write into that header themselves is never believed.
 */
export function clientAddress(connection: string, forwarded: string | undefined, proxies: number): string {
  if (proxies === 0 || !forwarded) return connection
  const hops = forwarded.split(',').map((part) => part.trim())
  return hops.at(-proxies) || connection
}

/** Does some work, or refuses (503) when it takes longer than so many milliseconds; what it began goes on alone. */
export async function withinTime<T>(work: () => Promise<T>, ms: number): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Refusal(503)), ms)
  try {
    return await Promise.race([work(), late])
  } finally {
    clearTimeout(timer)
  }
}
