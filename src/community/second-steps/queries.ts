import { sql } from 'kysely'
import { type Db, firstRow, type Tx } from '../../platform/index.ts'
import type { Way } from '../signing-in/model.ts'
import { mostTries, type SecondStep } from './model.ts'

type Row = { person_id: string; way: Way; next: string | null }

const stepOf = (row: Row): SecondStep => ({
  personId: row.person_id,
  way: row.way,
  next: row.next ?? undefined,
})

/** Writes down that somebody is half-way in. */
export async function insertStep(
  db: Db,
  step: SecondStep & { hash: string; expiresAt: Temporal.Instant },
): Promise<void> {
  await sql`insert into community.second_step (token_hash, person_id, way, next, expires_at)
    values (${step.hash}, ${step.personId}::uuid, ${step.way}, ${step.next ?? null},
      ${step.expiresAt.toString()}::timestamptz)`.execute(db)
}

const isOpen = (now: Temporal.Instant) =>
  sql`tries < ${mostTries}::int and expires_at > ${now.toString()}::timestamptz`

/** Whether somebody with this token is half-way in. */
export async function hasStep(db: Db, hash: string, now: Temporal.Instant): Promise<boolean> {
  const found = await firstRow(
    db,
    sql`select 1 from community.second_step where token_hash = ${hash} and ${isOpen(now)}`,
  )
  return found !== undefined
}

/** Counts one more try before it is looked at; undefined when there is no such step, or too late, or tried too often. */
export async function tryStep(db: Db, hash: string, now: Temporal.Instant): Promise<SecondStep | undefined> {
  const row = await firstRow<Row>(
    db,
    sql`update community.second_step set tries = tries + 1 where token_hash = ${hash} and ${isOpen(now)}
      returning person_id, way, next`,
  )
  return row && stepOf(row)
}

/** Takes a step away once it is done; false when somebody else was quicker, or it was taken away meanwhile. */
export async function dropStep(tx: Tx, hash: string): Promise<boolean> {
  const dropped = await firstRow(
    tx,
    sql`delete from community.second_step where token_hash = ${hash} returning token_hash`,
  )
  return dropped !== undefined
}
