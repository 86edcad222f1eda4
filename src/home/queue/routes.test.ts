import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { openOrganisations } from '../../community/testing.ts'
import { plant } from '../../information/testing.ts'
import { openTestHouse, testNow } from '../../testing.ts'

const house = await openTestHouse({ settings: { trustProxy: 1 } })
after(() => house.close())
const { db } = house
const { join } = await openOrganisations(house, [], () => testNow)
const everywhere = {}

const checked = { last_checked: '2027-01-02' }
const good = { author: 'Lê An', date: '2027-01-01', url: 'https://source.example/', ...checked }

await plant(db, 'articles', [
  { id: 'waits', title: 'It waits', original_lang: 'fr', state: 'in-review', ...good },
  { id: 'hidden', title: 'Hidden away', original_lang: 'km', state: 'in-review', ...good },
  { id: 'thin', title: 'Without an author', ...checked },
  { id: 'dusty', title: 'Dusty', ...good, last_checked: '2025-12-31' },
  { id: 'fine', title: 'Fine', ...good },
  {
    id: 'behind',
    title: 'The original',
    translations: { fr: { title: 'En retard' }, km: { title: 'យឺត' } },
    ...good,
  },
])
await sql`insert into community.stale_text (kind, record_id, lang, since_version, since)
  values ('articles', 'behind', 'fr', 1, now()), ('articles', 'behind', 'km', 1, now())`.execute(db)
await sql`update community.desk_entry set stale = '{fr,km}' where id = 'behind'`.execute(db)

const editor = await join('editor', ['editor', everywhere])
const french = await join('french', ['editor', { language: ['fr'] }])
const writer = await join('writer', ['writer', everywhere])
const moderator = await join('moderator', ['moderator', everywhere])

/** The heaps of a page: what each is called, how much is in it, where its links lead. */
const heapsIn = (text: string) =>
  [...text.matchAll(/<section class="heap">.*?<\/section>/gs)].map(([heap]) => [
    /<h2>\s*(.*?)\s*<span class="count">(\d+)/s.exec(heap)?.slice(1, 3).join(' '),
    ...[...heap.matchAll(/href="([^"]*)"/g)].map(([, href]) => href?.replaceAll('&amp;', '&')),
  ])

test('what waits is counted by kind, and each count leads to the table that shows it', async () => {
  const { text } = await editor.get('/desk')
  assert.deepEqual(heapsIn(text), [
    [
      'To review 2',
      '/desk/articles?state=in-review',
      '/desk/articles/hidden?lang=km',
      '/desk/articles/waits?lang=fr',
    ],
    ['Must be mended 1', '/desk/articles?check=must'],
    ['Translations behind their original 1', '/desk/articles?stale=fr&stale=km'],
    ['Not checked for a year 1', '/desk/articles?checked=never&checked=old'],
  ])
  for (const [path, found] of [
    ['state=in-review', 2],
    ['check=must', 1],
    ['stale=fr&stale=km', 1],
    ['checked=never&checked=old', 1],
  ] as const) {
    const table = await editor.get(`/desk/articles?${path}`)
    assert.equal(/class="count">\s*(\d+)/.exec(table.text)?.[1], String(found), path)
  }
})

test('who is limited to a language hears of nothing in another', async () => {
  const { text } = await french.get('/desk')
  assert.deepEqual(heapsIn(text), [
    ['To review 1', '/desk/articles?state=in-review', '/desk/articles/waits?lang=fr'],
    ['Translations behind their original 1', '/desk/articles?stale=fr'],
  ])
  assert.ok(!text.includes('Hidden away') && !text.includes('យឺត'))
})

test('who may not publish has nothing to review, and who edits nothing has no tables', async () => {
  const theirs = heapsIn((await writer.get('/desk')).text).map(([title]) => title)
  assert.deepEqual(theirs, [
    'Must be mended 1',
    'Translations behind their original 1',
    'Not checked for a year 1',
  ])
  const { text } = await moderator.get('/desk')
  assert.deepEqual(heapsIn(text), [])
  assert.ok(text.includes('Nothing waits for you.'))
  assert.ok(!text.includes('/desk/articles'))
})

