import type { Handler } from '../../platform/index.ts'
import { extendOccurrences } from './actions.ts'

declare module '../../platform/index.ts' {
  interface Jobs {
    /** Works out when events that go on take place in the months ahead. */
    'information.extendOccurrences': Record<string, never>
  }
}

/** Works out when events that go on without an end take place in the months ahead. */
export function extendingOccurrences(
  clock: () => Temporal.Instant,
): Handler<'information.extendOccurrences'> {
  return async (_, { db, log, signal, stopping, progress }) => {
    const today = clock().toZonedDateTimeISO('UTC').toPlainDate()
    const stopped = () => signal.aborted || stopping.aborted
    const events = await extendOccurrences(db, today, { stopped, progress })
    if (events > 0) log.info({ events }, 'the coming dates of events were worked out')
  }
}
