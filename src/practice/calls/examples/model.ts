/** A call's own examples, tried by its own rules. Pure. */
import type { Fault } from '../../../platform/index.ts'
import type { ComputedAmount } from '../../rules/amounts/model.ts'
import { amountOf, type Book, decide, type Decision } from '../../rules/deciding/model.ts'
import type { CallRecord, Example } from '../model.ts'

/** Every example that comes out otherwise than the file expects, with what came out. */
export function faultsOfExamples(record: CallRecord, book: Book, opening: Temporal.Instant): Fault[] {
  return record.examples.flatMap((example, at) =>
    differencesOf(example, book, opening).map(({ field, value, reason }) => ({
      field: `examples.${at}.${field}`,
      value,
      reason: `of the example “${example.id}” comes out otherwise: ${reason}`,
    })),
  )
}

function differencesOf(example: Example, book: Book, opening: Temporal.Instant): Fault[] {
  const { facts, expect } = example
  const at = example.at ?? facts.submitted_at
  const now = at === undefined ? opening : Temporal.Instant.from(at)
  try {
    const decision = decide(book, facts, now)
    return [
      ...differenceOfAnswer(expect, decision),
      ...(expect.amount === undefined ? [] : differenceOfAmount(expect.amount, amountOf(book, facts, now))),
    ]
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return [{ field: 'facts', value: example.id, reason: error.message }]
  }
}

function differenceOfAnswer(expect: Example['expect'], decision: Decision): Fault[] {
  const { answer, gates, priorities } = decision
  const deciding = gates.filter((gate) => gate.answer === answer && answer !== 'pass').map(({ rule }) => rule)
  const fulfilled = priorities.filter((priority) => priority.answer === 'pass').map(({ rule }) => rule)
  const why = deciding.length === 0 ? '' : ` (${deciding.join(', ')})`
  return [
    ...(answer === expect.answer
      ? []
      : [{ field: 'expect.answer', value: expect.answer, reason: `${answer}${why}` }]),
    ...(answer !== expect.answer ? [] : differenceOfNames('rules', expect.rules, deciding)),
    ...differenceOfNames('priorities', expect.priorities, fulfilled),
  ]
}

function differenceOfNames(field: string, expected: string[] | undefined, found: string[]): Fault[] {
  if (expected === undefined || sameNames(expected, found)) return []
  const reason = found.length === 0 ? 'none' : found.join(', ')
  return [{ field: `expect.${field}`, value: expected.join(', '), reason }]
}

const sameNames = (one: string[], other: string[]) =>
  JSON.stringify(one.toSorted()) === JSON.stringify(other.toSorted())

type Expected = NonNullable<Example['expect']['amount']> | null

function differenceOfAmount(expected: Expected, computed: ComputedAmount | null): Fault[] {
  const from = computed?.from ?? null
  const to = computed?.to ?? null
  const wanted = typeof expected === 'string' ? { from: expected, to: expected } : expected
  const isSame =
    wanted === null
      ? from === null && to === null
      : from !== null && to !== null && sameMoney(wanted.from, from) && sameMoney(wanted.to, to)
  if (isSame) return []
  const found = from === null || to === null ? 'not yet known' : from === to ? from : `${from} to ${to}`
  const value = wanted && wanted.from === wanted.to ? wanted.from : wanted && `${wanted.from} to ${wanted.to}`
  return [{ field: 'expect.amount', value, reason: found }]
}

// 25 and 25.00 are the same money.
const sameMoney = (one: string, other: string) => plainMoney(one) === plainMoney(other)
const plainMoney = (amount: string) => amount.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '')
