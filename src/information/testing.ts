/** For tests only: records with nothing but what a test says about them. */
import assert from 'node:assert/strict'
import type { Db } from '../platform/index.ts'
import { collected, importFile, importRecords, type RecordsReport } from './import/actions.ts'
import type { ImportOptions } from './import/batches/actions.ts'
import type { FileKind, Kind } from './import/model.ts'

export const now = Temporal.Instant.from('2027-01-15T12:00:00Z')

/** Imports records of a kind and answers the report. */
export function importAll(
  db: Db,
  kind: FileKind,
  records: unknown[],
  options: Partial<ImportOptions> = {},
): Promise<RecordsReport> {
  return importRecords(db, { kind, file: `${kind}.json`, records, now, ...options })
}

/** Imports a file and answers all it told. */
export function importWhole(
  db: Db,
  path: string,
  options: Partial<Parameters<typeof importFile>[2]> = {},
): Promise<RecordsReport> {
  return collected((telling) => importFile(db, path, { now, ...options }, telling))
}

/** Imports records that must all go in. */
export async function plant(db: Db, kind: Kind, records: unknown[]): Promise<void> {
  const report = await importAll(db, kind, records)
  assert.deepEqual(report.refused, [])
}

let number = 0
const named = (given: Record<string, unknown>) => ({
  id: `record-${(number += 1)}`,
  title: 'Untitled',
  ...given,
})

export const aCall = named
export const anArticle = named
export const anEvent = (given: Record<string, unknown>) => named({ start_date: '2027-02-01', ...given })
export function anOrganisation({ title, ...given }: Record<string, unknown>) {
  return { id: `record-${(number += 1)}`, name: title ?? 'Untitled', ...given }
}
