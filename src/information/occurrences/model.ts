/** When an event takes place: once, or at each of its occurrences. Pure. */
import type { EventState, EventTime } from '../events/model.ts'
import type { Change, Recurrence } from '../recurrence/model.ts'
import { startsOfRule, type Window } from '../recurrence/rules/model.ts'
import { dayAfter, momentAt } from './clocks/model.ts'

/** How far back and ahead occurrences are worked out. */
const monthsBehind = 120
const monthsAhead = 19

/** Every event that goes on without an end has its occurrences of so many months from now on. */
export const monthsKept = 18

/** Past occurrences beyond which the earliest are not kept. */
const mostKept = 10_000

/** The days whose occurrences are worked out on a day; a month more than must be there, so that not each is done each night. */
export function windowOn(today: Temporal.PlainDate): Window {
  return {
    from: today.subtract({ months: monthsBehind }).toString(),
    to: today.add({ months: monthsAhead }).toString(),
  }
}

/** An event that takes place: its time, its state, and how it repeats. */
export type Timed = { time: EventTime; state: EventState; recurrence: Recurrence | null }

/** One time at which an event takes place. */
export type Occurrence = {
  /** The start it has by rule or date, which names it for good. */
  start: string
  startsOn: string
  startsTime: string | null
  endsOn: string
  endsTime: string | null
  startsAt: Date
  endsAt: Date
  state: EventState
  title: string | null
  /** While lists show the event by this one; never where both are the same. */
  shownFrom: Date | 'beginning'
  shownUntil: Date | 'end'
}

/** One date of an event that repeats, as its page shows it. */
export type DateRow = Omit<Occurrence, 'start' | 'shownFrom' | 'shownUntil'>

type Unplaced = Omit<Occurrence, 'shownFrom' | 'shownUntil'>

/**
 * The occurrences of an event in order: all that are stated, and those of its rule within the window. `until` is the
 * last day for which they are worked out; null when there are no more after them.
 */
export function occurrencesOf(event: Timed, window: Window): { all: Occurrence[]; until: string | null } {
  const { time, state, recurrence } = event
  const own = { start: startOf(time), ...timesOf(time), ...momentsOn(time), state, title: null }
  if (recurrence === null) return { all: shown([own]), until: null }
  const { starts, until } = startsIn(own.start, recurrence, window)
  const changes = new Map(recurrence.changes.map((change) => [change.of, change]))
  // A change of what the rule does not make is an occurrence all the same: somebody has stated it.
  const all = [...new Set([...starts, ...changes.keys()])].map((start) =>
    occurrenceAt(event, start, changes.get(start)),
  )
  // Whoever excepts every one of them still has an event to show.
  return { all: shown(all.length > 0 ? all : [{ ...own, state: 'cancelled' }]), until }
}

function startOf({ startsOn, startsTime }: EventTime): string {
  return startsTime === null ? startsOn : `${startsOn}T${startsTime}`
}

function startsIn(first: string, { rule, dates, except }: Recurrence, window: Window) {
  const within = rule === null ? [first] : startsOfRule(rule, first, window)
  // What begins after the window or was over before it has its own start all the same.
  const made = within.length > 0 ? within : [first]
  const excepted = new Set(except)
  const starts = [...made, ...dates].filter((start) => !excepted.has(start))
  return { starts: starts.slice(-mostKept), until: goesOn(rule, first, window) ? window.to : null }
}

/** Does a rule make starts after the window? */
function goesOn(rule: string | null, first: string, window: Window): boolean {
  if (rule === null) return false
  const after = Temporal.PlainDate.from(window.to).add({ days: 1 })
  if (!/COUNT|UNTIL/.test(rule)) return true
  // Twelve years hold any day there is; a rule beyond them is taken up when it comes near.
  const beyond = { from: after.toString(), to: after.add({ years: 12 }).toString() }
  return startsOfRule(rule, first, beyond).length > 0
}

function occurrenceAt({ time, state }: Timed, start: string, change: Change | undefined): Unplaced {
  const times = change ? changedTimes(time, change) : movedTo(time, start)
  return {
    start,
    ...times,
    ...momentsOn({ ...time, ...times }),
    // What is called off as a whole is called off each time.
    state: state === 'cancelled' ? state : (change?.status ?? state),
    title: change?.title ?? null,
  }
}

type Times = Pick<EventTime, 'startsOn' | 'startsTime' | 'endsOn' | 'endsTime'>

const timesOf = ({ startsOn, startsTime, endsOn, endsTime }: EventTime): Times => ({
  startsOn,
  startsTime,
  endsOn,
  endsTime,
})

