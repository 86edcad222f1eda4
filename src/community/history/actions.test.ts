import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { keepers } from '../../information/keepers/actions.ts'
import { now, plant } from '../../information/testing.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { readKnown } from '../known/queries.ts'
import { stranger } from '../people/model.ts'
import { readRecord } from '../records/queries.ts'
import { listStale } from '../revisions/queries.ts'
import { anEditor, plantMember, someoneWho } from '../testing.ts'
import { compareVersions, confirmTranslation, readRevisions, restore, staleOf } from './actions.ts'

const database = await testDatabase()
const { db } = database
after(() => database.close())
const keeping = { known: await readKnown(db, '2027-01-15'), at: new Date(now.epochMilliseconds) }
const keeper = keepers.opportunities
const member = { ...anEditor, name: 'Edwin' }
await plantMember(db, member)
const versionOf = async (id: string) => (await readRecord(db, 'opportunities', id))?.version ?? 0
const edit = async (id: string, fields: Record<string, unknown>, why?: string) =>
  keeper.edit(db, anEditor, { id, version: await versionOf(id), fields, ...(why ? { why } : {}) }, keeping)

const first = {
  id: 'call',
  title: 'A call',
  organiser: 'As it was',
  disciplines: ['dance'],
  translations: { fr: { title: 'Un appel' }, km: { title: 'ការអំពាវនាវ', state: 'draft' } },
}
await plant(db, 'opportunities', [first])
await edit('call', { title: 'A call anew', organiser: null, fee: 'none' }, 'the ministry wrote')

test('a history says who, when and why, the latest first; strangers find none', async () => {
  const { versions, more } = await readRevisions(db, anEditor, keeper, 'call')
  assert.deepEqual(
    versions.map(({ version, changedBy, why }) => [version, changedBy?.name, why]),
    [
      [2, 'Edwin', 'the ministry wrote'],
      [1, undefined, null],
    ],
  )
  assert.equal(more, false)
  for (const viewer of [
    stranger,
    someoneWho(['desk.open']),
    someoneWho(['records.seeUnpublished'], { kind: ['events'] }),
  ])
    await assert.rejects(readRevisions(db, viewer, keeper, 'call'), { status: 404 })
})

test('versions are compared as far as the reader may see their languages', async () => {
  await edit('call', { 'translations.km.summary': 'សង្ខេប' })
  const changed = async (viewer: typeof anEditor) =>
    (await compareVersions(db, viewer, keeper, { id: 'call', from: 1, to: 3 })).differences.map(
      ({ field, lang }) => `${field} ${lang}`,
    )
  assert.deepEqual(await changed(anEditor), [
    'title en',
    'fee undefined',
    'organiser undefined',
    'summary km',
  ])
  const french = someoneWho(['records.seeUnpublished'], { language: ['fr'] })
  assert.deepEqual(await changed(french), ['title en', 'fee undefined', 'organiser undefined'])
  await assert.rejects(compareVersions(db, anEditor, keeper, { id: 'call', from: 1, to: 9 }), { status: 404 })
})

test('an original that has changed is shown beside what it was, to who translates it', async () => {
  assert.deepEqual(await listStale(db, 'opportunities', 'call'), ['fr'])
  const stale = await staleOf(db, someoneWho(['records.edit'], { language: ['fr'] }), keeper, 'call', 'fr')
  assert.deepEqual(
    [stale?.version, stale?.differences.map(({ was, is }) => [was, is])],
    [1, [['A call', 'A call anew']]],
  )
  assert.equal(await staleOf(db, anEditor, keeper, 'call', 'km'), undefined)
  await assert.rejects(staleOf(db, stranger, keeper, 'call', 'fr'), { status: 404 })
})

test('a translation that still says the same is confirmed', async () => {
  const asked = { id: 'call', version: await versionOf('call'), lang: 'fr' }
  const writer = someoneWho(['records.edit'], { language: ['fr'] })
  await assert.rejects(confirmTranslation(db, keeper, writer, asked), { status: 403 })
  await assert.rejects(confirmTranslation(db, keeper, anEditor, { ...asked, version: 1 }), { status: 409 })
  await confirmTranslation(db, keeper, anEditor, asked)
  assert.deepEqual(await listStale(db, 'opportunities', 'call'), [])
})

test('an earlier version comes back as a new one, with its states, its address and what it never had left as they are', async () => {
  const slug = (await readRecord(db, 'opportunities', 'call'))?.record['slug']
  await edit('call', { 'translations.vi.title': 'Lời kêu gọi' })
  const asked = { id: 'call', version: await versionOf('call'), toVersion: 1 }
  const writer = someoneWho(['records.edit', 'records.seeUnpublished'])
  await assert.rejects(restore(db, keeper, writer, asked, keeping), { status: 403 })
  const answers = [
    await restore(db, keeper, anEditor, asked, keeping),
    await restore(db, keeper, anEditor, asked, keeping),
  ]
  assert.deepEqual(answers, [{ version: asked.version + 1 }, { version: asked.version + 1 }])
  const record = (await readRecord(db, 'opportunities', 'call'))?.record
  assert.deepEqual(record, { ...first, slug })
  const { versions } = await readRevisions(db, anEditor, keeper, 'call')
  assert.equal(versions.length, asked.version + 1)
})

test('single fields come back, a language comes back as a draft, and an earlier look is refused', async () => {
  await plant(db, 'opportunities', [
    {
      id: 'parts',
      title: 'Parts',
      note: 'one',
      host_city: 'Huế',
      translations: { fr: { title: 'Parties' } },
    },
  ])
  await edit('parts', { note: 'two', host_city: 'Hội An', 'translations.fr.title': null })
  const asked = { id: 'parts', version: 2, toVersion: 1 }
  assert.deepEqual(await restore(db, keeper, anEditor, { ...asked, fields: ['note'] }, keeping), {
    version: 3,
  })
  const record = async () => (await readRecord(db, 'opportunities', 'parts'))?.record ?? {}
  assert.deepEqual([(await record())['note'], (await record())['host_city']], ['one', 'Hội An'])
  await assert.rejects(restore(db, keeper, anEditor, asked, keeping), { status: 409 })
  await restore(db, keeper, anEditor, { ...asked, version: 3 }, keeping)
  assert.deepEqual((await record())['translations'], { fr: { title: 'Parties', state: 'draft' } })
})
