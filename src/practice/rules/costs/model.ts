/** The budget as conditions ask for it. Pure. */
import { Decimal } from 'decimal.js'
import { allOf, anyOf, fail, pass, unknown, type Verdict } from '../answers/model.ts'
import { within } from '../comparing/model.ts'
import type { ConditionOf } from '../conditions/model.ts'
import type { Facts } from '../facts/model.ts'
import { membersOf } from '../finding/model.ts'
import { costsOf, shareOf } from '../budgeting/model.ts'

/** Are these the only categories of cost, and not too many of them? */
export function costsAllowed({ only, at_most }: ConditionOf<'costs'>, { budget }: Facts): Verdict {
  const list = '/budget/lines'
  if (!budget?.lines) return unknown([list])
  const asked = [...new Set(budget.lines.map(({ category }) => category))]
  const others = asked.filter((category) => !only.includes(category))
  if (others.length > 0) return fail([list], { kind: 'terms', terms: others })
  const found = { kind: 'terms', terms: asked } as const
  return at_most !== undefined && asked.length > at_most ? fail([list], found) : pass([list], found)
}

/** Is the share of some costs in the whole within bounds? Of no costs at all, no share is too much. */
export function costShare(condition: ConditionOf<'cost-share'>, facts: Facts): Verdict {
  return within(shareOf(costsOf(facts, condition.of), costsOf(facts)), {
    from: condition.at_least_percent,
    to: condition.at_most_percent,
  })
}

/** Does money come from every one who takes part so? */
export function moneyFromEach({ of }: ConditionOf<'money-from-each'>, facts: Facts): Verdict {
  const list = '/budget/funding'
  const givers = membersOf(facts, 'organisations', of)
  if ('missing' in givers) return unknown([givers.missing])
  const funding = facts.budget?.funding
  if (!funding) return unknown([list])
  return allOf(
    givers.value.map(({ item: { id }, at }) => {
      if (id === undefined) return unknown([`${at}/id`])
      const theirs = funding.flatMap(({ by, amount }, index) => {
        if (by === undefined) return [unknown([`${list}/${index}/by`])]
        if (by !== id) return []
        if (amount === undefined) return [unknown([`${list}/${index}/amount`])]
        return [new Decimal(amount).isZero() ? fail([list]) : pass([list])]
      })
      return theirs.length === 0 ? fail([list, at]) : anyOf(theirs)
    }),
  )
}
