import assert from 'node:assert/strict'
import test from 'node:test'
import {
  changesBetween,
  closingOf,
  closingsOf,
  currentRound,
  daysLeft,
  type Deadline,
  isOpen,
  type Round,
} from './model.ts'

const at = (text: string) => Temporal.Instant.from(text)
const round = (deadline: string, time: string | null = null, zone: string | null = null): Round => ({
  deadline,
  time,
  zone,
  text: null,
})
const call = (given: Partial<Deadline>): Deadline => ({
  kind: 'fixed',
  rounds: [],
  cancelled: false,
  places: null,
  ...given,
})

test('a call closing on 31 March anywhere on earth is open at 11:59 UTC on 1 April and closed at 12:00', () => {
  const deadline = call({ rounds: [round('2027-03-31', '23:59', 'anywhere-on-earth')] })
  assert.equal(isOpen(deadline, at('2027-04-01T11:59:59Z')), true)
  assert.equal(isOpen(deadline, at('2027-04-01T12:00:00Z')), false)
})

test('a date without time or zone is that whole day, everywhere on earth', () => {
  assert.equal(closingOf(round('2027-05-31')).toString(), '2027-06-01T12:00:00Z')
})

test('a date with a zone and no time is that whole day there', () => {
  assert.equal(closingOf(round('2027-05-31', null, 'Asia/Singapore')).toString(), '2027-05-31T16:00:00Z')
})

test('a stated time closes at that minute, in summer and in winter', () => {
  assert.equal(closingOf(round('2027-10-30', '17:00', 'Europe/Brussels')).toString(), '2027-10-30T15:00:00Z')
  assert.equal(closingOf(round('2027-10-31', '17:00', 'Europe/Brussels')).toString(), '2027-10-31T16:00:00Z')
})

test('a wall time the clock repeats is the later one; one it skips does not exist', () => {
  assert.equal(closingOf(round('2027-10-31', '02:30', 'Europe/Brussels')).toString(), '2027-10-31T01:30:00Z')
  assert.throws(() => closingOf(round('2027-03-28', '02:30', 'Europe/Brussels')), RangeError)
})

test('a rolling call has no closing, no date to show, and never expires', () => {
  const rolling = call({ kind: 'rolling', rounds: [round('2020-01-01')] })
  assert.deepEqual(closingsOf(rolling), [])
  assert.equal(currentRound(rolling, at('2027-01-01T00:00:00Z')), undefined)
  assert.equal(isOpen(rolling, at('2099-01-01T00:00:00Z')), true)
})

test('of several rounds the next one counts, and the last once all are over', () => {
  const rounds = call({ kind: 'rounds', rounds: [round('2027-06-30'), round('2027-03-31')] })
  assert.equal(currentRound(rounds, at('2027-01-01T00:00:00Z'))?.deadline, '2027-03-31')
  assert.equal(currentRound(rounds, at('2027-05-01T00:00:00Z'))?.deadline, '2027-06-30')
  assert.equal(currentRound(rounds, at('2028-05-01T00:00:00Z'))?.deadline, '2027-06-30')
  assert.equal(isOpen(rounds, at('2027-06-30T20:00:00Z')), true)
  assert.equal(isOpen(rounds, at('2027-07-01T12:00:00Z')), false)
})

test('a cancelled call is closed at once', () => {
  assert.equal(
    isOpen(call({ rounds: [round('2099-01-01')], cancelled: true }), at('2027-01-01T00:00:00Z')),
    false,
  )
})

test('days are counted in the zone of the deadline', () => {
  const singapore = round('2027-05-31', '12:00', 'Asia/Singapore')
  assert.equal(daysLeft(singapore, at('2027-05-30T15:00:00Z')), 1)
  assert.equal(daysLeft(singapore, at('2027-05-30T17:00:00Z')), 0)
})

test('without a stated zone days are counted in UTC, and it is the last day until the call closes', () => {
  const nowhere = round('2027-05-31')
  assert.equal(daysLeft(nowhere, at('2027-05-30T23:59:00Z')), 1)
  assert.equal(daysLeft(nowhere, at('2027-05-31T05:00:00Z')), 0)
  assert.equal(daysLeft(nowhere, at('2027-06-01T11:59:59Z')), 0)
  assert.equal(daysLeft(nowhere, at('2027-06-01T12:00:00Z')), -1)
  const anywhere = round('2027-05-31', null, 'anywhere-on-earth')
  assert.equal(daysLeft(anywhere, at('2027-05-31T05:00:00Z')), 1)
  assert.equal(daysLeft(anywhere, at('2027-06-01T05:00:00Z')), 0)
})

test('an extension, a cancellation and a reopening each enter the history', () => {
  const before = call({ rounds: [round('2027-03-31')] })
  const extended = call({ rounds: [round('2027-04-15')] })
  const cancelled = call({ rounds: [round('2027-04-15')], cancelled: true })
  const day = '2027-03-01'
  assert.deepEqual(changesBetween(before, extended, day), [
    { kind: 'extended', on: day, from: '2027-03-31', to: '2027-04-15', words: null },
  ])
  assert.deepEqual(changesBetween(extended, before, day)[0]?.kind, 'shortened')
  assert.deepEqual(changesBetween(extended, cancelled, day), [
    { kind: 'cancelled', on: day, from: null, to: null, words: null },
  ])
  assert.deepEqual(changesBetween(cancelled, extended, day)[0]?.kind, 'reopened')
  assert.deepEqual(changesBetween(before, before, day), [])
})
