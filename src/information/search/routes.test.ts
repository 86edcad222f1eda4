import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { openTestHouse } from '../../testing.ts'
import { aCall, anArticle, anEvent, anOrganisation, plant } from '../testing.ts'
import { rebuildSearch } from './actions.ts'

const house = await openTestHouse()
const { db } = house
after(() => house.close())

const page = async (path: string) => {
  const answer = await house.get(path)
  assert.equal(answer.status, 200, `${path} ${answer.status}`)
  return answer.text
}

await plant(db, 'opportunities', [
  ...Array.from({ length: 7 }, (_, at) =>
    aCall({ title: `Lantern call ${at}`, deadline: at === 0 ? '2020-01-01' : '2027-05-01' }),
  ),
  aCall({ title: 'Lantern secret', state: 'draft' }),
])
await plant(db, 'events', [
  anEvent({ title: 'Lantern night', start_date: '2019-01-01' }),
  anEvent({ title: 'Hidden lantern', state: 'archived' }),
])
await plant(db, 'articles', [
  anArticle({ title: 'On light', summary: 'Why a lantern is <b>not</b> a lamp.' }),
  anArticle({
    title: 'Đèn lồng',
    original_lang: 'vi',
    translations: { fr: { title: 'La lanterne', state: 'draft' } },
  }),
])
await plant(db, 'organisations', [anOrganisation({ title: 'Lantern House' })])
await plant(db, 'programmes', [{ id: 'lanterns', name: 'Lanterns abroad' }])
// The partners of a new house are there before anything is written.
await rebuildSearch(db)

test('without words the page asks for some', async () => {
  for (const path of ['/search', '/search?q=', '/search?q=%20%20', '/search?q=%CC%81'])
    assert.match(await page(path), /Type a few words to search/, path)
})

const rowsOf = (text: string) =>
  [...text.matchAll(/<h2 class="title"><a href="([^"]+)"/g)].map(([, href]) => href)
const tabsOf = (text: string) =>
  [...text.matchAll(/<a href="\/search\?[^"]*"[^>]*>([^<]+)<span class="count"> (\d+)<\/span>/g)].map(
    ([, label, count]) => `${label} ${count}`,
  )

test('every kind of record is searched, past ones too, with a tab and a count for each', async () => {
  const text = await page('/search?q=lantern')
  assert.match(text, /11 records for “lantern”/)
  assert.deepEqual(tabsOf(text), [
    'All 11',
    'Calls 7',
    'Events 1',
    'Articles 1',
    'Directory 1',
    'Programmes 1',
  ])
  assert.match(text, /noindex/)
  const events = await page('/search?q=lantern&kind=events')
  assert.deepEqual(rowsOf(events), ['/events/lantern-night'])
  assert.deepEqual(tabsOf(events).slice(0, 2), ['All 11', 'Calls 7'])
})

test('what was found is shown with a piece of its text in which it is marked', async () => {
  const text = await page('/search?q=lantern&kind=articles')
  assert.match(text, /<p class="excerpt">Why a <mark>lantern<\/mark> is &lt;b&gt;not&lt;\/b&gt; a lamp.<\/p>/)
})

test('what is not published is neither found, nor counted, nor suggested', async () => {
  assert.doesNotMatch(await page('/search?q=lantern'), /secret|Hidden/)
  assert.match(await page('/search?q=lantern+secret'), /Nothing was found for “lantern secret”/)
  assert.match(await page('/search?q=%22la+lanterne%22'), /Nothing was found/)
  const suggested = await page('/search/suggest?q=lantern')
  assert.doesNotMatch(suggested, /secret|Hidden|lanterne/)
  assert.match(await page('/search/suggest?q=lantern+sec'), /"items":\[\]/)
})

test('suggestions are few titles that go on as was typed, with their language, kind and address', async () => {
  const read = async (path: string): Promise<{ status: string; items: Record<string, string>[] }> =>
    JSON.parse(await page(path))
  const { items, status } = await read('/search/suggest?q=lan')
  assert.equal(items.length, 8)
  assert.equal(status, '8 suggestions')
  assert.deepEqual((await read('/search/suggest?q=den%20l')).items, [
    { title: 'Đèn lồng', lang: 'vi', dir: 'ltr', kind: 'Articles', href: '/articles/den-long' },
  ])
  assert.equal((await read('/fr/search/suggest?q=lietuv')).items[0]?.['href'], '/fr/partners/lt')
  for (const q of ['', '%22', '%00'.slice(0, 0), '%ED%A0%80', 'a'.repeat(5000)])
    assert.deepEqual((await read(`/search/suggest?q=${q}`)).items, [])
})

test('a slip of the pen is forgiven where little is found, and said', async () => {
  const text = await page('/search?q=lantren+nigth')
  assert.match(text, /Few records hold these words. Also found: lantern and night/)
  assert.deepEqual(rowsOf(text), ['/events/lantern-night'])
  assert.match(await page('/search?q=lantxxyn'), /Nothing was found/)
})

