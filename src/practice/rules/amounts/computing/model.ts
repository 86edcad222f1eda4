/** How much would be granted, line by line: what is shown always adds up, and no limit is exceeded. Pure. */
import { evaluate, type Scope } from '../../evaluating/model.ts'
import type { Facts } from '../../facts/model.ts'
import type { Known } from '../counting/model.ts'
import { boundOf, type Bound, linesNamed } from '../limits/model.ts'
import { type Given, worthsOf } from '../lines/model.ts'
import type { AmountLimit, AmountLine, AmountRules, ComputedAmount, ComputedLine } from '../model.ts'
import { Money, moneyText, rounded } from '../money/model.ts'

/** The amount of an application in the currency of the call; of what is not yet known, which facts it hangs on. */
export function computeAmount(
  rules: AmountRules,
  currency: string,
  facts: Facts,
  scope: Scope,
): ComputedAmount {
  const given: Given = { facts, scope, currency }
  const lines = rules.lines.flatMap((line) => linesOf(line, rules, given))
  const limited = limitsOf(rules, lines, given)
  const all = [...lines, ...limited]
  const sum = sumOf(all)
  return {
    currency,
    from: sum && moneyText(sum.from),
    to: sum && moneyText(sum.to),
    atLeast: sum || rules.limits.length > 0 ? null : knownOf(lines),
    lines: all,
    hangs: [...new Set(all.flatMap(({ hangs }) => hangs))],
  }
}

/** Without limits no line can lower the sum of the others. */
function knownOf(lines: readonly ComputedLine[]): string | null {
  const known = sumOf(lines.filter(({ from, to }) => from !== null && to !== null))
  return known && known.from.greaterThan(0) ? moneyText(known.from) : null
}

type Sum = { from: Money; to: Money } | null

/** The sum; null where a line is not yet known. */
function sumOf(lines: readonly ComputedLine[]): Sum {
  let [from, to] = [new Money(0), new Money(0)]
  for (const line of lines) {
    if (line.from === null || line.to === null) return null
    from = from.plus(line.from)
    to = to.plus(line.to)
  }
  return { from, to }
}

type Named = Pick<ComputedLine, 'id' | 'kind'>

const open = ({ id, kind }: Named, hangs: readonly string[]): ComputedLine => ({
  id,
  kind,
  from: null,
  to: null,
  worked: null,
  hangs,
})

/** The line as it concerns this application: none, one, or one for each leg. */
function linesOf(line: AmountLine, { rounding }: AmountRules, given: Given): ComputedLine[] {
  const concerned = concerns(line.when, given)
  if (concerned.answer === 'fail') return []
  if (concerned.answer === 'unknown') return [open(line, concerned.hangs)]
  return worthsOf(line, given).map((worth) => {
    if ('missing' in worth) return open(line, worth.missing)
    const { from, to, worked } = worth.value
    return {
      id: line.id,
      kind: line.kind,
      from: moneyText(rounded(from, rounding)),
      to: moneyText(rounded(to, rounding)),
      worked,
      hangs: [],
    }
  })
}

const concerns = (when: AmountLine['when'], { facts, scope }: Given) =>
  when ? evaluate(when, facts, scope) : ({ answer: 'pass', hangs: [] } as const)

/** Limits of some lines come first, then floors: nothing lifts a sum above what bounds it. */
function limitsOf(rules: AmountRules, lines: readonly ComputedLine[], given: Given): ComputedLine[] {
  const inOrder = rules.limits.toSorted((one, other) => rankOf(one) - rankOf(other))
  const limited: ComputedLine[] = []
  for (const limit of inOrder) {
    const sum = sumOf([...lines, ...limited].filter(({ id }) => isWithin(id, limit, rules)))
    const line = limitLine(limit, sum, rules, given)
    if (line) limited.push(line)
  }
  return limited
}

const rankOf = (limit: AmountLimit) => (linesNamed(limit) ? 0 : limit.kind === 'floor' ? 1 : 2)

/** Does a limit bound this line, or the line of a limit that bounds nothing besides? */
function isWithin(id: string, limit: AmountLimit, rules: AmountRules): boolean {
  const named = linesNamed(limit)
  if (!named || named.includes(id)) return true
  const earlier = rules.limits.find((other) => other.id === id)
  return (earlier && linesNamed(earlier)?.every((line) => named.includes(line))) ?? false
}

/** The line of a limit that changes the sum; none where it changes nothing, or does not concern this application. */
function limitLine(
  limit: AmountLimit,
  sum: Sum,
  { rounding }: AmountRules,
  given: Given,
): ComputedLine | undefined {
  const concerned = concerns('when' in limit ? limit.when : undefined, given)
  if (concerned.answer === 'fail') return undefined
  const named = { id: limit.id, kind: `limit-${limit.kind}` } as const
  const bound = boundOf(limit, given, rounding)
  if (changesNothing(limit, bound, sum)) return undefined
  const hangs = [...concerned.hangs, ...('missing' in bound ? bound.missing : [])]
  if (concerned.answer === 'unknown') return open(named, hangs)
  if ('missing' in bound) return open(named, bound.missing)
  if (!sum) return undefined
  const { money, route } = bound.value
  const limited = (before: Money) =>
    limit.kind === 'floor' ? Money.max(before, money) : Money.min(before, money)
  return {
    ...named,
    from: moneyText(limited(sum.from).minus(sum.from)),
    to: moneyText(limited(sum.to).minus(sum.to)),
    worked: {
      kind: 'limit',
      limit: moneyText(money),
      before: moneyText(sum.to),
      ...(route === undefined ? {} : { route }),
    },
    hangs: [],
  }
}

/** Is the sum within the bound already? Nothing cannot become less. */
function changesNothing({ kind }: AmountLimit, bound: Known<Bound>, sum: Sum): boolean {
  if (!sum) return false
  if (kind !== 'floor' && sum.to.isZero()) return true
  if ('missing' in bound) return false
  return kind === 'floor' ? sum.from.gte(bound.value.money) : sum.to.lte(bound.value.money)
}
