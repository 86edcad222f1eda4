/** The starts a rule makes (RFC 5545, 3.3.10), on the wall and within a window of days, so that it always ends. Pure. */
import { filtersOf, type Numbers, numbersOf } from '../days/model.ts'
import { readParts, type RuleParts, untilOf } from '../model.ts'

/** Days of a window, both included (ISO dates). */
export type Window = { from: string; to: string }

/**
 * The starts of a rule from the start of its event on (`2027-05-31T10:00`, or `2027-05-31` for whole days), in order,
 * as far as they fall into the window. The event's own start is always one of them and the first that COUNT counts,
 * whether the rule makes it or not. A rule that is none (`ruleFault`) answers anything.
 */
export function startsOfRule(rule: string, start: string, window: Window): string[] {
  const parts = readParts(rule)
  const first = readStart(start)
  const last = lastOf(parts, first, readStart(window.to).day)
  const counted = parts.has('COUNT') ? Number(parts.get('COUNT')) : Infinity
  const from = readStart(window.from).day
  const skipTo = counted === Infinity ? from : first.day
  const found: Start[] = []
  let count = 1
  if (first.day >= from && first.day <= last.day) found.push(first)
  for (const next of candidates(parts, first, { from: skipTo, to: last.day })) {
    if (isAfter(next, last) || count >= counted) break
    if (!isAfter(next, first)) continue
    count += 1
    if (next.day >= from) found.push(next)
  }
  const timed = start.includes('T')
  return found.map((one) => writeStart(one, timed))
}

/** A moment on the wall: days since 1970-01-01, minutes since midnight. */
type Start = { day: number; minute: number }

const dayLength = 86_400_000
const dayOf = (date: string) => Math.round(Date.parse(`${date}T00:00:00Z`) / dayLength)

function readStart(start: string): Start {
  const [date = '', time = '00:00'] = start.split('T')
  const [hour = '0', minute = '0'] = time.split(':')
  return { day: dayOf(date), minute: Number(hour) * 60 + Number(minute) }
}

function writeStart({ day, minute }: Start, timed: boolean): string {
  const date = new Date(day * dayLength).toISOString().slice(0, 10)
  if (!timed) return date
  const two = (number: number) => String(number).padStart(2, '0')
  return `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

const isAfter = (one: Start, other: Start) =>
  one.day > other.day || (one.day === other.day && one.minute > other.minute)

function lastOf(parts: RuleParts, first: Start, windowEnd: number): Start {
  const until = untilOf(parts.get('UNTIL') ?? '')
  if (until === null) return { day: windowEnd, minute: Infinity }
  const timed = parts.get('UNTIL')?.includes('T') ?? false
  const end = {
    day: dayOf(until.toPlainDate().toString()),
    minute: timed ? until.hour * 60 + until.minute : Infinity,
  }
  return end.day > windowEnd ? { day: windowEnd, minute: Infinity } : end.day < first.day ? first : end
}

/** What the rule makes in order, period after period, from the period of its start on; days outside are left out. */
function* candidates(parts: RuleParts, first: Start, days: { from: number; to: number }): Generator<Start> {
  const fits = filtersOf(parts, first.day)
  const times = timesOf(parts, first)
  const chosen = numbersOf(parts, 'BYSETPOS')
  for (const period of periodsOf(parts, first, days.to)) {
    if (period.to < days.from) continue
    const starts: Start[] = []
    for (let day = period.from; day <= period.to; day += 1) {
      if (fits(day)) for (const minute of times(day, period)) starts.push({ day, minute })
    }
    yield* chosen === undefined ? starts : picked(starts, chosen)
  }
}

function picked(starts: Start[], places: Numbers): Start[] {
  return starts.filter((_, at) => places.has(at + 1) || places.has(at - starts.length))
}

/** The days within which a rule chooses (BYSETPOS) and which it repeats; of an hourly rule also the hour. */
type Period = { from: number; to: number; hour?: number }

function* periodsOf(parts: RuleParts, first: Start, to: number): Generator<Period> {
  const interval = Number(parts.get('INTERVAL') ?? 1)
  const frequency = parts.get('FREQ')
  if (frequency === 'HOURLY') {
    const begin = first.day * 24 + Math.floor(first.minute / 60)
    for (let hour = begin; hour < (to + 1) * 24; hour += interval) {
      const day = Math.floor(hour / 24)
      yield { from: day, to: day, hour: hour % 24 }
    }
  } else if (frequency === 'DAILY' || frequency === 'WEEKLY') {
    const length = frequency === 'DAILY' ? 1 : 7
    const begin = frequency === 'DAILY' ? first.day : weekStart(first.day, parts.get('WKST') ?? 'MO')
    for (let day = begin; day <= to; day += interval * length) yield { from: day, to: day + length - 1 }
  } else {
    const months = frequency === 'MONTHLY' ? 1 : 12
    const date = new Date(first.day * dayLength)
    const end = new Date(to * dayLength)
    const last = end.getUTCFullYear() * 12 + end.getUTCMonth()
    const begin = date.getUTCFullYear() * 12 + (months === 1 ? date.getUTCMonth() : 0)
    for (let month = begin; month <= last; month += interval * months)
      yield { from: firstOfMonth(month), to: firstOfMonth(month + months) - 1 }
  }
}

/** The first day of a month, months counted from the year 0. */
const firstOfMonth = (month: number) => Date.UTC(0, month - 1900 * 12) / dayLength

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

function weekStart(day: number, first: string): number {
  const weekday = (day + 4) % 7
  return day - ((weekday - weekdays.indexOf(first) + 7) % 7)
}

/** The times of a day in minutes, in order; those of an hourly rule are of the hour of its period. */
function timesOf(parts: RuleParts, { minute }: Start): (day: number, period: Period) => number[] {
  const sorted = (name: string, otherwise: number) => {
    const given = numbersOf(parts, name)
    return given ? [...given].toSorted((a, b) => a - b) : [otherwise]
  }
  const minutes = sorted('BYMINUTE', minute % 60)
  const hours = sorted('BYHOUR', Math.floor(minute / 60))
  const ofDay = hours.flatMap((hour) => minutes.map((each) => hour * 60 + each))
  const allowed = numbersOf(parts, 'BYHOUR')
  return (_, { hour }) => {
    if (hour === undefined) return ofDay
    return allowed && !allowed.has(hour) ? [] : minutes.map((each) => hour * 60 + each)
  }
}
