import { type Context, Hono } from 'hono'
import { type House, type HouseEnv, type HouseKnown, houseName, type Known } from '../../community/index.ts'
import { defaultLocale } from '../../design/index.ts'
import { badRequest, cursorAfter, notFound, readCursor } from '../../platform/index.ts'
import { chosenAsStored, partsOf, type ListQuery, readListQuery } from '../lists/model.ts'
import { type Reader, readerOf } from '../readers/model.ts'
import { type ApiPart, documentOf } from './document/model.ts'
import { type Portion, readPortion, type ResourceName, resources } from './model.ts'
import { resourceOf } from './resources/routes.ts'
import { ApiBody } from './views.tsx'

type Ctx = Context<HouseEnv>

const path = '/api/v1'

/** `/api/v1`: every kind of record to be read by programs, and the description of it for programs and for people. */
export function apiRoutes(house: House, parts: readonly ApiPart[] = []): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get(path, async (c) => {
    const { locale, now } = c.var.visit
    const known = await house.known(now)
    const reader = readerOf(locale, known, now)
    const document = describe(house, known, parts)
    return c.render(<ApiBody reader={reader} document={document} parts={parts} origin={house.publicUrl} />, {
      title: reader.say('api.title'),
      description: reader.say('api.lead'),
    })
  })

  app.get(`${path}/openapi.json`, async (c) => {
    c.header('cache-control', 'public, max-age=300')
    return c.json(describe(house, await house.known(c.var.visit.now), parts))
  })

  for (const name of resources) {
    app.get(`${path}/${name}`, async (c) => answer(c, await listAnswer(c, house, name)))
    app.get(`${path}/${name}/:key`, async (c) => {
      const { visit } = c.var
      const { reader } = await readingOf(c, house)
      const answering = { reader, origin: house.publicUrl }
      const found = await resourceOf[name].find(house, visit, answering, c.req.param('key'))
      if (!found) throw notFound()
      return answer(c, found)
    })
  }
  return app
}

/** Sessions and tokens see more than strangers, so a cache on the way may not hand one's answer to another. */
function answer(c: Ctx, found: object): Response {
  return c.json(found, 200, { vary: 'Authorization, Cookie', 'content-language': c.var.visit.locale })
}

const describe = (house: House, known: HouseKnown, parts: readonly ApiPart[]) =>
  documentOf(
    resources.map((name) => ({ name, ...resourceOf[name], definition: resourceOf[name].definition(known) })),
    {
      origin: house.publicUrl,
      house: houseName(known.settings, defaultLocale),
      offered: known.settings.languages.offered,
      parts,
    },
  )

async function readingOf(c: Ctx, house: House): Promise<{ reader: Reader; known: Known }> {
  const { locale, now } = c.var.visit
  const known = await house.known(now)
  return { reader: readerOf(locale, known, now), known }
}

async function listAnswer(c: Ctx, house: House, name: ResourceName): Promise<object> {
  const { visit } = c.var
  const { reader, known } = await readingOf(c, house)
  const definition = resourceOf[name].definition(known)
  const { portion, query } = askedOf(c, reader, definition)
  const list = nameOf(name, query)
  const after = portion.cursor === undefined ? undefined : readCursor(list, portion.cursor)
  if (portion.cursor !== undefined && !after) throw badRequest(reader.say('api.badCursor'))
  // One more than wanted says whether there is a next one.
  const { items, total, counts } = await resourceOf[name].list(
    house,
    visit,
    { reader, origin: house.publicUrl },
    {
      ...query,
      chosen: chosenAsStored(query, definition),
      now: new Date(visit.now.epochMilliseconds),
      pageSize: portion.limit + 1,
      after,
      uncounted: !portion.counts,
    },
  )
  const shown = items.slice(0, portion.limit)
  const ids = shown.map(({ id }) => id)
  const isLast = items.length <= portion.limit
  return {
    items: shown,
    next: isLast ? null : cursorAfter(list, ids, (after?.places ?? 0) + shown.length),
    ...(portion.counts ? { total, counts: inSteadyOrder(counts) } : {}),
  }
}

function askedOf(
  c: Ctx,
  reader: Reader,
  definition: Parameters<typeof readListQuery>[1],
): { portion: Portion; query: ListQuery } {
  const read = readPortion(new URL(c.req.url).searchParams)
  const query = 'portion' in read ? readListQuery(read.others, definition) : read
  if ('portion' in read && 'query' in query) return { portion: read.portion, query: query.query }
  const { parameter, value } = 'unknown' in read ? read.unknown : 'unknown' in query ? query.unknown : nothing
  throw badRequest(
    reader.say('list.unknown', { parameter: parameter.slice(0, 60), value: value.slice(0, 60) }),
  )
}

const nothing = { parameter: '', value: '' }

// The language may change between two pages; the order of some lists changes with it, which the ids bridge.
const nameOf = (name: ResourceName, query: ListQuery) =>
  `${name}?${new URLSearchParams(partsOf(query)).toString()}`

/** Counts by the names of facets and values, so that the same answer has the same bytes. */
function inSteadyOrder(
  counts: Record<string, Record<string, number>>,
): Record<string, Record<string, number>> {
  const byName = <T,>(all: Record<string, T>) =>
    Object.entries(all).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(
    byName(counts).map(([facet, values]) => [facet, Object.fromEntries(byName(values))]),
  )
}
