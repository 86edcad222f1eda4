import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { importRecords, type RecordsReport, recordsIn } from '../../../information/index.ts'
import type { Db } from '../../../platform/index.ts'
import { callKeeper } from '../actions.ts'
import { moveCall } from '../moving/model.ts'

const file = join(import.meta.dirname, '../../../../database/demo/calls.json')

/** Loads the demonstration's calls with their dates moved, so that some of them are open. */
export async function loadDemonstrationCalls(db: Db, now: Temporal.Instant): Promise<RecordsReport> {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate()
  const records = recordsIn(await readFile(file, 'utf8')).map((record) => moveCall(record, today))
  return importRecords(db, {
    kind: 'calls',
    file: 'calls.json',
    records,
    now,
    source: { name: 'demonstration', address: null },
    guests: { calls: callKeeper },
  })
}
