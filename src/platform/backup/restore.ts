import { readMigrations, runOnce } from '../../../database/migrate.ts'
import { schemas } from '../../../database/schema.ts'
import { type Db, transact, type Tx } from '../database/transact.ts'
import { eraseAgain, type Eraser, type Erasure, listErasures } from '../erasures/erase.ts'
import { prepareQueue, queueVersion } from '../jobs/queue.ts'
import type { FileStore } from '../files/index.ts'
import { ask, countRows, jobsOfHouse, jobTable, listTables, speakPlainly } from './catalogue.ts'
import { checkFile, type Held, readFileOf } from './file.ts'
import { BackupRefused, type Header } from './format.ts'
import { loadRows } from './load.ts'

export type RestoreChoices = {
  /** Is what the house holds now to give way? Otherwise only an empty house is restored into. */
  replace?: boolean
  /** How the rooms erase, for erasures made after the backup. */
  erasers: readonly Eraser[]
  /** Where its files go. */
  files?: FileStore
  /** Erasures known from elsewhere than the database. */
  erasures?: readonly Erasure[]
}

/** What was restored: the moment it stands for (ISO instant), its rows, later migrations run, subjects erased again. */
export type RestoredHouse = { takenAt: string; rows: number; migrations: string[]; erased: number }

/**
 * Makes the house what a backup says it was, all of it in one transaction, and then erases again what was erased
 * since. Throws BackupRefused, with the house as it was, when the house is not
 * empty, or the backup is damaged or of another version; and UnknownKind.
 */
export async function restoreBackup(db: Db, path: string, choices: RestoreChoices): Promise<RestoredHouse> {
  await prepareQueue(db)
  const restored = await transact(db, async (tx) => {
    await speakPlainly(tx)
    const held = keepingFiles(path, readFileOf(path), choices.files)
    const first = await held.next()
    if (first.done || !('header' in first.value))
      throw new BackupRefused(`${path} cannot be restored: it is empty.`)
    const { header } = first.value
    refuseVersion(path, header, await queueVersion(tx))
    const erasures = [...(await erasuresOf(tx)), ...(choices.erasures ?? [])]
    if (choices.replace) await clear(tx)
    else await refuseUnlessEmpty(tx)
    await buildAs(tx, header)
    const rows = await loadRows(tx, path, header, held)
    const migrations = await runLater(tx)
    const erased = await eraseAgain(tx, choices.erasers, erasures)
    return { takenAt: header.takenAt, rows, migrations, erased }
  }).catch(async (error: unknown) => {
    // Rows that are damaged may fail the database before the end of the file is seen.
    if (!(error instanceof BackupRefused)) await checkFile(path)
    throw error
  })
  // Nothing else has counted the rows, without which the database would guess.
  await transact(db, async (tx) => {
    await speakPlainly(tx)
    await ask(tx, 'analyze')
  })
  return restored
}

/** Keeps the files of a backup and hands on the rest. A file that nobody names yet does no harm, should the rest fail. */
async function* keepingFiles(
  path: string,
  held: AsyncGenerator<Held>,
  files: FileStore | undefined,
): AsyncGenerator<Held> {
  let [file, pieces] = ['', [] as Buffer[]]
  const put = async () => {
    if (files && file !== '' && (await files.keep(Buffer.concat(pieces))) !== file)
      throw new BackupRefused(`${path} cannot be restored: its file ${file} is damaged.`)
    pieces = []
  }
  for await (const part of held) {
    if (!('file' in part)) yield part
    else {
      if (part.file !== file) await put()
      file = part.file
      pieces.push(Buffer.from(part.piece, 'base64'))
    }
  }
  await put()
}

/** Throws BackupRefused unless this version of the house can make a house of it. */
export function refuseVersion(path: string, { migrations, queue }: Header, ownQueue?: number): void {
  const known = new Map(readMigrations().map(({ name, hash }) => [name, hash]))
  const unlike = migrations.find(({ name, hash }) => known.has(name) && known.get(name) !== hash)
  if (unlike)
    throw new BackupRefused(
      `${path} cannot be restored: the migration ${unlike.name} it was made with is another one than here.`,
    )
  const unknown = migrations.find(({ name }) => !known.has(name))
  if (unknown || (ownQueue !== undefined && queue > ownQueue))
    throw new BackupRefused(
      `${path} cannot be restored: it was made by a newer version of the house (${unknown?.name ?? `job queue ${queue}`}); put that version in place first.`,
    )
}

async function erasuresOf(tx: Tx): Promise<Erasure[]> {
  const [made] = await ask(tx, `select 1 where to_regclass('platform.erasure') is not null`)
  return made ? listErasures(tx) : []
}

// Notes of the house about itself, which are there before anybody has kept anything.
const ownNotes = new Set(['platform.house', 'platform.job_progress', 'platform.erasure'])

/** A house is empty when it holds nothing but what migrations put there, which is seen by making one. */
async function refuseUnlessEmpty(tx: Tx): Promise<void> {
  const found = await countRows(tx, await listTables(tx))
  await clear(tx)
  await runLater(tx)
  const made = await countRows(tx, await listTables(tx))
  const filled = [...found].find(([name, count]) => !ownNotes.has(name) && count > (made.get(name) ?? 0))
  if (filled)
    throw new BackupRefused(
      `This house is not empty: ${filled[0]} holds ${filled[1]} rows. Back it up, and give --replace to have all of it replaced.`,
    )
  await clear(tx)
}

async function clear(tx: Tx): Promise<void> {
  // The same lock as migrations take: a process that starts now waits.
  await ask(tx, 'select pg_advisory_xact_lock(7240611)')
  await ask(tx, `drop schema if exists ${schemas.join(', ')} cascade; drop table if exists public.migration`)
  await ask(tx, `delete from ${jobTable} where ${jobsOfHouse}`)
}

/** Makes the tables as they were when the backup was taken. */
async function buildAs(tx: Tx, { migrations }: Header): Promise<void> {
  const ran = new Set(migrations.map(({ name }) => name))
  for (const migration of readMigrations()) if (ran.has(migration.name)) await runOnce(tx, migration)
}

async function runLater(tx: Tx): Promise<string[]> {
  const ran: string[] = []
  for (const migration of readMigrations()) if (await runOnce(tx, migration)) ran.push(migration.name)
  return ran
}
