import { sql } from 'kysely'
import { type Db, firstRow, putRows, rows, type Tx } from '../../platform/index.ts'

/** Whose draft, and of which text: of a record in its own language the language is ''. */
export type DraftKey = { personId: string; kind: string; recordId: string; lang: string }

/** What somebody typed and has not saved, as a form sends it; `baseVersion` is of the record the form was made from. */
export type Draft = { baseVersion: number; typed: Record<string, string[]>; savedAt: Date }

/** Keeps a draft in place of the one before. */
export function putDraft(
  tx: Tx,
  { personId, kind, recordId, lang }: DraftKey,
  { baseVersion, typed }: Pick<Draft, 'baseVersion' | 'typed'>,
  now: Temporal.Instant,
): Promise<void> {
  const row = {
    person_id: personId,
    kind,
    record_id: recordId,
    lang,
    base_version: baseVersion,
    typed,
    saved_at: now.toString(),
  }
  return putRows(tx, 'community.draft', [row], ['person_id', 'kind', 'record_id', 'lang'])
}

const draft = sql`base_version as "baseVersion", typed, saved_at as "savedAt"`

/** Answers a draft; undefined when there is none. */
export function findDraft(db: Db, { personId, kind, recordId, lang }: DraftKey): Promise<Draft | undefined> {
  return firstRow<Draft>(
    db,
    sql`select ${draft} from community.draft where person_id = ${personId}::uuid and kind = ${kind}
      and record_id = ${recordId} and lang = ${lang}`,
  )
}

/** Answers somebody's drafts of records of a kind that are not there yet, the latest first. */
export function listNewDrafts(
  db: Db,
  { personId, kind }: Pick<DraftKey, 'personId' | 'kind'>,
): Promise<(Draft & { recordId: string })[]> {
  return rows<Draft & { recordId: string }>(
    db,
    sql`select record_id as "recordId", ${draft} from community.draft
      where person_id = ${personId}::uuid and kind = ${kind} and base_version = 0 order by saved_at desc limit 20`,
  )
}

/** Lets go of a draft. */
export async function dropDraft(tx: Tx, { personId, kind, recordId, lang }: DraftKey): Promise<void> {
  await sql`delete from community.draft where person_id = ${personId}::uuid and kind = ${kind}
    and record_id = ${recordId} and lang = ${lang}`.execute(tx)
}
