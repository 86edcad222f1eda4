/** The closings of a call as an opportunity states them. Pure. */
import type { CallDates, Wall } from '../../../rules/dates/model.ts'
import { roundOf, type StatedRound } from '../model.ts'

/** How many cut-offs to come are listed: a year of months. */
const mostCutOffs = 12

/** Every closing of a call; of monthly ones, those that are to come on a day, for a year. */
export function statedRounds(dates: CallDates, today: Temporal.PlainDate): StatedRound[] {
  const { zone, rounds, closes, cut_offs, extensions } = dates
  const standing = (wall: Wall, round?: string) =>
    extensions
      .filter((extension) => extension.round === round)
      .toSorted((one, other) => (one.on < other.on ? -1 : 1))
      .reduce((now, { from, to }) => (sameWall(now, from) ? to : now), wall)
  if (rounds)
    return rounds.map(({ id, closes: wall, says }) => roundOf(standing(wall, id), zone, says?.['en'] ?? null))
  if (cut_offs) return cutOffs(dates, today).map((wall) => roundOf(wall, zone, null))
  return closes ? [roundOf(standing(closes), zone, null)] : []
}

const sameWall = (one: Wall, other: Wall) => one.day === other.day && one.time === other.time

function cutOffs({ cut_offs, opens }: CallDates, today: Temporal.PlainDate): Wall[] {
  if (!cut_offs) return []
  const { every, on, time, until } = cut_offs
  const opening = Temporal.PlainDate.from(opens.day)
  const begin = Temporal.PlainDate.compare(opening, today) > 0 ? opening : today
  const months = Array.from({ length: 40 }, (_, at) => begin.with({ day: 1 }).add({ months: at }))
  const days = months
    .filter(({ month }) => every === 'month' || month % 3 === 0)
    .map((first) => (on === 'last' ? first.with({ day: first.daysInMonth }) : first.with({ day: on })))
    .map(String)
    .filter((day) => day >= begin.toString() && (until === undefined || day <= until))
  return days.slice(0, mostCutOffs).map((day) => (time === undefined ? { day } : { day, time }))
}
