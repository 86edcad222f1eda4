import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { stranger } from '../../../community/index.ts'
import { testDatabase } from '../../../platform/database/testing.ts'
import { listCalls, listOpenCalls } from '../queries.ts'
import { loadDemonstrationCalls } from './actions.ts'

const database = await testDatabase()
after(() => database.close())
const { db } = database

test('the calls of the demonstration go in with their examples, and some of them are open', async () => {
  const now = Temporal.Instant.from('2026-11-25T12:00:00Z')
  const report = await loadDemonstrationCalls(db, now)
  assert.deepEqual(
    report.refused.map(({ id, faults }) => ({ id, faults })),
    [],
  )
  assert.ok(report.added >= 9, `${report.added} went in`)
  const { total } = await listCalls(db, stranger, 'en', { limit: 100 })
  assert.ok(total >= 5, `${total} are listed`)
  assert.ok((await listOpenCalls(db, now)).length >= 1)
})
