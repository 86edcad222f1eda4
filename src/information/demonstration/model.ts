/** Moves the dates of demonstration records forward by whole years, so that lists are alive. Pure. */

type Raw = Record<string, unknown> & { id: string }

const moved: Record<string, string[]> = {
  opportunities: ['deadline', 'activity_start', 'activity_end'],
  events: ['start_date', 'end_date'],
  convenings: ['start_date', 'end_date'],
}

/** Of the meetings of ministers only the last is to come; the others stay what they are, history. */
const comingMeeting = 'cmm8'

/**
 * A record with its dates moved and, under `real_dates`, what they were. Most records are moved so that they end
 * within the year to come; one in six so that it ended within the last, because an archive is alive too.
 */
export function moveRecord(kind: string, record: Raw, today: Temporal.PlainDate): Raw {
  const fields = moved[kind]
  if (!fields || (kind === 'convenings' && record.id !== comingMeeting)) return record
  // Its dates go on by themselves, and moved by years they would fall on other days of the week.
  if (record['recurrence']) return record
  const years = yearsFor(record, lastDate(record, fields), today)
  if (years <= 0) return record
  const real: Record<string, string> = {}
  const copy: Raw = { ...record }
  for (const field of fields) {
    const date = record[field]
    if (typeof date !== 'string') continue
    real[field] = date
    copy[field] = later(date, years)
  }
  for (const field of [
    'rounds',
    'deadline_changes',
    'senior_officials_meetings',
    'public_forums_and_expert_meetings',
  ]) {
    if (Array.isArray(record[field]))
      copy[field] = record[field].map((part: unknown) => movedWithin(part, years))
  }
  if (record['asef_policy_panel']) copy['asef_policy_panel'] = movedWithin(record['asef_policy_panel'], years)
  Object.assign(real, everyRound(record))
  return { ...copy, real_dates: real }
}

function lastDate(record: Raw, fields: string[]): string | undefined {
  const rounds = Array.isArray(record['rounds'])
    ? record['rounds'].map((round: { deadline?: string }) => round.deadline)
    : []
  const dates = [...(rounds.length > 0 ? rounds : [record[fields[0] ?? ''], record['end_date']])]
  return dates
    .filter((date) => typeof date === 'string')
    .sort()
    .at(-1)
}

// Beside the current one of several rounds all their real dates stand.
function everyRound(record: Raw): Record<string, string> {
  const rounds = Array.isArray(record['rounds']) ? record['rounds'] : []
  return rounds[0] ? { deadline: rounds.map((round: { deadline: string }) => round.deadline).join(', ') } : {}
}

function yearsFor(record: Raw, date: string | undefined, today: Temporal.PlainDate): number {
  if (!date) return 0
  const last = Temporal.PlainDate.from(date)
  if (Temporal.PlainDate.compare(last, today) >= 0) return 0
  let years = today.year - last.year
  if (Temporal.PlainDate.compare(last.add({ years }), today) < 0) years += 1
  return inArchive(record.id) ? years - 1 : years
}

function inArchive(id: string): boolean {
  return (
    Array.from(id).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003, 7) % 6 === 0
  )
}

function later(date: string, years: number): string {
  return Temporal.PlainDate.from(date).add({ years }).toString()
}

function movedWithin(part: unknown, years: number): unknown {
  if (typeof part !== 'object' || part === null) return part
  return Object.fromEntries(
    Object.entries(part).map(([field, value]) => [field, movedValue(field, value, years)]),
  )
}

function movedValue(field: string, value: unknown, years: number): unknown {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return later(value, years)
  return field === 'year' && typeof value === 'number' ? value + years : value
}
