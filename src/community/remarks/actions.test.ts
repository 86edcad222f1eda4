import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { keepers } from '../../information/keepers/actions.ts'
import { now, plant } from '../../information/testing.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { rows, transact } from '../../platform/index.ts'
import { assign, assignOne } from '../assignments/actions.ts'
import { findAssigned } from '../assignments/queries.ts'
import { readKnown } from '../known/queries.ts'
import { changeState } from '../lives/actions.ts'
import { stranger, type Viewer } from '../people/model.ts'
import { readRecord } from '../records/queries.ts'
import { anEditor, plantMember, someoneWho } from '../testing.ts'
import { sayRemark, settleRemark } from './actions.ts'
import { listRemarks } from './queries.ts'

const database = await testDatabase()
const { db } = database
after(() => database.close())
const keeping = { known: await readKnown(db, '2027-01-15'), at: new Date(now.epochMilliseconds) }
const keeper = keepers.articles
const writer = {
  ...someoneWho(['desk.open', 'records.seeUnpublished', 'records.edit']),
  personId: '00000000-0000-4000-8000-0000000000aa',
  name: 'Wanda',
  email: 'wanda@culture.example',
}
const third = {
  ...anEditor,
  personId: '00000000-0000-4000-8000-0000000000bb',
  email: 'third@culture.example',
}
for (const one of [anEditor, writer, third]) await plantMember(db, one)
await plant(db, 'articles', [
  { id: 'essay', title: 'An essay', state: 'draft' },
  { id: 'other', title: 'Another', translations: { fr: { title: 'Un autre', state: 'draft' } } },
])
const versionOf = async (id: string) => (await readRecord(db, 'articles', id))?.version ?? 0
const told = async () => {
  const found = await rows<{ kind: string; to: string; note: string | null }>(
    db,
    sql`select kind, person_id as to, details ->> 'note' as note from community.notice order by kind, person_id`,
  )
  await sql`delete from community.notice`.execute(db)
  return found
}
const move = async (by: Viewer, to: 'draft' | 'in-review' | 'published', remark?: string) =>
  changeState(
    db,
    keeper,
    by,
    { id: 'essay', lang: 'en', to, version: await versionOf('essay'), ...(remark ? { remark } : {}) },
    keeping,
  )

test('who handed a text in is told when it is sent back, with the note, though somebody else edited it meanwhile', async () => {
  await move(writer, 'in-review')
  assert.deepEqual(await told(), [])
  await keeper.edit(
    db,
    anEditor,
    { id: 'essay', version: await versionOf('essay'), fields: { publisher: 'A house' } },
    keeping,
  )
  await move(anEditor, 'draft', 'Say who may apply')
  assert.deepEqual(await told(), [
    { kind: 'community.textSentBack', to: writer.personId, note: 'Say who may apply' },
  ])
  const [remark] = await listRemarks(db, 'articles', 'essay')
  assert.deepEqual(
    [remark?.said, remark?.lang, remark?.saidBy?.id, remark?.settled],
    ['Say who may apply', 'en', anEditor.personId, null],
  )
})

test('a record given to somebody is theirs once, they are told, and hear when it is handed in', async () => {
  const ask = { id: 'essay', person: third.personId }
  await assert.rejects(assignOne(db, keeper, writer, ask, keeping), { status: 403 })
  await assert.rejects(assignOne(db, keeper, stranger, ask, keeping), { status: 403 })
  await assignOne(db, keeper, anEditor, ask, keeping)
  await assignOne(db, keeper, anEditor, ask, keeping)
  assert.equal((await findAssigned(db, 'articles', 'essay'))?.id, third.personId)
  assert.deepEqual(await told(), [{ kind: 'community.recordAssigned', to: third.personId, note: null }])
  await move(writer, 'in-review', 'Please look')
  assert.deepEqual(await told(), [
    { kind: 'community.textHandedIn', to: third.personId, note: 'Please look' },
  ])
  await assignOne(db, keeper, anEditor, { id: 'essay', person: null }, keeping)
  assert.equal(await findAssigned(db, 'articles', 'essay'), undefined)
  await assert.rejects(
    transact(db, (tx) =>
      assign(tx, 'articles', anEditor, { ids: ['essay', 'none'], person: third.personId }, keeping),
    ),
    { status: 404 },
  )
  assert.equal(await findAssigned(db, 'articles', 'essay'), undefined)
})

test('a remark is said once, told to who wrote last, and settled once', async () => {
  await told()
  const say = (by: Viewer, lang: string | null = null) =>
    sayRemark(db, keeper, by, { id: 'essay', lang, said: 'The date?' }, keeping)
  await Promise.all([say(anEditor), say(anEditor)])
  assert.deepEqual(await told(), [{ kind: 'community.remarkSaid', to: writer.personId, note: 'The date?' }])
  await assert.rejects(say(anEditor, 'fr'), { status: 404 })
  await assert.rejects(say(someoneWho(['records.edit'], { kind: ['events'] })), { status: 403 })
  const [open] = await listRemarks(db, 'articles', 'essay')
  const asked = { id: 'essay', remark: open?.id ?? '' }
  await assert.rejects(settleRemark(db, keeper, anEditor, { ...asked, id: 'other' }, keeping), {
    status: 404,
  })
  await settleRemark(db, keeper, anEditor, asked, keeping)
  await settleRemark(db, keeper, writer, asked, keeping)
  const settled = (await listRemarks(db, 'articles', 'essay')).find(({ id }) => id === asked.remark)
  assert.equal(settled?.settled?.by, anEditor.name)
})
