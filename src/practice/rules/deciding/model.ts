/** May they apply, by the rules of a call; what speaks for them; which part of a balance they are. Pure. */
import type { Answer, Found } from '../answers/model.ts'
import type { ComputedAmount } from '../amounts/model.ts'
import type { SetsOf } from '../evaluating/model.ts'
import type { Facts } from '../facts/model.ts'
import type { RuleBook } from '../model.ts'

/** One rule's answer; of a gate whose `only_if` fails: pass. */
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
export type Book = { rules: RuleBook; sets: SetsOf }

export function bookOf(rules: RuleBook, sets: SetsOf): Book {
  return { rules, sets }
}

/** Decides an application at a moment. */
export function decide(_book: Book, _facts: Facts, _now: Temporal.Instant): Decision {
  throw new RangeError('not yet')
}

/** What would be granted; null for a call that states no amount. */
export function amountOf(_book: Book, _facts: Facts, _now: Temporal.Instant): ComputedAmount | null {
  throw new RangeError('not yet')
}
