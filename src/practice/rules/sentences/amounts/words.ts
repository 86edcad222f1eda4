/** How much is granted: the lines and limits a call states, and the lines of an amount that was worked out. */
import type { AmountLimit, AmountLine, ComputedAmount, ComputedLine, Worked } from '../../amounts/model.ts'
import { numberFacts } from '../../conditions/model.ts'
import { sayCondition } from '../conditions/words.ts'
import { sayNeeds } from '../facts/words.ts'
import {
  andList,
  asSentence,
  itemList,
  joined,
  type RuleReader,
  type SaidBook,
  textIn,
  unsaid,
} from '../model.ts'
import { kilometres, percentWords, quantity, unitOf } from '../numbers/words.ts'
import { nameOfRoute, nameOfTerm, textOfQuestion } from '../places/words.ts'

/** A line of the amount as the call states it, with its name where it has one. */
export function sayAmountRule(reader: RuleReader, line: AmountLine, book: SaidBook): string {
  const sentence = joined(reader, [lineSentence(reader, line, book), ...lineNotes(reader, line, book)])
  return line.says
    ? reader.say('line.named', { name: asSentence(reader, textIn(reader, line.says)), sentence })
    : sentence
}

function lineSentence(reader: RuleReader, line: AmountLine, book: SaidBook): string {
  const { say } = reader
  const money = moneyOf(reader, book)
  switch (line.kind) {
    case 'fixed':
      return say('line.fixed', { amount: money(line.amount) })
    case 'rate':
      return say('line.rate', { rate: money(line.rate), per: say(`per.${line.per}`) })
    case 'per-answer':
      return say('line.per-answer', {
        rate: money(line.rate),
        question: textOfQuestion(reader, line.question, book),
      })
    case 'by-distance': {
      const steps = line.tiers.map((tier) => ({ from: tier.from_km, amount: money(tier.amount) }))
      return say('line.by-distance', { tiers: tierList(reader, steps, (km) => kilometres(reader, km)) })
    }
    case 'by-length': {
      const steps = line.tiers.map((tier) => ({ from: tier.from, amount: money(tier.amount) }))
      const length = (value: number) => quantity(reader, unitOf(line.of), value, book.currency)
      return say('line.by-length', { tiers: tierList(reader, steps, length) })
    }
    case 'by-route':
      return say('line.by-route', { amounts: routeAmounts(reader, line.amounts, book) })
    case 'real-cost':
      return say('line.real-cost', { costs: costWords(reader, line.of, book) })
    case 'fixed-or-real-cost':
      return say('line.fixed-or-real-cost', {
        amount: money(line.amount),
        per: say(`per.${line.per}`),
        costs: costWords(reader, line.of, book),
      })
    case 'band':
      return say('line.band', { from: money(line.from), to: money(line.to) })
    case 'requested':
      return say('line.requested')
    default:
      return unsaid(line)
  }
}

function lineNotes(reader: RuleReader, line: AmountLine, book: SaidBook): string[] {
  const { say } = reader
  return [
    line.kind === 'rate' && line.at_most !== undefined
      ? say('line.most', { most: timesWords(reader, line.per, line.at_most, book) })
      : '',
    line.kind === 'rate' && line.parts !== 'share' && /(weeks|months)$/.test(line.per)
      ? say(`parts.${line.parts}`)
      : '',
    line.kind === 'per-answer' && line.at_most !== undefined
      ? say('line.most', { most: reader.format.number(line.at_most) })
      : '',
    line.kind === 'real-cost' && line.percent !== undefined
      ? say('line.percent', { percent: percentWords(reader, line.percent) })
      : '',
    line.kind === 'real-cost' && line.at_most !== undefined
      ? say('line.mostMoney', { amount: moneyOf(reader, book)(line.at_most) })
      : '',
    line.kind === 'real-cost' && line.at_most_share !== undefined
      ? say('limit.percent-of-costs', {
          percent: percentWords(reader, line.at_most_share.percent),
          costs: costWords(reader, line.at_most_share.of, book),
        })
      : '',
    eachWords(reader, line.for_each),
    line.when ? say('line.when', { condition: sayCondition(reader, line.when, book) }) : '',
  ]
}

/** A limit of the amount as the call states it. */
export function sayLimit(reader: RuleReader, limit: AmountLimit, book: SaidBook): string {
  const { say } = reader
  const applies = 'when' in limit && limit.when ? limit.when : undefined
  const sentence = limitSentence(reader, limit, book)
  const lines = 'lines' in limit ? limit.lines : undefined
  return joined(reader, [
    lines
      ? say('line.named', {
          name: asSentence(reader, andList(reader, lineNames(reader, lines, book))),
          sentence,
        })
      : sentence,
    'for_each' in limit ? eachWords(reader, limit.for_each) : '',
    applies ? say('line.when', { condition: sayCondition(reader, applies, book) }) : '',
  ])
}

function lineNames(reader: RuleReader, ids: readonly string[], book: SaidBook): string[] {
  return (book.amount?.lines ?? [])
    .filter(({ id }) => ids.includes(id))
    .map((line) => (line.says ? textIn(reader, line.says) : reader.say(`lineName.${line.kind}`)))
}

function limitSentence(reader: RuleReader, limit: AmountLimit, book: SaidBook): string {
  const { say } = reader
  const money = moneyOf(reader, book)
  switch (limit.kind) {
    case 'ceiling':
    case 'floor':
      return say(`limit.${limit.kind}`, { amount: money(limit.amount) })
    case 'by-route':
      return say('limit.by-route', { amounts: routeAmounts(reader, limit.amounts, book) })
    case 'real-cost':
      return say('limit.real-cost', { costs: costWords(reader, limit.of, book) })
    case 'percent-of-costs':
      return say('limit.percent-of-costs', {
        percent: percentWords(reader, limit.percent),
        costs: costWords(reader, limit.of, book),
      })
    case 'requested':
      return say('limit.requested')
    default:
      return unsaid(limit)
  }
}

