import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { openTestHouse } from '../../testing.ts'
import { aCall, anOrganisation, plant } from '../testing.ts'

const house = await openTestHouse()
const { db } = house
after(() => house.close())

const page = async (path: string) => {
  const answer = await house.get(path)
  assert.equal(answer.status, 200, `${path} ${answer.status}`)
  return answer.text
}

await plant(db, 'organisations', [anOrganisation({ id: 'foundation', title: 'The Foundation' })])
await plant(db, 'programmes', [
  {
    id: 'steps',
    name: 'Steps',
    summary: 'Travel for dancers.',
    organiser: 'The Foundation',
    pillar: 'mutual-practice',
    kind: 'mobility-grant',
    partners: ['Studio Rouge'],
    facts: { funded_by: '53 partners', mandate: null },
    editions: [
      { name: 'First', start_date: '2019-05-01', end_date: '2019-05-09', city: 'Hanoi', country_code: 'VN' },
      {
        name: 'Second',
        source_url: 'https://example.org/second',
        deadline: '2020-03-01',
        caps: { inside: 10 },
      },
      { name: '<i>Third</i>', source_url: 'javascript:alert(1)' },
    ],
    source_url: 'https://example.org/steps',
    more_sources: ['https://example.com/steps'],
    last_checked: '2027-01-05',
  },
  { id: 'portal', name: 'The Portal', pillar: 'information', kind: 'portal' },
  { id: 'draft', name: 'Secret Plan', pillar: 'dialogue', state: 'draft' },
])
await plant(db, 'opportunities', [
  aCall({ id: 'open', title: 'Steps 2027', programme: 'steps', deadline: '2027-05-01' }),
  aCall({ id: 'over', title: 'Steps 2020', programme: 'steps', deadline: '2020-05-01' }),
  aCall({ id: 'hidden', title: 'Secret Call', programme: 'steps', state: 'draft' }),
])

test('programmes stand by name with the number of their editions, and drafts in no count', async () => {
  const text = await page('/programmes')
  assert.match(text, /<h1>Programmes<span class="count"> 2<\/span><\/h1>/)
  assert.match(text, /Steps.*3 editions.*The Portal/s)
  assert.doesNotMatch(text, /Secret|value="dialogue"/)
  assert.doesNotMatch(await page('/programmes?pillar=information'), /Steps/)
  assert.match(await page('/programmes?q=nothing&type=portal'), /Without “Words”: 1 record/)
})

test('what the list does not understand is named, and what is not there is not found', async () => {
  for (const query of ['colour=red', 'type=nonsense', 'pillar=none', 'from=2027-01-01', 'sort=date'])
    assert.equal((await house.get(`/programmes?${query}`)).status, 400, query)
  for (const path of ['/programmes?page=2', '/programmes/nothing', '/programmes/secret-plan'])
    assert.equal((await house.get(path)).status, 404, path)
})

test('a programme shows its facts, editions and calls, open and over', async () => {
  const text = await page('/programmes/steps')
  assert.match(text, /<a href="\/organisations\/the-foundation"><span>The Foundation<\/span><\/a>/)
  assert.match(text, /<a href="\/programmes\?type=mobility-grant">/)
  assert.match(text, /<a href="\/programmes\?pillar=mutual-practice">/)
  assert.match(text, /<li>funded by: 53 partners<\/li>/)
  assert.doesNotMatch(text, /mandate/)
  assert.match(text, /<caption>3 editions<\/caption>/)
  assert.match(text, /First.*1.–.9 May 2019.*Hanoi, Vietnam/s)
  assert.match(text, /<a href="https:\/\/example.org\/second" rel="external noopener">Second<\/a>/)
  assert.match(text, /caps: inside 10; deadline: 1 March 2020/)
  assert.match(text, /Steps 2027.*Steps 2020/s)
  assert.doesNotMatch(text, /Secret/)
})

test('an edition cannot bring markup or script along', async () => {
  const text = await page('/programmes/steps')
  assert.doesNotMatch(text, /<i>Third|javascript:/)
  assert.match(text, /&lt;i&gt;Third/)
})

test('without a translation the original is marked, and free fields are English', async () => {
  const text = await page('/km/programmes/steps')
  assert.match(text, /<h1 lang="en" dir="ltr">Steps<\/h1><small class="other-language">/)
  assert.match(text, /<ul lang="en" dir="ltr"><li>funded by/)
})

test('a page makes as many queries for 30 programmes as for one', async () => {
  await plant(
    db,
    'programmes',
    Array.from({ length: 30 }, (_, at) => ({ id: `many-${at}`, name: `Many ${at}`, kind: 'festival' })),
  )
  const asked = async (path: string) => {
    const before = house.queries.length
    await page(path)
    return house.queries.length - before
  }
  const one = await asked('/programmes?type=portal')
  assert.equal(await asked('/programmes?type=festival'), one)
  assert.ok(one <= 4, `${one} queries`)
  assert.ok((await asked('/programmes/steps')) <= 8)
})
