/** Rules of which nobody can fulfil both. Pure. */
import type { Fault } from '../../../../platform/index.ts'
import type { Condition, ConditionOf, NumberFact } from '../../conditions/model.ts'
import { usualWhich } from '../../finding/model.ts'
import type { RuleBook } from '../../model.ts'
import { allWithin, partsOf, type Placed } from '../walking/model.ts'

type SetsOn = (name: string) => ReadonlySet<string>

/** Conditions that cannot hold by themselves, and gates that cannot hold together. */
export function faultsOfContradictions(book: RuleBook, roots: readonly Placed[], membersOf: SetsOn): Fault[] {
  const alone = roots.flatMap(allWithin).flatMap((placed) => impossible(placed, book, membersOf))
  return [...alone, ...faultsTogether(obligationsOf(roots, book), membersOf)]
}

const fault = ({ at, condition }: Placed, reason: string): Fault => ({
  field: at,
  value: condition.test,
  reason,
})

function impossible(placed: Placed, book: RuleBook, membersOf: SetsOn): Fault[] {
  const { condition } = placed
  switch (condition.test) {
    case 'at-least':
      return condition.n > condition.of.length
        ? [fault(placed, `asks for ${condition.n} of ${condition.of.length}: it can never hold`)]
        : []
    case 'count':
      return condition.from === undefined && condition.to === undefined
        ? [fault(placed, 'does not say how many')]
        : faultsOfRange(placed, condition)
    case 'number':
      return condition.from === undefined && condition.to === undefined
        ? [fault(placed, 'does not say how much')]
        : faultsOfNumber(placed, condition)
    case 'answer':
      return faultsOfRange(placed, condition)
    case 'sides':
      return condition.sides.flatMap((side) => faultsOfRange(placed, side))
    case 'cost-share':
      return faultsOfShare(placed, condition)
    case 'place':
      return condition.except &&
        expanded(condition.in, membersOf).length > 0 &&
        codesOf(condition, membersOf)?.size === 0
        ? [fault(placed, 'excepts all that it allows: it can never hold')]
        : []
    case 'within':
      return condition.to !== undefined && condition.to < book.dates.opens.day
        ? [fault(placed, `ends on ${condition.to}, before the call opens on ${book.dates.opens.day}`)]
        : []
    default:
      return []
  }
}

const faultsOfRange = (placed: Placed, { from, to }: Range): Fault[] =>
  from !== undefined && to !== undefined && Number(from) > Number(to)
    ? [fault(placed, `goes from ${from} to ${to}: nothing can be in it`)]
    : []

// The days before something are fewer than none once it has begun; nothing else is.
const belowNone: readonly NumberFact[] = ['lead-days', 'lead-weeks', 'travel-lead-days']

const faultsOfNumber = (placed: Placed, { of, to }: ConditionOf<'number'>): Fault[] =>
  to !== undefined && Number(to) < 0 && !belowNone.includes(of)
    ? [fault(placed, `asks for at most ${to}: it can never hold`)]
    : []

function faultsOfShare(placed: Placed, condition: ConditionOf<'cost-share'>): Fault[] {
  const { at_least_percent: least, at_most_percent: most } = condition
  if (least === undefined && most === undefined) return [fault(placed, 'does not say how much')]
  return least !== undefined && most !== undefined && least > most
    ? [fault(placed, `asks for at least ${least} and at most ${most} percent: it can never hold`)]
    : []
}

/** What everybody must fulfil: the gates for all, with `all` taken apart and names looked up. */
function obligationsOf(roots: readonly Placed[], { rules, conditions }: RuleBook): Placed[] {
  const forAll = roots.filter(({ at }) => {
    const [list, index, field] = at.split('.')
    const rule = list === 'rules' ? rules[Number(index)] : undefined
    return rule?.kind === 'gate' && field === 'must' && !rule.only_if
  })
  return forAll.flatMap((placed) => flattened(placed, conditions, new Set()))
}

