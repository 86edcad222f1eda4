/** May they apply, by the rules of a call; what speaks for them; which part of a balance they are. Pure. */
import { type Answer, type Found, pass, unknown, type Verdict } from '../answers/model.ts'
import { computeAmount } from '../amounts/computing/model.ts'
import type { ComputedAmount } from '../amounts/model.ts'
import { evaluate, type Scope, type SetsOf } from '../evaluating/model.ts'
import type { Facts } from '../facts/model.ts'
import type { RuleBook, RuleOf } from '../model.ts'
import { momentsOf, timingOf } from '../timing/model.ts'
import { clockZone } from '../timing/walls/model.ts'
import { isBefore } from '../timing/windows/model.ts'

/** One rule's answer; a gate whose `only_if` fails concerns nobody, and passes. */
export type RuleAnswer = { rule: string; answer: Answer; hangs: readonly string[]; found?: Found }
export type PriorityAnswer = RuleAnswer & { counts: 'higher' | 'lower'; weight: number }
export type QuotaAnswer = {
  rule: string
  groups: { group: string; answer: Answer; hangs: readonly string[] }[]
}

/** `answer`: fail as soon as one gate fails, pass when every gate passes. Rules in the order of the call. */
export type Decision = {
  answer: Answer
  gates: RuleAnswer[]
  priorities: PriorityAnswer[]
  quotas: QuotaAnswer[]
}

/** A rule book made ready to be asked many times. */
export type Book = {
  rules: RuleBook
  /** What conditions are answered by; the moment of application picks the round whose days count. */
  scopeAt(now: Temporal.Instant, applied?: Temporal.Instant): Scope
}

/** Makes a rule book ready: its own sets come before those of the house. */
export function bookOf(rules: RuleBook, house: SetsOf): Book {
  const own = new Map(Object.entries(rules.sets).map(([id, { places }]) => [id, new Set<string>(places)]))
  const sets: SetsOf = { membersOf: (set, on) => own.get(set) ?? house.membersOf(set, on) }
  const { dates, routes = null, conditions } = rules
  const still = {
    zone: clockZone(dates.zone),
    sets,
    routes,
    conditions,
  }
  const momentsAt = momentsKept(dates)
  return { rules, scopeAt: (now, applied = now) => ({ now, ...still, moments: momentsAt(applied) }) }
}

const ofFacts = {
  application: null,
  'activity-start': null,
  'activity-end': null,
  'travel-start': null,
  'travel-end': null,
} as const

/** The days of the call for who applies at a moment; kept until they change, for most who ask do so at once. */
function momentsKept(dates: RuleBook['dates']): (at: Temporal.Instant) => Scope['moments'] {
  let kept: { from: Temporal.Instant; until: Temporal.Instant | null; moments: Scope['moments'] } | undefined
  return (at) => {
    // Most who ask do so with one and the same moment.
    if (kept?.from === at) return kept.moments
    if (kept && !isBefore(at, kept.from) && (kept.until === null || isBefore(at, kept.until)))
      return kept.moments
    const moments = { ...ofFacts, ...momentsOf(dates, at) }
    kept = { from: at, until: timingOf(dates, at).changes, moments }
    return moments
  }
}

/** Decides an application at a moment. */
export function decide(book: Book, facts: Facts, now: Temporal.Instant): Decision {
  const scope = scopeOf(book, facts, now)
  const decision: Decision = { answer: 'pass', gates: [], priorities: [], quotas: [] }
  for (const rule of book.rules.rules) {
    if (rule.kind === 'gate') decision.gates.push(answerOf(rule.id, gateHolds(rule, facts, scope)))
    else if (rule.kind === 'priority') {
      const { id, when, counts, weight } = rule
      decision.priorities.push({ ...answerOf(id, evaluate(when, facts, scope)), counts, weight })
    } else decision.quotas.push(quotaOf(rule, facts, scope))
  }
  decision.answer = answerOfAll(decision.gates)
  return decision
}

function answerOfAll(gates: readonly RuleAnswer[]): Answer {
  if (gates.some(({ answer }) => answer === 'fail')) return 'fail'
  return gates.some(({ answer }) => answer === 'unknown') ? 'unknown' : 'pass'
}

function gateHolds({ must, only_if: onlyIf }: RuleOf<'gate'>, facts: Facts, scope: Scope): Verdict {
  if (!onlyIf) return evaluate(must, facts, scope)
  const concerned = evaluate(onlyIf, facts, scope)
  if (concerned.answer === 'fail') return pass(concerned.hangs)
  const holds = evaluate(must, facts, scope)
  // Whoever fulfils it anyway need not tell whether it concerns them.
  if (concerned.answer === 'pass' || holds.answer === 'pass') return holds
  return unknown([...new Set([...concerned.hangs, ...(holds.answer === 'unknown' ? holds.hangs : [])])])
}

const answerOf = (rule: string, verdict: Verdict): RuleAnswer => ({ rule, ...verdict })

function quotaOf({ id, groups }: RuleOf<'quota'>, facts: Facts, scope: Scope): QuotaAnswer {
  return {
    rule: id,
    groups: groups.map((group) => {
      const { answer, hangs } = evaluate(group.where, facts, scope)
      return { group: group.id, answer, hangs }
    }),
  }
}

/** What would be granted; null for a call that states no amount. */
export function amountOf(book: Book, facts: Facts, now: Temporal.Instant): ComputedAmount | null {
  const { amount, currency } = book.rules
  return amount ? computeAmount(amount, currency, facts, scopeOf(book, facts, now)) : null
}

function scopeOf(book: Book, { submitted_at: submitted }: Facts, now: Temporal.Instant): Scope {
  return book.scopeAt(now, submitted === undefined ? now : Temporal.Instant.from(submitted))
}
