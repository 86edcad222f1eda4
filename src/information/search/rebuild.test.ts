import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { testDatabase } from '../../platform/database/testing.ts'
import { transact } from '../../platform/index.ts'
import { extendOccurrences } from '../occurrences/actions.ts'
import { importAll, now } from '../testing.ts'
import { rebuildSearch, tidySearches } from './actions.ts'

const database = await testDatabase()
const { db } = database
after(() => database.close())

const entries = async () =>
  (await sql<object>`select * from platform.search_entry order by kind, record_id, lang`.execute(db)).rows

const id = fc.constantFrom('one', 'two', 'three')
const state = fc.constantFrom('published', 'draft', 'archived')
const words = fc.constantFrom('Lantern', 'ข่าวสาร', 'Łódź 2027', '丝绸之路', 'a "quoted" it’s \\ one')
const translations = fc.dictionary(
  fc.constantFrom('fr', 'vi', 'km'),
  fc.record({ title: words, body: words, state }),
  { maxKeys: 2 },
)
const common = { id, state, summary: words, translations }
const meeting = fc.record({
  id: fc.constantFrom('meeting-1', 'meeting-2'),
  name: words,
  start_date: fc.constant('2027-05-05'),
  public_forums_and_expert_meetings: fc.array(fc.record({ name: words, year: fc.constant(2027) }), {
    maxLength: 2,
  }),
})
const write = fc.oneof(
  fc.record({ kind: fc.constant('articles'), record: fc.record({ ...common, title: words }) }),
  fc.record({
    kind: fc.constant('opportunities'),
    record: fc.record({
      ...common,
      title: words,
      status: fc.constantFrom(null, 'cancelled'),
      deadline: fc.constantFrom(null, '2027-03-03'),
    }),
  }),
  fc.record({
    kind: fc.constant('events'),
    record: fc.record({
      ...common,
      title: words,
      start_date: fc.constant('2027-03-03'),
      recurrence: fc.constantFrom(null, { rule: 'FREQ=WEEKLY' }),
    }),
  }),
  fc.record({ kind: fc.constant('organisations'), record: fc.record({ ...common, name: words }) }),
  fc.record({ kind: fc.constant('programmes'), record: fc.record({ ...common, name: words }) }),
  fc.record({
    kind: fc.constant('partners'),
    record: fc.record({
      id: fc.constantFrom('lt', 'newcomer'),
      name: words,
      aliases: fc.array(words, { maxLength: 2 }),
    }),
  }),
  fc.record({ kind: fc.constant('convenings'), record: meeting }),
)
type Write = typeof write extends fc.Arbitrary<infer T> ? T : never

test('after any sequence of writes the index is what a rebuild makes of the records', async () => {
  await rebuildSearch(db)
  const kept = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 8 }), async (writes: Write[]) => {
      for (const { kind, record } of writes) {
        const report = await importAll(db, kind, [record])
        if (report.refused.length === 0) kept.set(kind, (kept.get(kind) ?? 0) + 1)
      }
      await extendOccurrences(db, Temporal.PlainDate.from('2027-08-01'))
      const written = await entries()
      await rebuildSearch(db)
      assert.deepEqual(written, await entries())
    }),
    { numRuns: 15 },
  )
  assert.equal(kept.size, 7, JSON.stringify([...kept]))
})

test('a rebuild puts right whatever an index holds, and forgets words that nothing holds', async () => {
  const right = await entries()
  await sql`delete from platform.search_entry where kind = 'articles'`.execute(db)
  await sql`update platform.search_entry set record_id = record_id || '-gone' where kind = 'partners' and record_id < 'l'`.execute(
    db,
  )
  await sql`insert into platform.search_word (word, trigrams) values ('nowhere', '{now}')`.execute(db)
  await rebuildSearch(db)
  assert.deepEqual(await entries(), right)
  const { rows } = await sql<{
    word: string
  }>`select word from platform.search_word where word in ('nowhere', 'lietuva')`.execute(db)
  assert.deepEqual(rows, [{ word: 'lietuva' }])
})

test('what was looked for in vain is forgotten after a year, what few looked for after a week', async () => {
  await transact(db, async (tx) => {
    await sql`insert into information.missed_search (day, hash, words, times) values
      ('2027-01-01', 'rare', null, 1), ('2027-01-14', 'fresh', null, 1),
      ('2026-01-20', 'kept', 'zebra', 4), ('2026-01-01', 'old', 'mussel', 9)`.execute(tx)
  })
  await tidySearches(db, now)
  const { rows } = await sql<{
    hash: string
  }>`select hash from information.missed_search order by hash`.execute(db)
  assert.deepEqual(rows, [{ hash: 'fresh' }, { hash: 'kept' }])
})
