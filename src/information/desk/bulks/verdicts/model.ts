/** What a bulk change makes of one record, and why it is refused. Pure. */
import {
  type BulkChange,
  isStateField,
  type KeptRecord,
  langsOf,
  mayEditField,
  mayPublish,
  type Plain,
  stateField,
  stateIn,
  type TextState,
  type Undoing,
  type Viewer,
} from '../../../../community/index.ts'
import type { DeskKind } from '../../fields/model.ts'

export type FieldChanges = { before: Plain; after: Plain }

/** Why a record is refused, or left when a change is undone. */
export const whys = ['permission', 'archived', 'scheduled', 'changed', 'gone', 'language'] as const
export type Why = (typeof whys)[number]

export type Verdict =
  | ({ outcome: 'ready'; undoing: Undoing } & FieldChanges)
  | { outcome: 'same' }
  | { outcome: 'refused'; why: Why }

/** A record as it is kept, and who looks after it (a person's id). */
export type KeptWith = { kept: KeptRecord; assigned: string | null }

/** What somebody's change makes of a record as it is kept. */
export function verdictOf(
  by: Viewer,
  kind: DeskKind,
  change: BulkChange,
  { kept, assigned }: KeptWith,
): Verdict {
  const { action, value } = change
  if (action === 'assign') return assignVerdict(by, kind, { kept, assigned }, personOf(value))
  if (action === 'publish') return stateVerdict(by, kind, kept, { to: 'published', lang: value })
  if (action === 'archive') return stateVerdict(by, kind, kept, { to: 'archived', lang: value })
  const { record } = kept
  // Whatever is archived is left alone until somebody publishes it again.
  if (langsOf(record).every((lang) => stateIn(record, lang) === 'archived')) return refused('archived')
  const changes = changesOf(kind, change, record)
  const fields = Object.keys(changes.after)
  if (fields.length === 0) return { outcome: 'same' }
  if (!fields.every((field) => mayChange(by, kind, record, field))) return refused('permission')
  return { outcome: 'ready', ...changes, undoing: undoingOf(fields, kept) }
}

/** May they change this field of a record, whatever it is? */
export function mayChange(by: Viewer, kind: DeskKind, record: Plain, field: string): boolean {
  if (!isStateField(field)) return mayEditField(by, kind, record, field)
  return langsOf(record).some(
    (lang) => stateField(record, lang) === field && mayPublish(by, kind, record, lang),
  )
}

/** The person a form names; nobody in particular is nobody. */
export const personOf = (value: string): string | null => (value === 'nobody' || value === '' ? null : value)

function assignVerdict(
  by: Viewer,
  kind: DeskKind,
  { kept, assigned }: KeptWith,
  person: string | null,
): Verdict {
  if (assigned === person) return { outcome: 'same' }
  const [original = ''] = langsOf(kept.record)
  if (!mayPublish(by, kind, kept.record, original)) return refused('permission')
  return {
    outcome: 'ready',
    before: { assigned },
    after: { assigned: person },
    undoing: { assigned: { value: assigned } },
  }
}

const refused = (why: Why): Verdict => ({ outcome: 'refused', why })

/** Of every language, those are changed that wait for it; of one, it is said why it cannot be. */
function stateVerdict(
  by: Viewer,
  kind: DeskKind,
  kept: KeptRecord,
  { to, lang }: { to: 'published' | 'archived'; lang: string },
): Verdict {
  const { record } = kept
  const there = langsOf(record).filter((each) => lang === '' || each === lang)
  const stateOf = (each: string): TextState => stateIn(record, each) ?? 'published'
  if (there.length === 0) return refused('language')
  if (there.every((each) => stateOf(each) === to)) return { outcome: 'same' }
  const others = there.filter((each) => stateOf(each) !== to)
  // What has a day of its own is published on it, or taken off that day first.
  const movable = others.filter((each) => stateOf(each) !== 'scheduled' && stateOf(each) !== 'archived')
  if (movable.length === 0)
    return refused(others.some((each) => stateOf(each) === 'scheduled') ? 'scheduled' : 'archived')
  const theirs = movable.filter((each) => mayPublish(by, kind, record, each))
  if (theirs.length === 0) return refused('permission')
  const fields = theirs.map((each) => stateField(record, each))
  return {
    outcome: 'ready',
    before: Object.fromEntries(theirs.map((each) => [stateField(record, each), stateOf(each)])),
    after: Object.fromEntries(fields.map((field) => [field, to])),
    undoing: undoingOf(fields, kept),
  }
}

/** The field that says where a record of a kind takes place; a list or one place. */
const countryFields: Partial<Record<DeskKind, { field: string; list: boolean }>> = {
  opportunities: { field: 'host_countries', list: true },
  events: { field: 'country_code', list: false },
  articles: { field: 'countries', list: true },
  organisations: { field: 'country_code', list: false },
}

/** The fields that a change gives other values; none where the record says so already. */
function changesOf(kind: DeskKind, { action, value }: BulkChange, record: Plain): FieldChanges {
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
function undoingOf(fields: readonly string[], { edits }: KeptRecord): Undoing {
  return Object.fromEntries(
    fields.map((field) => {
      const edit = edits[field]
      return [field, edit ? { value: edit.value } : {}]
    }),
  )
}
