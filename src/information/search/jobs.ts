import type { Handler } from '../../platform/index.ts'
import { rebuildSearch, tidySearches } from './actions.ts'

/** Makes the index of the search anew; begun again, it begins from the beginning. */
export function rebuildingSearch(): Handler<'information.rebuildSearch'> {
  return async (_, { db, log, signal, stopping }) => {
    const stopped = () => signal.aborted || stopping.aborted
    const records = await rebuildSearch(db, { stopped })
    log.info({ records }, 'the index of the search was made anew')
  }
}

/** Forgets searches without a result, as `tidySearches` says. */
export function tidyingSearches(clock: () => Temporal.Instant): Handler<'information.tidySearches'> {
  return (_, { db }) => tidySearches(db, clock())
}
