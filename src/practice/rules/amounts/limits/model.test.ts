import assert from 'node:assert/strict'
import test from 'node:test'
import { amountFor, said } from '../testing.ts'

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

test('a limit of some lines leaves the others on top; limits of more lines hold besides', () => {
  const amount = {
    lines: [
      { id: 'travel', kind: 'real-cost', of: ['travel'] },
      { id: 'visa', kind: 'real-cost', of: ['visa'] },
      { id: 'access', kind: 'real-cost', of: ['access'] },
    ],
    limits: [
      { id: 'most', kind: 'ceiling', amount: '2000' },
      {
        id: 'cap',
        kind: 'by-route',
        amounts: { oceania: '2300', inter: '1000', asia: '500' },
        lines: ['travel'],
      },
      { id: 'both', kind: 'ceiling', amount: '1100', lines: ['travel', 'visa'] },
    ],
  }
  const comesTo = (travel: string, visa: string, access: string) =>
    said(
      amountFor(amount, {
        legs: [{ from: { country: 'VN' }, to: { country: 'DE' } }],
        budget: {
          lines: Object.entries({ travel, visa, access }).map(([category, cost]) => ({
            category,
            amount: cost,
          })),
        },
      }),
    )
  assert.equal(comesTo('900', '100', '400'), '1400 = travel 900 + visa 100 + access 400')
  assert.equal(comesTo('1500', '60', '400'), '1460 = travel 1500 + visa 60 + access 400 + cap -500')
  assert.equal(
    comesTo('1500', '300', '1400'),
    '2000 = travel 1500 + visa 300 + access 1400 + cap -500 + both -200 + most -500',
  )
})

test('overheads are at most a share of other costs, or of all', () => {
  const comesTo = (share: unknown) =>
    amountFor(
      { lines: [{ id: 'overheads', kind: 'real-cost', of: ['overheads'], at_most_share: share }] },
      {
        budget: {
          lines: [
            { category: 'overheads', amount: '200' },
            { category: 'travel', amount: '800' },
          ],
        },
      },
    ).to
  assert.deepEqual(
    [comesTo({ percent: 7, of: ['travel'] }), comesTo({ percent: 7 }), comesTo({ percent: 50 })],
    ['56', '70', '200'],
  )
})
