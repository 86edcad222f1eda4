import assert from 'node:assert/strict'
import test from 'node:test'
import { readShape } from '../../platform/index.ts'
import { misfitOf, recurrenceShape, ruleFault } from './model.ts'

const shape = recurrenceShape(['tentative', 'confirmed', 'postponed', 'cancelled'])

test('a recurrence is a rule or dates, with exceptions and changes in order', () => {
  const read = readShape(shape, {
    rule: 'FREQ=WEEKLY;BYDAY=MO',
    except: ['2027-06-07T10:00', '2027-05-31T10:00', '2027-06-07T10:00'],
    changes: [{ of: '2027-06-14T10:00', start_date: '2027-06-15', start_time: '11:00' }],
  })
  assert.ok('record' in read)
  assert.deepEqual(read.record.except, ['2027-05-31T10:00', '2027-06-07T10:00'])
  assert.deepEqual([read.record.dates, read.record.changes.length], [[], 1])
  assert.ok('faults' in readShape(shape, { rule: null, dates: [] }))
})

test('rules that would fill a calendar by themselves, or that the standard has not, are refused with the reason', () => {
  const reasons = [
    'FREQ=SECONDLY',
    'FREQ=HOURLY',
    'FREQ=DAILY;COUNT=10001',
    'FREQ=WEEKLY;BYMONTHDAY=3',
    'FREQ=DAILY;BYDAY=2MO',
    'FREQ=DAILY;INTERVAL=0',
    'FREQ=SOMETIMES',
    'COUNT=3',
  ].map(ruleFault)
  assert.ok(reasons.every((reason) => reason !== null))
  assert.equal(new Set(reasons).size, 8)
  assert.equal(ruleFault('FREQ=MONTHLY;BYDAY=2MO'), null)
})

test('days and times of a recurrence are those of its event', () => {
  const weekly = { rule: 'FREQ=WEEKLY', dates: [], except: ['2027-06-07'], changes: [] }
  const event = { firstDay: '2027-05-31', timed: true }
  assert.deepEqual(misfitOf(weekly, event)?.path, ['except', 0])
  assert.equal(misfitOf(weekly, { ...event, timed: false }), undefined)
  const ends = { ...weekly, except: [], rule: 'FREQ=WEEKLY;UNTIL=20271102' }
  assert.deepEqual(misfitOf(ends, event)?.path, ['rule'])
})
