/** Taking a snapshot: a whole copy of the embedded database, on the disk before it counts. */
import { mkdir, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Teller } from './check.ts'
import {
  copyTree,
  readTree,
  renameDurably,
  syncTree,
  type Tree,
  weigh,
  writeDurably,
} from './durableFiles.ts'
import { databaseFolder, momentInName, snapshotsFolder } from './folder.ts'
import { firstRow, rows } from './rows.ts'
import { type Manifest, removeOld } from './snapshots.ts'
import type { Db } from './transact.ts'

/** What was taken, and how long it took: others waited `heldMs`, then its files were synced for `syncMs`. */
export type SnapshotTaken = {
  name: string
  clean: boolean
  files: number
  bytes: number
  heldMs: number
  syncMs: number
}

/** There is no room for another snapshot; those there are stay. */
export class NoRoom extends Error {}

/** Warns of a snapshot that could not be taken; the house goes on without it. */
export function warnOf(error: unknown, log: Teller | undefined): void {
  if (error instanceof NoRoom) log?.warn(error.message)
  else log?.warn({ err: error }, 'no snapshot of the database could be taken')
}

/** What is asked of the database before it is copied; all that is in memory is written to its files first. */
export type BeforeCopy = { migrations: string[]; firstLog: string }

/** Takes a snapshot of a database in use, whose one connection is held for as long as its files are copied. */
export async function takeSnapshot(db: Db, dataDir: string): Promise<SnapshotTaken> {
  const keep = await db.connection().execute(async (held) => {
    const began = performance.now()
    return copyDatabase(dataDir, { clean: false, began, ...(await settle(held)) })
  })
  return keep()
}

/** Takes a snapshot of a database that has been closed; `before` was answered shortly before that. */
export async function takeClosedSnapshot(dataDir: string, before: BeforeCopy): Promise<SnapshotTaken> {
  const keep = await copyDatabase(dataDir, { clean: true, began: performance.now(), ...before })
  return keep()
}

/** Writes everything to the files, and answers what a snapshot of them must know. */
export async function settle(db: Db): Promise<BeforeCopy> {
  await sql`checkpoint`.execute(db)
  const checkpoint = await firstRow<{ redo_wal_file: string }>(
    db,
    sql`select redo_wal_file from pg_control_checkpoint()`,
  )
  const made = await firstRow(
    db,
    sql`select to_regclass('public.migration') as made where to_regclass('public.migration') is not null`,
  )
  const migrations = made
    ? await rows<{ name: string }>(db, sql`select name from public.migration order by name`)
    : []
  return { migrations: migrations.map(({ name }) => name), firstLog: checkpoint?.redo_wal_file ?? '' }
}

type Copying = BeforeCopy & { clean: boolean; began: number }

/** Copies the files, and answers how to make a snapshot of the copy. */
async function copyDatabase(
  dataDir: string,
  { clean, began, migrations, firstLog }: Copying,
): Promise<() => Promise<SnapshotTaken>> {
  const moment = Temporal.Now.instant()
  const name = momentInName(moment)
  const folder = join(snapshotsFolder(dataDir), name)
  const unfinished = `${folder}.unfinished`
  const tree = withoutSpareLogs(await readTree(databaseFolder(dataDir)), firstLog)
  const { files, bytes } = weigh(tree)
  await mkdir(snapshotsFolder(dataDir), { recursive: true })
  await refuseWithoutRoom(dataDir, bytes)
  await orRemove(unfinished, () => copyTree(databaseFolder(dataDir), tree, join(unfinished, 'database')))
  const heldMs = performance.now() - began
  return () =>
    orRemove(unfinished, async () => {
      await syncTree(join(unfinished, 'database'), tree)
      const manifest: Manifest = {
        takenAt: moment.toString(),
        clean,
        migrations,
        files: Object.fromEntries(tree.files),
      }
      await writeDurably(join(unfinished, 'manifest.json'), JSON.stringify(manifest))
      await renameDurably(unfinished, folder)
      const syncMs = performance.now() - began - heldMs
      await removeOld(dataDir)
      return { name, clean, files, bytes, heldMs: Math.round(heldMs), syncMs: Math.round(syncMs) }
    })
}

// After a checkpoint only the log from there on is needed; the rest, up to 80 MB, are files kept to be written again.
function withoutSpareLogs(tree: Tree, firstLog: string): Tree {
  const logOf = (path: string) => /^pg_wal\/([0-9A-F]{24})$/.exec(path)?.[1]
  const logs = [...tree.files.keys()].flatMap((path) => logOf(path) ?? [])
  // The checkpoint itself may have been written into the next one.
  const needed = new Set(
    logs
      .filter((log) => log >= firstLog)
      .toSorted()
      .slice(0, 2),
  )
  const files = [...tree.files].filter(([path]) => {
    const log = logOf(path)
    return log === undefined || needed.has(log)
  })
  return { ...tree, files: new Map(files) }
}

// The database itself must go on finding room for what is written to it.
const leftFree = 256 * 1024 * 1024

async function refuseWithoutRoom(dataDir: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(dataDir)
  const free = bavail * bsize
  if (free >= bytes + leftFree) return
  const inMegabytes = (count: number) => `${Math.ceil(count / 1024 / 1024)} MB`
  throw new NoRoom(
    `There is no room for a snapshot of the database: it needs ${inMegabytes(bytes)}, ` +
      `${inMegabytes(free)} are free, and ${inMegabytes(leftFree)} are left to the database itself.`,
  )
}

async function orRemove<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}
