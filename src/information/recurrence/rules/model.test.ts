import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { ruleFault } from '../model.ts'
import { startsOfRule } from './model.ts'

// The processor's time, for others may be at work besides.
const cpuMs = () => process.cpuUsage().user / 1000

const some = (all: readonly (number | string)[], most = 2) =>
  fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: most }).map((list) => list.join())
const maybe = (part: fc.Arbitrary<string | number>) => fc.option(part, { nil: undefined })
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const plainDays = some(weekdays, 3)
const numberedDays = fc
  .array(fc.tuple(fc.constantFrom(-2, -1, 1, 2, 3, 5), fc.constantFrom(...weekdays)), {
    minLength: 1,
    maxLength: 2,
  })
  .map((days) => days.map((day) => day.join('')).join())

/** Every rule an event may have, but for parts that rrule-temporal does not bring together: those are told apart below. */
const ruleArb = fc
  .record({
    FREQ: fc.constantFrom('HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    INTERVAL: maybe(fc.integer({ min: 1, max: 5 })),
    BYMONTH: maybe(some([1, 2, 3, 6, 9, 10, 12], 3)),
    BYMONTHDAY: maybe(some([1, 2, 5, 13, 15, 28, 29, 30, 31, -1, -2], 3)),
    BYYEARDAY: maybe(some([1, 59, 60, 100, 200, 366, -1])),
    BYWEEKNO: maybe(some([1, 10, 20, 52, 53, -1])),
    BYDAY: maybe(fc.oneof(plainDays, numberedDays)),
    BYHOUR: maybe(some([8, 10, 20])),
    BYMINUTE: maybe(some([0, 30])),
    BYSETPOS: maybe(some([1, 2, -1])),
    WKST: maybe(fc.constantFrom('MO', 'SU')),
    COUNT: maybe(fc.integer({ min: 1, max: 30 })),
  })
  .map((parts) => ({ ...parts, COUNT: parts.FREQ === 'HOURLY' ? (parts.COUNT ?? 20) : parts.COUNT }))
  .map((parts) =>
    Object.entries(parts)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => `${name}=${value}`)
      .join(';'),
  )
  .filter((rule) => ruleFault(rule) === null)
  .filter((rule) => !/BYYEARDAY/.test(rule) || !/BYMONTH|BYDAY|BYWEEKNO/.test(rule))
  .filter((rule) => !/BYWEEKNO/.test(rule) || !/BYMONTH/.test(rule))
  .filter((rule) => !/BYWEEKNO/.test(rule) || !/INTERVAL|BYSETPOS/.test(rule))
  .filter((rule) => !/BYMONTHDAY/.test(rule) || !/BYDAY=[^;]*\d/.test(rule))

const startArb = fc
  .integer({ min: 0, max: 1500 })
  .map((days) => `${Temporal.PlainDate.from('2026-01-01').add({ days }).toString()}T10:00`)

function expected(rule: string, start: string, to: string): string[] {
  const theirs = new RRuleTemporal({ rruleString: `DTSTART;TZID=UTC:${compact(start)}00\nRRULE:${rule}` })
  try {
    return theirs
      .between(new Date(`${start}:00Z`), new Date(`${to}T23:59:59Z`), true)
      .map((moment) => moment.toPlainDateTime().toString({ smallestUnit: 'minute' }))
  } catch (error) {
    // It gives up on an hourly rule that never comes true, which makes nothing.
    if (error instanceof Error && error.message.startsWith('Maximum iterations')) return []
    throw error
  }
}

const compact = (start: string) => start.replaceAll(/[-:]/g, '')

test('a thousand rules make the starts that rrule-temporal makes', () => {
  let made = 0
  const untilArb = fc.option(fc.integer({ min: 1, max: 700 }), { nil: undefined })
  fc.assert(
    fc.property(ruleArb, startArb, untilArb, (given, begun, days) => {
      const to = Temporal.PlainDate.from(begun.slice(0, 10)).add({ years: 3 }).toString()
      // Of a start that its rule does not make the standard says nothing: see below.
      const [start] = expected(given, begun, to)
      fc.pre(start !== undefined)
      const until = days && Temporal.PlainDateTime.from(start).add({ days })
      const ends = until && !given.includes('COUNT') ? `;UNTIL=${compact(until.toString())}` : ''
      const theirs = expected(given + (ends && `${ends}Z`), start, to)
      fc.pre(theirs[0] === start)
      made += theirs.length
      assert.deepEqual(startsOfRule(given + ends, start, { from: start.slice(0, 10), to }), theirs)
      // A window cuts out of the same starts.
      const [from, last] = [theirs[2]?.slice(0, 10) ?? to, theirs[5]?.slice(0, 10) ?? to]
      const within = theirs.filter((one) => one >= from && one.slice(0, 10) <= last)
      assert.deepEqual(startsOfRule(given + ends, start, { from, to: last }), within)
    }),
    { numRuns: 1000 },
  )
  assert.ok(made > 2000, `${made} starts`)
})

const starts = (rule: string, start: string, to = '2029-12-31') =>
  startsOfRule(rule, start, { from: start.slice(0, 10), to })

test('parts that choose days together leave those that all of them choose', () => {
  assert.deepEqual(starts('FREQ=YEARLY;BYYEARDAY=100,200;BYDAY=MO', '2028-01-03'), ['2028-01-03'])
  assert.deepEqual(starts('FREQ=YEARLY;BYYEARDAY=1,2;BYMONTHDAY=2', '2027-01-02'), [
    '2027-01-02',
    '2028-01-02',
    '2029-01-02',
  ])
  assert.deepEqual(starts('FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR', '2027-08-13', '2029-07-13'), [
    '2027-08-13',
    '2028-10-13',
    '2029-04-13',
    '2029-07-13',
  ])
})

test('the start of the event is always an occurrence, and the first that is counted', () => {
  assert.deepEqual(starts('FREQ=WEEKLY;BYDAY=MO;COUNT=3', '2027-06-02T10:00'), [
    '2027-06-02T10:00',
    '2027-06-07T10:00',
    '2027-06-14T10:00',
  ])
  assert.deepEqual(starts('FREQ=DAILY;UNTIL=20200101', '2027-06-02'), ['2027-06-02'])
})

test('a rule that never comes true ends with its window, and so does one from long ago', () => {
  const began = cpuMs()
  assert.deepEqual(starts('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', '1900-01-05'), ['1900-01-05'])
  assert.deepEqual(starts('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '1900-01-05'), ['1900-01-05'])
  assert.deepEqual(starts('FREQ=MONTHLY;INTERVAL=999999999', '2027-01-05'), ['2027-01-05'])
  const second = 'FREQ=HOURLY;BYMINUTE=0;BYSETPOS=2;COUNT=20'
  assert.deepEqual(starts(second, '2026-01-01T10:00'), ['2026-01-01T10:00'])
  assert.equal(startsOfRule('FREQ=DAILY', '1900-01-05', { from: '2027-01-01', to: '2027-12-31' }).length, 365)
  assert.ok(cpuMs() - began < 5000)
})

test('a rule of whole days makes days; the last of a month is the last of each', () => {
  assert.deepEqual(starts('FREQ=MONTHLY;BYMONTHDAY=-1', '2027-12-31', '2028-03-31'), [
    '2027-12-31',
    '2028-01-31',
    '2028-02-29',
    '2028-03-31',
  ])
  assert.deepEqual(starts('FREQ=MONTHLY', '2027-10-31', '2028-03-31'), [
    '2027-10-31',
    '2027-12-31',
    '2028-01-31',
    '2028-03-31',
  ])
})
