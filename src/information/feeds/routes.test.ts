import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import { openTestHouse, testNow } from '../../testing.ts'
import { aCall, anArticle, anEvent, importAll, plant } from '../testing.ts'

let now = testNow
const house = await openTestHouse({ settings: { publicUrl: 'https://culture.example' }, clock: () => now })
after(() => house.close())

const hostile = 'A & B <script> ]]> <![CDATA[ x \u202e \u0007\u0001 "quoted" \'once\''

await plant(house.db, 'opportunities', [
  aCall({
    id: 'music',
    title: 'Music residency',
    summary: 'Six weeks by the lake.',
    organiser: 'Lake House',
    type: 'residency',
    deadline: '2027-05-31',
    deadline_time: '17:00',
    deadline_zone: 'Europe/Paris',
    disciplines: ['music'],
    host_countries: ['FR'],
    translations: {
      fr: { title: 'Résidence de musique', state: 'published' },
      km: { title: 'ព្រាង', state: 'draft' },
    },
  }),
  aCall({ id: 'rolling', title: 'Travel money', deadline_kind: 'rolling' }),
  aCall({ id: 'hostile', title: hostile, summary: hostile, deadline: '2027-06-30', organiser: hostile }),
  aCall({ id: 'hidden', title: 'Secret call', state: 'draft', deadline: '2027-06-01' }),
  aCall({ id: 'archived', title: 'Withdrawn secret', state: 'archived', deadline: '2027-06-01' }),
])
await plant(house.db, 'events', [
  anEvent({
    id: 'fair',
    title: 'Book fair',
    start_date: '2027-02-01',
    end_date: '2027-02-03',
    disciplines: ['literature'],
  }),
  anEvent({ id: 'hidden', title: 'Secret event', state: 'draft' }),
])
await plant(house.db, 'articles', [
  anArticle({ id: 'essay', title: 'An essay', author: 'Ada Vu', date: '2027-01-02', summary: 'On bridges.' }),
  anArticle({ id: 'hidden', title: 'Secret article', state: 'draft' }),
])

const atom = async (path: string) => parseAtomFeed((await house.get(path)).text)
const rss = async (path: string) => parseRssFeed((await house.get(path)).text)
const json = async (path: string) => parseJsonFeed((await house.get(path)).text)

test('a list is the same in three formats, each as its standard has it', async () => {
  const inAtom = await atom('/opportunities.atom?discipline=music')
  const inRss = await rss('/opportunities.rss?discipline=music')
  const inJson = await json('/opportunities.json?discipline=music')
  const id = 'tag:culture.example,2026:opportunities/music'
  const url = 'https://culture.example/opportunities/music-residency'
  const [entry] = inAtom.entries ?? []
  assert.deepEqual([entry?.id, entry?.title?.value, entry?.links?.[0]?.href], [id, 'Music residency', url])
  const [item] = inRss.items ?? []
  assert.deepEqual([item?.guid?.value, item?.title, item?.link], [id, 'Music residency', url])
  const [one] = inJson.items ?? []
  assert.deepEqual([one?.id, one?.title, one?.url], [id, 'Music residency', url])
  for (const feed of [inAtom.title?.value, inRss.title, inJson.title])
    assert.equal(feed, 'Open calls · Music')
  const content =
    '<p lang="en" dir="ltr">Six weeks by the lake.</p>' +
    '<p lang="en" dir="ltr">Closes 31 May 2027, 17:00, Paris time (31 May 2027, 15:00 UTC)</p>' +
    '<p lang="en" dir="ltr">Lake House · France</p><p lang="en" dir="ltr">Residency</p>'
  assert.deepEqual([entry?.content?.value, item?.description, one?.content_html], [content, content, content])
  assert.equal(inAtom.links?.[0]?.href, 'https://culture.example/opportunities.atom?discipline=music')
  assert.equal(inJson.home_page_url, 'https://culture.example/opportunities?discipline=music')
})

test('feeds speak every language, with the same ids', async () => {
  const french = await json('/fr/opportunities.json?discipline=music')
  assert.equal(french.language, 'fr')
  assert.deepEqual(
    french.items?.map(({ id, url, title, language }) => [id, url, title, language]),
    [
      [
        'tag:culture.example,2026:opportunities/music',
        'https://culture.example/fr/opportunities/music-residency',
        'Résidence de musique',
        'fr',
      ],
    ],
  )
  const urdu = await json('/ur/opportunities.json?discipline=music')
  assert.equal(urdu.items?.[0]?.language, 'en')
  assert.match(urdu.items?.[0]?.content_html ?? '', /^<p lang="en" dir="ltr">.*<p lang="ur" dir="rtl">/)
})

