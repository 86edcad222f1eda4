import assert from 'node:assert/strict'
import test from 'node:test'
import { readShape } from '../../../platform/index.ts'
import { type CallDates, datesShape } from '../dates/model.ts'
import { isOpenToAll, listedClosings, momentsOf, timingOf } from './model.ts'

const at = (text: string) => Temporal.Instant.from(text)

function dates(given: Record<string, unknown>): CallDates {
  const read = readShape(datesShape, { zone: 'Europe/Brussels', opens: { day: '2027-01-15' }, ...given })
  assert.ok('record' in read, JSON.stringify(read))
  return read.record
}

/** Phase, round, closing and next change in one line. */
function said(given: CallDates, now: string, applications?: number): string {
  const { phase, round, step, closes, changes } = timingOf(given, at(now), {
    applications: applications ?? 0,
  })
  return [phase, round ?? '-', step, closes ?? '-', changes ?? '-'].join(' ')
}

const brussels = dates({ closes: { day: '2027-05-31', time: '23:59' }, grace_minutes: 15 })

test('a call closing on 31 May at 23:59 in Brussels is open to the last second there, and closed at midnight but for its grace', () => {
  const [closes, ends] = ['2027-05-31T22:00:00Z', '2027-05-31T22:15:00Z']
  assert.equal(said(brussels, '2027-05-31T21:59:59.999Z'), `open - 1 ${closes} ${closes}`)
  assert.equal(said(brussels, closes), `late - 1 ${closes} ${ends}`)
  assert.equal(said(brussels, '2027-05-31T22:13:59Z'), `late - 1 ${closes} ${ends}`)
  assert.equal(said(brussels, '2027-05-31T22:14:59.999Z'), `late - 1 ${closes} ${ends}`)
  assert.equal(said(brussels, ends), `closed - 1 ${closes} -`)
  assert.equal(said(brussels, '2027-05-31T22:15:59Z'), `closed - 1 ${closes} -`)
})

test('without grace it is refused at the very moment of closing', () => {
  const strict = dates({ closes: { day: '2027-05-31', time: '23:59' } })
  assert.equal(said(strict, '2027-05-31T22:00:00Z'), 'closed - 1 2027-05-31T22:00:00Z -')
})

test('a call opens at the start of its day, or at its time, and says when', () => {
  const closes = '2027-05-31T22:00:00Z'
  assert.equal(said(brussels, '2027-01-14T22:59:59Z'), `not-yet-open - 1 ${closes} 2027-01-14T23:00:00Z`)
  assert.equal(said(brussels, '2027-01-14T23:00:00Z'), `open - 1 ${closes} ${closes}`)
  const noon = dates({ opens: { day: '2027-01-15', time: '12:00' }, closes: { day: '2027-05-31' } })
  assert.equal(timingOf(noon, at('2027-01-15T10:59:59Z')).phase, 'not-yet-open')
  assert.equal(timingOf(noon, at('2027-01-15T11:00:00Z')).phase, 'open')
})

test('the same wall time closes at another moment in every zone, and last of all anywhere on earth', () => {
  const closings = ['Asia/Tokyo', 'Europe/Brussels', 'America/New_York', 'anywhere-on-earth'].map((zone) => {
    const given = dates({ zone, closes: { day: '2027-03-31' }, grace_minutes: 60 })
    const { closes } = timingOf(given, at('2027-02-01T00:00:00Z'))
    assert.ok(closes)
    const phases = [-1, 0, 3599, 3600].map((seconds) => timingOf(given, closes.add({ seconds })).phase)
    assert.deepEqual(phases, ['open', 'late', 'late', 'closed'], zone)
    return closes.toString()
  })
  assert.deepEqual(closings, [
    '2027-03-31T15:00:00Z',
    '2027-03-31T22:00:00Z',
    '2027-04-01T04:00:00Z',
    '2027-04-01T12:00:00Z',
  ])
})

test('a time that comes twice opens the first time and closes the second', () => {
  const twice = { day: '2027-10-31', time: '02:30' }
  const closing = dates({ closes: twice })
  assert.equal(timingOf(closing, at('2027-10-31T00:30:00Z')).phase, 'open')
  assert.equal(timingOf(closing, at('2027-10-31T01:30:00Z')).phase, 'closed')
  const opening = dates({ opens: twice, closes: { day: '2027-11-30' } })
  assert.equal(timingOf(opening, at('2027-10-31T00:29:59Z')).phase, 'not-yet-open')
  assert.equal(timingOf(opening, at('2027-10-31T00:30:00Z')).phase, 'open')
})

