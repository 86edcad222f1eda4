import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { aCall, anArticle, anEvent, anOrganisation, importAll, plant } from '../../information/testing.ts'
import { keepers } from '../../information/keepers/actions.ts'
import { onMergedTerm, rewritingMerged, rewritingStrays } from '../../information/merging/jobs.ts'
import { firstRow, rows } from '../../platform/database/rows.ts'
import { later, openLog, openWork, transact } from '../../platform/index.ts'
import { readKnown } from '../known/queries.ts'
import { ownFiles } from '../records/model.ts'
import { until } from '../../platform/testing.ts'
import { openAdministrator, openTestHouse, openVisitor, testNow } from '../../testing.ts'

const house = await openTestHouse({ settings: { trustProxy: 1 } })
after(() => house.close())
const { db } = house
const one = await openAdministrator(house, 'one', '192.0.2.1')
const other = await openAdministrator(house, 'other', '192.0.2.2')
const stranger = openVisitor(house, '192.0.2.3')

const list = '/desk/settings/vocabularies/discipline'
const versionOf = async (term: string) => {
  const { text } = await one.get(`${list}/${term}`)
  return /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
}
const merge = async (from: string, into: string) =>
  one.send(`${list}/${from}/merge`, { version: await versionOf(from), into })

const work = openWork(
  house.database,
  openLog({ level: 'silent' }),
  {
    handlers: {
      'information.rewriteMerged': rewritingMerged(() => testNow),
      'information.rewriteStrays': rewritingStrays(() => testNow),
    },
    listeners: [onMergedTerm],
  },
  { places: 1, lookSeconds: 0.5, cronSeconds: 30 },
)
after(() => work.stop(5))
const merged = () =>
  until(async () => {
    const row = await firstRow<{ open: number }>(
      db,
      sql`select count(*)::int as open from community.term_merge where ended_at is null`,
    )
    return row?.open === 0
  })

const before = await readKnown(db, '2027-01-15')
const withBoth = { disciplines: ['dance', 'puppetry', 'music'] }
await plant(db, 'opportunities', [
  aCall({ id: 'call', title: 'A call', ...withBoth }),
  aCall({ id: 'apart', title: 'puppetry', disciplines: ['music'] }),
  aCall({ id: 'secret', title: 'A secret', state: 'draft', disciplines: ['puppetry'] }),
])
await plant(db, 'events', [anEvent({ id: 'event', title: 'An event', disciplines: ['puppetry'] })])
await plant(db, 'articles', [anArticle({ id: 'article', title: 'An article', disciplines: ['puppetry'] })])
await plant(db, 'organisations', [
  anOrganisation({ id: 'troupe', title: 'A troupe', disciplines: ['puppetry'] }),
])