test('every list has its feeds, and its page leads to them', async () => {
  for (const [list, formats] of [
    ['opportunities', ['atom', 'rss', 'json', 'ics']],
    ['events', ['atom', 'rss', 'json', 'ics']],
    ['articles', ['atom', 'rss', 'json']],
  ] as const) {
    const { text } = await house.get(`/vi/${list}?theme=&page=1`)
    for (const format of formats) {
      const path = `/vi/${list}.${format}`
      assert.match(text, new RegExp(`<link rel="alternate" type="[a-z/+]+" title="[^"]+" href="${path}"/>`))
      assert.match(text, new RegExp(`<a href="(webcal://culture.example)?${path}"`))
      const { status, headers } = await house.get(path)
      assert.equal(status, 200, path)
      assert.match(
        headers.get('content-type') ?? '',
        /^(application\/(atom|rss)\+xml|application\/feed\+json|text\/calendar); charset=utf-8$/,
      )
    }
  }
  assert.equal((await house.get('/articles.ics')).status, 404)
  assert.doesNotMatch((await house.get('/programmes')).text, /\.atom/)
})

test('what a stranger may not see is in no feed, whoever asks', async () => {
  for (const path of [
    '/opportunities.atom',
    '/opportunities.rss',
    '/opportunities.json',
    '/opportunities.ics',
    '/km/opportunities.json',
    '/opportunities.json?deadline=closed&deadline=later&deadline=no-date',
    '/events.atom',
    '/events.rss',
    '/events.json',
    '/events.ics',
    '/articles.atom',
    '/articles.json',
  ]) {
    const { status, text } = await house.get(path, { headers: { cookie: '__Host-session=made-up' } })
    assert.equal(status, 200, path)
    assert.doesNotMatch(text, /secret|ព្រាង/i, path)
  }
  assert.equal((await house.get('/events/hidden.ics')).status, 404)
  assert.equal((await house.get('/opportunities/hidden.ics')).status, 404)
})

test('hostile text comes through every format as the text it is, without what no format can hold', async () => {
  // Control characters are taken out when a record comes in.
  const clean = hostile.replaceAll(/[^\P{Cc}]/gu, '')
  const feed = '/opportunities.FORMAT?q=quoted'
  const texts = await Promise.all(
    ['atom', 'rss', 'json'].map(async (format) => (await house.get(feed.replace('FORMAT', format))).text),
  )
  const [inAtom, inRss, inJson] = texts
  assert.equal(parseAtomFeed(inAtom ?? '').entries?.[0]?.title?.value, clean)
  assert.equal(parseRssFeed(inRss ?? '').items?.[0]?.title, clean)
  assert.equal(parseJsonFeed(inJson ?? '').items?.[0]?.title, clean)
  for (const text of texts) {
    // oxlint-disable-next-line no-control-regex -- these are what must not be there
    assert.doesNotMatch(text, /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|<script>(?! \])/)
    assert.ok(text.isWellFormed())
  }
})

test('nonsense is answered as the list answers it: named, and never a failure', async () => {
  for (const [query, status] of [
    ['?discipline=nonsense', 400],
    ['?nonsense=1', 400],
    ['?page=0', 400],
    ['?page=999', 404],
    ['?from=2027-99-99', 400],
    ['?utm_source=letter', 200],
    ['?discipline=', 200],
    [`?q=${'%22'.repeat(300)}`, 200],
    ['?q=%ED%A0%80', 200],
    [`?q=${encodeURIComponent('.*+?^${}()|[]\\')}`, 200],
    ['?sort=title', 200],
  ] as const) {
    for (const format of ['atom', 'rss', 'json', 'ics']) {
      const path = `/opportunities.${format}${query}`
      assert.equal((await house.get(path)).status, status, path)
    }
  }
})

