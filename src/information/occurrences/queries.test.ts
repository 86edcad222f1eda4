import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { stranger } from '../../community/index.ts'
import { firstRow, rows } from '../../platform/index.ts'
import { openTestHouse, testNow } from '../../testing.ts'
import { daysOf, readMonth } from '../calendar/model.ts'
import { listMonth } from '../calendar/queries.ts'
import { type EventRequest, listEvents } from '../events/queries.ts'
import { anEvent, importAll, plant } from '../testing.ts'
import { extendOccurrences } from './actions.ts'

const house = await openTestHouse()
const { db } = house
after(() => house.close())

const evening = { start_time: '19:00', end_time: '21:00', zone: 'Asia/Bangkok' }
const weekly = (given: Record<string, unknown>) =>
  anEvent({ start_date: '2027-01-04', ...evening, recurrence: { rule: 'FREQ=WEEKLY' }, ...given })

await plant(db, 'events', [
  weekly({ id: 'class', title: 'Weekly class', disciplines: ['dance'] }),
  weekly({ id: 'ended', title: 'Ended class', recurrence: { rule: 'FREQ=DAILY;COUNT=3' } }),
  weekly({ id: 'secret', title: 'Secret class', state: 'draft' }),
  anEvent({ id: 'single', title: 'Single', start_date: '2027-01-19' }),
])

const everyWhen = ['on-now', 'coming', 'past', 'undated']
const listed = async (given: Partial<EventRequest> = {}) => {
  const now = given.now ?? new Date(testNow.epochMilliseconds)
  const request = { chosen: { when: everyWhen }, page: 1, pageSize: 50, ...given, now }
  const { rows: found, total, counts } = await listEvents(db, stranger, 'en', request)
  return { rows: found.map(({ title, startsOn, state }) => [title, startsOn, state]), total, counts }
}

test('a list has an event that repeats once: by its next date, while it lasts as on now, at last as past', async () => {
  assert.deepEqual((await listed()).rows, [
    ['Weekly class', '2027-01-18', 'confirmed'],
    ['Single', '2027-01-19', 'confirmed'],
    ['Ended class', '2027-01-06', 'confirmed'],
  ])
  const during = await listed({ now: new Date('2027-01-18T13:00:00Z'), chosen: { when: ['on-now'] } })
  assert.deepEqual(during.rows, [['Weekly class', '2027-01-18', 'confirmed']])
  const after = await listed({ now: new Date('2027-01-18T14:00:00Z') })
  assert.deepEqual(after.rows[1], ['Weekly class', '2027-01-25', 'confirmed'])
  assert.deepEqual(after.counts['when'], { coming: 2, past: 1 })
})

test('a list of certain days has it by the first date in them', async () => {
  const march = await listed({ from: '2027-03-02', to: '2027-03-20' })
  assert.deepEqual(march.rows, [['Weekly class', '2027-03-08', 'confirmed']])
  assert.equal((await listed({ from: '2027-03-02', to: '2027-03-07' })).total, 0)
  assert.deepEqual((await listed({ from: '2027-01-05', to: '2027-01-05' })).rows, [
    ['Ended class', '2027-01-05', 'confirmed'],
  ])
})

test('the calendar has each of its dates, moved, retitled and called off ones as they are', async () => {
  await plant(db, 'events', [
    weekly({
      id: 'moving',
      title: 'Moving class',
      start_date: '2027-04-05',
      recurrence: {
        rule: 'FREQ=WEEKLY;COUNT=4',
        dates: ['2027-04-08T10:00'],
        except: ['2027-04-12T19:00'],
        changes: [
          { of: '2027-04-19T19:00', start_date: '2027-04-20', start_time: '18:00', title: 'Moved evening' },
          { of: '2027-04-26T19:00', start_date: '2027-04-26', start_time: '19:00', status: 'cancelled' },
        ],
      },
    }),
  ])
  const month = readMonth('2027-04')
  assert.ok(month)
  const days = daysOf(month, await listMonth(db, stranger, 'en', month))
  const shown = days.flatMap(({ day, events }) =>
    events.filter(({ slug }) => slug === 'moving-class').map(({ title, state }) => [day, title, state]),
  )
  assert.deepEqual(shown, [
    ['2027-04-05', 'Moving class', 'confirmed'],
    ['2027-04-08', 'Moving class', 'confirmed'],
    ['2027-04-20', 'Moved evening', 'confirmed'],
    ['2027-04-26', 'Moving class', 'cancelled'],
  ])
  assert.doesNotMatch(JSON.stringify(days), /Secret/)
})

