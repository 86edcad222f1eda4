/** What is to be expected in a data folder, told from its marker and its files before anything is opened. */
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Teller } from './check.ts'
import { readTree, weigh } from './durableFiles.ts'
import { databaseFolder, FolderRefused } from './folder.ts'
import { type Marker, nowWords, readMarker, type Restored } from './marker.ts'
import { type Finding, isInPlace } from './restore.ts'
import { listSnapshots } from './snapshots.ts'

/** What is known of a database before it is opened. */
export type Past = Omit<Finding, 'damage'>

/** A restore whose account has not been given yet goes with the database it left. */
export type Expected =
  | { to: 'make' }
  | { to: 'open'; check: boolean; past: Past; restored?: Restored }
  | { to: 'restore'; damage: string; past: Past }

type Closed = Extract<Marker, { state: 'closed' }>

/** Decides what to do with the folder; throws FolderRefused when it may hold a database that is not ours to judge. */
export async function whatToExpect(dataDir: string, log?: Teller): Promise<Expected> {
  const marker = await readMarker(dataDir)
  if (marker === undefined) return withoutMarker(dataDir, log)
  if (marker === 'unreadable') return afterUncleanEnd(dataDir, log)
  if (marker.state === 'making') return { to: 'make' }
  if (marker.state === 'running') return afterUncleanEnd(dataDir, log)
  if (marker.state === 'closed') return afterCleanEnd(dataDir, marker, log)
  return afterRestore(dataDir, marker.restored, marker.since)
}

async function withoutMarker(dataDir: string, log?: Teller): Promise<Expected> {
  if ((await listSnapshots(dataDir)).length > 0) {
    log?.warn('the marker database.json is missing')
    return afterUncleanEnd(dataDir, log)
  }
  const folder = databaseFolder(dataDir)
  if (!(await isFilled(folder))) return { to: 'make' }
  throw new FolderRefused(
    `${folder} holds files but its marker database.json is missing, so it may be a damaged database. ` +
      'Nothing was changed. Put the marker back from a backup, or move the folder away to begin anew.',
  )
}

async function afterUncleanEnd(dataDir: string, log?: Teller): Promise<Expected> {
  const past = { lastWrite: await lastLogWrite(dataDir) }
  const damage = await missingStart(dataDir)
  if (damage) return { to: 'restore', damage, past }
  log?.warn('the database was not closed cleanly: it is checked before anything is served')
  return { to: 'open', check: true, past }
}

async function afterCleanEnd(dataDir: string, closed: Closed, log?: Teller): Promise<Expected> {
  const snapshots = await listSnapshots(dataDir)
  const same = snapshots.find(({ name }) => name === closed.snapshot)?.name
  const past = { lastWrite: closed.since, same }
  const damage = await missingStart(dataDir)
  if (damage) return { to: 'restore', damage, past }
  const { files, bytes } = weigh(await readTree(databaseFolder(dataDir)))
  if (files === closed.files && bytes === closed.bytes) return { to: 'open', check: false, past }
  log?.warn('the files of the database are not as they were left: it is checked before anything is served')
  return { to: 'open', check: true, past }
}

async function afterRestore(dataDir: string, restored: Restored, since: string): Promise<Expected> {
  const { damage, snapshot, lost, kept } = restored
  const past = { lastWrite: lost?.until ?? since, same: lost ? undefined : snapshot, kept }
  if (isInPlace(dataDir, restored)) return { to: 'open', check: true, past, restored }
  return { to: 'restore', damage, past }
}

// Without PG_VERSION, PGlite would make a new and empty database over what is left of this one.
async function missingStart(dataDir: string): Promise<string | undefined> {
  const folder = databaseFolder(dataDir)
  if (existsSync(join(folder, 'PG_VERSION'))) return undefined
  return (await isFilled(folder)) ? 'its file PG_VERSION is missing' : 'its folder is missing or empty'
}

export async function isFilled(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch(() => [])
  return names.length > 0
}

// Every commit is written to the log of the database first, and nothing but commits and care for them.
async function lastLogWrite(dataDir: string): Promise<string> {
  const folder = join(databaseFolder(dataDir), 'pg_wal')
  const names = (await readdir(folder).catch(() => [])).filter((name) => /^[0-9A-F]{24}$/.test(name))
  const written = await Promise.all(names.map(async (name) => (await stat(join(folder, name))).mtimeMs))
  return written.length > 0
    ? Temporal.Instant.fromEpochMilliseconds(Math.round(Math.max(...written))).toString()
    : nowWords()
}
