import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { keepers } from '../../information/keepers/actions.ts'
import { importAll, now, plant } from '../../information/testing.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { type Db, listAudit, rows } from '../../platform/index.ts'
import { readKnown } from '../known/queries.ts'
import { stranger, type Viewer } from '../people/model.ts'
import { readRecord } from '../records/queries.ts'
import type { Permission } from '../roles/model.ts'
import { anEditor, plantMember, someoneWho } from '../testing.ts'
import { changeState } from './actions.ts'

const database = await testDatabase()
const { db } = database
after(() => database.close())
const keeping = { known: await readKnown(db, '2027-01-15'), at: new Date(now.epochMilliseconds) }
const keeper = keepers.articles
await plantMember(db, anEditor)
const writing: Permission[] = ['desk.open', 'records.seeUnpublished', 'records.edit']

const versionOf = async (id: string) => (await readRecord(db, 'articles', id))?.version ?? 0
const stateOf = async (id: string, lang: string) =>
  (
    await rows<{ state: string }>(
      db,
      sql`select state from information.article_text where record_id = ${id} and lang = ${lang}`,
    )
  )[0]?.state
const move = async (by: Viewer, id: string, lang: string, to: Parameters<typeof changeState>[3]['to']) =>
  changeState(db, keeper, by, { id, lang, to, version: await versionOf(id) }, keeping)
const edit = async (by: Viewer, id: string, fields: Record<string, unknown>) =>
  keeper.edit(db, by, { id, version: await versionOf(id), fields }, keeping)
const stale = (house: Db, id: string) =>
  rows<{ lang: string; version: number }>(
    house,
    sql`select lang, since_version as version from community.stale_text where record_id = ${id} order by lang`,
  )
const versions = async (id: string) =>
  (
    await rows<{ version: number }>(
      db,
      sql`select version from community.revision where record_id = ${id} order by version`,
    )
  ).map(({ version }) => version)

await plant(db, 'articles', [
  {
    id: 'essay',
    title: 'An essay',
    state: 'draft',
    countries: ['KH'],
    translations: { km: { title: 'អត្ថបទ', state: 'draft' } },
  },
])

test('each language goes its own way, and a step a state does not take is refused', async () => {
  assert.deepEqual(await move(anEditor, 'essay', 'en', 'published'), { version: 2 })
  assert.deepEqual([await stateOf('essay', 'en'), await stateOf('essay', 'km')], ['published', 'draft'])
  await assert.rejects(move(anEditor, 'essay', 'en', 'in-review'), { status: 409 })
  assert.deepEqual(await move(anEditor, 'essay', 'km', 'in-review'), { version: 3 })
  assert.deepEqual([await stateOf('essay', 'en'), await stateOf('essay', 'km')], ['published', 'in-review'])
  await assert.rejects(move(anEditor, 'essay', 'fr', 'published'), { status: 404 })
  const [last] = await listAudit(db, { kind: 'articles', id: 'essay' })
  assert.deepEqual([last?.what, last?.after], ['information.state', { 'translations.km.state': 'in-review' }])
})

test('who only writes hands in and takes back, and neither publishes nor changes what is published', async () => {
  const writer = someoneWho(writing, { language: ['km'] })
  assert.deepEqual(await move(writer, 'essay', 'km', 'draft'), { version: 4 })
  assert.deepEqual(await move(writer, 'essay', 'km', 'in-review'), { version: 5 })
  for (const to of ['published', 'archived'] as const)
    await assert.rejects(move(writer, 'essay', 'km', to), { status: 403 })
  await assert.rejects(move(stranger, 'essay', 'km', 'draft'), { status: 403 })
  await assert.rejects(move(writer, 'essay', 'en', 'archived'), { status: 403 })
  assert.ok('version' in (await edit(writer, 'essay', { 'translations.km.summary': 'សង្ខេប' })))
  await assert.rejects(edit(writer, 'essay', { title: 'Mine' }), { status: 403 })
  await assert.rejects(edit(writer, 'essay', { 'translations.km.state': 'published' }), { status: 403 })
  await assert.rejects(edit(someoneWho(writing), 'essay', { publisher: 'Mine' }), { status: 403 })
})

test('limits of language, country, kind and record hold', async () => {
  const publishing: Permission[] = [...writing, 'records.publish']
  const allowed = async (limits: Parameters<typeof someoneWho>[1]) => {
    try {
      await move(someoneWho(publishing, limits), 'essay', 'km', 'in-review')
      return true
    } catch {
      return false
    }
  }
  assert.deepEqual(
    [
      await allowed({ language: ['km'] }),
      await allowed({ language: ['en'] }),
      await allowed({ country: ['KH'] }),
      await allowed({ country: ['TH'] }),
      await allowed({ kind: ['articles'] }),
      await allowed({ kind: ['events'] }),
      await allowed({ record: ['essay'] }),
      await allowed({ record: ['other'] }),
    ],
    [true, false, true, false, true, false, true, false],
  )
})

