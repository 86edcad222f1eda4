/** What a search over every kind of record answers, and what of it is counted. Pure. */
import { type Known, placeNames } from '../../community/index.ts'
import type { LabelOf, MarkedText } from '../../platform/index.ts'
import { type Corrections, type Hit, runningOf } from '../../platform/index.ts'
import { type ListDefinition, storedLang, storedPlace, valueTests } from '../lists/model.ts'

/** The kinds of records that are found, in the order of their tabs. */
export const foundKinds = [
  'opportunities',
  'events',
  'articles',
  'organisations',
  'programmes',
  'partners',
] as const
export type FoundKind = (typeof foundKinds)[number]

/** The vocabulary of what kind of call, event … a record is. */
export const typesOf: Partial<Record<string, string>> = {
  opportunities: 'opportunity-type',
  events: 'event-kind',
  articles: 'article-kind',
  organisations: 'organisation-kind',
  programmes: 'programme-kind',
}

/** What the address of a search can hold. */
export function searchDefinition(known: Known): ListDefinition {
  const { term, placeOrOnline, lang } = valueTests(known)
  const types = Object.values(typesOf).map((vocabulary) => term(vocabulary ?? ''))
  return {
    facets: {
      kind: (value) => foundKinds.some((kind) => kind === value),
      type: (value) => types.some((isType) => isType(value)),
      country: placeOrOnline,
      discipline: term('discipline'),
      theme: term('theme'),
      lang,
    },
    stored: { country: storedPlace, lang: (value) => storedLang(value) ?? value },
    days: [],
    sorts: [],
  }
}

/** A record that was found, with a piece of what it says. */
export type FoundRecord = Omit<Hit, 'text'> & { excerpt: MarkedText }

// A name of a country in one language that is a common word in many others.
const commonWords = new Set(['island'])

let unicodeNames: { code: string; units: string[] }[] | undefined

/** What a name of a country stands for, whatever the language; `called` are names besides those of Unicode's CLDR. */
export function labelOfCountries(
  known: Pick<Known, 'places'>,
  called: readonly { place: string; name: string }[],
): LabelOf {
  unicodeNames ??= known.places.map(({ code }) => ({ code, units: placeNames(code).map(runningOf) }))
  const labels = new Map<string, string>()
  const put = (units: string, code: string) => {
    if (units !== '' && !commonWords.has(units) && !labels.has(units)) labels.set(units, `country=${code}`)
  }
  for (const { name, place } of called) put(runningOf(name), place)
  for (const { code, names } of known.places) for (const name of names) put(runningOf(name), code)
  for (const { code, units } of unicodeNames) for (const each of units) put(each, code)
  return (units) => labels.get(units)
}

const longestMissed = 100

/**
 * What is kept of words that found nothing: folded, in their order. Undefined for what may be about one person: addresses
 * of mail or pages, long numbers, long texts.
 */
export function missedWords(words: string): string | undefined {
  const digits = words.match(/\p{Nd}/gu)?.length ?? 0
  if (words.length > longestMissed || digits > 4 || /@|＠|:\/\/|www\./i.test(words)) return undefined
  return runningOf(words) || undefined
}

/** Words that were meant, in the order of the question, each once. */
export function meantIn(corrections: Corrections): string[] {
  return [...new Set([...corrections.values()].flat())]
}

/** Words that were looked for in vain: how often, on how many days, and on which day last (ISO date). */
export type Missed = { words: string; times: number; days: number; last: string }
