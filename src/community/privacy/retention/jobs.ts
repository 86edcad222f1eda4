import { type FileStore, type Handler, transact } from '../../../platform/index.ts'
import { dropUnnamedPictures } from '../../pictures/actions.ts'
import { daysUnnamed } from '../../pictures/model.ts'
import { readHouseSettings } from '../../settings/queries.ts'
import { type Held, heldFor } from '../held/model.ts'
import { applyRetention } from './actions.ts'
import { insertRun } from './queries.ts'

declare module '../../../platform/index.ts' {
  interface Jobs {
    /** Lets go of what has been kept for its time, and writes down how much. */
    'community.applyRetention': Record<string, never>
  }
}

/** Applies every period of retention there is, and lets go of pictures that nothing names. */
export function applyingRetention(
  clock: () => Temporal.Instant,
  held: Held,
  files: FileStore,
): Handler<'community.applyRetention'> {
  return async (_, { db }) => {
    const { retention } = await readHouseSettings(db)
    const now = clock()
    await applyRetention(db, heldFor(held, retention.days), now)
    const count = await dropUnnamedPictures(db, files, now)
    const run = { at: now, kind: 'community.pictures/unnamed', days: daysUnnamed, count }
    await transact(db, (tx) => insertRun(tx, run))
  }
}
