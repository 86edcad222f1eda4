import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { collected, importFile } from '../../src/information/import/actions.ts'
import type { Kind } from '../../src/information/import/model.ts'
import { importAll, now } from '../../src/information/testing.ts'
import { testDatabase } from '../../src/platform/database/testing.ts'
import { englishCities } from './cities.ts'
import { recordsOf, writeRecords } from './files.ts'
import { type RecordKind, recordKinds } from './kinds.ts'
import { languages } from './languages.ts'

const database = await testDatabase()
const folder = mkdtempSync(join(tmpdir(), 'caravanserai-bench-test-'))
after(async () => {
  rmSync(folder, { recursive: true })
  await database.close()
})
const world = { seed: 1, today: '2027-01-15' }
const some = (kind: RecordKind, count: number, seed = 1) => [...recordsOf({ ...world, seed, kind, count })]

test('the same seed makes the same records on any machine, and another seed others', () => {
  const hash = createHash('sha256')
  for (const kind of recordKinds) hash.update(JSON.stringify(some(kind, 50)))
  // Another sum means other records: figures measured with them are no longer those of before.
  assert.equal(hash.digest('hex').slice(0, 16), 'e0c682ff21baabec')
  assert.notDeepEqual(some('opportunities', 50), some('opportunities', 50, 2))
})

test('a record does not depend on how many are made', () => {
  assert.deepEqual(some('events', 400).slice(0, 30), some('events', 30))
})

// The house does not keep events that repeat yet.
const single = (record: Record<string, unknown>) => record['recurrence'] === undefined

for (const made of recordKinds.filter((kind) => kind !== 'series')) {
  test(`the house takes every one of 300 ${made} that happen once`, async () => {
    const kind: Kind = made
    const records = some(made, 300).filter(single)
    const report = await importAll(database.db, kind, records)
    assert.deepEqual([report.refused, report.added], [[], records.length])
    assert.ok(records.length > 200)
  })
}

test('calls as a table and events as a calendar are taken too', async () => {
  for (const [kind, name] of [
    ['opportunities', 'calls.csv'],
    ['events', 'events.ics'],
  ] as const) {
    const file = join(folder, name)
    await writeRecords(file, { ...world, seed: 7, kind, count: 40 })
    const report = await collected((telling) => importFile(database.db, file, { now, kind }, telling))
    const fields = report.refused.flatMap(({ faults }) => faults.map(({ field }) => field))
    assert.deepEqual(
      [...new Set(fields)].filter((field) => field !== 'recurrence'),
      [],
      name,
    )
    assert.equal(report.added + report.changed + report.refused.length, 40, name)
    assert.ok(report.added + report.changed > 25, name)
  }
})

test('a file of records is JSON, and its records are those that were made', async () => {
  const file = join(folder, 'articles.json')
  await writeRecords(file, { ...world, kind: 'articles', count: 100 })
  const written: unknown = JSON.parse(readFileSync(file, 'utf8'))
  assert.deepEqual(written, { records: JSON.parse(JSON.stringify(some('articles', 100))) })
})

test('titles mostly differ, organisers come again, and every language has its share', () => {
  const records = some('opportunities', 3000)
  const different = (field: string) => new Set(records.map((record) => record[field])).size
  assert.ok(different('title') > 2950, `${different('title')} titles`)
  assert.ok(different('organiser') < 2000, `${different('organiser')} organisers`)
  assert.equal(different('original_lang'), languages.length)
  const bytes = Buffer.byteLength(JSON.stringify(records)) / records.length
  assert.ok(bytes > 1000 && bytes < 2000, `${bytes} bytes each`)
})

test('every language has its own words for all there is to say, and no slot stays open', () => {
  for (const kind of recordKinds) assert.doesNotMatch(JSON.stringify(some(kind, 600)), /\{\w+\}/)
  for (const { tag, cities, ...words } of languages) {
    assert.deepEqual(
      Object.keys(cities).filter((city) => !(city in englishCities)),
      [],
      tag,
    )
    const vocabulary = [
      words.calls,
      words.fields,
      words.subjects,
      words.people,
      words.gatherings,
      words.houses,
    ]
    const all = [...vocabulary.flat(), ...Object.values(cities)]
    assert.ok(new Set(all).size >= 54, `${tag}: ${new Set(all).size} words`)
  }
})
