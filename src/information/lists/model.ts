/** The state of a list, all of it in the address: facets, words, days, order, page. Pure. */
import { isTerm, type Known, standingTerm } from '../../community/index.ts'
import type { FacetGroup } from '../../design/index.ts'
import { foldText, isDay } from '../../platform/index.ts'

export const pageSize = 20

/** What one list understands. */
export type ListDefinition = {
  /** Facets by parameter, each with the test of its values. */
  facets: Record<string, (value: string) => boolean>
  /** Facets whose values are kept otherwise than addresses write them (countries in capitals). */
  stored?: Record<string, (value: string) => string>
  /** Parameters with a calendar day (`from`, `to`). */
  days: readonly string[]
  sorts: readonly string[]
  /** `false` for a list that cannot be asked for words. */
  words?: boolean
  /** What its form asks only of those who want to be asked (`ask=`), because it is long. */
  asks?: readonly string[]
}

/** What a reader has chosen. */
export type ListQuery = {
  chosen: Record<string, string[]>
  words: string | undefined
  from: string | undefined
  to: string | undefined
  sort: string | undefined
  page: number
  /** What the form asks besides; no part of what is listed. */
  ask?: string
}

/** A parameter or a value that this list does not understand. */
export type UnknownPart = { parameter: string; value: string }

// Added to links by letters and social networks; they mean nothing here and must not break the page.
const ignored = /^(utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref)$/

const longest = 200

/** Reads an address's parameters; blank ones are as good as absent. */
export function readListQuery(
  parameters: URLSearchParams,
  definition: ListDefinition,
): { query: ListQuery } | { unknown: UnknownPart } {
  const query: ListQuery = {
    chosen: {},
    words: undefined,
    from: undefined,
    to: undefined,
    sort: undefined,
    page: 1,
  }
  for (const [parameter, given] of parameters) {
    const value = given.trim()
    if (value === '' || ignored.test(parameter)) continue
    if (!takePart(query, definition, parameter, value)) return { unknown: { parameter, value } }
  }
  return { query }
}

function takePart(query: ListQuery, definition: ListDefinition, parameter: string, value: string): boolean {
  const facet = Object.hasOwn(definition.facets, parameter) ? definition.facets[parameter] : undefined
  if (facet) return chooseValue(query, parameter, value.toLowerCase(), facet)
  if (parameter === 'q' && definition.words !== false) return takeWords(query, value)
  if (definition.days.includes(parameter)) return takeDay(query, parameter, value)
  if (parameter === 'sort') return definition.sorts.includes(value) && Boolean((query.sort = value))
  if (parameter === 'ask') return Boolean(definition.asks?.includes(value)) && Boolean((query.ask = value))
  if (parameter === 'page') return /^[1-9]\d{0,5}$/.test(value) && Boolean((query.page = Number(value)))
  return false
}

function chooseValue(
  query: ListQuery,
  parameter: string,
  value: string,
  allows: (value: string) => boolean,
): boolean {
  if (!allows(value)) return false
  const chosen = (query.chosen[parameter] ??= [])
  if (!chosen.includes(value)) chosen.push(value)
  return true
}

// Words beyond the limit would not make the answer better, only slower. No record holds control characters.
function takeWords(query: ListQuery, value: string): boolean {
  const words = value
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, longest)
    .toWellFormed()
    .trim()
  // An accent alone folds to nothing, and nothing would be found everywhere.
  if (foldText(words) !== '') query.words = words
  return true
}

function takeDay(query: ListQuery, parameter: string, value: string): boolean {
  if (!isDay(value)) return false
  if (parameter === 'from') query.from = value
  else query.to = value
  return true
}

/** The parameters of a query, in a steady order, so that the same state has one address. */
export function partsOf(query: ListQuery): [string, string][] {
  const chosen = Object.keys(query.chosen)
    .sort()
    .flatMap((name) => (query.chosen[name] ?? []).toSorted().map((value): [string, string] => [name, value]))
  const single = [
    ['q', query.words],
    ['from', query.from],
    ['to', query.to],
    ['sort', query.sort],
    ['page', query.page > 1 ? String(query.page) : undefined],
  ] as const
  return [...chosen, ...single.flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []))]
}

/** The address of a list in this state. */
export function listAddress(path: string, query: ListQuery): string {
  const text = new URLSearchParams(partsOf(query)).toString()
  return text === '' ? path : `${path}?${text}`
}

/** The list in this state, from its first page, with what its form asks only when it is asked to. */
export function askAddress(path: string, query: ListQuery, ask: string): string {
  const address = listAddress(path, { ...query, page: 1 })
  return `${address}${address.includes('?') ? '&' : '?'}ask=${ask}`
}

/** The same list without one chosen value; from its first page. */
export function withoutValue(query: ListQuery, name: string, value: string): ListQuery {
  const left = (query.chosen[name] ?? []).filter((kept) => kept !== value)
  const { [name]: _, ...others } = query.chosen
  return { ...query, page: 1, chosen: left.length > 0 ? { ...others, [name]: left } : others }
}

/** The same list without anything chosen of one facet; from its first page. */
export function withoutFacet(query: ListQuery, name: string): ListQuery {
  const { [name]: _, ...others } = query.chosen
  return { ...query, page: 1, chosen: others }
}

