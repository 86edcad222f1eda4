import { sql } from 'kysely'
import type { Tx } from '../../platform/index.ts'

/** Says of records that came from a file that somebody wrote them. */
export async function nameAuthor(
  tx: Tx,
  kind: string,
  ids: readonly string[],
  personId: string,
): Promise<void> {
  await sql`update community.record set changed_by = ${personId}::uuid
    where kind = ${kind} and id = any(${[...ids]}::text[])`.execute(tx)
}

/** Says of a translation that it says what the first version of its record said. */
export async function markStale(
  tx: Tx,
  kind: string,
  { id, lang }: { id: string; lang: string },
  at: Date,
): Promise<void> {
  await sql`insert into community.stale_text (kind, record_id, lang, since_version, since)
    values (${kind}, ${id}, ${lang}, 1, ${at}) on conflict do nothing`.execute(tx)
}
