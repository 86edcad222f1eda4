import { sql } from 'kysely'
import { type Db, firstRow, rows, type Tx } from '../../platform/index.ts'

/** What a secret link shows: a record in a language, with what its maker has typed. */
export type PreviewOf = { kind: string; recordId: string; lang: string; madeBy: string }

export type PreviewLink = PreviewOf & { id: string; expiresAt: Date }

/** Writes a link down by the hash of its token. */
export async function insertPreviewLink(
  tx: Tx,
  { kind, recordId, lang, madeBy }: PreviewOf,
  { hash, now, until }: { hash: string; now: Temporal.Instant; until: Temporal.Instant },
): Promise<void> {
  await sql`insert into community.preview_link (token_hash, kind, record_id, lang, made_by, made_at, expires_at)
    values (${hash}, ${kind}, ${recordId}, ${lang}, ${madeBy}::uuid, ${now.toString()}::timestamptz,
      ${until.toString()}::timestamptz)`.execute(tx)
}

const link = sql`id, kind, record_id as "recordId", lang, made_by as "madeBy", expires_at as "expiresAt"`

/** Answers a link that still leads somewhere. */
export function findPreviewLink(
  db: Db,
  hash: string,
  now: Temporal.Instant,
): Promise<PreviewLink | undefined> {
  return firstRow<PreviewLink>(
    db,
    sql`select ${link} from community.preview_link where token_hash = ${hash} and expires_at > ${now.toString()}::timestamptz`,
  )
}

/** Answers the links to a record that still lead somewhere, the last to run out first. */
export function listPreviewLinks(
  db: Db,
  { kind, recordId }: Pick<PreviewOf, 'kind' | 'recordId'>,
  now: Temporal.Instant,
): Promise<PreviewLink[]> {
  return rows<PreviewLink>(
    db,
    sql`select ${link} from community.preview_link where kind = ${kind} and record_id = ${recordId}
      and expires_at > ${now.toString()}::timestamptz order by expires_at desc, id`,
  )
}

/** Ends a link to a record. */
export async function dropPreviewLink(
  tx: Tx,
  { kind, recordId, id }: Pick<PreviewLink, 'kind' | 'recordId' | 'id'>,
): Promise<void> {
  await sql`delete from community.preview_link where id = ${id}::uuid and kind = ${kind} and record_id = ${recordId}`.execute(
    tx,
  )
}
