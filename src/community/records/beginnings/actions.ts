/** Records that begin at the desk, and records as they would be. */
import { type Db, type Fault, notAllowed, recordAudit, transact, type Tx } from '../../../platform/index.ts'
import type {
  AnyRecord,
  CreateAnswer,
  CreateRequest,
  Keeping,
  Pretended,
  RecordKind,
} from '../../kinds/model.ts'
import { doubtsOf, keysOf } from '../../likeness/actions.ts'
import { mayEditField } from '../../lives/permissions.ts'
import type { Viewer } from '../../people/model.ts'
import { mayAnywhere } from '../../roles/permissions.ts'
import {
  type Fields,
  flatten,
  type KeptRecord,
  langsGiven,
  type Plain,
  unflatten,
  withEdits,
} from '../model.ts'
import { faultsOfPlace, slugsMoved } from '../moves/actions.ts'
import { holdKind, holdRecords } from '../queries.ts'
import { type Author, finish, recordFrom, type Result, write } from '../writing/actions.ts'

/** Makes a record of what a person says of it, as a draft; refuses (403) who may not write it so. */
export async function createRecord<R extends AnyRecord>(
  db: Db,
  kind: RecordKind<R>,
  by: Viewer,
  { id, fields, why }: CreateRequest,
  keeping: Keeping,
): Promise<CreateAnswer> {
  if (!mayAnywhere(by, 'records.edit')) throw notAllowed()
  const said = { ...saying(fields), state: 'draft' }
  const plain = unflatten(id, said)
  if (!Object.keys(said).every((field) => mayEditField(by, kind.name, plain, field))) throw notAllowed()
  return transact(db, async (tx) => {
    // Of two who send the same form at once the other must see what the one has made.
    await holdKind(tx, kind.name)
    if ((await holdRecords(tx, kind.name, [id])).has(id)) return { there: true }
    const author = { id: by.personId, why }
    const result = await resultOf(tx, kind, { id, fields: said, kept: undefined, author }, keeping)
    if ('faults' in result) return result
    const keys = keysOf(kind.name, id, kind.likeness?.(result.written.record))
    const doubts = await doubtsOf(tx, kind.name, keys, undefined)
    await write(tx, kind, [result], keeping)
    await recordAudit(tx, {
      who: by.personId,
      what: 'information.create',
      record: { kind: kind.name, id },
      before: {},
      after: result.row.record,
      why,
    })
    return { version: result.row.version, doubts: doubts.get(id) ?? [] }
  })
}

/** Writes a record as it would be with these fields. The transaction is to be undone: nobody was asked, and nothing is told. */
export async function pretend<R extends AnyRecord>(
  tx: Tx,
  kind: RecordKind<R>,
  { id, fields }: Pretended,
  keeping: Keeping,
): Promise<{ record: Plain } | { faults: Fault[] }> {
  const kept = (await holdRecords(tx, kind.name, [id])).get(id)
  const result = await resultOf(tx, kind, { id, fields, kept, author: { id: null } }, keeping)
  if ('faults' in result) return result
  await write(tx, kind, [result], keeping)
  return { record: result.row.record }
}

const saying = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== undefined))

async function resultOf<R extends AnyRecord>(
  tx: Tx,
  kind: RecordKind<R>,
  { id, fields, kept, author }: { id: string; fields: Fields; kept: KeptRecord | undefined; author: Author },
  keeping: Keeping,
): Promise<Result<R> | { faults: Fault[] }> {
  const before = kept ? { ...kept, record: flatten(kept.record) } : { sources: [], edits: {}, record: {} }
  const edit = { by: author.id ?? 'house', at: keeping.at.toISOString() }
  const origins = withEdits(before, fields, edit)
  const read = recordFrom(kind, id, origins, keeping.known)
  if ('faults' in read) return read
  const misplaced = await faultsOfPlace(tx, kind, read.record, keeping)
  if (misplaced.length > 0) return { faults: misplaced }
  const moved = await slugsMoved(tx, kind, read.record, { fields, kept }, keeping)
  if ('faults' in moved) return moved
  const written = { hash: null, author, given: langsGiven(fields) }
  return finish(kind, { ...written, ...read, origins }, kept, moved.slugs, keeping)
}
