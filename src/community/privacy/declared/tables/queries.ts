import { sql } from 'kysely'
import type { Tx } from '../../../../platform/index.ts'

/** Takes somebody out of what tables say about who looks after records. */
export async function dropAssignee(tx: Tx, personId: string): Promise<void> {
  await sql`update community.desk_entry set assigned_to = null where assigned_to = ${personId}::uuid`.execute(
    tx,
  )
}
