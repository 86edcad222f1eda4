/** What a check answers, for the page and for programs. Pure. */
import type { Answer } from '../../../rules/answers/model.ts'

/** How a call may be said to stand: grace is for the desk to grant, and whoever would be late is told that it is closed. */
export const phasesShown = ['not-yet-open', 'open', 'closed', 'full', 'cancelled'] as const

/** A fact that is missing: where it would stand in the facts (RFC 6901), and what it is called. */
export type MissingFact = { fact: string; says: string }

/** What one rule answers: the rule as a sentence, and why, where it does not simply pass. */
export type SaidRule = {
  rule: string
  answer: Answer
  says: string
  reason: string | null
  missing: MissingFact[]
}

/** The whole answer; `rules`, then what speaks for or against it, then which part of a balance it is. */
export type CheckAnswer = {
  call: { id: string; slug: string; version: number }
  at: string
  answer: Answer
  says: string
  timing: {
    phase: (typeof phasesShown)[number]
    round: string | null
    step: 1 | 2
    closes: string | null
    changes: string | null
    says: string
    realDate: string | null
  }
  rules: SaidRule[]
  priorities: (SaidRule & { counts: 'higher' | 'lower'; weight: number })[]
  quotas: { rule: string; says: string; groups: { group: string; answer: Answer; says: string }[] }[]
  /** What would settle an answer that is not yet known. */
  missing: MissingFact[]
  amount: SaidAmount | null
}

export type SaidAmount = {
  currency: string
  from: string | null
  to: string | null
  says: string
  lines: { id: string; kind: string; from: string | null; to: string | null; says: string }[]
  missing: MissingFact[]
}
