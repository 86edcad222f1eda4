import { z } from 'zod'
import {
  type Known,
  picturesShape,
  placeShape,
  recordId,
  termListShape,
  termShape,
  textFields,
  realDates,
} from '../../community/index.ts'
import { misfitOf, type Recurrence, recurrenceShape } from '../recurrence/model.ts'
import {
  day,
  listOf,
  maybe,
  someWords,
  timeOfDay,
  timeZone,
  webAddress,
  words,
  slugName,
  wholeNumber,
} from '../../platform/index.ts'

export const eventStates = ['tentative', 'confirmed', 'postponed', 'cancelled'] as const
export type EventState = (typeof eventStates)[number]
export const attendances = ['on-site', 'online', 'hybrid'] as const
export type Attendance = (typeof attendances)[number]
export type Precision = 'day' | 'month' | 'year'

/** When something happens: wall time with its zone, or whole days; `precision` says how much of it is known. */
export type EventTime = {
  startsOn: string
  startsTime: string | null
  endsOn: string
  endsTime: string | null
  zone: string | null
  precision: Precision
}

/** What a meeting of governments has besides the facts of any event. */
export type ConveningFacts = {
  number: number | null
  theme: string | null
  original_name: string | null
  delegations: number | null
  delegates: number | null
  ministers: number | null
  outputs: string[]
  side_events: string[]
  notes: string[]
}

/** A day, a month or a year, as ISO 8601 writes them. */
const partialDay = z.union(
  [day, z.string().regex(/^(?!0000|9999)\d{4}-(0[1-9]|1[0-2])$/), z.string().regex(/^(?!0000|9999)\d{4}$/)],
  'is not a date that exists (YYYY-MM-DD, YYYY-MM or YYYY)',
)

/** An event as files hold it. */
export function eventShape(known: Known) {
  return z
    .strictObject({
      ...textFields([]),
      title: someWords,
      slug: maybe(slugName),
      parent: maybe(recordId),
      position: wholeNumber.nullish().transform((given) => given ?? 0),
      kind: maybe(termShape(known, 'event-kind')),
      organiser: maybe(words),
      city: maybe(words),
      country_code: maybe(placeShape(known)),
      venue: maybe(words),
      start_date: maybe(partialDay),
      start_time: maybe(timeOfDay),
      end_date: maybe(partialDay),
      end_time: maybe(timeOfDay),
      zone: maybe(timeZone),
      date_precision: maybe(z.enum(['day', 'month', 'year'])),
      status: z
        .enum(eventStates)
        .nullish()
        .transform((state) => state ?? 'confirmed'),
      online: z
        .boolean()
        .nullish()
        .transform((given) => given ?? false),
      attendance: maybe(z.enum(attendances)),
      online_url: maybe(webAddress),
      disciplines: termListShape(known, 'discipline'),
      themes: termListShape(known, 'theme'),
      programme: maybe(recordId),
      note: maybe(words),
      url: maybe(webAddress),
      more_sources: listOf(webAddress),
      last_checked: maybe(day),
      real_dates: maybe(realDates),
      recurrence: maybe(recurrenceShape(eventStates)),
      pictures: picturesShape,
    })
    .superRefine((event, context) => {
      // What fields say together means nothing while one of them cannot be read.
      if (context.issues.length > 0) return
      const fault = faultOfTimes(event) ?? faultOfRecurrence(event)
      if (fault) context.addIssue({ code: 'custom', ...fault })
    })
}

export type EventRecord = z.output<ReturnType<typeof eventShape>>

type StatedTime = Pick<
  EventRecord,
  'start_date' | 'start_time' | 'end_date' | 'end_time' | 'zone' | 'date_precision'
>

type TimesFault = { path: (string | number)[]; message: string; input: unknown }

function faultOfTimes(event: StatedTime): TimesFault | undefined {
  const fault = (field: keyof StatedTime, message: string) => ({
    path: [field],
    message,
    input: event[field],
  })
  if (event.start_date === null && (event.end_date ?? event.start_time) !== null)
    return fault('start_date', 'is required with an end or a time')
  if (event.start_time !== null && event.zone === null) return fault('zone', 'is required with a start_time')
  const time = timeOf(event)
  if (time === null) return undefined
  if (time.endsOn < time.startsOn) return fault('end_date', 'is before start_date')
  if (isSkipped(time.startsOn, time.startsTime, time.zone))
    return fault('start_time', 'does not exist in that zone: the clock skips it')
  if (isSkipped(time.endsOn, time.endsTime, time.zone))
    return fault('end_time', 'does not exist in that zone: the clock skips it')
  const { start, end } = momentsOf(time)
  return Temporal.Instant.compare(end, start) <= 0 ? fault('end_time', 'is not after start_time') : undefined
}

