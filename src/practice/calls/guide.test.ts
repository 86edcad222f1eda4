import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { readKnown } from '../../community/index.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { readShape } from '../../platform/index.ts'
import { bookOf } from '../rules/deciding/model.ts'
import { faultsOfExamples } from './examples/model.ts'
import { callShape } from './model.ts'
import { readSetsOf } from './sets/queries.ts'

const database = await testDatabase()
after(() => database.close())

test('the call of the guide reads, and its examples come out as it says', async () => {
  const page = await readFile(join(import.meta.dirname, '../../../docs/calls.md'), 'utf8')
  const [, text = ''] = /```json\n([\s\S]*?)```/.exec(page) ?? []
  const [record] = JSON.parse(text).records
  const read = readShape(callShape(await readKnown(database.db, '2026-11-25')), record)
  assert.ok('record' in read, JSON.stringify(read))
  const book = bookOf(read.record, await readSetsOf(database.db))
  const opening = Temporal.Instant.from('2027-01-15T12:00:00Z')
  assert.deepEqual(faultsOfExamples(read.record, book, opening), [])
})
