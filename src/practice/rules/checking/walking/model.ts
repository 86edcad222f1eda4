/** Every condition of a rule book with its place in the file. Pure. */
import type { Condition } from '../../conditions/model.ts'
import type { Rule, RuleBook } from '../../model.ts'

/** A condition, where it stands (`rules.0.must.of.1`) and how deep below its root. */
export type Placed = { condition: Condition; at: string; depth: number }

/** Those that stand by themselves: named ones, those of rules, and those of amounts. */
export function rootsOf({ conditions, rules, amount }: RuleBook): Placed[] {
  const named = Object.entries(conditions).map(([name, condition]) => root(condition, `conditions.${name}`))
  const ofAmounts = (['lines', 'limits'] as const).flatMap((list) =>
    (amount?.[list] ?? []).flatMap((one, index) =>
      'when' in one && one.when ? [root(one.when, `amount.${list}.${index}.when`)] : [],
    ),
  )
  return [...named, ...rules.flatMap(rootsOfRule), ...ofAmounts]
}

const root = (condition: Condition, at: string): Placed => ({ condition, at, depth: 1 })

function rootsOfRule(rule: Rule, index: number): Placed[] {
  const at = `rules.${index}`
  if (rule.kind === 'priority') return [root(rule.when, `${at}.when`)]
  if (rule.kind === 'quota')
    return rule.groups.map(({ where }, group) => root(where, `${at}.groups.${group}.where`))
  return [root(rule.must, `${at}.must`), ...(rule.only_if ? [root(rule.only_if, `${at}.only_if`)] : [])]
}

/** The conditions that a condition joins. */
export function partsOf({ condition, at, depth }: Placed): Placed[] {
  const below = (part: Condition, name: string): Placed => ({
    condition: part,
    at: `${at}.${name}`,
    depth: depth + 1,
  })
  switch (condition.test) {
    case 'all':
    case 'any':
    case 'at-least':
      return condition.of.map((part, index) => below(part, `of.${index}`))
    case 'not':
      return [below(condition.of, 'of')]
    case 'count':
      return [below(condition.where, 'where')]
    default:
      return []
  }
}

/** A condition and all below it. */
export function allWithin(placed: Placed): Placed[] {
  return [placed, ...partsOf(placed).flatMap(allWithin)]
}
