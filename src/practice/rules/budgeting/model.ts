/** Money of the budget, as far as it is known. Pure. */
import { Decimal } from 'decimal.js'
import { exactly, type Measured, missing } from '../comparing/model.ts'
import type { NumberFact } from '../conditions/model.ts'
import type { Facts } from '../facts/model.ts'

/** Numbers that are money, or shares of money. */
export type MoneyFact = Extract<
  NumberFact,
  | 'requested'
  | 'total-cost'
  | 'own-funding'
  | 'other-funding'
  | 'partners-funding'
  | 'requested-share'
  | 'own-funding-share'
  | 'other-funding-share'
>

const shares = {
  'requested-share': 'requested',
  'own-funding-share': 'own-funding',
  'other-funding-share': 'other-funding',
} as const

/** Measures money of the budget: the costs of one category, or of all. */
export function measureOfMoney(of: MoneyFact, facts: Facts, category: string | undefined): Measured {
  if (of === 'requested-share' || of === 'own-funding-share' || of === 'other-funding-share')
    return shareOf(measureOfMoney(shares[of], facts, category), costsOf(facts))
  if (of === 'requested') {
    const requested = facts.budget?.requested
    return requested === undefined
      ? missing('/budget/requested')
      : exactly(new Decimal(requested), '/budget/requested')
  }
  if (of === 'total-cost') return costsOf(facts, category === undefined ? undefined : [category])
  return fundingOf(facts, of)
}

/** The costs of the budget, of these categories or of all. */
export function costsOf(facts: Facts, categories?: readonly string[]): Measured {
  const lines = facts.budget?.lines
  if (!lines) return missing('/budget/lines')
  const chosen = lines.flatMap(({ category, amount }, at) =>
    categories && !categories.includes(category) ? [] : [{ amount, at: `/budget/lines/${at}/amount` }],
  )
  return summed(chosen, '/budget/lines')
}

const sources: Record<'own-funding' | 'other-funding' | 'partners-funding', readonly string[]> = {
  'own-funding': ['own'],
  'other-funding': ['partner', 'host', 'public', 'private', 'other'],
  'partners-funding': ['partner', 'host'],
}

function fundingOf(facts: Facts, of: keyof typeof sources): Measured {
  const funding = facts.budget?.funding
  if (!funding) return missing('/budget/funding')
  const chosen = funding.flatMap(({ from, amount }, at) =>
    sources[of].includes(from) ? [{ amount, at: `/budget/funding/${at}/amount` }] : [],
  )
  return summed(chosen, '/budget/funding')
}

function summed(amounts: { amount: string | undefined; at: string }[], list: string): Measured {
  const open = amounts.filter(({ amount }) => amount === undefined)
  if (open.length > 0) return missing(...open.map(({ at }) => at))
  return exactly(
    amounts.reduce((sum, { amount }) => sum.plus(amount ?? 0), new Decimal(0)),
    list,
  )
}

/** A part in percent of the whole; of nothing at all, nothing. */
export function shareOf(part: Measured, whole: Measured): Measured {
  const open = [part, whole].flatMap((each) => ('missing' in each ? each.missing : []))
  if ('missing' in part || 'missing' in whole) return missing(...open)
  const all = new Decimal(whole.low)
  const share = all.isZero() ? new Decimal(0) : new Decimal(part.low).times(100).div(all)
  return exactly(share, ...part.at, ...whole.at)
}
