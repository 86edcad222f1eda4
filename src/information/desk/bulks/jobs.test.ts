import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { openOrganisations } from '../../../community/testing.ts'
import { type Handler, openLog, rows } from '../../../platform/index.ts'
import { houseRoles } from '../../../roles.ts'
import { openTestHouse, testNow } from '../../../testing.ts'
import { anArticle, plant } from '../../testing.ts'
import { workingOnBulks } from './jobs.ts'

const house = await openTestHouse({ settings: { trustProxy: 1 } })
after(() => house.close())
const { db } = house
const { join } = await openOrganisations(house, [], () => testNow)
const editor = await join('editor', ['editor', {}])
const count = 45
await plant(
  db,
  'articles',
  Array.from({ length: count }, (_, at) =>
    anArticle({ id: `many-${at}`, title: `Many ${at}`, author: 'Ada', date: '2026-01-01' }),
  ),
)

type Work = Parameters<Handler<'information.workOnBulk'>>[1]
const stays = new AbortController().signal
async function work(bulkId: string, stopping: AbortSignal = stays): Promise<void> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what this job uses of its work
  const given = { db, log: openLog({ level: 'silent' }), signal: stays, stopping } as Work
  await workingOnBulks(() => testNow, houseRoles)({ bulkId }, given)
}
const tagged = async () =>
  (
    await rows<{ count: number }>(
      db,
      sql`select count(*)::int as count from community.record where id like 'many-%'
        and record::jsonb -> 'disciplines' @> '["dance"]'`,
    )
  )[0]?.count
const stageOf = async (id: string) =>
  (await rows<{ stage: string }>(db, sql`select stage from community.bulk where id = ${id}::uuid`))[0]?.stage
async function asked(): Promise<string> {
  const answer = await editor.send('/desk/bulk', {
    kind: 'articles',
    query: '',
    which: 'found',
    action: 'add-discipline',
    discipline: 'dance',
  })
  return /[0-9a-f-]{36}/.exec(answer.headers.get('location') ?? '')?.[0] ?? ''
}

test('a change to many records is done and undone by the job, which begins again where it was stopped', async () => {
  const id = await asked()
  assert.equal(await stageOf(id), 'ready')
  assert.equal(await tagged(), 0)
  await editor.send(`/desk/bulk/${id}/start`, {})
  assert.deepEqual([await stageOf(id), await tagged()], ['doing', 0])
  await work(id, AbortSignal.abort())
  assert.equal(await tagged(), 0)
  // Two workers at once do it once.
  await Promise.all([work(id), work(id)])
  assert.deepEqual([await stageOf(id), await tagged()], ['done', count])
  await editor.send(`/desk/bulk/${id}/undo`, {})
  await work(id)
  assert.deepEqual([await stageOf(id), await tagged()], ['undone', 0])
})

test('who has lost their role meanwhile changes nothing', async () => {
  const id = await asked()
  await work(id)
  await editor.send(`/desk/bulk/${id}/start`, {})
  await sql`update community.role_grant set ended_at = ${testNow.toString()}::timestamptz
    where person_id = ${editor.personId}::uuid`.execute(db)
  await work(id)
  assert.equal(await tagged(), 0)
})
