import assert from 'node:assert/strict'
import { readShape } from '../../../platform/index.ts'
import { amountOf, bookOf } from '../deciding/model.ts'
import { factsShape } from '../facts/model.ts'
import { ruleBookShape } from '../model.ts'
import type { ComputedAmount } from './model.ts'

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

export function amountFor(amount: unknown, facts: unknown): ComputedAmount {
  const computed = amountOf(bookFrom(amount), factsShape.parse(facts), now)
  assert.ok(computed)
  return computed
}

/** What an amount comes to, with its lines: `1250 = days 850 + travel 400`. */
export function said({ from, to, lines }: ComputedAmount): string {
  const range = (low: string | null, high: string | null) => (low === high ? `${low}` : `${low}–${high}`)
  return `${range(from, to)} = ${lines.map((line) => `${line.id} ${range(line.from, line.to)}`).join(' + ')}`
}
