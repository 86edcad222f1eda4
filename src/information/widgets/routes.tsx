import { type Context, Hono } from 'hono'
import {
  type House,
  type HouseEnv,
  type HouseKnown,
  type Known,
  lookOf,
  stranger,
} from '../../community/index.ts'
import { type RowProps, Widget } from '../../design/index.ts'
import { badRequest, type ListAnswer } from '../../platform/index.ts'
import * as events from '../events/routes.tsx'
import { listEvents } from '../events/queries.ts'
import { eventRow } from '../events/words.ts'
import {
  chosenAsStored,
  groupsOf,
  listAddress,
  type ListDefinition,
  type ListQuery,
  type ShownFacet,
  type UnknownPart,
} from '../lists/model.ts'
import * as opportunities from '../opportunities/routes.tsx'
import { listOpportunities } from '../opportunities/queries.ts'
import { callRow } from '../opportunities/words.ts'
import { type Reader, readerOf } from '../readers/model.ts'
import {
  isKind,
  listPaths,
  readWidget,
  type WidgetKind,
  widgetKinds,
  widgetPath,
  type WidgetQuery,
} from './model.ts'
import { MakingBody } from './views.tsx'
import { titleWords } from './words.ts'

type Ctx = Context<HouseEnv>
type Answer = Omit<ListAnswer<unknown>, 'rows'> & { rows: RowProps[] }

/** What a list gives to its widget. */
type Source = {
  definition(known: Known): ListDefinition
  facets(reader: Reader, known: Known, query: ListQuery): ShownFacet[]
  title(reader: Reader, query: ListQuery): string
  ask(house: House, asking: Asking, query: ListQuery, pageSize: number): Promise<Answer>
}

type Asking = { reader: Reader; known: HouseKnown; source: Source; definition: ListDefinition }

const sources: Record<WidgetKind, Source> = {
  'open-calls': {
    definition: opportunities.definitionOf,
    facets: opportunities.facetsOf,
    title: ({ say }) => say('opportunities.title'),
    async ask({ db }, { reader, definition }, query, pageSize) {
      const chosen = chosenAsStored(query, definition)
      const told = { citizenship: chosen['citizenship'] ?? [], residence: chosen['residence'] ?? [] }
      const request = { ...query, chosen, told, now: new Date(reader.now.epochMilliseconds), pageSize }
      const answer = await listOpportunities(db, stranger, reader.locale, request)
      const hasTold = told.citizenship.length + told.residence.length > 0
      return { ...answer, rows: answer.rows.map((call) => callRow(reader, call, hasTold)) }
    },
  },
  'upcoming-events': {
    definition: events.definitionOf,
    facets: events.shownFacets,
    // Whoever asks for days, or for what is over, is not told that it is coming.
    title: ({ say }, { chosen, from, to }) =>
      say((chosen['when'] ?? from ?? to) ? 'events.title' : 'widget.upcoming'),
    async ask({ db }, { reader, definition }, query, pageSize) {
      const chosen = chosenAsStored(query, definition)
      const request = { ...query, chosen, now: new Date(reader.now.epochMilliseconds), pageSize }
      const answer = await listEvents(db, stranger, reader.locale, request)
      return { ...answer, rows: answer.rows.map((event) => eventRow(reader, event)) }
    },
  },
}

/** Lists for pages of others, as a stranger sees them whoever asks, and the page where they are made. */
export function widgetRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.get('/widgets', (c) => answerMaking(c, house))
  for (const kind of widgetKinds) app.get(`/widgets/${kind}`, (c) => answerWidget(c, house, kind))
  return app
}

async function askingOf(c: Ctx, house: House, kind: WidgetKind): Promise<Asking> {
  const { locale, now } = c.var.visit
  const known = await house.known(now)
  const source = sources[kind]
  return { reader: readerOf(locale, known, now), known, source, definition: source.definition(known) }
}

async function answerWidget(c: Ctx, house: House, kind: WidgetKind): Promise<Response> {
  const asking = await askingOf(c, house, kind)
  const { reader, known, source, definition } = asking
  const { locale, say, href } = reader
  const read = readWidget(new URL(c.req.url).searchParams, definition)
  const host = new URL(house.publicUrl).host
  const colours = lookOf(known.settings, locale).colours
  const frame = { locale, demonstration: house.demonstration, colours }
  const more = (query: ListQuery | undefined) => ({
    href: query ? listAddress(href(listPaths[kind]), query) : href(listPaths[kind]),
    label: say('widget.all', { house: host }),
  })
  // A frame of another page is no place for a page of failure with all that stands around it.
  if ('unknown' in read) {
    const none = unknownWords(reader, read.unknown, host + href('/widgets'))
    const title = source.title(reader, nothingChosen)
    return c.html(
      <Widget {...frame} theme="auto" title={title} rows={[]} none={none} more={more(undefined)} />,
      400,
      { 'cache-control': 'no-store' },
    )
  }
  const { query, count, theme } = read
  const { rows } = await source.ask(house, asking, query, count)
  const title = titleWords(reader, source.title(reader, query), query, source.facets(reader, known, query))
  const none = say('widget.none')
  return c.html(<Widget {...{ ...frame, theme, title, rows, none }} more={more(query)} />)
}

const nothingChosen: ListQuery = {
  chosen: {},
  words: undefined,
  from: undefined,
  to: undefined,
  sort: undefined,
  page: 1,
}

function unknownWords({ say }: Reader, { parameter, value }: UnknownPart, address: string): string {
  return say('widget.unknown', { parameter: parameter.slice(0, 60), value: value.slice(0, 60), address })
}

async function answerMaking(c: Ctx, house: House): Promise<Response> {
  const parameters = new URL(c.req.url).searchParams
  const kind = parameters.get('kind')?.trim() || widgetKinds[0]
  parameters.delete('kind')
  const known = isKind(kind)
  const asking = await askingOf(c, house, known ? kind : widgetKinds[0])
  const read = known
    ? readWidget(parameters, asking.definition)
    : { unknown: { parameter: 'kind', value: kind } }
  if ('unknown' in read || !known) {
    const { parameter, value } = 'unknown' in read ? read.unknown : { parameter: 'kind', value: kind }
    const said = { parameter: parameter.slice(0, 60), value: value.slice(0, 60) }
    throw badRequest(asking.reader.say('list.unknown', said))
  }
  return showMaking(c, house, asking, kind, read)
}

async function showMaking(c: Ctx, house: House, asking: Asking, kind: WidgetKind, asked: WidgetQuery) {
  const { reader, known, source, definition } = asking
  const { query } = asked
  const { locale, say, format } = reader
  const answer = await source.ask(house, asking, query, 1)
  // Nobody makes a widget on a slow line: all is asked at once.
  const facets = source.facets(reader, known, { ...query, ask: 'where' })
  const list = {
    reader,
    path: reader.href('/widgets'),
    title: say('widgets.title'),
    lead: say('widgets.lead'),
    query,
    groups: groupsOf(facets, query, answer.counts, format.compare),
    total: answer.total,
    without: answer.without,
    sorts: definition.sorts,
    days: definition.days.length > 0,
    empty: '',
  }
  const title = titleWords(reader, source.title(reader, query), query, facets)
  const { publicUrl: origin } = house
  const facts = { list, kind, look: asked, title, origin, path: widgetPath(locale, kind, asked) }
  return c.render(<MakingBody facts={facts} />, {
    title: say('widgets.title'),
    description: say('widgets.lead'),
    canonical: '/widgets',
  })
}
