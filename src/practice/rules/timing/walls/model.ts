/** Wall times of a call as instants. Pure. */
import { anywhereOnEarth, type Wall } from '../../dates/model.ts'

/** The zone a call is counted in, as Temporal knows it. */
export const clockZone = (zone: string): string => (zone === anywhereOnEarth ? 'Etc/GMT+12' : zone)

/** The first moment of a day there; where clocks leap over midnight, the first there is. */
export const startOfDay = (day: string, zone: string): Temporal.Instant =>
  Temporal.PlainDate.from(day).toZonedDateTime(clockZone(zone)).toInstant()

/** The first moment at which it is open. A wall time that comes twice is the earlier one: nobody is turned away then. */
export function openingOf({ day, time }: Wall, zone: string): Temporal.Instant {
  if (time === undefined) return startOfDay(day, zone)
  return plain(day, time).toZonedDateTime(clockZone(zone), { disambiguation: 'compatible' }).toInstant()
}

/** The first moment at which it is closed. Without a time, or at 23:59, the day is over; a time that comes twice is the later one. */
export function closingOf({ day, time }: Wall, zone: string): Temporal.Instant {
  if (time === undefined || time === '23:59')
    return startOfDay(Temporal.PlainDate.from(day).add({ days: 1 }).toString(), zone)
  return plain(day, time).toZonedDateTime(clockZone(zone), { disambiguation: 'later' }).toInstant()
}

/** Is there such a time there, or do the clocks leap over it? */
export function isSkipped({ day, time }: Wall, zone: string): boolean {
  if (time === undefined) return false
  const wall = plain(day, time)
  return !wall.toZonedDateTime(clockZone(zone)).toPlainDateTime().equals(wall)
}

const plain = (day: string, time: string) => Temporal.PlainDateTime.from(`${day}T${time}`)
