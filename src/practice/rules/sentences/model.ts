/** Who reads rules, and what of a call is said to them. Pure. */
import { dirOf, type Formats, type Locale } from '../../../design/index.ts'
import type { Say } from '../../messages/index.ts'
import type { WordsByLang } from '../conditions/model.ts'
import type { RuleBook } from '../model.ts'

export type RuleReader = {
  locale: Locale
  say: Say
  format: Formats
  /** The name a country set of the house is stored with; undefined for a set nobody knows. */
  setName(id: string): string | undefined
  /** The name of a term of a vocabulary of the house; of an unknown one its id as words. */
  term(vocabulary: string, id: string): string
  /** Long lists of places are said whole, and not shortened to the first ones and the number of others. */
  wholeLists?: boolean | undefined
}

/** A question of a call's own, as far as sentences need it. */
type SaidQuestion = {
  id: string
  says: WordsByLang
  options?: readonly { id: string; says: WordsByLang }[] | undefined
}

/** The rules of a call with its own terms and questions; the record of a call is one. */
export type SaidBook = RuleBook & {
  terms?: Readonly<Record<string, WordsByLang>> | undefined
  questions?: readonly SaidQuestion[] | undefined
}

/** A text of the call in the reader's language, or else in English. */
export function textIn(reader: Pick<RuleReader, 'locale'>, texts: WordsByLang): string {
  return texts[reader.locale] ?? texts['en'] ?? ''
}

/** What a call has under a name of its own; `constructor` is a name like any other. */
export function namedIn<T>(record: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return record && Object.hasOwn(record, name) ? record[name] : undefined
}

/** Sentences one after another; Chinese sets no space between them. */
export function joined(reader: RuleReader, sentences: readonly string[]): string {
  return sentences.filter((sentence) => sentence !== '').join(reader.locale === 'zh' ? '' : ' ')
}

/** Labels begin small, sentences with a capital where the script has them. */
export function asSentence(reader: RuleReader, text: string): string {
  return text.charAt(0).toLocaleUpperCase(reader.locale) + text.slice(1)
}

/** The other way round, for a sentence's beginning that is named within another. */
export function asLabel(reader: RuleReader, text: string): string {
  return text.charAt(0).toLocaleLowerCase(reader.locale) + text.slice(1)
}

/** One of these: a, b or c. */
export const orList = (reader: RuleReader, items: readonly string[]) => listOf(reader, items, 'disjunction')

/** All of these: a, b and c. */
export const andList = (reader: RuleReader, items: readonly string[]) => listOf(reader, items, 'conjunction')

/** Just these: a, b, c. */
export const plainList = (reader: RuleReader, items: readonly string[]) =>
  items.map((item) => isolated(reader, item)).join(reader.say('join.comma', { first: '', rest: '' }))

// British English: no comma before the last of a list, and kilometres.
export const tagOf = (locale: Locale) => (locale === 'en' ? 'en-GB' : locale)

const lists = new Map<string, Intl.ListFormat>()

function listOf(reader: RuleReader, items: readonly string[], type: Intl.ListFormatType): string {
  const { locale } = reader
  const key = `${locale} ${type}`
  const format = lists.get(key) ?? new Intl.ListFormat(tagOf(locale), { type })
  lists.set(key, format)
  return format.format(items.map((item) => isolated(reader, item)))
}

/** Longer items in one sentence, which may hold commas themselves. */
export const itemList = (reader: RuleReader, items: readonly string[]) =>
  items.map((item) => isolated(reader, item)).join(reader.say('join.two', { first: '', rest: '' }))

// A list would run from left to right where its first item has Latin letters (UAX #9).
function isolated({ locale }: RuleReader, text: string): string {
  return dirOf(locale) === 'rtl' && /\p{Script=Latin}/u.test(text) ? `\u2068${text}\u2069` : text
}

/** No words are needed for what cannot be; a new kind that is not said does not compile. */
export function unsaid(kind: never): never {
  throw new RangeError(`nobody says ${JSON.stringify(kind)}`)
}
