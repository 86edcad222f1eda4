import { Hono } from 'hono'
import {
  findOrganisation,
  type House,
  type HouseEnv,
  type Known,
  readShownPictures,
  listOrganisations,
  speaksFor,
} from '../../community/index.ts'
import { notFound } from '../../platform/index.ts'
import { listEventsBy } from '../events/queries.ts'
import { cardPath } from '../cards/model.ts'
import { organisationCard } from '../cards/words.ts'
import { type ListDefinition, type ShownFacet, storedLang, storedPlace, valueTests } from '../lists/model.ts'
import { askPlainList } from '../lists/routes.tsx'
import { listOpportunitiesBy } from '../opportunities/queries.ts'
import { type Reader, readerOf } from '../readers/model.ts'
import { organisationData } from '../linked/words.ts'
import { langsOf, textOf } from '../records/words.ts'
import { DirectoryBody, OrganisationBody } from './views.tsx'

const path = '/organisations'

/** How much of what an organisation does its page shows. */
const shownOfEach = 20

/** `/organisations`, the directory, and the page of each organisation. */
export function directoryRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get(path, async (c) => {
    const { facts, rows, head } = await askPlainList(c, house, {
      path,
      words: ({ say }) => ({
        title: say('organisations.title'),
        lead: say('organisations.lead'),
        empty: say('organisations.empty'),
      }),
      definition: definitionOf,
      facets: shownFacets,
      ask: (viewer, locale, request) => listOrganisations(house.db, viewer, locale, request),
    })
    return c.render(<DirectoryBody facts={facts} organisations={rows} />, head)
  })

  app.get(`${path}/:slug`, async (c) => {
    const { viewer, locale, now } = c.var.visit
    const found = await findOrganisation(house.db, viewer, c.req.param('slug'), locale)
    if (!found) throw notFound()
    const { organisation, texts } = found
    const reader = readerOf(locale, await house.known(now), now)
    // Records name their organiser in words, in whichever language their source has.
    const names = texts.map((text) => text.title)
    const asked = { now: new Date(now.epochMilliseconds), limit: shownOfEach }
    const calls = await listOpportunitiesBy(house.db, viewer, locale, names, asked)
    const events = await listEventsBy(house.db, viewer, locale, names, asked)
    const pictures = await readShownPictures(house.db, { kind: 'organisations', id: organisation.id }, texts)
    const facts = { organisation, texts, pictures, calls, events, isOwn: speaksFor(viewer, organisation.id) }
    return c.render(<OrganisationBody reader={reader} facts={facts} />, {
      title: texts[0]?.title ?? '',
      titleLang: texts[0]?.lang,
      description: textOf(texts, 'summary'),
      section: path,
      langs: langsOf(texts, organisation.originalLang),
      card: cardPath(
        reader.locale,
        'organisations',
        organisation.slug,
        organisationCard(reader, texts, organisation),
      ),
      data: organisationData({ reader, origin: house.publicUrl, texts }, organisation),
    })
  })

  return app
}

/** What the list understands of its address. */
export function definitionOf(known: Known): ListDefinition {
  const { term, place, lang } = valueTests(known)
  return {
    facets: { type: term('organisation-kind'), country: place, discipline: term('discipline'), lang },
    stored: { country: storedPlace, lang: (value) => storedLang(value) ?? value },
    days: [],
    sorts: [],
  }
}

function shownFacets({ say, term, format }: Reader): ShownFacet[] {
  return [
    {
      name: 'type',
      legend: say('facet.kind'),
      label: (value) => term('organisation-kind', value),
      open: true,
    },
    {
      name: 'country',
      legend: say('facet.organisationCountry'),
      label: (value) => format.country(storedPlace(value)),
      kind: 'select',
    },
    { name: 'discipline', legend: say('facet.discipline'), label: (value) => term('discipline', value) },
    { name: 'lang', legend: say('facet.lang'), label: (value) => format.language(value) },
  ]
}
