import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { openTestHouse } from '../../testing.ts'
import { anEvent, plant } from '../testing.ts'

const house = await openTestHouse()
const { db } = house
after(() => house.close())

const page = async (path: string) => {
  const answer = await house.get(path)
  assert.equal(answer.status, 200, path)
  return answer.text
}
const times = (text: string, words: string) => text.split(words).length - 1

await plant(db, 'events', [
  anEvent({ title: 'Exhibition', start_date: '2026-12-15', end_date: '2027-03-14' }),
  anEvent({ title: 'Sometime in March', start_date: '2027-03' }),
  anEvent({ title: 'Called off', start_date: '2027-03-20', status: 'cancelled' }),
  anEvent({ title: 'Secret', start_date: '2027-03-21', state: 'draft' }),
  anEvent({ title: 'Sự kiện', original_lang: 'vi', start_date: '2027-03-22' }),
])

test('the calendar shows this month, and an exhibition on every one of its days', async () => {
  const now = await page('/events/calendar')
  assert.match(now, /<caption>January 2027<\/caption>/)
  assert.match(now, /<title>January 2027 · Calendar of events/)
  assert.equal(times(now, 'href="/events/exhibition"'), 31)
  const march = await page('/events/calendar?month=2027-03')
  assert.equal(times(march, 'href="/events/exhibition"'), 14)
  assert.match(march, /href="\/events\/calendar\?month=2027-02"/)
  assert.match(march, /href="\/events\/calendar\?month=2027-04"/)
  assert.match(march, /href="\/events\?from=2027-03-01&amp;to=2027-03-31"/)
})

test('what has no day is on none, a cancelled event says so, and a draft is not there', async () => {
  const march = await page('/events/calendar?month=2027-03')
  assert.doesNotMatch(march, /Sometime|Secret/)
  assert.match(march, /Called off<\/a><small class="state"> Cancelled/)
  assert.match(march, /lang="vi" dir="ltr">Sự kiện/)
})

test('a full day says how many more there are, and leads to the list of that day', async () => {
  await plant(
    db,
    'events',
    Array.from({ length: 7 }, (_, at) => anEvent({ title: `Reading ${at}`, start_date: '2027-06-05' })),
  )
  const june = await page('/fr/events/calendar?month=2027-06')
  assert.equal(times(june, '/fr/events/reading-'), 4)
  assert.match(june, /href="\/fr\/events\?from=2027-06-05&amp;to=2027-06-05">[^<]*3/)
  assert.equal(times(await page('/events?from=2027-06-05&to=2027-06-05'), 'href="/events/reading-'), 7)
})

test('a month the calendar does not know is refused in words; far ones are not for search engines', async () => {
  for (const month of ['2027-13', '2027', '1989-12', '2101-01', 'March', '2027-03&month=2027-04']) {
    const answer = await house.get(`/events/calendar?month=${month}`)
    assert.equal(answer.status, 400, month)
    assert.match(answer.text, /The calendar does not know the month/)
  }
  assert.equal((await house.get('/events/calendar?colour=red')).status, 400)
  assert.match(await page('/events/calendar?month=2090-01'), /name="robots" content="noindex"/)
  assert.doesNotMatch(await page('/events/calendar'), /noindex/)
  assert.doesNotMatch(await page('/events/calendar?month=1990-01'), /month=1989-12/)
})

test('a month asks as much for 1 event as for 30', async () => {
  await plant(
    db,
    'events',
    Array.from({ length: 30 }, (_, at) => anEvent({ title: `Thirty ${at}`, start_date: '2027-08-05' })),
  )
  const count = async (month: string) => {
    const before = house.queries.length
    await page(`/events/calendar?month=${month}`)
    return house.queries.length - before
  }
  assert.deepEqual([await count('2027-08'), await count('2027-03')], [2, 2])
})
