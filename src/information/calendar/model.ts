/** The calendar of events: one month at a time. Pure. */
import type { EventState } from '../events/model.ts'

const earliest = Temporal.PlainYearMonth.from('1990-01')
const latest = Temporal.PlainYearMonth.from('2100-12')

/** How many events a day shows before it says how many more there are. */
export const shownADay = 4

/** Months farther than this from today are not worth a search engine's while. */
const nearMonths = 24

/** An event on one of its days; `total` counts all events of that day. */
export type DayEvent = {
  day: string
  total: number
  slug: string
  title: string
  lang: string
  startsOn: string
  state: EventState
}

/** A month as the calendar has it. */
export type Month = {
  name: string
  first: string
  last: string
  previous: string | undefined
  next: string | undefined
}

/** One day of a month with its first events and the number of those not shown. */
export type Day = { day: string; events: DayEvent[]; hidden: number }

/** Reads a month as addresses write it (`2027-03`); undefined for anything else and beyond the calendar. */
export function readMonth(text: string): Month | undefined {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return undefined
  const month = Temporal.PlainYearMonth.from(text)
  if (!within(month)) return undefined
  const [previous, next] = [month.subtract({ months: 1 }), month.add({ months: 1 })]
  return {
    name: text,
    first: month.toPlainDate({ day: 1 }).toString(),
    last: month.toPlainDate({ day: month.daysInMonth }).toString(),
    previous: within(previous) ? previous.toString() : undefined,
    next: within(next) ? next.toString() : undefined,
  }
}

function within(month: Temporal.PlainYearMonth): boolean {
  return (
    Temporal.PlainYearMonth.compare(month, earliest) >= 0 &&
    Temporal.PlainYearMonth.compare(month, latest) <= 0
  )
}

/** The month of a day, as addresses write it. */
export function monthOfDay(day: string): string {
  return day.slice(0, 7)
}

/** Is this month more than two years away? */
export function isFar(month: Month, today: string): boolean {
  const away = Temporal.PlainDate.from(today).toPlainYearMonth().until(month.name, { largestUnit: 'months' })
  return Math.abs(away.months) > nearMonths
}

/** Every day of a month in order, with its events as they come. */
export function daysOf(month: Month, events: DayEvent[]): Day[] {
  const { daysInMonth } = Temporal.PlainYearMonth.from(month.name)
  return Array.from({ length: daysInMonth }, (_, at) => {
    const day = `${month.name}-${String(at + 1).padStart(2, '0')}`
    const onDay = events.filter((event) => event.day === day)
    return { day, events: onDay, hidden: (onDay[0]?.total ?? 0) - onDay.length }
  })
}