/** The times of an event at another start, as long on the wall. */
function movedTo(time: EventTime, start: string): Times {
  const [startsOn = '', startsTime = null] = start.split('T')
  if (startsTime === time.startsTime || time.endsTime === null) {
    return { startsOn, startsTime, endsOn: laterBy(time, startsOn), endsTime: time.endsTime }
  }
  const wall = (day: string, clock: string | null) =>
    Temporal.PlainDate.from(day).toPlainDateTime(clock ?? '00:00')
  const length = wall(time.startsOn, time.startsTime).until(wall(time.endsOn, time.endsTime))
  const end = wall(startsOn, startsTime).add(length)
  return {
    startsOn,
    startsTime,
    endsOn: end.toPlainDate().toString(),
    endsTime: end.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
}

function laterBy({ startsOn, endsOn }: EventTime, day: string): string {
  if (startsOn === endsOn) return day
  const length = Temporal.PlainDate.from(startsOn).until(endsOn)
  return Temporal.PlainDate.from(day).add(length).toString()
}

/** The times a change states; one that states no end is as long as the others. */
function changedTimes(time: EventTime, change: Change): Times {
  const { start_date: startsOn, start_time: startsTime, end_date: endsOn, end_time: endsTime } = change
  if (endsOn === null && endsTime === null)
    return movedTo(time, startsTime === null ? startsOn : `${startsOn}T${startsTime}`)
  return { startsOn, startsTime, endsOn: endsOn ?? startsOn, endsTime }
}

function momentsOn(time: EventTime): { startsAt: Date; endsAt: Date } {
  const { startsOn, startsTime, endsOn, endsTime } = time
  const zone = time.zone ?? 'UTC'
  const start = momentAt(zone, startsOn, startsTime ?? '00:00')
  const wholeDays = startsTime === null || endsTime === null
  const end = wholeDays ? momentAt(zone, dayAfter(endsOn), '00:00') : momentAt(zone, endsOn, endsTime)
  // Where the clock skips the hour of its start, an event may end on the wall before it begins.
  return { startsAt: new Date(start), endsAt: new Date(end > start ? end : start + halfAnHour) }
}

const halfAnHour = 1_800_000

/** Which of them lists show when: of those that take place the first that is not over, at last the last of all. */
function shown(all: Unplaced[]): Occurrence[] {
  const inOrder = all.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
  const taking = inOrder.filter(({ state }) => state !== 'cancelled')
  return shownAfter('beginning', inOrder, new Set(taking.length > 0 ? taking : inOrder))
}

/** The same for occurrences after others, the latest of which ends at `from`. */
function shownAfter(
  begun: Occurrence['shownFrom'],
  inOrder: Unplaced[],
  eligible: ReadonlySet<Unplaced>,
): Occurrence[] {
  const last = [...eligible].at(-1)
  let from = begun
  return inOrder.map((one): Occurrence => {
    if (!eligible.has(one)) return { ...one, shownFrom: one.endsAt, shownUntil: one.endsAt }
    const until = from === 'beginning' || one.endsAt > from ? one.endsAt : from
    const place = { ...one, shownFrom: from, shownUntil: one === last ? ('end' as const) : until }
    from = until
    return place
  })
}

/** The last of the occurrences there are of an event, and the day up to which they were worked out. */
export type Last = { until: string; endsAt: Date; shownFrom: Date | null; state: EventState }

/**
 * The occurrences an event has after those it has already, as far as the window goes; undefined where they do not
 * simply follow: a date that was stated stands among them or behind, or of those there are none takes place.
 */
export function occurrencesAfter(
  last: Last,
  event: Timed & { recurrence: Recurrence },
  window: Window,
): { all: Occurrence[]; until: string | null; after: Date } | undefined {
  const { rule, dates, except, changes } = event.recurrence
  const stated = [
    startOf(event.time),
    ...dates,
    ...except,
    ...changes.flatMap((change) => [change.of, change.start_date]),
  ]
  if (rule === null || stated.some((start) => start.slice(0, 10) > last.until)) return undefined
  if (last.state === 'cancelled' && event.state !== 'cancelled') return undefined
  const first = startOf(event.time)
  const from = Temporal.PlainDate.from(last.until).add({ days: 1 }).toString()
  const all = startsOfRule(rule, first, { from, to: window.to }).map((start) =>
    occurrenceAt(event, start, undefined),
  )
  const after = last.shownFrom !== null && last.shownFrom > last.endsAt ? last.shownFrom : last.endsAt
  const until = goesOn(rule, first, window) ? window.to : null
  return { all: shownAfter(after, all, new Set(all)), until, after }
}
