import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { dayAfter, momentAt } from './model.ts'

const zones = [
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Yangon',
  'Africa/Casablanca',
  'UTC',
]
// On both sides of changes of clocks, midnight ones too, and anywhere.
const changes = [
  '2027-03-28',
  '2027-10-31',
  '2018-11-04',
  '2018-02-18',
  '2027-04-04',
  '2027-10-03',
  '2027-02-07',
]
const dayArb = fc.oneof(
  fc.constantFrom(...changes),
  fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -3, max: 3 }))
    .map(([day, days]) => later(day, days)),
  fc.integer({ min: 0, max: 40_000 }).map((days) => later('1960-01-01', days)),
)
const later = (day: string, days: number) => Temporal.PlainDate.from(day).add({ days }).toString()
const timeArb = fc.integer({ min: 0, max: 95 }).map((quarter) => {
  const two = (number: number) => String(number).padStart(2, '0')
  return `${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`
})

test('a wall time is the moment that the zone itself says, whatever was asked before', () => {
  const askedArb = fc.array(fc.tuple(fc.constantFrom(...zones), dayArb, timeArb), {
    minLength: 1,
    maxLength: 9,
  })
  fc.assert(
    fc.property(askedArb, (asked) => {
      for (const [zone, day, time] of asked) {
        const moment = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone)
        assert.equal(momentAt(zone, day, time), moment.epochMilliseconds, `${day} ${time} ${zone}`)
      }
    }),
    { numRuns: 4000 },
  )
})

test('the first moment after a change says nothing of the night before it', () => {
  const utc = (day: string, time: string) => new Date(momentAt('Europe/Berlin', day, time)).toISOString()
  assert.equal(utc('2027-03-28', '03:00'), '2027-03-28T01:00:00.000Z')
  assert.equal(utc('2027-03-28', '00:00'), '2027-03-27T23:00:00.000Z')
  assert.equal(utc('2027-03-20', '12:00'), '2027-03-20T11:00:00.000Z')
})

test('the day after is the next one of the calendar', () => {
  assert.deepEqual(['2028-02-28', '2027-02-28', '2027-12-31'].map(dayAfter), [
    '2028-02-29',
    '2027-03-01',
    '2028-01-01',
  ])
})
