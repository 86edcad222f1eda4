import {
  assign,
  type Bulk,
  type BulkChange,
  type BulkRecord,
  findBulk,
  holdBulkRecord,
  holdRecords,
  insertBulk,
  type KeptRecord,
  type Known,
  listBulkRecords,
  type Member,
  moveBulk,
  type Plain,
  readAssigned,
  readRecords,
  type SettledRecord,
  settleBulkRecords,
} from '../../../community/index.ts'
import { type Db, later, notFound, recordAudit, transact, type Tx } from '../../../platform/index.ts'
import { deskKeeper } from '../../keepers/actions.ts'
import { faultsAnew, whyOf } from './checks/actions.ts'
import { fewBulkRecords } from './model.ts'
import { type KeptWith, mayChange, personOf, type Verdict, verdictOf } from './verdicts/model.ts'

declare module '../../../platform/index.ts' {
  interface Jobs {
    /** Prepares a bulk change, does it or undoes it, whichever it waits for. */
    'information.workOnBulk': { bulkId: string }
  }
}

/** Somebody with the house's words, at a moment. */
export type Doing = { by: Member; known: Known; now: Temporal.Instant; stopped?: () => boolean }

/** Records of which one knows so few are prepared while somebody waits. */
const fewToPrepare = 500

/** Asks for a change to these records and prepares its preview, large ones in a job; answers its id. */
export async function askBulk(
  db: Db,
  asked: {
    kind: string
    change: BulkChange
    query: string
    records: readonly { id: string; title: string }[]
  },
  doing: Doing,
): Promise<string> {
  const { records, ...bulk } = asked
  const soon = records.length <= fewToPrepare
  const id = await transact(db, async (tx) => {
    const ids = records.map((record) => record.id)
    const titles = records.map(({ title }) => title)
    const bulkId = await insertBulk(tx, doing.by, { ...bulk, ids, titles }, doing.now)
    await workLater(tx, bulkId, doing.now, soon)
    return bulkId
  })
  if (soon) await workOnBulk(db, id, doing)
  return id
}

// Where somebody waits for it, the job is only for the case that this process goes away meanwhile.
async function workLater(tx: Tx, bulkId: string, now: Temporal.Instant, waited: boolean): Promise<void> {
  const at = waited ? { at: now.add({ minutes: 2 }) } : {}
  await later(tx, 'information.workOnBulk', { bulkId }, { ...at, atMostMinutes: 120, keptDays: 1 })
}

/**
 * Does a change that was looked at, or undoes one that was done; large ones in a job. Said twice it is done once. Refuses (404)
 * a change that is not theirs.
 */
export async function beginBulk(db: Db, id: string, to: 'doing' | 'undoing', doing: Doing): Promise<void> {
  const bulk = await findBulk(db, doing.by, id)
  if (!bulk) throw notFound()
  const count = (to === 'doing' ? bulk.counts.ready : bulk.counts.done) ?? 0
  const soon = count <= fewBulkRecords
  const begun = await transact(db, async (tx) => {
    if (!(await moveBulk(tx, id, to, doing.now))) return false
    await workLater(tx, id, doing.now, soon)
    return true
  })
  if (begun && soon) await workOnBulk(db, id, doing)
}

/** Prepares a bulk change, does it or undoes it, as far as it is not; answers whether it came to an end. */
export async function workOnBulk(db: Db, id: string, doing: Doing): Promise<boolean> {
  const bulk = await findBulk(db, doing.by, id)
  if (bulk?.stage === 'preparing') return prepare(db, bulk, doing)
  if (bulk?.stage === 'doing') return work(db, bulk, doing, { of: 'ready', to: 'done', settle: doOne })
  if (bulk?.stage === 'undoing') return work(db, bulk, doing, { of: 'done', to: 'undone', settle: undoOne })
  return true
}

const partSize = 100

async function prepare(db: Db, bulk: Bulk, doing: Doing): Promise<boolean> {
  const keeper = deskKeeper(bulk.kind)
  for (;;) {
    if (doing.stopped?.()) return false
    const part = await listBulkRecords(db, bulk.id, { outcomes: ['waiting'], limit: partSize, offset: 0 })
    if (part.length === 0) break
    await transact(db, async (tx) => {
      const kept = await readRecords(
        tx,
        bulk.kind,
        part.map(({ id }) => id),
      )
      const assigned = await assignedOf(
        tx,
        bulk,
        part.map(({ id }) => id),
      )
      const settled: SettledRecord[] = []
      for (const record of part) {
        const found = withAssigned(kept.get(record.id), assigned)
        settled.push(await preparedOf(tx, keeper, bulk, { record, found }, doing))
      }
      await settleBulkRecords(tx, bulk.id, settled)
    })
  }
  await transact(db, (tx) => moveBulk(tx, bulk.id, 'ready', doing.now))
  return true
}

// Only one change asks who looks after records.
const assignedOf = (tx: Tx, { kind, change }: Bulk, ids: string[]) =>
  change.action === 'assign' ? readAssigned(tx, kind, ids) : new Map<string, string>()

const withAssigned = (
  kept: KeptRecord | undefined,
  assigned: ReadonlyMap<string, string>,
): KeptWith | undefined => kept && { kept, assigned: assigned.get(kept.id) ?? null }

