import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { readShape } from '../../../../platform/index.ts'
import { amountOf, bookOf } from '../../deciding/model.ts'
import { type Facts, factsShape } from '../../facts/model.ts'
import { ruleBookShape } from '../../model.ts'
import type { ComputedAmount } from '../model.ts'
import { Money } from '../money/model.ts'

const now = Temporal.Instant.from('2026-01-10T12:00:00Z')
const sets: Record<string, string[]> = { asia: ['VN', 'IN', 'KR', 'NZ', 'RU'], europe: ['DE', 'FR', 'IT'] }
const house = { membersOf: (set: string) => (sets[set] ? new Set(sets[set]) : undefined) }

const routes = {
  from: ['departure'],
  elsewhere: 'refuse',
  table: [
    { id: 'oceania', from: ['NZ'], to: ['europe'], both_ways: true },
    { id: 'inter', from: ['asia'], to: ['europe'], both_ways: true },
    { id: 'asia', from: ['asia'], to: ['asia'] },
  ],
}

function bookFrom(amount: unknown, besides: Record<string, unknown> = {}) {
  const read = readShape(ruleBookShape, {
    currency: 'EUR',
    dates: { zone: 'Europe/Brussels', opens: { day: '2026-01-01' } },
    routes,
    amount,
    ...besides,
  })
  assert.ok('record' in read, JSON.stringify(read))
  return bookOf(read.record, house)
}

function amountFor(amount: unknown, facts: unknown): ComputedAmount {
  const computed = amountOf(bookFrom(amount), factsShape.parse(facts), now)
  assert.ok(computed)
  return computed
}

/** What an amount comes to, with its lines: `1250 = days 850 + travel 400`. */
function said({ from, to, lines }: ComputedAmount): string {
  const range = (low: string | null, high: string | null) => (low === high ? `${low}` : `${low}–${high}`)
  return `${range(from, to)} = ${lines.map((line) => `${line.id} ${range(line.from, line.to)}`).join(' + ')}`
}

const tunis = { country: 'TN', latitude: 36.8065, longitude: 10.1815 }
const porto = { country: 'PT', latitude: 41.1579, longitude: -8.6291 }
const delhi = { country: 'IN', latitude: 28.6139, longitude: 77.209 }
const tenDays = { starts: '2026-06-01', ends: '2026-06-10' }

const cultureMoves = {
  lines: [
    { id: 'days', kind: 'rate', rate: '85', per: 'activity-days' },
    {
      id: 'travel',
      kind: 'by-distance',
      tiers: [
        { from_km: 0, amount: '400' },
        { from_km: 5000, amount: '800' },
      ],
    },
    { id: 'family', kind: 'per-answer', rate: '200', question: 'children', at_most: 5 },
    {
      id: 'visa',
      kind: 'fixed',
      amount: '120',
      when: { test: 'answer', question: 'visa', is: true },
    },
    {
      id: 'access',
      kind: 'fixed-or-real-cost',
      amount: '30',
      per: 'activity-days',
      of: ['access'],
      when: { test: 'answer', question: 'access', is: true },
    },
  ],
}
const moving = (besides: Record<string, unknown>, to = porto, from = tunis) => ({
  people: [{}],
  legs: [{ from, to }],
  activity: tenDays,
  answers: { children: 0, visa: false, access: false, ...besides },
})

test('days, distance and additions are lines of their own', () => {
  assert.equal(said(amountFor(cultureMoves, moving({}))), '1250 = days 850 + travel 400 + family 0')
  assert.equal(
    said(amountFor(cultureMoves, moving({ visa: true, children: 2 }))),
    '1770 = days 850 + travel 400 + family 400 + visa 120',
  )
  assert.equal(
    said(amountFor(cultureMoves, moving({}, porto, delhi))),
    '1650 = days 850 + travel 800 + family 0',
  )
})

test('a line says what was multiplied or looked up', () => {
  const { lines } = amountFor(cultureMoves, moving({}))
  assert.deepEqual(lines[0]?.worked, { kind: 'times', rate: '85', times: 10, unit: 'activity-days' })
  assert.deepEqual(lines[1]?.worked, { kind: 'distance', km: 1692 })
})

test('without coordinates the tier is not yet known, and neither is the sum', () => {
  const computed = amountFor(cultureMoves, moving({}, { ...porto, latitude: undefined } as never))
  assert.deepEqual(
    [computed.from, computed.to, computed.lines[1]?.from, computed.hangs],
    [null, null, null, ['/legs/0/to/latitude']],
  )
})

