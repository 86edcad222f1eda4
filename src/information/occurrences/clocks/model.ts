/** Wall times as moments, many of one zone: the zone is asked once for each stretch between two changes of its clock. Pure. */

const dayLength = 86_400_000

/** While a clock goes without change, a day off at both ends; walls in milliseconds as if they were UTC. */
type Stretch = { from: number; to: number; offset: number }

const stretches = new Map<string, Stretch>()

/**
 * The moment (milliseconds since 1970) at which a clock shows this day and time. One that a change skips is later by what
 * is skipped, one that it repeats is the first (RFC 5545, 3.3.5).
 */
export function momentAt(zone: string, day: string, time: string): number {
  const wall = Date.parse(`${day}T${time}Z`)
  const kept = stretches.get(zone)
  if (kept && kept.from <= wall && wall < kept.to) return wall - kept.offset
  const moment = Temporal.PlainDate.from(day).toPlainDateTime(time).toZonedDateTime(zone)
  stretches.set(zone, stretchAround(moment))
  return moment.epochMilliseconds
}

function stretchAround(moment: Temporal.ZonedDateTime): Stretch {
  const offset = moment.offsetNanoseconds / 1_000_000
  // A change at this very moment is before it too, and only the one before is asked for.
  const before = moment.add({ nanoseconds: 1 }).getTimeZoneTransition('previous')
  const after = moment.getTimeZoneTransition('next')
  return {
    from: before ? before.epochMilliseconds + offset + dayLength : -Infinity,
    to: after ? after.epochMilliseconds + offset - dayLength : Infinity,
    offset,
  }
}

/** The day after (ISO dates). */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00Z`) + dayLength).toISOString().slice(0, 10)
}