test('a day on which the clocks leap over midnight begins an hour later', () => {
  const beirut = dates({ zone: 'Asia/Beirut', closes: { day: '2027-03-27' } })
  assert.equal(timingOf(beirut, at('2027-03-01T00:00:00Z')).closes?.toString(), '2027-03-27T22:00:00Z')
})

const monthly = dates({
  opens: { day: '2026-11-10' },
  cut_offs: { every: 'month', on: 'last', until: '2027-04-15', decides_after_days: 28 },
})

test('with monthly cut-offs the moment of submission picks the round, also across the end of a year', () => {
  const [november, december, january] = [
    '2026-11-30T23:00:00Z',
    '2026-12-31T23:00:00Z',
    '2027-01-31T23:00:00Z',
  ]
  assert.equal(
    said(monthly, '2026-11-01T00:00:00Z'),
    `not-yet-open 2026-11 1 ${november} 2026-11-09T23:00:00Z`,
  )
  assert.equal(said(monthly, '2026-11-15T00:00:00Z'), `open 2026-11 1 ${november} ${november}`)
  assert.equal(said(monthly, '2026-12-31T22:59:59Z'), `open 2026-12 1 ${december} ${december}`)
  assert.equal(said(monthly, december), `open 2027-01 1 ${january} ${january}`)
})

test('the last cut-off is on the last day that is stated, and none comes after it', () => {
  const last = '2027-04-15T22:00:00Z'
  assert.equal(said(monthly, '2027-04-01T00:00:00Z'), `open 2027-04 1 ${last} ${last}`)
  assert.equal(said(monthly, last), `closed - 1 ${last} -`)
  assert.equal(said(monthly, '2031-08-01T00:00:00Z'), `closed - 1 ${last} -`)
})

test('cut-offs of quarters close in March, June, September and December', () => {
  const quarterly = dates({
    opens: { day: '2026-11-10' },
    cut_offs: { every: 'quarter', on: 15, time: '17:00' },
  })
  const rounds = listedClosings(quarterly, at('2026-11-01T00:00:00Z'), at('2027-11-01T00:00:00Z'))
  assert.deepEqual(
    rounds.map(({ round, closes }) => `${round} ${closes.toString()}`),
    [
      '2026-q4 2026-12-15T16:00:00Z',
      '2027-q1 2027-03-15T16:00:00Z',
      '2027-q2 2027-06-15T15:00:00Z',
      '2027-q3 2027-09-15T15:00:00Z',
    ],
  )
})

test('grace makes nobody late who comes while the next round is open', () => {
  const graced = dates({
    opens: { day: '2026-11-10' },
    cut_offs: { every: 'month', on: 'last', until: '2026-12-31' },
    grace_minutes: 30,
  })
  assert.equal(timingOf(graced, at('2026-11-30T23:00:00Z')).phase, 'open')
  assert.equal(timingOf(graced, at('2026-11-30T23:00:00Z')).round, '2026-12')
  assert.equal(timingOf(graced, at('2026-12-31T23:29:59Z')).phase, 'late')
  assert.equal(timingOf(graced, at('2026-12-31T23:29:59Z')).round, '2026-12')
  assert.equal(timingOf(graced, at('2026-12-31T23:30:00Z')).phase, 'closed')
})

const rounds = dates({
  rounds: [
    { id: 'spring', closes: { day: '2027-03-31' }, decides: '2027-04-30' },
    { id: 'autumn', opens: { day: '2027-08-01' }, closes: { day: '2027-09-30' } },
  ],
  decides: '2027-12-01',
})

test('between two rounds a call is not yet open, and says when the next begins', () => {
  assert.equal(timingOf(rounds, at('2027-03-01T00:00:00Z')).round, 'spring')
  assert.equal(
    said(rounds, '2027-05-01T00:00:00Z'),
    'not-yet-open autumn 1 2027-09-30T22:00:00Z 2027-07-31T22:00:00Z',
  )
  assert.equal(timingOf(rounds, at('2027-10-01T00:00:00Z')).phase, 'closed')
})

test('closing and decision are those of the round one applies in', () => {
  assert.deepEqual(momentsOf(rounds, at('2027-03-01T00:00:00Z')), {
    opening: '2027-01-15',
    closing: '2027-03-31',
    decision: '2027-04-30',
  })
  assert.deepEqual(momentsOf(rounds, at('2027-05-01T00:00:00Z')), {
    opening: '2027-01-15',
    closing: '2027-09-30',
    decision: '2027-12-01',
  })
  assert.deepEqual(momentsOf(monthly, at('2026-12-31T23:00:00Z')), {
    opening: '2026-11-10',
    closing: '2027-01-31',
    decision: '2027-02-28',
  })
})

