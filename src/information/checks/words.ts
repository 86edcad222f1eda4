/** What is asked of records, and what fails, in the reader's words. */
import type { ChecklistItem, Finding } from '../../community/index.ts'
import { formatsFor, type Locale } from '../../design/index.ts'
import type { Fault } from '../../platform/index.ts'
import { type DeskKind, deskKinds } from '../desk/fields/model.ts'
import { fieldLabel } from '../desk/fields/words.ts'
import { speak } from '../messages/index.ts'
import { rulesOf } from './model.ts'

type Checklist = readonly ChecklistItem[]

/** What an item asks, in the best language there is. */
export const itemInWords = (locale: Locale, { words }: Pick<ChecklistItem, 'words'>): string =>
  words[locale] || words['en'] || Object.values(words).find(Boolean) || ''

const houseRules: ReadonlySet<string> = new Set(
  deskKinds.flatMap((kind) => rulesOf[kind].map(({ id }) => id)),
)

/** What a rule of the house or an item of the checklist asks. */
export function ruleInWords(locale: Locale, rule: string, checklist: Checklist): string {
  if (houseRules.has(rule)) return speak(locale)(`check.rule.${nameOf(rule)}`)
  const item = checklist.find(({ id }) => id === rule)
  return item ? itemInWords(locale, item) : speak(locale)('check.unknown')
}

const named = [
  'title',
  'source',
  'picture-words',
  'picture-translation',
  'fee-amount',
  'fee-currency',
  'fee-reason',
  'who-may-apply',
  'what-is-covered',
  'closing',
  'event-date',
  'event-place',
  'author',
  'article-date',
] as const

function nameOf(rule: string): (typeof named)[number] {
  const found = named.find((name) => name === rule)
  if (found === undefined) throw new Error(`The rule ${rule} has no words.`)
  return found
}

/** What a record fails: what is asked, and the language where it is of one text alone. */
export function checkInWords(
  locale: Locale,
  { rule, lang }: Pick<Finding, 'rule' | 'lang'>,
  checklist: Checklist,
): string {
  const words = ruleInWords(locale, rule, checklist)
  return lang === undefined || lang === locale ? words : `${words} (${formatsFor(locale).language(lang)})`
}

/** A fault of a record in words: by the rule that found it, or as its shape says it. */
export function faultInWords(locale: Locale, kind: DeskKind, fault: Fault, checklist: Checklist): string {
  const field = fieldLabel(locale, kind, fault.field)
  return fault.rule === undefined
    ? `${field}: ${fault.reason}`
    : `${field}: ${ruleInWords(locale, fault.rule, checklist)}`
}
