import { Hono } from 'hono'
import type { House, HouseEnv } from '../../community/index.ts'
import type { FacetGroup } from '../../design/index.ts'
import { mostCandidates } from '../../platform/index.ts'
import { chosenAsStored, groupsOf, pageSize, type ShownFacet, storedPlace } from '../lists/model.ts'
import { listQueryOf, refuseBeyond } from '../lists/routes.tsx'
import { type Reader, readerOf } from '../readers/model.ts'
import { searchDefinition, typesOf } from './model.ts'
import { countMissed, questionOf, readFoundRows, searchRecords, suggestRecords } from './queries.ts'
import { foundRows, reachable, suggestionsData } from './words.ts'
import { SearchBody } from './views.tsx'

const path = '/search'
const mostSuggested = 8

/** `/search`, and what it suggests while somebody types. */
export function searchRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const { db } = house

  app.get(path, async (c) => {
    const { viewer, locale, now } = c.var.visit
    const known = await house.known(now)
    const reader = readerOf(locale, known, now)
    const definition = searchDefinition(known)
    const query = listQueryOf(c, reader, definition)
    const question = query.words === undefined ? undefined : await questionOf(db, known, query.words)
    const head = { title: reader.say('search.title'), section: path, noindex: query.words !== undefined }
    if (!question) return c.render(<SearchBody reader={reader} query={query} found={undefined} />, head)
    const at = new Date(now.epochMilliseconds)
    const chosen = chosenAsStored(query, definition)
    const asked = { question, chosen, page: query.page, pageSize, now: at }
    const answer = await searchRecords(db, viewer, locale, asked)
    refuseBeyond(reader, query, reachable(answer))
    if (answer.all === 0) await countMissed(db, query.words ?? '', now.toString().slice(0, 10))
    const rows = await readFoundRows(db, viewer, locale, answer.records, at)
    const { kind: kinds = {}, ...counts } = answer.counts
    const found = {
      ...answer,
      kinds,
      rows: foundRows(reader, answer.records, rows),
      groups: groupsOf(shownFacets(reader, query.chosen), query, counts, reader.format.compare).map((group) =>
        answer.all > mostCandidates ? withoutNumbers(group) : group,
      ),
    }
    return c.render(<SearchBody reader={reader} query={query} found={found} />, head)
  })

  app.get(`${path}/suggest`, async (c) => {
    const { viewer, locale, now } = c.var.visit
    const known = await house.known(now)
    const reader = readerOf(locale, known, now)
    const question = await questionOf(db, known, (c.req.query('q') ?? '').slice(0, 200))
    const asked = { now: new Date(now.epochMilliseconds), limit: mostSuggested }
    const found = question ? await suggestRecords(db, viewer, locale, question, asked) : []
    return c.json(suggestionsData(reader, found))
  })

  return app
}

// Of a word that stands everywhere only the closest records are counted, which is no number to show.
function withoutNumbers(group: FacetGroup): FacetGroup {
  return { ...group, options: group.options.map((option) => ({ ...option, count: undefined })) }
}

function shownFacets({ say, term, format }: Reader, chosen: Record<string, string[]>): ShownFacet[] {
  const [kind, another] = chosen['kind'] ?? []
  const vocabulary = another === undefined ? typesOf[kind ?? ''] : undefined
  const chosenType = chosen['type']?.[0]
  const typeNamed = (value: string) => term(vocabulary ?? '', value)
  return [
    ...(vocabulary !== undefined || chosenType !== undefined
      ? [{ name: 'type', legend: say('facet.kind'), label: typeNamed, open: true }]
      : []),
    {
      name: 'country',
      legend: say('search.place'),
      label: (value) => (value === 'online' ? say('value.online') : format.country(storedPlace(value))),
      kind: 'select',
    },
    { name: 'discipline', legend: say('facet.discipline'), label: (value) => term('discipline', value) },
    { name: 'theme', legend: say('facet.theme'), label: (value) => term('theme', value) },
    { name: 'lang', legend: say('facet.lang'), label: (value) => format.language(value) },
  ]
}
