/** Rules as sentences: what a call asks, and why somebody fulfils it or not. */
import type { Condition } from '../conditions/model.ts'
import type { PriorityAnswer, RuleAnswer } from '../deciding/model.ts'
import type { Rule, RuleOf } from '../model.ts'
import { sayCondition } from './conditions/words.ts'
import { sayNeeds } from './facts/words.ts'
import { asSentence, itemList, joined, type RuleReader, type SaidBook, textIn, unsaid } from './model.ts'
import { percentWords, plainRange, rangeWords } from './numbers/words.ts'
import { nameOfRoute } from './places/words.ts'
import { sayFound } from './reasons/words.ts'

export type { RuleReader, SaidBook } from './model.ts'
export { sayAmount, sayAmountLine, sayAmountRule, sayLimit } from './amounts/words.ts'
export { sayCondition } from './conditions/words.ts'
export { sayDates, sayTiming } from './dates/words.ts'
export { askFact, sayFact } from './facts/words.ts'
export { nameOfPlace, nameOfTerm, nameOfValue, sayPlaces } from './places/words.ts'

/** A rule as the call's page states it: in the call's own words where it has them, or else in the engine's. */
export function sayRule(reader: RuleReader, rule: Rule, book: SaidBook): string {
  switch (rule.kind) {
    case 'gate':
      return gateSentence(reader, rule, book)
    case 'priority':
      return reader.say(`rule.${rule.counts}`, { sentence: stated(reader, rule, rule.when, book) })
    case 'quota':
      return ownWords(reader, rule) ?? quotaSentence(reader, rule, book)
    default:
      return unsaid(rule)
  }
}

function gateSentence(reader: RuleReader, rule: RuleOf<'gate'>, book: SaidBook): string {
  const sentence = stated(reader, rule, rule.must, book)
  if (!rule.only_if || ownWords(reader, rule) !== undefined) return sentence
  return reader.say('rule.onlyIf', { sentence, condition: sayCondition(reader, rule.only_if, book) })
}

/** The call's own words, where it has them in the reader's language. */
function ownWords({ locale }: RuleReader, rule: Rule): string | undefined {
  return rule.says?.[locale]
}

function stated(reader: RuleReader, rule: Rule, condition: Condition, book: SaidBook): string {
  return ownWords(reader, rule) ?? sayCondition(reader, condition, book)
}

function quotaSentence(reader: RuleReader, { groups }: RuleOf<'quota'>, book: SaidBook): string {
  const items = groups.map((group) => {
    const name = group.says ? textIn(reader, group.says) : sayCondition(reader, group.where, book)
    const counts = { from: group.least, to: group.most }
    const shares = { from: group.least_percent, to: group.most_percent }
    const ranges = [
      ...(hasBound(counts) ? [plainRange(reader, counts)] : []),
      ...(hasBound(shares)
        ? [rangeWords(reader, shares, (value) => percentWords(reader, Number(value)))]
        : []),
    ]
    return reader.say('rule.group', { group: name, range: itemList(reader, ranges) })
  })
  return reader.say('rule.quota', { groups: itemList(reader, items) })
}

const hasBound = ({ from, to }: { from: number | undefined; to: number | undefined }) =>
  from !== undefined || to !== undefined

/** Where journeys may lead, each route a sentence, and what holds of all others. */
export function sayRoutes(reader: RuleReader, book: SaidBook): string[] {
  const { routes } = book
  if (!routes) return []
  const { elsewhere } = routes
  return [
    ...routes.table.map((route) => asSentence(reader, nameOfRoute(reader, route.id, book))),
    elsewhere === 'refuse'
      ? reader.say('route.elsewhere.refuse')
      : reader.say('route.elsewhere.as', { route: nameOfRoute(reader, elsewhere.as, book) }),
  ]
}

/**
 * Why a rule is fulfilled, is not, or is not yet known: in the call's own words where it gives a reason in the reader's
 * language, or else in the engine's; with what was found, or what is missing.
 */
export function sayReason(
  reader: RuleReader,
  rule: Rule,
  answer: RuleAnswer | PriorityAnswer,
  book: SaidBook,
): string {
  if (rule.kind === 'quota') return sayRule(reader, rule, book)
  const condition = rule.kind === 'gate' ? rule.must : rule.when
  const sentence =
    rule.kind === 'gate' ? gateSentence(reader, rule, book) : stated(reader, rule, condition, book)
  if (answer.answer === 'unknown') {
    return joined(reader, [reader.say('reason.unknown', { sentence }), sayNeeds(reader, answer.hangs, book)])
  }
  // A reason is said to whom it concerns: whom a gate turns away, and who has a priority.
  const concerns = rule.kind === 'gate' ? 'fail' : 'pass'
  const own = answer.answer === concerns ? rule.reason?.[reader.locale] : undefined
  return joined(reader, [
    own ?? reader.say(`reason.${answer.answer}`, { sentence }),
    sayFound(reader, condition, answer, book),
  ])
}
