import { type Context, Hono } from 'hono'
import type { House, HouseEnv, Known } from '../../community/index.ts'
import { answerKept, notFound } from '../../platform/index.ts'
import * as articles from '../articles/routes.tsx'
import * as events from '../events/routes.tsx'
import { calendarOf, type Entry } from '../icalendar/write/model.ts'
import { chosenAsStored, listAddress, type ListDefinition, type ShownFacet } from '../lists/model.ts'
import { listQueryOf } from '../lists/routes.tsx'
import * as opportunities from '../opportunities/routes.tsx'
import { type Reader, readerOf } from '../readers/model.ts'
import {
  type FeedFormat,
  type FeedItem,
  type FeedList,
  feedSizes,
  formatsOf,
  mediaTypes,
  refreshHours,
  tagOf,
} from './model.ts'
import {
  type CallRow,
  type EventEntryRow,
  findCall,
  findEventEntry,
  lastChange,
  listArticleItems,
  listCalls,
  listCallsAndCancelled,
  listEventEntries,
  listEventItems,
  readCallSequences,
  readEventSequences,
  readHistories,
} from './queries.ts'
import {
  articleItem,
  callEntries,
  callItem,
  eventEntryOf,
  eventItem,
  type Telling,
  titleOf,
} from './words.ts'
import { writers } from './write/model.ts'

type Ctx = Context<HouseEnv>

/** What a list gives to its feeds. */
type Source = {
  definition(known: Known): ListDefinition
  facets(reader: Reader, known: Known, query: Asked['query']): ShownFacet[]
  titles(reader: Reader): { title: string; lead: string }
  items(house: House, telling: Telling, asked: Asked): Promise<FeedItem[]>
  entries(house: House, telling: Telling, asked: Asked): Promise<(Entry | null)[]>
}

/** A list as filtered: what the address says, and the same as records keep it, with the part that is wanted. */
type Asked = {
  query: ReturnType<typeof listQueryOf>
  request: {
    chosen: Record<string, string[]>
    words: string | undefined
    from: string | undefined
    to: string | undefined
    sort: string | undefined
    now: Date
    page: number
    pageSize: number
    after: { ids: string[]; places: number }
    uncounted: true
    limit: number
    offset: number
  }
}

/** Feeds of the lists as filtered, and the calendar files of single calls and events. */
export function feedRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  for (const list of ['opportunities', 'events', 'articles'] as const) {
    for (const format of formatsOf[list]) {
      app.get(`/${list}.${format}`, (c) => answerFeed(c, house, list, format))
    }
  }
  app.get('/opportunities/:file{[^/]+\\.ics}', (c) =>
    answerEntry(c, house, 'opportunities', async (telling, slug, now) => {
      const call = await findCall(house.db, telling.reader.locale, slug, now)
      return call ? entriesOfCalls(house, telling, [call]) : []
    }),
  )
  app.get('/events/:file{[^/]+\\.ics}', (c) =>
    answerEntry(c, house, 'events', async (telling, slug) => {
      const event = await findEventEntry(house.db, telling.reader.locale, slug)
      return event ? entriesOfEvents(house, telling, [event]) : []
    }),
  )
  return app
}

const sources: Record<FeedList, Source> = {
  opportunities: {
    definition: opportunities.definitionOf,
    facets: opportunities.facetsOf,
    titles: ({ say }) => ({ title: say('opportunities.title'), lead: say('opportunities.lead') }),
    async items({ db }, telling, { request }) {
      const calls = await listCalls(db, telling.reader.locale, toldIn(request))
      const histories = await readHistories(db, idsOf(calls))
      return calls.map((call) => callItem(telling, call, histories.get(call.id) ?? []))
    },
    async entries(house, telling, { request }) {
      const { locale } = telling.reader
      return entriesOfCalls(house, telling, await listCallsAndCancelled(house.db, locale, toldIn(request)))
    },
  },
  events: {
    definition: events.definitionOf,
    facets: events.shownFacets,
    titles: ({ say }) => ({ title: say('events.title'), lead: say('events.lead') }),
    async items({ db }, telling, { request }) {
      const found = await listEventItems(db, telling.reader.locale, request)
      return found.map((event) => eventItem(telling, event))
    },
    async entries(house, telling, { request }) {
      return entriesOfEvents(house, telling, await listEventEntries(house.db, telling.reader.locale, request))
    },
  },
  articles: {
    definition: articles.definitionOf,
    facets: articles.shownFacets,
    titles: ({ say }) => ({ title: say('articles.title'), lead: say('articles.lead') }),
    async items({ db }, telling, { request }) {
      const found = await listArticleItems(db, telling.reader.locale, request)
      return found.map((article) => articleItem(telling, article))
    },
    entries: () => Promise.resolve([]),
  },
}

const idsOf = (records: { id: string }[]) => records.map(({ id }) => id)

function toldIn(request: Asked['request']) {
  const { citizenship = [], residence = [] } = request.chosen
  return { ...request, told: { citizenship, residence } }
}

async function entriesOfCalls({ db }: House, telling: Telling, calls: CallRow[]): Promise<Entry[]> {
  const histories = await readHistories(db, idsOf(calls))
  const sequences = await readCallSequences(db, idsOf(calls))
  return calls.flatMap((call) =>
    callEntries(telling, call, {
      history: histories.get(call.id) ?? [],
      sequence: sequences.get(call.id) ?? 0,
    }),
  )
}

