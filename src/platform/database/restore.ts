/** Puts the last good snapshot in the place of a damaged database, which is kept aside. */
import { constants, existsSync } from 'node:fs'
import { access, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { openWhole, type Teller } from './check.ts'
import { copyTree, readTree, renameDurably, syncTree, weigh } from './durableFiles.ts'
import { databaseFolder, FolderRefused, momentInName, restoringFolder } from './folder.ts'
import { nowWords, type Restored, writeMarker } from './marker.ts'
import { listSnapshots, type Snapshot } from './snapshots.ts'

/** A database that cannot be used, and what is known of its last moments. */
export type Finding = {
  damage: string
  /** The latest moment at which something was written to it. */
  lastWrite: string
  /** The snapshot that holds all that was in it, if there is one. */
  same?: string | undefined
  /** Where it was put aside by a restore that did not come to its end. */
  kept?: string | undefined
}

/**
 * Restores the latest snapshot that is good. Throws FolderRefused, with everything where it was, when there is none
 * or when the fault lies elsewhere. Cut off anywhere, it begins again at the next start.
 */
export async function restoreDatabase(dataDir: string, finding: Finding, log?: Teller): Promise<Restored> {
  log?.warn(`the database is damaged: ${finding.damage}; looking for a good snapshot`)
  await refuseIfBarred(dataDir)
  const snapshot = await firstGood(dataDir, log)
  if (!snapshot) throw nothingToRestore(dataDir, finding)
  const restored = accountOf(dataDir, snapshot, finding)
  await writeMarker(dataDir, { state: 'restoring', since: nowWords(), restored })
  if (existsSync(databaseFolder(dataDir)) && restored.kept) {
    await rename(databaseFolder(dataDir), join(dataDir, restored.kept))
  }
  await renameDurably(restoringFolder(dataDir), databaseFolder(dataDir))
  return restored
}

/** Answers whether a restore that was under way had put everything in its place. */
export function isInPlace(dataDir: string, { kept }: Restored): boolean {
  return existsSync(databaseFolder(dataDir)) && (kept === undefined || existsSync(join(dataDir, kept)))
}

function accountOf(dataDir: string, { name, takenAt }: Snapshot, finding: Finding): Restored {
  const { damage, lastWrite, same } = finding
  const earlier = Temporal.Instant.compare(lastWrite, takenAt) <= 0
  const lost = name === same || earlier ? {} : { lost: { since: takenAt, until: lastWrite } }
  const aside = `database.damaged-${momentInName(Temporal.Now.instant())}`
  const kept = existsSync(databaseFolder(dataDir)) ? aside : finding.kept
  return { damage, snapshot: name, ...lost, ...(kept ? { kept } : {}), restoredAt: nowWords() }
}

/** Leaves a copy of the latest good snapshot where it can be renamed into place, and answers which it is. */
async function firstGood(dataDir: string, log?: Teller): Promise<Snapshot | undefined> {
  for (const snapshot of await listSnapshots(dataDir)) {
    const damage = await tryOut(dataDir, snapshot, log)
    if (damage === undefined) return snapshot
    log?.warn(`the snapshot ${snapshot.name} is no good: ${damage}`)
  }
  await rm(restoringFolder(dataDir), { recursive: true, force: true })
  return undefined
}

/** Copies a snapshot and opens the copy; answers what is wrong with it. The snapshot itself is never opened. */
async function tryOut(dataDir: string, snapshot: Snapshot, log?: Teller): Promise<string | undefined> {
  const copy = restoringFolder(dataDir)
  const tree = await readTree(snapshot.folder)
  const unlike = Object.entries(snapshot.files).find(([path, bytes]) => tree.files.get(path) !== bytes)
  if (unlike) return `its file ${unlike[0]} is missing or has another size`
  await refuseWithoutRoom(dataDir, weigh(tree).bytes)
  await rm(copy, { recursive: true, force: true })
  await copyTree(snapshot.folder, tree, copy)
  const opened = await openWhole(copy, { check: true, log })
  if ('damage' in opened) return opened.damage
  await opened.lite.close()
  await syncTree(copy, await readTree(copy))
  return undefined
}

// Whatever cannot be used for these reasons is not damaged, and going back in time would not help.
async function refuseIfBarred(dataDir: string): Promise<void> {
  const folder = databaseFolder(dataDir)
  const { folders, files } = await readTree(folder)
  for (const path of ['', ...folders, ...files.keys()]) {
    const allowed = await access(join(folder, path), constants.R_OK | constants.W_OK).then(
      () => true,
      (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
    )
    if (!allowed) throw new FolderRefused(`${join(folder, path)} cannot be read and written by this process.`)
  }
  await refuseWithoutRoom(dataDir, 0)
}

// What the database needs to open: room for its log.
const leastFree = 64 * 1024 * 1024

async function refuseWithoutRoom(dataDir: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(dataDir)
  if (bavail * bsize >= bytes + leastFree) return
  const megabytes = Math.ceil((bytes + leastFree) / 1024 / 1024)
  throw new FolderRefused(
    `The database in ${dataDir} cannot be opened as it is, and there is no room to mend it: make ${megabytes} MB free ` +
      'and start again. Nothing was moved or removed.',
  )
}

function nothingToRestore(dataDir: string, { damage }: Finding): FolderRefused {
  return new FolderRefused(
    `The database in ${databaseFolder(dataDir)} is damaged (${damage}) and there is no good snapshot of it. ` +
      `Nothing was moved or removed. Put a backup of the whole of ${dataDir} in its place, ` +
      'or move database, database.json and snapshots out of it to begin anew.',
  )
}

/** Says what was restored in sentences for whoever runs the house: what happened, from where, and what is lost. */
export function restoredSentences(dataDir: string, { damage, snapshot, lost, kept }: Restored): string[] {
  return [
    `The database in ${databaseFolder(dataDir)} was damaged: ${damage}.`,
    `It has been restored from the snapshot ${snapshot}.`,
    lost
      ? `LOST is what was written from ${inWords(lost.since)} to ${inWords(lost.until)} (${spanOf(lost)}).`
      : 'Nothing is lost: that snapshot holds all that was written.',
    ...(kept
      ? [`The damaged database is kept in ${join(dataDir, kept)}; remove it when you need it no more.`]
      : []),
  ]
}

function inWords(moment: string): string {
  return `${moment.slice(0, 19).replace('T', ' ')} UTC`
}

function spanOf({ since, until }: { since: string; until: string }): string {
  const span = Temporal.Instant.from(since).until(until, { largestUnit: 'hours', smallestUnit: 'seconds' })
  const parts = [
    [span.hours, 'hour'],
    [span.minutes, 'minute'],
    [span.hours > 0 ? 0 : span.seconds, 'second'],
  ] as const
  const words = parts.flatMap(([count, unit]) => (count > 0 ? `${count} ${unit}${count > 1 ? 's' : ''}` : []))
  return words.join(' ') || 'less than a second'
}
