/** What was typed becomes the record. */
import {
  type Doubt,
  type Fields,
  flatten,
  type Keeping,
  type KeptRecord,
  letGoOfDraft,
  mayEditField,
  type Member,
  stateIn,
  unflatten,
} from '../../../community/index.ts'
import type { Db, Fault } from '../../../platform/index.ts'
import { keepers } from '../../keepers/actions.ts'
import type { DeskKind } from '../fields/model.ts'
import { type Clash, mergeOf } from '../form/merge/model.ts'
import { type AskedField, fieldsFor, type Flat, type FormOf, type Typed } from '../form/model.ts'
import { changesIn, type Readable, type TypedFault } from '../form/reading/model.ts'
import { typedValue } from '../form/typed/model.ts'
import { openRecord, readBase } from '../opening/actions.ts'

/** A form as it was sent. */
export type Sent = FormOf & {
  kind: DeskKind
  id: string
  /** Of the record that the form was made from. */
  version: number
  typed: Typed
  /** Fields that are to be again what their sources say. */
  givenBack: ReadonlySet<string>
  /** Of fields that two people changed: what is saved, or what stands in the form now. */
  choices: ReadonlyMap<string, 'theirs' | 'mine'>
  /** Fields about which there was to be decided. */
  asked: ReadonlySet<string>
}

export type SaveFault =
  | { kind: 'typed'; fault: TypedFault }
  | { kind: 'notYours' | 'choose'; field: string }
  | { kind: 'refused'; fault: Fault }

/** `archived`: the text was taken into the archive while it was written. */
export type SaveAnswer =
  | { saved: KeptRecord['version']; archived: boolean }
  | { faults: SaveFault[]; kept: KeptRecord }
  | { clashes: Clash[]; merged: Flat; kept: KeptRecord }

/** Attempts to save while others save too; each is a whole reading of what they did. */
const mostAttempts = 5

/**
 * Saves what a form changed of a record, together with what others saved meanwhile; where both changed a field, answers what
 * each put there. Refuses (404) a record that is not theirs to write.
 */
export async function saveForm(
  db: Db,
  by: Member,
  sent: Sent,
  keeping: Keeping & { readable: Readable },
): Promise<SaveAnswer> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await trySaving(db, by, sent, keeping)
    if (answer !== 'again') return answer
    if (attempt === mostAttempts) throw new Error('A record changed each time it was to be saved.')
  }
}

async function trySaving(
  db: Db,
  by: Member,
  sent: Sent,
  { readable, ...keeping }: Keeping & { readable: Readable },
): Promise<SaveAnswer | 'again'> {
  const { kind, id, lang } = sent
  const kept = await openRecord(db, by, kind, id)
  const base = await readBase(db, kind, kept, sent.version)
  const fields = fieldsFor(sent, base ?? flatten(kept.record))
  const given = { base: base ?? {}, typed: decided(fields, sent, base ?? {}) }
  const { changes, faults } = changesIn(fields, given, readable)
  const undecided = [...sent.asked].filter((path) => !sent.choices.has(path))
  const all: SaveFault[] = [
    ...faults.map(typedFault),
    ...undecided.map((field) => ({ kind: 'choose', field }) as const),
  ]
  if (all.length > 0) return { faults: all, kept }

  const mine = withoutGivenBack(changes, sent.givenBack)
  const { fields: merged, clashes } =
    sent.version === kept.version
      ? { fields: mine, clashes: [] }
      : mergeOf({ base, theirs: flatten(kept.record), mine })
  if (clashes.length > 0) return { clashes, merged, kept }

  const edits: Fields = { ...merged, ...backToSources(fields, sent.givenBack, kept) }
  const foreign = Object.keys(edits).filter((field) => !mayEditField(by, kind, kept.record, field))
  if (foreign.length > 0)
    return { faults: foreign.map((field) => ({ kind: 'notYours', field }) as const), kept }
  if (Object.keys(edits).length > 0) {
    const answer = await keepers[kind].edit(db, by, { id, version: kept.version, fields: edits }, keeping)
    if ('conflict' in answer) return 'again'
    if ('faults' in answer) return { faults: answer.faults.map(refusedOf), kept }
  }
  await letGoOfDraft(db, { personId: by.personId, kind, recordId: id, lang: lang ?? '' })
  return { saved: kept.version, archived: lang !== undefined && isArchived(kept, lang) }
}

/** What stands in the form where somebody decided for what is saved. */
function decided(fields: readonly AskedField[], { typed, choices }: Sent, base: Flat): Typed {
  const theirs = fields.filter(({ path }) => choices.get(path) === 'theirs')
  const others = Object.entries(typed).filter(
    ([name]) =>
      !theirs.some(({ path }) => name === path || name.startsWith(`${path}.`) || name.startsWith(`${path}-`)),
  )
  return Object.assign(
    Object.fromEntries(others),
    ...theirs.map(({ path, input }) => typedValue(path, input, base[path])),
  )
}

const withoutGivenBack = (changes: Flat, givenBack: ReadonlySet<string>): Flat =>
  Object.fromEntries(Object.entries(changes).filter(([path]) => !givenBack.has(path)))

/** Only what a person has put there can be given back. */
function backToSources(
  fields: readonly AskedField[],
  givenBack: ReadonlySet<string>,
  { edits }: KeptRecord,
): Fields {
  const paths = fields.map(({ path }) => path).filter((path) => givenBack.has(path) && path in edits)
  return Object.fromEntries(paths.map((path) => [path, undefined]))
}

const refusedOf = (fault: Fault): SaveFault => ({ kind: 'refused', fault })
const typedFault = (fault: TypedFault): SaveFault => ({ kind: 'typed', fault })

// The record is gone from sight where its original is, whatever its translation says.
function isArchived({ record }: KeptRecord, lang: string): boolean {
  const original = typeof record['original_lang'] === 'string' ? record['original_lang'] : 'en'
  return stateIn(record, original) === 'archived' || stateIn(record, lang) === 'archived'
}

export type BeginAnswer = { begun: string; doubts: Doubt[] } | { faults: SaveFault[] } | { there: string }

/** Makes a record of what was typed, as a draft. Refuses (403) who may not write such a record. */
export async function beginRecord(
  db: Db,
  by: Member,
  { kind, id, typed }: Pick<Sent, 'kind' | 'id' | 'typed'>,
  { readable, ...keeping }: Keeping & { readable: Readable },
): Promise<BeginAnswer> {
  const fields = fieldsFor({ kind }, {})
  const { changes, faults } = changesIn(fields, { base: {}, typed }, readable)
  const plain = unflatten(id, { ...changes, state: 'draft' })
  const foreign = Object.keys(changes).filter((field) => !mayEditField(by, kind, plain, field))
  const all: SaveFault[] = [
    ...faults.map(typedFault),
    ...foreign.map((field) => ({ kind: 'notYours', field }) as const),
  ]
  if (all.length > 0) return { faults: all }
  const answer = await keepers[kind].create(db, by, { id, fields: changes }, keeping)
  if ('faults' in answer) return { faults: answer.faults.map(refusedOf) }
  await letGoOfDraft(db, { personId: by.personId, kind, recordId: id, lang: '' })
  return 'there' in answer ? { there: id } : { begun: id, doubts: answer.doubts }
}
