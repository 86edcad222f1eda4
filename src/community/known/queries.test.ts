import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../../platform/database/testing.ts'
import { keepKnown } from './queries.ts'

const database = await testDatabase()
after(() => database.close())
const { db, queries } = database
const now = Temporal.Instant.from('2027-01-15T12:00:00Z')

test('what is known is read once, and again as soon as any of it changes', async () => {
  const known = keepKnown(db)
  const first = await known(now)
  assert.ok(first.places.length > 240 && first.vocabularies['discipline'])
  const before = queries.length
  assert.equal(await known(now), first)
  assert.equal(queries.length - before, 1)
  await sql`insert into community.term (vocabulary, id, names, position) values ('discipline', 'kite-making', '{"en": "Kite making"}', 99)`.execute(
    db,
  )
  const second = await known(now)
  assert.ok(second.vocabularies['discipline']?.some((term) => term.id === 'kite-making'))
})

test('country sets are those of the day', async () => {
  const known = keepKnown(db)
  const members = async (moment: string) =>
    (await known(Temporal.Instant.from(moment))).sets.find((set) => set.id === 'eu')?.places ?? []
  assert.equal((await members('2019-06-01T00:00:00Z')).includes('GB'), true)
  assert.equal((await members('2026-06-01T00:00:00Z')).includes('GB'), false)
})
