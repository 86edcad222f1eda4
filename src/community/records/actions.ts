import { createHash } from 'node:crypto'
import {
  conflict,
  type Db,
  type Fault,
  notAllowed,
  notFound,
  recordAudit,
  transact,
  type Tx,
} from '../../platform/index.ts'
import {
  type AnyRecord,
  type EditAnswer,
  type EditRequest,
  type Giver,
  keptBefore,
  type Keeping,
  type RecordKeeper,
  type RecordKind,
  type Taken,
  type Written,
} from '../kinds/model.ts'
import type { Known } from '../known/model.ts'
import { doubtsOf, keysOf } from '../likeness/actions.ts'
import type { Viewer } from '../people/model.ts'
import { may } from '../roles/permissions.ts'
import {
  compact,
  composed,
  flatten,
  type Giving,
  type Kept,
  type Origins,
  type Plain,
  plainOf,
  reference,
  unflatten,
  withEdits,
  withGiven,
} from './model.ts'
import {
  holdKind,
  holdRecords,
  type KeptRecord,
  dropKeys,
  putKeys,
  putRecords,
  readGivenHashes,
  type RecordRow,
  slugsFor,
} from './queries.ts'

type Incoming<R> = { record: R; plain: Plain; properties: Giving['properties'] }

/** Makes the keeper of a kind. */
export function keeperOf<R extends AnyRecord>(kind: RecordKind<R>): RecordKeeper {
  return {
    kind: kind.name,
    openBatch(giver) {
      const incoming: Incoming<R>[] = []
      return {
        add(raw, properties) {
          const read = kind.read(giver.known, raw)
          if ('faults' in read) return read
          incoming.push({ ...read, plain: plainOf(read.record, emptyOf(kind, giver.known)), properties })
          return { id: read.record.id }
        },
        keep: (tx) => keepAll(tx, kind, incoming, giver),
      }
    },
    edit: (db, by, asked, keeping) => editRecord(db, kind, by, asked, keeping),
    reread: (tx, ids, keeping) => rereadAll(tx, kind, ids, keeping),
  }
}

// Read once for each state of the house's words, for it costs as much as a record.
const empties = new WeakMap<Known, Map<string, object>>()

function emptyOf<R extends AnyRecord>(kind: RecordKind<R>, known: Known): object {
  const kept = empties.get(known) ?? new Map<string, object>()
  empties.set(known, kept)
  const found = kept.get(kind.name) ?? readEmpty(kind, known)
  kept.set(kind.name, found)
  return found
}

function readEmpty<R extends AnyRecord>(kind: RecordKind<R>, known: Known): object {
  for (const named of ['title', 'name']) {
    const read = kind.read(known, { id: 'empty', [named]: 'empty' })
    if ('record' in read) {
      const { [named]: _, ...empty } = Object.fromEntries(Object.entries(read.record))
      return empty
    }
  }
  throw new Error(`A record of the kind ${kind.name} needs more than an id and a title or name.`)
}

/** What is to become of one record of a batch. */
type Turn<R> = Incoming<R> & { hash: string; kept: KeptRecord | undefined; taken: Taken }

async function keepAll<R extends AnyRecord>(
  tx: Tx,
  kind: RecordKind<R>,
  incoming: Incoming<R>[],
  giver: Giver,
): Promise<Taken[]> {
  if (!giver.dryRun) await holdKind(tx, kind.name)
  const records = incoming.map(({ record }) => record)
  const faults = (await kind.faultsOf?.(tx, records, giver.taken)) ?? new Map<number, Fault[] | 'waits'>()
  const hashes = await readGivenHashes(
    tx,
    kind.name,
    records.map(({ id }) => id),
  )
  const turns = incoming.map((one, at): Turn<R> => {
    const hash = hashOf(giver.source.name, one.plain)
    const same = hashes.get(one.record.id) === hash && giver.authority.length === 0
    const outcome = faults.get(at) ?? (same ? 'same' : hashes.has(one.record.id) ? 'changed' : 'added')
    return { ...one, hash, kept: undefined, taken: { outcome, doubts: [] } }
  })
  await keepTurns(tx, kind, turns, giver)
  return turns.map(({ taken }) => taken)
}

