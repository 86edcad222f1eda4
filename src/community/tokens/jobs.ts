import { type Handler, transact } from '../../platform/index.ts'
import { tell } from '../notices/actions.ts'
import { lastDayOf, tellDaysAhead } from './model.ts'
import { takeEnding } from './queries.ts'

declare module '../../platform/index.ts' {
  interface Jobs {
    /** Tells whose tokens run out within a week. */
    'community.tellOfEndingTokens': Record<string, never>
  }
}

/** Tells owners in time, and once. */
export function tellingOfEndingTokens(
  clock: () => Temporal.Instant,
): Handler<'community.tellOfEndingTokens'> {
  return (_, { db }) =>
    transact(db, async (tx) => {
      const now = clock()
      for (const { personId, name, expiresAt } of await takeEnding(
        tx,
        now,
        now.add({ hours: 24 * tellDaysAhead }),
      ))
        await tell(tx, personId, 'community.tokenEnding', { name, until: lastDayOf(expiresAt) }, now)
    })
}
