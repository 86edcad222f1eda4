import type { Handler } from '../../platform/index.ts'
import { refusedLines } from '../import/model.ts'
import { loadDemonstration, type OtherRecords } from './actions.ts'

/** Takes the demonstration's records in; what was refused of them is a fault of ours and in the log. */
export function loadingDemonstration(
  clock: () => Temporal.Instant,
  others: readonly OtherRecords[],
): Handler<'information.loadDemonstration'> {
  return async (_, { db, log }) => {
    for (const report of await loadDemonstration(db, clock(), others)) {
      if (report.refused.length > 0)
        log.error(
          { lines: report.refused.flatMap((record) => refusedLines(report.file, record)) },
          'demonstration records were refused',
        )
    }
    log.info('the demonstration is loaded')
  }
}
