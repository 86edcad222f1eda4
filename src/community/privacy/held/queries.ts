import { sql } from 'kysely'
import { type Db, firstRow, rows, type Tx } from '../../../platform/index.ts'

/** Answers the rows of a table that refer to a person, oldest first: these columns only, as plain JSON. */
export async function readRowsOf(
  db: Db,
  { table, column, gives }: { table: string; column: string; gives: readonly string[] },
  personId: string,
): Promise<Record<string, unknown>[]> {
  const columns = sql.join(gives.map((name) => sql.ref(name)))
  const found = await rows<{ row: Record<string, unknown> }>(
    db,
    sql`select to_jsonb(given) as row from (select ${columns} from ${sql.table(table)}
      where ${sql.ref(column)} = ${personId}::uuid) given order by given::text`,
  )
  return found.map(({ row }) => row)
}

/** Takes away the rows of a table that refer to a person. */
export async function dropRowsOf(tx: Tx, table: string, column: string, personId: string): Promise<void> {
  await sql`delete from ${sql.table(table)} where ${sql.ref(column)} = ${personId}::uuid`.execute(tx)
}

/** Takes away the rows of a table whose moment is not after another. Answers how many. */
export async function dropRowsBefore(
  tx: Tx,
  table: string,
  column: string,
  before: Temporal.Instant,
): Promise<number> {
  const row = await firstRow<{ count: number }>(
    tx,
    sql`with dropped as (delete from ${sql.table(table)}
        where ${sql.ref(column)} <= ${before.toString()}::timestamptz returning 1)
      select count(*) as count from dropped`,
  )
  return row?.count ?? 0
}
