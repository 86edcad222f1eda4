import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { rows } from '../../platform/index.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { isLookedAt } from '../checks/actions.ts'
import { isSearchMade } from '../search/actions.ts'
import { importAll } from '../testing.ts'
import { readyForRecords } from './actions.ts'

const now = Temporal.Instant.from('2026-11-25T12:00:00Z')

test('a house that is filled before its first start has nothing left to index, or to look at', async () => {
  const database = await testDatabase()
  const { db } = database
  await readyForRecords(db, now)
  await importAll(db, 'opportunities', [{ id: 'kiln', title: 'A residency with a kiln' }])
  assert.deepEqual([await isSearchMade(db), await isLookedAt(db)], [true, true])
  const found = await rows(
    db,
    sql`select record_id from platform.search_entry where record_id in ('kiln', 'vn')`,
  )
  assert.equal(found.length > 1, true, 'the record that came, and the partners that were there')
  await database.close()
})

test('while many records come in, the database counts them', async () => {
  const database = await testDatabase()
  const { db } = database
  const many = Array.from({ length: 1_000 }, (_, at) => ({ id: `o${at}`, name: `House ${at}` }))
  await importAll(db, 'organisations', many)
  const [table] = await rows<{ counted: number }>(
    db,
    sql`select reltuples::int as counted from pg_class where oid = 'community.organisation'::regclass`,
  )
  assert.equal(table?.counted, 1_000)
  await database.close()
})
