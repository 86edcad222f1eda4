/** Opens the embedded database of a data folder: makes it, checks it, restores it, as is to be expected there. */
import { rename, rm } from 'node:fs/promises'
import type { PGlite } from '@electric-sql/pglite'
import { sql } from 'kysely'
import { keepMark } from '../marks.ts'
import { openWhole, type Teller } from './check.ts'
import type { Database } from './connections.ts'
import { openEmbedded } from './embedded.ts'
import { type Expected, isFilled, whatToExpect } from './expect.ts'
import { databaseFolder, FolderRefused, holdFolder, momentInName, restoringFolder } from './folder.ts'
import { type Kept, keptDatabase } from './keptDatabase.ts'
import { nowWords, type Restored, writeMarker } from './marker.ts'
import { restoreDatabase } from './restore.ts'
import { firstRow } from './rows.ts'
import { clearUnfinished } from './snapshots.ts'
import type { Db } from './transact.ts'

/** Opens, or makes, the embedded database in this data folder; see `openDatabase`. */
export async function openFolder(dataDir: string, log?: Teller): Promise<Database> {
  try {
    const release = holdFolder(dataDir)
    return await openHeld(dataDir, release, log).catch((error: unknown) => {
      release()
      throw error
    })
  } catch (error) {
    throw refusalOf(error, dataDir)
  }
}

// A disk that is full or not ours to write is no damage, and no bug either.
function refusalOf(error: unknown, dataDir: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (typeof code !== 'string' || !barred.has(code)) return error
  return new FolderRefused(
    `${dataDir} cannot be used (${error instanceof Error ? error.message : code}). ` +
      'Make room, or let this process write there, and start again.',
  )
}

const barred = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES', 'EPERM'])

async function openHeld(dataDir: string, release: () => void, log?: Teller): Promise<Database> {
  await clearUnfinished(dataDir)
  await rm(restoringFolder(dataDir), { recursive: true, force: true })
  const expected = await whatToExpect(dataDir, log)
  const { lite, kept, restored } =
    expected.to === 'make' ? await makeIn(dataDir) : await openIn(dataDir, expected, log)
  const database = await keptDatabase(lite, { dataDir, release, log, kept })
  if (!restored) return database
  await rememberRestore(database.db, restored)
  await writeMarker(dataDir, { state: 'running', since: nowWords() })
  return { ...database, restored }
}

type Whole = { lite: PGlite; kept?: Kept; restored?: Restored | undefined }

async function makeIn(dataDir: string): Promise<Whole> {
  const folder = databaseFolder(dataDir)
  // A first start that was cut short: nothing of anybody's can be in there.
  if (await isFilled(folder))
    await rename(folder, `${folder}.unfinished-${momentInName(Temporal.Now.instant())}`)
  await writeMarker(dataDir, { state: 'making', since: nowWords() })
  const lite = await openEmbedded(folder, { durable: true })
  await writeMarker(dataDir, { state: 'running', since: nowWords() })
  // There is nothing in it yet to keep.
  return { lite, kept: {} }
}

async function openIn(
  dataDir: string,
  expected: Exclude<Expected, { to: 'make' }>,
  log?: Teller,
): Promise<Whole> {
  const { past } = expected
  if (expected.to === 'restore') return restoreIn(dataDir, { ...past, damage: expected.damage }, log)
  const { check, restored } = expected
  // Once it is opened nobody can tell any more how it was left.
  if (!restored) await writeMarker(dataDir, { state: 'running', since: nowWords() })
  const opened = await openWhole(databaseFolder(dataDir), { check, log })
  if ('damage' in opened) return restoreIn(dataDir, { ...past, damage: opened.damage }, log)
  const asKept = !check && past.same !== undefined
  return { ...opened, restored, ...(asKept ? { kept: { snapshot: past.same } } : {}) }
}

async function restoreIn(...[dataDir, finding, log]: Parameters<typeof restoreDatabase>): Promise<Whole> {
  const restored = await restoreDatabase(dataDir, finding, log)
  const opened = await openWhole(databaseFolder(dataDir), { check: false, log })
  if ('damage' in opened) {
    throw new FolderRefused(`${databaseFolder(dataDir)} was restored, and then ${opened.damage}.`)
  }
  return { ...opened, restored }
}

/** Keeps what was restored as a mark of the house, where those who run it can look it up. */
async function rememberRestore(db: Db, restored: Restored): Promise<void> {
  // A snapshot may be older than the table.
  const found = await firstRow<{ house: string | null }>(
    db,
    sql`select to_regclass('platform.house') as house`,
  )
  if (found?.house) await keepMark(db, 'database.restored', restored)
}
