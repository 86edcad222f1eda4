/** The closings of a call as an opportunity states them. Pure. */
import type { CallDates } from '../../../rules/dates/model.ts'
import { type ListedClosing, listedClosings } from '../../../rules/timing/model.ts'
import { openingOf } from '../../../rules/timing/walls/model.ts'

/** A closing as an opportunity states it. */
export type StatedRound = { deadline: string; time: string | null; zone: string; text: string | null }

const year = { hours: 366 * 24 }
const end = Temporal.Instant.from('2300-01-01T00:00:00Z')

/** Every closing of a call; of those on the same day of every month, the ones to come within a year, or the last. */
export function statedRounds(dates: CallDates, now: Temporal.Instant): StatedRound[] {
  return closingsOf(dates, now).map((closing) => roundOf(closing, dates))
}

function closingsOf(dates: CallDates, now: Temporal.Instant): ListedClosing[] {
  const opening = openingOf(dates.opens, dates.zone)
  if (!dates.cut_offs) return listedClosings(dates, opening, end)
  const begins = Temporal.Instant.compare(opening, now) > 0 ? opening : now
  const coming = listedClosings(dates, begins, begins.add(year))
  return coming.length > 0 ? coming : listedClosings(dates, opening, begins).slice(-1)
}

function roundOf({ round, day, time, zone }: ListedClosing, { rounds }: CallDates): StatedRound {
  const named = rounds?.find(({ id }) => id === round)
  return { deadline: day, time, zone, text: named?.says?.['en'] ?? null }
}
