import { type EventRow, isOn, momentsOf, type EventTime } from '../events/model.ts'
import type { Reader } from '../readers/model.ts'
import { beside } from '../records/words.ts'

/** When an event is, as a list says it: one large line, one small one, and the same for machines. */
export type ShortTime = { big: string; small: string; datetime?: string }

type Timed = Pick<
  EventRow,
  'startsOn' | 'startsTime' | 'endsOn' | 'endsTime' | 'zone' | 'precision' | 'startsAt' | 'endsAt' | 'state'
>

/** The time of an event, or undefined while no date is known. */
export function knownTime(event: Timed): EventTime | undefined {
  const { startsOn, startsTime, endsOn, endsTime, zone, precision } = event
  if (startsOn === null || endsOn === null || precision === null) return undefined
  return { startsOn, startsTime, endsOn, endsTime, zone, precision }
}

export function shortTime(reader: Reader, event: Timed): ShortTime {
  const time = knownTime(event)
  if (!time) return { big: reader.say('when.undated'), small: '' }
  if (time.precision !== 'day') return shortPeriod(reader, time)
  const now = new Date(reader.now.epochMilliseconds)
  return takesPlace(event) && isOn(event, now) ? shortOngoing(reader, time) : shortDays(reader, time)
}

// A month or a year is no day: nothing is said to be on while only so much is known.
function shortPeriod({ say, format }: Reader, { startsOn, endsOn, precision }: EventTime): ShortTime {
  const length = precision === 'month' ? 7 : 4
  const [from, to] = [startsOn.slice(0, length), endsOn.slice(0, length)]
  const words = precision === 'month' ? format.month : format.year
  const whole = (day: string) => words(precision === 'month' ? day.slice(0, 7) : day)
  return {
    big: whole(startsOn),
    small: from === to ? '' : say('row.until', { day: whole(endsOn) }),
    datetime: from,
  }
}

function shortOngoing(reader: Reader, time: EventTime): ShortTime {
  const day = dayWords(reader, time.endsOn)
  return { big: reader.say('when.on-now'), small: reader.say('row.until', { day }), datetime: time.startsOn }
}

function shortDays(reader: Reader, time: EventTime): ShortTime {
  const { say, format } = reader
  const { startsOn, startsTime, endsOn } = time
  const year = isThisYear(reader, startsOn) ? '' : format.year(startsOn)
  const hour = startsTime === null ? '' : format.time(startsTime)
  return {
    big: format.shortDate(startsOn),
    small:
      endsOn > startsOn ? say('row.until', { day: dayWords(reader, endsOn) }) : beside(reader, [year, hour]),
    datetime: startsOn,
  }
}

function dayWords(reader: Reader, day: string): string {
  return isThisYear(reader, day) ? reader.format.shortDate(day) : reader.format.date(day)
}

function isThisYear({ now }: Reader, day: string): boolean {
  return day.startsWith(String(now.toZonedDateTimeISO('UTC').year))
}

/** Is it on or over? Empty while it is to come, and where too little is known to say so. */
export function progressWords({ say, now }: Reader, event: Timed): string {
  const at = new Date(now.epochMilliseconds)
  if (event.endsAt !== null && event.endsAt <= at) return say('when.past')
  return event.precision === 'day' && takesPlace(event) && isOn(event, at) ? say('when.on-now') : ''
}

const takesPlace = ({ state }: Timed) => state === 'confirmed' || state === 'tentative'

/** When an event is, as its own page says it; `utc` and the instant only where there is a time of day. */
export type StatedTime = { stated: string; exactness: string; utc?: string; instant?: string }

export function statedTime(reader: Reader, event: Timed): StatedTime {
  const { say } = reader
  const time = knownTime(event)
  if (!time) return { stated: say('when.undated'), exactness: '' }
  if (time.precision === 'month') return { stated: periodWords(reader, time), exactness: say('event.month') }
  if (time.precision === 'year') return { stated: periodWords(reader, time), exactness: say('event.year') }
  if (time.startsTime === null)
    return { stated: reader.format.fullDateRange(time.startsOn, time.endsOn), exactness: say('event.allDay') }
  return { stated: clockWords(reader, time), exactness: '', ...universal(reader, time) }
}

function periodWords(reader: Reader, time: EventTime): string {
  const { say, format } = reader
  const words = (day: string) =>
    time.precision === 'month' ? format.month(day.slice(0, 7)) : format.year(day)
  const [from, to] = [words(time.startsOn), words(time.endsOn)]
  return from === to ? from : say('event.between', { from, to })
}

function clockWords({ say, format }: Reader, time: EventTime): string {
  const { startsOn, startsTime, endsOn, endsTime } = time
  const { start } = momentsOf(time)
  const zone = format.zone(time.zone ?? 'UTC', start)
  const day = format.fullDate(startsOn)
  const from = format.time(startsTime ?? '00:00')
  const to = endsTime === null ? null : format.time(endsTime)
  if (endsOn === startsOn) {
    return to === null
      ? say('event.at', { day, time: from, zone })
      : say('event.atBetween', { day, from, to, zone })
  }
  const lastDay = format.fullDate(endsOn)
  return to === null
    ? say('event.between', { from: say('event.at', { day, time: from, zone }), to: lastDay })
    : say('event.overDays', { day, from, lastDay, to, zone })
}

function universal({ say, format }: Reader, time: EventTime): { utc: string; instant: string } {
  const { start, end } = momentsOf(time)
  const from = format.moment(start, 'UTC')
  const moment = time.endsTime === null ? from : say('event.between', { from, to: format.moment(end, 'UTC') })
  return { utc: say('call.utc', { moment }), instant: start.toString() }
}
