import type { Context } from 'hono'
import type { House, HouseEnv, Known, Viewer } from '../../community/index.ts'
import type { Locale, PageHead } from '../../design/index.ts'
import { badRequest, type ListAnswer, notFound } from '../../platform/index.ts'
import { type FeedList, feedsInHead, followLinks } from '../feeds/model.ts'
import { type Reader, readerOf } from '../readers/model.ts'
import { makingPath } from '../widgets/model.ts'
import {
  chosenAsStored,
  groupsOf,
  listAddress,
  lastPage,
  type ListDefinition,
  type ListQuery,
  pageSize,
  readListQuery,
  type ShownFacet,
} from './model.ts'
import type { ListFacts } from './views.tsx'

/** What this request asks of a list; refuses (400) what the list does not understand, naming it. */
export function listQueryOf(c: Context<HouseEnv>, reader: Reader, definition: ListDefinition): ListQuery {
  const read = readListQuery(new URL(c.req.url).searchParams, definition)
  if ('query' in read) return read.query
  const { parameter, value } = read.unknown
  throw badRequest(
    reader.say('list.unknown', { parameter: parameter.slice(0, 60), value: value.slice(0, 60) }),
  )
}

/** Refuses (404) a page beyond the last one. */
export function refuseBeyond(reader: Reader, query: ListQuery, total: number): void {
  if (query.page > lastPage(total)) throw notFound(reader.say('list.noPage', { page: query.page }))
}

/** A list that shows its rows as they come. */
type PlainList<Row> = {
  /** Without language. */
  path: string
  /** Which feeds it has, if any. */
  feeds?: FeedList
  words(reader: Reader): Pick<ListFacts, 'title' | 'lead' | 'empty'>
  definition(known: Known): ListDefinition
  facets(reader: Reader): ShownFacet[]
  ask(
    viewer: Viewer,
    locale: Locale,
    request: ListQuery & { pageSize: number; now: Date },
  ): Promise<ListAnswer<Row>>
}

/** Answers what this request asks of a list: its facts and rows for the page, and the page's head. */
export async function askPlainList<Row>(
  c: Context<HouseEnv>,
  house: House,
  list: PlainList<Row>,
): Promise<{ facts: ListFacts; rows: Row[]; head: PageHead }> {
  const { viewer, locale, now } = c.var.visit
  const known = await house.known(now)
  const reader = readerOf(locale, known, now)
  const definition = list.definition(known)
  const query = listQueryOf(c, reader, definition)
  const chosen = chosenAsStored(query, definition)
  const at = new Date(now.epochMilliseconds)
  const answer = await list.ask(viewer, locale, { ...query, chosen, pageSize, now: at })
  refuseBeyond(reader, query, answer.total)
  const words = list.words(reader)
  const follow = list.feeds && followLinks(house.publicUrl, locale, list.feeds, query)
  const facts = {
    reader,
    path: reader.href(list.path),
    ...words,
    query,
    groups: groupsOf(list.facets(reader), query, answer.counts, reader.format.compare),
    total: answer.total,
    without: answer.without,
    sorts: definition.sorts,
    days: definition.days.length > 0,
    ...(follow ? { follow } : {}),
    ...(list.feeds === 'events' ? { making: makingPath(locale, 'upcoming-events', query) } : {}),
  }
  return {
    facts,
    rows: answer.rows,
    head: {
      title: words.title,
      description: words.lead,
      section: list.path,
      canonical: listAddress(list.path, query),
      ...(follow ? { feeds: feedsInHead(words.title, follow) } : {}),
    },
  }
}