test('a term is added, called otherwise, moved, retired and brought back', async () => {
  const wrong = await one.send(list, { 'name-en': '', 'name-fr': 'Kept' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Enter a name in English/)
  assert.match(wrong.text, /value="Kept"/)
  assert.match((await one.send(list, { 'name-en': 'Dance', id: 'dance' })).text, /already/)
  assert.match((await one.send(list, { 'name-en': '面塑' })).text, /small letters, figures and hyphens/)
  const names = { 'name-en': 'Kite making', 'name-fr': 'Cerfs-volants' }
  assert.equal((await one.send(list, names)).status, 303)
  assert.match((await stranger.get('/fr/')).text, /<option value="kite-making">Cerfs-volants/)

  const renamed = { version: await versionOf('kite-making'), 'name-en': 'Kites' }
  assert.equal((await one.send(`${list}/kite-making`, renamed)).status, 303)
  const stale = await other.send(`${list}/kite-making`, { ...renamed, 'name-en': 'Kiting' })
  assert.equal(stale.status, 409)
  assert.match(stale.text, /It is now: “Kites”/)
  assert.match(stale.text, /value="Kiting"/)

  const order = async () =>
    (
      await rows<{ id: string }>(
        db,
        sql`select id from community.term where vocabulary = 'discipline' order by position, id`,
      )
    ).map(({ id }) => id)
  const before = await order()
  assert.equal(before.at(-1), 'kite-making')
  assert.equal((await one.send(`${list}/kite-making/place`, { to: 'up' })).status, 303)
  assert.deepEqual(await order(), [...before.slice(0, -2), 'kite-making', before.at(-2)])

  const retire = async (retired: string) =>
    one.send(`${list}/kite-making/retire`, { version: await versionOf('kite-making'), retired })
  assert.equal((await retire('yes')).status, 303)
  assert.doesNotMatch((await stranger.get('/')).text, /value="kite-making"/)
  assert.equal((await stranger.get('/events?discipline=kite-making')).status, 200)
  assert.equal((await retire('no')).status, 303)
  assert.match((await stranger.get('/')).text, /value="kite-making"/)
})

test('a term merges neither into itself nor into one that is retired, gone or merged; a sentence says why', async () => {
  assert.match((await merge('puppetry', 'puppetry')).text, /cannot be merged into itself/)
  assert.match((await merge('puppetry', '')).text, /Choose the term that is to stand/)
  await one.send(`${list}/kite-making/retire`, { version: await versionOf('kite-making'), retired: 'yes' })
  const retired = await merge('puppetry', 'kite-making')
  assert.equal(retired.status, 422)
  assert.match(retired.text, /That term is retired/)
  const { text } = await one.get('/desk/settings/changes')
  assert.doesNotMatch(text, /mergedInto/)
})

test('of two merges against each other at once one is made, and the other is refused', async () => {
  for (const id of ['left', 'right']) await one.send(list, { 'name-en': id, id })
  const [left, right] = [await versionOf('left'), await versionOf('right')]
  const answers = await Promise.all([
    one.send(`${list}/left/merge`, { version: left, into: 'right' }),
    other.send(`${list}/right/merge`, { version: right, into: 'left' }),
  ])
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 422],
  )
  assert.match(answers.find(({ status }) => status === 422)?.text ?? '', /stand for each other/)
})

test('a merge writes every record again through its keeper, so that lists, search, history and profiles follow', async () => {
  await sql`insert into community.profile (person_id, disciplines, version, changed_at)
    select id, '{puppetry,dance,music}', 1, now() from community.person where email = 'one@culture.example'`.execute(
    db,
  )
  assert.equal((await merge('puppetry', 'dance')).status, 303)
  assert.match((await one.get(list)).text, /The records will be written in a moment/)
  // Whoever reads meanwhile is told the name that stands.
  assert.doesNotMatch((await stranger.get('/opportunities/a-call')).text, /Puppetry/)
  await work.start()
  await merged()
  const held = await rows<{ id: string; disciplines: string[] }>(
    db,
    sql`select id, disciplines from information.opportunity union all select id, disciplines from information.event
      union all select id, disciplines from information.article
      union all select id, disciplines from community.organisation order by id`,
  )
  assert.deepEqual(Object.fromEntries(held.map(({ id, disciplines }) => [id, disciplines])), {
    apart: ['music'],
    article: ['dance'],
    call: ['dance', 'music'],
    event: ['dance'],
    secret: ['dance'],
    troupe: ['dance'],
  })
  const versions = await rows<{ id: string; version: number }>(
    db,
    sql`select id, version from community.record where kind = 'opportunities' order by id`,
  )
  assert.deepEqual(
    versions.map(({ version }) => version),
    [1, 2, 2],
  )
  const [profile] = await rows<{ disciplines: string[] }>(
    db,
    sql`select disciplines from community.profile where version = 1`,
  )
  assert.deepEqual(profile?.disciplines, ['dance', 'music'])
  const found = JSON.parse((await stranger.get('/api/v1/events?discipline=dance')).text)
  assert.deepEqual(
    found.items.map(({ id }: { id: string }) => id),
    ['event'],
  )
  assert.match((await stranger.get('/search?discipline=dance&q=troupe')).text, /A troupe/)
  assert.match((await one.get(list)).text, /Puppetry[^<]* → [^<]*Dance/)
})

