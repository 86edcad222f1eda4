/** The state of a table of the desk, all of it in its address. Pure. */
import {
  type DeskFacet,
  deskFacets,
  type DeskSort,
  deskSorts,
  isTerm,
  type Known,
} from '../../../community/index.ts'
import { isRowId } from '../../../platform/index.ts'
import { storedLang } from '../../lists/model.ts'
import type { DeskKind } from '../fields/model.ts'

/** The vocabulary of a kind's types. */
export const typesOf: Record<DeskKind, string> = {
  opportunities: 'opportunity-type',
  events: 'event-kind',
  articles: 'article-kind',
  programmes: 'programme-kind',
  organisations: 'organisation-kind',
}

/** The columns beside the title, in the order in which they are shown. */
export const deskColumns = [
  'texts',
  'type',
  'country',
  'discipline',
  'theme',
  'date',
  'checked',
  'assigned',
  'source',
  'changed',
  'added',
  'id',
] as const
export type DeskColumn = (typeof deskColumns)[number]

const usual: readonly DeskColumn[] = ['texts', 'type', 'country', 'date', 'checked', 'assigned', 'changed']
const withoutDate: readonly DeskKind[] = ['programmes', 'organisations']

/** The columns of a kind as long as nobody has chosen others. */
export function usualColumns(kind: DeskKind): DeskColumn[] {
  return usual.filter((column) => possibleColumns(kind).includes(column))
}

/** The columns a kind can have: no dates, places or terms where its records have none. */
export function possibleColumns(kind: DeskKind): DeskColumn[] {
  const lacking: readonly DeskColumn[] = [
    ...(withoutDate.includes(kind) ? (['date'] as const) : []),
    ...(kind === 'programmes' ? (['country', 'discipline', 'theme'] as const) : []),
    ...(kind === 'organisations' ? (['theme'] as const) : []),
  ]
  return deskColumns.filter((column) => !lacking.includes(column))
}

/** The order a column puts a table in, where it can. */
export function sortOf(column: DeskColumn | 'title'): DeskSort | undefined {
  return deskSorts.find((sort) => sort === column)
}

export const textStatesShown = ['draft', 'in-review', 'scheduled', 'published', 'archived'] as const
export type TextStateShown = (typeof textStatesShown)[number]

export const isTextState = (text: string): text is TextStateShown =>
  textStatesShown.some((state) => state === text)

export const deskPageSize = 50

/** What somebody has chosen of a table. */
export type DeskQuery = {
  chosen: Partial<Record<DeskFacet, string[]>>
  words: string | undefined
  sort: DeskSort
  descending: boolean
  /** Undefined are the usual ones. */
  columns: DeskColumn[] | undefined
  page: number
}

export const emptyQuery: DeskQuery = {
  chosen: {},
  words: undefined,
  sort: 'changed',
  descending: true,
  columns: undefined,
  page: 1,
}

const longest = 200

/** Whether a facet of a kind can have a value. */
function allows(facet: DeskFacet, value: string, kind: DeskKind, known: Known): boolean {
  if (value.length > longest) return false
  switch (facet) {
    case 'state':
      return isTextState(value)
    case 'text': {
      const [lang = '', state = ''] = value.split(':')
      return storedLang(lang) === lang && isTextState(state)
    }
    case 'missing':
    case 'stale':
      return storedLang(value) === value
    case 'discipline':
    case 'theme':
      return isTerm(known.vocabularies, facet, value)
    case 'country':
      return known.placeCodes.has(value)
    case 'type':
      return isTerm(known.vocabularies, typesOf[kind], value)
    case 'source':
      return true
    case 'assigned':
      return value === 'nobody' || isRowId(value)
    case 'checked':
      return ['never', 'old', 'fresh'].includes(value)
    case 'check':
      return ['must', 'should', 'fine'].includes(value)
    default:
      return ['yes', 'no'].includes(value)
  }
}

