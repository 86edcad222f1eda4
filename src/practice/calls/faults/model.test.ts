import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { readKnown } from '../../../community/index.ts'
import { testDatabase } from '../../../platform/database/testing.ts'
import { type CallRecord, callShape } from '../model.ts'
import { readSetsOf } from '../sets/queries.ts'
import { faultsOfRules } from './model.ts'

const database = await testDatabase()
after(() => database.close())
const known = await readKnown(database.db, '2026-11-25')
const sets = await readSetsOf(database.db)
const shape = callShape(known)
const file = join(import.meta.dirname, '../../../../database/demo/calls.json')
const calls: CallRecord[] = JSON.parse(await readFile(file, 'utf8')).records.map((raw: unknown) =>
  shape.parse(raw),
)

for (const call of calls) {
  test(`the rules of ${call.id} have no fault`, () => {
    assert.deepEqual(faultsOfRules(call, sets, known), [])
  })
}

test('a set that the house does not have is named with its place in the file', () => {
  const [call] = calls
  assert.ok(call)
  const stray = { id: 'stray', kind: 'priority', counts: 'higher', weight: 1 } as const
  const when = { test: 'place', of: 'base', whose: 'everybody', in: ['asen'], on: 'application' } as const
  const rules = [...call.rules, { ...stray, when: { ...when, in: [...when.in] } }]
  assert.deepEqual(faultsOfRules({ ...call, rules }, sets, known), [
    {
      field: `rules.${call.rules.length}.when.in.0`,
      value: 'asen',
      reason: 'is no country set of the house, and none of this call',
    },
  ])
})
