import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { putItem, readState } from '../../community/checks/queries.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { type Handler, openLog, readMark, rows, transact } from '../../platform/index.ts'
import { now, plant } from '../testing.ts'
import { wantChecks } from './actions.ts'
import { lookingAgain, lookingAtRecords } from './jobs.ts'

const database = await testDatabase()
const { db } = database
after(() => database.close())

type Work = Parameters<Handler<'information.lookAgain'>>[1]
const stays = new AbortController().signal
function workOf(signal: AbortSignal = stays): Work {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what these jobs use of their work
  return { db, log: openLog({ level: 'silent' }), signal, stopping: stays } as Work
}
const tableOf = async (id: string) =>
  (
    await rows<{ should: string[] }>(
      db,
      sql`select should from community.check_state where record_id = ${id}`,
    )
  )[0]?.should
const stateOf = (id: string) => readState(db, 'opportunities', id)
const call = (id: string, given: Record<string, unknown> = {}) => ({
  id,
  title: `Call ${id}`,
  url: 'https://www.example.org/call',
  anyone: true,
  covers: ['travel'],
  deadline: '2027-02-01',
  state: 'draft',
  ...given,
})

test('once the checklist has changed all records are looked at again, and it is noted that they were', async () => {
  await plant(db, 'opportunities', [call('soon'), call('late', { deadline: '2027-09-01' })])
  const item = {
    id: 'time-enough',
    kind: 'opportunities' as const,
    types: [],
    level: 'should' as const,
    test: { is: 'closes-in' as const, days: 20 },
    words: { en: 'It closes in twenty days at the earliest' },
    position: 1,
    isOn: true,
  }
  await transact(db, (tx) => putItem(tx, item))
  assert.equal((await tableOf('soon'))?.includes('time-enough'), false)
  const stopped = AbortSignal.abort()
  await lookingAtRecords(() => now)({}, workOf(stopped))
  assert.equal((await tableOf('soon'))?.includes('time-enough'), false)
  assert.equal(await readMark(db, 'checks'), undefined)
  await lookingAtRecords(() => now)({}, workOf())
  assert.deepEqual(
    [(await tableOf('soon'))?.includes('time-enough'), (await tableOf('late'))?.includes('time-enough')],
    [true, false],
  )
  assert.equal(await readMark(db, 'checks'), 1)
  // What was done is not asked for again.
  const waiting = () =>
    rows(db, sql`select 1 from jobs.job where data::text like '%lookAtRecords%'`).catch(() => [])
  const before = (await waiting()).length
  await wantChecks(db)
  assert.equal((await waiting()).length, before)
})

test('what time alone changes is looked at again on the day, and nothing else', async () => {
  const { lookAgain } = (await stateOf('late')) ?? {}
  assert.ok(lookAgain)
  const dayBefore = Temporal.PlainDate.from(lookAgain).subtract({ days: 1 })
  const noonOf = (day: Temporal.PlainDate) =>
    day.toZonedDateTime({ timeZone: 'UTC', plainTime: '12:00' }).toInstant()
  await lookingAgain(() => noonOf(dayBefore))({}, workOf())
  assert.equal((await tableOf('late'))?.includes('time-enough'), false)
  await lookingAgain(() => noonOf(Temporal.PlainDate.from(lookAgain)))({}, workOf())
  assert.equal((await tableOf('late'))?.includes('time-enough'), true)
})
