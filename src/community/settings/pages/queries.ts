import { sql } from 'kysely'
import { type Db, firstRow, json, type Tx } from '../../../platform/index.ts'
import type { OwnPage } from './model.ts'

/** A page of the house's own; undefined where there is none. */
export function findPage(db: Db, slug: string): Promise<OwnPage | undefined> {
  return firstRow<OwnPage>(
    db,
    sql`select slug, titles, texts, version from community.house_page where slug = ${slug}`,
  )
}

/** Writes a page down. */
export async function putPage(tx: Tx, page: OwnPage, at: Temporal.Instant): Promise<void> {
  const { slug, titles, texts, version } = page
  await sql`insert into community.house_page (slug, titles, texts, version, changed_at)
    values (${slug}, ${json(titles)}, ${json(texts)}, ${version}, ${at.toString()})
    on conflict (slug) do update set titles = excluded.titles, texts = excluded.texts, version = excluded.version,
      changed_at = excluded.changed_at`.execute(tx)
}

/** Takes a page away. */
export async function dropPage(tx: Tx, slug: string): Promise<void> {
  await sql`delete from community.house_page where slug = ${slug}`.execute(tx)
}
