import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { openTestHouse } from '../../testing.ts'
import { aCall, anEvent, anOrganisation, plant } from '../testing.ts'

const house = await openTestHouse()
const { db } = house
after(() => house.close())

const page = async (path: string) => {
  const answer = await house.get(path)
  assert.equal(answer.status, 200, path)
  return answer.text
}

await plant(db, 'organisations', [
  anOrganisation({
    title: 'House of Art',
    kind: 'residency',
    country_code: 'VN',
    city: 'Hanoi',
    website: 'https://art.example.org/en/',
    disciplines: ['dance'],
    languages: ['vi', 'en'],
    translations: { vi: { name: 'Nhà Nghệ Thuật' } },
  }),
  anOrganisation({ title: 'Bare Name' }),
  anOrganisation({ title: 'Secret House', state: 'draft', country_code: 'LA' }),
])
await plant(db, 'opportunities', [
  aCall({ title: 'Dance here', organiser: 'House of Art', deadline: '2027-05-01' }),
  aCall({ title: 'Múa ở đây', organiser: 'Nhà Nghệ Thuật', deadline: '2027-06-01' }),
  aCall({ title: 'Over already', organiser: 'House of Art', deadline: '2025-06-01' }),
  aCall({ title: 'Secret call', organiser: 'House of Art', state: 'draft' }),
  aCall({ title: 'Elsewhere', organiser: 'House of Arts', deadline: '2027-05-01' }),
])
await plant(db, 'events', [
  anEvent({ title: 'Open day', organiser: 'House of Art' }),
  anEvent({ title: 'Secret day', organiser: 'House of Art', state: 'draft' }),
])

test('the directory lists by name, with the facets of the contract', async () => {
  const text = await page('/organisations')
  assert.ok(text.indexOf('Bare Name') < text.indexOf('House of Art'))
  assert.match(await page('/organisations?type=residency&country=vn&discipline=dance'), /House of Art/)
  assert.doesNotMatch(await page('/organisations?type=residency'), /Bare Name/)
  for (const query of ['kind=residency', 'type=pub', 'from=2027-01-01', 'sort=date']) {
    assert.equal((await house.get(`/organisations?${query}`)).status, 400, query)
  }
})

test('an organisation shows what it is and what it does, under any of its names', async () => {
  const text = await page('/organisations/house-of-art')
  for (const words of ['Residency', 'Hanoi', 'art.example.org', 'Vietnamese and English', 'Open day']) {
    assert.ok(text.includes(words), words)
  }
  const order = ['Dance here', 'Múa ở đây', 'Over already'].map((title) => text.indexOf(title))
  assert.deepEqual(
    order,
    order.toSorted((a, b) => a - b),
  )
  assert.ok(order.every((at) => at > 0))
  assert.doesNotMatch(text, /Elsewhere|Secret/)
})

test('what is not known is said to be so', async () => {
  const text = await page('/organisations/bare-name')
  assert.ok(text.split('Not stated').length > 5)
  assert.match(text, /No call or event of this organisation is known here/)
})

test('a draft is on no page of a stranger', async () => {
  for (const path of ['/organisations', '/organisations?q=secret']) {
    assert.doesNotMatch(await page(path), /Secret|Laos/, path)
  }
  assert.equal((await house.get('/organisations/secret-house')).status, 404)
})

test('the directory and a page of it ask as much for 1 as for 30', async () => {
  const thirty = Array.from({ length: 30 }, (_, at) => at)
  await plant(
    db,
    'organisations',
    thirty.map((at) => anOrganisation({ title: `Thirty ${at}` })),
  )
  await plant(
    db,
    'events',
    thirty.map(() => anEvent({ title: 'One of many', organiser: 'Bare Name' })),
  )
  const count = async (path: string) => {
    const before = house.queries.length
    await page(path)
    return house.queries.length - before
  }
  assert.equal(await count('/organisations?q=art'), await count('/organisations?q=thirty'))
  assert.equal(await count('/organisations/thirty-1'), await count('/organisations/bare-name'))
})
