/** Records as files: which kinds there are, and what a report says. Pure. */
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

/** Kinds whose room does not stand yet. */
export const laterKinds: readonly string[] = ['calls']

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
export type ImportReport = {
  file: string
  kind: Kind
  added: number
  changed: number
  same: number
  refused: RefusedRecord[]
}

/** The file itself cannot be read, so nothing of it went in; the sentence says why. */
export class FileFault extends Error {}

// A field that only records of that kind have.
const marks: [Kind, string][] = [
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
export function kindOf(records: unknown[]): Kind | undefined {
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

/** One line for each thing a person reads after an import. */
export function reportLines(report: ImportReport): string[] {
  const total = `${report.file} (${report.kind}): ${report.added} new, ${report.changed} changed, ${report.same} unchanged, ${report.refused.length} refused`
  return [total, ...report.refused.flatMap((refused) => refusedLines(report.file, refused))]
}

function refusedLines(file: string, { index, line, id, faults }: RefusedRecord): string[] {
  const place = line === null ? `record ${index}` : `line ${line}`
  const record = `refused: ${file} ${place} (id ${id ?? 'none'})`
  return faults.map(({ field, value, reason }) => `${record}: ${field} = ${shortened(value)} ${reason}`)
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 120 ? `${text.slice(0, 117)}…` : text
}
