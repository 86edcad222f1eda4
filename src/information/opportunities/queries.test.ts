import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import fc from 'fast-check'
import { anEditor } from '../../community/testing.ts'
import { stranger, type Viewer } from '../../community/index.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { standingOf } from '../eligibility/model.ts'
import { aCall, now, plant } from '../testing.ts'
import { whoOf } from './model.ts'
import {
  findOpportunity,
  listOpportunities,
  listRelatedOpportunities,
  type OpportunityRequest,
} from './queries.ts'

const database = await testDatabase()
const { db } = database
after(() => database.close())

const staff: Viewer = anEditor
const request = (given: Partial<OpportunityRequest> = {}): OpportunityRequest => ({
  chosen: {},
  page: 1,
  pageSize: 50,
  now: new Date(now.epochMilliseconds),
  told: { citizenship: [], residence: [] },
  ...given,
})
const titles = async (given: Partial<OpportunityRequest>, viewer = stranger) =>
  (await listOpportunities(db, viewer, 'en', request(given))).rows.map((row) => row.title)

await plant(db, 'opportunities', [
  aCall({
    id: 'dance',
    title: 'Dance in Lyon',
    disciplines: ['dance'],
    covers: ['travel'],
    deadline: '2027-02-01',
    host_countries: ['FR'],
  }),
  aCall({
    id: 'film',
    title: 'Film in Hanoi',
    disciplines: ['film'],
    covers: ['travel', 'stay'],
    deadline: '2027-01-18',
    host_countries: ['VN'],
  }),
  aCall({ id: 'over', title: 'Over', disciplines: ['dance'], deadline: '2026-12-01' }),
  aCall({ id: 'rolling', title: 'Rolling', deadline_kind: 'rolling', online: true, fee: 'none' }),
  aCall({ id: 'cancelled', title: 'Cancelled', deadline: '2027-06-01', status: 'cancelled' }),
  aCall({
    id: 'draft',
    title: 'Secret draft',
    disciplines: ['dance'],
    state: 'draft',
    host_countries: ['LA'],
  }),
  aCall({ id: 'archived', title: 'Secret archive', disciplines: ['dance'], state: 'archived' }),
  aCall({
    id: 'half',
    title: 'Secret English',
    state: 'draft',
    deadline: '2027-05-01',
    translations: {
      fr: { title: 'Appel publié', summary: 'Déjà' },
      km: { title: 'Secret Khmer', state: 'draft' },
    },
  }),
])

test('what is open comes first by closing, and calls without a date last', async () => {
  assert.deepEqual(await titles({}), ['Film in Hanoi', 'Dance in Lyon', 'Appel publié', 'Rolling'])
})

test('closed and cancelled calls are found only by asking for them', async () => {
  assert.deepEqual(await titles({ chosen: { deadline: ['closed'] } }), ['Cancelled', 'Over'])
})

test('facets combine, and each count says what choosing it would give', async () => {
  const answer = await listOpportunities(db, stranger, 'en', request({ chosen: { discipline: ['dance'] } }))
  assert.equal(answer.total, 1)
  assert.deepEqual(answer.counts['discipline'], { dance: 1, film: 1 })
  assert.deepEqual(answer.counts['covers'], { travel: 1 })
  assert.deepEqual(answer.counts['deadline'], { closed: 1, month: 1 })
  const none = await listOpportunities(
    db,
    stranger,
    'en',
    request({ chosen: { discipline: ['dance'], covers: ['stay'] } }),
  )
  assert.deepEqual([none.total, none.without], [0, { discipline: 1, covers: 1 }])
})

test('drafts and archived texts are in no row, no count, no search and no detail of a stranger', async () => {
  const all = { chosen: { deadline: ['week', 'month', 'later', 'no-date', 'closed'] } }
  const seen = JSON.stringify(await listOpportunities(db, stranger, 'en', request(all)))
  assert.doesNotMatch(seen, /secret|"LA"/i)
  assert.deepEqual(await titles({ words: 'secret' }), [])
  assert.equal(await findOpportunity(db, stranger, 'secret-draft', 'en'), undefined)
  const half = await findOpportunity(db, stranger, 'appel-publie', 'km')
  assert.deepEqual(
    half?.texts.map((text) => text.lang),
    ['fr'],
  )
  const related = await listRelatedOpportunities(
    db,
    stranger,
    'en',
    { id: 'x', disciplines: ['dance'], programme: null },
    request().now,
  )
  assert.deepEqual(
    related.map((row) => row.title),
    ['Dance in Lyon'],
  )
  assert.deepEqual(
    (await titles({ words: 'secret' }, staff)).toSorted(),
    ['Secret English', 'Secret archive', 'Secret draft'].toSorted(),
  )
})

test('a reader gets their language, or else the original, or else what there is, and is told which', async () => {
  const [row] = (await listOpportunities(db, stranger, 'fr', request({ words: 'deja' }))).rows
  assert.deepEqual([row?.title, row?.lang], ['Appel publié', 'fr'])
})

test('the query and the rule give the same answer to who may apply', async () => {
  const places = ['VN', 'FR', 'DE']
  const some = fc.subarray(places, { minLength: 1 })
  const basis = fc.constantFrom(
    'citizenship',
    'residence',
    'based',
    'citizenship-and-residence',
    'citizenship-or-residence',
    'from',
    'member',
    null,
  )
  const call = fc.record({
    eligible_basis: basis,
    eligible_countries: fc.subarray(places),
    eligible_regions: fc.subarray(['worldwide', 'somewhere warm']),
    eligible_except: fc.subarray(places),
    citizenship: fc.option(some),
    residence: fc.option(some),
    anyone: fc.boolean(),
  })
  const samples = fc.sample(call, { numRuns: 150, seed: 7 })
  await plant(
    db,
    'opportunities',
    samples.map((sample, at) => ({
      ...sample,
      id: `who-${at}`,
      title: `Who ${at}`,
      deadline_kind: 'rolling',
    })),
  )
  for (const told of [
    { citizenship: ['VN'], residence: ['FR'] },
    { citizenship: ['VN'], residence: [] },
    { citizenship: [], residence: ['DE', 'FR'] },
    { citizenship: [], residence: [] },
  ]) {
    const answer = await listOpportunities(db, stranger, 'en', request({ told, words: 'who', pageSize: 500 }))
    const asked = new Map(answer.rows.map((row) => [row.slug, row.standing]))
    for (const [at, sample] of samples.entries()) {
      const found = await findOpportunity(db, stranger, `who-${at}`, 'en')
      assert.ok(found)
      const expected = { yes: 2, depends: 1, 'not-stated': -1, no: undefined }[
        standingOf(whoOf(found.opportunity), told)
      ]
      assert.equal(asked.get(`who-${at}`), expected, JSON.stringify({ sample, told }))
    }
  }
})

test('a list makes the same number of queries for 1 call and for 30', async () => {
  const count = async (words: string) => {
    const before = database.queries.length
    const { rows } = await listOpportunities(db, stranger, 'en', request({ words }))
    return [rows.length, database.queries.length - before]
  }
  await plant(
    db,
    'opportunities',
    Array.from({ length: 30 }, (_, at) => aCall({ title: `Thirty ${at}`, disciplines: ['dance'] })),
  )
  assert.deepEqual(
    [await count('lyon'), await count('thirty')],
    [
      [1, 2],
      [30, 2],
    ],
  )
})
