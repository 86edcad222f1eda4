import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { openTestHouse } from '../../testing.ts'
import { anArticle, plant } from '../testing.ts'

const house = await openTestHouse()
const { db } = house
after(() => house.close())

const page = async (path: string) => {
  const answer = await house.get(path)
  assert.equal(answer.status, 200, path)
  return answer.text
}

await plant(db, 'articles', [
  anArticle({
    title: 'Cities of Light',
    kind: 'interview',
    author: 'Mai Anh and Jean Dupont',
    publisher: 'The Portal',
    date: '2026-11-05',
    countries: ['VN'],
    themes: ['cities'],
    url: 'https://example.org/cities',
    url_is_listing: true,
    last_checked: '2026-12-01',
  }),
  anArticle({ title: 'Older Cities', date: '2020-02-01', themes: ['cities'], countries: ['FR'] }),
  anArticle({ title: 'Without a Day', kind: 'report', themes: ['museums'] }),
  anArticle({
    title: 'Secret Draft',
    state: 'draft',
    themes: ['cities'],
    countries: ['LA'],
    date: '2027-01-01',
  }),
])

test('articles come newest first, and one without a date says so', async () => {
  const text = await page('/articles')
  const order = ['Cities of Light', 'Older Cities', 'Without a Day'].map((title) => text.indexOf(title))
  assert.deepEqual(
    order,
    order.toSorted((a, b) => a - b),
  )
  assert.match(text, /no date/)
  assert.match(text, /Mai Anh · Jean Dupont · The Portal/)
})

test('the address holds the list', async () => {
  const text = await page('/articles?theme=cities&country=vn&type=interview&from=2026-01-01&sort=title')
  assert.match(text, /Cities of Light/)
  assert.doesNotMatch(text, /Older Cities/)
  for (const query of ['kind=interview', 'type=poem', 'country=online', 'sort=deadline', 'page=-1']) {
    assert.equal((await house.get(`/articles?${query}`)).status, 400, query)
  }
  assert.equal((await house.get('/articles?page=2')).status, 404)
})

test('an article says where to read it, by whom and on what', async () => {
  const text = await page('/fr/articles/cities-of-light')
  assert.match(text, /href="https:\/\/example.org\/cities" rel="external noopener"/)
  assert.match(text, /href="\/fr\/articles\?country=vn"/)
  assert.match(text, /href="\/fr\/articles\?theme=cities"/)
  assert.match(text, /<bdi lang="en" dir="ltr">Mai Anh<\/bdi>/)
  assert.match(text, /<h1 lang="en" dir="ltr">Cities of Light/)
  assert.match(text, /href="\/fr\/articles\/older-cities"/)
  assert.match(await page('/articles/without-a-day'), /no date/)
})

test('a draft is on no page of a stranger', async () => {
  for (const path of [
    '/articles',
    '/articles?q=secret',
    '/articles/cities-of-light',
    '/articles?theme=cities',
  ]) {
    assert.doesNotMatch(await page(path), /Secret|Laos/, path)
  }
  assert.equal((await house.get('/articles/secret-draft')).status, 404)
})

test('the list asks as much for 1 article as for 30', async () => {
  await plant(
    db,
    'articles',
    Array.from({ length: 30 }, (_, at) => anArticle({ title: `Thirty ${at}`, themes: ['climate'] })),
  )
  const count = async (path: string) => {
    const before = house.queries.length
    await page(path)
    return house.queries.length - before
  }
  assert.equal(await count('/articles?q=light'), await count('/articles?q=thirty'))
  assert.ok((await count('/articles/thirty-1')) <= 10)
})
