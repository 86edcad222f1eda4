/** Moves the dates of demonstration calls forward by whole years, so that some are open. Pure. */

type Raw = Record<string, unknown>

const fields = ['opportunity', 'dates', 'rules', 'conditions', 'amount', 'examples']

/**
 * A call with every day in its dates, rules and examples moved by the same number of years, so that it closes within the year
 * to come, and under `real_dates` what they were. One that never closes, or is not over yet, stays as it is.
 */
export function moveCall(raw: unknown, today: Temporal.PlainDate): unknown {
  if (!isObject(raw) || !isObject(raw['dates'])) return raw
  const years = yearsFor(lastClosing(raw['dates']), today)
  if (years === 0) return raw
  const moved = Object.fromEntries(
    Object.entries(raw).map(([field, value]) => [
      field,
      fields.includes(field) ? later(value, years) : value,
    ]),
  )
  return { ...moved, real_dates: realDates(raw) }
}

function yearsFor(closing: string | undefined, today: Temporal.PlainDate): number {
  if (closing === undefined) return 0
  const last = Temporal.PlainDate.from(closing)
  const years = Math.max(0, today.year - last.year)
  return Temporal.PlainDate.compare(last.add({ years }), today) < 0 ? years + 1 : years
}

function lastClosing(dates: Raw): string | undefined {
  const { closes, rounds, cut_offs: cutOffs } = dates
  const walls = [closes, ...(Array.isArray(rounds) ? rounds.map((round: Raw) => round['closes']) : [])]
  return [...walls.map((wall) => isObject(wall) && wall['day']), isObject(cutOffs) && cutOffs['until']]
    .filter((day) => typeof day === 'string')
    .toSorted()
    .at(-1)
}

function realDates({ dates, opportunity }: Raw): Record<string, string> {
  const opens = isObject(dates) && isObject(dates['opens']) ? dates['opens']['day'] : undefined
  const activity = isObject(opportunity) ? opportunity : {}
  const all = {
    opens,
    deadline: isObject(dates) ? lastClosing(dates) : undefined,
    activity_start: activity['activity_start'],
    activity_end: activity['activity_end'],
  }
  return Object.fromEntries(
    Object.entries(all).flatMap(([field, day]) => (typeof day === 'string' ? [[field, day]] : [])),
  )
}

function later(value: unknown, years: number): unknown {
  if (typeof value === 'string') return laterDay(value, years)
  if (Array.isArray(value)) return value.map((one) => later(one, years))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([field, part]) => [field, later(part, years)]))
}

/** Days and instants, and nothing else: texts, amounts and names of editions stay. */
function laterDay(text: string, years: number): string {
  if (!/^\d{4}-\d\d-\d\d(T|$)/.test(text)) return text
  return Temporal.PlainDate.from(text.slice(0, 10)).add({ years }).toString() + text.slice(10)
}

const isObject = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