test('a draft sent back with a remark waits for who wrote it, and for nobody else; what is theirs to look after too', async () => {
  await plant(db, 'events', [
    { id: 'mine', title: 'My workshop', state: 'draft', start_date: '2027-03-01', ...checked },
  ])
  await sql`update community.record set changed_by = ${writer.personId}::uuid where id = 'mine'`.execute(db)
  await sql`insert into community.remark (kind, record_id, lang, said, said_at, said_by)
    values ('events', 'mine', 'en', 'Please name the town.', ${testNow.toString()}, ${editor.personId}::uuid)`.execute(
    db,
  )
  await sql`update community.desk_entry set assigned_to = ${editor.personId}::uuid where id = 'fine'`.execute(
    db,
  )
  const theirs = (await writer.get('/desk')).text
  assert.deepEqual(heapsIn(theirs).slice(0, 2), [
    ['Sent back to you with a remark 1', '/desk/events/mine?lang=en'],
    ['Your drafts 1', '/desk/events/mine?lang=en'],
  ])
  assert.ok(theirs.includes('Please name the town.'))
  const others = (await editor.get('/desk')).text
  assert.ok(!others.includes('Please name the town.'))
  assert.deepEqual(
    heapsIn(others).find(([title]) => title === 'Yours to look after 1'),
    ['Yours to look after 1', `/desk/articles?assigned=${editor.personId}`, '/desk/articles/fine?lang=en'],
  )
})

test('what is scheduled for today waits, what is for tomorrow does not, and what failed until somebody has seen to it', async () => {
  await plant(db, 'articles', [
    { id: 'tonight', title: 'Tonight', state: 'scheduled', ...good },
    { id: 'tomorrow', title: 'Tomorrow', state: 'scheduled', ...good },
    { id: 'late', title: 'Late', state: 'draft', ...good },
  ])
  const schedule = (id: string, due: string, ended: string | null) =>
    sql`insert into community.schedule (kind, record_id, lang, becomes, wall, zone, due, asked_at, ended_at, ended_how, failure)
      values ('articles', ${id}, 'en', 'published', '2027-01-15 20:00', 'UTC', ${due}, '2027-01-10T00:00:00Z', ${ended},
        ${ended && 'failed'}, ${ended && 'checks'})`.execute(db)
  await schedule('tonight', '2027-01-15T20:00:00Z', null)
  await schedule('tomorrow', '2027-01-16T00:00:00Z', null)
  await schedule('late', '2027-01-14T20:00:00Z', '2027-01-14T20:00:00Z')
  const heaps = heapsIn((await editor.get('/desk')).text)
  assert.deepEqual(heaps[0], ['Not published or archived as scheduled 1', '/desk/articles/late?lang=en'])
  assert.deepEqual(
    heaps.find(([title]) => title?.startsWith('Scheduled')),
    [
      'Scheduled until the end of today (UTC) 1',
      '/desk/articles?state=scheduled',
      '/desk/articles/tonight?lang=en',
    ],
  )
  await schedule('late', '2027-02-01T20:00:00Z', null)
  await sql`update community.schedule set asked_at = '2027-01-15T08:00:00Z'
    where record_id = 'late' and ended_at is null`.execute(db)
  assert.ok(!(await editor.get('/desk')).text.includes('Not published or archived as scheduled'))
})

test('the queue asks as much for thirty records as for one', async () => {
  const asked = async () => {
    await editor.get('/desk')
    const before = house.queries.length
    await editor.get('/desk')
    return house.queries.length - before
  }
  const few = await asked()
  await plant(
    db,
    'opportunities',
    Array.from({ length: 30 }, (_, at) => ({ id: `call-${at}`, title: `Call ${at}`, state: 'in-review' })),
  )
  assert.equal(await asked(), few)
  const heap = heapsIn((await editor.get('/desk')).text).find(([title]) => title?.startsWith('To review'))
  assert.deepEqual(heap?.slice(0, 3), [
    'To review 32',
    '/desk/opportunities?state=in-review',
    '/desk/articles?state=in-review',
  ])
  // The first of them, and no more.
  assert.equal(heap?.length, 8)
})

test('each role has the way to its own pages', async () => {
  const administrator = await join('administrator', ['administrator', everywhere])
  const pagesOf = async (visitor: { get(path: string): Promise<{ text: string }> }) =>
    [
      ...(await visitor.get('/desk')).text.matchAll(/href="(\/desk\/(?:claims|checklist|roles|searches))"/g),
    ].map(([, href]) => href)
  assert.deepEqual(await pagesOf(administrator), [
    '/desk/checklist',
    '/desk/claims',
    '/desk/roles',
    '/desk/searches',
  ])
  assert.deepEqual(await pagesOf(writer), ['/desk/searches'])
})
