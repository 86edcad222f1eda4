/** The days at which things are asked: of the application, of the call, of the activity and of the journey. Pure. */
import type { Moment } from '../conditions/model.ts'
import type { Scope } from '../evaluating/model.ts'
import type { Facts } from '../facts/model.ts'

/** A day and where it was read; or what is missing to know it; or the fact that there is no such day. */
export type DayFound = { day: string; at: string[] } | { missing: string[] } | { none: string[] }

const known = (day: string | undefined, at: string): DayFound =>
  day === undefined ? { missing: [at] } : { day, at: [at] }

/** The day of a moment. */
export function dayAt(moment: Moment, facts: Facts, scope: Scope): DayFound {
  if (typeof moment === 'object') return { day: moment.day, at: [] }
  switch (moment) {
    case 'application':
      return { day: applicationDay(facts, scope), at: [] }
    case 'travel-start':
      return travelStart(facts)
    case 'travel-end':
      return travelEnd(facts)
    case 'activity-start':
      return activityStart(facts)
    case 'activity-end':
      return activityEnd(facts)
    default: {
      const day = scope.moments[moment]
      return day === null ? { missing: [`/${moment}`] } : { day, at: [] }
    }
  }
}

/** The day of application where days of the call are counted. */
export function applicationDay({ submitted_at: submitted }: Facts, { now, zone }: Scope): string {
  return submitted === undefined ? dayIn(now, zone) : dayIn(Temporal.Instant.from(submitted), zone)
}

// The same moment is asked for again and again while many applications are looked at.
const dayOfMoment = new WeakMap<Temporal.Instant, Map<string, string>>()

function dayIn(moment: Temporal.Instant, zone: string): string {
  const known = dayOfMoment.get(moment) ?? new Map<string, string>()
  if (known.size === 0) dayOfMoment.set(moment, known)
  const day = known.get(zone) ?? moment.toZonedDateTimeISO(zone).toPlainDate().toString()
  known.set(zone, day)
  return day
}

/** When the journey begins: with its first leg. */
export function travelStart({ legs }: Facts): DayFound {
  if (!legs) return { missing: ['/legs'] }
  return legs[0] ? known(legs[0].departs, '/legs/0/departs') : { none: ['/legs'] }
}

/** When the journey ends: with its last leg, home or not. */
export function travelEnd({ legs }: Facts): DayFound {
  if (!legs) return { missing: ['/legs'] }
  const last = legs.length - 1
  return legs[last] ? known(legs[last].arrives, `/legs/${last}/arrives`) : { none: ['/legs'] }
}

// Where several periods are given they are the activity, whatever else is said of its start and end.
function activityStart({ activity }: Facts): DayFound {
  if (!activity?.periods?.length) return known(activity?.starts, '/activity/starts')
  return outermost(activity.periods, 'starts', (days) => days.toSorted()[0])
}

function activityEnd({ activity }: Facts): DayFound {
  if (!activity?.periods?.length) return known(activity?.ends, '/activity/ends')
  return outermost(activity.periods, 'ends', (days) => days.toSorted().at(-1))
}

type Period = { starts?: string | undefined; ends?: string | undefined }

function outermost(
  periods: readonly Period[],
  end: 'starts' | 'ends',
  choose: (days: readonly string[]) => string | undefined,
): DayFound {
  const missing = periods.flatMap((period, index) =>
    period[end] === undefined ? [`/activity/periods/${index}/${end}`] : [],
  )
  if (missing.length > 0) return { missing }
  const day = choose(periods.flatMap((period) => period[end] ?? []))
  return day === undefined ? { none: ['/activity/periods'] } : { day, at: ['/activity/periods'] }
}

/** Whole years from one day to another, as birthdays count them: one of 29 February is on 1 March. */
export function wholeYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return Math.max(0, to.slice(5) < from.slice(5) ? years - 1 : years)
}

/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
