/** The data folder: where things lie in it, and that it is held by one process. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The folder cannot be used as it is; the sentence says why and what to do. The process ends with status 2. */
export class FolderRefused extends Error {}

/** Another process holds the folder. */
export class FolderHeld extends FolderRefused {}

/** Where the database of this data folder lies. */
export const databaseFolder = (dataDir: string) => join(dataDir, 'database')

/** Where its snapshots lie, each a folder named for the moment it was taken. */
export const snapshotsFolder = (dataDir: string) => join(dataDir, 'snapshots')

/** Where a snapshot is copied to and tried before it takes the place of the database. */
export const restoringFolder = (dataDir: string) => join(dataDir, 'database.restoring')

/** Answers whether a database was ever made in this data folder. */
export const holdsDatabase = (dataDir: string) =>
  existsSync(join(dataDir, 'database.json')) || existsSync(databaseFolder(dataDir))

/** A moment as it can stand in the name of a file on any system; such names sort by time. */
export function momentInName(moment: Temporal.Instant): string {
  return moment.toString({ smallestUnit: 'millisecond' }).replaceAll(/[:.]/g, '-')
}

/** Takes the folder for this process and answers how to let go; throws FolderRefused naming the holder. */
export function holdFolder(dataDir: string): () => void {
  try {
    mkdirSync(dataDir, { recursive: true })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new FolderRefused(`${dataDir} cannot be used as the data folder (${why}). Choose another DATA_DIR.`)
  }
  const lock = lockOf(dataDir)
  if (!lock) {
    throw new FolderHeld(
      `${dataDir} is in use by ${holderOf(dataDir)}. Stop that process first, choose another DATA_DIR, ` +
        'or set DATABASE_URL, with which several processes can work side by side.',
    )
  }
  const since = Temporal.Now.instant().toString()
  writeFileSync(holderFile(dataDir), JSON.stringify({ pid: process.pid, host: hostname(), since }))
  return () => lock.close()
}

/** Answers whether no process holds the folder. */
export function isFolderFree(dataDir: string): boolean {
  const lock = lockOf(dataDir)
  lock?.close()
  return lock !== undefined
}

function lockOf(dataDir: string): DatabaseSync | undefined {
  const lock = new DatabaseSync(join(dataDir, 'lock'))
  try {
    // SQLite's lock is freed by the system even when this process is killed.
    lock.exec('pragma busy_timeout = 0; pragma locking_mode = exclusive; begin exclusive')
    return lock
  } catch {
    lock.close()
    return undefined
  }
}

function holderOf(dataDir: string): string {
  try {
    const { pid, host, since } = JSON.parse(readFileSync(holderFile(dataDir), 'utf8'))
    return `process ${pid} on ${host}, since ${since}`
  } catch {
    return 'another process'
  }
}

const holderFile = (dataDir: string) => join(dataDir, 'lock.holder.json')
