/** A database that another process holds, as it is now, in a copy of our own. */
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { AskedInVain, askForSnapshot } from './asked.ts'
import { openWhole, type Teller } from './check.ts'
import { type Database, embeddedDatabase } from './connections.ts'
import { copyTree, readTree } from './durableFiles.ts'
import { FolderRefused, snapshotsFolder } from './folder.ts'

/**
 * Opens a copy of the embedded database that another process holds in this data folder, as it stands at this moment;
 * that process goes on. The copy is gone when it is closed. Undefined when the folder was let go meanwhile. Throws
 * FolderRefused.
 */
export async function openCopyOfRunning(dataDir: string, log?: Teller): Promise<Database | undefined> {
  const name = await askForSnapshot(dataDir).catch((error: unknown) => {
    if (!(error instanceof AskedInVain)) throw error
    throw new FolderRefused(
      `The process that holds ${dataDir} was asked for a snapshot of its database, in vain: ${error.message}.`,
    )
  })
  if (name === undefined) return undefined
  await clearLeftCopies(dataDir)
  const copy = join(dataDir, `${prefix}${process.pid}`)
  const clear = () => rm(copy, { recursive: true, force: true })
  const snapshot = join(snapshotsFolder(dataDir), name, 'database')
  await copyTree(snapshot, await readTree(snapshot), copy)
  const opened = await openWhole(copy, { check: true, log })
  if ('damage' in opened) {
    await clear()
    throw new FolderRefused(`The snapshot ${name} is no good: ${opened.damage}.`)
  }
  const database = embeddedDatabase(opened.lite, () => undefined)
  return { ...database, close: () => database.close().finally(clear) }
}

const prefix = 'database.copied-'

// Those of processes that were killed.
async function clearLeftCopies(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (!name.startsWith(prefix) || isRunning(Number(name.slice(prefix.length)))) continue
    await rm(join(dataDir, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
