/** Events as they are kept in memory, for lists without words and days; moments are milliseconds since 1970. Pure. */

export type EventFacts = {
  /** Of the occurrence that lists show; null of an event without a date. */
  startsAt: number | null
  endsAt: number | null
  /** When another occurrence is shown; null for never. */
  shownUntil: number | null
  /** Its days are known, and it is not called off. */
  takesPlace: boolean
  /** As the database writes moments, which sort as they are. */
  added: string
}

/** The value of the facet `when` at a moment. */
export function whenOf({ startsAt, endsAt, takesPlace }: EventFacts, now: number) {
  if (startsAt === null || endsAt === null) return 'undated'
  if (endsAt <= now) return 'past'
  return startsAt <= now && takesPlace ? 'on-now' : 'coming'
}

/** The next moment at which this value, the place among others, or the occurrence shown changes. */
export function nextTurnOf({ startsAt, endsAt, shownUntil }: EventFacts, now: number): number {
  return Math.min(
    ...[startsAt, endsAt, shownUntil].map((turn) => (turn !== null && turn > now ? turn : Infinity)),
  )
}

/** Whether another occurrence is shown by now. */
export const isOver = ({ shownUntil }: EventFacts, now: number): boolean =>
  shownUntil !== null && shownUntil <= now

const groups = ['on-now', 'coming', 'past', 'undated']

/** What is on by its end, what comes by its start (or its end, once within its span), what is over with the latest first. */
export function compareEvents(one: EventFacts, other: EventFacts, now: number): number {
  const [group, second] = [groups.indexOf(whenOf(one, now)), groups.indexOf(whenOf(other, now))]
  if (group !== second) return group - second
  const soon = ({ startsAt, endsAt }: EventFacts) =>
    startsAt === null || endsAt === null || endsAt <= now ? Infinity : startsAt <= now ? endsAt : startsAt
  return order(soon(one), soon(other)) || order(other.startsAt ?? Infinity, one.startsAt ?? Infinity)
}

/** What came last comes first. */
export const newestFirst = (one: EventFacts, other: EventFacts): number =>
  one.added === other.added ? 0 : one.added < other.added ? 1 : -1

const order = (one: number, other: number) => (one === other ? 0 : one < other ? -1 : 1)
