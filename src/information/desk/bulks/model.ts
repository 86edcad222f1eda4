/** What a bulk change is asked as. Pure. */
import {
  type BulkAction,
  bulkActions,
  type BulkChange,
  isTerm,
  type Known,
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
    default:
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
