import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { openTestHouse } from '../../testing.ts'
import { anEvent, anOrganisation, plant } from '../testing.ts'

const house = await openTestHouse()
const { db } = house
after(() => house.close())

const page = async (path: string) => {
  const answer = await house.get(path)
  assert.equal(answer.status, 200, `${path} ${answer.status}`)
  return answer.text
}
const times = (text: string, words: string) => text.split(words).length - 1

await plant(db, 'organisations', [anOrganisation({ id: 'house-of-art', title: 'House of Art' })])
await plant(db, 'events', [
  anEvent({
    id: 'exhibition',
    title: 'Light and Shadow',
    kind: 'exhibition',
    start_date: '2026-12-01',
    end_date: '2027-02-28',
    country_code: 'VN',
    city: 'Hanoi',
    organiser: 'House of Art',
    disciplines: ['visual-arts'],
  }),
  anEvent({
    id: 'concert',
    title: 'Night of Strings',
    kind: 'concert',
    start_date: '2027-03-27',
    start_time: '22:00',
    end_date: '2027-03-28',
    end_time: '04:00',
    zone: 'Europe/Brussels',
    country_code: 'BE',
    attendance: 'hybrid',
    online_url: 'https://example.org/join',
    disciplines: ['music'],
    venue: 'Bozar',
    url: 'https://example.org/strings',
    last_checked: '2027-01-02',
  }),
  anEvent({
    id: 'called-off',
    title: 'Called Off',
    start_date: '2027-04-01',
    status: 'cancelled',
    disciplines: ['music'],
    real_dates: { start_date: '2019-04-01' },
  }),
  anEvent({ id: 'spring', title: 'Spring Meeting', start_date: '2027-04' }),
  anEvent({ id: 'past', title: 'Long Ago', start_date: '2020-01-01' }),
  anEvent({
    id: 'draft',
    title: 'Secret Draft',
    state: 'draft',
    disciplines: ['music'],
    country_code: 'LA',
    parent: 'concert',
  }),
])

test('what is on, to come and past is told apart; an exhibition stands once, as on now', async () => {
  const all = await page('/events')
  assert.equal(times(all, 'href="/events/light-and-shadow"'), 1)
  assert.match(all, /On now<\/time>/)
  assert.doesNotMatch(all, /Long Ago/)
  assert.match(all, /href="\/events\/calendar"/)
  const past = await page('/events?when=past')
  assert.match(past, /Long Ago/)
  assert.doesNotMatch(past, /Light and Shadow/)
})

test('the address holds the list: facets of the contract, days, words, order', async () => {
  const found = await page('/events?type=concert&country=be&discipline=music&from=2027-03-01&sort=title')
  assert.match(found, /Night of Strings/)
  assert.doesNotMatch(found, /Light and Shadow/)
  assert.match(await page('/events?country=online'), /Night of Strings/)
  assert.match(await page('/fr/events?q=shadow'), /href="\/fr\/events\/light-and-shadow"/)
  const none = await page('/events?type=exhibition&country=be')
  assert.match(none, /Nothing fits all of these filters/)
  assert.match(none, /href="\/events\?country=be"/)
})

test('what the list does not understand is refused in words, and a page beyond the last is not there', async () => {
  for (const query of ['colour=red', 'type=nonsense', 'when=soon', 'country=zz', 'from=2027-02-30']) {
    const answer = await house.get(`/events?${query}`)
    assert.equal(answer.status, 400, query)
    assert.match(answer.text, /does not know/)
  }
  assert.equal((await house.get('/events?page=99')).status, 404)
  assert.equal((await house.get('/events/nothing-here')).status, 404)
})

test('an event says when in its zone, in UTC and for the reader, where, how, and what it is read from', async () => {
  const text = await page('/events/night-of-strings')
  assert.match(text, /Saturday, 27 March 2027, 22:00 to Sunday, 28 March 2027, 04:00, Brussels time/)
  assert.match(text, /datetime="2027-03-27T21:00:00Z">27 Mar 2027, 21:00 to 28 Mar 2027, 02:00 UTC</)
  assert.match(text, /data-sentence="that is \{moment\} where you are"/)
  assert.match(text, /Bozar/)
  assert.match(text, /href="https:\/\/example.org\/join"/)
  assert.match(text, /On site and online/)
  assert.match(text, /href="https:\/\/example.org\/strings"/)
  assert.match(text, /2 January 2027/)
})

test('an organiser of the directory is linked', async () => {
  assert.match(await page('/fr/events/light-and-shadow'), /href="\/fr\/organisations\/house-of-art"/)
})

