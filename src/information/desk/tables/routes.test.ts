import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { openOrganisations } from '../../../community/testing.ts'
import { aCall, anArticle, plant } from '../../testing.ts'
import { openTestHouse, testNow } from '../../../testing.ts'

const house = await openTestHouse({ settings: { trustProxy: 1 } })
after(() => house.close())
const { db } = house
const { join } = await openOrganisations(house, [], () => testNow)
const editor = await join('editor', ['editor', {}])
const khmer = await join('khmer', ['editor', { language: ['km'] }])
const moderator = await join('moderator', ['moderator', {}])

await plant(db, 'articles', [
  anArticle({
    id: 'one',
    title: 'Kites over the river',
    disciplines: ['dance'],
    countries: ['VN'],
    last_checked: '2026-12-01',
    translations: { km: { title: 'ខ្លែង', state: 'draft' } },
  }),
  anArticle({ id: 'two', title: 'Quiet draft', state: 'draft', disciplines: ['music'], countries: ['LA'] }),
  anArticle({ id: 'formula', title: '=HYPERLINK("https://evil.example")', publisher: 'x' }),
])

const titles = (text: string) =>
  [...text.matchAll(/<bdi lang="[^"]*">([^<]*)<\/bdi>/g)].map(([, title]) => title)
const checks = (text: string, name: string) =>
  [...text.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(([, value]) => value)

test('a table shows what its viewer may see, and no count, filter or file says more', async () => {
  const whole = await editor.get('/desk/articles?sort=title')
  assert.equal(whole.status, 200)
  assert.deepEqual(titles(whole.text), [
    '=HYPERLINK(&quot;https://evil.example&quot;)',
    'Kites over the river',
    'Quiet draft',
  ])
  assert.deepEqual(checks(whole.text, 'state'), ['draft', 'published'])
  for (const path of [
    '/desk/articles',
    '/desk/articles?q=quiet',
    '/desk/articles?q=two',
    '/desk/articles.csv',
  ]) {
    const { text, status } = await moderator.get(path)
    assert.equal(status, 200, path)
    assert.doesNotMatch(text, /Quiet|ខ្លែង|Laos|Music|draft/, path)
    const offered = /Quiet|name="discipline" value="music"|Laos \(\d/
    assert.doesNotMatch((await khmer.get(path)).text, offered, path)
  }
  assert.match((await khmer.get('/desk/articles')).text, /draft km/)
  assert.equal((await moderator.get('/desk/articles?country=LA')).text.match(/Quiet/), null)
})

test('who may change nothing has a table without boxes', async () => {
  assert.doesNotMatch((await moderator.get('/desk/articles')).text, /type="checkbox" name="id"/)
  assert.equal((await moderator.get('/desk/bulk')).status, 403)
})

test('what no table understands is refused by name, and so is a page beyond the last', async () => {
  for (const query of [
    'state=loud',
    'sort=size',
    'col=colour',
    'colour=red',
    'country=XX',
    'text=km:loud',
    'page=0',
  ])
    assert.equal((await editor.get(`/desk/articles?${query}`)).status, 400, query)
  assert.equal((await editor.get('/desk/articles?page=2')).status, 404)
  assert.equal((await editor.get('/desk/programmes?theme=cities')).status, 200)
})

test('columns and order stand in the address, and heads turn the order round', async () => {
  const { text } = await editor.get('/desk/articles?sort=title&col=theme&col=id')
  assert.deepEqual(
    [...text.matchAll(/<th scope="col"[^>]*>(?:<a[^>]*>)?([^<]+)/g)].map(([, label]) => label),
    ['Title', 'Theme', 'Id'],
  )
  assert.match(text, /aria-sort="ascending"><a href="\/desk\/articles\?sort=-title&amp;col=theme&amp;col=id"/)
})

test('a file holds every row of the filter, and no cell of it is a formula', async () => {
  const { text, headers } = await editor.get('/desk/articles.csv?sort=title&col=country&col=texts')
  const bytes = await house.request('/desk/articles.csv', { headers: { cookie: editor.cookie ?? '' } })
  assert.deepEqual([...new Uint8Array(await bytes.arrayBuffer())].slice(0, 3), [0xef, 0xbb, 0xbf])
  assert.equal(headers.get('content-type'), 'text/csv; charset=utf-8')
  assert.equal(headers.get('cache-control'), 'no-store')
  assert.deepEqual(text.split('\r\n'), [
    '"Id","Title","Languages","Country"',
    `"formula","'=HYPERLINK(""https://evil.example"")","published en",`,
    '"one","Kites over the river","draft km; published en","Vietnam"',
    '"two","Quiet draft","draft en","Laos"',
    '',
  ])
  await plant(
    db,
    'opportunities',
    Array.from({ length: 1201 }, (_, at) => aCall({ id: `call-${at}`, title: `Call ${at}` })),
  )
  const calls = await editor.get('/desk/opportunities.csv')
  assert.equal(calls.text.split('\r\n').length, 1203)
  const pages = await editor.get('/desk/opportunities?page=25')
  assert.equal(pages.status, 200)
  assert.match(pages.text, /aria-current="page">25</)
})

test('a table asks the same for 1 record and for 30', async () => {
  const asked = async (query: string) => {
    const before = house.queries.length
    assert.equal((await editor.get(`/desk/articles?${query}`)).status, 200)
    return house.queries.length - before
  }
  const one = await asked('q=kites')
  await plant(
    db,
    'articles',
    Array.from({ length: 30 }, (_, at) =>
      anArticle({ id: `many-${at}`, title: `Many ${at}`, countries: ['FR'] }),
    ),
  )
  assert.equal(await asked('q=many'), one)
  assert.equal(await asked('country=FR'), await asked('country=VN'))
})

test('a view keeps filters, order and columns; it is shared by who may publish', async () => {
  const writer = await join('writer', ['writer', {}])
  const query = 'state=draft&sort=title&col=id'
  const saved = await editor.send('/desk/views', {
    kind: 'articles',
    query,
    name: 'My drafts',
    shared: 'yes',
  })
  assert.equal(saved.headers.get('location'), `/desk/articles?${query}&done=saved`)
  assert.match(
    (await writer.get('/desk/articles')).text,
    /href="\/desk\/articles\?state=draft&amp;sort=title&amp;col=id">My drafts \(shared\)</,
  )
  assert.equal(
    (await writer.send('/desk/views', { kind: 'articles', query, name: 'Theirs', shared: 'yes' })).status,
    403,
  )
  assert.equal((await writer.send('/desk/views', { kind: 'articles', query, name: 'Theirs' })).status, 303)
  assert.doesNotMatch((await editor.get('/desk/views')).text, /Theirs/)
  const wrong = await writer.send('/desk/views', { kind: 'articles', query, name: ' ' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /Give the view a name/)
  const id = /views\/([0-9a-f-]{36})\/remove/.exec((await editor.get('/desk/views')).text)?.[1] ?? ''
  assert.equal((await writer.send(`/desk/views/${id}/remove`, {})).status, 404)
  assert.equal((await editor.send(`/desk/views/${id}/remove`, {})).status, 303)
  assert.doesNotMatch((await writer.get('/desk/articles')).text, /My drafts/)
})
