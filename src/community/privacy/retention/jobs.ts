import type { Handler } from '../../../platform/index.ts'
import type { Held } from '../held/model.ts'
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
  return (_, { db }) => applyRetention(db, held, clock())
}
