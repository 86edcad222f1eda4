import assert from 'node:assert/strict'
import test from 'node:test'
import { amountFor, said } from '../testing.ts'

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

test('numbers that nobody means are no answer: below none, no number, or a stay of a thousand years', () => {
  const amount = { lines: [{ id: 'child', kind: 'per-answer', rate: '200', question: 'children' }] }
  for (const children of [-1, 1e9, 'two'])
    assert.deepEqual(amountFor(amount, { answers: { children } }).hangs, ['/answers/children'])
  const days = { lines: [{ id: 'days', kind: 'rate', rate: '85', per: 'activity-days' }] }
  assert.equal(amountFor(days, { activity: { starts: '1026-01-01', ends: '2026-01-01' } }).to, null)
})
