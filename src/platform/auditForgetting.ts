/** What becomes of the audit in time, and when somebody in it is to be forgotten. */
import { sql } from 'kysely'
import type { Db, Tx } from './database/index.ts'
import { firstRow, rows } from './database/rows.ts'
import { holdsAddress, type Traces, withoutTraces } from './traces.ts'

type About = { kind: string; id: string }

/**
 * Answers what the audit holds of somebody, latest first, as plain JSON: what was done to their own record, in full but for
 * who did it, and what they did elsewhere, without its details, which may be somebody else's.
 */
export function readAuditOf(db: Db, { kind, id }: About): Promise<Record<string, unknown>[]> {
  const own = sql`(record_kind = ${kind} and record_id = ${id})`
  return rows(
    db,
    sql`select at, what, case when who is null then 'the house' when who = ${id} then 'you' else 'staff' end as by,
        record_kind as "recordKind",
        case when ${own} or record_kind <> ${kind} then record_id end as "recordId",
        case when ${own} then before end as before, case when ${own} then after end as after,
        case when ${own} then why end as why
      from platform.audit_entry where ${own} or who = ${id} order by id desc`,
  )
}

/**
 * Takes the details of somebody's own record out of the audit, but for fields that say nothing of a person, and their
 * address and name out of all other entries that hold the address or the id. Who did what stays, by id.
 */
export async function forgetInAudit(
  tx: Tx,
  { kind, id }: About,
  kept: readonly string[],
  traces: Traces,
): Promise<void> {
  await sql`update platform.audit_entry set before = ${only('before', kept)}, after = ${only('after', kept)}, why = null
    where record_kind = ${kind} and record_id = ${id}`.execute(tx)
  const held = sql`(before::text || ' ' || after::text || ' ' || coalesce(why, ''))`
  await sql`update platform.audit_entry set before = ${withoutTraces(sql`before`, traces)}::jsonb,
      after = ${withoutTraces(sql`after`, traces)}::jsonb, why = ${withoutTraces(sql`why`, traces)}
    where (${holdsAddress(held, traces)} or strpos(${held}, ${id}) > 0)
      and not (record_kind = ${kind} and record_id = ${id})`.execute(tx)
}

const only = (column: string, kept: readonly string[]) =>
  sql`(select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each(${sql.ref(column)}) where key = any(${[...kept]}::text[]))`

/** Takes the details out of what somebody did to one kind of record, where all of these are their own. */
export async function emptyAuditBy(tx: Tx, who: string, kind: string): Promise<void> {
  await sql`update platform.audit_entry set before = '{}', after = '{}', why = null
    where who = ${who} and record_kind = ${kind}`.execute(tx)
}

/** Takes the details out of entries on some kinds of record from before a moment. Answers how many. */
export async function emptyAudit(
  tx: Tx,
  kinds: readonly string[],
  before: Temporal.Instant,
): Promise<number> {
  const row = await firstRow<{ count: number }>(
    tx,
    sql`with emptied as (update platform.audit_entry set before = '{}', after = '{}', why = null
        where record_kind = any(${[...kinds]}::text[]) and at <= ${before.toString()}::timestamptz
          and (before <> '{}' or after <> '{}' or why is not null) returning 1)
      select count(*) as count from emptied`,
  )
  return row?.count ?? 0
}

/** Takes out who did what in entries from before a moment, and the reasons they wrote. Answers how many. */
export async function dropAuditors(tx: Tx, before: Temporal.Instant): Promise<number> {
  const row = await firstRow<{ count: number }>(
    tx,
    sql`with emptied as (update platform.audit_entry set who = null, why = null
        where at <= ${before.toString()}::timestamptz and (who is not null or why is not null) returning 1)
      select count(*) as count from emptied`,
  )
  return row?.count ?? 0
}
