import { sql } from 'kysely'
import { type Db, firstRow, putRows, type Tx } from '../../platform/index.ts'
import type { Viewer } from '../people/model.ts'
import { type AddressedTables, visibleText } from '../texts/queries.ts'

/** Notes that a record had a name in addresses, which leads to it for good. */
export async function keepOldAddress(
  tx: Tx,
  { kind, slug, id }: { kind: string; slug: string; id: string },
  at: string,
): Promise<void> {
  await putRows(tx, 'community.old_address', [{ kind, slug, record_id: id, left_at: at }], ['kind', 'slug'])
}

/** A record takes up a name again that it had before. */
export async function dropOldAddress(tx: Tx, { kind, slug }: { kind: string; slug: string }): Promise<void> {
  await sql`delete from community.old_address where kind = ${kind} and slug = ${slug}`.execute(tx)
}

/** The slug today of the record that had this one before; undefined where nobody had it, or the viewer may not see the record. */
export async function findMovedTo(
  db: Db,
  viewer: Viewer,
  { kind, table, texts }: AddressedTables & { kind: string },
  slug: string,
): Promise<string | undefined> {
  const found = await firstRow<{ slug: string }>(
    db,
    sql`select r.slug from community.old_address o join ${sql.table(table)} r on r.id = o.record_id
      where o.kind = ${kind} and o.slug = ${slug} and exists (select 1 from ${sql.table(texts)} t
        where t.record_id = r.id and ${visibleText(texts, viewer)})`,
  )
  return found?.slug
}

/** Whether another record of the kind has this name in addresses, or had it once. */
export async function isTaken(
  tx: Tx,
  { kind, table, slug, id }: { kind: string; table: string; slug: string; id: string },
): Promise<boolean> {
  const found = await firstRow(
    tx,
    sql`select 1 from ${sql.table(table)} r where r.slug = ${slug} and r.id <> ${id}
      union all select 1 from community.old_address o where o.kind = ${kind} and o.slug = ${slug} and o.record_id <> ${id}`,
  )
  return found !== undefined
}
