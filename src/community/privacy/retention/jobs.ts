import type { Handler } from '../../../platform/index.ts'
import { readHouseSettings } from '../../settings/queries.ts'
import { type Held, heldFor } from '../held/model.ts'
import { applyRetention } from './actions.ts'

declare module '../../../platform/index.ts' {
  interface Jobs {
    /** Lets go of what has been kept for its time, and writes down how much. */
    'community.applyRetention': Record<string, never>
  }
}

/** Applies every period of retention there is. */
export function applyingRetention(
  clock: () => Temporal.Instant,
  held: Held,
): Handler<'community.applyRetention'> {
  return async (_, { db }) => {
    const { retention } = await readHouseSettings(db)
    await applyRetention(db, heldFor(held, retention.days), clock())
  }
}
