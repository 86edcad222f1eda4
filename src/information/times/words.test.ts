import assert from 'node:assert/strict'
import test from 'node:test'
import type { EventState, Precision } from '../events/model.ts'
import { momentsOf } from '../events/model.ts'
import { readerOf } from '../readers/model.ts'
import { progressWords, shortTime, statedTime } from './words.ts'

const reader = readerOf('en', { vocabularies: {} }, Temporal.Instant.from('2027-01-15T12:00:00Z'))

type Given = {
  from: string
  to?: string
  times?: [string, string | null]
  zone?: string
  precision?: Precision
  state?: EventState
}

function event({ from, to = from, times, zone, precision = 'day', state = 'confirmed' }: Given) {
  const time = {
    startsOn: from,
    endsOn: to,
    startsTime: times?.[0] ?? null,
    endsTime: times?.[1] ?? null,
    zone: zone ?? null,
    precision,
  }
  const { start, end } = momentsOf(time)
  return {
    ...time,
    state,
    startsAt: new Date(start.epochMilliseconds),
    endsAt: new Date(end.epochMilliseconds),
  }
}

const undated = {
  startsOn: null,
  startsTime: null,
  endsOn: null,
  endsTime: null,
  zone: null,
  precision: null,
  startsAt: null,
  endsAt: null,
  state: 'confirmed' as const,
}

test('an exhibition of many weeks is on now, until its last day', () => {
  const exhibition = event({ from: '2026-12-01', to: '2027-02-28' })
  assert.deepEqual(shortTime(reader, exhibition), {
    big: 'On now',
    small: 'until 28 Feb',
    datetime: '2026-12-01',
  })
  assert.equal(progressWords(reader, exhibition), 'On now')
})

test('what was cancelled or put off is not on', () => {
  for (const state of ['cancelled', 'postponed'] as const) {
    const off = event({ from: '2026-12-01', to: '2027-02-28', state })
    assert.deepEqual([shortTime(reader, off).big, progressWords(reader, off)], ['1 Dec', ''])
  }
})

test('a year is named where it is not this one, and a time of day where there is one', () => {
  const rows = [
    event({ from: '2027-03-01' }),
    event({ from: '2028-03-01' }),
    event({ from: '2027-03-01', times: ['19:00', '21:00'], zone: 'Asia/Tokyo' }),
    event({ from: '2027-12-20', to: '2028-01-10' }),
  ]
  assert.deepEqual(
    rows.map((row) => [shortTime(reader, row).big, shortTime(reader, row).small]),
    [
      ['1 Mar', ''],
      ['1 Mar', '2028'],
      ['1 Mar', '19:00'],
      ['20 Dec', 'until 10 January 2028'],
    ],
  )
})

test('a month or a year is said as such, and never as a day or as on now', () => {
  const month = event({ from: '2027-01-01', to: '2027-01-31', precision: 'month' })
  const year = event({ from: '2027-01-01', to: '2027-12-31', precision: 'year' })
  const months = event({ from: '2027-05-01', to: '2027-07-31', precision: 'month' })
  assert.deepEqual(shortTime(reader, month), { big: 'January 2027', small: '', datetime: '2027-01' })
  assert.deepEqual(shortTime(reader, year), { big: '2027', small: '', datetime: '2027' })
  assert.deepEqual(shortTime(reader, months), {
    big: 'May 2027',
    small: 'until July 2027',
    datetime: '2027-05',
  })
  assert.deepEqual(statedTime(reader, year), { stated: '2027', exactness: 'Only the year is known.' })
  assert.deepEqual(statedTime(reader, months), {
    stated: 'May 2027 to July 2027',
    exactness: 'Only the month is known.',
  })
  assert.equal(progressWords(reader, year), '')
})

test('days without a time are whole days, and no date is said to be none', () => {
  assert.deepEqual(statedTime(reader, event({ from: '2027-03-01', to: '2027-03-03' })), {
    stated: reader.format.fullDateRange('2027-03-01', '2027-03-03'),
    exactness: 'Whole days',
  })
  assert.deepEqual(statedTime(reader, undated), { stated: 'No date yet', exactness: '' })
  assert.deepEqual(shortTime(reader, undated), { big: 'No date yet', small: '' })
})

test('a wall time is said with its zone and in UTC, also across a change of clocks', () => {
  const night = event({
    from: '2027-03-27',
    to: '2027-03-28',
    times: ['22:00', '04:00'],
    zone: 'Europe/Brussels',
  })
  assert.deepEqual(statedTime(reader, night), {
    stated: 'Saturday, 27 March 2027, 22:00 to Sunday, 28 March 2027, 04:00, Brussels time',
    exactness: '',
    utc: '27 Mar 2027, 21:00 to 28 Mar 2027, 02:00 UTC',
    instant: '2027-03-27T21:00:00Z',
  })
  const evening = event({ from: '2027-03-01', times: ['19:00', '21:30'], zone: 'Asia/Kolkata' })
  assert.equal(statedTime(reader, evening).stated, 'Monday, 1 March 2027, 19:00 to 21:30, Kolkata time')
  const open = event({ from: '2027-03-01', times: ['19:00', null], zone: 'Asia/Kolkata' })
  assert.deepEqual(
    [statedTime(reader, open).stated, statedTime(reader, open).utc],
    ['Monday, 1 March 2027, 19:00, Kolkata time', '1 Mar 2027, 13:30 UTC'],
  )
})
