/** Costs and what is asked for, in the currency of the call. Pure. */
import type { Facts } from '../../facts/model.ts'
import { costsOf } from '../../budgeting/model.ts'
import type { Known } from '../counting/model.ts'
import { Money } from '../money/model.ts'

type Given = { facts: Facts; currency: string }

/** The costs of the budget, of these categories or of all. */
export function costsIn({ facts, currency }: Given, categories?: readonly string[]): Known<Money> {
  const costs = costsOf(facts, categories)
  if ('missing' in costs) return costs
  return inCurrency(new Money(costs.low), facts, currency)
}

/** What the budget asks for. */
export function requestedIn({ facts, currency }: Given): Known<Money> {
  const requested = facts.budget?.requested
  if (requested === undefined) return { missing: ['/budget/requested'] }
  return inCurrency(new Money(requested), facts, currency)
}

// At which rate another currency would be exchanged no rule says: the budget must be told in that of the call.
function inCurrency(money: Money, { budget }: Facts, currency: string): Known<Money> {
  const told = budget?.currency
  return told === undefined || told === currency ? { value: money } : { missing: ['/budget/currency'] }
}
