import { type Handler, transact } from '../../platform/index.ts'
import { tell } from '../notices/actions.ts'
import { keepDaysAfter, lastDayOf, tellDaysAhead } from './model.ts'
import { dropOldTokens, takeEnding } from './queries.ts'

declare module '../../platform/index.ts' {
  interface Jobs {
    /** Tells whose tokens run out within a week, and clears away those that are long over. */
    'community.tidyTokens': Record<string, never>
  }
}

/** Tells owners in time, once, and keeps nothing of tokens longer than it is of use. */
export function tidyingTokens(clock: () => Temporal.Instant): Handler<'community.tidyTokens'> {
  return (_, { db }) =>
    transact(db, async (tx) => {
      const now = clock()
      for (const { personId, name, expiresAt } of await takeEnding(
        tx,
        now,
        now.add({ hours: 24 * tellDaysAhead }),
      ))
        await tell(tx, personId, 'community.tokenEnding', { name, until: lastDayOf(expiresAt) }, now)
      await dropOldTokens(tx, now.subtract({ hours: 24 * keepDaysAfter }))
    })
}
