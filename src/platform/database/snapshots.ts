/** The snapshots of an embedded database: each good by itself, the last few of them kept. */
import { readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { snapshotsFolder } from './folder.ts'

const manifestShape = z.object({
  takenAt: z.string(),
  /** Was the database closed when it was copied? */
  clean: z.boolean(),
  /** The migrations that had run. */
  migrations: z.array(z.string()),
  /** Size in bytes by path. */
  files: z.record(z.string(), z.number()),
})

export type Manifest = z.output<typeof manifestShape>

/** A snapshot as it lies in the data folder; its name is the moment it was taken. */
export type Snapshot = Manifest & { name: string; folder: string }

/** Answers the snapshots there are, latest first; a folder without a manifest is none. */
export async function listSnapshots(dataDir: string): Promise<Snapshot[]> {
  const names = (await namesIn(dataDir)).filter((name) => /^[\dTZ-]+$/.test(name))
  const found = await Promise.all(
    names
      .toSorted()
      .toReversed()
      .map((name) => readSnapshot(dataDir, name)),
  )
  return found.filter((snapshot) => snapshot !== undefined)
}

async function readSnapshot(dataDir: string, name: string): Promise<Snapshot | undefined> {
  const folder = join(snapshotsFolder(dataDir), name)
  try {
    const manifest = manifestShape.parse(JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')))
    return { ...manifest, name, folder: join(folder, 'database') }
  } catch {
    return undefined
  }
}

/** Removes what was begun and never finished. */
export async function clearUnfinished(dataDir: string): Promise<void> {
  for (const name of await namesIn(dataDir)) {
    if (!name.endsWith('.unfinished')) continue
    await rm(join(snapshotsFolder(dataDir), name), { recursive: true, force: true })
  }
}

const namesIn = (dataDir: string) => readdir(snapshotsFolder(dataDir)).catch(() => [])

/** Removes all but those worth keeping. */
export async function removeOld(dataDir: string): Promise<void> {
  const names = (await listSnapshots(dataDir)).map(({ name }) => name)
  const keep = worthKeeping(names)
  for (const name of names.filter((name) => !keep.has(name))) {
    const folder = join(snapshotsFolder(dataDir), name)
    // Renamed first: one that is half removed must not be taken for a snapshot.
    await rename(folder, `${folder}.unfinished`)
    await rm(`${folder}.unfinished`, { recursive: true, force: true })
  }
}

/**
 * Answers which of these names (moments in UTC, latest first) are kept: the two latest, the last of each of the
 * latest three hours that have any, and the last of an earlier day.
 */
export function worthKeeping(names: readonly string[]): Set<string> {
  const lastOf = (length: number) => new Map(names.toReversed().map((name) => [name.slice(0, length), name]))
  const hours = [...lastOf('2026-01-31T10'.length).values()].toReversed().slice(0, 3)
  const days = [...lastOf('2026-01-31'.length).values()].toReversed().slice(1, 2)
  return new Set([...names.slice(0, 2), ...hours, ...days])
}
