/** How the catalogues of words are spoken: typed by the English, counted by `Intl.PluralRules`. */
import { dirOf, type Locale } from './locales.ts'

/** The forms of a counted sentence by the plural categories of CLDR; what is missing is said with `other`. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

type English = Record<string, string | PluralForms>

/** One language's words for the keys of the English ones, and which of them a person has reviewed. */
export type Catalogue<En> = {
  reviewed: readonly (keyof En)[]
  words: { [K in keyof En]: En[K] extends string ? string : PluralForms }
}

/** The same words in every language. */
type Catalogues<En> = { en: En } & Record<Exclude<Locale, 'en'>, Catalogue<En>>

type Translation = { reviewed: readonly string[]; words: English }
type Part = { en: English } & Record<Exclude<Locale, 'en'>, Translation>
type Joined<Parts> = Parts extends readonly [{ en: infer En extends English }, ...infer Others]
  ? En & Joined<Others>
  : unknown

/** Puts catalogues of several subjects together; a key stands in one of them. */
export function joinCatalogues<const Parts extends readonly Part[]>(
  ...parts: Parts
): Catalogues<Joined<Parts>>
export function joinCatalogues(...parts: Part[]): unknown {
  const joined = (locale: Exclude<Locale, 'en'>): Translation => ({
    reviewed: parts.flatMap((part) => [...part[locale].reviewed]),
    words: Object.fromEntries(parts.flatMap((part) => Object.entries(part[locale].words))),
  })
  return {
    en: Object.fromEntries(parts.flatMap(({ en }) => Object.entries(en))),
    fr: joined('fr'),
    vi: joined('vi'),
    zh: joined('zh'),
    th: joined('th'),
    km: joined('km'),
    ur: joined('ur'),
  }
}

type Value = string | number
type Placeholder<T> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Placeholder<Rest> : never
type ArgsOf<Entry> = Entry extends string
  ? [Placeholder<Entry>] extends [never]
    ? []
    : [args: { [Name in Placeholder<Entry>]: Value }]
  : [args: { count: number } & { [Name in Exclude<Placeholder<Entry[keyof Entry]>, 'count'>]: Value }]

/** Says the words of a key; the arguments are those its English names in braces, and `count` where it is counted. */
export type Say<En> = <K extends keyof En>(key: K, ...args: ArgsOf<En[K]>) => string

/**
 * Makes a room's catalogues speak. Numbers among the arguments are written as the language writes them; a name in a
 * script of the other direction is isolated (UAX #9), so that it does not disturb the sentence around it.
 */
export function speaker<const En extends English>(
  catalogues: { en: En } & Record<Exclude<Locale, 'en'>, Catalogue<NoInfer<En>>>,
): (locale: Locale) => Say<En> {
  const speakers = new Map<Locale, Say<En>>()
  return (locale) => {
    const known = speakers.get(locale)
    if (known) return known
    const words = locale === 'en' ? catalogues.en : catalogues[locale].words
    const say = speakerOf(locale, words)
    speakers.set(locale, say)
    return say
  }
}

function speakerOf<En extends English>(
  locale: Locale,
  words: En | Catalogue<En>['words'],
): <K extends keyof En>(key: K, ...args: ArgsOf<En[K]>) => string {
  const rules = new Intl.PluralRules(locale)
  const numbers = new Intl.NumberFormat(locale)
  return (key, ...[args]) => {
    const entry: string | PluralForms = words[key]
    if (args === undefined) return typeof entry === 'string' ? entry : entry.other
    const given: Record<string, Value> = args
    const sentence = typeof entry === 'string' ? entry : formOf(entry, rules, given['count'])
    let text = ''
    for (const [at, part] of partsOf(sentence).entries()) {
      // Every second part is the name of a place to fill.
      const value = at % 2 === 1 ? given[part] : part
      if (value === undefined) text += `{${part}}`
      else if (typeof value === 'number') text += numbers.format(value)
      else text += at % 2 === 1 ? isolated(value, locale) : value
    }
    return text
  }
}

const kept = new Map<string, string[]>()

/** A sentence taken apart at its places to fill; there are no more sentences than catalogues hold. */
function partsOf(sentence: string): string[] {
  const known = kept.get(sentence) ?? sentence.split(/\{(\w+)\}/)
  kept.set(sentence, known)
  return known
}

function formOf(forms: PluralForms, rules: Intl.PluralRules, count: Value | undefined): string {
  return (typeof count === 'number' ? forms[rules.select(count)] : undefined) ?? forms.other
}

const rightToLeftLetter = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/
const leftToRightLetter = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])\p{L}/u

function isolated(text: string, locale: Locale): string {
  const foreign = dirOf(locale) === 'rtl' ? leftToRightLetter : rightToLeftLetter
  return foreign.test(text) ? `\u2068${text}\u2069` : text
}

/** How much of a catalogue is translated (not left empty), and how much a person has reviewed. */
export function coverageOf<En extends English>(
  en: En,
  catalogue: Catalogue<En>,
): { total: number; translated: number; reviewed: number } {
  const words = Object.values<string | PluralForms>(catalogue.words)
  return {
    total: Object.keys(en).length,
    translated: words.filter((entry) => (typeof entry === 'string' ? entry : entry.other) !== '').length,
    reviewed: new Set(catalogue.reviewed).size,
  }
}

/** What is wrong with a catalogue beside the English: missing, unknown or empty words, placeholders and plural forms. */
export function catalogueFaults<En extends English>(
  en: En,
  locale: Locale,
  catalogue: Catalogue<NoInfer<En>>,
): string[] {
  const words = new Map(Object.entries<string | PluralForms>(catalogue.words))
  const unknown = [...words.keys()].filter((key) => !(key in en)).map((key) => `${key}: not in English`)
  const categories = new Intl.PluralRules(locale).resolvedOptions().pluralCategories
  return [
    ...unknown,
    ...Object.entries(en).flatMap(([key, pattern]) => entryFaults(key, pattern, words.get(key), categories)),
  ]
}

function entryFaults(
  key: string,
  pattern: string | PluralForms,
  entry: string | PluralForms | undefined,
  categories: Intl.LDMLPluralRule[],
): string[] {
  if (entry === undefined) return [`${key}: missing`]
  const forms = typeof entry === 'string' ? [entry] : Object.values(entry)
  const expected = placeholdersOf(typeof pattern === 'string' ? [pattern] : Object.values(pattern))
  const found = placeholdersOf(forms)
  // "many" in French is for millions; a sentence about pages or records never needs it.
  const missing =
    typeof entry === 'string' ? [] : categories.filter((name) => name !== 'many' && !(name in entry))
  return [
    ...(forms.some((form) => form.trim() === '') ? [`${key}: empty`] : []),
    ...(expected === found ? [] : [`${key}: has {${found}} instead of {${expected}}`]),
    ...missing.map((name) => `${key}: no form for "${name}"`),
  ]
}

function placeholdersOf(forms: string[]): string {
  const names = forms.flatMap((form) => [...form.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))
  return [...new Set(names)].sort().join(', ')
}
