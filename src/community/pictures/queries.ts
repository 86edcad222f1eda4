import { type RawBuilder, sql } from 'kysely'
import { type Db, firstRow, json, type PictureType, putRows, rows, type Tx } from '../../platform/index.ts'
import type { Viewer } from '../people/model.ts'
import { rolesWith } from '../roles/permissions.ts'
import { hasText, unpublishedText } from '../texts/queries.ts'
import {
  type KeptPicture,
  type MadeVersion,
  type RecordPicture,
  shownIn,
  type ShownPicture,
} from './model.ts'

const kept = sql`p.id, p.type, p.width, p.height, p.made, p.failed_at is not null as failed`

type UseRow = KeptPicture & {
  alt: Record<string, string>
  credit: string | null
  x: number
  y: number
}

/** The pictures of a record that can be shown beside the first of these texts, which is what its page says, in their order. */
export async function readShownPictures(
  db: Db,
  record: { kind: string; id: string },
  [text]: { lang: string }[],
): Promise<ShownPicture[]> {
  const found = await rows<UseRow>(
    db,
    sql`select ${kept}, u.alt, u.credit, u.focus_x as x, u.focus_y as y
      from community.picture_use u join community.picture p on p.id = u.picture_id
      where u.kind = ${record.kind} and u.record_id = ${record.id} order by u.place`,
  )
  const all = found.map(({ alt, credit, x, y, ...picture }) => ({
    id: picture.id,
    alt,
    credit,
    focus: { x, y },
    kept: picture,
  }))
  return text ? shownIn(text.lang, all) : []
}

/** The pictures under these ids, as the house keeps them. */
export async function readKeptPictures(db: Db, ids: string[]): Promise<Map<string, KeptPicture>> {
  if (ids.length === 0) return new Map()
  const found = await rows<KeptPicture>(
    db,
    sql`select ${kept} from community.picture p where p.id = any(${ids}::text[])`,
  )
  return new Map(found.map((picture) => [picture.id, picture]))
}

/** A file that was made of a picture, and whether anybody may see it. */
export type FoundVersion = { file: string; isPublic: boolean }

/**
 * The version of a picture in a format and width, as far as this viewer may see it: anybody where a published text of a
 * record shows it, else who sees that record although it is not published.
 */
export async function findVersion(
  db: Db,
  viewer: Viewer,
  { id, type, width }: { id: string; type: string; width: number },
): Promise<FoundVersion | undefined> {
  const found = await firstRow<{ made: MadeVersion[]; public: boolean; seen: boolean }>(
    db,
    sql`select p.made, ${usedBy(() => sql`t.state = 'published' and jsonb_exists(u.alt, t.lang)`)} as public,
        ${seenBy(viewer)} as seen
      from community.picture p where p.id = ${id} and p.made is not null`,
  )
  const version = found?.made.find((made) => made.type === type && made.width === width)
  if (!found || !version || !(found.public || found.seen)) return undefined
  return { file: version.file, isPublic: found.public }
}

function usedBy(condition: (textTable: string) => RawBuilder<boolean>): RawBuilder<boolean> {
  return sql`exists (select 1 from community.picture_use u where u.picture_id = p.id and ${hasText(condition)})`
}

function seenBy(viewer: Viewer): RawBuilder<boolean> {
  if (rolesWith(viewer, 'records.seeUnpublished').length === 0) return sql`false`
  return usedBy((textTable) => unpublishedText(textTable, viewer))
}

/** Keeps which pictures these records show, in place of those they showed before. */
export async function putUses(
  tx: Tx,
  kind: string,
  records: { id: string; pictures: RecordPicture[] }[],
  before: string[],
): Promise<void> {
  if (before.length > 0)
    await sql`delete from community.picture_use where kind = ${kind} and record_id = any(${before}::text[])`.execute(
      tx,
    )
  const uses = records.flatMap(({ id, pictures }) =>
    pictures.map((picture, place) => ({
      kind,
      record_id: id,
      place,
      picture_id: picture.id,
      alt: picture.alt,
      credit: picture.credit,
      focus_x: picture.focus.x,
      focus_y: picture.focus.y,
    })),
  )
  await putRows(tx, 'community.picture_use', uses, ['kind', 'record_id', 'place'])
}

