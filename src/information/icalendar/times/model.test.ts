import assert from 'node:assert/strict'
import test from 'node:test'
import { type Property, PropertyFault } from '../properties/model.ts'
import { endOf, timesOf, whenOf, type Zones } from './model.ts'

const zones: Zones = { named: (name) => name, floating: undefined }

/** `2027-03-27T20:00 Europe/Berlin`, `2027-03-27T20:00Z`, `2027-03-27` as ical.js hands them on. */
function property(name: string, stated: string): Property {
  const [value = '', tzid] = stated.split(' ')
  const full = value.replace(/(T\d\d:\d\d)(Z?)$/, '$1:00$2')
  return { name, parameters: tzid === undefined ? {} : { tzid }, values: [full], source: stated }
}

function read(start: string, end?: string, length?: string) {
  const from = whenOf(property('DTSTART', start), zones)
  const to = endOf(
    from,
    end ? property('DTEND', end) : undefined,
    length ? property('DURATION', length) : undefined,
    zones,
  )
  const { start_date, start_time, end_date, end_time, zone } = timesOf(from, to)
  return [start_date, start_time, end_date, end_time, zone].map((part) => part ?? '-').join(' ')
}

const berlin = 'Europe/Berlin'

test('whole days end exclusively in calendars and inclusively here', () => {
  assert.equal(read('2027-05-01', '2027-05-04'), '2027-05-01 - 2027-05-03 - -')
  assert.equal(read('2027-05-01', '2027-05-02'), '2027-05-01 - 2027-05-01 - -')
  assert.equal(read('2027-05-01', '2027-05-01'), '2027-05-01 - 2027-05-01 - -')
  assert.equal(read('2027-05-01'), '2027-05-01 - - - -')
  assert.equal(read('2027-05-01', undefined, 'P1W'), '2027-05-01 - 2027-05-07 - -')
})

test('an end at midnight is the end of the day before', () => {
  assert.equal(
    read(`2027-05-01T20:00 ${berlin}`, `2027-05-02T00:00 ${berlin}`),
    `2027-05-01 20:00 2027-05-01 - ${berlin}`,
  )
  assert.equal(
    read(`2027-05-01T00:00 ${berlin}`, `2027-05-31T00:00 ${berlin}`),
    `2027-05-01 00:00 2027-05-30 - ${berlin}`,
  )
  assert.equal(read(`2027-05-01T20:00 ${berlin}`, '2027-05-02'), `2027-05-01 20:00 2027-05-01 - ${berlin}`)
  assert.equal(read(`2027-05-01T20:00 ${berlin}`, '2027-05-01'), `2027-05-01 20:00 2027-05-01 - ${berlin}`)
})

test('an end elsewhere is on the wall of the start', () => {
  assert.equal(
    read(`2027-07-01T20:00 ${berlin}`, '2027-07-01T20:30Z'),
    `2027-07-01 20:00 2027-07-01 22:30 ${berlin}`,
  )
  assert.equal(
    read('2027-07-01T20:00Z', `2027-07-01T23:30 ${berlin}`),
    '2027-07-01 20:00 2027-07-01 21:30 UTC',
  )
})

test('a length in days keeps the time on the wall, one in hours does not', () => {
  const start = `2027-03-27T20:00 ${berlin}`
  assert.equal(read(start, undefined, 'P1D'), `2027-03-27 20:00 2027-03-28 20:00 ${berlin}`)
  assert.equal(read(start, undefined, 'PT24H'), `2027-03-27 20:00 2027-03-28 21:00 ${berlin}`)
  assert.equal(read(start, undefined, 'P1DT2H'), `2027-03-27 20:00 2027-03-28 22:00 ${berlin}`)
  assert.equal(read(start, `2027-03-27T20:00 ${berlin}`), `2027-03-27 20:00 2027-03-27 - ${berlin}`)
})

test('a time that does not exist on the wall is handed on, for its field to refuse', () => {
  assert.equal(read(`2027-03-28T02:30 ${berlin}`), `2027-03-28 02:30 - - ${berlin}`)
  assert.throws(() => read('2027-02-30'), PropertyFault)
  assert.throws(() => read(`2027-02-01T24:00 ${berlin}`), PropertyFault)
  assert.throws(() => read('2027-02-01T20:00'), /names no time zone/)
})
