import { type Handler, transact } from '../../platform/index.ts'
import { dropOldAttempts } from '../attempts/queries.ts'
import { dropEndedLinks } from '../links/queries.ts'
import { dropOldNotices } from '../notices/queries.ts'
import { dropEndedSessions } from './queries.ts'

declare module '../../platform/index.ts' {
  interface Jobs {
    /** Clears away sessions and links that ran out, what was counted, networks not seen for long, and old notices. */
    'community.tidySignIn': Record<string, never>
  }
}

const knownDays = 180

/** Keeps nothing of signing in, and nothing told, longer than it is of use. */
export function tidyingSignIn(clock: () => Temporal.Instant): Handler<'community.tidySignIn'> {
  return (_, { db }) =>
    transact(db, async (tx) => {
      const now = clock()
      await dropEndedSessions(tx, now)
      await dropEndedLinks(tx, now)
      await dropOldAttempts(tx, now, knownDays)
      await dropOldNotices(tx, now)
    })
}
