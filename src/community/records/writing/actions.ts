/** A record on its way into the house: read, completed, written, with what it takes the place of. */
import type { Tx } from '../../../platform/index.ts'
import { keepCheckStates } from '../../checks/actions.ts'
import { keepDeskEntries } from '../../desk-entries/queries.ts'
import { type AnyRecord, keptBefore, type Keeping, type RecordKind, type Written } from '../../kinds/model.ts'
import type { Known } from '../../known/model.ts'
import { keysOf } from '../../likeness/actions.ts'
import { keepBefore } from '../../revisions/actions.ts'
import { compact, composed, flatten, type KeptRecord, type Origins, plainOf, unflatten } from '../model.ts'
import { dropKeys, putKeys, putRecords, type RecordRow, slugsFor } from '../queries.ts'

// Read once for each state of the house's words, for it costs as much as a record.
const empties = new WeakMap<Known, Map<string, object>>()

/** A record of a kind of which nothing is said, as its shape answers it. */
export function emptyOf<R extends AnyRecord>(kind: RecordKind<R>, known: Known): object {
  const kept = empties.get(known) ?? new Map<string, object>()
  empties.set(known, kept)
  const found = kept.get(kind.name) ?? readEmpty(kind, known)
  kept.set(kind.name, found)
  return found
}

function readEmpty<R extends AnyRecord>(kind: RecordKind<R>, known: Known): object {
  if (kind.empty) return kind.empty
  for (const named of ['title', 'name']) {
    const read = kind.read(known, { id: 'empty', [named]: 'empty' })
    if ('record' in read) {
      const { [named]: _, ...empty } = Object.fromEntries(Object.entries(read.record))
      return empty
    }
  }
  throw new Error(`A record of the kind ${kind.name} needs more than an id and a title or name.`)
}

/** The addresses these records want or keep. */
export async function slugsOf<R extends AnyRecord>(
  tx: Tx,
  { addresses }: RecordKind<R>,
  records: R[],
  known: Known,
): Promise<ReadonlyMap<string, string>> {
  if (!addresses) return new Map()
  return slugsFor(
    tx,
    addresses,
    records.flatMap((record) => addresses.of(record, known)),
  )
}

/** A record as it will be kept, and what it takes the place of; `differs` when it is not that. */
export type Result<R> = {
  row: RecordRow
  written: Written<R>
  differs: boolean
  kept: KeptRecord | undefined
  /** The languages of which something was given. */
  given: ReadonlySet<string>
}

/** The record that all that was given and edited makes, or every fault of it. */
export function recordFrom<R extends AnyRecord>(
  kind: RecordKind<R>,
  id: string,
  origins: Origins,
  known: Known,
) {
  return kind.read(known, unflatten(id, composed(origins)))
}

/** Who writes a record, and why; nobody: a file or the house. */
export type Author = { id: string | null; why?: string | undefined }

type Composed<R> = {
  record: R
  origins: Origins
  hash: string | null
  author: Author
  given: ReadonlySet<string>
  dates?: { addedAt: string; changedAt: string }
}

/** Completes a record and says what is to be written of it. */
export function finish<R extends AnyRecord>(
  kind: RecordKind<R>,
  { record, origins, hash, dates, author, given }: Composed<R>,
  kept: KeptRecord | undefined,
  slugs: ReadonlyMap<string, string>,
  { known, at }: Keeping,
): Result<R> {
  const on = at.toISOString()
  const whole = kind.completed(record, { before: kept?.record, slugs, on: on.slice(0, 10) })
  const plain = plainOf(whole, emptyOf(kind, known))
  const differs = kept === undefined || JSON.stringify(kept.record) !== JSON.stringify(plain)
  const addedAt = dates?.addedAt ?? kept?.addedAt.toISOString() ?? on
  const changedAt = dates?.changedAt ?? (differs ? on : kept.changedAt.toISOString())
  const row: RecordRow = {
    kind: kind.name,
    id: record.id,
    record: plain,
    version: (kept?.version ?? 0) + (differs ? 1 : 0),
    given_hash: hash,
    ...compact(origins, flatten(plain)),
    added_at: addedAt,
    changed_at: changedAt,
    changed_by: differs ? author.id : kept.changedBy,
    changed_why: differs ? (author.why ?? null) : kept.changedWhy,
  }
  const written = { record: whole, isNew: kept === undefined, addedAt, changedAt }
  return { row, differs, written, kept, given }
}

/** Writes records down whole, the tables of their kind, and what was before them. */
export async function write<R extends AnyRecord>(
  tx: Tx,
  kind: RecordKind<R>,
  results: Result<R>[],
  keeping: Keeping,
): Promise<void> {
  const rows = results.map(({ row }) => row)
  await putRecords(tx, rows)
  const differing = results.filter(({ differs }) => differs)
  if (differing.length > 0) await writeChanged(tx, kind, differing, keeping)
  const ids = rows.map(({ id }) => id)
  await keepDeskEntries(tx, kind.name, ids)
}

async function writeChanged<R extends AnyRecord>(
  tx: Tx,
  kind: RecordKind<R>,
  differing: Result<R>[],
  keeping: Keeping,
): Promise<void> {
  const changed = differing.map(({ written }) => written)
  await keepBefore(tx, kind, differing, keeping)
  await kind.save(tx, changed, keeping)
  await keepCheckStates(
    tx,
    kind,
    differing.map(({ row: { id, record }, written: { isNew } }) => ({ id, record, isNew })),
    keeping.known,
  )
  await dropKeys(tx, kind.name, keptBefore(changed))
  const keys = changed.flatMap(({ record }) => keysOf(kind.name, record.id, kind.likeness?.(record)))
  await putKeys(
    tx,
    keys.map(({ by: _, ...key }) => key),
  )
}
