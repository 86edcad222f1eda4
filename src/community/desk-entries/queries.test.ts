import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { aCall, anArticle, anEvent, plant } from '../../information/testing.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { anEditor, someoneWho } from '../testing.ts'
import type { Limits } from '../roles/model.ts'
import { transact } from '../../platform/index.ts'
import { keepDeskEntries, listDeskRows } from './queries.ts'
import type { DeskAsked } from './model.ts'
import type { Viewer } from '../people/model.ts'

const database = await testDatabase()
const { db } = database
after(() => database.close())

const now = new Date('2027-01-15T12:00:00Z')
const ask = (viewer: Viewer, asked: Partial<DeskAsked & { page: number; pageSize: number }> = {}) =>
  listDeskRows(db, viewer, {
    kind: 'articles',
    chosen: {},
    sort: 'title',
    descending: false,
    now,
    page: 1,
    pageSize: 30,
    ...asked,
  })
const within = (limits: Limits) => someoneWho(['desk.open', 'records.seeUnpublished'], limits)

await plant(db, 'articles', [
  anArticle({
    id: 'open',
    title: 'Open',
    disciplines: ['dance'],
    countries: ['VN'],
    last_checked: '2026-06-01',
  }),
  anArticle({
    id: 'lao',
    title: 'Secretlao',
    original_lang: 'fr',
    state: 'draft',
    countries: ['LA'],
    disciplines: ['music'],
    translations: { km: { title: 'ខ្មែរ', state: 'draft' } },
  }),
  anArticle({
    id: 'half',
    title: 'Half',
    last_checked: '2025-12-31',
    translations: {
      km: { title: 'Secretkhmer', state: 'draft' },
      vi: { title: 'Secretviet', state: 'archived' },
    },
  }),
])

test('an entry is made of the record as it is written down', async () => {
  await plant(db, 'opportunities', [
    aCall({
      id: 'call',
      title: 'A call',
      type: 'residency',
      host_countries: ['VN', 'FR'],
      themes: ['cities'],
      deadline: '2027-03-01',
      real_dates: { deadline: '2024-03-01' },
    }),
  ])
  await plant(db, 'events', [
    anEvent({ id: 'partial', title: 'Some time', start_date: '2027-05', country_code: 'LA' }),
  ])
  const calls = await ask(anEditor, { kind: 'opportunities' })
  assert.partialDeepStrictEqual(calls.rows, [
    {
      id: 'call',
      title: 'A call',
      lang: 'en',
      texts: ['en:published'],
      countries: ['VN', 'FR'],
      themes: ['cities'],
      type: 'residency',
      date: '2027-03-01',
      checked: null,
      sources: ['files'],
      assigned: null,
      demonstration: true,
    },
  ])
  const events = await ask(anEditor, { kind: 'events' })
  assert.partialDeepStrictEqual(events.rows, [
    { id: 'partial', date: null, countries: ['LA'], demonstration: false },
  ])
})

test('an editor of everything sees and counts everything', async () => {
  const { rows, total, counts } = await ask(anEditor)
  assert.deepEqual(
    rows.map(({ id, texts }) => [id, texts]),
    [
      ['half', ['en:published', 'km:draft', 'vi:archived']],
      ['open', ['en:published']],
      ['lao', ['fr:draft', 'km:draft']],
    ],
  )
  assert.equal(total, 3)
  assert.deepEqual(counts['state'], { published: 2, draft: 2, archived: 1 })
  assert.deepEqual(counts['checked'], { fresh: 1, old: 1, never: 1 })
  assert.deepEqual(counts['missing'], { en: 1, fr: 2, vi: 2, zh: 3, th: 3, km: 1, ur: 3 })
})

