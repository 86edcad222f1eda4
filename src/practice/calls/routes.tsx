import { Hono } from 'hono'
import type { House, HouseEnv } from '../../community/index.ts'
import { badRequest, notFound } from '../../platform/index.ts'
import { callsApiRoutes } from './api/routes.ts'
import { pageAsked, pageSize } from './listing/model.ts'
import { listCalls } from './queries.ts'
import { CallsBody } from './views.tsx'
import { callReader } from './words.ts'

const path = '/calls'

/** `/calls`, the list of the foundation's own calls, and what the API answers of them. */
export function callRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get(path, async (c) => {
    const { viewer, locale, now } = c.var.visit
    const reader = callReader(locale, await house.known(now), now)
    const page = pageAsked(c.req.query('page'))
    if (page === undefined) throw badRequest(reader.say('calls.badPage'))
    const asked = { limit: pageSize, offset: (page - 1) * pageSize }
    const { rows, total } = await listCalls(house.db, viewer, locale, asked)
    const pages = Math.max(1, Math.ceil(total / pageSize))
    if (page > pages) throw notFound()
    return c.render(<CallsBody reader={reader} calls={rows} page={page} pages={pages} />, {
      title: reader.say('calls.title'),
      description: reader.say('calls.lead'),
      section: '/opportunities',
      canonical: page === 1 ? path : `${path}?page=${page}`,
    })
  })

  app.route('/', callsApiRoutes(house))
  return app
}