test('of nothing at all everything is not yet known, each line with what it hangs on', () => {
  const { hangs, from } = amountFor(cultureMoves, {})
  assert.equal(from, null)
  assert.deepEqual(hangs, [
    '/activity/starts',
    '/activity/ends',
    '/legs',
    '/answers/children',
    '/answers/visa',
    '/answers/access',
  ])
})

test('access is paid by the day, or as it costs where that is more', () => {
  const withCosts = (amount: string) => ({
    ...moving({ access: true }),
    budget: { lines: [{ category: 'access', amount }] },
  })
  const access = (amount: string) => amountFor(cultureMoves, withCosts(amount)).lines.at(-1)?.to
  assert.deepEqual([access('299.99'), access('300'), access('410.5')], ['300', '300', '410.5'])
})

const capped = {
  lines: [{ id: 'cost', kind: 'real-cost', of: ['international-travel', 'visa'] }],
  limits: [{ id: 'cap', kind: 'by-route', amounts: { oceania: '2300', inter: '2000', asia: '1000' } }],
}
const journey = (from: string, to: string, cost: string) => ({
  legs: [{ from: { country: from }, to: { country: to } }],
  budget: {
    lines: [
      { category: 'international-travel', amount: cost },
      { category: 'food', amount: '999' },
    ],
  },
})

test('the real cost is paid up to the limit of the route; pairs of countries come first', () => {
  const comesTo = (...given: Parameters<typeof journey>) => said(amountFor(capped, journey(...given)))
  assert.equal(comesTo('VN', 'DE', '1700'), '1700 = cost 1700')
  assert.equal(comesTo('IN', 'KR', '1400'), '1000 = cost 1400 + cap -400')
  assert.equal(comesTo('NZ', 'FR', '2500'), '2300 = cost 2500 + cap -200')
  assert.equal(comesTo('DE', 'FR', '100'), '0 = cost 100 + cap -100')
})

test('a limit says what it is, what it was before, and by which route', () => {
  const { lines } = amountFor(capped, journey('IN', 'KR', '1400'))
  assert.deepEqual(lines[1], {
    id: 'cap',
    kind: 'limit-by-route',
    from: '-400',
    to: '-400',
    worked: { kind: 'limit', limit: '1000', before: '1400', route: 'asia' },
    hangs: [],
  })
})

test('a budget in another currency is not yet an amount of this call', () => {
  const facts = journey('VN', 'DE', '1700')
  const told = (currency: string) => amountFor(capped, { ...facts, budget: { ...facts.budget, currency } })
  assert.equal(told('EUR').to, '1700')
  assert.deepEqual([told('USD').to, told('USD').hangs], [null, ['/budget/currency']])
})

test('per head, each by their own days where they say when they are there', () => {
  const amount = {
    lines: [{ id: 'days', kind: 'rate', rate: '75', per: 'activity-days', for_each: 'person' }],
  }
  const alike = amountFor(amount, { people: [{}, {}, {}], activity: tenDays })
  assert.deepEqual(alike.lines[0]?.worked, {
    kind: 'times',
    rate: '75',
    times: 10,
    unit: 'activity-days',
    heads: 3,
  })
  assert.equal(alike.to, '2250')
  const unlike = amountFor(amount, { people: [{}, { stay: { ends: '2026-06-04' } }], activity: tenDays })
  assert.equal(unlike.to, '1050')
  assert.deepEqual(amountFor(amount, { activity: tenDays }).hangs, ['/people'])
})

test('a week or month that is not whole counts in part, whole, or not, as the call says', () => {
  const comesTo = (per: string, parts: string | undefined, ends: string) =>
    amountFor(
      { lines: [{ id: 'stay', kind: 'rate', rate: '700', per, ...(parts ? { parts } : {}) }] },
      { activity: { starts: '2026-06-01', ends } },
    ).to
  assert.deepEqual(
    [undefined, 'begun', 'whole'].map((parts) => comesTo('activity-weeks', parts, '2026-06-10')),
    ['1000', '1400', '700'],
  )
  assert.equal(comesTo('activity-months', 'whole', '2026-06-30'), '700')
  assert.equal(comesTo('activity-months', 'whole', '2026-06-29'), '0')
  assert.equal(comesTo('activity-months', 'begun', '2026-07-01'), '1400')
})