async function entriesOfEvents(
  { db }: House,
  telling: Telling,
  found: EventEntryRow[],
): Promise<(Entry | null)[]> {
  const sequences = await readEventSequences(db, found)
  return found.map((event) => eventEntryOf(telling, event, sequences.get(event.id) ?? 0))
}

async function answerFeed(c: Ctx, house: House, list: FeedList, format: FeedFormat): Promise<Response> {
  const { locale, now } = c.var.visit
  const telling = await tellingOf(c, house)
  const { reader, origin, host, known } = telling
  const source = sources[list]
  const asked = askedOf(c, telling, source.definition(known), format)
  const { query } = asked
  const { title, lead } = source.titles(reader)
  const name = titleOf(title, query, source.facets(reader, known, query))
  const changedAt = await changeOf(house, list, now)
  const shared = { c, format, changedAt }
  if (format === 'ics') {
    const entries = await source.entries(house, telling, asked)
    if (query.page > 1 && entries.length === 0)
      throw notFound(reader.say('list.noPage', { page: query.page }))
    return answerText({ ...shared, text: await calendarText(entries, name) })
  }
  const items = await source.items(house, telling, asked)
  if (query.page > 1 && items.length === 0) throw notFound(reader.say('list.noPage', { page: query.page }))
  const pageUrl = (page: number) =>
    origin + listAddress(reader.href(`/${list}.${format}`), { ...query, page })
  const text = writers[format]({
    locale,
    house: host,
    id: tagOf(host, pageUrl(1).slice(origin.length + 1)),
    title: name,
    description: lead,
    selfUrl: pageUrl(query.page),
    listUrl: origin + listAddress(reader.href(`/${list}`), { ...query, page: 1 }),
    nextUrl: items.length > feedSizes[format] ? pageUrl(query.page + 1) : undefined,
    changedAt: newest(items) ?? new Date(0),
    items: items.slice(0, feedSizes[format]),
  })
  return answerText({ ...shared, text })
}

async function tellingOf(c: Ctx, house: House): Promise<Telling> {
  const { locale, now } = c.var.visit
  const known = await house.known(now)
  const { publicUrl: origin } = house
  return { reader: readerOf(locale, known, now), origin, host: new URL(origin).host, known }
}

function askedOf(c: Ctx, { reader }: Telling, definition: ListDefinition, format: FeedFormat): Asked {
  const query = listQueryOf(c, reader, definition)
  const { words, from, to, page } = query
  const limit = feedSizes[format]
  // Who reads news wants the newest; who looks at a calendar, what is next.
  const sort = query.sort ?? (format === 'ics' ? undefined : 'newest')
  const now = new Date(reader.now.epochMilliseconds)
  const chosen = chosenAsStored(query, definition)
  return {
    query,
    request: {
      chosen,
      words,
      from,
      to,
      sort,
      now,
      // One more than the feed holds, to know whether another page follows.
      page: 1,
      pageSize: limit + 1,
      after: { ids: [], places: (page - 1) * limit },
      uncounted: true,
      limit,
      offset: (page - 1) * limit,
    },
  }
}

const newest = (items: FeedItem[]) =>
  items
    .map(({ changedAt }) => changedAt)
    .toSorted((a, b) => b.getTime() - a.getTime())
    .at(0)

// What is open changes with time as well; a reader that compares nothing but dates asks again each hour.
async function changeOf({ db }: House, list: FeedList, now: Temporal.Instant): Promise<Date> {
  const hour = now.round({ smallestUnit: 'hour', roundingMode: 'floor' }).epochMilliseconds
  const changed = await lastChange(db, list)
  return new Date(Math.max(hour, changed?.getTime() ?? 0))
}

async function answerEntry(
  c: Ctx,
  house: House,
  list: 'opportunities' | 'events',
  entriesOf: (telling: Telling, slug: string, now: Date) => Promise<(Entry | null)[]>,
): Promise<Response> {
  const { now } = c.var.visit
  const slug = c.req.param('file')?.replace(/\.ics$/, '') ?? ''
  const entries = await entriesOf(await tellingOf(c, house), slug, new Date(now.epochMilliseconds))
  if (entries.every((entry) => entry === null)) throw notFound()
  const changedAt = await changeOf(house, list, now)
  const headers = { 'content-disposition': `inline; filename="${encodeURIComponent(slug)}.ics"` }
  return answerText({ c, format: 'ics', changedAt, text: await calendarText(entries), headers })
}

async function calendarText(entries: (Entry | null)[], name?: string): Promise<string> {
  const pieces: string[] = []
  // A calendar holds something at least (RFC 5545, 3.4); an empty one holds a zone that nothing names.
  const nothing: Entry = { lines: [], zones: ['Etc/UTC'] }
  const all = entries.filter((entry) => entry !== null)
  const there = all.length === 0 ? [nothing] : all
  for await (const piece of calendarOf(there, { name, refreshHours })) pieces.push(piece)
  return pieces.join('')
}

type Text = {
  c: Ctx
  format: FeedFormat
  changedAt: Date
  text: string
  headers?: Record<string, string>
}

function answerText({ c, format, changedAt, text, headers = {} }: Text): Response {
  return answerKept(c.req.raw, {
    body: text,
    type: `${mediaTypes[format]}; charset=utf-8`,
    modified: changedAt,
    headers: {
      'cache-control': 'public, max-age=300',
      // Pages of other sites may read them, as anybody may.
      'access-control-allow-origin': '*',
      'content-language': c.var.visit.locale,
      ...headers,
    },
  })
}
