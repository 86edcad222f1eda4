import { sql } from 'kysely'
import { type Db, rows, type Traces, type Tx } from '../../../../platform/index.ts'

/** Answers what a person was told, without whom else it was about. */
export function readNotices(db: Db, personId: string): Promise<Record<string, unknown>[]> {
  return rows(
    db,
    sql`select kind, details - '{who,person}'::text[] as details, told_at as "toldAt", read_at as "readAt",
        mailed_at as "mailedAt"
      from community.notice where person_id = ${personId}::uuid order by told_at, id`,
  )
}

/** Takes away what a person was told, and their name out of what others were told about them. */
export async function forgetNotices(tx: Tx, { id, pseudonym }: Traces): Promise<void> {
  await sql`delete from community.notice where person_id = ${id}::uuid`.execute(tx)
  await sql`update community.notice set details = jsonb_set(details, '{who}', to_jsonb(${pseudonym}::text))
    where details->>'person' = ${id} and details ? 'who'`.execute(tx)
}