/** A line of an amount that was worked out: "Daily allowance (EUR 85 × 10 days): EUR 850". */
export function sayAmountLine(reader: RuleReader, line: ComputedLine, book: SaidBook): string {
  const { say } = reader
  const stated = book.amount?.lines.find((known) => known.id === line.id)
  const name = stated?.says ? asSentence(reader, textIn(reader, stated.says)) : say(`lineName.${line.kind}`)
  if (line.from === null || line.to === null) {
    return say('worked.unknown', { name, needs: sayNeeds(reader, line.hangs, book) })
  }
  const amount = bandWords(reader, line.from, line.to, book.currency)
  const worked = line.worked ? workedWords(reader, line.worked, book) : ''
  return worked === '' ? say('worked.plain', { name, amount }) : say('worked.line', { name, worked, amount })
}

/** The whole amount: one sum, a band, or that it is not yet known and on which facts that hangs. */
export function sayAmount(reader: RuleReader, amount: ComputedAmount, book: SaidBook): string {
  if (amount.from === null || amount.to === null) {
    return joined(reader, [
      reader.say('amount.unknown'),
      amount.atLeast === null
        ? ''
        : reader.say('amount.atLeast', { amount: reader.format.money(amount.atLeast, amount.currency) }),
      sayNeeds(reader, amount.hangs, book),
    ])
  }
  return reader.say('amount.total', { amount: bandWords(reader, amount.from, amount.to, amount.currency) })
}

function bandWords({ say, format }: RuleReader, from: string, to: string, currency: string): string {
  if (from === to) return format.money(from, currency)
  return say('amount.band', { from: format.money(from, currency), to: format.money(to, currency) })
}

function workedWords(reader: RuleReader, worked: Worked, book: SaidBook): string {
  const { say } = reader
  const money = moneyOf(reader, book)
  switch (worked.kind) {
    case 'times': {
      const times = timesWords(reader, worked.unit, worked.times, book)
      return headsWords(reader, say('worked.times', { rate: money(worked.rate), times }), worked.heads)
    }
    case 'distance':
      return headsWords(reader, kilometres(reader, worked.km), worked.heads)
    case 'length':
      return headsWords(reader, timesWords(reader, worked.unit, worked.length, book), worked.heads)
    case 'route':
      return headsWords(reader, routeWords(reader, worked.route, book), worked.heads)
    case 'costs':
      return worked.percent === undefined
        ? money(worked.costs)
        : say('worked.percent', { percent: percentWords(reader, worked.percent), costs: money(worked.costs) })
    case 'limit': {
      const limit = say('worked.limit', { limit: money(worked.limit), before: money(worked.before) })
      return worked.route === undefined
        ? limit
        : itemList(reader, [routeWords(reader, worked.route, book), limit])
    }
    default:
      return unsaid(worked)
  }
}

function headsWords({ say }: RuleReader, product: string, heads: number | undefined): string {
  return heads === undefined || heads === 1 ? product : say('worked.heads', { product, heads })
}

function routeWords(reader: RuleReader, route: string | null, book: SaidBook): string {
  return route === null ? reader.say('route.none') : nameOfRoute(reader, route, book)
}

const countedFacts = [
  'people',
  'organisations',
  'participants',
  'activity-days',
  'travel-days',
  'activity-weeks',
  'activity-months',
] as const

/** 10 days; 3 (number of people); a number alone where it counts an answer. */
function timesWords(reader: RuleReader, unit: string, times: number, book: SaidBook): string {
  const fact = countedFacts.find((known) => known === unit)
  if (!fact) return reader.format.number(times)
  const counted = quantity(reader, numberFacts[fact], times, book.currency)
  const saysItself = !['people', 'organisations'].includes(numberFacts[fact])
  return saysItself
    ? counted
    : reader.say('worked.counted', { times: counted, unit: reader.say(`number.${fact}`) })
}

const moneyOf = (reader: RuleReader, book: SaidBook) => (amount: string) =>
  reader.format.money(amount, book.currency)

function eachWords({ say }: RuleReader, each: AmountLine['for_each']): string {
  return each === 'application' ? '' : say(`each.${each}`)
}

/** The costs of these categories; of none that are named, all. */
function costWords(reader: RuleReader, of: readonly string[] | undefined, book: SaidBook): string {
  if (!of) return reader.say('costs.all')
  return andList(
    reader,
    of.map((id) => nameOfTerm(reader, 'cost-category', id, book)),
  )
}

function routeAmounts(reader: RuleReader, amounts: Readonly<Record<string, string>>, book: SaidBook): string {
  const money = moneyOf(reader, book)
  const items = Object.entries(amounts).map(([route, amount]) =>
    reader.say('tier.name', { name: nameOfRoute(reader, route, book), amount: money(amount) }),
  )
  return itemList(reader, items)
}

type Step = { from: number; amount: string }

function tierList(reader: RuleReader, steps: readonly Step[], measure: (value: number) => string): string {
  const ordered = steps.toSorted((one, other) => one.from - other.from)
  const items = ordered.map(({ from, amount }, at) => {
    const next = ordered[at + 1]
    return from === 0 && next
      ? reader.say('tier.below', { to: measure(next.from), amount })
      : reader.say('tier.from', { from: measure(from), amount })
  })
  return itemList(reader, items)
}
