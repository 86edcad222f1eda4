/** Conditions in the Common Expression Language (CEL), where the vocabulary ends. Pure. */
import { Environment } from '@marcbachmann/cel-js'
import { fail, pass, unknown, type Verdict } from '../answers/model.ts'
import type { Scope } from '../evaluating/model.ts'
import type { Facts } from '../facts/model.ts'
import { applicationDay, wholeYears } from '../moments/model.ts'
import { comparesRecords, emptyIn, excessOf, forbiddenIn, questionsIn } from './limits/model.ts'
import { Answers, Day, Money, type Reading, recordTypes, typedFacts } from './typed/model.ts'

type Compiled = { run: (context: Record<string, unknown>) => unknown } | { reason: string }

const environment = environmentOf()

function environmentOf(): Environment {
  const made = new Environment({
    limits: { maxAstNodes: 400, maxDepth: 32, maxListElements: 100, maxMapEntries: 0, maxCallArguments: 3 },
  })
  made.registerType('Money', { ctor: Money, fields: {} }).registerType('Day', { ctor: Day, fields: {} })
  made.registerType('Answers', Answers)
  // Records are named before the lists of them are.
  for (const { name, fields, ctor } of recordTypes.toReversed()) made.registerType(name, { ctor, fields })
  made.registerVariable('facts', 'Facts').registerVariable('applied', 'Day')
  withMoney(made)
  withDays(made)
  return made
}

function withMoney(made: Environment): void {
  made.registerFunction('money(string): Money', (amount: string) => new Money(amount))
  made.registerOperator('Money + Money: Money', (a: Money, b: Money) => new Money(a.amount.plus(b.amount)))
  made.registerOperator('Money - Money: Money', (a: Money, b: Money) => new Money(a.amount.minus(b.amount)))
  made.registerOperator('Money * int: Money', (a: Money, b: bigint) => new Money(a.amount.times(String(b))))
  withOrder(made, 'Money', (a: Money, b: Money) => a.amount.comparedTo(b.amount))
}

function withDays(made: Environment): void {
  made.registerFunction('day(string): Day', (day: string) => new Day(Temporal.PlainDate.from(day)))
  made.registerFunction('years(Day, Day): int', (from: Day, to: Day) =>
    BigInt(wholeYears(from.date.toString(), to.date.toString())),
  )
  made.registerOperator('Day - Day: int', (a: Day, b: Day) => BigInt(b.date.until(a.date).days))
  made.registerOperator('Day + int: Day', (a: Day, b: bigint) => new Day(a.date.add({ days: Number(b) })))
  made.registerOperator(
    'Day - int: Day',
    (a: Day, b: bigint) => new Day(a.date.subtract({ days: Number(b) })),
  )
  withOrder(made, 'Day', (a: Day, b: Day) => Temporal.PlainDate.compare(a.date, b.date))
}

function withOrder<T>(made: Environment, type: string, compare: (a: T, b: T) => number): void {
  made.registerOperator(`${type} == ${type}: bool`, (a: T, b: T) => compare(a, b) === 0)
  made.registerOperator(`${type} < ${type}: bool`, (a: T, b: T) => compare(a, b) < 0)
  made.registerOperator(`${type} <= ${type}: bool`, (a: T, b: T) => compare(a, b) <= 0)
  made.registerOperator(`${type} > ${type}: bool`, (a: T, b: T) => compare(a, b) > 0)
  made.registerOperator(`${type} >= ${type}: bool`, (a: T, b: T) => compare(a, b) >= 0)
}

// Expressions come from calls alone, never from those who ask, so there are few of them.
const compiled = new Map<string, Compiled>()
const mostKept = 2000

function compile(cel: string): Compiled {
  const known = compiled.get(cel)
  if (known) return known
  if (compiled.size >= mostKept) compiled.clear()
  const made = compileAnew(cel)
  compiled.set(cel, made)
  return made
}

function compileAnew(cel: string): Compiled {
  const parsed = parse(cel)
  if ('reason' in parsed) return parsed
  const reason = forbiddenIn(parsed.ast) ?? excessOf(parsed.ast)
  if (reason) return { reason }
  const { valid, type, error } = parsed.check()
  if (!valid) return { reason: summaryOf(error) }
  if (type !== 'bool') return { reason: `answers with ${type}, and must with yes or no (bool)` }
  if (comparesRecords(parsed.ast)) return { reason: 'may not compare whole records, only their fields' }
  return { run: parsed }
}

function parse(cel: string): ReturnType<Environment['parse']> | { reason: string } {
  try {
    return environment.parse(cel)
  } catch (error) {
    return { reason: summaryOf(error) }
  }
}

const summaryOf = (error: unknown): string =>
  error instanceof Error && 'summary' in error ? String(error.summary) : String(error)

/**
 * Answers an expression. One that needs what is not yet known is not yet known, unless `||`, `&&`, `exists` and `all` are
 * settled without it; one that goes wrong with all it needs (a division by zero) fails.
 */
export function evaluateExpression(cel: string, facts: Facts, scope: Scope): Verdict {
  const expression = compile(cel)
  if ('reason' in expression) return unknown([])
  const reading: Reading = { read: new Set(), missing: new Set() }
  const applied = new Day(Temporal.PlainDate.from(applicationDay(facts, scope)))
  const result = settled(() => expression.run({ facts: typedFacts(facts, reading), applied }))
  const { read, missing } = reading
  if (result === true) return pass([...read].sort())
  if (result === false || missing.size === 0) return fail([...read].sort())
  return unknown([...missing].sort())
}

function settled(run: () => unknown): unknown {
  try {
    return run()
  } catch {
    return undefined
  }
}

/** What is wrong with an expression, in words; undefined where it may be used. `questions`: those of the call. */
export function faultOfExpression(cel: string, questions: ReadonlySet<string>): string | undefined {
  const expression = compile(cel)
  if ('reason' in expression) return expression.reason
  const parsed = parse(cel)
  const empty = 'ast' in parsed ? emptyIn(parsed.ast) : undefined
  if (empty) return empty
  const asked = 'ast' in parsed ? questionsIn(parsed.ast) : []
  const strange = asked.find((question) => !questions.has(question))
  if (strange === undefined) return undefined
  return strange === ''
    ? 'must name its question'
    : `asks for an answer to ${strange}, which is no question of the call`
}
