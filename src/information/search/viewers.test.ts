import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import type { Viewer } from '../../community/index.ts'
import { readKnown, stranger } from '../../community/index.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { aCall, anArticle, now, plant } from '../testing.ts'
import { questionOf, searchRecords, suggestRecords } from './queries.ts'

const database = await testDatabase()
const { db } = database
after(() => database.close())
const known = await readKnown(db, '2027-01-15')
const at = new Date(now.epochMilliseconds)

type Limits = Extract<Viewer, { kind: 'person' }>['roles'][number]['limits']

/** Somebody who sees what is not published, within limits. */
const editor = (limits: Limits): Viewer => ({
  kind: 'person',
  personId: '00000000-0000-4000-8000-000000000001',
  name: 'An editor',
  email: 'editor@culture.example',
  needsSecondFactor: false,
  session: { id: '00000000-0000-4000-8000-000000000002', way: 'link', factors: 1, openedAt: now },
  roles: [{ id: 'editor', permissions: ['records.seeUnpublished'], limits }],
})

await plant(db, 'articles', [
  anArticle({ id: 'open', title: 'Gong open' }),
  anArticle({ id: 'draft-en', title: 'Gong draft', state: 'draft' }),
  anArticle({
    id: 'draft-fr',
    title: 'Gong brouillon',
    original_lang: 'fr',
    state: 'draft',
    countries: ['LA'],
  }),
  anArticle({
    id: 'half',
    title: 'Half open',
    translations: { km: { title: 'Gong hidden', state: 'draft' }, vi: { title: 'Cồng', state: 'archived' } },
  }),
])
await plant(db, 'opportunities', [
  aCall({ id: 'call', title: 'Gong call', state: 'archived', themes: ['cities'] }),
])

async function found(viewer: Viewer, words = 'gong') {
  const question = await questionOf(db, known, words)
  const { records, total, all, counts, meant } = await searchRecords(db, viewer, 'en', {
    question: question!,
    chosen: {},
    page: 1,
    pageSize: 20,
    now: at,
  })
  const suggested = await suggestRecords(db, viewer, 'en', question!, { now: at, limit: 20 })
  const ids = records.map(({ id }) => id).toSorted((a, b) => (a < b ? -1 : 1))
  assert.deepEqual(
    suggested.map(({ id }) => id).toSorted((a, b) => (a < b ? -1 : 1)),
    ids,
  )
  return { ids, total, all, counts, meant }
}

test('a stranger finds what is published, in no count and no facet anything else', async () => {
  assert.deepEqual(await found(stranger), {
    ids: ['open'],
    total: 1,
    all: 1,
    counts: { kind: { articles: 1 }, lang: { en: 1 } },
    meant: [],
  })
})

test('who sees what is not published finds it, within the limits of their role', async () => {
  assert.deepEqual((await found(editor({}))).ids, ['call', 'draft-en', 'draft-fr', 'half', 'open'])
  assert.deepEqual((await found(editor({ language: ['fr'] }))).ids, ['draft-fr', 'open'])
  assert.deepEqual((await found(editor({ kind: ['opportunities'] }))).ids, ['call', 'open'])
  assert.deepEqual((await found(editor({ kind: ['articles'], language: ['km'] }))).ids, ['half', 'open'])
  assert.deepEqual((await found(editor({ record: ['draft-en'] }))).ids, ['draft-en', 'open'])
  assert.deepEqual((await found(editor({ country: ['LA'] }))).ids, ['open'])
  assert.deepEqual((await found(editor({ language: ['fr'] }))).counts['country'], { LA: 1 })
})

test('a draft is not told by what a slip is taken for', async () => {
  await plant(db, 'articles', [anArticle({ id: 'secret', title: 'Xylophone', state: 'draft' })])
  assert.deepEqual((await found(stranger, 'xylophome')).meant, [])
  assert.deepEqual((await found(editor({}), 'xylophone')).ids, ['secret'])
})

test('what is withdrawn leaves the index with the write', async () => {
  await plant(db, 'articles', [anArticle({ id: 'open', title: 'Gong open', state: 'draft' })])
  assert.deepEqual((await found(stranger)).ids, [])
  await plant(db, 'articles', [anArticle({ id: 'open', title: 'Gong open', state: 'published' })])
  assert.deepEqual((await found(stranger)).ids, ['open'])
})
