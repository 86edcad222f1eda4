/** The answer of a check in the reader's words: one function, for the page and for programs alike. Pure. */
import type { ComputedAmount } from '../../rules/amounts/model.ts'
import type { WordsByLang } from '../../rules/conditions/model.ts'
import type { Timing } from '../../rules/dates/model.ts'
import {
  amountOf,
  type Book,
  decide,
  type PriorityAnswer,
  type QuotaAnswer,
  type RuleAnswer,
} from '../../rules/deciding/model.ts'
import type { Facts } from '../../rules/facts/model.ts'
import type { Rule, RuleOf } from '../../rules/model.ts'
import { asSentence } from '../../rules/sentences/model.ts'
import {
  type RuleReader,
  type SaidBook,
  sayAmount,
  sayAmountLine,
  sayCondition,
  sayFact,
  sayReason,
  sayRule,
  sayTiming,
} from '../../rules/sentences/words.ts'
import type { CheckAnswer, MissingFact, SaidAmount, SaidRule } from './answering/model.ts'

/** Who reads a check: the words of rules, and the way to other pages. */
export type CheckReader = RuleReader & { href(path: string): string }

/** The call that is checked, as far as its answer names it. */
export type CheckedCall = {
  id: string
  slug: string
  version: number
  timing: Timing
  record: SaidBook & { real_dates?: Record<string, string> | null }
}

/** Answers facts by the rules of a call at a moment, in the reader's words. */
export function answerCheck(
  book: Book,
  call: CheckedCall,
  facts: Facts,
  now: Temporal.Instant,
  reader: RuleReader,
): CheckAnswer {
  const { answer, gates, priorities, quotas } = decide(book, facts, now)
  const { record: said } = call
  const open = gates.filter((gate) => gate.answer === 'unknown')
  const amount = answer === 'fail' ? null : amountOf(book, facts, now)
  return {
    call: { id: call.id, slug: call.slug, version: call.version },
    at: facts.submitted_at ?? now.toString({ smallestUnit: 'second' }),
    answer,
    says: reader.say(`check.answer.${answer}`),
    timing: timingSaid(call, reader),
    rules: gates.map((gate) => ruleSaid(gate, said, reader)),
    priorities: priorities.map((each) => prioritySaid(each, said, reader)),
    quotas: quotas.map((each) => quotaSaid(each, said, reader)),
    missing:
      answer === 'unknown'
        ? missingSaid(
            open.flatMap(({ hangs }) => hangs),
            said,
            reader,
          )
        : [],
    amount: amount && amountSaid(amount, said, reader),
  }
}

function timingSaid({ timing, record }: CheckedCall, reader: RuleReader): CheckAnswer['timing'] {
  const phase = timing.phase === 'late' ? 'closed' : timing.phase
  const shown: Timing = phase === timing.phase ? timing : { ...timing, phase, changes: null }
  const { round, step, closes, changes } = shown
  return {
    phase,
    round,
    step,
    closes: closes?.toString() ?? null,
    changes: changes?.toString() ?? null,
    says: sayTiming(reader, shown, record.dates),
    realDate: realDateWords(record.real_dates ?? null, reader),
  }
}

/** In a demonstration whose dates were moved: when it really closed, or opened where it never closes. */
export function realDateWords(
  dates: Record<string, string> | null,
  { say, format }: RuleReader,
): string | null {
  const day = dates?.['deadline'] ?? dates?.['opens']
  return day === undefined ? null : say('call.realDate', { date: format.date(day) })
}

const ruleOf = (book: SaidBook, id: string): Rule | undefined => book.rules.find((rule) => rule.id === id)

function ruleSaid(answered: RuleAnswer, book: SaidBook, reader: RuleReader): SaidRule {
  const { rule: id, answer, hangs } = answered
  const rule = ruleOf(book, id)
  return {
    rule: id,
    answer,
    says: rule ? sayRule(reader, rule, book) : id,
    reason: rule && answer === 'fail' ? sayReason(reader, rule, answered, book) : null,
    missing: answer === 'unknown' ? missingSaid(hangs, book, reader) : [],
  }
}

const prioritySaid = (
  { counts, weight, ...answered }: PriorityAnswer,
  book: SaidBook,
  reader: RuleReader,
) => ({
  ...ruleSaid(answered, book, reader),
  // Nobody is turned away by what merely does not speak for them.
  reason: null,
  counts,
  weight,
})

function quotaSaid(
  { rule: id, groups }: QuotaAnswer,
  book: SaidBook,
  reader: RuleReader,
): CheckAnswer['quotas'][number] {
  const rule = ruleOf(book, id)
  const stated = rule?.kind === 'quota' ? rule.groups : []
  return {
    rule: id,
    says: rule ? sayRule(reader, rule, book) : id,
    groups: groups.map(({ group, answer }) => ({
      group,
      answer,
      says: groupSaid(stated, group, book, reader),
    })),
  }
}

function groupSaid(
  stated: RuleOf<'quota'>['groups'],
  id: string,
  book: SaidBook,
  reader: RuleReader,
): string {
  const group = stated.find((each) => each.id === id)
  if (!group) return id
  return group.says ? wordsIn(group.says, reader.locale) : sayCondition(reader, group.where, book)
}

/** A text in the reader's language, else in English. */
export const wordsIn = (words: WordsByLang, locale: string): string => words[locale] ?? words['en'] ?? ''

const missingSaid = (hangs: readonly string[], book: SaidBook, reader: RuleReader): MissingFact[] =>
  [...new Set(hangs)].map((fact) => ({ fact, says: sayFact(reader, fact, book) }))

function amountSaid(amount: ComputedAmount, book: SaidBook, reader: RuleReader): SaidAmount {
  const { currency, from, to, lines, hangs } = amount
  return {
    currency,
    from,
    to,
    says: sayAmount(reader, amount, book),
    lines: lines.map((line) => ({
      id: line.id,
      kind: line.kind,
      from: line.from,
      to: line.to,
      says: asSentence(reader, sayAmountLine(reader, line, book)),
    })),
    missing: missingSaid(hangs, book, reader),
  }
}
