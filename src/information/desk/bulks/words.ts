/** Changes to several records in the reader's words. Pure. */
import type { Bulk, BulkChange, BulkRecord } from '../../../community/index.ts'
import type { Fault } from '../../../design/index.ts'
import type { Reader } from '../../readers/model.ts'
import type { DeskKind } from '../fields/model.ts'
import { fieldLabel } from '../fields/words.ts'
import { personLabel, stateLabel } from '../tables/words.ts'
import { type BulkFault, mostBulkRecords, valueField } from './model.ts'
import { whys } from './verdicts/model.ts'

/** What is to be mended in the form that asks for a change, by its fields. */
export function bulkFaultsInWords({ say }: Reader, faults: readonly BulkFault[]): Fault[] {
  return faults.map(({ field, fault }) => {
    if (field === 'which')
      return {
        field,
        message:
          fault === 'many' ? say('bulk.fault.many', { count: mostBulkRecords }) : say('bulk.fault.none'),
      }
    if (field === 'action') return { field, message: say('bulk.fault.action') }
    return { field: `bulk-${field}`, message: say(`bulk.fault.${field}`) }
  })
}

type People = readonly { id: string; name: string }[]

/** What a change does: its action, with its value where it has one. */
export function changeInWords(reader: Reader, { action, value }: BulkChange, people: People): string {
  const name = reader.say(`bulk.action.${action}`)
  const shown = valueInWords(reader, { action, value }, people)
  return shown === undefined ? name : reader.say('bulks.what', { action: name, value: shown })
}

function valueInWords(reader: Reader, { action, value }: BulkChange, people: People): string | undefined {
  const { say, format, term } = reader
  const field = valueField(action)
  switch (field) {
    case 'discipline':
    case 'theme':
      return term(field, value)
    case 'country':
      return format.country(value)
    case 'language':
      return value === '' ? say('bulk.everyLanguage') : format.language(value)
    case 'person':
      return personInWords(reader, value, people)
    default:
      return value === '' ? undefined : format.date(value)
  }
}

function personInWords(reader: Reader, id: string, people: People): string {
  if (id === '' || id === 'nobody') return reader.say('tables.nobody')
  return personLabel(reader, people.find((each) => each.id === id)?.name ?? '')
}

/** One field as it was or becomes: its name and its value. */
export type FieldLine = { label: string; before: string; after: string }

/** What changes in a record, field by field. */
export function fieldLines(reader: Reader, kind: DeskKind, record: BulkRecord, people: People): FieldLine[] {
  const { before, after } = record
  return Object.keys(after ?? {}).map((field) => ({
    label:
      field === 'assigned' ? reader.say('tables.column.assigned') : fieldLabel(reader.locale, kind, field),
    before: wordsOf(reader, { field, value: before?.[field] }, people),
    after: wordsOf(reader, { field, value: after?.[field] }, people),
  }))
}

function wordsOf(
  reader: Reader,
  { field, value }: { field: string; value: unknown },
  people: People,
): string {
  const { say, format, term } = reader
  if (field === 'assigned') return personInWords(reader, typeof value === 'string' ? value : '', people)
  const values = (Array.isArray(value) ? value : [value]).filter((each) => typeof each === 'string')
  if (values.length === 0) return say('bulks.empty')
  if (/(^|\.)state$/.test(field)) return format.list(values.map((each) => stateLabel(reader, each)))
  if (field === 'disciplines') return format.list(values.map((each) => term('discipline', each)))
  if (field === 'themes') return format.list(values.map((each) => term('theme', each)))
  if (field === 'last_checked') return format.list(values.map((each) => format.date(each)))
  return format.list(values.map((each) => format.country(each)))
}

/** What became, or is to become, of a record. */
export function outcomeInWords(reader: Reader, kind: DeskKind, { outcome, why }: BulkRecord): string {
  const { say } = reader
  if (outcome === 'refused' || outcome === 'left')
    return say(`bulks.outcome.${outcome}`, { why: whyInWords(reader, kind, why ?? '') })
  return say(`bulks.outcome.${outcome}`)
}

function whyInWords(reader: Reader, kind: DeskKind, why: string): string {
  const known = whys.find((each) => each === why)
  if (known) return reader.say(`bulks.why.${known}`)
  const fields = why.replace('checks:', '').split(',')
  const names = fields.map((field) => fieldLabel(reader.locale, kind, field))
  return reader.say('bulks.why.checks', { fields: reader.format.list(names) })
}

/** How far it is, in a sentence. */
export function stageInWords({ say }: Reader, { stage, counts }: Bulk): string {
  const of = (outcome: keyof typeof counts) => counts[outcome] ?? 0
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (stage === 'preparing') return say('bulks.preparing', { done: total - of('waiting'), total })
  if (stage === 'ready') return say('bulks.ready', { count: of('ready') })
  if (stage === 'doing') return say('bulks.doing', { done: total - of('ready'), total })
  if (stage === 'done') return say('bulks.done', { count: of('done') })
  if (stage === 'undone') return say('bulks.undone', { count: of('undone') })
  const settled = of('undone') + of('left')
  return say('bulks.undoing', { done: settled, total: settled + of('done') })
}
