import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { readKnown } from '../../community/index.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { bookOf, type Decision, decide } from '../rules/deciding/model.ts'
import { faultsOfExamples } from './examples/model.ts'
import { type CallRecord, callShape } from './model.ts'
import { moveCall } from './moving/model.ts'
import { readSetsOf } from './sets/queries.ts'

const database = await testDatabase()
after(() => database.close())
const known = await readKnown(database.db, '2026-11-25')
const sets = await readSetsOf(database.db)
const shape = callShape(known)
const file = join(import.meta.dirname, '../../../database/demo/calls.json')
const raw: Record<string, unknown>[] = JSON.parse(await readFile(file, 'utf8')).records
const calls = new Map(raw.map((record) => [String(record['id']), shape.parse(record)]))

function callOf(id: string): CallRecord {
  const call = calls.get(id)
  assert.ok(call, id)
  return call
}

const openingOf = ({ dates }: CallRecord) =>
  Temporal.PlainDate.from(dates.opens.day).toZonedDateTime(dates.zone).toInstant()

for (const [id, call] of calls) {
  test(`every example of ${id} comes out as its file says`, () => {
    assert.deepEqual(faultsOfExamples(call, bookOf(call, sets), openingOf(call)), [])
  })
}

test('moved by whole years, every example still comes out as the file says', () => {
  const today = Temporal.PlainDate.from('2027-01-15')
  for (const record of raw) {
    const call = shape.parse(moveCall(record, today))
    assert.deepEqual(faultsOfExamples(call, bookOf(call, sets), openingOf(call)), [], call.id)
  }
})

test('every gate, priority and example says why in English and in Urdu', () => {
  for (const call of calls.values()) {
    assert.ok(call.translations['ur']?.title)
    for (const rule of call.rules)
      assert.ok(rule.reason?.['en'] && rule.reason['ur'], `${call.id} ${rule.id}`)
    for (const { id, says } of call.examples) assert.ok(says?.['en'] && says['ur'], `${call.id} ${id}`)
    for (const [id, says] of Object.entries(call.terms)) assert.ok(says['ur'], `${call.id} ${id}`)
  }
})

function decided(callId: string, exampleId: string): { decision: Decision; call: CallRecord } {
  const call = callOf(callId)
  const example = call.examples.find(({ id }) => id === exampleId)
  assert.ok(example?.at, exampleId)
  return { call, decision: decide(bookOf(call, sets), example.facts, Temporal.Instant.from(example.at)) }
}
