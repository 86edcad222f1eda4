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

/**
 * Writes many rows in one statement, replacing every given column where a row with the same `key` columns is there. Rows
 * are plain JSON and all have the same columns; the columns' own types read them (`text[]` from a list, `jsonb` from
 * anything, moments from ISO 8601).
 */
export async function putRows(
  tx: Tx,
  table: string,
  all: readonly Record<string, unknown>[],
  key: string[],
): Promise<void> {
  const [first] = all
  if (!first) return
  const columns = Object.keys(first)
  const changed = columns.filter((column) => !key.includes(column))
  const names = sql.join(columns.map((name) => sql.ref(name)))
  const settings = changed.map((column) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`)
  await sql`
    insert into ${sql.table(table)} (${names})
    select ${names} from json_populate_recordset(null::${sql.table(table)}, ${withoutNul(JSON.stringify(all))}::json)
    on conflict (${sql.join(key.map((name) => sql.ref(name)))})
    do ${settings.length ? sql`update set ${sql.join(settings)}` : sql`nothing`}
  `.execute(tx)
}

// A backslash before it would make it the text of six letters, not a NUL.
function withoutNul(text: string): string {
  return text.replace(/(?<!\\)((?:\\\\)*)\\u0000/g, '$1')
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

/**
 * Lets the database count what its tables hold, without which it plans as if they were empty. After much has been written:
 * nobody else does it on the embedded database, and a server only after a minute.
 */
export async function analyse(db: Db): Promise<void> {
  await sql`analyze`.execute(db)
}
