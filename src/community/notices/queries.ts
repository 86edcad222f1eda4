import { sql } from 'kysely'
import { json, type Tx } from '../../platform/index.ts'

/** Writes a notice down; answers nothing, as nobody has read it yet. */
export async function insertNotice(
  tx: Tx,
  notice: { personId: string; kind: string; details: object; at: Temporal.Instant },
): Promise<void> {
  await sql`insert into community.notice (person_id, kind, details, told_at)
    values (${notice.personId}::uuid, ${notice.kind}, ${json(notice.details)}, ${notice.at.toString()}::timestamptz)`.execute(
    tx,
  )
}
