/** One change to many records at once. Pure. */
import type { Fields } from '../records/model.ts'

export const bulkActions = [
  'publish',
  'archive',
  'add-discipline',
  'remove-discipline',
  'add-theme',
  'remove-theme',
  'country',
  'assign',
  'checked',
] as const
export type BulkAction = (typeof bulkActions)[number]

/** What is done with each record; the value is a term, a place, a language, a day or a person's id, empty for none. */
export type BulkChange = { action: BulkAction; value: string }

/** The life of a bulk change, from its beginning to its end; nothing goes back, and what is not undone stays done. */
const bulkStages = ['preparing', 'ready', 'doing', 'done', 'undoing', 'undone'] as const
export type BulkStage = (typeof bulkStages)[number]

/** The stage before another. */
export const stageBefore = (stage: BulkStage): BulkStage | undefined =>
  bulkStages[bulkStages.indexOf(stage) - 1]

/** What became, or is to become, of one record. `left`: it was not undone, as somebody has changed it since. */
export const bulkOutcomes = ['waiting', 'ready', 'same', 'refused', 'done', 'undone', 'left'] as const
export type BulkOutcome = (typeof bulkOutcomes)[number]

export type Bulk = {
  id: string
  kind: string
  change: BulkChange
  /** The table it was asked from, as it stands in its address. */
  query: string
  stage: BulkStage
  askedAt: Date
  counts: Partial<Record<BulkOutcome, number>>
}

/** What undoing gives back of each field: the value somebody had put there, or the field to its sources where it has none. */
export type Undoing = Record<string, { value?: unknown }>

export type BulkRecord = {
  place: number
  id: string
  title: string
  version: number
  versionAfter: number | null
  before: Fields | null
  after: Fields | null
  undoing: Undoing | null
  outcome: BulkOutcome
  why: string | null
}
