/** Lists shown on pages of others: which there are, and what their addresses say. Pure. */
import { hrefIn, type Locale, type WidgetTheme, widgetThemes } from '../../design/index.ts'
import {
  type ListDefinition,
  type ListQuery,
  partsOf,
  readListQuery,
  type UnknownPart,
} from '../lists/model.ts'

export const widgetKinds = ['open-calls', 'upcoming-events'] as const
export type WidgetKind = (typeof widgetKinds)[number]

/** The path of the list that each kind is of, without language. */
export const listPaths: Record<WidgetKind, '/opportunities' | '/events'> = {
  'open-calls': '/opportunities',
  'upcoming-events': '/events',
}

export const mostRows = 20
export const usualRows = 5

/** How a widget looks. */
export type WidgetLook = { count: number; theme: WidgetTheme }

/** What an address asks of a widget: a list as filtered, and a look. */
export type WidgetQuery = WidgetLook & { query: ListQuery }

export const isKind = (text: string): text is WidgetKind => widgetKinds.some((kind) => kind === text)
const isTheme = (text: string): text is WidgetTheme => widgetThemes.some((theme) => theme === text)

/**
 * Reads the address of a widget. `theme` is a facet of lists too; its values tell them apart, for no theme of the vocabulary is
 * called as a look is. A widget has one page.
 */
export function readWidget(
  parameters: URLSearchParams,
  definition: ListDefinition,
): WidgetQuery | { unknown: UnknownPart } {
  const look: WidgetLook = { count: usualRows, theme: 'auto' }
  const facets = new URLSearchParams()
  for (const [parameter, given] of parameters) {
    const value = given.trim()
    if (value === '') continue
    if (parameter === 'count' && isCount(value)) look.count = Number(value)
    else if (parameter === 'theme' && isTheme(value)) look.theme = value
    else if (parameter === 'page' || parameter === 'count') return { unknown: { parameter, value } }
    else facets.append(parameter, value)
  }
  const read = readListQuery(facets, definition)
  if ('unknown' in read) return read
  const { query } = read
  // The form always sends an order; the usual one is as good as none, and answered from memory.
  const sort = query.sort === definition.sorts[0] ? undefined : query.sort
  return { ...look, query: { ...query, sort } }
}

const isCount = (value: string) => /^[1-9]\d?$/.test(value) && Number(value) <= mostRows

/** The path of a widget with its language, and what it shows; what is usual is left out. */
export function widgetPath(locale: Locale, kind: WidgetKind, { query, count, theme }: WidgetQuery): string {
  return addressOf(hrefIn(locale, `/widgets/${kind}`), [
    ...partsOf({ ...query, page: 1 }),
    ...lookParts({ count, theme }),
  ])
}

/** The page where a widget of a list is made, beginning with what the list shows. */
export function makingPath(locale: Locale, kind: WidgetKind, query: ListQuery): string {
  return addressOf(hrefIn(locale, '/widgets'), [['kind', kind], ...partsOf({ ...query, page: 1 })])
}

function lookParts({ count, theme }: WidgetLook): [string, string][] {
  return [
    ...(count === usualRows ? [] : [['count', String(count)] satisfies [string, string]]),
    ...(theme === 'auto' ? [] : [['theme', theme] satisfies [string, string]]),
  ]
}

function addressOf(path: string, parts: [string, string][]): string {
  return parts.length === 0 ? path : `${path}?${new URLSearchParams(parts).toString()}`
}

/** A height in pixels in which a widget mostly needs no scrolling; scripts with more between the lines need more. */
export function heightOf(locale: Locale, count: number): number {
  const row = { ur: 150, km: 150, th: 135, vi: 125, en: 110, fr: 110, zh: 110 }[locale]
  return 100 + row * count
}

const entities: Record<string, string> = { '&': '&amp;', '"': '&quot;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) => text.replaceAll(/[&"<>]/g, (sign) => entities[sign] ?? sign)

/**
 * What a page of somebody else holds to show a widget. By attributes alone, because a strict policy of that page forbids inline
 * style; `frameborder` is old, and the only way without style to be rid of the border.
 */
export function frameHtml({ url, title, height }: { url: string; title: string; height: number }): string {
  return (
    `<iframe src="${escaped(url)}" title="${escaped(title)}" loading="lazy" ` +
    `width="100%" height="${height}" frameborder="0"></iframe>`
  )
}
