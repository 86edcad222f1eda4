import { createHash } from 'node:crypto'
import {
  conflict,
  type Db,
  type Fault,
  foldText,
  notAllowed,
  notFound,
  recordAudit,
  transact,
  type Tx,
} from '../../platform/index.ts'
import type { Known } from '../known/model.ts'
import type { Viewer } from '../people/model.ts'
import { mayEditRecords } from '../people/permissions.ts'
import {
  type Authority,
  compact,
  composed,
  type Doubt,
  type Fields,
  flatten,
  type Giving,
  type Kept,
  type Likeness,
  type Origins,
  type Outcome,
  type Plain,
  plainOf,
  type Provenance,
  reference,
  type Source,
  unflatten,
  withEdits,
  withGiven,
} from './model.ts'
import {
  findByKeys,
  holdKind,
  holdRecords,
  type KeptRecord,
  type KeyRow,
  dropKeys,
  putKeys,
  putRecords,
  readGivenHashes,
  type RecordRow,
  slugsFor,
  type Wanted,
} from './queries.ts'

/** What records are kept with: the house's words, and the moment. */
export type Keeping = { known: Known; at: Date }

/** A record as its kind reads it; where an export says so, with where it comes from. */
export type AnyRecord = { id: string; provenance?: Provenance | null }

/** How records of a kind are read, completed and written to the tables of the kind. */
export type RecordKind<R extends AnyRecord> = {
  name: string
  /** A record by the shape of the kind, or every fault of it. */
  read(known: Known, raw: unknown): { record: R } | { faults: Fault[] }
  /** The table that keeps addresses of this kind, and those a record wants; absent where it has none. */
  addresses?: { table: string; of(record: R, known: Known): Wanted[] }
  /** The record as the house keeps it: with its addresses, and with what it knows from the one before. */
  completed(
    record: R,
    given: { before: Plain | undefined; slugs: ReadonlyMap<string, string>; on: string },
  ): R
  /** Why some of these records cannot be kept now, by their place; `waits` for what it is a part of. */
  faultsOf?(tx: Tx, records: R[], taken: ReadonlySet<string>): Promise<ReadonlyMap<number, Fault[] | 'waits'>>
  /** Writes the tables of the kind; the records are new or changed. */
  save(tx: Tx, records: Written<R>[], keeping: Keeping): Promise<void>
  /** By what a record is recognised under another id. */
  likeness?(record: R): Likeness
}

/** A record to be written to the tables of its kind, with the dates it has in this house. */
export type Written<R> = { record: R; isNew: boolean; addedAt: string; changedAt: string }

/** Where a batch of records comes from, and what may be done with it. */
export type Giver = Keeping & {
  source: Source
  authority: Authority
  dryRun: boolean
  /** Ids that went in from this file so far. */
  taken: ReadonlySet<string>
  /** In a dry run: by what those were recognised, since the house does not hold them. */
  recognised: Map<string, string>
}

export type Taken = { outcome: Outcome; doubts: Doubt[] }

/** Records given together: each is read when it is added, all are kept in one transaction. */
export type Batch = {
  add(raw: unknown, properties: Giving['properties']): { id: string } | { faults: Fault[] }
  keep(tx: Tx): Promise<Taken[]>
}

/** What imports and edits ask of a kind of record. */
export type RecordKeeper = {
  kind: string
  openBatch(giver: Giver): Batch
  edit(db: Db, by: Viewer, asked: EditRequest, keeping: Keeping): Promise<EditAnswer>
}

/** Fields to change, by name (`translations.fr.title` for a translation): null takes a value away, undefined gives it back to its sources. */
export type EditRequest = { id: string; version: number; fields: Fields; why?: string }
export type EditAnswer = { version: number } | { faults: Fault[] }

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
  await noteDoubts(tx, kind, turns, giver)
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
  await putRecords(
    tx,
    results.map(({ row }) => row),
  )
  const changed = results.filter(({ differs }) => differs).map(({ written }) => written)
  if (changed.length === 0) return
  await kind.save(tx, changed, keeping)
  await dropKeys(tx, kind.name, keptBefore(changed))
  const keys = changed.flatMap(({ record }) => keysOf(kind, record))
  await putKeys(
    tx,
    keys.map(({ by: _, ...key }) => key),
  )
}

/** The ids of those that the house held before. */
export function keptBefore<R extends AnyRecord>(written: Written<R>[]): string[] {
  return written.flatMap(({ record, isNew }) => (isNew ? [] : [record.id]))
}

type Key = KeyRow & { by: Doubt['by'] }

function keysOf<R extends AnyRecord>(kind: RecordKind<R>, record: R): Key[] {
  const likeness = kind.likeness?.(record)
  if (!likeness) return []
  const { address, title, date, place } = likeness
  const keys: Key[] = []
  const add = (by: Doubt['by'], words: string) =>
    keys.push({ kind: kind.name, id: record.id, by, key: keyOf([kind.name, by, words]) })
  if (address !== null) add('address', plainAddress(address))
  if (date !== null || place !== null) add('title', [foldText(title), date, foldText(place ?? '')].join('|'))
  return keys
}

const keyOf = (parts: string[]) =>
  createHash('sha256').update(parts.join('\n')).digest().readBigInt64BE().toString()

/** An address without what does not tell pages apart. */
function plainAddress(address: string): string {
  const url = URL.parse(address)
  if (!url) return address
  const asked = [...url.searchParams].filter(([name]) => !/^(utm_\w+|fbclid|gclid)$/.test(name))
  const path = url.pathname.replace(/\/+$/, '')
  return [url.hostname.replace(/^www\./, ''), path, new URLSearchParams(asked).toString()].join(' ')
}

/** Says of new records which others they may be. */
async function noteDoubts<R extends AnyRecord>(
  tx: Tx,
  kind: RecordKind<R>,
  turns: Turn<R>[],
  { dryRun, recognised }: Giver,
): Promise<void> {
  const fresh = turns.filter(({ taken }) => taken.outcome === 'added')
  const keys = fresh.flatMap(({ record }) => keysOf(kind, record))
  if (keys.length === 0) return
  const found = await findByKeys(tx, kind.name, [...new Set(keys.map(({ key }) => key))])
  if (dryRun) {
    for (const { key, id } of keys) {
      const like = recognised.get(key)
      if (like === undefined) recognised.set(key, id)
      else found.push({ key, id: like })
    }
  }
  const byKey = new Map<string, string[]>()
  for (const { id, key } of [...found, ...keys]) byKey.set(key, [...(byKey.get(key) ?? []), id])
  const byId = new Map(fresh.map((turn) => [turn.record.id, turn.taken]))
  for (const { id, key, by } of keys) {
    const others = byKey.get(key) ?? []
    // Of two in one batch the later one is doubtful.
    const like = others.slice(0, others.indexOf(id)).find((other) => other !== id)
    const doubts = byId.get(id)?.doubts
    if (like !== undefined && doubts && !doubts.some((doubt) => doubt.like === like))
      doubts.push({ like, by })
  }
}

async function editRecord<R extends AnyRecord>(
  db: Db,
  kind: RecordKind<R>,
  by: Viewer,
  asked: EditRequest,
  keeping: Keeping,
): Promise<EditAnswer> {
  if (!mayEditRecords(by)) throw notAllowed('Only staff may edit records.')
  return transact(db, async (tx) => {
    const kept = (await holdRecords(tx, kind.name, [asked.id])).get(asked.id)
    if (!kept) throw notFound()
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

function hashOf(source: string, plain: Plain): string {
  return createHash('sha256')
    .update(JSON.stringify([source, plain]))
    .digest('base64url')
}
