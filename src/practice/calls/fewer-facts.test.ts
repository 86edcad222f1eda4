import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { readKnown } from '../../community/index.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { amountOf, bookOf, decide } from '../rules/deciding/model.ts'
import { type Facts, factsShape } from '../rules/facts/model.ts'
import { callShape } from './model.ts'
import { readSetsOf } from './sets/queries.ts'

const database = await testDatabase()
after(() => database.close())
const known = await readKnown(database.db, '2026-11-25')
const sets = await readSetsOf(database.db)
const file = join(import.meta.dirname, '../../../database/demo/calls.json')
const raw: unknown[] = JSON.parse(await readFile(file, 'utf8')).records

// What is not said of these is said: a leg leads there and not back, somebody takes part throughout, in one stretch.
const saidByAbsence = /\/(back|as|periods)$|\/stay(\/|$)/

test('in no scheme of the demonstration does a fact that was filled in change a settled answer or amount', () => {
  let asked = 0
  for (const record of raw) {
    const call = callShape(known).parse(record)
    const book = bookOf(call, sets)
    for (const { id, at, facts } of call.examples) {
      const now = Temporal.Instant.from(at ?? '')
      const whole = answersOf(facts, now)
      for (const [without, less] of fewer(facts)) {
        const read = factsShape.safeParse(less)
        if (!read.success) continue
        asked += 1
        for (const [name, answer] of answersOf(read.data, now)) {
          assert.ok(
            answer === 'unknown' || answer === whole.get(name),
            `${call.id}, ${id}: ${name} is ${answer} without ${without}, and ${whole.get(name)} with it`,
          )
        }
      }
    }
    function answersOf(given: Facts, now: Temporal.Instant): Map<string, string> {
      const { answer, gates, priorities } = decide(book, given, now)
      const amount = amountOf(book, given, now)
      return new Map([
        ['the whole', answer],
        ...[...gates, ...priorities].map((one) => [one.rule, one.answer] as const),
        ['the amount', amount ? (amount.from ?? 'unknown') : 'none'],
      ])
    }
  }
  assert.ok(asked > 2000)
})

/** The same facts with one of them missing, wherever it stands; lists stay whole. */
function* fewer(value: unknown, at = ''): Generator<[without: string, less: unknown]> {
  if (Array.isArray(value)) {
    for (const [index, one] of value.entries())
      for (const [without, less] of fewer(one, `${at}/${index}`)) yield [without, value.with(index, less)]
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [name, part] of Object.entries(value)) {
    const { [name]: _, ...others }: Record<string, unknown> = { ...value }
    if (!saidByAbsence.test(`${at}/${name}`)) yield [`${at}/${name}`, others]
    for (const [without, less] of fewer(part, `${at}/${name}`)) yield [without, { ...value, [name]: less }]
  }
}
