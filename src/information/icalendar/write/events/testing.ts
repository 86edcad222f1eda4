/** For tests only: events written as a calendar and read again, by a small house and by that of the demonstration. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readShape } from '../../../../platform/index.ts'
import { attendanceOf, eventShape } from '../../../events/model.ts'
import { isObject, recordsIn } from '../../../import/model.ts'
import { heldFields } from '../../own/model.ts'
import { rawOf, readText, testKnown } from '../../testing.ts'
import { calendarOf } from '../model.ts'
import { eventEntry } from './model.ts'

const term = (id: string) => ({ id, names: {}, retired: false })
export const known = {
  ...testKnown,
  places: [
    ...testKnown.places,
    ...['FR', 'CN', 'IN', 'KR', 'SG'].map((code) => ({ code, isoCode: code, names: [] })),
  ],
  vocabularies: {
    ...testKnown.vocabularies,
    // Words that stand for a kind, an art and a subject at once, and some that no reader knows apart.
    'event-kind': [...(testKnown.vocabularies['event-kind'] ?? []), term('lecture'), term('climate')],
    theme: [...(testKnown.vocabularies['theme'] ?? []), term('music'), term('cities')],
  },
}
export const options = {
  known,
  host: 'house.example',
  stamp: Temporal.Instant.from('2027-01-15T12:00:00.123Z'),
  sequence: 3,
}

export async function written(records: unknown[]): Promise<string> {
  const entries = records.flatMap((record) => eventEntry(record, options) ?? [])
  return (await Array.fromAsync(calendarOf(entries))).join('')
}

export const readBack = async (records: unknown[]) =>
  (await readText(await written(records), { known })).map(rawOf)
export const one = async (record: object) => (await readBack([{ id: 'a', title: 'A', ...record }]))[0] ?? {}

/** An event as pages have it, as far as a calendar holds it. */
export function held(raw: Record<string, unknown>): Record<string, unknown> {
  const { recurrence, ...event } = raw
  const read = readShape(anyTerms, event)
  assert.ok('record' in read, JSON.stringify(read))
  const record: Record<string, unknown> = { ...read.record, attendance: attendanceOf(read.record) }
  return { ...Object.fromEntries(['id', ...heldFields].map((field) => [field, record[field]])), recurrence }
}

export const demo = recordsIn(
  readFileSync(join(import.meta.dirname, '../../../../../database/demo/events.json'), 'utf8'),
).filter(isObject)
const values = (field: string) => [...new Set(demo.flatMap((record) => record[field] ?? []))].map(String)
export const demoKnown = {
  on: '2027-01-15',
  places: values('country_code').map((code) => ({ code, isoCode: code, names: [`Land ${code}`] })),
  placeCodes: new Set([...values('country_code'), ...known.places.map(({ code }) => code)]),
  sets: [],
  checklist: [],
  vocabularies: {
    'event-kind': [...values('kind').map(term), ...known.vocabularies['event-kind']],
    discipline: [...values('disciplines').map(term), ...(testKnown.vocabularies['discipline'] ?? [])],
    theme: known.vocabularies.theme,
  },
}
export const anyTerms = eventShape(demoKnown)
