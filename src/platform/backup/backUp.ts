import { type Db, readAtOnce, type Tx } from '../database/transact.ts'
import type { FileStore } from '../files/index.ts'
import { queueVersion } from '../jobs/queue.ts'
import {
  ask,
  findJobTable,
  jobsOfHouse,
  jobTable,
  listSequences,
  listTables,
  quoted,
  speakPlainly,
} from './catalogue.ts'
import { type Lines, writeFileOf, type Written } from './file.ts'
import { BackupRefused, formatVersion, type Header } from './format.ts'

/** What a backup holds, and the moment it stands for (ISO instant). */
export type BackedUp = Written & { takenAt: string; tables: number }

/**
 * Writes the whole house into one file, its tables as they stood at one moment, while others go on reading and writing, and
 * the files that are kept beside them. Throws BackupRefused when there is no house, or when the file is there already or
 * cannot be written.
 */
export function backUp(db: Db, path: string, files?: FileStore): Promise<BackedUp> {
  return readAtOnce(db, async (tx) => {
    await speakPlainly(tx)
    const header = await headerOf(tx)
    const written = await writeFileOf(path, linesOf(tx, header, files))
    return { ...written, takenAt: header.takenAt, tables: header.tables.length }
  })
}

async function headerOf(tx: Tx): Promise<Header> {
  const [made] = await ask(tx, `select 1 where to_regclass('public.migration') is not null`)
  if (!made) throw new BackupRefused('There is no house in this database: nothing has ever been kept in it.')
  const migrations = await ask<Header['migrations'][number]>(
    tx,
    'select name, hash from public.migration order by name',
  )
  const [row] = await ask<{ now: Date }>(tx, 'select now() as now')
  const jobs = await findJobTable(tx)
  const tables = [...(await listTables(tx)), ...(jobs ? [jobs] : [])]
  return {
    backup: 'caravanserai',
    format: formatVersion,
    takenAt: String(row?.now.toTemporalInstant()),
    migrations,
    queue: await queueVersion(tx),
    tables: tables.map(({ name, columns }) => ({ name, columns: columns.map((column) => column.name) })),
  }
}

async function* linesOf(tx: Tx, header: Header, files: FileStore | undefined): AsyncGenerator<Lines> {
  yield { text: lineOf(header), rows: 0 }
  for (const table of header.tables) {
    yield { text: lineOf({ table: table.name }), rows: 0 }
    yield* rowsOf(tx, table)
  }
  // Asked last: a position is not of the moment, but it may never lie behind the rows.
  yield { text: lineOf({ sequences: await listSequences(tx) }), rows: 0 }
  if (files) yield* filesOf(files)
  else yield { text: lineOf({ files: [] }), rows: 0 }
}

const pieceBytes = 3 * 1024 * 1024

// Asked after the moment of the rows: a file is there before any row names it, and never changes.
async function* filesOf(files: FileStore): AsyncGenerator<Lines> {
  const names = await files.list()
  yield { text: lineOf({ files: names }), rows: 0 }
  for (const file of names) {
    const bytes = Buffer.from((await files.read(file)) ?? [])
    for (let at = 0; at < bytes.length; at += pieceBytes) {
      const piece = bytes.subarray(at, at + pieceBytes).toString('base64')
      yield { text: lineOf({ file, piece }), rows: 0 }
    }
  }
}

const lineOf = (part: unknown) => `${JSON.stringify(part)}\n`

// So many that asking costs little, and so few that long rows fit into memory.
const atOnce = 200

async function* rowsOf(tx: Tx, { name, columns }: Header['tables'][number]): AsyncGenerator<Lines> {
  const texts = columns.map((column) => `${quoted(column)}::text`).join(', ')
  const which = name === jobTable ? `where ${jobsOfHouse}` : ''
  await ask(
    tx,
    `declare backup_rows no scroll cursor for select json_build_array(${texts})::text as row from ${name} ${which}`,
  )
  for (;;) {
    const found = await ask<{ row: string }>(tx, `fetch ${atOnce} from backup_rows`)
    if (found.length > 0) yield { text: found.map(({ row }) => `${row}\n`).join(''), rows: found.length }
    if (found.length < atOnce) break
  }
  await ask(tx, 'close backup_rows')
}
