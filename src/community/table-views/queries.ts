import { sql } from 'kysely'
import { type Db, firstRow, rows, type Tx } from '../../platform/index.ts'
import type { Member } from '../people/model.ts'
import type { TableView } from './model.ts'

/** The saved views of a kind, or of all kinds, that somebody has or that are shared with everybody at the desk, by name. */
export function listTableViews(db: Db, by: Member, kind?: string): Promise<TableView[]> {
  return rows<TableView>(
    db,
    sql`select id, kind, name, query, shared, person_id = ${by.personId}::uuid as "isOwn" from community.table_view
      where (person_id = ${by.personId}::uuid or shared) ${kind === undefined ? sql`` : sql`and kind = ${kind}`}
      order by kind, shared, name collate "und-x-icu", id limit 500`,
  )
}

/** How many views somebody has. */
export async function countTableViews(db: Db, by: Member): Promise<number> {
  const row = await firstRow<{ count: number }>(
    db,
    sql`select count(*) as count from community.table_view where person_id = ${by.personId}::uuid`,
  )
  return row?.count ?? 0
}

/** Keeps a view; one of the same person, kind and name takes its place. */
export async function putTableView(
  tx: Tx,
  by: Member,
  view: Pick<TableView, 'kind' | 'name' | 'query' | 'shared'>,
  now: Temporal.Instant,
): Promise<void> {
  await sql`delete from community.table_view
    where person_id = ${by.personId}::uuid and kind = ${view.kind} and name = ${view.name}`.execute(tx)
  await sql`insert into community.table_view (kind, person_id, name, query, shared, made_at)
    values (${view.kind}, ${by.personId}::uuid, ${view.name}, ${view.query}, ${view.shared},
      ${now.toString()}::timestamptz)`.execute(tx)
}

/** Takes a view of somebody's away; answers its kind, or nothing where they have no such view. */
export async function dropTableView(tx: Tx, by: Member, id: string): Promise<string | undefined> {
  const dropped = await firstRow<{ kind: string }>(
    tx,
    sql`delete from community.table_view where id = ${id}::uuid and person_id = ${by.personId}::uuid returning kind`,
  )
  return dropped?.kind
}
