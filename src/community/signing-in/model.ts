/** How a session was opened. */
export type Way = 'password' | 'link' | 'provider'

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

/** Where to go on to after signing in: a place in this house, or nothing. */
export function readNext(given: string | undefined): string | undefined {
  if (given === undefined || given.length > 1000 || !/^\/(?![/\\])[\u0021-\u007e]*$/.test(given))
    return undefined
  const url = URL.parse(given, 'http://house.invalid')
  return url?.origin === 'http://house.invalid' && !/[\\]/.test(given) ? url.pathname + url.search : undefined
}
