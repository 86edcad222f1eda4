import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { type Facts, factsShape } from '../../facts/model.ts'
import { Money } from '../money/model.ts'
import { amountFor, said } from '../testing.ts'

test('amounts are rounded as the call says, every line by itself', () => {
  const comesTo = (how: string) =>
    said(
      amountFor(
        {
          lines: [
            { id: 'a', kind: 'real-cost', of: ['a'], percent: 50 },
            { id: 'b', kind: 'real-cost', of: ['b'], percent: 50 },
          ],
          rounding: { to: '1', how },
        },
        {
          budget: {
            lines: [
              { category: 'a', amount: '3' },
              { category: 'b', amount: '5' },
            ],
          },
        },
      ),
    )
  assert.deepEqual(['down', 'up', 'half-up', 'half-even'].map(comesTo), [
    '3 = a 1 + b 2',
    '5 = a 2 + b 3',
    '5 = a 2 + b 3',
    '4 = a 2 + b 2',
  ])
})

test('decimals are exact', () => {
  const amount = { lines: [{ id: 'cost', kind: 'real-cost' }] }
  const lines = [
    { category: 'a', amount: '0.1' },
    { category: 'b', amount: '0.2' },
  ]
  assert.equal(amountFor(amount, { budget: { lines } }).to, '0.3')
  const large = Array.from({ length: 3 }, () => ({ category: 'a', amount: '99999999999.99' }))
  assert.equal(amountFor(amount, { budget: { lines: large } }).to, '299999999999.97')
})

const money = fc.integer({ min: 0, max: 5_000_000 }).map((cents) => (cents / 100).toFixed(2))
const someLine = fc.oneof(
  fc.record({
    kind: fc.constant('fixed'),
    amount: money,
    for_each: fc.constantFrom('application', 'person'),
  }),
  fc.record({
    kind: fc.constant('rate'),
    rate: money,
    per: fc.constantFrom('activity-days', 'activity-weeks'),
  }),
  fc.record({ kind: fc.constant('real-cost'), percent: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ kind: fc.constant('requested') }),
  fc
    .tuple(money, money)
    .map(([from, to]) => ({ kind: 'band', from, to: new Money(from).plus(to).toFixed() })),
)
const someLimit = fc.oneof(
  fc.record({
    kind: fc.constant('ceiling'),
    amount: money,
    for_each: fc.constantFrom('application', 'person'),
  }),
  fc.record({ kind: fc.constant('floor'), amount: money }),
  fc.record({ kind: fc.constant('real-cost') }),
  fc.record({ kind: fc.constant('percent-of-costs'), percent: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ kind: fc.constant('requested') }),
)
const named = <T extends object>(some: fc.Arbitrary<T>, name: string, minLength: number) =>
  fc
    .array(some, { minLength, maxLength: 5 })
    .map((all) => all.map((one, at) => ({ id: `${name}-${at}`, ...one })))
const somePart = fc.record({
  id: fc.constant('part'),
  kind: fc.constant('ceiling'),
  amount: money,
  lines: fc.constant(['line-0']),
})
const someAmount = fc.record({
  lines: named(someLine, 'line', 1),
  limits: fc
    .tuple(fc.array(somePart, { maxLength: 1 }), named(someLimit, 'limit', 0))
    .map(([parts, limits]) => [...parts, ...limits]),
  rounding: fc.record({
    to: fc.constantFrom('0.01', '0.05', '1', '10'),
    how: fc.constantFrom('down', 'up', 'half-up', 'half-even'),
  }),
})
const someFacts = fc.record(
  {
    people: fc.array(fc.constant({}), { maxLength: 4 }),
    activity: fc.record({
      starts: fc.constant('2026-06-01'),
      ends: fc.integer({ min: 1, max: 30 }).map((day) => `2026-06-${String(day).padStart(2, '0')}`),
    }),
    budget: fc.record(
      { requested: money, lines: fc.array(fc.record({ category: fc.constant('a'), amount: money })) },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
)

type Limit = { id: string; kind: string; amount?: string; for_each?: string; percent?: number }

/** What a sum must not exceed; null for a floor. */
function boundOf({ kind, amount = '0', for_each: head, percent = 0 }: Limit, facts: Facts): Money | null {
  const { people = [], budget } = facts
  const costs = (budget?.lines ?? []).reduce((all, one) => all.plus(one.amount ?? 0), new Money(0))
  if (kind === 'floor') return null
  if (kind === 'ceiling') return new Money(amount).times(head === 'person' ? people.length : 1)
  if (kind === 'requested') return new Money(budget?.requested ?? 0)
  return kind === 'real-cost' ? costs : costs.times(percent).div(100)
}

test('lines always sum to the amount, and no limit is exceeded', () => {
  fc.assert(
    fc.property(someAmount, someFacts, (amount, given) => {
      const facts: Facts = factsShape.parse(given)
      const { from, to, lines } = amountFor(amount, given)
      assert.equal(
        from === null,
        lines.some((line) => line.from === null),
      )
      if (from === null || to === null) return
      const sum = (end: 'from' | 'to', named?: readonly string[]) =>
        lines
          .filter(({ id }) => !named || named.includes(id))
          .reduce((all, line) => all.plus(line[end] ?? 'x'), new Money(0))
          .toFixed()
      assert.deepEqual([from, to], [sum('from'), sum('to')])
      assert.ok(new Money(from).gte(0) && new Money(to).gte(from))
      for (const limit of amount.limits) {
        const named = 'lines' in limit ? [...limit.lines, limit.id] : undefined
        const to = sum('to', named)
        const bound = boundOf(limit, facts)
        assert.ok(bound === null || new Money(to).lte(bound), `${limit.id}: ${to} > ${bound?.toFixed()}`)
      }
    }),
    { numRuns: 1000 },
  )
})

test('a fact more never changes an amount that was known', () => {
  fc.assert(
    fc.property(someAmount, someFacts, someFacts, (amount, given, more) => {
      const before = amountFor(amount, given)
      if (before.from === null) return
      const after = amountFor(amount, { ...more, ...given })
      assert.deepEqual([after.from, after.to], [before.from, before.to])
    }),
    { numRuns: 1000 },
  )
})

test('what is sure already is said where no limit could lower it', () => {
  const lines = [
    { id: 'days', kind: 'rate', rate: '85', per: 'activity-days' },
    { id: 'visa', kind: 'per-answer', rate: '120', question: 'visas' },
  ]
  const facts = { activity: { starts: '2027-06-01', ends: '2027-06-10' } }
  const { from, atLeast } = amountFor({ lines }, facts)
  assert.deepEqual([from, atLeast], [null, '850'])
  assert.equal(amountFor({ lines }, { ...facts, answers: { visas: 1 } }).atLeast, null)
  const limits = [{ id: 'most', kind: 'requested' }]
  assert.equal(amountFor({ lines, limits }, facts).atLeast, null)
})
