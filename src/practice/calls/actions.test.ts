import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { stranger } from '../../community/index.ts'
import { importAll } from '../../information/testing.ts'
import { rows } from '../../platform/index.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { callKeeper } from './actions.ts'
import { findCall, listCalls, listOpenCalls } from './queries.ts'
import { aCall } from './testing.ts'
import { turnCalls } from './turning/actions.ts'

const database = await testDatabase()
after(() => database.close())
const { db } = database
const guests = { calls: callKeeper }
const now = Temporal.Instant.from('2027-01-15T12:00:00Z')
const take = (records: unknown[], at = now) => importAll(db, 'calls', records, { guests, now: at })

test('a file that goes down without end is refused as any other', async () => {
  let must: object = { test: 'is', of: 'online' }
  for (let depth = 0; depth < 20_000; depth += 1) must = { test: 'not', of: must }
  const report = await take([aCall({ id: 'deep', rules: [{ id: 'deep', kind: 'gate', must }] })])
  assert.match(JSON.stringify(report.refused[0]), /too deep/)
})

test('a call that is open is an opportunity of the portal, with a page of its own', async () => {
  const report = await take([aCall({ id: 'open-call', title: 'An open call' })])
  assert.deepEqual(report.refused, [])
  const found = await findCall(db, stranger, 'an-open-call', 'en', now)
  assert.equal(found?.timing.phase, 'open')
  assert.equal(found.texts[0]?.title, 'An open call')
  const kept = await rows(
    db,
    sql`select o.slug, o.page, o.who_test, o.citizenship_places, t.state from information.opportunity o
      join information.opportunity_text t on t.record_id = o.id where o.id = 'open-call'`,
  )
  assert.deepEqual(kept, [
    {
      slug: 'an-open-call',
      page: '/calls/an-open-call',
      who_test: 'citizenship',
      citizenship_places: ['ID', 'VN'],
      state: 'published',
    },
  ])
  assert.deepEqual(
    (await listOpenCalls(db, now)).map(({ id }) => id),
    ['open-call'],
  )
})

test('a call that opens later is seen by no stranger before', async () => {
  const dates = { zone: 'UTC', opens: { day: '2027-03-01' }, closes: { day: '2027-04-01' } }
  const report = await take([aCall({ id: 'later-call', title: 'A later call', dates })])
  assert.deepEqual(report.refused, [])
  assert.equal(await findCall(db, stranger, 'a-later-call', 'en', now), undefined)
  assert.deepEqual(
    (await listCalls(db, stranger, 'en', { limit: 20, offset: 0 })).rows.map(({ id }) => id),
    ['open-call'],
  )
})

test('a version that was used never changes, and none goes back', async () => {
  const call = aCall({ id: 'versions', title: 'Versions' })
  assert.equal((await take([call])).added, 1)
  assert.equal((await take([call])).same, 1)
  const [changed] = (await take([{ ...call, summary: 'Otherwise' }])).refused
  assert.deepEqual(changed?.faults, [
    {
      field: 'version',
      value: 1,
      reason:
        'was used and never changes, but this file says something else: give what is different a higher version',
    },
  ])
  assert.equal((await take([{ ...call, summary: 'Otherwise', version: 2 }])).changed, 1)
  const [lower] = (await take([call])).refused
  assert.deepEqual(lower?.faults, [{ field: 'version', value: 1, reason: 'is lower than 2, which is kept' }])
  await assert.rejects(
    sql`update practice.call_version set content_hash = 'other' where call_id = 'versions' and version = 1`.execute(
      db,
    ),
    /was used and never changes/,
  )
})

test('a version that nobody could use yet may be mended', async () => {
  const dates = { zone: 'UTC', opens: { day: '2027-03-01' }, closes: { day: '2027-04-01' } }
  const call = aCall({ id: 'mended', title: 'Mended', dates })
  assert.equal((await take([call])).added, 1)
  assert.equal((await take([{ ...call, summary: 'Mended' }])).changed, 1)
})

test('a file of a newer version of the house is refused with words', async () => {
  const [refused] = (await take([{ ...aCall({ id: 'newer' }), format: 2 }])).refused
  assert.deepEqual(refused?.faults, [
    {
      field: 'format',
      value: 2,
      reason: 'is newer than this house reads, which is 1: bring the house up to date first',
    },
  ])
})

test('the clock opens a call, announces it once, and closes it', async () => {
  const dates = { zone: 'Asia/Jakarta', opens: { day: '2027-02-10' }, closes: { day: '2027-02-20' } }
  await take([aCall({ id: 'clocked', title: 'By the clock', dates })])
  const opening = Temporal.Instant.from('2027-02-09T17:00:00Z')
  assert.ok(!(await turnCalls(db, opening.subtract({ seconds: 1 }))).includes('clocked'))
  assert.equal(await findCall(db, stranger, 'by-the-clock', 'en', opening), undefined)
  assert.ok((await turnCalls(db, opening)).includes('clocked'))
  assert.deepEqual(await turnCalls(db, opening), [])
  const found = await findCall(db, stranger, 'by-the-clock', 'en', opening)
  assert.equal(found?.timing.phase, 'open')
  const announced = await rows(
    db,
    sql`select payload from platform.announcement where event = 'practice.callOpened'`,
  )
  assert.deepEqual(announced, [{ payload: { callId: 'clocked' } }])
  const closing = Temporal.Instant.from('2027-02-20T17:00:00Z')
  assert.ok((await turnCalls(db, closing)).includes('clocked'))
  const listed = await listCalls(db, stranger, 'en', { limit: 20, offset: 0 })
  assert.equal(listed.rows.find(({ id }) => id === 'clocked')?.phase, 'closed')
})
