import { createHash } from 'node:crypto'
import { type Fault, type Tx } from '../../platform/index.ts'
import type { AnyRecord, Giver, RecordKeeper, RecordKind, Taken } from '../kinds/model.ts'
import { doubtsOf, keysOf } from '../likeness/actions.ts'
import { createRecord, pretend } from './beginnings/actions.ts'
import { editRecord, faultsToPublish, rewrite } from './edits/actions.ts'
import {
  flatten,
  type Giving,
  type Kept,
  type KeptRecord,
  langsIn,
  type Origins,
  type Plain,
  plainOf,
  reference,
  withGiven,
} from './model.ts'
import { holdKind, holdRecords, readGivenHashes } from './queries.ts'
import { emptyOf, finish, recordFrom, type Result, slugsOf, write } from './writing/actions.ts'

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
    create: (db, by, asked, keeping) => createRecord(db, kind, by, asked, keeping),
    pretend: (tx, asked, keeping) => pretend(tx, kind, asked, keeping),
    rewrite: (tx, kept, change, keeping) => rewrite(tx, kind, kept, change, keeping),
    faultsToPublish: (tx, record, lang, known) => faultsToPublish(tx, kind, record, lang, known),
    texts: kind.texts ?? [],
  }
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
  const faults =
    (await kind.faultsOf?.(tx, records, giver.taken, giver)) ?? new Map<number, Fault[] | 'waits'>()
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

function resultOf<R extends AnyRecord>(
  kind: RecordKind<R>,
  { record, plain, properties, hash }: Turn<R>,
  kept: KeptRecord | undefined,
  slugs: ReadonlyMap<string, string>,
  giver: Giver,
): Result<R> | { faults: Fault[] } {
  // An export says itself where its records come from, and is believed by a house that does not have them.
  const moved = isTouched(kept) ? null : (record.provenance ?? null)
  const written = { hash, author: { id: null }, given: langsIn(plain) }
  if (moved) {
    const dates = { addedAt: moved.added_at, changedAt: moved.changed_at }
    return finish(kind, { ...written, record, origins: moved, dates }, kept, slugs, giver)
  }
  const given = { ...giver.source, at: giver.at.toISOString(), properties }
  const origins = withGiven(keptOf(kept), flatten(plain), given, giver.authority)
  const read = isAlone(origins) ? { record } : recordFrom(kind, record.id, origins, giver.known)
  return 'faults' in read ? read : finish(kind, { ...written, ...read, origins }, kept, slugs, giver)
}

/** Has anybody but the house itself, which begins with reference data, said anything of this record? */
function isTouched(kept: KeptRecord | undefined): boolean {
  if (!kept) return false
  return Object.keys(kept.edits).length > 0 || kept.sources.some(({ name }) => name !== reference)
}

const keptOf = (kept: KeptRecord | undefined): Kept | undefined =>
  kept && { ...kept, record: flatten(kept.record) }

const isAlone = ({ sources, edits }: Origins) => sources.length === 1 && Object.keys(edits).length === 0

function hashOf(source: string, plain: Plain): string {
  const text = JSON.stringify([source, plain])
  return createHash('sha256').update(text).digest('base64url')
}
