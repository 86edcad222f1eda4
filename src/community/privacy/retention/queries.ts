import { sql } from 'kysely'
import { type Db, rows, type Tx } from '../../../platform/index.ts'

export type RetentionRun = { at: Temporal.Instant; kind: string; days: number; count: number }

/** Writes down how much of a kind of data went. */
export async function insertRun(tx: Tx, { at, kind, days, count }: RetentionRun): Promise<void> {
  await sql`insert into community.retention_run (at, kind, days, count)
    values (${at.toString()}::timestamptz, ${kind}, ${days}, ${count})`.execute(tx)
}

/** Answers what went, latest first. */
export async function listRuns(db: Db, limit: number): Promise<RetentionRun[]> {
  const found = await rows<{ at: Date; kind: string; days: number; count: number }>(
    db,
    sql`select at, kind, days, count from community.retention_run order by id desc limit ${limit}`,
  )
  return found.map(({ at, ...run }) => ({ ...run, at: at.toTemporalInstant() }))
}
