import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { openTestHouse } from '../../testing.ts'
import { aCall, anArticle, anEvent, anOrganisation, plant } from '../testing.ts'

const house = await openTestHouse()
const { db } = house
after(() => house.close())

const page = async (path: string) => {
  const answer = await house.get(path)
  assert.equal(answer.status, 200, path)
  return answer.text
}
const section = (text: string, title: string) =>
  text.slice(text.indexOf(`<h2>${title}`)).split('</section>')[0] ?? ''

await plant(db, 'opportunities', [
  aCall({
    title: 'For citizens',
    eligible_basis: 'citizenship',
    eligible_countries: ['VN', 'FR'],
    covers: ['travel', 'stay'],
    deadline: '2027-05-31',
    last_checked: '2027-01-10',
    organiser: 'A Fund',
  }),
  aCall({
    title: 'For residents',
    eligible_basis: 'residence',
    eligible_countries: ['VN'],
    covers: ['production'],
    deadline: '2027-04-30',
    last_checked: '2026-12-01',
    real_dates: { deadline: '2019-04-30' },
  }),
  aCall({
    title: 'For others',
    eligible_basis: 'citizenship',
    eligible_countries: ['DE'],
    covers: ['travel'],
  }),
  aCall({ title: 'Unpaid', anyone: true, deadline: '2027-03-01' }),
  aCall({ title: 'Pays nothing', anyone: true, covers: [], deadline: '2027-03-01' }),
  aCall({ title: 'To Hanoi', host_countries: ['VN'], covers: ['stay'], deadline: '2027-06-01' }),
  aCall({
    title: 'Closed',
    anyone: true,
    covers: ['travel'],
    host_countries: ['VN'],
    deadline: '2026-01-01',
  }),
  aCall({ title: 'Secret call', anyone: true, covers: ['travel'], host_countries: ['VN'], state: 'draft' }),
])
await plant(db, 'events', [
  anEvent({ title: 'On in Hanoi', country_code: 'VN', start_date: '2027-01-01', end_date: '2027-02-01' }),
  anEvent({ title: 'Coming to Hanoi', country_code: 'VN', start_date: '2027-03-01' }),
  anEvent({ title: 'Long over', country_code: 'VN', start_date: '2020-03-01' }),
  anEvent({ title: 'Secret event', country_code: 'VN', state: 'draft' }),
])
await plant(db, 'organisations', [
  anOrganisation({ title: 'Hanoi Fund', kind: 'funder', country_code: 'VN' }),
  anOrganisation({ title: 'Hanoi Museum', kind: 'museum', country_code: 'VN' }),
  anOrganisation({ title: 'Secret fund', kind: 'funder', country_code: 'VN', state: 'draft' }),
])
await plant(db, 'articles', [
  anArticle({ title: 'Hanoi in words', countries: ['VN'] }),
  anArticle({ title: 'Secret words', countries: ['VN'], state: 'draft' }),
])

test('the partnership stands by region, with its organisations', async () => {
  const text = await page('/partners')
  assert.match(section(text, 'Asia'), /href="\/partners\/vn".*Viet Nam/)
  assert.match(section(text, 'Europe'), /href="\/partners\/fr"/)
  assert.match(section(text, 'Organisations'), /href="\/partners\/european-union"/)
  assert.equal(text.split('href="/partners/').length - 1, 53)
  assert.match(await page('/fr/partners'), /href="\/fr\/partners\/de">(<span>)?Allemagne/)
})

test('a country shows what its people may apply for, what goes on there, who works there, what is written', async () => {
  const text = await page('/partners/vn')
  const apply = section(text, 'What you can apply for from here')
  const titles = ['Unpaid', 'For residents', 'For citizens'].map((title) => apply.indexOf(title))
  assert.ok(titles.every((at) => at > 0))
  assert.ok((titles[1] ?? 0) < (titles[2] ?? 0))
  assert.doesNotMatch(apply, /For others|Closed/)
  assert.match(apply, /href="\/opportunities\?citizenship=vn"/)
  assert.match(apply, /href="\/opportunities\?residence=vn"/)
  const going = section(text, 'What goes on here')
  assert.ok(going.indexOf('On in Hanoi') < going.indexOf('Coming to Hanoi'))
  assert.doesNotMatch(going, /Long over/)
  assert.match(section(text, 'Open calls to come here'), /To Hanoi/)
  assert.match(section(text, 'Who works here'), /Hanoi Fund.*Hanoi Museum/s)
  assert.match(section(text, 'What has been written'), /Hanoi in words/)
  assert.match(text, /href="\/partners\/vn\/funding"/)
  assert.match(text, /1996/)
})

