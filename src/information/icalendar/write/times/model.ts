/** Times of events as properties of a calendar: wall times in their zone, instants in UTC, whole days. Pure. */
import { type EventTime, type Precision, timeOf } from '../../../events/model.ts'

/** A day (ISO date), or a time of it on the wall. */
export type Moment = { date: string; time: string | null }

/** The time of an event as files state it, or of one occurrence of it. */
export type StatedTime = {
  start_date: string | null
  start_time: string | null
  end_date: string | null
  end_time: string | null
  zone: string | null
  date_precision: Precision | null
}

/** The first moment of an event and, where it states one, the end, which is the first moment after it. */
export function spanOf(stated: StatedTime): { start: Moment; end: Moment | null } | null {
  const time = timeOf(stated)
  if (time === null) return null
  const start = { date: time.startsOn, time: time.startsTime }
  const saysNoEnd = stated.end_date === null && stated.end_time === null && time.startsOn === time.endsOn
  return { start, end: saysNoEnd ? null : endOf(time) }
}

function endOf({ startsTime, endsOn, endsTime }: EventTime): Moment {
  if (startsTime !== null && endsTime !== null) return { date: endsOn, time: endsTime }
  const next = Temporal.PlainDate.from(endsOn).add({ days: 1 }).toString()
  return { date: next, time: startsTime === null ? null : '00:00' }
}

/** A start as occurrences are named by it (`2027-05-31T10:00`, or `2027-05-31`). */
export function momentOf(key: string): Moment {
  const [date = '', time = null] = key.split('T')
  return { date, time }
}

/** When an entry was last changed (RFC 5545, 3.8.7.2). */
export const stampLine = (stamp: Temporal.Instant) =>
  `DTSTAMP:${basic([stamp.toString({ smallestUnit: 'second' })])}`

/** A property that holds moments of one kind. */
export function momentLine(name: string, moments: Moment[], zone: string | null): string {
  const times = moments.flatMap(({ date, time }) => (time === null ? [] : [`${date}T${time}:00`]))
  if (times.length === 0) return `${name};VALUE=DATE:${basic(moments.map(({ date }) => date))}`
  if (isUniversal(zone)) return `${name}:${basic(times.map((time) => `${time}Z`))}`
  return `${name};TZID=${zone}:${basic(times)}`
}

// Days, times and names of zones hold nothing that would have to be escaped.
const basic = (times: string[]) => times.map((time) => time.replaceAll(/[-:]/g, '')).join(',')

/** A time of a series of whole days, whose zone nobody stated, is written in UTC too. */
export const isUniversal = (zone: string | null): zone is null | 'UTC' => zone === null || zone === 'UTC'

/** A rule with its UNTIL in UTC, as a calendar has it for times in a zone; kept rules have it on the wall. */
export function ruleLine(rule: string, zone: string | null): string {
  return `RRULE:${rule.replace(/UNTIL=(\d{8})T(\d{6})(?=;|$)/, (_, day: string, time: string) => {
    const wall = Temporal.PlainDateTime.from(`${day}T${time}`)
    const instant = wall.toZonedDateTime(zone ?? 'UTC').toInstant()
    return `UNTIL=${instant.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`
  })}`
}
