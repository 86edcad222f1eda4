import { Hono } from 'hono'
import {
  findOrganisationByName,
  type House,
  type HouseEnv,
  type Known,
  readShownPictures,
} from '../../community/index.ts'
import { notFound } from '../../platform/index.ts'
import { cardPath } from '../cards/model.ts'
import { programmeCard } from '../cards/words.ts'
import { type ListDefinition, type ShownFacet, valueTests } from '../lists/model.ts'
import { askPlainList } from '../lists/routes.tsx'
import { listOpportunitiesOf } from '../opportunities/queries.ts'
import { type Reader, readerOf } from '../readers/model.ts'
import { langsOf, textOf } from '../records/words.ts'
import { findProgramme, listProgrammes } from './queries.ts'
import { ProgrammeBody, ProgrammesBody } from './views.tsx'

const path = '/programmes'

export function programmeRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get(path, async (c) => {
    const { facts, rows, head } = await askPlainList(c, house, {
      path,
      words: ({ say }) => ({
        title: say('programmes.title'),
        lead: say('programmes.lead'),
        empty: say('programmes.empty'),
      }),
      definition: definitionOf,
      facets: facetsOf,
      ask: (viewer, locale, request) => listProgrammes(house.db, viewer, locale, request),
    })
    return c.render(<ProgrammesBody facts={facts} rows={rows} />, head)
  })

  app.get(`${path}/:slug`, async (c) => {
    const { viewer, locale, now } = c.var.visit
    const found = await findProgramme(house.db, viewer, { slug: c.req.param('slug') }, locale)
    if (!found) throw notFound()
    const { programme, texts } = found
    const facts = {
      reader: readerOf(locale, await house.known(now), now),
      programme,
      texts,
      pictures: await readShownPictures(house.db, { kind: 'programmes', id: programme.id }, texts),
      calls: await listOpportunitiesOf(house.db, viewer, locale, programme.id),
      organiser: programme.organiser
        ? await findOrganisationByName(house.db, viewer, programme.organiser)
        : undefined,
    }
    return c.render(<ProgrammeBody facts={facts} />, {
      title: texts[0]?.title ?? '',
      titleLang: texts[0]?.lang,
      description: textOf(texts, 'summary'),
      section: path,
      langs: langsOf(texts, programme.originalLang),
      card: cardPath(
        facts.reader.locale,
        'programmes',
        programme.slug,
        programmeCard(facts.reader, texts, programme),
      ),
    })
  })

  return app
}

/** What the list understands of its address. */
export function definitionOf(known: Known): ListDefinition {
  const { term } = valueTests(known)
  return { facets: { type: term('programme-kind'), pillar: term('pillar') }, days: [], sorts: ['title'] }
}

function facetsOf({ say, term }: Reader): ShownFacet[] {
  return [
    { name: 'pillar', legend: say('facet.pillar'), label: (id) => term('pillar', id), open: true },
    { name: 'type', legend: say('facet.kind'), label: (id) => term('programme-kind', id), open: true },
  ]
}
