import type { Handler, Schedule } from '../../platform/index.ts'
import { lookAgainAtRecords, lookAtRecords } from './actions.ts'

type Clock = () => Temporal.Instant

/** Looks at all records again; begun again, it begins from the beginning. */
export function lookingAtRecords(clock: Clock): Handler<'information.lookAtRecords'> {
  return async (_, { db, log, signal, stopping }) => {
    const records = await lookAtRecords(db, clock(), () => signal.aborted || stopping.aborted)
    log.info({ records }, 'all records were looked at again')
  }
}

/** Looks again at the records that time has changed. */
export function lookingAgain(clock: Clock): Handler<'information.lookAgain'> {
  return async (_, { db, signal, stopping }) => {
    await lookAgainAtRecords(db, clock(), () => signal.aborted || stopping.aborted)
  }
}

export const checksSchedule: Schedule = {
  name: 'information.lookAgain',
  cron: '11 0 * * *',
  zone: 'UTC',
  payload: {},
}