test('a translation that is begun is a draft, whoever begins it', async () => {
  await edit(anEditor, 'essay', { 'translations.fr.title': 'Un essai' })
  assert.equal(await stateOf('essay', 'fr'), 'draft')
})

test('of two who look at the same version one publishes, the other is told; the same said twice is done once', async () => {
  await plant(db, 'articles', [{ id: 'raced', title: 'Raced', state: 'draft' }])
  const asked = { id: 'raced', lang: 'en', version: 1 }
  const answers = await Promise.allSettled([
    changeState(db, keeper, anEditor, { ...asked, to: 'published' }, keeping),
    changeState(db, keeper, anEditor, { ...asked, to: 'archived' }, keeping),
  ])
  assert.deepEqual(answers.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  await plant(db, 'articles', [{ id: 'twice', title: 'Twice', state: 'draft' }])
  const twice = await Promise.all(
    [1, 2].map(() => changeState(db, keeper, anEditor, { ...asked, id: 'twice', to: 'published' }, keeping)),
  )
  assert.deepEqual(twice, [{ version: 2 }, { version: 2 }])
  assert.deepEqual(await versions('twice'), [1])
})

test('every write keeps what was before; a write that changes nothing keeps nothing', async () => {
  await plant(db, 'articles', [{ id: 'kept', title: 'First' }])
  await plant(db, 'articles', [{ id: 'kept', title: 'Second' }])
  await plant(db, 'articles', [{ id: 'kept', title: 'Second' }])
  await edit(anEditor, 'kept', { title: 'Third' })
  await edit(anEditor, 'kept', { title: 'Third' })
  assert.deepEqual(await versions('kept'), [1, 2])
  const [first] = await rows<{ record: { title: string }; by: string | null }>(
    db,
    sql`select record, changed_by as by from community.revision where record_id = 'kept' and version = 1`,
  )
  assert.deepEqual([first?.record.title, first?.by], ['First', null])
  const now = await readRecord(db, 'articles', 'kept')
  assert.deepEqual([now?.version, now?.changedBy], [3, anEditor.personId])
})

test('an original that changes leaves translations behind, but not those given with it; one written again is current', async () => {
  const text = { title: 'Original', translations: { fr: { title: 'Français' }, vi: { title: 'Tiếng Việt' } } }
  await plant(db, 'articles', [{ id: 'left', ...text }])
  await importAll(db, 'articles', [{ id: 'left', title: 'Original', countries: ['VN'] }], {
    source: { name: 'facts', address: null },
  })
  assert.deepEqual(await stale(db, 'left'), [])
  await importAll(
    db,
    'articles',
    [{ id: 'left', title: 'Original anew', translations: { vi: { title: 'Tiếng Việt' } } }],
    { source: { name: 'another', address: null } },
  )
  assert.deepEqual(await stale(db, 'left'), [{ lang: 'fr', version: 2 }])
  await edit(anEditor, 'left', { title: 'Original once more', 'translations.vi.summary': 'Mới' })
  assert.deepEqual(await stale(db, 'left'), [{ lang: 'fr', version: 2 }])
  await edit(anEditor, 'left', { 'translations.fr.title': 'De nouveau' })
  assert.deepEqual(await stale(db, 'left'), [])
  await edit(anEditor, 'left', { countries: ['FR'] })
  assert.deepEqual(await stale(db, 'left'), [])
})

test('an import of new records asks nothing more, of changed ones the same for 1 and 30', async () => {
  const many = (count: number, title: string, prefix: string) =>
    Array.from({ length: count }, (_, n) => ({
      id: `${prefix}-${n}`,
      title: `${title} ${prefix} ${n}`,
      translations: { fr: { title: `Fr ${n}`, summary: title } },
    }))
  const asked = async (count: number, title: string, prefix: string) => {
    const before = database.queries.length
    await plant(db, 'articles', many(count, title, prefix))
    const statements = database.queries.slice(before)
    return statements.filter((statement) => /revision|stale_text/.test(statement)).length
  }
  assert.deepEqual([await asked(30, 'New', 'thirty'), await asked(1, 'New', 'one')], [0, 0])
  assert.deepEqual([await asked(30, 'Changed', 'thirty'), await asked(1, 'Changed', 'one')], [2, 2])
})
