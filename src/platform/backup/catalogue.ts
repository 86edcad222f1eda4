/** What the database itself knows of the house's tables, asked anew each time: nothing can be forgotten here. */
import { CompiledQuery } from 'kysely'
import { schemas } from '../../../database/schema.ts'
import type { Tx } from '../database/transact.ts'
import { queueName, queueSchema } from '../jobs/queue.ts'
import type { Position } from './format.ts'

/** A table by its full name, quoted where it must be, with the columns that are kept and their types. */
export type Table = { name: string; columns: { name: string; type: string }[] }

/** The one table of the job queue that is kept: all others the queue writes by itself. */
export const jobTable = `${queueSchema}.job`

/** The jobs of the house; the queue has others of its own, which it makes again when they are due. */
export const jobsOfHouse = `name = '${queueName}'`

/** Answers every table of the house in a steady order; the job queue's is not among them. */
export function listTables(tx: Tx): Promise<Table[]> {
  return ask<Table>(
    tx,
    tablesWhere(`n.nspname = any ($1) or (n.nspname = 'public' and c.relname = 'migration')`),
    [schemas],
  )
}

/** Answers the table of jobs; undefined where the queue has not been made. */
export async function findJobTable(tx: Tx): Promise<Table | undefined> {
  const [found] = await ask<Table>(tx, tablesWhere(`n.nspname = $1 and c.relname = 'job'`), [queueSchema])
  return found
}

const tablesWhere = (condition: string) => `
  select format('%I.%I', n.nspname, c.relname) as name,
    json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
      as columns
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  where c.relkind in ('r', 'p') and not c.relispartition and (${condition})
  group by 1 order by 1`

/** Answers where every sequence stands, those of identity columns too. */
export async function listSequences(tx: Tx): Promise<Position[]> {
  const found = await ask<{ name: string }>(
    tx,
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and n.nspname = any ($1) order by 1`,
    [schemas],
  )
  const positions: Position[] = []
  for (const { name } of found) {
    const rows = await ask<Omit<Position, 'name'>>(
      tx,
      `select last_value::text as value, is_called as called from ${name}`,
    )
    positions.push(...rows.map((row) => ({ name, ...row })))
  }
  return positions
}

/** A rule that rows of one table name rows of another. */
export type Reference = { table: string; name: string; rule: string }

/** Answers every foreign key of the house. */
export function listReferences(tx: Tx): Promise<Reference[]> {
  return ask<Reference>(
    tx,
    `select format('%I.%I', n.nspname, c.relname) as table, quote_ident(r.conname) as name,
        pg_get_constraintdef(r.oid) as rule
      from pg_constraint r join pg_class c on c.oid = r.conrelid join pg_namespace n on n.oid = c.relnamespace
      where r.contype = 'f' and n.nspname = any ($1) order by 1, 2`,
    [schemas],
  )
}

/** Answers how many rows each of these tables holds. */
export async function countRows(tx: Tx, tables: readonly Table[]): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const { name } of tables) {
    const [row] = await ask<{ count: number }>(tx, `select count(*) from ${name}`)
    counts.set(name, row?.count ?? 0)
  }
  return counts
}

/**
 * Has every value written and read as the same text on both kinds of database, whatever they are set to, and lets
 * this transaction take its time.
 */
export async function speakPlainly(tx: Tx): Promise<void> {
  await ask(
    tx,
    `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
    set local bytea_output = 'hex'; set local extra_float_digits = 1; set local xmloption = 'content';
    set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`,
  )
}

/** Runs a statement and answers its rows; without values it may be several. */
export async function ask<Row>(tx: Tx, statement: string, values: unknown[] = []): Promise<Row[]> {
  const { rows } = await tx.executeQuery<Row>(CompiledQuery.raw(statement, values))
  return rows
}

/** A name as it can stand in a statement. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
