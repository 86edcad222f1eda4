/** What a bulk change is asked as, and what it makes of a record. Pure. */
import {
  type BulkAction,
  bulkActions,
  type BulkChange,
  isTerm,
  type Known,
  type Plain,
  type Undoing,
} from '../../../community/index.ts'
import { isLocale } from '../../../design/index.ts'
import { isRowId } from '../../../platform/index.ts'
import type { DeskKind } from '../fields/model.ts'
import { possibleColumns } from '../tables/model.ts'

/** As many records as one change can be asked for. */
export const mostBulkRecords = 10_000

/** So few are changed at once, while somebody waits; more are left to a job. */
export const fewBulkRecords = 30

/** The form that asks for a change, as it was filled in. */
export type BulkForm = {
  which: 'chosen' | 'found'
  action: string
  discipline: string
  theme: string
  country: string
  person: string
  language: string
  ids: string[]
  faults: BulkFault[]
}

export type BulkFault = {
  field: 'which' | 'action' | 'discipline' | 'theme' | 'country' | 'person' | 'language'
  fault: 'none' | 'many' | 'missing'
}

export const emptyBulkForm: BulkForm = {
  which: 'chosen',
  action: '',
  discipline: '',
  theme: '',
  country: '',
  person: '',
  language: '',
  ids: [],
  faults: [],
}

/** What can be done with records of a kind. */
export function actionsOf(kind: DeskKind): BulkAction[] {
  const columns = possibleColumns(kind)
  return bulkActions.filter((action) => {
    const needs = /discipline|theme|country/.exec(action)?.[0]
    return needs === undefined || columns.some((column) => column === needs)
  })
}

/** The field of the form that a change takes its value from; of none where it needs no value. */
export function valueField(action: BulkAction): Exclude<BulkFault['field'], 'which' | 'action'> | undefined {
  switch (action) {
    case 'publish':
    case 'archive':
      return 'language'
    case 'add-discipline':
    case 'remove-discipline':
      return 'discipline'
    case 'add-theme':
    case 'remove-theme':
      return 'theme'
    case 'country':
      return 'country'
    case 'assign':
      return 'person'
    case 'checked':
      return undefined
  }
}

/** The change a form asks for, or what is missing in it; `people` are those who can look after records. */
export function changeAsked(
  form: BulkForm,
  kind: DeskKind,
  given: { known: Known; people: readonly { id: string }[]; today: string },
): { change: BulkChange } | { faults: BulkFault[] } {
  const action = actionsOf(kind).find((each) => each === form.action)
  if (!action) return { faults: [{ field: 'action', fault: 'missing' }] }
  const field = valueField(action)
  if (!field) return { change: { action, value: given.today } }
  const value = form[field]
  if (!isPossible(field, value, given)) return { faults: [{ field, fault: 'missing' }] }
  return { change: { action, value } }
}

function isPossible(
  field: ReturnType<typeof valueField>,
  value: string,
  { known, people }: { known: Known; people: readonly { id: string }[] },
): boolean {
  switch (field) {
    case 'discipline':
    case 'theme':
      return isTerm(known.vocabularies, field, value)
    case 'country':
      return known.placeCodes.has(value)
    case 'language':
      return value === '' || isLocale(value)
    case 'person':
      return value === 'nobody' || (isRowId(value) && people.some(({ id }) => id === value))
    default:
      return true
  }
}

/** The field that says where a record of a kind takes place; a list or one place. */
const countryFields: Partial<Record<DeskKind, { field: string; list: boolean }>> = {
  opportunities: { field: 'host_countries', list: true },
  events: { field: 'country_code', list: false },
  articles: { field: 'countries', list: true },
  organisations: { field: 'country_code', list: false },
}

export type FieldChanges = { before: Plain; after: Plain }

/** The fields that a change gives other values; none where the record says so already. */
export function changesOf(kind: DeskKind, { action, value }: BulkChange, record: Plain): FieldChanges {
  switch (action) {
    case 'add-discipline':
      return changed(record, 'disciplines', withTerm(record['disciplines'], value))
    case 'remove-discipline':
      return changed(record, 'disciplines', withoutTerm(record['disciplines'], value))
    case 'add-theme':
      return changed(record, 'themes', withTerm(record['themes'], value))
    case 'remove-theme':
      return changed(record, 'themes', withoutTerm(record['themes'], value))
    case 'checked':
      return changed(record, 'last_checked', value)
    case 'country': {
      const place = countryFields[kind]
      return place ? changed(record, place.field, place.list ? [value] : value) : nothing
    }
    default:
      return nothing
  }
}

const nothing: FieldChanges = { before: {}, after: {} }

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const withTerm = (given: unknown, term: string) =>
  listOf(given).includes(term) ? listOf(given) : [...listOf(given), term]
const withoutTerm = (given: unknown, term: string) => listOf(given).filter((each) => each !== term)

function changed(record: Plain, field: string, value: unknown): FieldChanges {
  const before = record[field] ?? (Array.isArray(value) ? [] : null)
  if (JSON.stringify(before) === JSON.stringify(value)) return nothing
  return { before: { [field]: before }, after: { [field]: value } }
}

/** What undoing gives back of fields: what somebody had put there, or what the sources say. */
export function undoingOf(fields: readonly string[], edits: Record<string, { value?: unknown }>): Undoing {
  return Object.fromEntries(
    fields.map((field) => {
      const edit = edits[field]
      return [field, edit ? { value: edit.value } : {}]
    }),
  )
}

/** The state of each language of a record (`en` where it names no original language, published where it names no state). */
export function statesOf(record: Plain): Record<string, string> {
  const translations = Object.entries(asRecord(record['translations'])).map(([lang, text]) => [
    lang,
    stateOf(asRecord(text)['state']),
  ])
  return { ...Object.fromEntries(translations), [textOf(record['original_lang'], 'en')]: stateOf(record['state']) }
}

const textOf = (value: unknown, otherwise: string) => (typeof value === 'string' ? value : otherwise)
const stateOf = (value: unknown) => textOf(value, 'published')
const asRecord = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

/** Whether every language of a record is archived: such a record is left alone until one is published again. */
export const isArchived = (record: Plain) =>
  Object.values(statesOf(record)).every((state) => state === 'archived')
