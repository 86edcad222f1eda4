/** Somebody in what jobs and announcements carry. */
import { sql } from 'kysely'
import type { Db, Tx } from '../database/index.ts'
import { rows } from '../database/rows.ts'
import { holdsAddress, type Traces } from '../traces.ts'
import { queueName } from './queue.ts'

/** Answers the jobs and announcements that carry somebody's address: their names and moments. */
export function readCarried(db: Db, traces: Traces): Promise<Record<string, unknown>[]> {
  return rows(
    db,
    sql`select data->>'name' as name, state::text as state, created_on as at from jobs.job
        where name = ${queueName} and ${holdsAddress(sql`(data->'payload')`, traces)}
      union all select event, 'announced', announced_at from platform.announcement
        where ${holdsAddress(sql`payload`, traces)} order by 3 desc`,
  )
}

/** Takes away jobs and announcements that carry somebody's address; one not yet done would be done for nobody. */
export async function forgetCarried(tx: Tx, traces: Traces): Promise<void> {
  await sql`delete from jobs.job where name = ${queueName} and ${holdsAddress(sql`(data::text || coalesce(output::text, ''))`, traces)}`.execute(
    tx,
  )
  await sql`delete from platform.announcement where ${holdsAddress(sql`payload`, traces)}`.execute(tx)
}
