import { Hono } from 'hono'
import type { House, HouseEnv } from '../../community/index.ts'
import type { ListDefinition } from '../lists/model.ts'
import { listQueryOf } from '../lists/routes.tsx'
import { readerOf } from '../readers/model.ts'
import { searchRecords } from './queries.ts'
import { SearchBody } from './views.tsx'

const path = '/search'
const shown = 5
const definition: ListDefinition = { facets: {}, days: [], sorts: [] }

export function searchRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get(path, async (c) => {
    const { viewer, locale, now } = c.var.visit
    const reader = readerOf(locale, await house.known(now), now)
    const { words } = listQueryOf(c, reader, definition)
    const day = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
    const asked = { now: new Date(now.epochMilliseconds), day, shown }
    const found =
      words === undefined ? undefined : await searchRecords(house.db, viewer, locale, { ...asked, words })
    return c.render(<SearchBody reader={reader} words={words} found={found} />, {
      title: reader.say('search.title'),
      section: path,
      noindex: words !== undefined,
    })
  })

  return app
}
