/** Records as files of any size, written as they are made so that memory stays the same. */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import { calendarEntry, calendarHead, calendarTail } from './calendar.ts'
import { makers, type RecordKind } from './kinds.ts'
import type { World } from './world.ts'

type Ordered = World & { kind: RecordKind; count: number }
type Format = {
  before: string
  between: string
  after: string
  piece(record: Record<string, unknown>): string
}

/** Writes so many records; the ending of the file says how: `.json`, `.csv` or `.ics`. */
export async function writeRecords(file: string, ordered: Ordered): Promise<void> {
  const format = formatOf(file, ordered.kind)
  await pipeline(Readable.from(pieces(format, ordered)), createWriteStream(file))
}

/** The records of an order, one after another. */
export function* recordsOf({ kind, count, ...world }: Ordered): Generator<Record<string, unknown>> {
  for (let index = 0; index < count; index += 1) yield makers[kind](world, index)
}

function* pieces(format: Format, ordered: Ordered): Generator<string> {
  let text = format.before
  let first = true
  for (const record of recordsOf(ordered)) {
    text += `${first ? '' : format.between}${format.piece(record)}`
    first = false
    if (text.length < 65_536) continue
    yield text
    text = ''
  }
  yield text + format.after
}

function formatOf(file: string, kind: RecordKind): Format {
  if (file.endsWith('.json'))
    return { before: '{ "records": [\n', between: ',\n', after: '\n] }\n', piece: JSON.stringify }
  if (file.endsWith('.csv') && kind === 'opportunities') return table
  if (file.endsWith('.ics') && (kind === 'events' || kind === 'series')) {
    return { before: calendarHead, between: '', after: calendarTail, piece: calendarEntry }
  }
  throw new RangeError(
    `${kind} are not written as ${file}: JSON takes all, CSV opportunities, iCalendar events`,
  )
}

const columns = [
  'id',
  'title',
  'original_lang',
  'summary',
  'body',
  'type',
  'organiser',
  'partners',
  'host_countries',
  'host_city',
  'online',
  'disciplines',
  'themes',
  'programme',
  'status',
  'deadline_kind',
  'deadline',
  'deadline_time',
  'deadline_zone',
  'places',
  'fee',
  'fee_amount',
  'fee_currency',
  'covers',
  'eligibility',
  'eligible_countries',
  'eligible_regions',
  'eligible_except',
  'eligible_basis',
  'citizenship',
  'residence',
  'base',
  'anyone',
  'applicant_shapes',
  'applicant_roles',
  'career_stages',
  'age_min',
  'age_max',
  'application_languages',
  'activity_start',
  'activity_end',
  'funding_summary',
  'url',
  'last_checked',
] as const

const table: Format = {
  before: `${columns.join(',')}\n`,
  between: '',
  after: '',
  piece: (record) => stringify([columns.map((column) => cellOf(record[column]))]),
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.join(';') : String(value)
}
