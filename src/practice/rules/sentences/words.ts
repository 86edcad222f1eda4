/** What rules say, in the reader's words; a place-holder until the sentences stand. Pure. */
import type { Formats, Locale } from '../../../design/index.ts'
import type { Say } from '../../messages/index.ts'
import type { AmountLimit, AmountLine, ComputedLine } from '../amounts/model.ts'
import type { Condition } from '../conditions/model.ts'
import type { CallDates, Timing } from '../dates/model.ts'
import type { Book, RuleAnswer } from '../deciding/model.ts'
import type { Rule } from '../model.ts'

export type RuleReader = {
  locale: Locale
  say: Say
  format: Formats
  setName(id: string): string
  term(vocabulary: string, id: string): string
}

export const sayRule = (_reader: RuleReader, rule: Rule, _book: Book): string => rule.id
export const sayCondition = (_reader: RuleReader, condition: Condition, _book: Book): string => condition.test
export const sayReason = (_reader: RuleReader, rule: Rule, _answer: RuleAnswer, _book: Book): string => rule.id
export const sayAmountRule = (_reader: RuleReader, line: AmountLine | AmountLimit, _book: Book): string => line.id
export const sayAmountLine = (_reader: RuleReader, line: ComputedLine, _book: Book): string => line.id
export const sayDates = (_reader: RuleReader, dates: CallDates): string[] => [dates.opens.day]
export const sayTiming = (_reader: RuleReader, timing: Timing): string => timing.phase
export const sayFact = (_reader: RuleReader, pointer: string): string => pointer
export const nameOfPlace = (reader: RuleReader, name: string, _book: Book): string => reader.format.country(name)
export const nameOfTerm = (reader: RuleReader, vocabulary: string, id: string): string => reader.term(vocabulary, id)
