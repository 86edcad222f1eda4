/** When a call closes: what the page printed, the same as instants, and what became of it. Pure. */

export const deadlineKinds = [
  'fixed',
  'rounds',
  'rolling',
  'until-filled',
  'first-come',
  'not-announced',
] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

/** Zone of a call that is open as long as it is still that day somewhere; twelve hours behind UTC. */
export const anywhereOnEarth = 'anywhere-on-earth'

/** One closing as stated: a date, a time and a zone when they are given, and the words as printed. */
export type Round = { deadline: string; time: string | null; zone: string | null; text: string | null }

export type ChangeKind = 'extended' | 'shortened' | 'cancelled' | 'reopened'
export type Change = {
  kind: ChangeKind
  on: string | null
  from: string | null
  to: string | null
  words: string | null
}

/** What a list or a page needs to say when a call closes. */
export type Deadline = {
  kind: DeadlineKind
  rounds: Round[]
  cancelled: boolean
  places: number | null
}

/** Kinds that have no date to show and never expire. */
export function isUndated(kind: DeadlineKind): boolean {
  return kind === 'rolling' || kind === 'until-filled' || kind === 'not-announced'
}

/**
 * The first moment at which the call is closed. A date without a time is that whole day; without a zone, the day
 * lasts until it is over everywhere on earth. 23:59 means the end of the day. A doubled wall time is the later one.
 * Throws RangeError for a wall time that a clock change skips.
 */
export function closingOf(round: Round): Temporal.Instant {
  const key = `${round.deadline} ${round.time ?? ''} ${round.zone ?? ''}`
  const known = closings.get(key)
  if (known) return known
  const closing = workedOut(round)
  if (closings.size >= mostClosings) closings.clear()
  closings.set(key, closing)
  return closing
}

// A list asks for the closing of each of its calls several times, and the next list again.
const closings = new Map<string, Temporal.Instant>()
const mostClosings = 20_000

function workedOut(round: Round): Temporal.Instant {
  const wholeDay = round.time === null || round.time === '23:59'
  const date = Temporal.PlainDate.from(round.deadline)
  const wall = wholeDay
    ? date.add({ days: 1 }).toPlainDateTime()
    : date.toPlainDateTime(round.time ?? '00:00')
  return instantOf(wall, zoneOf(round), wholeDay)
}

/** The zone a round is counted in, as Temporal knows it. */
export function zoneOf(round: Round): string {
  return round.zone === null || round.zone === anywhereOnEarth ? 'Etc/GMT+12' : round.zone
}

function instantOf(wall: Temporal.PlainDateTime, zone: string, startOfDay: boolean): Temporal.Instant {
  if (startOfDay) return wall.toPlainDate().toZonedDateTime(zone).toInstant()
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' })
  if (!later.toPlainDateTime().equals(wall))
    throw new RangeError(`${wall.toString()} does not exist in ${zone}`)
  return later.toInstant()
}

/** Every closing in order; none for a call without dates. */
export function closingsOf(deadline: Pick<Deadline, 'kind' | 'rounds'>): Temporal.Instant[] {
  if (isUndated(deadline.kind)) return []
  return deadline.rounds.map(closingOf).sort(Temporal.Instant.compare)
}

/** The round that closes next, or the last one when all are over; undefined for a call without dates. */
export function currentRound(deadline: Deadline, now: Temporal.Instant): Round | undefined {
  if (isUndated(deadline.kind)) return undefined
  const inOrder = deadline.rounds.toSorted((a, b) => Temporal.Instant.compare(closingOf(a), closingOf(b)))
  return inOrder.find((round) => Temporal.Instant.compare(now, closingOf(round)) < 0) ?? inOrder.at(-1)
}

/** May somebody still apply at this moment? */
export function isOpen(deadline: Deadline, now: Temporal.Instant): boolean {
  if (deadline.cancelled) return false
  const closings = closingsOf(deadline)
  return closings.length === 0 || closings.some((closing) => Temporal.Instant.compare(now, closing) < 0)
}

/**
 * How many days are left in the zone of the deadline: 0 on its day and as long as it is open, negative after it.
 * Without a stated zone the day is that of UTC: twelve hours behind it, most readers would be told "tomorrow" of today.
 */
export function daysLeft(round: Round, now: Temporal.Instant): number {
  const today = now.toZonedDateTimeISO(round.zone === null ? 'UTC' : zoneOf(round)).toPlainDate()
  const { days } = today.until(Temporal.PlainDate.from(round.deadline), { largestUnit: 'days' })
  return days < 0 && Temporal.Instant.compare(now, closingOf(round)) < 0 ? 0 : days
}

/** What changed between two states of the same call, for its history. */
export function changesBetween(before: Deadline, after: Deadline, on: string): Change[] {
  const changes: Change[] = []
  const [from, to] = [lastDay(before), lastDay(after)]
  if (!before.cancelled && after.cancelled)
    changes.push({ kind: 'cancelled', on, from: null, to: null, words: null })
  if (before.cancelled && !after.cancelled) changes.push({ kind: 'reopened', on, from, to, words: null })
  else if (from && to && from !== to) {
    changes.push({ kind: to > from ? 'extended' : 'shortened', on, from, to, words: null })
  }
  return changes
}

function lastDay(deadline: Deadline): string | null {
  return (
    deadline.rounds
      .map((round) => round.deadline)
      .sort()
      .at(-1) ?? null
  )
}
