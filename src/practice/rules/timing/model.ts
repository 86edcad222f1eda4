/** How a call stands at a moment. Pure. */
import type { CallDates, Timing, Wall } from '../dates/model.ts'

const zoneOf = (zone: string) => (zone === 'anywhere-on-earth' ? 'Etc/GMT+12' : zone)

function instantOf({ day, time }: Wall, zone: string, isEnd: boolean): Temporal.Instant {
  const date = Temporal.PlainDate.from(day)
  const isWholeDay = time === undefined || time === '23:59'
  if (isEnd && isWholeDay) return date.add({ days: 1 }).toZonedDateTime(zoneOf(zone)).toInstant()
  return date
    .toPlainDateTime(time ?? '00:00')
    .toZonedDateTime(zoneOf(zone))
    .toInstant()
}

export function timingOf(dates: CallDates, now: Temporal.Instant): Timing {
  const { zone } = dates
  const opens = instantOf(dates.opens, zone, false)
  const walls =
    dates.rounds?.map(({ id, closes }) => ({ id, closes })) ??
    (dates.closes ? [{ id: null, closes: dates.closes }] : [])
  const closings = walls.map(({ id, closes }) => ({ id, at: instantOf(closes, zone, true) }))
  const next = closings.find(({ at }) => Temporal.Instant.compare(now, at) < 0)
  const last = closings.at(-1)
  const base = { round: next?.id ?? null, step: 1 as const, closes: (next ?? last)?.at ?? null }
  if (dates.cancelled) return { ...base, phase: 'cancelled', changes: null }
  if (Temporal.Instant.compare(now, opens) < 0) return { ...base, phase: 'not-yet-open', changes: opens }
  if (!next && closings.length > 0) return { ...base, phase: 'closed', changes: null }
  return { ...base, phase: 'open', changes: next?.at ?? null }
}
