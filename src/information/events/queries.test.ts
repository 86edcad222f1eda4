import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { anEditor } from '../../community/testing.ts'
import { stranger, type Viewer } from '../../community/index.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { anEvent, now, plant } from '../testing.ts'
import {
  type EventRequest,
  findEvent,
  listEvents,
  listEventsBy,
  listEventsIn,
  listRelatedEvents,
  readFamily,
} from './queries.ts'

const database = await testDatabase()
const { db } = database
after(() => database.close())

const staff: Viewer = anEditor
const at = new Date(now.epochMilliseconds)
const request = (given: Partial<EventRequest> = {}): EventRequest => ({
  chosen: {},
  page: 1,
  pageSize: 50,
  now: at,
  ...given,
})
const everyWhen = { when: ['on-now', 'coming', 'past', 'undated'] }
const titles = (rows: { title: string }[]) => rows.map((row) => row.title)
const list = async (given: Partial<EventRequest>, viewer = stranger) =>
  titles((await listEvents(db, viewer, 'en', request(given))).rows)

await plant(db, 'events', [
  anEvent({
    id: 'exhibition',
    title: 'Exhibition',
    kind: 'exhibition',
    start_date: '2026-12-01',
    end_date: '2027-02-28',
    country_code: 'VN',
    disciplines: ['visual-arts'],
    organiser: 'House of Art',
  }),
  anEvent({
    id: 'soon',
    title: 'Soon',
    kind: 'concert',
    start_date: '2027-01-20',
    country_code: 'VN',
    disciplines: ['music'],
    themes: ['cities'],
  }),
  anEvent({ id: 'later', title: 'Later', start_date: '2027-06', online: true, disciplines: ['music'] }),
  anEvent({ id: 'past', title: 'Past', start_date: '2025-05-01', organiser: 'House of Art' }),
  anEvent({ id: 'older', title: 'Older', start_date: '2020' }),
  anEvent({ id: 'undated', title: 'Undated', start_date: null }),
  anEvent({
    id: 'secret',
    title: 'Secret draft',
    state: 'draft',
    country_code: 'LA',
    disciplines: ['music'],
    organiser: 'House of Art',
  }),
])

test('what is on comes first, once, then what comes; past and undated ones are found by asking', async () => {
  assert.deepEqual(await list({}), ['Exhibition', 'Soon', 'Later'])
  assert.deepEqual(await list({ chosen: { when: ['on-now'] } }), ['Exhibition'])
  assert.deepEqual(await list({ chosen: { when: ['past', 'undated'] } }), ['Past', 'Older', 'Undated'])
})

test('events that touch the days asked are listed whether over or not', async () => {
  assert.deepEqual(await list({ from: '2025-01-01', to: '2026-12-31' }), ['Exhibition', 'Past'])
})

test('facets combine under the names of the contract, and count what choosing would give', async () => {
  const answer = await listEvents(db, stranger, 'en', request({ chosen: { type: ['concert'] } }))
  assert.deepEqual(titles(answer.rows), ['Soon'])
  assert.deepEqual(answer.counts['type'], { concert: 1, exhibition: 1 })
  assert.deepEqual(answer.counts['theme'], { cities: 1 })
  assert.deepEqual(answer.counts['country'], { VN: 1 })
  assert.deepEqual(answer.without, { type: 3 })
  assert.deepEqual(await list({ chosen: { country: ['online'] } }), ['Later'])
})

test('a draft is in no row, count, search, family, related list or page of a stranger', async () => {
  await plant(db, 'events', [
    anEvent({ id: 'part', title: 'Secret part', state: 'draft', parent: 'soon' }),
    anEvent({ id: 'child', title: 'Child of a draft', start_date: '2027-03-01', parent: 'secret' }),
  ])
  const seen = JSON.stringify([
    await listEvents(db, stranger, 'en', request({ chosen: everyWhen })),
    await listEvents(db, stranger, 'en', request({ words: 'secret', chosen: everyWhen })),
    await readFamily(db, stranger, 'en', { id: 'soon', parentId: null }, at),
    await readFamily(db, stranger, 'en', { id: 'child', parentId: 'secret' }, at),
    await listRelatedEvents(db, stranger, 'en', { id: 'soon', parentId: null, disciplines: ['music'] }, at),
    await listEventsIn(db, stranger, 'en', 'LA', { now: at, limit: 9 }),
    await listEventsBy(db, stranger, 'en', ['House of Art'], { now: at, limit: 9 }),
  ])
  assert.doesNotMatch(seen, /Secret|"LA"/)
  assert.equal(await findEvent(db, stranger, 'secret-draft', 'en', at), undefined)
  assert.deepEqual((await list({ words: 'secret' }, staff)).toSorted(), ['Secret draft', 'Secret part'])
})

