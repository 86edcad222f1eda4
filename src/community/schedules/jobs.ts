import type { Handler, Schedule } from '../../platform/index.ts'
import type { RecordKeeper } from '../kinds/model.ts'
import { readKnown } from '../known/queries.ts'
import { doWhatIsDue } from './actions.ts'

declare module '../../platform/index.ts' {
  interface Jobs {
    /** Publishes and archives what is due. */
    'community.doWhatIsDue': Record<string, never>
  }
}

/** Publishes and archives what is due at the moment the job runs. */
export function doingWhatIsDue(
  clock: () => Temporal.Instant,
  keepers: Readonly<Record<string, RecordKeeper>>,
): Handler<'community.doWhatIsDue'> {
  return async (_, { db }) => {
    const now = clock()
    const known = await readKnown(db, now.toZonedDateTimeISO('UTC').toPlainDate().toString())
    await doWhatIsDue(db, (kind) => keepers[kind], { known, at: new Date(now.epochMilliseconds) })
  }
}

/** Every minute, as wall times are given to the minute. */
export const dueSchedule: Schedule = {
  name: 'community.doWhatIsDue',
  cron: '* * * * *',
  zone: 'UTC',
  payload: {},
}
