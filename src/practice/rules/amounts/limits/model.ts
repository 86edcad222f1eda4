/** What bounds the sum of an amount. Pure. */
import { costsIn, requestedIn } from '../costing/model.ts'
import { headsOf, type Known } from '../counting/model.ts'
import { amountOfRoute, type Given } from '../lines/model.ts'
import type { AmountLimit, AmountRules } from '../model.ts'
import { Money, rounded } from '../money/model.ts'
import { routesOf } from '../../routing/model.ts'

/** A bound, and the route it was looked up by. */
export type Bound = { money: Money; route?: string | null }

/** The lines a limit bounds; undefined where it bounds the whole sum. */
export const linesNamed = (limit: AmountLimit): readonly string[] | undefined =>
  'lines' in limit ? limit.lines : undefined

/** The bound, to the step of the call: a floor no lower, any other no higher than it is stated. */
export function boundOf(limit: AmountLimit, given: Given, rounding: AmountRules['rounding']): Known<Bound> {
  const bound = statedBound(limit, given)
  if ('missing' in bound) return bound
  const way = limit.kind === 'floor' ? 'up' : 'down'
  return { value: { ...bound.value, money: rounded(bound.value.money, rounding, way) } }
}

function statedBound(limit: AmountLimit, given: Given): Known<Bound> {
  switch (limit.kind) {
    case 'floor':
      return { value: { money: new Money(limit.amount) } }
    case 'ceiling':
      return boundWith(headsOf(limit.for_each, given.facts), (heads) => new Money(limit.amount).times(heads))
    case 'by-route':
      return boundByRoute(limit, given)
    case 'real-cost':
      return boundWith(costsIn(given, limit.of), (costs) => costs)
    case 'percent-of-costs':
      return boundWith(costsIn(given, limit.of), (costs) => costs.times(limit.percent).div(100))
    default:
      return boundWith(requestedIn(given), (requested) => requested)
  }
}

function boundWith<T>(known: Known<T>, money: (value: T) => Money): Known<Bound> {
  return 'missing' in known ? known : { value: { money: money(known.value) } }
}

/** By the route of the journey, or of every leg; who takes none of the routes gets nothing. */
function boundByRoute(
  { amounts, for_each: head }: Extract<AmountLimit, { kind: 'by-route' }>,
  { facts, scope }: Given,
): Known<Bound> {
  const routed = routesOf(facts, scope)
  const counted = head === 'leg' ? routed : routed.slice(0, 1)
  const missing = counted.flatMap((route) => ('missing' in route ? route.missing : []))
  if (missing.length > 0) return { missing }
  const heads = head === 'leg' ? { value: 1 } : headsOf(head, facts)
  if ('missing' in heads) return heads
  const routes = counted.flatMap((route) => ('missing' in route ? [] : [route.route]))
  const sum = routes.reduce((all, route) => all.plus(amountOfRoute(amounts, route)), new Money(0))
  const [only] = routes
  return {
    value: {
      money: sum.times(heads.value),
      ...(routes.length === 1 && only !== undefined && { route: only }),
    },
  }
}
