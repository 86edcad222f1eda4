/** Wall times of a call as instants. Pure. */
import { anywhereOnEarth, type Wall } from '../../dates/model.ts'

/** The zone a call is counted in, as Temporal knows it. */
export const clockZone = (zone: string): string => (zone === anywhereOnEarth ? 'Etc/GMT+12' : zone)

/** The first moment of a day there; where clocks leap over midnight, the first there is. */
export const startOfDay = (day: string, zone: string): Temporal.Instant =>
  kept(`${zone} ${day}`, () => Temporal.PlainDate.from(day).toZonedDateTime(clockZone(zone)).toInstant())

/** The first moment at which it is open. A wall time that comes twice is the earlier one: nobody is turned away then. */
export function openingOf({ day, time }: Wall, zone: string): Temporal.Instant {
  if (time === undefined) return startOfDay(day, zone)
  return kept(`${zone} ${day} from ${time}`, () => instantOf(day, time, zone, 'compatible'))
}

/** The first moment at which it is closed. Without a time, or at 23:59, the day is over; a time that comes twice is the later one. */
export function closingOf({ day, time }: Wall, zone: string): Temporal.Instant {
  if (time === undefined || time === '23:59')
    return kept(`${zone} ${day} over`, () => startOfDay(dayAfter(day), zone))
  return kept(`${zone} ${day} until ${time}`, () => instantOf(day, time, zone, 'later'))
}

const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

const instantOf = (day: string, time: string, zone: string, disambiguation: 'compatible' | 'later') =>
  plain(day, time).toZonedDateTime(clockZone(zone), { disambiguation }).toInstant()

// Hundreds of calls ask for the same few days with every list; rules of zones do not change while a process lives.
const instants = new Map<string, Temporal.Instant>()
const mostInstants = 20_000

function kept(key: string, workOut: () => Temporal.Instant): Temporal.Instant {
  const known = instants.get(key)
  if (known) return known
  const instant = workOut()
  if (instants.size >= mostInstants) instants.clear()
  instants.set(key, instant)
  return instant
}

/** Is there such a time there, or do the clocks leap over it? */
export function isSkipped({ day, time }: Wall, zone: string): boolean {
  if (time === undefined) return false
  const wall = plain(day, time)
  return !wall.toZonedDateTime(clockZone(zone)).toPlainDateTime().equals(wall)
}

const plain = (day: string, time: string) => Temporal.PlainDateTime.from(`${day}T${time}`)