async function preparedOf(
  tx: Tx,
  keeper: ReturnType<typeof deskKeeper>,
  { change }: Bulk,
  { record, found }: { record: BulkRecord; found: KeptWith | undefined },
  { by, known }: Doing,
): Promise<SettledRecord> {
  const { place } = record
  if (!found) return { place, outcome: 'refused', why: 'gone' }
  const { kept } = found
  if (kept.version !== record.version) return { place, outcome: 'refused', why: 'changed' }
  const verdict = verdictOf(by, keeper.kind, change, found)
  if (verdict.outcome !== 'ready') return { place, ...verdict }
  const faults = await faultsAnew(tx, keeper, kept.record, verdict.after, known)
  if (faults.length > 0) return { place, outcome: 'refused', why: whyOf(faults) }
  return { place, ...verdict }
}

type Settling = {
  of: 'ready' | 'done'
  to: 'done' | 'undone'
  settle(tx: Tx, bulk: Bulk, record: BulkRecord, doing: Doing): Promise<Omit<SettledRecord, 'place'>>
}

/** Settles one record after another, each in a transaction of its own, so that a reader never waits for all of them. */
async function work(db: Db, bulk: Bulk, doing: Doing, { of, to, settle }: Settling): Promise<boolean> {
  for (;;) {
    const part = await listBulkRecords(db, bulk.id, { outcomes: [of], limit: partSize, offset: 0 })
    if (part.length === 0) break
    for (const record of part) {
      if (doing.stopped?.()) return false
      await transact(db, async (tx) => {
        // Another process may have been faster.
        if ((await holdBulkRecord(tx, bulk.id, record.place)) !== of) return
        const settled = await settle(tx, bulk, record, doing)
        await settleBulkRecords(tx, bulk.id, [{ place: record.place, ...settled }])
      })
    }
  }
  await transact(db, (tx) => moveBulk(tx, bulk.id, to, doing.now))
  return true
}

async function doOne(tx: Tx, bulk: Bulk, record: BulkRecord, doing: Doing) {
  const keeper = deskKeeper(bulk.kind)
  const kept = (await holdRecords(tx, bulk.kind, [record.id])).get(record.id)
  if (!kept) return refused('gone')
  if (kept.version !== record.version) return refused('changed')
  // Roles may have ended since it was looked at.
  const assigned = (await assignedOf(tx, bulk, [record.id])).get(record.id) ?? null
  const verdict: Verdict = verdictOf(doing.by, keeper.kind, bulk.change, { kept, assigned })
  if (verdict.outcome !== 'ready') return verdict
  if (bulk.change.action === 'assign') {
    await give(tx, bulk, { id: kept.id, person: personOf(bulk.change.value) }, doing)
    return { outcome: 'done' as const, versionAfter: kept.version }
  }
  const answer = await rewrite(tx, keeper, { bulk, kept, fields: verdict.after }, doing)
  if ('faults' in answer) return refused(whyOf(answer.faults))
  return { outcome: 'done' as const, versionAfter: answer.version }
}

const refused = (why: string) => ({ outcome: 'refused' as const, why })
const left = (why: string) => ({ outcome: 'left' as const, why })

const give = (tx: Tx, { kind }: Bulk, { id, person }: { id: string; person: string | null }, doing: Doing) =>
  assign(tx, kind, doing.by, { ids: [id], person }, { at: new Date(doing.now.epochMilliseconds) })

async function undoAssignment(tx: Tx, bulk: Bulk, record: BulkRecord, doing: Doing) {
  const kept = (await holdRecords(tx, bulk.kind, [record.id])).get(record.id)
  if (!kept) return left('gone')
  const assigned = (await assignedOf(tx, bulk, [record.id])).get(record.id) ?? null
  if (assigned !== personOf(bulk.change.value)) return left('changed')
  const before = record.undoing?.['assigned']?.value
  const person = typeof before === 'string' ? before : null
  const change = { action: 'assign' as const, value: person ?? '' }
  const verdict = verdictOf(doing.by, deskKeeper(bulk.kind).kind, change, { kept, assigned })
  if (verdict.outcome === 'refused') return left(verdict.why)
  await give(tx, bulk, { id: kept.id, person }, doing)
  return { outcome: 'undone' as const }
}

async function undoOne(tx: Tx, bulk: Bulk, record: BulkRecord, doing: Doing) {
  if (bulk.change.action === 'assign') return undoAssignment(tx, bulk, record, doing)
  const keeper = deskKeeper(bulk.kind)
  const kept = (await holdRecords(tx, bulk.kind, [record.id])).get(record.id)
  if (!kept) return left('gone')
  if (kept.version !== record.versionAfter) return left('changed')
  const back = Object.entries(record.undoing ?? {}).map(([field, { value }]) => [field, value] as const)
  if (!back.every(([field]) => mayChange(doing.by, keeper.kind, kept.record, field)))
    return left('permission')
  const answer = await rewrite(tx, keeper, { bulk, kept, fields: Object.fromEntries(back) }, doing)
  if ('faults' in answer) return left(whyOf(answer.faults))
  return { outcome: 'undone' as const }
}

async function rewrite(
  tx: Tx,
  keeper: ReturnType<typeof deskKeeper>,
  { bulk, kept, fields }: { bulk: Bulk; kept: KeptRecord; fields: Plain },
  { by, known, now }: Doing,
) {
  const keeping = { known, at: new Date(now.epochMilliseconds) }
  const answer = await keeper.rewrite(tx, kept, { fields, by: by.personId }, keeping)
  if ('faults' in answer) return answer
  await recordAudit(tx, {
    who: by.personId,
    what: 'information.bulk',
    record: { kind: keeper.kind, id: kept.id },
    before: answer.before,
    after: answer.after,
    why: bulk.id,
  })
  return answer
}