async function keepTurns<R extends AnyRecord>(
  tx: Tx,
  kind: RecordKind<R>,
  turns: Turn<R>[],
  giver: Giver,
): Promise<void> {
  const before = await holdRecords(
    tx,
    kind.name,
    turns.filter(({ taken }) => taken.outcome === 'changed').map(({ record }) => record.id),
  )
  const wanting = turns.filter(({ taken }) => taken.outcome === 'added' || taken.outcome === 'changed')
  if (wanting.length === 0) return
  const slugs = await slugsOf(
    tx,
    kind,
    wanting.map(({ record }) => record),
    giver.known,
  )
  const results: Result<R>[] = []
  for (const turn of wanting) {
    const result = resultOf(kind, turn, before.get(turn.record.id), slugs, giver)
    if ('faults' in result) turn.taken.outcome = result.faults
    else {
      if (turn.taken.outcome === 'changed' && !result.differs) turn.taken.outcome = 'same'
      results.push(result)
    }
  }
  const fresh = turns.filter(({ taken }) => taken.outcome === 'added')
  const keys = fresh.flatMap(({ record }) => keysOf(kind.name, record.id, kind.likeness?.(record)))
  const doubts = await doubtsOf(tx, kind.name, keys, giver.dryRun ? giver.recognised : undefined)
  for (const { record, taken } of fresh) taken.doubts = doubts.get(record.id) ?? []
  if (!giver.dryRun) await write(tx, kind, results, giver)
}

async function slugsOf<R extends AnyRecord>(
  tx: Tx,
  { addresses }: RecordKind<R>,
  records: R[],
  known: Known,
): Promise<ReadonlyMap<string, string>> {
  if (!addresses) return new Map()
  return slugsFor(
    tx,
    addresses.table,
    records.flatMap((record) => addresses.of(record, known)),
  )
}

/** A record as it will be kept; `differs` when it is not what was kept. */
type Result<R> = { row: RecordRow; written: Written<R>; differs: boolean }

function resultOf<R extends AnyRecord>(
  kind: RecordKind<R>,
  { record, plain, properties, hash }: Turn<R>,
  kept: KeptRecord | undefined,
  slugs: ReadonlyMap<string, string>,
  giver: Giver,
): Result<R> | { faults: Fault[] } {
  // An export says itself where its records come from, and is believed by a house that does not have them.
  const moved = isTouched(kept) ? null : (record.provenance ?? null)
  if (moved) {
    const dates = { addedAt: moved.added_at, changedAt: moved.changed_at }
    return finish(kind, { record, origins: moved, hash, dates }, kept, slugs, giver)
  }
  const given = { ...giver.source, at: giver.at.toISOString(), properties }
  const origins = withGiven(keptOf(kept), flatten(plain), given, giver.authority)
  const read = isAlone(origins) ? { record } : recordFrom(kind, record.id, origins, giver.known)
  return 'faults' in read ? read : finish(kind, { ...read, origins, hash }, kept, slugs, giver)
}

/** Has anybody but the house itself, which begins with reference data, said anything of this record? */
function isTouched(kept: KeptRecord | undefined): boolean {
  if (!kept) return false
  return Object.keys(kept.edits).length > 0 || kept.sources.some(({ name }) => name !== reference)
}

const keptOf = (kept: KeptRecord | undefined): Kept | undefined =>
  kept && { ...kept, record: flatten(kept.record) }

const isAlone = ({ sources, edits }: Origins) => sources.length === 1 && Object.keys(edits).length === 0

function recordFrom<R extends AnyRecord>(kind: RecordKind<R>, id: string, origins: Origins, known: Known) {
  return kind.read(known, unflatten(id, composed(origins)))
}

