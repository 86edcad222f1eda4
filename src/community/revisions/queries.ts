import { sql } from 'kysely'
import { type Db, firstRow, putRows, rows, type Tx } from '../../platform/index.ts'
import type { Plain } from '../records/model.ts'
import type { Revision, WholeRevision } from './model.ts'

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

type Row = {
  version: number
  changedAt: Date
  byId: string | null
  byName: string | null
  why: string | null
}

// What stands is the last version; each before it was kept when it was written over.
const versions = (kind: string, id: string) => sql`(
    select version, record, changed_at, changed_by, changed_why from community.record
      where kind = ${kind} and id = ${id}
    union all
    select version, record, changed_at, changed_by, changed_why from community.revision
      where kind = ${kind} and record_id = ${id}
  ) v left join community.person p on p.id = v.changed_by`

const facts = sql`v.version, v.changed_at as "changedAt", p.id as "byId", p.name as "byName", v.changed_why as why`

/** The versions of a record before one, the latest first, without what they say. */
export async function listVersions(
  db: Db,
  kind: string,
  id: string,
  { before, limit }: { before: number; limit: number },
): Promise<Revision[]> {
  const found = await rows<Row>(
    db,
    sql`select ${facts} from ${versions(kind, id)} where v.version < ${before}
      order by v.version desc limit ${limit}`,
  )
  return found.map(revisionOf)
}

/** One version of a record; undefined when it was never kept. */
export async function findVersion(
  db: Db,
  kind: string,
  id: string,
  version: number,
): Promise<WholeRevision | undefined> {
  const found = await firstRow<Row & { record: Plain }>(
    db,
    sql`select ${facts}, v.record from ${versions(kind, id)} where v.version = ${version}`,
  )
  return found && { ...revisionOf(found), record: found.record }
}

function revisionOf({ version, changedAt, byId, byName, why }: Row): Revision {
  return {
    version,
    changedAt: Temporal.Instant.fromEpochMilliseconds(changedAt.getTime()),
    changedBy: byId === null ? null : { id: byId, name: byName ?? '' },
    why,
  }
}

/** Since which version the original has left a translation behind, and when; undefined where it has not. */
export async function findStale(
  db: Db,
  kind: string,
  { id, lang }: TextKey,
): Promise<{ version: number; since: Temporal.Instant } | undefined> {
  const found = await firstRow<{ version: number; since: Date }>(
    db,
    sql`select since_version as version, since from community.stale_text
      where kind = ${kind} and record_id = ${id} and lang = ${lang}`,
  )
  return found && { ...found, since: Temporal.Instant.fromEpochMilliseconds(found.since.getTime()) }
}

/** The languages of a record that its original has left behind. */
export async function listStale(db: Db, kind: string, id: string): Promise<string[]> {
  const found = await rows<{ lang: string }>(
    db,
    sql`select lang from community.stale_text where kind = ${kind} and record_id = ${id} order by lang`,
  )
  return found.map(({ lang }) => lang)
}

/** Who wrote the last versions of a record, the latest first, with what they made of it. */
export async function listAuthors(
  db: Db,
  kind: string,
  id: string,
  limit: number,
): Promise<{ record: Plain; by: string | null }[]> {
  return rows(
    db,
    sql`select v.record, p.id as by from ${versions(kind, id)} order by v.version desc limit ${limit}`,
  )
}