test('a cancelled event says so in its row and on its page, and a moved date what it was', async () => {
  const list = await page('/events?q=called')
  assert.match(list, /class="badge">Cancelled/)
  assert.match(list, /the real date was 1 April 2019/)
  const own = await page('/events/called-off')
  assert.match(own, /Cancelled/)
  assert.match(own, /the real date was 1 April 2019/)
})

test('what is known to the month only says so', async () => {
  assert.match(await page('/events/spring-meeting'), /April 2027.*Only the month is known/s)
})

test('a meeting shows its parts in order, and a part its meeting', async () => {
  await plant(db, 'convenings', [
    {
      id: 'cmm',
      number: 9,
      name: 'Ministers meet',
      theme: 'Culture and Cities',
      start_date: '2027-05-01',
      end_date: '2027-05-02',
      host_city: 'Hanoi',
      host_country_code: 'VN',
      workshops: ['First workshop', 'Second workshop', 'Third workshop'],
      delegations: 41,
      outputs: ['A common statement'],
    },
  ])
  const text = await page('/events/ministers-meet')
  const order = ['Programme', 'First workshop', 'Second workshop', 'Third workshop'].map((words) =>
    text.indexOf(words, text.indexOf('<main')),
  )
  assert.deepEqual(
    order,
    order.toSorted((a, b) => a - b),
  )
  assert.ok(order.every((at) => at > 0))
  for (const fact of ['Culture and Cities', '41', 'A common statement']) assert.ok(text.includes(fact), fact)
  assert.match(await page('/events/second-workshop'), /Part of.*href="\/events\/ministers-meet"/s)
})

test('a draft is on no page of a stranger: list, count, search, family, related, its own', async () => {
  const pages = [
    '/events',
    '/events?q=secret',
    '/events/night-of-strings',
    '/events/called-off',
    '/events?when=coming',
  ]
  for (const path of pages) assert.doesNotMatch(await page(path), /Secret|Laos/, path)
  assert.equal((await house.get('/events/secret-draft')).status, 404)
})

test('a missing translation shows the original, marked and labelled', async () => {
  const text = await page('/ur/events/night-of-strings')
  assert.match(text, /<h1 lang="en" dir="ltr">Night of Strings<\/h1><small class="other-language">/)
  await plant(db, 'events', [
    anEvent({
      id: 'translated',
      title: 'Translated',
      summary: 'In English',
      translations: { fr: { title: 'Traduit', demonstration: true } },
    }),
  ])
  const french = await page('/fr/events/translated')
  assert.match(french, /<h1>Traduit<\/h1>/)
  assert.match(french, /lang="en"[^>]*>(<p>)?In English/)
})

test('an event called Calendar does not stand in the way of the calendar', async () => {
  await plant(db, 'events', [anEvent({ title: 'Calendar' }), anEvent({ title: 'Another', slug: 'calendar' })])
  assert.match(await page('/events/calendar-event'), /<h1>Calendar<\/h1>/)
  assert.match(await page('/events/calendar-event-2'), /<h1>Another<\/h1>/)
})

test('hostile text is text', async () => {
  const evil = `<img src=x onerror=alert(1)> "'&`
  await plant(db, 'events', [
    anEvent({ id: 'evil', title: evil, summary: evil, organiser: evil, venue: evil, city: evil, note: evil }),
  ])
  for (const path of ['/events?q=onerror', '/events/img-src-x-onerror-alert-1']) {
    assert.doesNotMatch(await page(path), /<img/)
  }
})

test('the page of a list asks as much for 1 event as for 30, and so does an event with 1 part or 30', async () => {
  const part = (parent: string) => (_: unknown, at: number) =>
    anEvent({ title: `Thirty ${at}`, parent, disciplines: ['dance'] })
  await plant(db, 'events', [
    anEvent({ id: 'small', title: 'Small tree', organiser: 'Nobody' }),
    anEvent({ id: 'large', title: 'Large tree', organiser: 'Nobody' }),
    anEvent({ title: 'Single part', parent: 'small' }),
    ...Array.from({ length: 30 }, part('large')),
  ])
  const count = async (path: string) => {
    await page(path)
    const before = house.queries.length
    await page(path)
    return house.queries.length - before
  }
  const [one, thirty] = [await count('/events?q=strings'), await count('/events?q=thirty')]
  assert.equal(one, thirty)
  const [small, large] = [await count('/events/small-tree'), await count('/events/large-tree')]
  assert.equal(small, large)
  assert.ok(Math.max(thirty, large) <= 10, `${thirty} ${large}`)
})
