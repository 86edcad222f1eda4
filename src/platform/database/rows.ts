import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from './transact.ts'

/** A value for a `jsonb` column; bare arrays would be taken for Postgres arrays. */
export function json(value: unknown): RawBuilder<unknown> {
  return sql`${JSON.stringify(value)}::jsonb`
}

/** Writes one row, replacing every given column when a row with the same `key` columns is there. */
export async function putRow(
  tx: Tx,
  table: string,
  row: Record<string, unknown>,
  key: string[],
): Promise<void> {
  const columns = Object.keys(row)
  const changed = columns.filter((column) => !key.includes(column))
  const names = (list: string[]) => sql.join(list.map((name) => sql.ref(name)))
  const settings = changed.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`)
  await sql`
    insert into ${sql.table(table)} (${names(columns)})
    values (${sql.join(columns.map((column) => asValue(row[column])))})
    on conflict (${names(key)}) do ${settings.length ? sql`update set ${sql.join(settings)}` : sql`nothing`}
  `.execute(tx)
}

function asValue(value: unknown): unknown {
  // Postgres text cannot hold a NUL, and nothing readable is lost without it.
  return typeof value === 'string' ? value.replaceAll('\0', '') : (value ?? null)
}

/** Runs a statement and answers its rows. */
export async function rows<Row>(db: Db, statement: RawBuilder<Row>): Promise<Row[]> {
  return [...(await statement.execute(db)).rows]
}

/** Runs a statement and answers its first row, if there is one. */
export async function firstRow<Row>(db: Db, statement: RawBuilder<Row>): Promise<Row | undefined> {
  return (await statement.execute(db)).rows[0]
}
