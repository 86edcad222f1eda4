/** Puts the rows of a backup into tables that have just been made. */
import type { Tx } from '../database/transact.ts'
import {
  ask,
  findJobTable,
  jobTable,
  listReferences,
  listSequences,
  listTables,
  quoted,
  type Table,
} from './catalogue.ts'
import type { Held } from './file.ts'
import { BackupRefused, type Header, type Position } from './format.ts'

/** Empties every table and fills it from the backup; answers how many rows went in. Throws BackupRefused. */
export async function loadRows(
  tx: Tx,
  path: string,
  header: Header,
  held: AsyncIterable<Held>,
): Promise<number> {
  const tables = await listTables(tx)
  const jobs = await findJobTable(tx)
  const targets = matched(path, header, jobs ? [...tables, jobs] : tables)
  const references = await listReferences(tx)
  // Rows may name rows that come later: the rules are put back, and tried, when all are in.
  for (const { table, name } of references) await ask(tx, `alter table ${table} drop constraint ${name}`)
  for (const { name } of tables) await ask(tx, `alter table ${name} disable trigger user`)
  await ask(tx, `truncate ${tables.map(({ name }) => name).join(', ')}`)
  const rows = await fill(tx, path, targets, held)
  for (const { name } of tables) await ask(tx, `alter table ${name} enable trigger user`)
  for (const { table, name, rule } of references) {
    await ask(tx, `alter table ${table} add constraint ${name} ${rule}`)
  }
  // Whatever pages were kept show the house as it was before.
  await ask(tx, `select pg_notify('changed', '*')`)
  return rows
}

/** For each table of the backup, the statement that puts a list of its rows in. */
type Targets = Map<string, string>

function matched(path: string, header: Header, tables: readonly Table[]): Targets {
  const known = new Map(tables.map((table) => [table.name, table]))
  const named = new Set(header.tables.map(({ name }) => name))
  const missing = tables.find(({ name }) => !named.has(name) && name !== jobTable)
  if (missing) throw unlike(path, `it has no table ${missing.name}`)
  return new Map(
    header.tables.map(({ name, columns }) => {
      const table = known.get(name)
      if (!table) throw unlike(path, `it has a table ${name}`)
      return [name, insertionOf(path, table, columns)]
    }),
  )
}

function insertionOf(path: string, { name, columns }: Table, given: readonly string[]): string {
  const known = new Map(columns.map((column) => [column.name, column.type]))
  const values = given.flatMap((column, place) => {
    const type = known.get(column)
    if (type !== undefined) return [{ column: quoted(column), value: `(r ->> ${place})::${type}` }]
    // The tables of the queue change with its own versions; what it has no place for any more it does not need.
    if (name === jobTable) return []
    throw unlike(path, `${name} has a column ${column}`)
  })
  const missing = columns.find((column) => !given.includes(column.name))
  if (missing && name !== jobTable) throw unlike(path, `${name} has no column ${missing.name}`)
  const places = values.map(({ column }) => column).join(', ')
  const texts = values.map(({ value }) => value).join(', ')
  return `insert into ${name} (${places}) overriding system value
    select ${texts} from jsonb_array_elements($1::jsonb) as given (r)`
}

const unlike = (path: string, how: string) =>
  new BackupRefused(`${path} cannot be restored: ${how}, unlike every house made by its migrations.`)

// Few statements, none of them large.
const most = { rows: 1000, characters: 1_000_000 }

async function fill(tx: Tx, path: string, targets: Targets, held: AsyncIterable<Held>): Promise<number> {
  const waiting = { table: '', rows: [] as string[], characters: 0 }
  let rows = 0
  const put = async () => {
    const statement = targets.get(waiting.table)
    if (statement !== undefined && waiting.rows.length > 0)
      await ask(tx, statement, [`[${waiting.rows.join(',')}]`])
    rows += waiting.rows.length
    waiting.rows = []
    waiting.characters = 0
  }
  for await (const part of held) {
    if ('row' in part) {
      waiting.characters += part.row.length
      if (waiting.rows.push(part.row) >= most.rows || waiting.characters >= most.characters) await put()
    } else if ('table' in part) {
      await put()
      if (!targets.has(part.table)) throw unlike(path, `it holds rows of ${part.table}`)
      waiting.table = part.table
    } else if ('sequences' in part) {
      await put()
      await setSequences(tx, path, part.sequences)
    }
  }
  await put()
  return rows
}

async function setSequences(tx: Tx, path: string, positions: readonly Position[]): Promise<void> {
  const known = new Set((await listSequences(tx)).map(({ name }) => name))
  for (const { name, value, called } of positions) {
    if (!known.has(name)) throw unlike(path, `it has a sequence ${name}`)
    await ask(tx, 'select setval($1::regclass, $2::bigint, $3)', [name, value, called])
  }
}