test('its page has the next dates, and all dates are a page of their own; a draft and a single event have none', async () => {
  const page = await house.get('/events/weekly-class')
  assert.match(page.text, /<h2[^>]*>Dates<\/h2>/)
  assert.equal(page.text.split('<time datetime="2027-').length - 1, 8 + 1)
  assert.match(page.text, /href="\/events\/weekly-class\/dates"/)
  const dates = await house.get('/events/weekly-class/dates?page=2')
  assert.equal(dates.status, 200)
  assert.match(dates.text, /<title>Dates: Weekly class/)
  const past = await house.get('/ur/events/weekly-class/dates?when=past')
  assert.deepEqual(past.text.match(/datetime="2027-01-\d\d"/g), [
    'datetime="2027-01-11"',
    'datetime="2027-01-04"',
  ])
  const moved = await house.get('/events/moving-class/dates')
  assert.match(moved.text, /Moved evening/)
  assert.match(moved.text, /26 April 2027.*Cancelled/)
  for (const path of ['secret-class', 'single', 'nothing', 'weekly-class'].map((s) => `/events/${s}/dates`)) {
    const wanted = path.includes('weekly') ? 200 : 404
    assert.equal((await house.get(path)).status, wanted, path)
  }
  assert.equal((await house.get('/events/weekly-class/dates?page=9')).status, 404)
  assert.equal((await house.get('/events/weekly-class/dates?when=never')).status, 400)
})

test('pages ask as much for an event with one date as for one with eighty', async () => {
  const count = async (path: string) => {
    const before = house.queries.length
    assert.equal((await house.get(path)).status, 200)
    return house.queries.length - before
  }
  assert.equal(await count('/events/weekly-class/dates'), await count('/events/ended-class/dates?when=past'))
  assert.equal(await count('/events/weekly-class'), await count('/events/moving-class'))
})

test('every night what goes on is worked out further, once a month for each event', async () => {
  const last = () =>
    firstRow<{ last: string; until: string }>(
      db,
      sql`select max(o.starts_on)::text as last, max(r.occurrences_until)::text as until
        from information.occurrence o join information.event r on r.id = o.event_id where r.id = 'class'`,
    )
  assert.deepEqual(await last(), { last: '2028-08-14', until: '2028-08-15' })
  const today = Temporal.PlainDate.from('2027-01-20')
  assert.equal(await extendOccurrences(db, today), 0)
  const later = today.add({ days: 40 })
  const progress: number[][] = []
  const extended = await extendOccurrences(db, later, {
    progress: async (done, total) => void progress.push([done, total]),
  })
  assert.deepEqual([extended, progress], [2, [[2, 2]]])
  assert.deepEqual(await last(), { last: '2028-09-25', until: '2028-10-01' })
  assert.equal(await extendOccurrences(db, later), 0)
  const kept = await firstRow<{ first: string }>(
    db,
    sql`select min(starts_on)::text as first from information.occurrence where event_id = 'class'`,
  )
  assert.equal(kept?.first, '2027-01-04')
})

test('an event that no longer repeats has one date, and one that loses its date none', async () => {
  const dates = () =>
    rows<{ start: string }>(
      db,
      sql`select start from information.occurrence where event_id = 'changing' order by start`,
    )
  await plant(db, 'events', [
    weekly({ id: 'changing', title: 'Changing', recurrence: { rule: 'FREQ=DAILY;COUNT=3' } }),
  ])
  assert.equal((await dates()).length, 3)
  await plant(db, 'events', [weekly({ id: 'changing', title: 'Changing', recurrence: null })])
  assert.deepEqual(await dates(), [{ start: '2027-01-04T19:00' }])
  await plant(db, 'events', [anEvent({ id: 'changing', title: 'Changing', start_date: null })])
  assert.deepEqual(await dates(), [])
})

test('a recurrence that does not fit its event is refused by name, and nothing is kept', async () => {
  const faultOf = async (given: Record<string, unknown>) => {
    const report = await importAll(db, 'events', [weekly({ id: 'misfit', ...given })])
    return report.refused.flatMap(({ faults }) => faults.map(({ field, reason }) => `${field} ${reason}`))
  }
  const cases: [Record<string, unknown>, RegExp][] = [
    [{ recurrence: { rule: 'FREQ=MINUTELY' } }, /recurrence.rule repeats minutely/],
    [{ recurrence: {} }, /recurrence.rule is required/],
    [
      { recurrence: { rule: 'FREQ=WEEKLY', except: ['2027-01-11'] } },
      /recurrence.except.0 is not a day and a time/,
    ],
    [
      { start_date: '2027-01', start_time: null, end_time: null, recurrence: { rule: 'FREQ=DAILY' } },
      /start_date is no day/,
    ],
    [{ recurrence: { rule: 'FREQ=WEEKLY', colour: 'red' } }, /colour/],
  ]
  for (const [given, wanted] of cases) assert.match((await faultOf(given)).join(), wanted)
  assert.equal((await house.get('/events/untitled')).status, 404)
})