test('a meeting holds its parts in order, each part knows its meeting, and neither is its own relation', async () => {
  await plant(db, 'events', [
    anEvent({ id: 'meeting', title: 'Meeting', disciplines: ['film'] }),
    anEvent({ id: 'w2', title: 'Second', parent: 'meeting', position: 2, disciplines: ['film'] }),
    anEvent({ id: 'w1', title: 'First', parent: 'meeting', position: 1, disciplines: ['film'] }),
  ])
  const family = await readFamily(db, stranger, 'en', { id: 'meeting', parentId: null }, at)
  assert.deepEqual([family.parent, titles(family.parts)], [undefined, ['First', 'Second']])
  const above = await readFamily(db, stranger, 'en', { id: 'w1', parentId: 'meeting' }, at)
  assert.deepEqual([above.parent?.title, above.parts], ['Meeting', []])
  const related = (id: string, parentId: string | null) =>
    listRelatedEvents(db, stranger, 'en', { id, parentId, disciplines: ['film'] }, at)
  assert.deepEqual(titles(await related('meeting', null)), [])
  assert.deepEqual(titles(await related('w1', 'meeting')), ['Second'])
})

test('what goes on in a place and what an organiser does are found without the list', async () => {
  const there = await listEventsIn(db, stranger, 'en', 'VN', { now: at, limit: 1 })
  assert.deepEqual(titles(there), ['Exhibition'])
  const theirs = await listEventsBy(db, stranger, 'en', ['Nobody', 'House of Art'], { now: at, limit: 9 })
  assert.deepEqual(titles(theirs), ['Exhibition', 'Past'])
})

test('on now is what takes place on known days; the rest within its span is still to come', async () => {
  const within = { start_date: '2027-01-10', end_date: '2027-01-25', organiser: 'Spans' }
  await plant(db, 'events', [
    anEvent({ ...within, title: 'Span tentative', status: 'tentative' }),
    anEvent({ ...within, title: 'Span cancelled', status: 'cancelled' }),
    anEvent({ ...within, title: 'Span postponed', status: 'postponed', end_date: '2027-01-26' }),
    anEvent({ title: 'Span of a year', start_date: '2027', organiser: 'Spans' }),
    anEvent({ title: 'Span of a month', start_date: '2027-01', organiser: 'Spans' }),
    anEvent({ title: 'Span ahead', start_date: '2027-01-20', organiser: 'Spans' }),
  ])
  const spans = (when?: string) => list({ words: 'span', chosen: when === undefined ? {} : { when: [when] } })
  const coming = ['Span ahead', 'Span cancelled', 'Span postponed', 'Span of a month', 'Span of a year']
  assert.deepEqual(await spans('on-now'), ['Span tentative'])
  assert.deepEqual(await spans('coming'), coming)
  assert.deepEqual(await spans(), ['Span tentative', ...coming])
  const { counts } = await listEvents(db, stranger, 'en', request({ words: 'span' }))
  assert.deepEqual(counts['when'], { 'on-now': 1, coming: 5 })
  const theirs = await listEventsBy(db, stranger, 'en', ['Spans'], { now: at, limit: 9 })
  assert.deepEqual(titles(theirs), ['Span tentative', ...coming])
})

test('a list makes the same number of queries for 1 event and for 30', async () => {
  await plant(
    db,
    'events',
    Array.from({ length: 30 }, (_, at) => anEvent({ title: `Thirty ${at}`, disciplines: ['dance'] })),
  )
  const count = async (words: string) => {
    const before = database.queries.length
    const { rows } = await listEvents(db, stranger, 'en', request({ words }))
    return [rows.length, database.queries.length - before]
  }
  assert.deepEqual(
    [await count('exhibition'), await count('thirty')],
    [
      [1, 2],
      [30, 2],
    ],
  )
})
