/** The stretches of time in which one may apply: the call's own, or one for each round. Pure. */
import type { CallDates, Wall } from '../../dates/model.ts'
import { clockZone, closingOf, openingOf, startOfDay } from '../walls/model.ts'

/** Open from the first moment to just before the second (null: without end). */
export type Window = {
  round: string | null
  step: 1 | 2
  opens: Temporal.Instant
  closes: Temporal.Instant | null
  /** The closing as it is stated. */
  wall: Wall | null
  /** The day by which those who applied are told, where it is stated. */
  decides: string | null
}

type Closing = { round: string | null; opens?: Wall | undefined; wall: Wall; decides: string | null }
type Span = { from: Temporal.Instant; to: Temporal.Instant }

/**
 * The windows of a call in order, those of the first step before that of the second. Cut-offs go on without end:
 * those that close in the span, and their neighbours. Of extensions, those announced by `asOf`, or all of them.
 */
export function windowsOf(dates: CallDates, span: Span, asOf?: Temporal.Instant): Window[] {
  const opens = openingOf(dates.opens, dates.zone)
  const closings = closingsOf(dates, span).map((closing) => {
    const wall = extended(dates, closing, asOf)
    return { ...closing, wall, closes: closingOf(wall, dates.zone) }
  })
  const windows: Window[] = []
  for (const { round, opens: own, closes, wall, decides } of closings.toSorted(byClosing)) {
    const before = windows.at(-1)?.closes ?? opens
    const from = own ? openingOf(own, dates.zone) : before
    if (isBefore(from, closes)) windows.push({ round, step: 1, opens: from, closes, wall, decides })
  }
  if (!isDated(dates))
    windows.push({ round: null, step: 1, opens, closes: null, wall: null, decides: dates.decides ?? null })
  return [...windows, ...secondStep(dates)]
}

const byClosing = (a: { closes: Temporal.Instant }, b: { closes: Temporal.Instant }) =>
  Temporal.Instant.compare(a.closes, b.closes)

export const isBefore = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0

/** Does it close at all? */
const isDated = ({ closes, rounds, cut_offs }: CallDates) =>
  closes !== undefined || rounds !== undefined || cut_offs !== undefined

function closingsOf(dates: CallDates, span: Span): Closing[] {
  const decides = dates.decides ?? null
  if (dates.closes) return [{ round: null, wall: dates.closes, decides }]
  if (dates.rounds)
    return dates.rounds.map((round) => ({
      round: round.id,
      opens: round.opens,
      wall: round.closes,
      decides: round.decides ?? decides,
    }))
  const days = dates.cut_offs?.decides_after_days
  return cutOffsIn(dates, span).map(({ round, wall }) => ({
    round,
    wall,
    decides: days === undefined ? null : Temporal.PlainDate.from(wall.day).add({ days }).toString(),
  }))
}

/** The closing of a round as it stands by then: before its extension was announced, the one it was moved from. */
function extended(dates: CallDates, { round, wall }: Closing, asOf: Temporal.Instant | undefined): Wall {
  const moved = dates.extensions.filter((extension) => (extension.round ?? null) === round)
  const [first] = moved
  if (!first) return wall
  const announced = moved.filter(
    ({ on }) => asOf === undefined || !isBefore(asOf, startOfDay(on, dates.zone)),
  )
  return announced.at(-1)?.to ?? first.from
}

function secondStep({ second_step: second, zone }: CallDates): Window[] {
  if (!second) return []
  return [
    {
      round: null,
      step: 2,
      opens: openingOf(second.opens, zone),
      closes: closingOf(second.closes, zone),
      wall: second.closes,
      decides: null,
    },
  ]
}

/** The cut-offs that close in a span, with one before and one after it; the last of all is on the last day that is stated. */
function cutOffsIn(dates: CallDates, { from, to }: Span): { round: string; wall: Wall }[] {
  const { cut_offs: cutOffs, opens, zone } = dates
  if (!cutOffs) return []
  const months = cutOffs.every === 'month' ? 1 : 3
  const open = openingOf(opens, zone)
  const first = earlierOf(monthOf(isBefore(from, open) ? open : from, zone), cutOffs.until)
  const last = monthOf(isBefore(to, open) ? open : to, zone).add({ months: 2 * months })
  const found: { round: string; wall: Wall }[] = []
  let month = endOfPeriod(first, months).subtract({ months })
  for (; Temporal.PlainYearMonth.compare(month, last) <= 0; month = month.add({ months })) {
    const due = dayIn(month, cutOffs.on)
    const end = cutOffs.until ?? due
    const isLast = cutOffs.until !== undefined && due >= end
    const wall = { day: isLast ? end : due, time: cutOffs.time }
    if (isBefore(open, closingOf(wall, zone))) found.push({ round: roundOf(month, months), wall })
    if (isLast) break
  }
  return found
}

const monthOf = (moment: Temporal.Instant, zone: string) =>
  moment.toZonedDateTimeISO(clockZone(zone)).toPlainDate().toPlainYearMonth()

function earlierOf(month: Temporal.PlainYearMonth, until: string | undefined): Temporal.PlainYearMonth {
  if (until === undefined) return month
  const end = Temporal.PlainDate.from(until).toPlainYearMonth()
  return Temporal.PlainYearMonth.compare(month, end) < 0 ? month : end
}

/** Quarters are those of the calendar: March, June, September, December. */
const endOfPeriod = (month: Temporal.PlainYearMonth, months: number) =>
  month.add({ months: (months - (month.month % months)) % months })

function dayIn(month: Temporal.PlainYearMonth, on: number | 'last'): string {
  return month.toPlainDate({ day: on === 'last' ? month.daysInMonth : on }).toString()
}

/** `2027-01`, or `2027-q1` of quarters. */
const roundOf = (month: Temporal.PlainYearMonth, months: number) =>
  months === 1 ? month.toString() : `${month.year}-q${month.month / 3}`
