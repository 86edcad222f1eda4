import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { plantDemonstrationPeople, stranger } from '../../community/index.ts'
import { locales } from '../../design/index.ts'
import { rows } from '../../platform/index.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { openTestHouse, openVisitor } from '../../testing.ts'
import { listOpportunities } from '../opportunities/queries.ts'
import { aCall, plant } from '../testing.ts'
import { demonstrationState, loadDemonstration, wantDemonstration } from './actions.ts'

const now = Temporal.Instant.from('2026-11-24T12:00:00Z')
const house = await openTestHouse({ now, settings: { demonstration: 'public' } })
const { db } = house
after(() => house.close())
const reports = await loadDemonstration(db, now)

test('every record goes in, and a second load changes nothing', async () => {
  assert.deepEqual(
    reports.map(({ kind, added, refused }) => [kind, added, refused]),
    [
      ['organisations', 92, []],
      ['programmes', 19, []],
      ['opportunities', 83, []],
      ['events', 67, []],
      ['convenings', 8, []],
      ['articles', 43, []],
    ],
  )
  const again = await loadDemonstration(db, now)
  assert.deepEqual(
    again.map(({ added, changed }) => [added, changed]),
    again.map(() => [0, 0]),
  )
  assert.equal(await demonstrationState(db), 'loaded')
})

test('at least twelve records have title and summary in every language of the interface, labelled as demonstration', async () => {
  const tables = [
    'information.opportunity',
    'information.event',
    'information.article',
    'community.organisation',
  ]
  let complete = 0
  for (const table of tables) {
    const found = await rows<{ id: string; labelled: boolean }>(
      db,
      sql`select record_id as id, bool_and(lang = 'en' or demonstration) as labelled from ${sql.table(`${table}_text`)}
        where lang = any(${[...locales]}) and summary <> '' group by record_id having count(*) = ${locales.length}`,
    )
    assert.ok(found.length > 0, table)
    assert.ok(found.every(({ labelled }) => labelled))
    complete += found.length
  }
  assert.ok(complete >= 12, String(complete))
  const page = await house.get('/km/opportunities/mobility-first-asef-cultural-mobility-initiative-2019')
  assert.match(page.text, /<h1>[^<]*\p{Script=Khmer}/u)
})

test('lists are alive, and beside every moved date stands the real one', async () => {
  const answer = await listOpportunities(db, stranger, 'en', {
    chosen: { deadline: ['week', 'month', 'later'] },
    told: { citizenship: [], residence: [] },
    now: new Date(now.epochMilliseconds),
    page: 1,
    pageSize: 100,
  })
  assert.ok(answer.total >= 20, String(answer.total))
  for (const { slug, realDates, rounds } of answer.rows) {
    assert.ok(realDates?.['deadline'] ?? rounds.every(({ deadline }) => deadline < '2026-12-31'), slug)
  }
  const { text } = await house.get('/opportunities?deadline=later')
  assert.ok(text.includes('Demonstration; the real date was'))
})

test('a meeting of ministers stands once, as a tree with its parts', async () => {
  const { text } = await house.get('/search?q=8th+ASEM+Culture+Ministers')
  assert.equal([...text.matchAll(/href="\/events\/8th-asem-culture-ministers-meeting[^"]*"/g)].length, 1)
  const page = (await house.get('/events/8th-asem-culture-ministers-meeting')).text
  assert.match(page, /Supporting culture as a driving force/)
})

test('the desk has texts in every state, seen by nobody else, with a remark, a schedule and a translation behind', async () => {
  const work = await openTestHouse({ now, settings: { demonstration: 'full' } })
  after(() => work.close())
  await plantDemonstrationPeople(work.db, now)
  await loadDemonstration(work.db, now)
  const found = await rows<{ state: string }>(
    work.db,
    sql`select distinct state from information.article_text order by state`,
  )
  assert.deepEqual(
    found.map(({ state }) => state),
    ['archived', 'draft', 'in-review', 'published', 'scheduled'],
  )
  for (const path of ['/articles?q=demonstration', '/search?q=%22sent+back%22', '/articles.json'])
    assert.ok(!(await work.get(path)).text.includes('Demonstration: an article'), path)
  const editor = openVisitor(work)
  await editor.send('/sign-in', {
    email: 'editor@demo.example',
    password: 'caravanserai-demo',
    way: 'password',
  })
  const { text } = await editor.get('/desk')
  for (const said of [
    'To review',
    'Must be mended',
    'Translations behind their original',
    'Claims to decide',
  ])
    assert.ok(text.includes(said), said)
  const writer = openVisitor(work, '192.0.2.9')
  await writer.send('/sign-in', {
    email: 'writer@demo.example',
    password: 'caravanserai-demo',
    way: 'password',
  })
  assert.ok((await writer.get('/desk')).text.includes('please name the author'))
  const before = (await writer.get('/desk')).text
  await loadDemonstration(work.db, now)
  assert.equal((await writer.get('/desk')).text, before)
})

test('a house that holds anything else gets no demonstration', async () => {
  const database = await testDatabase()
  await plant(database.db, 'opportunities', [aCall({ title: 'A real call' })])
  await wantDemonstration(database.db)
  assert.equal(await demonstrationState(database.db), 'wanted')
  assert.deepEqual(await loadDemonstration(database.db, now), [])
  assert.equal(await demonstrationState(database.db), 'refused')
  await database.close()
})
