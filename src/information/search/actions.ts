import { rebuildEntries, type RebuildOptions } from '../../community/index.ts'
import { type Db, keepMark, later, readMark, transact } from '../../platform/index.ts'
import { entrySources, forgetMissed } from './queries.ts'

declare module '../../platform/index.ts' {
  interface Jobs {
    /** Makes the index of the search anew from the records. */
    'information.rebuildSearch': Record<string, never>
    /** Forgets what was looked for in vain too long ago, or too rarely. */
    'information.tidySearches': Record<string, never>
  }
}

const mark = 'search'

/** Raised when what the index holds of a record changes: houses then make theirs anew by themselves. */
const version = 1

/** Makes the index of the search anew from the records; answers how many. Others may write meanwhile. */
export async function rebuildSearch(db: Db, options: RebuildOptions = {}): Promise<number> {
  const records = await rebuildEntries(db, entrySources, options)
  if (!options.stopped?.()) await keepMark(db, mark, version)
  return records
}

/** Is the index such as this version makes it? Every write keeps it so. */
export async function isSearchMade(db: Db): Promise<boolean> {
  return (await readMark(db, mark)) === version
}

/** Asks for the index to be made anew where an earlier version of this software made it, or none did; a worker does it. */
export async function wantSearch(db: Db): Promise<void> {
  if (await isSearchMade(db)) return
  await transact(db, (tx) => later(tx, 'information.rebuildSearch', {}))
}

/** Of what was looked for in vain, keeps a year, and nothing older than a week that was asked too rarely. */
export function tidySearches(db: Db, now: Temporal.Instant): Promise<void> {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate()
  return transact(db, (tx) =>
    forgetMissed(tx, {
      all: today.subtract({ years: 1 }).toString(),
      rare: today.subtract({ weeks: 1 }).toString(),
    }),
  )
}