test('by length the highest tier that is reached counts', () => {
  const amount = {
    lines: [
      {
        id: 'stay',
        kind: 'by-length',
        of: 'activity-days',
        tiers: [
          { from: 7, amount: '500' },
          { from: 14, amount: '900' },
        ],
      },
    ],
  }
  const comesTo = (ends: string) => amountFor(amount, { activity: { starts: '2026-06-01', ends } }).to
  assert.deepEqual(['2026-06-06', '2026-06-07', '2026-06-13', '2026-06-14'].map(comesTo), [
    '0',
    '500',
    '500',
    '900',
  ])
})

test('a band stays one, and a limit bounds both of its ends', () => {
  const amount = (limits: unknown[]) => ({
    lines: [{ id: 'lump', kind: 'band', from: '5000', to: '15000' }],
    limits,
  })
  assert.equal(said(amountFor(amount([]), {})), '5000–15000 = lump 5000–15000')
  const bounded = amount([{ id: 'most', kind: 'ceiling', amount: '10000' }])
  assert.equal(said(amountFor(bounded, {})), '5000–10000 = lump 5000–15000 + most 0–-5000')
})

test('a floor lifts, but never above what bounds it', () => {
  const amount = {
    lines: [{ id: 'asked', kind: 'requested' }],
    limits: [
      { id: 'share', kind: 'percent-of-costs', percent: 80 },
      { id: 'least', kind: 'floor', amount: '500' },
    ],
  }
  const comesTo = (requested: string, costs: string) =>
    said(amountFor(amount, { budget: { requested, lines: [{ category: 'travel', amount: costs }] } }))
  assert.equal(comesTo('300', '2000'), '500 = asked 300 + least 200')
  assert.equal(comesTo('300', '500'), '400 = asked 300 + least 200 + share -100')
  assert.equal(comesTo('900', '1000.01'), '800 = asked 900 + share -100')
})

test('what a limit hangs on is asked only where it may change the sum', () => {
  const amount = {
    lines: [{ id: 'asked', kind: 'requested' }],
    limits: [
      { id: 'each', kind: 'ceiling', amount: '1000', for_each: 'person' },
      {
        id: 'young',
        kind: 'ceiling',
        amount: '500',
        when: { test: 'answer', question: 'young', is: true },
      },
    ],
  }
  const asked = (requested: string) => amountFor(amount, { people: [{}], budget: { requested } })
  assert.equal(asked('500').to, '500')
  assert.deepEqual([asked('501').to, asked('501').hangs], [null, ['/answers/young']])
})

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

test('numbers that nobody means are no answer: below none, no number, or a stay of a thousand years', () => {
  const amount = { lines: [{ id: 'child', kind: 'per-answer', rate: '200', question: 'children' }] }
  for (const children of [-1, 1e9, 'two'])
    assert.deepEqual(amountFor(amount, { answers: { children } }).hangs, ['/answers/children'])
  const days = { lines: [{ id: 'days', kind: 'rate', rate: '85', per: 'activity-days' }] }
  assert.equal(amountFor(days, { activity: { starts: '1026-01-01', ends: '2026-01-01' } }).to, null)
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
const someAmount = fc.record({
  lines: named(someLine, 'line', 1),
  limits: named(someLimit, 'limit', 0),
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

test('lines always sum to the amount, and no limit is exceeded', () => {
  fc.assert(
    fc.property(someAmount, someFacts, (amount, given) => {
      const facts: Facts = factsShape.parse(given)
      const { from, to, lines } = amountFor(amount, given)
      if (from === null || to === null) return lines.some((line) => line.from === null)
      const sum = (end: 'from' | 'to') =>
        lines.reduce((all, line) => all.plus(line[end] ?? 'x'), new Money(0)).toFixed()
      assert.deepEqual([from, to], [sum('from'), sum('to')])
      assert.ok(new Money(from).gte(0) && new Money(to).gte(from))
      const costs = (facts.budget?.lines ?? []).reduce((all, one) => all.plus(one.amount ?? 0), new Money(0))
      for (const limit of amount.limits) {
        const bound = {
          ceiling: () =>
            'amount' in limit &&
            new Money(limit.amount).times(
              'for_each' in limit && limit.for_each === 'person' ? (facts.people?.length ?? 0) : 1,
            ),
          'real-cost': () => costs,
          'percent-of-costs': () => 'percent' in limit && costs.times(limit.percent).div(100),
          requested: () => new Money(facts.budget?.requested ?? 0),
          floor: () => false as const,
        }[limit.kind as 'ceiling']()
        if (bound) assert.ok(new Money(to).lte(bound), `${limit.kind} ${bound.toFixed()} < ${to}`)
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
