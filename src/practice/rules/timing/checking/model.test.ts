import assert from 'node:assert/strict'
import test from 'node:test'
import { readShape } from '../../../../platform/index.ts'
import { datesShape } from '../../dates/model.ts'
import { faultsOfDates } from './model.ts'

/** Each fault as `place: reason`. */
function faults(given: Record<string, unknown>): string[] {
  const read = readShape(datesShape, { zone: 'Europe/Brussels', opens: { day: '2027-01-15' }, ...given })
  assert.ok('record' in read, JSON.stringify(read))
  return faultsOfDates(read.record).map(({ field, reason }) => `${field}: ${reason}`)
}

const reason = { en: 'Storms.' }
const extension = { from: { day: '2027-03-31' }, to: { day: '2027-04-14' }, on: '2027-03-20', reason }

test('dates without fault have none', () => {
  assert.deepEqual(faults({}), [])
  assert.deepEqual(
    faults({ closes: { day: '2027-03-31' }, extensions: [extension], decides: '2027-05-01' }),
    [],
  )
  assert.deepEqual(faults({ closes: { day: '2027-04-14' }, extensions: [extension] }), [])
  assert.deepEqual(
    faults({
      cut_offs: { every: 'month', on: 'last' },
      extensions: [{ ...extension, round: '2027-03' }],
    }),
    [],
  )
})

test('a call closes in one way, and after it opens', () => {
  assert.deepEqual(faults({ closes: { day: '2027-03-31' }, cut_offs: { every: 'month', on: 1 } }), [
    'dates.cut_offs: stands beside closes: a call closes in one way only',
  ])
  assert.deepEqual(faults({ closes: { day: '2027-01-14' } }), ['dates.closes: is not after the opening'])
  assert.deepEqual(faults({ cut_offs: { every: 'month', on: 1, until: '2026-12-01' } }), [
    'dates.cut_offs.until: is not after the opening',
  ])
})

test('a time that the clocks leap over is refused, wherever it stands', () => {
  assert.deepEqual(faults({ closes: { day: '2027-03-28', time: '02:30' } }), [
    'dates.closes: is a time that the clocks of Europe/Brussels leap over on that day',
  ])
  assert.deepEqual(faults({ zone: 'anywhere-on-earth', closes: { day: '2027-03-28', time: '02:30' } }), [])
})

test('rounds have names of their own, and close and decide after they open', () => {
  assert.deepEqual(
    faults({
      rounds: [
        { id: 'one', opens: { day: '2027-01-01' }, closes: { day: '2027-03-31' }, decides: '2027-03-01' },
        { id: 'one', opens: { day: '2027-05-01' }, closes: { day: '2027-04-30' } },
        { id: 'two', closes: { day: '2027-06-30' }, activity_from: '2027-09-01', activity_to: '2027-08-01' },
      ],
    }),
    [
      'dates.rounds.0.opens: is before the opening of the call',
      'dates.rounds.1.id: is the name of an earlier round',
      'dates.rounds.1.closes: is not after the opening',
      'dates.rounds.2.activity_to: is before the first day of the activity',
      'dates.rounds.0.decides: is before the closing of the round',
    ],
  )
})

test('an extension leads from a closing that is stated to a later one', () => {
  assert.deepEqual(faults({ extensions: [extension] }), [
    'dates.extensions.0.round: extends a call that never closes',
  ])
  assert.deepEqual(faults({ closes: { day: '2027-03-01' }, extensions: [extension] }), [
    'dates.extensions.0.from: is not the closing that is stated; nor does the last extension lead to it',
  ])
  assert.deepEqual(
    faults({
      closes: { day: '2027-03-31' },
      extensions: [
        extension,
        { ...extension, from: { day: '2027-04-10' }, to: { day: '2027-04-01' }, on: '2027-01-01' },
      ],
    }),
    [
      'dates.extensions.1.to: is no later closing',
      'dates.extensions.1.from: is not the closing that the extension before it led to',
      'dates.extensions.1.on: is before the extension before it',
    ],
  )
  assert.deepEqual(
    faults({
      rounds: [{ id: 'one', closes: { day: '2027-03-31' } }],
      extensions: [{ ...extension, round: 'two' }],
    }),
    ['dates.extensions.0.round: names no round of this call'],
  )
})

test('the second step follows the first', () => {
  const second = { opens: { day: '2027-03-01' }, closes: { day: '2027-02-01' } }
  assert.deepEqual(faults({ closes: { day: '2027-03-31' }, second_step: second }), [
    'dates.second_step.closes: is not after its opening',
    'dates.second_step.opens: is before the first step closes',
  ])
  assert.deepEqual(faults({ second_step: { ...second, closes: { day: '2027-05-01' } } }), [
    'dates.second_step: follows a first step that does not close on a stated day',
  ])
})

test('decisions come after the closing; of cut-offs each has its own', () => {
  assert.deepEqual(faults({ closes: { day: '2027-03-31' }, decides: '2027-03-30' }), [
    'dates.decides: is before the closing',
  ])
  assert.deepEqual(faults({ cut_offs: { every: 'month', on: 'last' }, decides: '2027-03-30' }), [
    'dates.decides: is one day for many cut-offs (decides_after_days says it of each)',
  ])
})
