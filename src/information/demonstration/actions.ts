import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { hasOrganisations, plantDemonstrationClaim, plantDemonstrationWork } from '../../community/index.ts'
import { type Db, firstRow, keepMark, keepMarkOnce, later, readMark, transact } from '../../platform/index.ts'
import { importRecords, type RecordsReport } from '../import/actions.ts'
import { isObject, type Kind, recordsIn } from '../import/model.ts'
import { moveRecord } from './model.ts'

declare module '../../platform/index.ts' {
  interface Jobs {
    /** Takes the demonstration's records into an empty house. */
    'information.loadDemonstration': Record<string, never>
  }
}

const mark = 'demonstration'
const folder = join(import.meta.dirname, '../../../database/demo')
const files: [Kind, string][] = [
  ['organisations', 'organisations.json'],
  ['programmes', 'programmes.json'],
  ['opportunities', 'opportunities.json'],
  ['events', 'events.json'],
  ['convenings', 'culture-ministers-meetings.json'],
  ['articles', 'articles.json'],
]

const demonstration = { name: 'demonstration', address: null }

/** Loads what another room has for the demonstration. */
export type OtherRecords = (db: Db, now: Temporal.Instant) => Promise<RecordsReport>

/** `wanted` until somebody has loaded it; `refused` by a house that held something else. */
export type DemonstrationState = 'none' | 'wanted' | 'loaded' | 'refused'

/** Whether this house holds the demonstration's records, is to have them, or will not. */
export async function demonstrationState(db: Db): Promise<DemonstrationState> {
  return (await readMark<DemonstrationState>(db, mark)) ?? 'none'
}

/** Asks for the demonstration, once in the life of a house, however many processes start; a worker loads it. */
export function wantDemonstration(db: Db): Promise<void> {
  return transact(db, async (tx) => {
    const asked = await keepMarkOnce(tx, mark, 'wanted')
    if (asked) await later(tx, 'information.loadDemonstration', {})
  })
}

/**
 * Loads the demonstration's records into an empty house, and goes on with a load that was cut short; a house that
 * holds anything else is left as it is. Answers the reports of what went in.
 */
export async function loadDemonstration(
  db: Db,
  now: Temporal.Instant,
  others: readonly OtherRecords[] = [],
): Promise<RecordsReport[]> {
  const begun = (await readMark(db, `${mark}.begun`)) !== undefined
  if (!begun && !(await isEmpty(db))) {
    await keepMark(db, mark, 'refused')
    return []
  }
  await keepMark(db, `${mark}.begun`, true)
  const reports: RecordsReport[] = []
  for (const [kind, file] of files) reports.push(await loadFile(db, kind, file, now))
  for (const load of others) reports.push(await load(db, now))
  // Its people may have been there before its records.
  await plantDemonstrationClaim(db, now)
  await loadWork(db, now)
  await keepMark(db, mark, 'loaded')
  return reports
}

/** Texts in every state, for the desk alone: none of them is published. Loaded once, as people go on with them. */
async function loadWork(db: Db, now: Temporal.Instant): Promise<void> {
  if ((await readMark(db, `${mark}.work`)) !== undefined) return
  const records = recordsIn(await readFile(join(folder, 'desk.json'), 'utf8')).filter(isObject)
  const given = { kind: 'articles', file: 'desk.json', now, source: demonstration } as const
  // Of the one whose translation is behind there was less when it was translated.
  const first = records
    .filter(({ id }) => id === 'demonstration-desk-stale')
    .map((record) => ({ ...record, summary: 'Nobody has written this article.' }))
  await importRecords(db, { ...given, records: first })
  await importRecords(db, { ...given, records })
  await plantDemonstrationWork(db, now)
  await keepMark(db, `${mark}.work`, true)
}

async function isEmpty(db: Db): Promise<boolean> {
  const found = await firstRow<{ filled: boolean }>(
    db,
    sql`select exists (select 1 from information.opportunity) or exists (select 1 from information.event)
      or exists (select 1 from information.article) or exists (select 1 from information.programme)
      as filled`,
  )
  return found?.filled !== true && !(await hasOrganisations(db))
}

async function loadFile(db: Db, kind: Kind, file: string, now: Temporal.Instant): Promise<RecordsReport> {
  const today = now.toZonedDateTimeISO('UTC').toPlainDate()
  const translations = await readTranslations(kind)
  const records = recordsIn(await readFile(join(folder, file), 'utf8'))
    .filter(isObject)
    .map((record) => ({
      ...record,
      id: String(record['id']),
      last_checked: record['last_checked'] ?? '2026-11-23',
    }))
    .map((record) => ({ ...moveRecord(kind, record, today), ...translations.get(record.id) }))
  return importRecords(db, { kind, file, records, now, source: demonstration })
}

async function readTranslations(kind: Kind): Promise<Map<string, Record<string, unknown>>> {
  const texts = recordsIn(await readFile(join(folder, 'translations.json'), 'utf8')).filter(isObject)
  return new Map(
    texts
      .filter((text) => text['kind'] === kind)
      .map((text) => [String(text['id']), withTranslations(text['translations'])]),
  )
}

function withTranslations(given: unknown): Record<string, unknown> {
  const { en, ...others } = isObject(given) ? given : {}
  const marked = Object.entries(others).map(([lang, text]) => [
    lang,
    { ...(isObject(text) ? text : {}), demonstration: true },
  ])
  const summary = isObject(en) && typeof en['summary'] === 'string' ? { summary: en['summary'] } : {}
  return { ...summary, translations: Object.fromEntries(marked) }
}
