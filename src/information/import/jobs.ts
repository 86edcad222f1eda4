import { basename } from 'node:path'
import type { Handler } from '../../platform/index.ts'
import { openReport } from '../reports/actions.ts'
import { importFile } from './actions.ts'
import { type Guests, reportLine } from './model.ts'

declare module '../../platform/index.ts' {
  interface Jobs {
    /** Imports a file of this machine, and keeps what it did in a folder of its own. */
    'information.importFile': {
      path: string
      /** Where the report goes. */
      folder: string
      dryRun?: boolean
    }
  }
}

/** Imports a file with progress; cancelled, what is in stays in, and every record whole. */
export function importingFile(
  clock: () => Temporal.Instant,
  guests: Guests,
): Handler<'information.importFile'> {
  return async ({ path, folder, dryRun = false }, { db, log, signal, stopping, progress }) => {
    const told = openReport(folder, basename(path))
    const options = {
      now: clock(),
      dryRun,
      guests,
      signal: AbortSignal.any([signal, stopping]),
      progress: (done: number, total: number | null) => progress(done, total ?? done),
    }
    const report = await importFile(db, path, options, told)
    const kept = await told.close(report)
    log.info({ kept }, reportLine(report))
  }
}