function flattened(placed: Placed, conditions: RuleBook['conditions'], seen: ReadonlySet<string>): Placed[] {
  const { condition, at, depth } = placed
  if (condition.test === 'all') return partsOf(placed).flatMap((part) => flattened(part, conditions, seen))
  if (condition.test !== 'named' || seen.has(condition.name)) return [placed]
  const named = Object.hasOwn(conditions, condition.name) ? conditions[condition.name] : undefined
  return named
    ? flattened({ condition: named, at, depth }, conditions, new Set([...seen, condition.name]))
    : []
}

function faultsTogether(obligations: readonly Placed[], membersOf: SetsOn): Fault[] {
  return obligations.flatMap((placed, index) => {
    const rival = obligations
      .slice(0, index)
      .find((other) => contradict(placed.condition, other.condition, membersOf))
    return rival ? [fault(placed, `contradicts ${rival.at}: nobody can fulfil both`)] : []
  })
}

function contradict(one: Condition, other: Condition, membersOf: SetsOn): boolean {
  if (one.test === 'number' && other.test === 'number') return sameNumber(one, other) && apart(one, other)
  if (one.test === 'within' && other.test === 'within') return one.of === other.of && daysApart(one, other)
  if (one.test === 'place' && other.test === 'place') return placesApart(one, other, membersOf)
  if (one.test === 'shape' && other.test === 'shape')
    return !one.among.some(({ shape }) => other.among.some((allowed) => allowed.shape === shape))
  if (one.test === 'is' && other.test === 'is')
    return one.of === other.of && one.is !== other.is && sameMembers(one, other)
  return one.test === 'not' && JSON.stringify(one.of) === JSON.stringify(other)
}

type Members = { whose: string; as?: readonly string[] | undefined }

const sameMembers = (one: Members, other: Members) =>
  one.whose === other.whose && one.whose !== 'somebody' && JSON.stringify(one.as) === JSON.stringify(other.as)

const sameNumber = (one: ConditionOf<'number'>, other: ConditionOf<'number'>) =>
  one.of === other.of &&
  one.category === other.category &&
  JSON.stringify(one.at) === JSON.stringify(other.at) &&
  sameMembers(one, other)

type Range = { from?: number | string | undefined; to?: number | string | undefined }

const apart = (one: Range, other: Range) =>
  Number(one.from ?? -Infinity) > Number(other.to ?? Infinity) ||
  Number(other.from ?? -Infinity) > Number(one.to ?? Infinity)

const daysApart = (one: ConditionOf<'within'>, other: ConditionOf<'within'>) =>
  (one.from ?? '') > (other.to ?? '9999') || (other.from ?? '') > (one.to ?? '9999')

/** Do two conditions ask one and the same place to be in sets that share nothing? */
function placesApart(one: ConditionOf<'place'>, other: ConditionOf<'place'>, membersOf: SetsOn): boolean {
  if (one.of !== other.of || !sameMembers(one, other) || !isOnePlace(one) || !isOnePlace(other)) return false
  const [first, second] = [codesOf(one, membersOf), codesOf(other, membersOf)]
  // A set nobody knows is a fault of its own.
  if (!first?.size || !second?.size) return false
  return [...first].every(
    (code) => !second.has(code) && !second.has(code.slice(0, 2)) && !hasPart(second, code),
  )
}

const hasPart = (codes: ReadonlySet<string>, country: string) =>
  country.length === 2 && [...codes].some((code) => code.startsWith(`${country}-`))

const isOnePlace = ({ of, which }: ConditionOf<'place'>) =>
  of === 'base' || of === 'seat' || of === 'departure' || (which ?? usualWhich[of]) !== 'any'

/** The codes a condition allows; undefined where it allows every place, or nearly every. */
function codesOf({ in: names, except }: ConditionOf<'place'>, membersOf: SetsOn): Set<string> | undefined {
  if (names.includes('*')) return undefined
  const out = new Set(expanded(except ?? [], membersOf))
  return new Set(expanded(names, membersOf).filter((code) => !out.has(code) && !out.has(code.slice(0, 2))))
}

const expanded = (names: readonly string[], membersOf: SetsOn): string[] =>
  names.flatMap((name) => (/^[A-Z]/.test(name) ? [name] : [...membersOf(name)]))
