/** Which days a rule falls on (the table of RFC 5545, 3.3.10), each day asked for itself. Pure. */
import type { RuleParts } from '../model.ts'

export type Numbers = ReadonlySet<number>

/** The numbers of a part of a rule; undefined where the rule has none. */
export function numbersOf(parts: RuleParts, name: string): Numbers | undefined {
  const given = parts.get(name)
  return given === undefined ? undefined : new Set(given.split(',').map(Number))
}

const weekdays = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const dayLength = 86_400_000

/** A day with what rules ask of it; months and days of the month from 1, Sunday is 0. */
type Facts = { day: number; year: number; month: number; date: number; weekday: number; daysInMonth: number }

function factsOf(day: number): Facts {
  const date = new Date(day * dayLength)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + 1]
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { day, year, month, date: date.getUTCDate(), weekday: date.getUTCDay(), daysInMonth }
}

type Filter = (facts: Facts) => boolean

/**
 * Tells of a day (days since 1970-01-01) whether a rule falls on it, the day being in one of its periods. What the rule
 * leaves open is as its first day has it.
 */
export function filtersOf(parts: RuleParts, firstDay: number): (day: number) => boolean {
  const filters = [...statedFilters(parts), ...openFilters(parts, factsOf(firstDay))]
  return (day) => {
    const facts = factsOf(day)
    return filters.every((fits) => fits(facts))
  }
}

function statedFilters(parts: RuleParts): Filter[] {
  const filters: Filter[] = []
  const [months, dates] = [numbersOf(parts, 'BYMONTH'), numbersOf(parts, 'BYMONTHDAY')]
  const [yearDays, weeks] = [numbersOf(parts, 'BYYEARDAY'), numbersOf(parts, 'BYWEEKNO')]
  if (months) filters.push(({ month }) => months.has(month))
  if (weeks) filters.push((facts) => isInWeek(facts, weeks, parts.get('WKST') ?? 'MO'))
  if (yearDays) filters.push((facts) => isAmong(yearDays, yearDay(facts), daysInYear(facts.year)))
  if (dates) filters.push(({ date, daysInMonth }) => isAmong(dates, date, daysInMonth))
  if (parts.has('BYDAY')) filters.push(weekdayFilter(parts))
  return filters
}

/** Yearly, a rule without any days is on its first day's date; with weeks only, on its day of the week; and so on. */
function openFilters(parts: RuleParts, first: Facts): Filter[] {
  const has = (...names: string[]) => names.some((name) => parts.has(name))
  const sameDate: Filter = ({ date }) => date === first.date
  const sameWeekday: Filter = ({ weekday }) => weekday === first.weekday
  switch (parts.get('FREQ')) {
    case 'WEEKLY':
      return has('BYDAY') ? [] : [sameWeekday]
    case 'MONTHLY':
      return has('BYDAY', 'BYMONTHDAY') ? [] : [sameDate]
    case 'YEARLY':
      if (has('BYDAY', 'BYMONTHDAY', 'BYYEARDAY')) return []
      if (has('BYWEEKNO')) return [sameWeekday]
      return has('BYMONTH') ? [sameDate] : [sameDate, ({ month }) => month === first.month]
    default:
      return []
  }
}

/** Is a place counted from the beginning, or (negative) from the end, among these? */
function isAmong(numbers: Numbers, place: number, length: number): boolean {
  return numbers.has(place) || numbers.has(place - length - 1)
}

const firstOfYear = (year: number) => Date.UTC(year, 0) / dayLength
const daysInYear = (year: number) => firstOfYear(year + 1) - firstOfYear(year)
const yearDay = ({ day, year }: Facts) => day - firstOfYear(year) + 1

/** Days of the week, plain or numbered; numbers count in the month of monthly rules and of those that name months. */
function weekdayFilter(parts: RuleParts): Filter {
  const wanted = (parts.get('BYDAY') ?? '').split(',').map((part) => ({
    weekday: weekdays.indexOf(part.slice(-2)),
    place: Number(part.slice(0, -2)),
  }))
  const inMonth = parts.get('FREQ') === 'MONTHLY' || parts.has('BYMONTH')
  return (facts) =>
    wanted.some(
      ({ weekday, place }) =>
        weekday === facts.weekday && (place === 0 || isPlaced(place, placeIn(facts, inMonth))),
    )
}

/** The place of a day within its month or year, from 0, and how many days that has. */
function placeIn(facts: Facts, inMonth: boolean): { at: number; length: number } {
  return inMonth
    ? { at: facts.date - 1, length: facts.daysInMonth }
    : { at: yearDay(facts) - 1, length: daysInYear(facts.year) }
}

function isPlaced(place: number, { at, length }: { at: number; length: number }): boolean {
  return place > 0 ? Math.floor(at / 7) + 1 === place : Math.floor((length - 1 - at) / 7) + 1 === -place
}

/** Week 1 is the first with at least four days in its year; a day belongs to the year of the middle of its week. */
function isInWeek({ day, weekday }: Facts, weeks: Numbers, weekStart: string): boolean {
  const fromStart = (weekday - weekdays.indexOf(weekStart) + 7) % 7
  const middle = day - fromStart + 3
  const year = new Date(middle * dayLength).getUTCFullYear()
  const week = Math.floor((middle - firstOfYear(year)) / 7) + 1
  const weeksAfter = Math.floor((firstOfYear(year + 1) - 1 - middle) / 7)
  return isAmong(weeks, week, week + weeksAfter)
}
