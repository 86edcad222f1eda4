/** What each line of an amount is worth for one application. Pure. */
import { distancesOf } from '../../distance/model.ts'
import type { Scope } from '../../evaluating/model.ts'
import type { Facts } from '../../facts/model.ts'
import { routesOf } from '../../routing/model.ts'
import { costsIn, requestedIn } from '../costing/model.ts'
import { countOf, type Counted, headsOf, type Known, mostCounted, unitOfHead } from '../counting/model.ts'
import type { AmountLine, Worked } from '../model.ts'
import { Money, moneyText } from '../money/model.ts'

/** What a line is worth, not yet rounded, and how that was worked out. */
export type Worth = { from: Money; to: Money; worked: Worked | null }
/** All that lines are worked out from. */
export type Given = { facts: Facts; scope: Scope; currency: string }
type LineOf<K extends AmountLine['kind']> = Extract<AmountLine, { kind: K }>

/** What a line is worth: once, or once for each leg where it is looked up by leg. */
export function worthsOf(line: AmountLine, given: Given): Known<Worth>[] {
  switch (line.kind) {
    case 'fixed':
      return [worthOfFixed(line, given)]
    case 'band':
      return [worthOfBand(line, given)]
    case 'rate':
      return [worthOfRate(line, given)]
    case 'per-answer':
      return [worthOfAnswer(line, given)]
    case 'by-distance':
      return worthsByDistance(line, given)
    case 'by-length':
      return [worthByLength(line, given)]
    case 'by-route':
      return worthsByRoute(line, given)
    case 'real-cost':
      return [worthOfCosts(line, given)]
    case 'fixed-or-real-cost':
      return [worthOfFixedOrCosts(line, given)]
    default:
      return [then(requestedIn(given), (asked) => same(asked, null))]
  }
}

const same = (money: Money, worked: Worked | null): Worth => ({ from: money, to: money, worked })

function then<T, U>(known: Known<T>, next: (value: T) => U): Known<U> {
  return 'missing' in known ? known : { value: next(known.value) }
}

const headCount = (heads: number, head: AmountLine['for_each']) => (head === 'application' ? {} : { heads })

function worthOfFixed({ amount, for_each: head }: LineOf<'fixed'>, { facts }: Given): Known<Worth> {
  return then(headsOf(head, facts), (heads) =>
    same(
      new Money(amount).times(heads),
      head === 'application' ? null : { kind: 'times', rate: amount, times: heads, unit: unitOfHead[head] },
    ),
  )
}

function worthOfBand({ from, to, for_each: head }: LineOf<'band'>, { facts }: Given): Known<Worth> {
  return then(headsOf(head, facts), (heads) => ({
    from: new Money(from).times(heads),
    to: new Money(to).times(heads),
    worked: null,
  }))
}

function worthOfRate(line: LineOf<'rate'>, { facts, scope }: Given): Known<Worth> {
  const { rate, per, for_each: head } = line
  return then(countOf(per, head, facts, scope), ({ each, heads }) => {
    const paid = { each: each.map((units) => paidUnits(units, line)), heads }
    return same(sumOf(paid.each).times(rate), workedTimes(rate, per, paid, head))
  })
}

function paidUnits(units: Money, { parts, at_most: most }: LineOf<'rate'>): Money {
  const counted = parts === 'begun' ? units.ceil() : parts === 'whole' ? units.floor() : units
  return most === undefined ? counted : Money.min(counted, most)
}

const sumOf = (numbers: readonly Money[]) => numbers.reduce((sum, one) => sum.plus(one), new Money(0))

/** Of heads that count alike: so many units for so many heads; otherwise all their units together. */
function workedTimes(
  rate: string,
  unit: string,
  { each, heads }: Counted,
  head: AmountLine['for_each'],
): Worked {
  const [first] = each
  const alike = first !== undefined && each.every((units) => units.eq(first))
  const times = shown(alike ? first : sumOf(each))
  return { kind: 'times', rate, times, unit, ...(alike ? headCount(heads, head) : {}) }
}

const shown = (number: Money) => number.toDecimalPlaces(4).toNumber()

function worthOfAnswer(line: LineOf<'per-answer'>, { facts }: Given): Known<Worth> {
  const { rate, question, at_most: most = mostCounted, for_each: head } = line
  const counted = countedBy(facts.answers?.[question])
  const heads = headsOf(head, facts)
  if (counted === undefined) return { missing: [`/answers/${question}`] }
  return then(heads, (number) => {
    const times = new Money(Math.min(counted, most))
    return same(times.times(rate).times(number), {
      kind: 'times',
      rate,
      times: shown(times),
      unit: question,
      ...headCount(number, head),
    })
  })
}

