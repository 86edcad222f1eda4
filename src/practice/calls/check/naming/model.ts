/** What the rules of a call name, so that a question offers exactly that: terms, parts of countries, costs, schemes. Pure. */
import type { Condition, ConditionOf, Test, TermFact } from '../../../rules/conditions/model.ts'
import type { RuleBook } from '../../../rules/model.ts'

/** Every condition a call is decided by, those within others too. */
export function conditionsOf(rules: RuleBook): Condition[] {
  const ofRules = rules.rules.flatMap((rule) => {
    if (rule.kind === 'gate') return rule.only_if ? [rule.must, rule.only_if] : [rule.must]
    return rule.kind === 'priority' ? [rule.when] : rule.groups.map(({ where }) => where)
  })
  const { lines = [], limits = [] } = rules.amount ?? {}
  const ofAmount = [...lines, ...limits].flatMap((one) => ('when' in one ? (one.when ?? []) : []))
  return [...ofRules, ...Object.values(rules.conditions), ...ofAmount].flatMap(withInner)
}

function withInner(condition: Condition): Condition[] {
  if (condition.test === 'all' || condition.test === 'any' || condition.test === 'at-least')
    return [condition, ...condition.of.flatMap(withInner)]
  if (condition.test === 'not') return [condition, ...withInner(condition.of)]
  if (condition.test === 'count') return [condition, ...withInner(condition.where)]
  return [condition]
}

function tests<T extends Test>(rules: RuleBook, test: T): ConditionOf<T>[] {
  return conditionsOf(rules).filter((condition): condition is ConditionOf<T> => condition.test === test)
}

const inOrder = (texts: readonly string[]) => [...new Set(texts)]

/** The terms that rules ask of one fact, in the order in which the call names them. */
export function termsNamed(rules: RuleBook, fact: TermFact): string[] {
  return inOrder(
    tests(rules, 'term')
      .filter(({ of }) => of === fact)
      .flatMap((condition) => condition.in),
  )
}

/** The parts of countries that rules, routes or the call's own sets name (ISO 3166-2). */
export function partsNamed(rules: RuleBook): string[] {
  const places = conditionsOf(rules).flatMap((condition) => {
    if (condition.test === 'place') return [...condition.in, ...(condition.except ?? [])]
    return condition.test === 'sides' ? condition.sides.flatMap((side) => side.in) : []
  })
  const routes = rules.routes?.table.flatMap(({ from, to }) => [...from, ...to]) ?? []
  const sets = Object.values(rules.sets).flatMap((set) => set.places)
  return inOrder([...places, ...routes, ...sets].filter((place) => /^[A-Z]{2}-/.test(place)))
}

/** The categories of cost that rules or the amount name. */
export function costsNamed(rules: RuleBook): string[] {
  const ofRules = conditionsOf(rules).flatMap((condition) => {
    if (condition.test === 'costs') return condition.only
    if (condition.test === 'cost-share') return condition.of
    return condition.test === 'number' && condition.category !== undefined ? [condition.category] : []
  })
  const ofLines =
    rules.amount?.lines.flatMap((line) =>
      line.kind === 'real-cost' || line.kind === 'fixed-or-real-cost' ? (line.of ?? []) : [],
    ) ?? []
  const ofLimits =
    rules.amount?.limits.flatMap((limit) =>
      limit.kind === 'percent-of-costs' || limit.kind === 'real-cost' ? (limit.of ?? []) : [],
    ) ?? []
  return inOrder([...ofRules, ...ofLines, ...ofLimits])
}

/** An earlier application or award that rules look for; no edition: whichever. */
export type Earlier = { of: 'applications' | 'awards'; scheme: string; edition: string | null }

/** What rules want to know of the past: each as one thing that somebody did or did not. `own` stands where any scheme counts. */
export function earlierNamed(rules: RuleBook, own: string): Earlier[] {
  const named = tests(rules, 'history').flatMap(({ of, scheme = own, editions }): Earlier[] =>
    editions ? editions.map((edition) => ({ of, scheme, edition })) : [{ of, scheme, edition: null }],
  )
  return [...new Map(named.map((each) => [keyOf(each), each])).values()]
}

/** The key of an earlier application or award in a form. */
export const keyOf = ({ of, scheme, edition }: Earlier) => [of, scheme, edition ?? ''].join(':')

/** Whether rules ask since when somebody lives where they live. */
export function asksSince(rules: RuleBook): boolean {
  return conditionsOf(rules).some(
    (condition) =>
      (condition.test === 'place' && condition.for_months !== undefined) ||
      (condition.test === 'number' && condition.of === 'years-of-residence'),
  )
}