test('phrases hold together, and words with a hyphen must not be there', async () => {
  assert.deepEqual(rowsOf(await page('/search?q=%22lantern+night%22')), ['/events/lantern-night'])
  assert.match(await page('/search?q=%22night+lantern%22'), /Nothing was found/)
  assert.deepEqual(
    rowsOf(await page('/search?q=lantern+-call+-night+-house')).toSorted((a = '', b = '') =>
      a.localeCompare(b),
    ),
    ['/articles/on-light', '/programmes/lanterns-abroad'],
  )
})

test('case and accents do not matter, and the original is found and marked in any language of the page', async () => {
  const text = await page('/fr/search?q=DEN%20LONG')
  assert.match(text, /<a href="\/fr\/articles\/den-long" lang="vi" dir="ltr">Đèn lồng<\/a>/)
})

test('a partner comes first by any of its names, in any language of the page', async () => {
  const first = async (words: string, prefix = '') =>
    rowsOf(await page(`${prefix}/search?q=${encodeURIComponent(words)}`))[0]
  for (const words of ['vietnam', 'Viet Nam', 'Việt Nam', '越南', 'เวียดนาม', 'វៀតណាម', 'ویتنام'])
    assert.equal(await first(words), '/partners/vn', words)
  for (const words of ['Lietuva', '立陶宛', 'Lithuania', 'Lituanie', 'litva'])
    assert.equal(await first(words), '/partners/lt', words)
  for (const words of ['한국', '대한민국', 'South Korea', '韓国', 'Corée du Sud'])
    assert.equal(await first(words), '/partners/kr', words)
  assert.match(await page('/fr/search?q=Germany'), /<a href="\/fr\/partners\/de"[^>]*>Allemagne</)
})

test('filters are in the address, and an answer they leave empty says how many there are without', async () => {
  const text = await page('/search?q=lantern&lang=vi')
  assert.match(text, /Without filters: 11 records/)
  assert.equal((await house.get('/search?q=lantern&kind=people')).status, 400)
  assert.equal((await house.get('/search?q=lantern&page=2')).status, 404)
  assert.match(await page('/search?q=lantern&kind=events&type=festival'), /Without filters/)
})

test('long, odd and hostile words are only words', async () => {
  for (const q of [
    '%25',
    '%5C',
    '%27%3B%20drop%20table%20x%3B--',
    '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
    '%F0%9F%8F%AE',
    '%ED%A0%80',
    '%01%02',
    'a+'.repeat(3000),
    'lantern%22%20%22%20-%22',
    '-lantern',
    '.*%5B%5D(%3F%3A%5E%24%29%7B9%7D',
    '%E2%80%AE%D9%84%D8%A7lantern%E2%80%AC',
    '%27%27%5C%27%20%26%20!%20%7C%20(%3A*',
    '...%20!!!%20%E2%80%9C%E2%80%9D',
    '%E0%BA%A5%E0%BA%B2%E0%BA%A7'.repeat(300),
  ]) {
    const text = await page(`/search?q=${q}`)
    assert.doesNotMatch(text, /<script>alert/)
    await page(`/search/suggest?q=${q}`)
  }
  assert.equal((await house.get('/search?colour=red')).status, 400)
})

test('a search makes as many queries for three records as for thirty', async () => {
  await plant(db, 'articles', [
    ...Array.from({ length: 30 }, (_, at) => anArticle({ title: `Kite ${at}` })),
    ...Array.from({ length: 3 }, (_, at) => anArticle({ title: `Drum ${at}` })),
  ])
  const asked = async (path: string) => {
    await page(path)
    const before = house.queries.length
    await page(path)
    return house.queries.length - before
  }
  assert.equal(await asked('/search?q=kite'), await asked('/search?q=drum'))
  assert.equal(await asked('/search/suggest?q=kite'), await asked('/search/suggest?q=drum'))
})

test('what is looked for in vain is counted by day, in words only when three have asked it', async () => {
  const missed = () =>
    sql<{ words: string | null; times: number }>`select words, times from information.missed_search
      where words is not distinct from 'zebra mussels' or times = 2`
      .execute(db)
      .then(({ rows }) => rows)
  await page('/search?q=Zebra+MUSSELS')
  await page('/search?q=zebra%20mussels')
  assert.deepEqual(await missed(), [{ words: null, times: 2 }])
  await page('/search?q=zebra-mussels')
  assert.deepEqual(await missed(), [{ words: 'zebra mussels', times: 3 }])
  const count = async () =>
    (await sql<{ n: number }>`select count(*) as n from information.missed_search`.execute(db)).rows[0]?.n
  const before = await count()
  for (const q of ['mai.anh@zebra.example', '0123456789', 'https://zebra.example', 'zebra'.repeat(30)])
    await page(`/search?q=${encodeURIComponent(q)}`)
  await page('/search?q=zebra+mussels&kind=events')
  assert.equal(await count(), before)
})