/** Yes counts one; of several that were chosen, each. What is no number, or below none, is no answer. */
function countedBy(answer: NonNullable<Facts['answers']>[string] | undefined): number | undefined {
  if (typeof answer === 'boolean') return answer ? 1 : 0
  if (Array.isArray(answer)) return answer.length
  if (typeof answer !== 'number' || !(answer >= 0 && answer <= mostCounted)) return undefined
  return answer
}

/** The amount of the highest tier that is reached; below the first, nothing. */
function tierOf<T extends { amount: string }>(tiers: readonly T[], reached: (tier: T) => boolean): Money {
  return new Money(tiers.findLast(reached)?.amount ?? 0)
}

function worthsByDistance(line: LineOf<'by-distance'>, { facts }: Given): Known<Worth>[] {
  const distances = distancesOf(facts)
  const head = line.for_each === 'leg' ? 'application' : line.for_each
  return (line.for_each === 'leg' ? distances : distances.slice(0, 1)).map((distance) => {
    if ('missing' in distance) return distance
    const { km } = distance
    return then(headsOf(head, facts), (heads) =>
      same(tierOf(line.tiers, ({ from_km: start }) => km >= start).times(heads), {
        kind: 'distance',
        km: Math.round(km),
        ...headCount(heads, head),
      }),
    )
  })
}

function worthByLength(line: LineOf<'by-length'>, { facts, scope }: Given): Known<Worth> {
  const { of, for_each: head, tiers } = line
  return then(countOf(of, head, facts, scope), ({ each, heads }) => {
    const [first] = each
    const alike = first !== undefined && each.every((length) => length.eq(first))
    return same(
      sumOf(each.map((length) => tierOf(tiers, ({ from }) => length.gte(from)))),
      alike ? { kind: 'length', length: shown(first), unit: of, ...headCount(heads, head) } : null,
    )
  })
}

function worthsByRoute(line: LineOf<'by-route'>, { facts, scope }: Given): Known<Worth>[] {
  const head = line.for_each === 'leg' ? 'application' : line.for_each
  const routed = routesOf(facts, scope)
  return (line.for_each === 'leg' ? routed : routed.slice(0, 1)).map((route) => {
    if ('missing' in route) return route
    return then(headsOf(head, facts), (heads) =>
      same(amountOfRoute(line.amounts, route.route).times(heads), {
        kind: 'route',
        route: route.route,
        ...headCount(heads, head),
      }),
    )
  })
}

/** What is stated of a route; nothing where none is taken, or nothing is stated. */
export function amountOfRoute(amounts: Readonly<Record<string, string>>, route: string | null): Money {
  return new Money(route !== null && Object.hasOwn(amounts, route) ? (amounts[route] ?? 0) : 0)
}

function worthOfCosts(line: LineOf<'real-cost'>, given: Given): Known<Worth> {
  const costs = costsIn(given, line.of)
  const bounds = boundsOf(line, given)
  if ('missing' in costs) return costs
  const { percent } = line
  const part = percent === undefined ? costs.value : costs.value.times(percent).div(100)
  return then(bounds, (most) =>
    same(Money.min(part, ...most), {
      kind: 'costs',
      costs: moneyText(costs.value),
      ...(percent === undefined ? {} : { percent }),
    }),
  )
}

/** What a line of real costs must not exceed. */
function boundsOf(line: LineOf<'real-cost'>, given: Given): Known<Money[]> {
  const { at_most: most, at_most_share: share, for_each: head } = line
  const heads = most === undefined ? { value: 0 } : headsOf(head, given.facts)
  const costs = share === undefined ? { value: new Money(0) } : costsIn(given, share.of)
  if ('missing' in heads) return heads
  return then(costs, (all) => [
    ...(most === undefined ? [] : [new Money(most).times(heads.value)]),
    ...(share === undefined ? [] : [all.times(share.percent).div(100)]),
  ])
}

function worthOfFixedOrCosts(line: LineOf<'fixed-or-real-cost'>, given: Given): Known<Worth> {
  const { amount, per, for_each: head } = line
  const counted = countOf(per, head, given.facts, given.scope)
  const costs = costsIn(given, line.of)
  if ('missing' in counted) return counted
  return then(costs, (real) => {
    const fixed = sumOf(counted.value.each).times(amount)
    return fixed.gte(real)
      ? same(fixed, workedTimes(amount, per, counted.value, head))
      : same(real, { kind: 'costs', costs: moneyText(real) })
  })
}
