/** Records as files: which kinds there are, and what a report says. Pure. */
import type { Doubt, RecordKeeper, Source } from '../../community/index.ts'
import type { Fault } from '../../platform/index.ts'

export const kinds = [
  'opportunities',
  'events',
  'articles',
  'organisations',
  'partners',
  'convenings',
  'programmes',
] as const
export type Kind = (typeof kinds)[number]

/** Kinds of records that other rooms keep, and hand in where files are read and written. */
export const guestKinds = ['calls'] as const
export type GuestKind = (typeof guestKinds)[number]
export type FileKind = Kind | GuestKind

/** Every kind of record that a file may hold. */
export const fileKinds: readonly FileKind[] = [...kinds, ...guestKinds]

/** How another room keeps its records; their files are JSON alone. */
export type Guests = Readonly<Record<GuestKind, RecordKeeper>>

/**
 * A record that stayed out: its place in the file (the how-manieth from 0, and the line from 1 where lines count), all
 * that is wrong with it, and its own piece of the file, to be mended.
 */
export type RefusedRecord = {
  index: number
  line: number | null
  id: string | null
  faults: Fault[]
  text: string
}

/** A record that went in, and another that it may be under another id: the same address, or title with date and place. */
export type DoubtfulRecord = { index: number; line: number | null; id: string } & Doubt

/** What an import did, in numbers of records; `stopped` when it was asked to end before the file did. */
export type ImportReport = {
  file: string
  kind: FileKind
  source: Source
  added: number
  changed: number
  same: number
  refused: number
  doubtful: number
  stopped: boolean
}

/** Who is told of an import while it goes on. */
export type Telling = {
  refused(records: RefusedRecord[]): Promise<void>
  doubtful(records: DoubtfulRecord[]): Promise<void>
}

/** The file itself cannot be read, so nothing of it went in; the sentence says why. */
export class FileFault extends Error {}

// A field that only records of that kind have.
const marks: [FileKind, string][] = [
  ['calls', 'examples'],
  ['partners', 'asem_group'],
  ['convenings', 'host_country_code'],
  ['programmes', 'editions'],
  ['opportunities', 'eligible_countries'],
  ['opportunities', 'deadline'],
  ['events', 'start_date'],
  ['articles', 'publisher'],
  ['organisations', 'website'],
]

/** The kind that the fields of these records show; undefined when they do not. */
export function kindOf(records: unknown[]): FileKind | undefined {
  const fields = new Set(
    records.slice(0, 20).flatMap((record) => (isObject(record) ? Object.keys(record) : [])),
  )
  return marks.find(([, field]) => fields.has(field))?.[0]
}

/** The records of a file's text; other keys beside `records` are ignored. Throws FileFault. */
export function recordsIn(text: string): unknown[] {
  const parsed = parse(text)
  if (!isObject(parsed) || !Array.isArray(parsed['records'])) {
    throw new FileFault('The file holds no list of records: { "records": [ … ] } is expected.')
  }
  return parsed['records']
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new FileFault(
      `The file is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`,
    )
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function textAt(record: unknown, field: string): string | null {
  const value = isObject(record) ? record[field] : null
  return typeof value === 'string' ? value : null
}

/** What an import did, in one line. */
export function reportLine(report: ImportReport): string {
  const { file, kind, added, changed, same, refused, doubtful, stopped } = report
  const doubts = doubtful > 0 ? `, ${doubtful} doubtful` : ''
  const line = `${file} (${kind}): ${added} new, ${changed} changed, ${same} unchanged, ${refused} refused${doubts}`
  return stopped ? `${line}; stopped before the end: import the file again to go on` : line
}

/** A refused record in lines, one for each fault: file, place, id, field, value and reason. */
export function refusedLines(file: string, { index, line, id, faults }: RefusedRecord): string[] {
  const record = `refused: ${file} ${placeOf({ index, line })} (id ${id ?? 'none'})`
  return faults.map(({ field, value, reason }) => `${record}: ${field} = ${shortened(value)} ${reason}`)
}

/** A doubtful record in a line. */
export function doubtfulLine(file: string, { index, line, id, like, by }: DoubtfulRecord): string {
  const what = by === 'address' ? 'address' : 'title, date and place'
  return `doubtful: ${file} ${placeOf({ index, line })} (id ${id}): may be ${like}, which has the same ${what}`
}

const placeOf = ({ index, line }: { index: number; line: number | null }) =>
  line === null ? `record ${index}` : `line ${line}`

function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 120 ? `${text.slice(0, 117)}…` : text
}