test('who has a feed already is told so, by its tag or by its date', async () => {
  for (const path of ['/opportunities.atom', '/events.ics', '/events/book-fair.ics']) {
    const { headers } = await house.get(path)
    const tag = headers.get('etag') ?? ''
    const date = headers.get('last-modified') ?? ''
    assert.match(tag, /^W\/"[\w-]{22}"$/)
    assert.equal((await house.get(path, { headers: { 'if-none-match': `"other", ${tag}` } })).status, 304)
    assert.equal((await house.get(path, { headers: { 'if-modified-since': date } })).status, 304)
    const other = { 'if-none-match': '"other"', 'if-modified-since': date }
    assert.equal((await house.get(path, { headers: other })).status, 200)
    const before = new Date(Date.parse(date) - 1000).toUTCString()
    assert.equal((await house.get(path, { headers: { 'if-modified-since': before } })).status, 200)
  }
  const { text, headers } = await house.get('/opportunities.atom')
  now = now.add({ minutes: 20 })
  assert.equal((await house.get('/opportunities.atom')).text, text, 'nothing has changed')
  await importAll(house.db, 'articles', [{ id: 'essay', title: 'An essay, mended' }], { now })
  await importAll(house.db, 'opportunities', [{ id: 'archived', title: 'Another', state: 'archived' }], {
    now,
  })
  const since = { 'if-modified-since': headers.get('last-modified') ?? '' }
  assert.equal((await house.get('/opportunities.atom', { headers: since })).status, 200)
})

test('a long list comes in parts, each leading to the next', async () => {
  await plant(
    house.db,
    'articles',
    Array.from({ length: 60 }, (_, at) => anArticle({ title: `Part ${at}`, date: '2026-05-01', themes: [] })),
  )
  const first = await json('/articles.json?q=part')
  assert.equal(first.items?.length, 50)
  assert.equal(first.next_url, 'https://culture.example/articles.json?q=part&page=2')
  const second = await json('/articles.json?q=part&page=2')
  assert.deepEqual([second.items?.length, second.next_url], [10, undefined])
  assert.equal((await atom('/articles.atom?q=part')).links?.at(-1)?.rel, 'next')
  assert.equal((await house.get('/articles.json?q=part&page=3')).status, 404)
})

test('a feed asks the same number of queries for one record and for thirty', async () => {
  const asked = async (path: string) => {
    await house.get(path)
    house.queries.length = 0
    const { status } = await house.get(path)
    assert.equal(status, 200, path)
    return house.queries.length
  }
  const paths = ['opportunities', 'events', 'articles'].flatMap((list) =>
    ['atom', 'rss', 'json', 'ics']
      .filter((format) => format !== 'ics' || list !== 'articles')
      .map((format) => `/${list}.${format}?q=counted`),
  )
  await plant(house.db, 'opportunities', [aCall({ title: 'Counted', deadline: '2027-04-01' })])
  await plant(house.db, 'events', [anEvent({ title: 'Counted' })])
  await plant(house.db, 'articles', [anArticle({ title: 'Counted' })])
  const one: number[] = []
  for (const path of paths) one.push(await asked(path))
  const many = Array.from({ length: 29 }, (_, at) => at)
  await plant(
    house.db,
    'opportunities',
    many.map((at) => aCall({ title: `Counted ${at}`, deadline: '2027-04-01' })),
  )
  await plant(
    house.db,
    'events',
    many.map((at) => anEvent({ title: `Counted ${at}` })),
  )
  await plant(
    house.db,
    'articles',
    many.map((at) => anArticle({ title: `Counted ${at}` })),
  )
  for (const [at, path] of paths.entries()) assert.equal(await asked(path), one[at], path)
  assert.ok(Math.max(...one) <= 5, String(one))
})

test('in a demonstration the real date stands beside each that was moved, in every format', async () => {
  const moved = { real_dates: { deadline: '2021-03-01' }, deadline: '2027-03-01' }
  await plant(house.db, 'opportunities', [aCall({ title: 'Moved call', ...moved })])
  await plant(house.db, 'events', [
    anEvent({ title: 'Moved event', start_date: '2027-03-01', real_dates: { start_date: '2020-03-01' } }),
  ])
  for (const format of ['atom', 'rss', 'json', 'ics']) {
    const call = await house.get(`/opportunities.${format}?q=moved`)
    assert.match(
      call.text.replaceAll('\r\n ', ''),
      /Demonstration\\?; the real date was 1 March 2021/,
      format,
    )
    const event = await house.get(`/events.${format}?q=moved`)
    assert.match(
      event.text.replaceAll('\r\n ', ''),
      /Demonstration\\?; the real date was 1 March 2020/,
      format,
    )
  }
})
