import { sql } from 'kysely'
import { putRows, type Tx } from '../../platform/index.ts'
import type { Plain } from '../records/model.ts'

export type RevisionRow = {
  kind: string
  record_id: string
  version: number
  record: Plain
  changed_at: string
  changed_by: string | null
  changed_why: string | null
}

/** Writes records down as they were. */
export function putRevisions(tx: Tx, revisions: RevisionRow[]): Promise<void> {
  return putRows(tx, 'community.revision', revisions, ['kind', 'record_id', 'version'])
}

/** A language of a record. */
export type TextKey = { id: string; lang: string }

/** Writes down translations that the original has left behind since a version; those that were before stay as they are. */
export async function putStale(
  tx: Tx,
  kind: string,
  texts: (TextKey & { version: number })[],
  at: Date,
): Promise<void> {
  if (texts.length === 0) return
  await sql`insert into community.stale_text (kind, record_id, lang, since_version, since)
    select ${kind}, t.id, t.lang, t.version, ${at}
    from json_to_recordset(${JSON.stringify(texts)}::json) as t (id text, lang text, version integer)
    on conflict do nothing`.execute(tx)
}

/** Writes down that these translations say what the original says. */
export async function dropStale(tx: Tx, kind: string, texts: TextKey[]): Promise<void> {
  if (texts.length === 0) return
  await sql`delete from community.stale_text s
    using json_to_recordset(${JSON.stringify(texts)}::json) as t (id text, lang text)
    where s.kind = ${kind} and s.record_id = t.id and s.lang = t.lang`.execute(tx)
}
