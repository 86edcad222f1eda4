import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { testDatabase } from '../database/testing.ts'
import { type KeptKind, openKeptSets } from './keptSets.ts'

const database = await testDatabase()
after(() => database.close())

type Facts = { until: number }

/** Two records, of which one is over at 5,000, and how often they were read. */
function counted() {
  const read: (readonly string[] | undefined)[] = []
  const kind: KeptKind<Facts> = {
    kind: 'calls',
    read: (_, ids) => {
      read.push(ids)
      return Promise.resolve([
        { id: 'a', values: {}, facts: { until: 5_000 } },
        { id: 'b', values: {}, facts: { until: 900_000 } },
      ])
    },
    moving: ({ until }, now) => ({ stage: [until > now ? 'open' : 'closed'] }),
    turn: ({ until }, now) => (until > now ? until : Infinity),
    compare: (one, other) => one.until - other.until,
    unchosen: { stage: ['open'] },
    counted: ['stage'],
  }
  return { sets: openKeptSets(kind), read }
}

const asked = { chosen: {}, page: 1, pageSize: 20 }

test('questions that overtake each other do not have everything read again', async () => {
  const { sets, read } = counted()
  for (const now of [1_000, 1_020, 1_010, 1_030, 1_001]) await sets.ready(database.db, now)
  assert.equal(read.length, 1)
  assert.deepEqual(sets.ask(asked).ids, ['a', 'b'])
})

test('what has turned for a later question stays so for one that was overtaken', async () => {
  const { sets, read } = counted()
  await sets.ready(database.db, 1_000)
  await sets.ready(database.db, 5_001)
  await sets.ready(database.db, 4_999)
  assert.deepEqual(sets.ask(asked).ids, ['b'])
  assert.equal(read.length, 1)
})

test('a clock that was set back has everything read again', async () => {
  const { sets, read } = counted()
  await sets.ready(database.db, 200_000)
  assert.deepEqual(sets.ask(asked).ids, ['b'])
  await sets.ready(database.db, 1_000)
  assert.deepEqual(sets.ask(asked).ids, ['a', 'b'])
  assert.equal(read.length, 2)
})