function faultOfRecurrence(event: StatedTime & { recurrence: Recurrence | null }): TimesFault | undefined {
  const { recurrence, start_date: firstDay } = event
  if (recurrence === null) return undefined
  if (firstDay?.length !== 10 || (event.date_precision ?? 'day') !== 'day') {
    return { path: ['start_date'], message: 'is no day, and an event that repeats has one', input: firstDay }
  }
  const misfit = misfitOf(recurrence, { firstDay, timed: event.start_time !== null })
  return misfit && { path: ['recurrence', ...misfit.path], message: misfit.reason, input: misfit.value }
}

/** The days an event covers, from a date that may be a whole month or year; null when no date is known. */
export function timeOf(event: StatedTime): EventTime | null {
  if (event.start_date === null) return null
  const precision = event.date_precision ?? precisionOf(event.start_date)
  return {
    startsOn: firstDay(event.start_date),
    startsTime: event.start_time,
    endsOn: lastDay(event.end_date ?? event.start_date),
    endsTime: event.end_time,
    zone: event.zone,
    precision,
  }
}

function precisionOf(date: string): Precision {
  return date.length === 4 ? 'year' : date.length === 7 ? 'month' : 'day'
}

function firstDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date
}

function lastDay(date: string): string {
  if (date.length === 4) return `${date}-12-31`
  if (date.length === 10) return date
  const month = Temporal.PlainYearMonth.from(date)
  return month.toPlainDate({ day: month.daysInMonth }).toString()
}

/**
 * The first moment of an event and the first moment after it. Whole days are counted in the zone, or in UTC when
 * none is stated. A wall time that a clock change skips is later by what is skipped, one that it repeats is the
 * first (RFC 5545, 3.3.5).
 */
export function momentsOf(time: EventTime): { start: Temporal.Instant; end: Temporal.Instant } {
  const zone = time.zone ?? 'UTC'
  const startOfDay = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).toInstant()
  const [first, last] = [Temporal.PlainDate.from(time.startsOn), Temporal.PlainDate.from(time.endsOn)]
  const endOfLastDay = () => startOfDay(last.add({ days: 1 }))
  if (time.startsTime === null) return { start: startOfDay(first), end: endOfLastDay() }
  const onWall = (date: Temporal.PlainDate, clock: string) => date.toPlainDateTime(clock)
  const start = onWall(first, time.startsTime).toZonedDateTime(zone).toInstant()
  if (time.endsTime === null) return { start, end: endOfLastDay() }
  return { start, end: onWall(last, time.endsTime).toZonedDateTime(zone).toInstant() }
}

function isSkipped(day: string, time: string | null, zone: string | null): boolean {
  if (time === null) return false
  const wall = Temporal.PlainDate.from(day).toPlainDateTime(time)
  return !wall
    .toZonedDateTime(zone ?? 'UTC')
    .toPlainDateTime()
    .equals(wall)
}

export function attendanceOf(event: Pick<EventRecord, 'attendance' | 'online'>): Attendance {
  return event.attendance ?? (event.online ? 'online' : 'on-site')
}

/** An event as lists show it: by the occurrence that is on or comes next, or else the last. */
export type EventRow = {
  /** Whether it takes place several times. */
  repeats: boolean
  /** Null when no date is known. */
  startsOn: string | null
  startsTime: string | null
  endsOn: string | null
  endsTime: string | null
  zone: string | null
  precision: Precision | null
  id: string
  slug: string
  title: string
  summary: string | null
  lang: string
  demonstration: boolean
  kind: string | null
  organiser: string | null
  city: string | null
  country: string | null
  state: EventState
  attendance: Attendance
  disciplines: string[]
  realDates: Record<string, string> | null
  startsAt: Date | null
  endsAt: Date | null
}

/** An event with all that is known of it. */
export type EventDetail = Omit<EventRow, 'title' | 'summary' | 'lang' | 'demonstration'> & {
  originalLang: string
  parentId: string | null
  venue: string | null
  onlineUrl: string | null
  themes: string[]
  programme: string | null
  convening: ConveningFacts | null
  url: string | null
  moreSources: string[]
  note: string | null
  lastChecked: string | null
}

/** Does it go on at this moment? */
export function isOn(event: Pick<EventRow, 'startsAt' | 'endsAt'>, now: Date): boolean {
  return event.startsAt !== null && event.endsAt !== null && event.startsAt <= now && now < event.endsAt
}