test('first come ends with the last place, whatever the date', () => {
  const places = dates({ closes: { day: '2027-05-31' }, first_come: 700, grace_minutes: 15 })
  const closes = '2027-05-31T22:00:00Z'
  assert.equal(said(places, '2027-02-01T00:00:00Z', 699), `open - 1 ${closes} ${closes}`)
  assert.equal(said(places, '2027-02-01T00:00:00Z', 700), `full - 1 ${closes} 2027-05-31T22:15:00Z`)
  assert.equal(timingOf(places, at('2027-06-01T00:00:00Z'), { applications: 700 }).phase, 'closed')
})

test('a call without a closing stays open, and no clock changes that', () => {
  const rolling = dates({})
  assert.equal(said(rolling, '2031-02-01T00:00:00Z'), 'open - 1 - -')
  assert.deepEqual(listedClosings(rolling, at('2020-01-01T00:00:00Z'), at('2040-01-01T00:00:00Z')), [])
})

test('the second step is for those invited: lists say closed', () => {
  const steps = dates({
    closes: { day: '2027-03-31' },
    second_step: { opens: { day: '2027-05-01' }, closes: { day: '2027-06-15', time: '17:00' } },
  })
  const [first, second] = ['2027-03-31T22:00:00Z', '2027-06-15T15:00:00Z']
  assert.equal(said(steps, '2027-04-10T00:00:00Z'), `closed - 1 ${first} 2027-04-30T22:00:00Z`)
  assert.equal(said(steps, '2027-05-10T00:00:00Z'), `open - 2 ${second} ${second}`)
  assert.equal(said(steps, second), `closed - 1 ${first} -`)
  assert.deepEqual(
    ['2027-03-01', '2027-05-10'].map((day) => isOpenToAll(timingOf(steps, at(`${day}T00:00:00Z`)))),
    [true, false],
  )
})

test('an extension counts from the day it was announced, also one that opens a closed call again', () => {
  const extension = (on: string) => ({
    from: { day: '2027-03-31' },
    to: { day: '2027-04-14' },
    on,
    reason: { en: 'Storms closed many offices.' },
  })
  const [first, last] = ['2027-03-31T22:00:00Z', '2027-04-14T22:00:00Z']
  for (const stated of ['2027-03-31', '2027-04-14']) {
    const early = dates({ closes: { day: stated }, extensions: [extension('2027-03-20')] })
    assert.equal(said(early, '2027-03-01T00:00:00Z'), `open - 1 ${first} 2027-03-19T23:00:00Z`)
    assert.equal(said(early, '2027-04-01T00:00:00Z'), `open - 1 ${last} ${last}`)
    assert.equal(said(early, last), `closed - 1 ${last} -`)
  }
  const afterwards = dates({ closes: { day: '2027-03-31' }, extensions: [extension('2027-04-02')] })
  assert.equal(said(afterwards, first), `closed - 1 ${first} 2027-04-01T22:00:00Z`)
  assert.equal(said(afterwards, '2027-04-01T22:00:00Z'), `open - 1 ${last} ${last}`)
})

test('a call that was cancelled is so from that day on', () => {
  const cancelled = dates({
    closes: { day: '2027-05-31' },
    cancelled: { on: '2027-03-11', reason: { en: 'Nobody can travel.' } },
  })
  assert.equal(timingOf(cancelled, at('2027-03-10T22:59:59Z')).phase, 'open')
  assert.equal(said(cancelled, '2027-03-10T23:00:00Z'), 'cancelled - 1 - -')
})

test('lists and calendars show the closings of a span, with the words that are stated', () => {
  assert.deepEqual(
    listedClosings(monthly, at('2026-12-01T00:00:00Z'), at('2027-02-01T00:00:00Z')).map(
      ({ closes, ...rest }) => ({ ...rest, closes: closes.toString() }),
    ),
    [
      {
        round: '2026-12',
        day: '2026-12-31',
        time: null,
        zone: 'Europe/Brussels',
        decides: '2027-01-28',
        closes: '2026-12-31T23:00:00Z',
      },
      {
        round: '2027-01',
        day: '2027-01-31',
        time: null,
        zone: 'Europe/Brussels',
        decides: '2027-02-28',
        closes: '2027-01-31T23:00:00Z',
      },
    ],
  )
})
