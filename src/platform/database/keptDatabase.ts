/** An embedded database while it is open: what changed since the last snapshot, the next one, and the clean end. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { PGlite } from '@electric-sql/pglite'
import { sql } from 'kysely'
import { answerAsked } from './asked.ts'
import type { Teller } from './check.ts'
import { type Database, embeddedDatabase } from './connections.ts'
import { readTree, weigh } from './durableFiles.ts'
import { databaseFolder, snapshotsFolder } from './folder.ts'
import { nowWords, writeMarker } from './marker.ts'
import { firstRow } from './rows.ts'
import {
  type BeforeCopy,
  settle,
  type SnapshotTaken,
  takeClosedSnapshot,
  takeSnapshot,
  warnOf,
} from './takeSnapshot.ts'
import type { Db } from './transact.ts'

/** The snapshot that holds all there is; without a name where there is nothing yet to keep. */
export type Kept = { snapshot?: string | undefined }

type Keeping = {
  dataDir: string
  release: () => void
  log?: Teller | undefined
  /** Absent when the database must be kept anew even if nothing is changed from here on. */
  kept?: Kept | undefined
}

/** Wraps an open embedded database that lies in a data folder. */
export async function keptDatabase(
  lite: PGlite,
  { dataDir, release, log, kept }: Keeping,
): Promise<Database> {
  const database = embeddedDatabase(lite, () => undefined)
  const { db } = database
  let last: Last | undefined = kept && { ...kept, changes: await countChanges(db) }
  let underWay: Promise<SnapshotTaken | undefined> | undefined
  let closing = false

  const snapshotIfChanged = async () => {
    const changes = await countChanges(db)
    if (last?.changes === changes) return undefined
    const taken = await takeSnapshot(db, dataDir)
    last = { snapshot: taken.name, changes }
    return taken
  }
  const snapshot = async () => {
    if (closing) return undefined
    underWay ??= snapshotIfChanged().finally(() => (underWay = undefined))
    return underWay
  }
  const endAnswers = answerAsked(dataDir, async () => {
    const taken = await snapshot()
    if (taken) return taken.name
    // Nothing has changed since the last, but somebody may have cleared it away.
    const kept = last?.snapshot
    if (kept !== undefined && existsSync(join(snapshotsFolder(dataDir), kept))) return kept
    last = undefined
    return (await takeSnapshot(db, dataDir)).name
  })
  const close = async () => {
    await endAnswers()
    closing = true
    await underWay?.catch(() => undefined)
    try {
      const { same, before } = await lookBeforeClosing(db, last, log)
      await database.close()
      await leave(dataDir, same)
      if (before) await keepLast(dataDir, before, log)
    } finally {
      release()
    }
  }
  return { ...database, snapshot, close }
}

type Last = Kept & { changes: number }

/** Answers which snapshot holds all there is, or what one must know that is still to be taken; neither if it cannot. */
async function lookBeforeClosing(
  db: Db,
  last: Last | undefined,
  log: Teller | undefined,
): Promise<{ same?: string | undefined; before?: BeforeCopy }> {
  try {
    if (last?.changes === (await countChanges(db))) return { same: last.snapshot }
    return { before: await settle(db) }
  } catch (error) {
    warnOf(error, log)
    return {}
  }
}

async function keepLast(dataDir: string, before: BeforeCopy, log: Teller | undefined): Promise<void> {
  try {
    const taken = await takeClosedSnapshot(dataDir, before)
    await leave(dataDir, taken.name)
    log?.info(taken, 'a snapshot of the closed database was taken')
  } catch (error) {
    warnOf(error, log)
  }
}

/** Marks the database as closed cleanly, with what it weighs, and which snapshot holds the same. */
async function leave(dataDir: string, snapshot: string | undefined): Promise<void> {
  const weight = weigh(await readTree(databaseFolder(dataDir)))
  await writeMarker(dataDir, {
    state: 'closed',
    since: nowWords(),
    ...weight,
    ...(snapshot ? { snapshot } : {}),
  })
}

/** How many rows were written since the database was opened, those of a rolled back transaction too. */
async function countChanges(db: Db): Promise<number> {
  await sql`select pg_stat_force_next_flush()`.execute(db)
  // In these two the job queue notes every minute that it looked, which is nothing to keep.
  const row = await firstRow<{ changes: number }>(
    db,
    sql`select coalesce(sum(pg_stat_get_tuples_inserted(oid) + pg_stat_get_tuples_updated(oid)
        + pg_stat_get_tuples_deleted(oid)), 0)::bigint as changes
      from pg_class where relkind in ('r', 't', 'm')
      and oid <> all (array_remove(array[to_regclass('jobs.version'), to_regclass('jobs.queue')], null)::oid[])`,
  )
  return row?.changes ?? -1
}
