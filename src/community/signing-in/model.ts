/** How a session was opened. */
export type Way = 'password' | 'link' | 'passkey' | 'provider'

/** What was shown besides. */
export type SecondWay = 'code' | 'recovery-code' | 'passkey'

/** What was shown to open a session, and how many factors that comes to: a passkey is two by itself. */
export type Entry = { way: Way; second: SecondWay | null; factors: 1 | 2 }

/** What showing this comes to. */
export function entryOf(way: Way, second: SecondWay | null = null): Entry {
  return { way, second, factors: way === 'passkey' || second !== null ? 2 : 1 }
}

/** So many days a session lasts, from when it was opened. */
export const sessionDays = 30

/** So many minutes after a link one may choose a new password without knowing the old one. */
export const freshMinutes = 15

/** Whether who looks has just shown that the mailbox is theirs. */
export function isFresh(
  session: { way: string; openedAt: Temporal.Instant },
  now: Temporal.Instant,
): boolean {
  const until = session.openedAt.add({ minutes: freshMinutes })
  return session.way === 'link' && Temporal.Instant.compare(now, until) < 0
}

/** Whether who looks has signed in, in whichever way, so short a time ago that it is still them who sits there. */
export function isRecent(session: { openedAt: Temporal.Instant }, now: Temporal.Instant): boolean {
  return Temporal.Instant.compare(now, session.openedAt.add({ minutes: freshMinutes })) < 0
}

/** Where to go on to after signing in: a place in this house, or nothing. */
export function readNext(given: string | undefined): string | undefined {
  if (given === undefined || given.length > 1000 || !/^\/(?![/\\])[\u0021-\u007e]*$/.test(given))
    return undefined
  const url = URL.parse(given, 'http://house.invalid')
  if (url?.origin !== 'http://house.invalid' || /[\\]/.test(given)) return undefined
  // Dots are taken out of a path, and what is left of `/.//elsewhere` would be another host to a browser.
  return url.pathname.startsWith('//') ? undefined : url.pathname + url.search
}
