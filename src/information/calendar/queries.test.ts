import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { stranger } from '../../community/index.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { anEvent, plant } from '../testing.ts'
import { daysOf, readMonth } from './model.ts'
import { listMonth } from './queries.ts'

const database = await testDatabase()
const { db } = database
after(() => database.close())

const days = async (name: string, locale = 'en') => {
  const month = readMonth(name)
  assert.ok(month, name)
  return daysOf(month, await listMonth(db, stranger, locale, month))
}
const titlesOn = async (day: string) =>
  (await days(day.slice(0, 7))).find((each) => each.day === day)?.events.map((event) => event.title)

await plant(db, 'events', [
  anEvent({ title: 'Exhibition', start_date: '2027-02-15', end_date: '2027-05-15' }),
  anEvent({ title: 'Leap day', start_date: '2028-02-29' }),
  anEvent({ title: 'Sometime in April', start_date: '2027-04' }),
  anEvent({ title: 'Sometime in the year', start_date: '2027', date_precision: 'year' }),
  anEvent({ title: 'No date', start_date: null }),
  anEvent({ title: 'Secret', start_date: '2027-04-10', state: 'draft' }),
  anEvent({ title: 'Secret archive', start_date: '2027-04-10', state: 'archived' }),
  anEvent({ title: 'Called off', start_date: '2027-04-11', status: 'cancelled' }),
])

test('an exhibition of 90 days stands on every one of its days, across months', async () => {
  const seen = [...(await days('2027-02')), ...(await days('2027-03')), ...(await days('2027-04'))]
    .concat(await days('2027-05'))
    .filter((day) => day.events.some((event) => event.title === 'Exhibition'))
  assert.equal(seen.length, 90)
  assert.deepEqual([seen[0]?.day, seen.at(-1)?.day], ['2027-02-15', '2027-05-15'])
})

test('what is known only to the month or year, or not at all, is placed on no day; nor is what is unseen', async () => {
  const april = await days('2027-04')
  assert.equal(april.length, 30)
  assert.deepEqual([...new Set(april.flatMap((day) => day.events.map((event) => event.title)))].toSorted(), [
    'Called off',
    'Exhibition',
  ])
  assert.ok(april.every((day) => day.hidden === 0))
})

test('a cancelled event stays on its day and says so', async () => {
  const [, event] = (await days('2027-04')).find((day) => day.day === '2027-04-11')?.events.toReversed() ?? []
  assert.deepEqual([event?.title, event?.state], ['Called off', 'cancelled'])
})

test('a day shows four events, the short before the long, and how many more there are', async () => {
  await plant(
    db,
    'events',
    Array.from({ length: 6 }, (_, at) => anEvent({ title: `Reading ${at}`, start_date: '2027-04-20' })),
  )
  const day = (await days('2027-04')).find((each) => each.day === '2027-04-20')
  assert.deepEqual([day?.events.length, day?.hidden], [4, 3])
  assert.ok(day?.events.every((event) => event.title.startsWith('Reading')))
})

test('29 February exists in leap years only', async () => {
  assert.deepEqual(await titlesOn('2028-02-29'), ['Leap day'])
  assert.equal((await days('2027-02')).length, 28)
})