test('what a limit hides is neither shown nor counted nor found', async () => {
  const stranger = await ask(within({ kind: ['events'] }))
  assert.deepEqual(
    stranger.rows.map(({ id, texts }) => [id, texts]),
    [
      ['half', ['en:published']],
      ['open', ['en:published']],
    ],
  )
  assert.deepEqual(stranger.counts['text'], { 'en:published': 2 })
  assert.deepEqual(stranger.counts['discipline'], { dance: 1 })
  assert.deepEqual(stranger.counts['country'], { VN: 1 })

  const khmer = await ask(within({ language: ['km'] }))
  assert.deepEqual(
    khmer.rows.map(({ id, title, lang, texts }) => [id, title, lang, texts]),
    [
      ['half', 'Half', 'en', ['en:published', 'km:draft']],
      ['open', 'Open', 'en', ['en:published']],
      ['lao', 'ខ្មែរ', 'km', ['km:draft']],
    ],
  )
  const lao = await ask(within({ country: ['LA'] }))
  assert.deepEqual(
    lao.rows.map(({ id, texts }) => [id, texts]),
    [
      ['half', ['en:published']],
      ['open', ['en:published']],
      ['lao', ['fr:draft', 'km:draft']],
    ],
  )
  const both = await ask(within({ country: ['LA'], language: ['fr'] }))
  assert.deepEqual(both.rows.map(({ texts }) => texts).at(-1), ['fr:draft'])
  assert.equal((await ask(within({ partner: ['vn'] }))).total, 2)

  const total = async (viewer: Viewer, words: string) => (await ask(viewer, { words })).total
  assert.equal(await total(anEditor, 'secretlao'), 1)
  assert.equal(await total(within({ language: ['km'] }), 'secretlao'), 0)
  assert.equal(await total(within({ country: ['LA'] }), 'secretlao'), 1)
  assert.equal(await total(within({ country: ['VN'] }), 'secretlao'), 0)
  assert.equal(await total(within({ language: ['km'] }), 'secretkhmer'), 1)
  assert.equal(await total(within({ language: ['km'] }), 'secretviet'), 0)
  assert.equal(await total(within({ kind: ['events'] }), 'lao'), 0)
  assert.equal(await total(anEditor, 'lao'), 1)
})

test('facets narrow and are counted as the others are chosen', async () => {
  const drafts = await ask(anEditor, { chosen: { text: ['km:draft'] } })
  assert.deepEqual(
    drafts.rows.map(({ id }) => id),
    ['half', 'lao'],
  )
  assert.deepEqual(drafts.counts['country'], { LA: 1 })
  assert.deepEqual(drafts.counts['text'], {
    'en:published': 2,
    'fr:draft': 1,
    'km:draft': 2,
    'vi:archived': 1,
  })
})

test('stale translations and who looks after a record are in its entry once it is kept again', async () => {
  await sql`insert into community.stale_text (kind, record_id, lang, since_version, since)
    values ('articles', 'half', 'km', 1, now())`.execute(db)
  await sql`insert into community.person (id, email, name)
    values (${anEditor.personId}::uuid, 'ada@culture.example', 'Ada')`.execute(db)
  await sql`insert into community.assignment (kind, record_id, person_id, assigned_at)
    values ('articles', 'half', ${anEditor.personId}::uuid, now())`.execute(db)
  await transact(db, (tx) => keepDeskEntries(tx, 'articles', ['half']))
  const { rows } = await ask(anEditor, { chosen: { stale: ['km'], assigned: [anEditor.personId] } })
  assert.partialDeepStrictEqual(rows, [
    { id: 'half', stale: ['km'], assigned: { id: anEditor.personId, name: 'Ada' } },
  ])
  const unseen = await ask(within({ language: ['vi'] }))
  assert.deepEqual(unseen.counts['stale'], {})
})

test('every order goes both ways', async () => {
  for (const sort of ['title', 'date', 'checked', 'changed', 'added', 'type'] as const)
    for (const descending of [false, true])
      assert.equal((await ask(anEditor, { sort, descending })).rows.length, 3)
})