type Composed<R> = {
  record: R
  origins: Origins
  hash: string | null
  dates?: { addedAt: string; changedAt: string }
}

function finish<R extends AnyRecord>(
  kind: RecordKind<R>,
  { record, origins, hash, dates }: Composed<R>,
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
  }
  return { row, differs, written: { record: whole, isNew: kept === undefined, addedAt, changedAt } }
}

async function write<R extends AnyRecord>(
  tx: Tx,
  kind: RecordKind<R>,
  results: Result<R>[],
  keeping: Keeping,
): Promise<void> {
  const rows = results.map(({ row }) => row)
  await putRecords(tx, rows)
  const changed = results.filter(({ differs }) => differs).map(({ written }) => written)
  if (changed.length === 0) return
  await kind.save(tx, changed, keeping)
  await dropKeys(tx, kind.name, keptBefore(changed))
  const keys = changed.flatMap(({ record }) => keysOf(kind.name, record.id, kind.likeness?.(record)))
  await putKeys(
    tx,
    keys.map(({ by: _, ...key }) => key),
  )
}

async function editRecord<R extends AnyRecord>(
  db: Db,
  kind: RecordKind<R>,
  by: Viewer,
  asked: EditRequest,
  keeping: Keeping,
): Promise<EditAnswer> {
  const mayAll = may(by, 'records.edit', { kind: [kind.name], record: [asked.id] })
  if (!mayAll && !kind.own?.may(by, asked.id)) throw notAllowed()
  return transact(db, async (tx) => {
    const kept = (await holdRecords(tx, kind.name, [asked.id])).get(asked.id)
    if (!kept) throw notFound()
    const isOwn = (field: string) => kind.own?.has(kept.record, field)
    if (!mayAll && !Object.keys(asked.fields).every(isOwn)) throw notAllowed()
    if (kept.version !== asked.version) throw conflict('Somebody else has changed this record meanwhile.')
    const edit = { by: by.personId, at: keeping.at.toISOString() }
    const origins = withEdits({ ...kept, record: flatten(kept.record) }, asked.fields, edit)
    const read = recordFrom(kind, asked.id, origins, keeping.known)
    if ('faults' in read) return read
    const slugs = await slugsOf(tx, kind, [read.record], keeping.known)
    const result = finish(kind, { ...read, origins, hash: null }, kept, slugs, keeping)
    await write(tx, kind, [result], keeping)
    await recordAudit(tx, {
      who: by.personId,
      what: 'information.edit',
      record: { kind: kind.name, id: asked.id },
      before: kept.record,
      after: result.row.record,
      why: asked.why,
    })
    return { version: result.row.version }
  })
}

async function rereadAll<R extends AnyRecord>(
  tx: Tx,
  kind: RecordKind<R>,
  ids: string[],
  keeping: Keeping,
): Promise<{ changed: number; refused: number }> {
  const results: Result<R>[] = []
  let refused = 0
  const before = await holdRecords(tx, kind.name, ids)
  for (const [id, kept] of before) {
    const origins = withEdits({ ...kept, record: flatten(kept.record) }, {}, { by: '', at: '' })
    const read = recordFrom(kind, id, origins, keeping.known)
    if ('faults' in read) refused += 1
    else {
      const slugs = await slugsOf(tx, kind, [read.record], keeping.known)
      // What a source gave is not what is kept any more, so the next time it is read anew.
      results.push(finish(kind, { ...read, origins, hash: null }, kept, slugs, keeping))
    }
  }
  const changed = results.filter(({ differs }) => differs)
  await write(tx, kind, changed, keeping)
  for (const { row } of changed) {
    await recordAudit(tx, {
      who: null,
      what: 'information.rewrite',
      record: { kind: kind.name, id: row.id },
      before: before.get(row.id)?.record,
      after: row.record,
    })
  }
  return { changed: changed.length, refused }
}

function hashOf(source: string, plain: Plain): string {
  const text = JSON.stringify([source, plain])
  return createHash('sha256').update(text).digest('base64url')
}
