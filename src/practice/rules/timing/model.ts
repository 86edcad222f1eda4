/** What stands at a moment: open, late or closed, in which round, and when that changes. Pure. */
import type { CallDates, Phase, Timing } from '../dates/model.ts'
import { startOfDay } from './walls/model.ts'
import { isBefore, type Window, windowsOf } from './windows/model.ts'

/**
 * How a call stands at a moment, after so many applications. An answer holds until `changes`, all of it. Where two
 * rounds are open, the one that closes first counts; late is only who comes when no round is open.
 */
export function timingOf(
  dates: CallDates,
  now: Temporal.Instant,
  { applications = 0 }: { applications?: number } = {},
): Timing {
  const known = kept.get(dates)
  if (known && known.applications === applications && holdsAt(known, now)) return known.timing
  const timing = workedOut(dates, now, applications)
  kept.set(dates, { from: now, applications, timing })
  return timing
}

type Kept = { from: Temporal.Instant; applications: number; timing: Timing }

// Lists ask hundreds of calls again and again, and an answer holds until the moment it says.
const kept = new WeakMap<CallDates, Kept>()

const holdsAt = ({ from, timing: { changes } }: Kept, now: Temporal.Instant) =>
  !isBefore(now, from) && (changes === null || isBefore(now, changes))

function workedOut(dates: CallDates, now: Temporal.Instant, applications: number): Timing {
  const standing = standingAt(dates, now, applications)
  const changes = turnsAfter(dates, now).find(
    (turn) => !isSame(standing, standingAt(dates, turn, applications)),
  )
  return { ...standing, changes: changes ?? null }
}

/** May anybody apply, as lists say it? Who comes late, or was invited to a second step, knows of it otherwise. */
export const isOpenToAll = ({ phase, step }: Pick<Timing, 'phase' | 'step'>): boolean =>
  phase === 'open' && step === 1

type Standing = Omit<Timing, 'changes'>

function standingAt(dates: CallDates, at: Temporal.Instant, applications: number): Standing {
  if (dates.cancelled && !isBefore(at, startOfDay(dates.cancelled.on, dates.zone)))
    return { phase: 'cancelled', round: null, step: 1, closes: null }
  const windows = windowsOf(dates, { from: at, to: at }, at)
  const { phase, window } = phaseAt(windows, dates, at)
  if (phase === 'closed' || !window) return { phase: 'closed', round: null, step: 1, closes: lastOf(windows) }
  const { round, step, closes } = window
  const isFull = step === 1 && dates.first_come !== undefined && applications >= dates.first_come
  return { phase: isFull ? 'full' : phase, round, step, closes }
}

function phaseAt(
  windows: readonly Window[],
  dates: CallDates,
  at: Temporal.Instant,
): { phase: Phase; window: Window | undefined } {
  const open = windows.find((window) => isWithin(window, at))
  if (open) return { phase: 'open', window: open }
  const late = windows.find((window) => isWithin({ ...window, closes: graceOf(window, dates) }, at))
  if (late) return { phase: 'late', window: late }
  const next = windows.find(({ step, opens }) => step === 1 && isBefore(at, opens))
  return next ? { phase: 'not-yet-open', window: next } : { phase: 'closed', window: undefined }
}

const isWithin = ({ opens, closes }: Pick<Window, 'opens' | 'closes'>, at: Temporal.Instant) =>
  !isBefore(at, opens) && (closes === null || isBefore(at, closes))

const graceOf = ({ closes }: Window, dates: CallDates) =>
  closes === null ? null : closes.add({ minutes: dates.grace_minutes })

const lastOf = (windows: readonly Window[]) => windows.findLast(({ step }) => step === 1)?.closes ?? null

const isSame = (one: Standing, other: Standing) =>
  one.phase === other.phase &&
  one.round === other.round &&
  one.step === other.step &&
  (one.closes?.epochNanoseconds ?? null) === (other.closes?.epochNanoseconds ?? null)

/** Every moment after this one at which something may turn, in order. */
function turnsAfter(dates: CallDates, now: Temporal.Instant): Temporal.Instant[] {
  const windows = windowsOf(dates, { from: now, to: now }, now)
  const announced = [...dates.extensions, ...(dates.cancelled ? [dates.cancelled] : [])]
  const turns = [
    ...windows.flatMap((window) => [window.opens, window.closes ?? [], graceOf(window, dates) ?? []].flat()),
    ...announced.map(({ on }) => startOfDay(on, dates.zone)),
  ]
  return turns.filter((turn) => isBefore(now, turn)).sort(Temporal.Instant.compare)
}

/** A closing as lists and calendars show it: the day and time as stated, and the moment that is. */
export type ListedClosing = {
  round: string | null
  day: string
  time: string | null
  zone: string
  closes: Temporal.Instant
  decides: string | null
}

/** The closings of the first step from one moment up to another, as far as is known of them; none of a call that never closes. */
export function listedClosings(
  dates: CallDates,
  from: Temporal.Instant,
  to: Temporal.Instant,
): ListedClosing[] {
  return windowsOf(dates, { from, to }).flatMap(({ step, round, closes, wall, decides }) => {
    if (step === 2 || !closes || !wall || isBefore(closes, from) || !isBefore(closes, to)) return []
    return [{ round, day: wall.day, time: wall.time ?? null, zone: dates.zone, closes, decides }]
  })
}

/** The days of a call that rules may name. */
export type CallMoments = { opening: string; closing: string | null; decision: string | null }

/** The days of the call for somebody who applies at a moment: those of their round, or else of the one that comes next. */
export function momentsOf(dates: CallDates, at: Temporal.Instant): CallMoments {
  const windows = windowsOf(dates, { from: at, to: at }, at).filter(({ step }) => step === 1)
  const window = phaseAt(windows, dates, at).window ?? windows.at(-1)
  return {
    opening: dates.opens.day,
    closing: window?.wall?.day ?? null,
    decision: window?.decides ?? null,
  }
}
