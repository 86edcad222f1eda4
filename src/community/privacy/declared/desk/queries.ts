import { sql } from 'kysely'
import { type Db, rows, type Tx } from '../../../../platform/index.ts'

/** Answers what somebody did at the desk: versions they wrote, schedules, remarks, and the records they look after. */
export function readDeskWork(db: Db, personId: string): Promise<Record<string, unknown>[]> {
  const me = sql`${personId}::uuid`
  return rows(
    db,
    sql`select * from (
      select 'written' as what, kind, id as record, version, null as lang, changed_why as said, changed_at as at
        from community.record where changed_by = ${me}
      union all
      select 'written', kind, record_id, version, null, changed_why, changed_at
        from community.revision where changed_by = ${me}
      union all
      select 'scheduled to be ' || becomes, kind, record_id, null, lang, to_char(wall, 'YYYY-MM-DD HH24:MI ') || zone, asked_at
        from community.schedule where asked_by = ${me}
      union all
      select 'said', kind, record_id, null, lang, said, said_at from community.remark where said_by = ${me}
      union all
      select 'settled a remark', kind, record_id, null, lang, null, settled_at from community.remark where settled_by = ${me}
      union all
      select 'looks after', kind, record_id, null, null, null, assigned_at from community.assignment where person_id = ${me}
      union all
      select 'gave to somebody', kind, record_id, null, null, null, assigned_at
        from community.assignment where assigned_by = ${me} and person_id <> ${me}
    ) as work order by at, what, kind, record`,
  )
}

/** Takes somebody's name and reasons out of what they did at the desk, and what they said and is settled. */
export async function makeDeskWorkNameless(tx: Tx, personId: string): Promise<void> {
  const me = sql`${personId}::uuid`
  await sql`update community.record set changed_by = null, changed_why = null where changed_by = ${me}`.execute(
    tx,
  )
  await sql`update community.revision set changed_by = null, changed_why = null where changed_by = ${me}`.execute(
    tx,
  )
  await sql`update community.schedule set asked_by = null where asked_by = ${me}`.execute(tx)
  await sql`delete from community.remark where said_by = ${me} and settled_at is not null`.execute(tx)
  await sql`update community.remark set said_by = nullif(said_by, ${me}), settled_by = nullif(settled_by, ${me})
    where ${me} in (said_by, settled_by)`.execute(tx)
  await sql`delete from community.assignment where person_id = ${me}`.execute(tx)
  await sql`update community.assignment set assigned_by = null where assigned_by = ${me}`.execute(tx)
}