test('a country about which nothing is known says so', async () => {
  const text = await page('/partners/mt')
  for (const words of [
    'No event is on or coming here',
    'has nobody here yet',
    'Nothing has been written here',
  ]) {
    assert.match(text, new RegExp(words))
  }
})

test('an organisation among the partners leads to its member countries, and has no guide', async () => {
  const eu = await page('/partners/european-union')
  assert.match(eu, /calls are open to the people of its member countries/)
  assert.equal(section(eu, 'Member countries').split('href="/partners/').length - 1, 27)
  const asean = section(await page('/partners/asean-secretariat'), 'Member countries')
  assert.match(asean, /href="\/partners\/vn"/)
  // A member that is no partner has no page to lead to.
  assert.match(asean, /<li>Timor-Leste<\/li>/)
  assert.equal((await house.get('/partners/european-union/funding')).status, 404)
})

test('a place outside the partnership has no page', async () => {
  for (const code of ['us', 'VN', 'zz', 'asem']) {
    assert.equal((await house.get(`/partners/${code}`)).status, 404, code)
    assert.equal((await house.get(`/partners/${code}/funding`)).status, 404, code)
  }
})

test('the funding guide has what pays, outward and inward, with the day of each check and the latest', async () => {
  const text = await page('/partners/vn/funding')
  const outward = section(text, 'What you can apply for from here')
  assert.match(
    outward,
    /href="\/opportunities\/for-citizens".*Travel and Stay.*31 May 2027.*10 January 2027/s,
  )
  assert.match(outward, /For residents.*the real date was 30 April 2019/s)
  assert.match(outward, /<caption>For people from Viet Nam/)
  assert.match(text, /latest check of these records against their sources was on 10 January 2027/)
  assert.doesNotMatch(outward, /For others|Unpaid|Pays nothing|Closed|To Hanoi/)
  const inward = section(text, 'Open calls to come here')
  assert.match(inward, /To Hanoi.*Not checked yet/s)
  assert.doesNotMatch(inward, /Closed|For citizens/)
  const funders = section(text, 'Funders and residencies at work here')
  assert.match(funders, /Hanoi Fund/)
  assert.doesNotMatch(funders, /Museum/)
  assert.match(text, /<print-link/)
})

test('a guide of nothing says so', async () => {
  assert.match(await page('/ur/partners/mt/funding'), /<h1/)
  assert.match(await page('/partners/mt/funding'), /No open call with funding names this place now/)
})

test('a draft is on no partner’s page and in no guide', async () => {
  for (const path of ['/partners', '/partners/vn', '/partners/vn/funding']) {
    assert.doesNotMatch(await page(path), /Secret (call|event|fund|words)/, path)
  }
})

test('a missing translation is marked and labelled on a partner’s page too', async () => {
  assert.match(
    await page('/km/partners/vn'),
    /lang="en" dir="ltr">Hanoi in words<\/a><small class="other-language">/,
  )
})

test('a partner’s page and a guide ask as much for much as for little, and no more than ten times', async () => {
  const count = async (path: string) => {
    await page(path)
    const before = house.queries.length
    await page(path)
    return house.queries.length - before
  }
  const little = [await count('/partners/vn'), await count('/partners/vn/funding')]
  const thirty = Array.from({ length: 30 }, (_, at) => at)
  await plant(
    db,
    'opportunities',
    thirty.map((at) =>
      aCall({ title: `Call ${at}`, anyone: true, covers: ['stay'], host_countries: ['VN'] }),
    ),
  )
  await plant(
    db,
    'events',
    thirty.map((at) => anEvent({ title: `Event ${at}`, country_code: 'VN' })),
  )
  assert.deepEqual([await count('/partners/vn'), await count('/partners/vn/funding')], little)
  assert.ok(Math.max(...little) <= 10, little.join())
})
