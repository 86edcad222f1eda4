/** The marker beside the database: it says what became of it, so that damage is never taken for a beginning. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { writeDurably } from './durableFiles.ts'

const restored = z.object({
  /** What was wrong with the database. */
  damage: z.string(),
  /** The snapshot that took its place. */
  snapshot: z.string(),
  /** What was written between these moments is lost; absent when nothing is. */
  lost: z.object({ since: z.string(), until: z.string() }).optional(),
  /** Where the damaged database is kept; absent when none was left. */
  kept: z.string().optional(),
  restoredAt: z.string(),
})

/** What a restore did; moments are ISO instants, `kept` is a name in the data folder. */
export type Restored = z.output<typeof restored>

const since = z.string()

// Its life: making → running → closed → running …; from running or closed to restoring, and on to running.
const shape = z.discriminatedUnion('state', [
  z.object({ state: z.literal('making'), since }),
  z.object({ state: z.literal('running'), since }),
  z.object({
    state: z.literal('closed'),
    since,
    /** What the folder weighed when it was left. */
    files: z.number(),
    bytes: z.number(),
    /** The snapshot that holds the same, if one was taken. */
    snapshot: z.string().optional(),
  }),
  z.object({ state: z.literal('restoring'), since, restored }),
])

export type Marker = z.output<typeof shape>

const markerFile = (dataDir: string) => join(dataDir, 'database.json')

/** Answers what the marker says: undefined where there is none, and `unreadable` where it says nothing. */
export async function readMarker(dataDir: string): Promise<Marker | 'unreadable' | undefined> {
  let text: string
  try {
    text = await readFile(markerFile(dataDir), 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
  try {
    return shape.parse(JSON.parse(text))
  } catch {
    return 'unreadable'
  }
}

/** Writes the marker; it is on the disk when this is done. */
export function writeMarker(dataDir: string, marker: Marker): Promise<void> {
  return writeDurably(markerFile(dataDir), JSON.stringify(marker))
}

/** This moment, as markers have it. */
export const nowWords = () => Temporal.Now.instant().toString()
