import assert from 'node:assert/strict'
import test from 'node:test'
import { type Locale, locales } from '../../design/index.ts'
import { readerOf } from '../readers/model.ts'
import type { Deadline, Round } from './model.ts'
import { changeWords, closingWords, leftWords, shortDeadline, wholeDayWords } from './words.ts'

const readerAt = (moment: string, locale: Locale = 'en') =>
  readerOf(locale, { vocabularies: {} }, Temporal.Instant.from(moment))
const reader = readerAt('2027-03-20T12:00:00Z')
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
const said = (given: Round, open = true) => {
  const { stated, utc } = closingWords(reader, given, open)
  return [stated, wholeDayWords(reader, given), utc]
}

test('a time in a zone is said as stated, and the same moment in UTC, on both sides of a clock change', () => {
  assert.deepEqual(said(round('2027-03-27', '17:00', 'Europe/Brussels')), [
    'Closes 27 March 2027, 17:00, Brussels time',
    undefined,
    '27 Mar 2027, 16:00 UTC',
  ])
  assert.deepEqual(said(round('2027-03-28', '17:00', 'Europe/Brussels')), [
    'Closes 28 March 2027, 17:00, Brussels time',
    undefined,
    '28 Mar 2027, 15:00 UTC',
  ])
})

test('anywhere on earth is said in words, and its end in UTC as the last minute of the day', () => {
  assert.deepEqual(said(round('2027-03-31', '23:59', 'anywhere-on-earth')), [
    'Closes 31 March 2027, 23:59, anywhere on earth',
    undefined,
    '1 Apr 2027, 11:59 UTC',
  ])
  assert.deepEqual(said(round('2027-03-31', null, 'anywhere-on-earth')), [
    'Closes 31 March 2027',
    'The whole of that day (anywhere on earth); the source states no time.',
    '1 Apr 2027, 11:59 UTC',
  ])
})

test('a date alone is that whole day; without a zone the moment in UTC is only the latest there can be', () => {
  assert.deepEqual(said(round('2027-03-31')), [
    'Closes 31 March 2027',
    'The whole of that day; the source states no time.',
    'At the latest 1 Apr 2027, 11:59 UTC',
  ])
  assert.deepEqual(said(round('2027-03-31', null, 'Asia/Kolkata')), [
    'Closes 31 March 2027',
    'The whole of that day (Kolkata time); the source states no time.',
    '31 Mar 2027, 18:29 UTC',
  ])
  assert.deepEqual(said(round('2027-03-31', '17:00')), [
    'Closes 31 March 2027, 17:00, time zone not stated',
    undefined,
    'At the latest 1 Apr 2027, 05:00 UTC',
  ])
})

test('what is over is said to be closed, with its time where one was stated', () => {
  assert.equal(said(round('2027-01-31'), false)[0], 'Closed on 31 January 2027')
  assert.equal(
    said(round('2027-01-31', '17:00', 'Europe/Brussels'), false)[0],
    'Closed on 31 January 2027, 17:00, Brussels time',
  )
})

test('the column of a list: near, far, next year, over, cancelled, and without a date', () => {
  const column = (given: Partial<Deadline>) => {
    const { big, small, soon } = shortDeadline(reader, call(given))
    return [big, small, soon]
  }
  assert.deepEqual(column({ rounds: [round('2027-03-27')] }), ['27 Mar', 'in 7 days', true])
  assert.deepEqual(column({ rounds: [round('2027-05-08')] }), ['8 May', 'in 7 weeks', false])
  assert.deepEqual(column({ rounds: [round('2028-01-15')] }), ['15 Jan', '2028 · in 9 months', false])
  assert.deepEqual(column({ rounds: [round('2026-12-01')] }), ['1 Dec', '2026 · closed', false])
  assert.deepEqual(column({ rounds: [round('2027-05-08')], cancelled: true }), ['Cancelled', '', false])
  assert.deepEqual(column({ kind: 'rolling' }), ['Rolling', '', false])
  assert.deepEqual(column({ kind: 'until-filled' }), ['Until filled', '', false])
  assert.deepEqual(column({ kind: 'not-announced' }), ['Not announced', '', false])
  assert.deepEqual(column({ kind: 'rounds', rounds: [round('2027-06-30'), round('2027-03-31')] }), [
    '31 Mar',
    'in 11 days',
    true,
  ])
})

test('on its last day, and while that day is not over everywhere, a call closes today', () => {
  assert.equal(leftWords(readerAt('2027-03-31T20:00:00Z'), round('2027-03-31')), 'closes today')
  assert.equal(leftWords(readerAt('2027-04-01T11:00:00Z'), round('2027-03-31')), 'closes today')
})

test('the history of a deadline is told in sentences', () => {
  const change = { on: null, from: null, to: null, words: null }
  assert.equal(
    changeWords(reader, { ...change, kind: 'extended', from: '2027-03-01', to: '2027-03-31' }),
    'Extended from 1 March 2027 to 31 March 2027',
  )
  assert.equal(changeWords(reader, { ...change, kind: 'extended', to: '2027-03-31' }), 'Extended')
  assert.equal(
    changeWords(reader, { ...change, kind: 'cancelled', on: '2027-02-02' }),
    'Cancelled on 2 February 2027',
  )
})

test('every language says all of it', () => {
  for (const locale of locales) {
    const there = readerAt('2027-03-20T12:00:00Z', locale)
    for (const given of [
      round('2027-03-31'),
      round('2027-03-31', '17:00'),
      round('2027-03-31', null, 'Asia/Seoul'),
    ]) {
      const { stated, utc } = closingWords(there, given, true)
      assert.doesNotMatch([stated, utc, wholeDayWords(there, given)].join(' '), /[{}]|NaN/, locale)
    }
  }
})
