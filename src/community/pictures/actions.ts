import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Db,
  fileNameOf,
  type FileStore,
  later,
  lookAtPicture,
  makePictures,
  type MadePicture,
  type PictureFault,
  transact,
  type Tx,
} from '../../platform/index.ts'
import { keptBefore, type Written } from '../kinds/model.ts'
import { daysUnnamed, type MadeVersion, type RecordPicture } from './model.ts'
import {
  dropUnnamed,
  listMissingPictures,
  putMade,
  putPicture,
  putUses,
  readKeptPictures,
  renewPicture,
} from './queries.ts'

declare module '../../platform/index.ts' {
  interface Jobs {
    'community.makePicture': { id: string }
  }
}

/**
 * Takes a picture into the house, by its bytes alone, and has what pages show made of it by a job. Answers its id, or why
 * it is not taken.
 */
export async function takePicture(
  db: Db,
  files: FileStore,
  bytes: Uint8Array,
  now: Temporal.Instant,
): Promise<{ id: string } | { fault: PictureFault }> {
  const looked = await lookAtPicture(bytes)
  if ('fault' in looked) return looked
  // The file first: a row must never name one that is not there.
  const id = await files.keep(bytes)
  await transact(db, async (tx) => {
    const isNew = await putPicture(tx, { id, ...looked, at: now })
    if (!isNew) return renewPicture(tx, id, now)
    // Whoever let go of it a moment ago has taken the file away, too.
    await files.keep(bytes)
    await later(tx, 'community.makePicture', { id }, { attempts })
  })
  return { id }
}

/**
 * Takes the pictures that records name and the house does not have from a folder where an export has put them, each called by
 * its id. Answers the ids of those that were there and are what they are called.
 */
export async function takeMissingPictures(
  db: Db,
  files: FileStore,
  folder: string,
  now: Temporal.Instant,
): Promise<string[]> {
  const taken: string[] = []
  const there = await readdir(folder).catch(() => [])
  for (const id of there.length > 0 ? await listMissingPictures(db) : []) {
    const name = there.find((one) => one.split('.')[0] === id)
    if (name === undefined) continue
    const bytes = await readFile(join(folder, name))
    // A file that was changed is another one, and would stay without a record.
    if ((await fileNameOf(bytes)) === id && 'id' in (await takePicture(db, files, bytes, now))) taken.push(id)
  }
  return taken
}

/** So often making one is tried; what fails then is more than bad luck. */
const attempts = 3

/** Makes what pages show of a picture; for a job, which may come twice. */
export async function makePicture(
  db: Db,
  files: FileStore,
  id: string,
  { attempt, now }: { attempt: number; now(): Temporal.Instant },
): Promise<void> {
  const kept = (await readKeptPictures(db, [id])).get(id)
  if (!kept || kept.made || kept.failed) return
  const giveUp = () => transact(db, (tx) => putMade(tx, id, null, now()))
  try {
    const bytes = await files.read(id)
    const made = bytes ? await makePictures(bytes) : { fault: 'damaged' }
    if ('fault' in made) return await giveUp()
    const versions = await keepVersions(files, made)
    await transact(db, (tx) => putMade(tx, id, versions, now()))
  } catch (error) {
    if (attempt >= attempts) await giveUp()
    throw error
  }
}

/** Lets go, with their files, of the pictures that came more than so many days ago and that nothing names; answers how many. */
export function dropUnnamedPictures(db: Db, files: FileStore, now: Temporal.Instant): Promise<number> {
  return transact(db, async (tx) => {
    const dropped = await dropUnnamed(tx, now.subtract({ hours: 24 * daysUnnamed }))
    // Before the end, so that the same picture that comes meanwhile waits and is then kept again.
    for (const file of dropped.files) await files.drop(file)
    return dropped.count
  })
}

async function keepVersions(files: FileStore, made: MadePicture[]): Promise<MadeVersion[]> {
  const versions: MadeVersion[] = []
  for (const { bytes, ...version } of made) versions.push({ ...version, file: await files.keep(bytes) })
  return versions
}

/** Keeps which pictures records show, where their kind has any. */
export function keepUses(tx: Tx, kind: string, written: Written<Pictured>[]): Promise<void> {
  const records = written.map(({ record }) => ({ id: record.id, pictures: record.pictures ?? [] }))
  return putUses(tx, kind, records, keptBefore(written))
}

type Pictured = { id: string; pictures?: RecordPicture[] }