export function lastPage(total: number): number {
  return Math.max(1, Math.ceil(total / pageSize))
}

/** What was chosen, as the records keep it. */
export function chosenAsStored(query: ListQuery, definition: ListDefinition): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(query.chosen).map(([name, values]) => {
      const stored = definition.stored?.[name]
      return [name, stored ? values.map(stored) : values]
    }),
  )
}

/** A facet as a list shows it: the values there are, those chosen, and those of `always`, which keep their order. */
export type ShownFacet = {
  name: string
  legend: string
  label(value: string): string
  always?: readonly string[]
  /** Asks for one of a long list; without counts. */
  kind?: 'select'
  /** Whether it is unfolded although nothing of it is chosen. */
  open?: boolean
}

/** The facets of a list with their counts, values in the order of `always` or else of the reader's alphabet. */
export function groupsOf(
  shown: ShownFacet[],
  query: ListQuery,
  counts: Record<string, Record<string, number>>,
  compare: (a: string, b: string) => number,
): FacetGroup[] {
  return shown
    .map((facet) => groupOf(facet, query.chosen[facet.name] ?? [], counts[facet.name] ?? {}, compare))
    .filter((group) => group.options.length > 0)
}

function groupOf(
  { name, legend, label, always = [], kind, open = false }: ShownFacet,
  chosen: string[],
  counts: Record<string, number>,
  compare: (a: string, b: string) => number,
): FacetGroup {
  // Addresses are written in small letters.
  const found = new Map(Object.entries(counts).map(([value, count]) => [value.toLowerCase(), count]))
  const others = [...new Set([...found.keys(), ...chosen])]
    .filter((value) => !always.includes(value))
    .map((value) => ({ value, label: label(value) }))
    .sort((a, b) => compare(a.label, b.label))
  const options = [...always.map((value) => ({ value, label: label(value) })), ...others].map((option) => ({
    ...option,
    count: kind === 'select' ? undefined : (found.get(option.value) ?? 0),
    chosen: chosen.includes(option.value),
  }))
  return { name, legend, open: open || chosen.length > 0, options, ...(kind ? { kind } : {}) }
}

/** The tests of facet values that several lists share. */
export function valueTests(known: Pick<Known, 'placeCodes' | 'vocabularies'>) {
  const place = (value: string) => known.placeCodes.has(value.toUpperCase())
  return {
    term: (vocabulary: string) => (value: string) => isTerm(known.vocabularies, vocabulary, value),
    place,
    placeOrOnline: (value: string) => value === 'online' || place(value),
    lang: isLang,
  }
}

const languages = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

// Well-formed is not enough: a word of six letters is a well-formed tag too.
function isLang(value: string): boolean {
  const tag = storedLang(value)
  return tag !== undefined && languages.of(tag) !== undefined
}

/** Places are kept in capitals; `online` is no place. */
export function storedPlace(value: string): string {
  return value === 'online' ? value : value.toUpperCase()
}

/** A language tag as records write it (BCP 47: `zh-Hant`); undefined for what is none. */
export function storedLang(value: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(value)[0]
  } catch {
    return undefined
  }
}

// What each kind calls its types; `open-calls` and `upcoming-events` are widgets.
const types: Record<string, string> = {
  opportunities: 'opportunity-type',
  'open-calls': 'opportunity-type',
  events: 'event-kind',
  'upcoming-events': 'event-kind',
  articles: 'article-kind',
  organisations: 'organisation-kind',
  programmes: 'programme-kind',
}
const vocabularies: Record<string, string> = {
  discipline: 'discipline',
  theme: 'theme',
  covers: 'covers',
  stage: 'career-stage',
  pillar: 'pillar',
}

/**
 * The query of an address with each term that was merged replaced by the one that stands for it; undefined where it names
 * none. The path is without language: of a list, a feed, a widget, the search or the API.
 */
export function standingAddress(
  known: Pick<Known, 'vocabularies'>,
  path: string,
  parameters: URLSearchParams,
): string | undefined {
  const [place = ''] = path
    .replace(/^\/(api\/v1|widgets)(?=\/)/, '')
    .split(/[/.]/)
    .filter((part) => part !== '')
  const vocabulariesOf = (name: string): string[] => {
    if (name !== 'type') return Object.hasOwn(vocabularies, name) ? [vocabularies[name] ?? ''] : []
    // The search asks all kinds at once.
    if (place === 'search') return Object.values(types)
    return Object.hasOwn(types, place) ? [types[place] ?? ''] : []
  }
  const standing: [string, string][] = []
  let isOther = false
  for (const [name, value] of parameters) {
    const id = value.trim().toLowerCase()
    const others = vocabulariesOf(name).map((vocabulary) => standingTerm(known.vocabularies, vocabulary, id))
    const other = others.find((one) => one !== id)
    isOther ||= other !== undefined
    standing.push([name, other ?? value])
  }
  if (!isOther) return undefined
  // Two that were chosen may be one by now.
  const once = standing.filter(
    ([name, value], at) => standing.findIndex((one) => one[0] === name && one[1] === value) === at,
  )
  return `?${new URLSearchParams(once).toString()}`
}
