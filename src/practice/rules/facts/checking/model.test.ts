import assert from 'node:assert/strict'
import test from 'node:test'
import { factsShape } from '../model.ts'
import { faultsOfFacts } from './model.ts'

const faultsOf = (given: object) =>
  faultsOfFacts(factsShape.parse(given), '2026-03-01', 'EUR').map(({ field, reason }) => `${field} ${reason}`)

test('nobody is born tomorrow, and nothing ends before it starts', () => {
  assert.deepEqual(
    faultsOf({
      people: [{ birth_date: '2026-03-02', career_start: '2027', residences: [{ since: '2026-03' }] }],
      organisations: [{ founded: '2026-04' }],
      activity: { starts: '2026-05-02', ends: '2026-05-01' },
    }),
    [
      'people.0.birth_date is still to come',
      'people.0.career_start is still to come',
      'organisations.0.founded is still to come',
      'activity.ends is before the start, 2026-05-02',
    ],
  )
})

test('a part belongs to its country, and a budget is in the currency of the call', () => {
  assert.deepEqual(
    faultsOf({
      people: [{ base: { country: 'FR', part: 'GB-SCT' } }],
      legs: [{ to: { country: 'GB', part: 'GB-SCT' } }],
      budget: { currency: 'USD' },
    }),
    ['people.0.base.part is no part of FR', 'budget.currency is not the currency of this call, EUR'],
  )
})

test('facts of today and of a year that has begun can be so', () => {
  assert.deepEqual(faultsOf({ people: [{ birth_date: '2026-03-01', career_start: '2026' }] }), [])
})
