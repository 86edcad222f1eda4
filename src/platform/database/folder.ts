/** The data folder: held by one process, and marked, so that a damaged database is never taken for none. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
} from 'node:fs'
import { writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** The folder cannot be used as it is; the sentence says why and what to do. The process ends with status 2. */
export class FolderRefused extends Error {}

/** Takes the folder for this process and answers how to let go; throws FolderRefused naming the holder. */
export function holdFolder(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true })
  const lock = new DatabaseSync(join(dataDir, 'lock'))
  try {
    // SQLite's lock is freed by the system even when this process is killed.
    lock.exec('pragma busy_timeout = 0; pragma locking_mode = exclusive; begin exclusive')
  } catch {
    lock.close()
    throw new FolderRefused(
      `${dataDir} is in use by ${holderOf(dataDir)}. Stop that process first, choose another DATA_DIR, ` +
        'or set DATABASE_URL, with which several processes can work side by side.',
    )
  }
  writeFileSync(
    holderFile(dataDir),
    JSON.stringify({ pid: process.pid, host: hostname(), since: nowWords() }),
  )
  return () => lock.close()
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
const markerFile = (dataDir: string) => join(dataDir, 'database.json')
const nowWords = () => new Date().toISOString()

/** Where the database of this data folder lies. */
export const databaseFolder = (dataDir: string) => join(dataDir, 'database')

/**
 * Decides before opening: `open` a database that was there before, or `make` a new one.
 * Throws FolderRefused when there should be one and it is not whole.
 */
export function databaseToExpect(dataDir: string): 'open' | 'make' {
  const folder = databaseFolder(dataDir)
  const filled = existsSync(folder) && readdirSync(folder).length > 0
  const marker = readMarker(dataDir)
  if (marker === 'ready') {
    if (existsSync(join(folder, 'PG_VERSION'))) return 'open'
    throw new FolderRefused(
      `The database in ${folder} is damaged: its marker says it was in use, but PG_VERSION is missing. ` +
        'Nothing was changed. Restore a backup, or move the folder and database.json away to begin anew.',
    )
  }
  if (marker === 'making') {
    // The very first start was cut short: nothing of anybody's can be in there.
    if (filled) renameSync(folder, `${folder}.unfinished-${Date.now()}`)
    return 'make'
  }
  if (!filled) return 'make'
  throw new FolderRefused(
    `${folder} holds files but its marker database.json is missing, so it may be a damaged database. ` +
      'Nothing was changed. Put the marker back from a backup, or move the folder away to begin anew.',
  )
}

function readMarker(dataDir: string): 'ready' | 'making' | 'none' {
  if (!existsSync(markerFile(dataDir))) return 'none'
  try {
    return JSON.parse(readFileSync(markerFile(dataDir), 'utf8')).state === 'making' ? 'making' : 'ready'
  } catch {
    return 'ready'
  }
}

/** Writes the marker to disk before and after the database is first made. */
export function markDatabase(dataDir: string, state: 'making' | 'ready'): void {
  const written = `${markerFile(dataDir)}.new`
  const file = openSync(written, 'w')
  writeFileSync(file, JSON.stringify({ state, since: nowWords() }))
  fsyncSync(file)
  closeSync(file)
  renameSync(written, markerFile(dataDir))
  const folder = openSync(dataDir, 'r')
  fsyncSync(folder)
  closeSync(folder)
}
