import { sql } from 'kysely'
import { type Db, firstRow, json, rows, type Tx } from '../../platform/index.ts'
import type { Member } from '../people/model.ts'
import {
  type Bulk,
  type BulkChange,
  type BulkOutcome,
  type BulkRecord,
  type BulkStage,
  stageBefore,
} from './model.ts'

/** Writes down a bulk change that is asked for, with its records in their order; answers its id. */
export async function insertBulk(
  tx: Tx,
  by: Member,
  asked: {
    kind: string
    change: BulkChange
    query: string
    ids: readonly string[]
    titles: readonly string[]
  },
  now: Temporal.Instant,
): Promise<string> {
  const { kind, change, query, ids, titles } = asked
  const row = await firstRow<{ id: string }>(
    tx,
    sql`insert into community.bulk (kind, change, query, stage, asked_by, asked_at)
      values (${kind}, ${json(change)}, ${query}, 'preparing', ${by.personId}::uuid, ${now.toString()}::timestamptz)
      returning id`,
  )
  if (!row) throw new Error('A bulk change was not written.')
  await sql`insert into community.bulk_record (bulk_id, place, record_id, title, version)
    select ${row.id}::uuid, given.place, given.id, given.title, r.version
    from unnest(${[...ids]}::text[], ${[...titles]}::text[]) with ordinality as given (id, title, place)
    join community.record r on r.kind = ${kind} and r.id = given.id`.execute(tx)
  return row.id
}

type Row = Omit<Bulk, 'counts'> & { counts: Bulk['counts'] | null }

const columns = sql`b.id, b.kind, b.change, b.query, b.stage, b.asked_at as "askedAt", (
    select jsonb_object_agg(counted.outcome, counted.count) from (
      select outcome, count(*) as count from community.bulk_record r where r.bulk_id = b.id group by outcome) as counted
  ) as counts`

const bulkOf = ({ counts, ...bulk }: Row): Bulk => ({ ...bulk, counts: counts ?? {} })

/** Answers a bulk change of somebody's; undefined when they have none of this id. */
export async function findBulk(db: Db, by: Member, id: string): Promise<Bulk | undefined> {
  const row = await firstRow<Row>(
    db,
    sql`select ${columns} from community.bulk b where b.id = ${id}::uuid and b.asked_by = ${by.personId}::uuid`,
  )
  return row && bulkOf(row)
}

/** Answers a bulk change with who asked for it, for the job that does it; nobody when they have closed their account. */
export async function readBulk(db: Db, id: string): Promise<(Bulk & { askedBy: string | null }) | undefined> {
  const row = await firstRow<Row & { askedBy: string | null }>(
    db,
    sql`select ${columns}, b.asked_by as "askedBy" from community.bulk b where b.id = ${id}::uuid`,
  )
  return row && { ...bulkOf(row), askedBy: row.askedBy }
}

/** The bulk changes somebody asked for, the latest first. */
export async function listBulks(db: Db, by: Member): Promise<Bulk[]> {
  const found = await rows<Row>(
    db,
    sql`select ${columns} from community.bulk b where b.asked_by = ${by.personId}::uuid
      order by b.asked_at desc, b.id limit 50`,
  )
  return found.map(bulkOf)
}

const recordColumns = sql`place, record_id as id, title, version, version_after as "versionAfter", before, after, undoing,
  outcome, why`

/** A page of the records of a bulk change in their order; with outcomes, only those. */
export function listBulkRecords(
  db: Db,
  id: string,
  { outcomes, limit, offset }: { outcomes?: readonly BulkOutcome[]; limit: number; offset: number },
): Promise<BulkRecord[]> {
  const only = outcomes ? sql`and outcome = any(${[...outcomes]}::text[])` : sql``
  return rows<BulkRecord>(
    db,
    sql`select ${recordColumns} from community.bulk_record where bulk_id = ${id}::uuid ${only}
      order by place limit ${limit} offset ${offset}`,
  )
}

/** What has become of one record so far, held until the end of the transaction: nobody else settles it meanwhile. */
export async function holdBulkRecord(tx: Tx, id: string, place: number): Promise<BulkOutcome | undefined> {
  const row = await firstRow<{ outcome: BulkOutcome }>(
    tx,
    sql`select outcome from community.bulk_record where bulk_id = ${id}::uuid and place = ${place} for update`,
  )
  return row?.outcome
}

export type SettledRecord = Pick<BulkRecord, 'place' | 'outcome'> &
  Partial<Pick<BulkRecord, 'versionAfter' | 'before' | 'after' | 'undoing' | 'why'>>

/** Writes down what became of records of a bulk change. */
export async function settleBulkRecords(
  db: Db,
  id: string,
  settled: readonly SettledRecord[],
): Promise<void> {
  if (settled.length === 0) return
  await sql`update community.bulk_record r set outcome = s.outcome, why = s.why,
      version_after = coalesce(s."versionAfter", r.version_after), before = coalesce(s.before, r.before),
      after = coalesce(s.after, r.after), undoing = coalesce(s.undoing, r.undoing)
    from json_to_recordset(${JSON.stringify(settled)}::json) as s (place integer, outcome text, why text,
      "versionAfter" integer, before json, after json, undoing json)
    where r.bulk_id = ${id}::uuid and r.place = s.place`.execute(db)
}

/** Takes a bulk change to its next stage; false when it is not in the one before, for somebody else was first. */
export async function moveBulk(tx: Tx, id: string, to: BulkStage, now: Temporal.Instant): Promise<boolean> {
  const at = sql`${now.toString()}::timestamptz`
  const moved = await firstRow(
    tx,
    sql`update community.bulk set stage = ${to}, done_at = case when ${to} = 'done' then ${at} else done_at end,
      undone_at = case when ${to} = 'undone' then ${at} else undone_at end
      where id = ${id}::uuid and stage = ${stageBefore(to) ?? null} returning id`,
  )
  return moved !== undefined
}