/** Reads an address's parameters; blank ones are as good as absent. Answers the part it does not understand. */
export function readDeskQuery(
  parameters: URLSearchParams,
  kind: DeskKind,
  known: Known,
): { query: DeskQuery } | { unknown: { parameter: string; value: string } } {
  const query: DeskQuery = { ...emptyQuery, chosen: {} }
  for (const [parameter, given] of parameters) {
    const value = plain(given)
    if (value === '' || parameter === 'done') continue
    if (!takePart(query, parameter, value, kind, known)) return { unknown: { parameter, value } }
  }
  return { query }
}

// No record holds control characters, and half a character is found nowhere.
const plain = (text: string) =>
  text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .toWellFormed()
    .trim()

function takePart(query: DeskQuery, name: string, value: string, kind: DeskKind, known: Known): boolean {
  const facet = deskFacets.find((each) => each === name)
  if (facet) {
    if (!allows(facet, value, kind, known)) return false
    query.chosen[facet] = [...new Set([...(query.chosen[facet] ?? []), value])]
    return true
  }
  if (name === 'q') return Boolean((query.words = value.slice(0, longest).toWellFormed()))
  if (name === 'sort') return takeSort(query, value)
  if (name === 'page') return /^[1-9]\d{0,5}$/.test(value) && Boolean((query.page = Number(value)))
  if (name === 'col') return takeColumn(query, value, kind)
  return false
}

function takeSort(query: DeskQuery, value: string): boolean {
  const sort = deskSorts.find((each) => each === value.replace(/^-/, ''))
  if (!sort) return false
  query.sort = sort
  query.descending = value.startsWith('-')
  return true
}

function takeColumn(query: DeskQuery, value: string, kind: DeskKind): boolean {
  const column = possibleColumns(kind).find((each) => each === value)
  if (!column) return false
  const chosen = [...(query.columns ?? []), column]
  query.columns = deskColumns.filter((each) => chosen.includes(each))
  return true
}

export const sortWord = ({ sort, descending }: Pick<DeskQuery, 'sort' | 'descending'>) =>
  `${descending ? '-' : ''}${sort}`

/** The parameters of a query, in a steady order, so that the same state has one address; a page of it only where asked for. */
export function deskParts(query: DeskQuery): [string, string][] {
  const chosen = deskFacets.flatMap((facet) =>
    (query.chosen[facet] ?? []).toSorted().map((value): [string, string] => [facet, value]),
  )
  const sort = sortWord(query)
  return [
    ...chosen,
    ...(query.words === undefined ? [] : [['q', query.words] satisfies [string, string]]),
    ...(sort === sortWord(emptyQuery) ? [] : [['sort', sort] satisfies [string, string]]),
    ...(query.columns ?? []).map((column): [string, string] => ['col', column]),
    ...(query.page > 1 ? [['page', String(query.page)] satisfies [string, string]] : []),
  ]
}

/** A query as it stands behind the question mark of an address; what is saved of a view is its first page. */
export const queryText = (query: DeskQuery) => new URLSearchParams(deskParts(query)).toString()

/** The address of a table in a state. */
export function deskAddress(path: string, query: DeskQuery): string {
  const text = queryText(query)
  return text === '' ? path : `${path}?${text}`
}

/** The same table without one chosen value; from its first page. */
export function withoutChosen(query: DeskQuery, facet: DeskFacet, value: string): DeskQuery {
  const left = (query.chosen[facet] ?? []).filter((kept) => kept !== value)
  const { [facet]: _, ...others } = query.chosen
  return { ...query, page: 1, chosen: left.length > 0 ? { ...others, [facet]: left } : others }
}

/** Whether anything narrows the table. */
export const isNarrowed = ({ chosen, words }: DeskQuery) =>
  words !== undefined || Object.values(chosen).some((values) => values.length > 0)

export const lastDeskPage = (total: number) => Math.max(1, Math.ceil(total / deskPageSize))

/** Today, as records write days. */
export const dayOf = (now: Temporal.Instant) => now.toZonedDateTimeISO('UTC').toPlainDate().toString()

/** A cell for spreadsheets: what they would take for a formula is made text by an apostrophe before it (OWASP, CSV injection). */
export function cellText(value: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value
}
