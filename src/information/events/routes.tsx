import { Hono } from 'hono'
import {
  findOrganisationByName,
  type House,
  type HouseEnv,
  type Known,
  readShownPictures,
  type Viewer,
} from '../../community/index.ts'
import { notFound } from '../../platform/index.ts'
import { entryLinks } from '../feeds/model.ts'
import { eventData } from '../linked/words.ts'
import { cardPath } from '../cards/model.ts'
import { eventCard } from '../cards/words.ts'
import { type ListDefinition, type ShownFacet, storedLang, storedPlace, valueTests } from '../lists/model.ts'
import { askPlainList } from '../lists/routes.tsx'
import { findProgrammeTitle } from '../programmes/queries.ts'
import { type Reader, readerOf } from '../readers/model.ts'
import { langsOf, textOf } from '../records/words.ts'
import type { EventDetail } from './model.ts'
import { listDates } from '../occurrences/queries.ts'
import { findEvent, listEvents, listRelatedEvents, readFamily } from './queries.ts'
import { EventBody, EventsBody } from './views.tsx'

const path = '/events'
const firstDates = { limit: 8, offset: 0 }
const sorts = ['date', 'newest', 'title'] as const
const whens = ['on-now', 'coming', 'past', 'undated'] as const

/** `/events` and the page of each event. */
export function eventRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get(path, async (c) => {
    const { facts, rows, head } = await askPlainList(c, house, {
      path,
      feeds: 'events',
      words: ({ say }) => ({
        title: say('events.title'),
        lead: say('events.lead'),
        empty: say('events.empty'),
      }),
      definition: definitionOf,
      facets: shownFacets,
      ask: (viewer, locale, request) => listEvents(house.db, viewer, locale, request),
    })
    return c.render(<EventsBody facts={facts} events={rows} />, head)
  })

  app.get(`${path}/:slug`, async (c) => {
    const { viewer, locale, now } = c.var.visit
    const at = new Date(now.epochMilliseconds)
    const found = await findEvent(house.db, viewer, c.req.param('slug'), locale, at)
    if (!found) throw notFound()
    const { event, texts } = found
    const reader = readerOf(locale, await house.known(now), now)
    const facts = {
      event,
      texts,
      pictures: await readShownPictures(house.db, { kind: 'events', id: event.id }, texts),
      ...(await readFamily(house.db, viewer, locale, event, at)),
      ...(await namedBy(house, viewer, locale, event)),
      dates: event.repeats
        ? await listDates(house.db, event.id, { now: at, past: false, ...firstDates })
        : [],
      related: await listRelatedEvents(house.db, viewer, locale, event, at),
      calendar:
        event.startsOn === null ? undefined : entryLinks(house.publicUrl, locale, 'events', event.slug),
    }
    return c.render(<EventBody reader={reader} facts={facts} />, {
      title: texts[0]?.title ?? '',
      titleLang: texts[0]?.lang,
      description: textOf(texts, 'summary'),
      section: path,
      langs: langsOf(texts, event.originalLang),
      card: cardPath(reader.locale, 'events', event.slug, eventCard(reader, texts, event)),
      data: eventData({ reader, origin: house.publicUrl, ...facts }, event),
    })
  })

  return app
}

/** The pages of those an event names: its organiser and its programme. */
async function namedBy({ db }: House, viewer: Viewer, locale: string, event: EventDetail) {
  const { organiser, programme } = event
  return {
    organiser: organiser === null ? undefined : await findOrganisationByName(db, viewer, organiser),
    programme: programme === null ? undefined : await findProgrammeTitle(db, viewer, locale, programme),
  }
}

/** What the list understands of its address. */
export function definitionOf(known: Known): ListDefinition {
  const { term, placeOrOnline, lang } = valueTests(known)
  return {
    facets: {
      when: (value) => whens.some((when) => when === value),
      type: term('event-kind'),
      discipline: term('discipline'),
      theme: term('theme'),
      country: placeOrOnline,
      lang,
    },
    stored: { country: storedPlace, lang: (value) => storedLang(value) ?? value },
    days: ['from', 'to'],
    sorts,
  }
}

/** The facets of the list in the reader's words. */
export function shownFacets({ say, term, format }: Reader): ShownFacet[] {
  const labels: Record<string, string> = Object.fromEntries(whens.map((when) => [when, say(`when.${when}`)]))
  return [
    {
      name: 'when',
      legend: say('facet.when'),
      label: (value) => labels[value] ?? value,
      always: whens,
      open: true,
    },
    { name: 'type', legend: say('facet.kind'), label: (value) => term('event-kind', value), open: true },
    { name: 'discipline', legend: say('facet.discipline'), label: (value) => term('discipline', value) },
    { name: 'theme', legend: say('facet.theme'), label: (value) => term('theme', value) },
    {
      name: 'country',
      legend: say('facet.country'),
      label: (value) => (value === 'online' ? say('value.online') : format.country(storedPlace(value))),
      kind: 'select',
    },
    { name: 'lang', legend: say('facet.lang'), label: (value) => format.language(value) },
  ]
}
