/** Times as calendars state them: instants, wall times in a zone, wall times in none, whole days. Pure. */
import { type Property, PropertyFault } from '../properties/model.ts'

/** A stated time: what the clock on the wall shows, in a zone; or a whole day, which is in none. */
export type When = { wall: Temporal.PlainDateTime; zone: string | null }

/** Zones as an event finds them: by name (and the year it is asked about), and the one for times that name none. */
export type Zones = { named(name: string, year: number): string | undefined; floating: string | undefined }

/** The first value of a property as a time. Throws PropertyFault. */
export function whenOf(property: Property, zones: Zones): When {
  return readWhen(property, property.values[0] ?? '', zones)
}

/** A value of a property (as ical.js writes it) as a time. Throws PropertyFault. */
export function readWhen(property: Property, value: string, zones: Zones): When {
  const [, date, time, utc] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(Z?))?$/.exec(value) ?? []
  const wall = date === undefined ? undefined : wallTime(date, time ?? '00:00:00')
  if (wall === undefined) throw faultOf(property, 'is not a date, or not a time, that exists')
  if (time === undefined) return { wall, zone: null }
  if (utc === 'Z') return { wall, zone: 'UTC' }
  return { wall, zone: zoneOf(property, wall.year, zones) }
}

function wallTime(date: string, time: string): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from(`${date}T${time}`, { overflow: 'reject' })
  } catch {
    return undefined
  }
}

function zoneOf(property: Property, year: number, zones: Zones): string {
  const name = property.parameters['tzid']
  if (name === undefined || name === '') {
    if (zones.floating !== undefined) return zones.floating
    throw faultOf(property, 'names no time zone, and none was declared for the file (--zone Europe/Berlin)')
  }
  const zone = zones.named(name, year)
  if (zone === undefined) {
    throw faultOf(
      property,
      `is in the time zone “${name.slice(0, 80)}”, which is unknown here and not described in the file`,
    )
  }
  return zone
}

const faultOf = ({ name, source }: Property, reason: string) => new PropertyFault(name, source, reason)

/** The same moment on the walls of another zone; whole days stay the same days. */
export function inZone(when: When, zone: string | null): When {
  if (when.zone === null || zone === null || when.zone === zone) return when
  return { wall: when.wall.toZonedDateTime(when.zone).withTimeZone(zone).toPlainDateTime(), zone }
}

/** When an event ends, by what it states: an end, a length, or neither. Throws PropertyFault. */
export function endOf(
  start: When,
  end: Property | undefined,
  length: Property | undefined,
  zones: Zones,
): When | undefined {
  if (end) return inZone(whenOf(end, zones), start.zone)
  return length ? after(start, length) : undefined
}

/** A length in days is counted on the calendar, one in hours by the clock (RFC 5545, 3.8.2.5). */
function after(start: When, length: Property): When {
  try {
    const duration = Temporal.Duration.from((length.values[0] ?? '').toUpperCase())
    if (duration.sign < 0) throw new RangeError('An event does not end before it starts.')
    if (start.zone === null) return { ...start, wall: start.wall.add(duration) }
    return { ...start, wall: start.wall.toZonedDateTime(start.zone).add(duration).toPlainDateTime() }
  } catch (error) {
    if (error instanceof RangeError) throw faultOf(length, 'is not a length of time')
    throw error
  }
}

export type EventTimes = {
  start_date: string
  start_time: string | null
  end_date: string | null
  end_time: string | null
  zone: string | null
}

/**
 * The fields of an event's time. Days end exclusively in calendars, inclusively here. An end at midnight is the end of
 * the day before, which a last day without a time says; an end that is no later than the start says nothing.
 */
export function timesOf(start: When, end: When | undefined): EventTimes {
  const start_date = dateOf(start.wall)
  const wholeDay = start.zone === null
  const times = { start_date, start_time: wholeDay ? null : timeOf(start.wall), zone: start.zone }
  if (end === undefined) return { ...times, end_date: null, end_time: null }
  const sameDay = { ...times, end_date: start_date, end_time: null }
  if (end.wall.equals(start.wall)) return sameDay
  // A timed event whose end is a mere day ends on that day.
  if (!wholeDay && end.zone === null && dateOf(end.wall) === start_date) return sameDay
  const midnight = end.wall.toPlainTime().equals(new Temporal.PlainTime())
  if (midnight) return { ...times, end_date: dateOf(end.wall.subtract({ days: 1 })), end_time: null }
  return { ...times, end_date: dateOf(end.wall), end_time: wholeDay ? null : timeOf(end.wall) }
}

export const dateOf = (wall: Temporal.PlainDateTime) => wall.toPlainDate().toString()
/** Seconds are left off: no page of an event has them. */
export const timeOf = (wall: Temporal.PlainDateTime) =>
  wall.toPlainTime().toString({ smallestUnit: 'minute' })

/** A start as occurrences are named by it: `2027-05-31T10:00` on the wall, or `2027-05-31` for a whole day. */
export function keyOf({ wall, zone }: When): string {
  return zone === null ? dateOf(wall) : `${dateOf(wall)}T${timeOf(wall)}`
}
