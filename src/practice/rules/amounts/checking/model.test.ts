import assert from 'node:assert/strict'
import test from 'node:test'
import { readShape } from '../../../../platform/index.ts'
import { amountShape } from '../model.ts'
import { faultsOfAmount } from './model.ts'

const routes = new Set(['inter', 'asia'])

/** Each fault as `place: reason`. */
function faults(
  given: { lines?: unknown[]; limits?: unknown[]; rounding?: unknown },
  withRoutes = true,
): string[] {
  const fixed = { id: 'fixed', kind: 'fixed', amount: '1' }
  const read = readShape(amountShape, { lines: [fixed], ...given })
  if ('faults' in read) return read.faults.map(({ field, reason }) => `${field}: ${reason}`)
  return faultsOfAmount(read.record, {
    routes: withRoutes ? routes : new Set<string>(),
    questions: ['children'],
  }).map(({ field, reason }) => `${field}: ${reason}`)
}

test('amounts without fault have none', () => {
  assert.deepEqual(
    faults({
      lines: [
        { id: 'days', kind: 'rate', rate: '5000000', per: 'activity-days', for_each: 'person' },
        { id: 'child', kind: 'per-answer', rate: '200', question: 'children' },
        { id: 'way', kind: 'by-route', amounts: { inter: '400' } },
      ],
      limits: [
        { id: 'cap', kind: 'by-route', amounts: { inter: '2000', asia: '1000' } },
        { id: 'least', kind: 'floor', amount: '100' },
        { id: 'most', kind: 'ceiling', amount: '100' },
      ],
    }),
    [],
  )
})

test('a negative amount, or one with more digits than money has, is refused by its shape', () => {
  const line = (amount: string) => faults({ lines: [{ id: 'a', kind: 'fixed', amount }] })
  const reason = 'lines.0.amount: is not an amount such as 25 or 25.50 (at most eleven digits)'
  assert.deepEqual([line('-5'), line('123456789012'), line('1e9')], [[reason], [reason], [reason]])
})

test('a rate that can come to more than any amount is refused', () => {
  const rate = { id: 'a', kind: 'rate', rate: '99999999999', per: 'activity-days', for_each: 'person' }
  assert.deepEqual(faults({ lines: [rate] }), [
    'amount.lines.0: can come to more than 999999999999999: state a lower rate, or how often it counts (at_most)',
  ])
  assert.deepEqual(faults({ lines: [{ ...rate, at_most: 60 }] }), [])
})

test('a route nobody knows, a route without its limit and a question nobody asks are named with their place', () => {
  assert.deepEqual(
    faults({
      lines: [
        { id: 'way', kind: 'by-route', amounts: { interr: '400' } },
        { id: 'child', kind: 'per-answer', rate: '200', question: 'kids' },
      ],
      limits: [{ id: 'cap', kind: 'by-route', amounts: { inter: '2000' } }],
    }),
    [
      'amount.lines.0.amounts.interr: is for a route this call does not have',
      'amount.lines.1.question: is not a question of this call',
      'amount.limits.0.amounts: does not say the limit of the route asia',
    ],
  )
  assert.deepEqual(faults({ lines: [{ id: 'way', kind: 'by-route', amounts: { inter: '1' } }] }, false), [
    'amount.lines.0.amounts.inter: is for a route this call does not have',
  ])
})

test('what contradicts itself is refused: bands, tiers, floors, names and steps', () => {
  assert.deepEqual(
    faults({
      lines: [
        { id: 'a', kind: 'band', from: '700', to: '500' },
        {
          id: 'b',
          kind: 'by-distance',
          tiers: [
            { from_km: 5000, amount: '800' },
            { from_km: 100, amount: '400' },
          ],
        },
        { id: 'a', kind: 'rate', rate: '5', per: 'people', for_each: 'person' },
      ],
      limits: [
        { id: 'least', kind: 'floor', amount: '300' },
        { id: 'most', kind: 'ceiling', amount: '200' },
      ],
      rounding: { to: '0', how: 'down' },
    }),
    [
      'amount.rounding.to: is no step to round to',
      'amount.lines.2.id: is the name of an earlier line or limit',
      'amount.lines.0: goes from more to less',
      'amount.lines.1.tiers.1: does not begin above the tier before it',
      'amount.lines.2.for_each: counts twice what is already counted per people',
      'amount.limits.0.amount: is a floor above a ceiling',
    ],
  )
})

test('limits of some lines name lines of the amount, and none cuts through another', () => {
  const lines = ['a', 'b', 'c'].map((id) => ({ id, kind: 'fixed', amount: '1' }))
  const limit = (id: string, ...named: string[]) => ({ id, kind: 'ceiling', amount: '5', lines: named })
  assert.deepEqual(faults({ lines, limits: [limit('x', 'a'), limit('y', 'a', 'b'), limit('z', 'c')] }), [])
  const cut =
    'bounds some lines of an earlier limit and not all of them: state the limit of fewer lines first'
  assert.deepEqual(faults({ lines, limits: [limit('x', 'a', 'b'), limit('y', 'b', 'c'), limit('z', 'd')] }), [
    `amount.limits.1.lines: ${cut}`,
    'amount.limits.2.lines: is not a line of this amount',
  ])
})
