/** When an event takes place: once, or at each of its occurrences. Pure. */
import { type EventState, type EventTime, momentsOf } from '../events/model.ts'
import type { Change, Recurrence } from '../recurrence/model.ts'
import { startsOfRule, type Window } from '../recurrence/rules/model.ts'

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
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
  state: EventState
  title: string | null
  /** While lists show the event by this one; never where both are the same. */
  shownFrom: Temporal.Instant | 'beginning'
  shownUntil: Temporal.Instant | 'end'
}

/** One date of an event that repeats. */
export type DateRow = {
  startsOn: string
  startsTime: string | null
  endsOn: string
  endsTime: string | null
  startsAt: Date
  endsAt: Date
  state: EventState
  title: string | null
}

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
  const made = rule === null ? [first] : startsOfRule(rule, first, window)
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

function momentsOn(time: EventTime): { startsAt: Temporal.Instant; endsAt: Temporal.Instant } {
  const { start, end } = momentsOf(time)
  // Where the clock skips the hour of its start, an event may end on the wall before it begins.
  const endsAt = Temporal.Instant.compare(end, start) > 0 ? end : start.add({ minutes: 30 })
  return { startsAt: start, endsAt }
}

/** Which of them lists show when: of those that take place the first that is not over, at last the last of all. */
function shown(all: Unplaced[]): Occurrence[] {
  const inOrder = all.toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt))
  const taking = inOrder.filter(({ state }) => state !== 'cancelled')
  const eligible = new Set(taking.length > 0 ? taking : inOrder)
  const last = [...eligible].at(-1)
  let from: Occurrence['shownFrom'] = 'beginning'
  return inOrder.map((one): Occurrence => {
    if (!eligible.has(one)) return { ...one, shownFrom: one.endsAt, shownUntil: one.endsAt }
    const until = later(from, one.endsAt)
    const place = { ...one, shownFrom: from, shownUntil: one === last ? ('end' as const) : until }
    from = until
    return place
  })
}

function later(one: Occurrence['shownFrom'], other: Temporal.Instant): Temporal.Instant {
  return one === 'beginning' || Temporal.Instant.compare(other, one) > 0 ? other : one
}
