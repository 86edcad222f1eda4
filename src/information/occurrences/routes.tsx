import { Hono } from 'hono'
import type { House, HouseEnv } from '../../community/index.ts'
import { notFound } from '../../platform/index.ts'
import { findEvent } from '../events/queries.ts'
import { listAddress, type ListDefinition } from '../lists/model.ts'
import { listQueryOf } from '../lists/routes.tsx'
import { readerOf } from '../readers/model.ts'
import { langsOf } from '../records/words.ts'
import { countDates, listDates } from './queries.ts'
import { DatesBody } from './views.tsx'

const pageSize = 50
const whens = new Set(['coming', 'past'])
const definition: ListDefinition = {
  facets: { when: (value) => whens.has(value) },
  days: [],
  sorts: [],
}

/** `/events/{slug}/dates`: when an event that repeats takes place, to come or past. */
export function occurrenceRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get('/events/:slug/dates', async (c) => {
    const { viewer, locale, now } = c.var.visit
    const reader = readerOf(locale, await house.known(now), now)
    const at = new Date(now.epochMilliseconds)
    const found = await findEvent(house.db, viewer, c.req.param('slug'), locale, at)
    if (!found?.event.repeats) throw notFound()
    const { event, texts } = found
    const query = listQueryOf(c, reader, definition)
    const { chosen, page } = query
    const past = chosen['when']?.includes('past') ?? false
    const asked = { now: at, past }
    const pages = Math.max(1, Math.ceil((await countDates(house.db, event.id, asked)) / pageSize))
    if (page > pages) throw notFound(reader.say('list.noPage', { page }))
    const offset = (page - 1) * pageSize
    const dates = await listDates(house.db, event.id, { ...asked, limit: pageSize, offset })
    const title = { text: texts[0]?.title ?? '', lang: texts[0]?.lang ?? locale }
    const facts = { event, title, dates, past, page, pages }
    return c.render(<DatesBody reader={reader} facts={facts} />, {
      title: reader.say('event.datesOf', { title: title.text }),
      section: '/events',
      canonical: listAddress(`/events/${event.slug}/dates`, query),
      langs: langsOf(texts, event.originalLang),
    })
  })

  return app
}