test('a file that still says the old term is understood, and changes nothing', async () => {
  const report = await importAll(db, 'opportunities', [aCall({ id: 'call', title: 'A call', ...withBoth })])
  assert.deepEqual([report.changed, report.same, report.refused], [0, 1, []])
  const fresh = await importAll(db, 'opportunities', [
    aCall({ id: 'late', title: 'Late', disciplines: ['puppetry'] }),
  ])
  assert.equal(fresh.added, 1)
  const [late] = await rows<{ disciplines: string[] }>(
    db,
    sql`select disciplines from information.opportunity where id = 'late'`,
  )
  assert.deepEqual(late?.disciplines, ['dance'])
})

test('what an import keeps with the old term, because it began before the merge, is written again by night', async () => {
  const batch = keepers.opportunities.openBatch({
    known: before,
    at: new Date(testNow.epochMilliseconds),
    source: ownFiles,
    authority: [],
    dryRun: false,
    taken: new Set(),
    recognised: new Map(),
  })
  batch.add(aCall({ id: 'stray', title: 'A stray', disciplines: ['puppetry'] }), null)
  await transact(db, (tx) => batch.keep(tx))
  const held = () =>
    rows<{ disciplines: string[] }>(
      db,
      sql`select disciplines from information.opportunity where id = 'stray'`,
    )
  assert.deepEqual(await held(), [{ disciplines: ['puppetry'] }])
  await transact(db, (tx) => later(tx, 'information.rewriteStrays', {}))
  await until(async () => (await held())[0]?.disciplines[0] === 'dance')
})

test('old addresses lead to the new for good: lists, feeds, calendars, search, widgets and the API', async () => {
  for (const [from, to] of [
    ['/opportunities?discipline=puppetry&sort=title', '/opportunities?discipline=dance&sort=title'],
    ['/fr/events?discipline=Puppetry&discipline=dance', '/fr/events?discipline=dance'],
    ['/ur/articles?theme=climate&discipline=puppetry', '/ur/articles?theme=climate&discipline=dance'],
    ['/opportunities.atom?discipline=puppetry', '/opportunities.atom?discipline=dance'],
    ['/events.ics?discipline=puppetry', '/events.ics?discipline=dance'],
    ['/events/calendar?discipline=puppetry', '/events/calendar?discipline=dance'],
    ['/search?q=x&discipline=puppetry', '/search?q=x&discipline=dance'],
    ['/widgets/open-calls?discipline=puppetry&theme=dark', '/widgets/open-calls?discipline=dance&theme=dark'],
    ['/api/v1/events?discipline=puppetry', '/api/v1/events?discipline=dance'],
  ] as const) {
    const answer = await stranger.get(from)
    assert.deepEqual([answer.status, answer.headers.get('location')], [301, `http://localhost:3000${to}`])
  }
  // What is no facet is nobody's term.
  assert.equal((await stranger.get('/opportunities?q=puppetry')).status, 200)
})

test('what stands for another may be merged in turn, and all lead to the last', async () => {
  await one.send(list, { 'name-en': 'Moving', id: 'moving' })
  assert.equal((await merge('dance', 'moving')).status, 303)
  const answer = await stranger.get('/events?discipline=puppetry')
  assert.equal(answer.headers.get('location'), 'http://localhost:3000/events?discipline=moving')
  assert.match((await merge('moving', 'dance')).text, /stand for each other/)
  await merged()
  const left = await rows(
    db,
    sql`select id from information.opportunity where disciplines && '{puppetry,dance}'`,
  )
  assert.deepEqual(left, [])
})

test('the list of a vocabulary asks the same for one term and for thirty', async () => {
  const asked = async () => {
    const before = house.queries.length
    await one.get('/desk/settings/vocabularies/pillar')
    return house.queries.length - before
  }
  await asked()
  const few = await asked()
  for (let at = 0; at < 30; at += 1)
    await one.send('/desk/settings/vocabularies/pillar', { 'name-en': `Pillar ${at}`, id: `pillar-${at}` })
  await asked()
  assert.equal(await asked(), few)
})
