import assert from 'node:assert/strict'
import test from 'node:test'
import { factsShape } from '../facts/model.ts'
import { isSaid } from './model.ts'

const together = { of: 'same-stay', whose: 'everybody', is: true } as const
const answerOf = (facts: object) => {
  const { answer, hangs } = isSaid({ ...together, as: undefined }, factsShape.parse(facts))
  return [answer, ...hangs]
}
const whole = { starts: '2027-01-01', ends: '2027-02-01' }

test('whoever says nothing else is there for the whole of it, at the same time as whoever says just that', () => {
  assert.deepEqual(answerOf({ people: [{ stay: whole }, {}], activity: whole }), ['pass', '/people'])
  assert.deepEqual(answerOf({ people: [{}, {}] }), ['pass', '/people'])
  assert.deepEqual(answerOf({ people: [{ stay: whole }, { stay: { ...whole, ends: '2027-01-31' } }] }), [
    'fail',
    '/people',
  ])
})

test('as long as it is not known when the others are there, it stays open', () => {
  assert.deepEqual(answerOf({ people: [{ stay: whole }, {}] }), ['unknown', '/activity/starts'])
  assert.deepEqual(answerOf({ people: [{ stay: whole }, { stay: { starts: whole.starts } }] }), [
    'unknown',
    '/activity/ends',
  ])
})
