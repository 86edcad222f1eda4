import assert from 'node:assert/strict'
import test from 'node:test'
import { moveCall } from './model.ts'

const today = Temporal.PlainDate.from('2027-01-15')

test('every day of a call moves by the years that its closing needs, and the real ones stand beside', () => {
  const call = {
    id: 'monthly',
    title: '2026-04-30',
    edition: '2025-2026',
    opportunity: { activity_end: '2026-12-31', funding_summary: 'Until 2026-12-31' },
    dates: {
      zone: 'UTC',
      opens: { day: '2025-04-30' },
      cut_offs: { every: 'month', on: 'last', until: '2026-04-30' },
    },
    rules: [{ id: 'period', must: { test: 'within', of: 'activity', to: '2026-12-31' } }],
    examples: [
      {
        at: '2026-02-28T12:00:00+01:00',
        facts: { people: [{ birth_date: '1996-02-29' }], budget: { requested: '2026' } },
      },
    ],
  }
  assert.deepEqual(moveCall(call, today), {
    ...call,
    opportunity: { activity_end: '2027-12-31', funding_summary: 'Until 2026-12-31' },
    dates: {
      zone: 'UTC',
      opens: { day: '2026-04-30' },
      cut_offs: { every: 'month', on: 'last', until: '2027-04-30' },
    },
    rules: [{ id: 'period', must: { test: 'within', of: 'activity', to: '2027-12-31' } }],
    examples: [
      {
        at: '2027-02-28T12:00:00+01:00',
        facts: { people: [{ birth_date: '1997-02-28' }], budget: { requested: '2026' } },
      },
    ],
    real_dates: { opens: '2025-04-30', deadline: '2026-04-30', activity_end: '2026-12-31' },
  })
})

test('a call that closes on the very day stays, and one that closed the day before moves a year', () => {
  const closing = (day: string) => ({ dates: { zone: 'UTC', opens: { day: '2026-06-01' }, closes: { day } } })
  assert.deepEqual(moveCall(closing('2027-01-15'), today), closing('2027-01-15'))
  assert.deepEqual(moveCall(closing('2027-01-14'), today), {
    dates: { zone: 'UTC', opens: { day: '2027-06-01' }, closes: { day: '2028-01-14' } },
    real_dates: { opens: '2026-06-01', deadline: '2027-01-14' },
  })
})

test('a call without a closing, and what is no call, stay as they are', () => {
  const cancelled = { dates: { zone: 'UTC', opens: { day: '2020-01-01' } } }
  assert.deepEqual(moveCall(cancelled, today), cancelled)
  assert.equal(moveCall('nothing', today), 'nothing')
})
