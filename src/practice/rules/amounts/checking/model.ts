/** What is wrong with the amounts of a call, each with its place in the file. Pure. */
import type { Fault } from '../../../../platform/index.ts'
import { mostCounted, mostDays } from '../counting/model.ts'
import { linesNamed } from '../limits/model.ts'
import type { AmountLimit, AmountLine, AmountRules } from '../model.ts'
import { Money, mostMoney } from '../money/model.ts'

/** What amounts may name: routes of the call, and the ids of its questions. */
export type AmountNames = { routes: ReadonlySet<string>; questions: readonly string[] }

/** Every fault of the amounts: contradictions, routes and questions nobody knows, what no application could be paid. */
export function faultsOfAmount(amount: AmountRules, { routes, questions }: AmountNames): Fault[] {
  const { lines, limits, rounding } = amount
  return [
    ...when(new Money(rounding.to).isZero(), 'rounding.to', rounding.to, 'is no step to round to'),
    ...doubledNames([...lines.map(placeOfLine), ...limits.map(placeOfLimit)]),
    ...lines.flatMap((line, at) => faultsOfLine(line, `lines.${at}`, routes, questions)),
    ...limits.flatMap((limit, at) => (limit.kind === 'by-route' ? limitRoutes(limit, at, routes) : [])),
    ...contradictions(limits),
    ...faultsOfParts(lines, limits),
  ]
}

const when = (wrong: boolean, field: string, value: unknown, reason: string): Fault[] =>
  wrong ? [{ field: `amount.${field}`, value, reason }] : []

type Placed = { id: string; field: string }
const placeOfLine = ({ id }: AmountLine, at: number): Placed => ({ id, field: `lines.${at}.id` })
const placeOfLimit = ({ id }: AmountLimit, at: number): Placed => ({ id, field: `limits.${at}.id` })

function doubledNames(placed: readonly Placed[]): Fault[] {
  return placed.flatMap(({ id, field }, at) =>
    when(placed.findIndex((one) => one.id === id) < at, field, id, 'is the name of an earlier line or limit'),
  )
}

function faultsOfLine(
  line: AmountLine,
  field: string,
  routes: AmountNames['routes'],
  questions: readonly string[],
): Fault[] {
  return [...shapeFaults(line, field, routes, questions), ...overflow(line, field)]
}

function shapeFaults(
  line: AmountLine,
  field: string,
  routes: AmountNames['routes'],
  questions: readonly string[],
): Fault[] {
  switch (line.kind) {
    case 'by-distance':
      return ascending(
        line.tiers.map(({ from_km: start }) => start),
        field,
      )
    case 'by-length':
      return ascending(
        line.tiers.map(({ from }) => from),
        field,
      )
    case 'band':
      return when(new Money(line.from).gt(line.to), field, line, 'goes from more to less')
    case 'by-route':
      return unknownRoutes(line.amounts, field, routes)
    case 'per-answer':
      return when(
        !questions.includes(line.question),
        `${field}.question`,
        line.question,
        'is not a question of this call',
      )
    case 'rate':
    case 'fixed-or-real-cost':
      return when(
        countedTwice(line.per, line.for_each),
        `${field}.for_each`,
        line.for_each,
        `counts twice what is already counted per ${line.per}`,
      )
    default:
      return []
  }
}

function ascending(starts: readonly number[], field: string): Fault[] {
  return starts.flatMap((start, at) =>
    when(
      at > 0 && start <= (starts[at - 1] ?? 0),
      `${field}.tiers.${at}`,
      start,
      'does not begin above the tier before it',
    ),
  )
}

const headsOfUnit: Record<string, readonly AmountLine['for_each'][]> = {
  people: ['person', 'participant'],
  participants: ['person', 'participant'],
  organisations: ['organisation'],
}
const countedTwice = (per: string, head: AmountLine['for_each']) => headsOfUnit[per]?.includes(head) ?? false

function unknownRoutes(
  amounts: Record<string, string>,
  field: string,
  routes: AmountNames['routes'],
): Fault[] {
  return Object.entries(amounts).flatMap(([route, amount]) =>
    when(!routes.has(route), `${field}.amounts.${route}`, amount, 'is for a route this call does not have'),
  )
}

/** Every route has its limit: what is not stated is not without limit, and not nothing either. */
function limitRoutes(
  { amounts }: Extract<AmountLimit, { kind: 'by-route' }>,
  at: number,
  routes: AmountNames['routes'],
): Fault[] {
  const field = `limits.${at}`
  const unstated = [...routes].filter((id) => !Object.hasOwn(amounts, id))
  return [
    ...unknownRoutes(amounts, field, routes),
    ...unstated.flatMap((id) =>
      when(true, `${field}.amounts`, id, `does not say the limit of the route ${id}`),
    ),
  ]
}

function contradictions(limits: readonly AmountLimit[]): Fault[] {
  const ceilings = limits.flatMap((limit) =>
    limit.kind === 'ceiling' && limit.for_each === 'application' && !limit.when && !limit.lines
      ? [limit.amount]
      : [],
  )
  return limits.flatMap((limit, at) =>
    when(
      limit.kind === 'floor' && ceilings.some((ceiling) => new Money(limit.amount).gt(ceiling)),
      `limits.${at}.amount`,
      limit.kind === 'floor' ? limit.amount : null,
      'is a floor above a ceiling',
    ),
  )
}

/** Limits of some lines name lines there are, and none cuts through another: what was taken off once stays off once. */
function faultsOfParts(lines: readonly AmountLine[], limits: readonly AmountLimit[]): Fault[] {
  const known = new Set(lines.map(({ id }) => id))
  return limits.flatMap((limit, at) => {
    const named = linesNamed(limit) ?? []
    const before = limits.slice(0, at).map((earlier) => linesNamed(earlier) ?? [])
    return [
      ...named.flatMap((id) =>
        when(!known.has(id), `limits.${at}.lines`, id, 'is not a line of this amount'),
      ),
      ...when(
        before.some((earlier) => !isNested(earlier, named)),
        `limits.${at}.lines`,
        named,
        'bounds some lines of an earlier limit and not all of them: state the limit of fewer lines first',
      ),
    ]
  })
}

/** Does the later bound all of the earlier, or none of it? */
function isNested(earlier: readonly string[], later: readonly string[]): boolean {
  const shared = earlier.filter((line) => later.includes(line)).length
  return shared === 0 || shared === earlier.length
}

// As many as one application can name.
const mostHeads = 100

function overflow(line: AmountLine, field: string): Fault[] {
  return when(
    utmostOf(line).gt(mostMoney),
    field,
    line.id,
    `can come to more than ${mostMoney.toFixed()}: state a lower rate, or how often it counts (at_most)`,
  )
}

/** What a line comes to where everything it counts is as much as can be. */
function utmostOf(line: AmountLine): Money {
  const heads = line.for_each === 'application' ? 1 : mostHeads
  if (line.kind === 'rate')
    return new Money(line.rate).times(line.at_most ?? utmostUnits(line.per)).times(heads)
  if (line.kind === 'fixed-or-real-cost')
    return new Money(line.amount).times(utmostUnits(line.per)).times(heads)
  if (line.kind === 'per-answer') return new Money(line.rate).times(line.at_most ?? mostCounted).times(heads)
  return new Money(0)
}

function utmostUnits(unit: string): number {
  if (unit === 'once') return 1
  return unit in headsOfUnit ? mostHeads : mostDays
}