/** Keeps a picture that has just come; answers whether it is new here, or was given up and is tried again. */
export async function putPicture(
  tx: Tx,
  picture: { id: string; type: PictureType; width: number; height: number; at: Temporal.Instant },
): Promise<boolean> {
  const { id, type, width, height, at } = picture
  const found = await firstRow<{ id: string }>(
    tx,
    sql`insert into community.picture (id, type, width, height, added_at)
      values (${id}, ${type}, ${width}, ${height}, ${at.toString()}::timestamptz)
      on conflict (id) do update set failed_at = null where picture.failed_at is not null returning id`,
  )
  return found !== undefined
}

/** Lets a picture that has come again count as new, so that nobody lets go of it meanwhile. */
export async function renewPicture(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await sql`update community.picture set added_at = greatest(added_at, ${at.toString()}::timestamptz) where id = ${id}`.execute(
    tx,
  )
}

/**
 * Lets go of the pictures that came before a moment and that nothing names: no record, no earlier version, nothing that a source
 * or a person has said of one. Answers the files that are theirs alone.
 */
export async function dropUnnamed(
  tx: Tx,
  before: Temporal.Instant,
): Promise<{ count: number; files: string[] }> {
  const old = sql`p.added_at < ${before.toString()}::timestamptz
    and not exists (select 1 from community.picture_use u where u.picture_id = p.id)`
  const gone = await rows<{ id: string; made: MadeVersion[] | null }>(
    tx,
    sql`with candidate as materialized (select p.id from community.picture p where ${old}),
      said as materialized (
        select r.record::text as words from community.revision r where exists (select 1 from candidate)
        union all select concat(r.record::text, r.sources::text, r.edits::text) from community.record r
          where exists (select 1 from candidate)),
      named as materialized (select distinct id[1] as id from said, regexp_matches(words, '"([0-9a-f]{64})"', 'g') as id)
      delete from community.picture p
      where p.id in (select id from candidate) and ${old} and p.id not in (select id from named)
      returning p.id, p.made`,
  )
  const files = gone.flatMap(({ id, made }) => [id, ...(made ?? []).map(({ file }) => file)])
  const others = await rows<{ file: string }>(
    tx,
    sql`select p.id as file from community.picture p where p.id = any(${files}::text[])
      union select made ->> 'file' from community.picture p
        cross join lateral jsonb_array_elements(coalesce(p.made, '[]')) as made
        where made ->> 'file' = any(${files}::text[])`,
  )
  const kept = new Set(others.map(({ file }) => file))
  return { count: gone.length, files: [...new Set(files)].filter((file) => !kept.has(file)) }
}

/** Notes what was made of a picture; null that nothing can be. */
export async function putMade(
  tx: Tx,
  id: string,
  made: MadeVersion[] | null,
  at: Temporal.Instant,
): Promise<void> {
  const failedAt = made ? null : at.toString()
  await sql`update community.picture set made = ${made && json(made)}, failed_at = ${failedAt}::timestamptz
    where id = ${id}`.execute(tx)
}

/** The pictures that records show and the house does not have. */
export async function listMissingPictures(db: Db): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`select distinct u.picture_id as id from community.picture_use u
      where not exists (select 1 from community.picture p where p.id = u.picture_id) order by 1`,
  )
  return found.map(({ id }) => id)
}

/** Every picture the house has, as it came. */
export function listPictures(db: Db): Promise<{ id: string; type: PictureType }[]> {
  return rows(
    db,
    sql<{ id: string; type: PictureType }>`select p.id, p.type from community.picture p order by p.id`,
  )
}
