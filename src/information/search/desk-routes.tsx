import { Hono } from 'hono'
import { type House, type HouseEnv, mayAnywhere, memberIn } from '../../community/index.ts'
import { notAllowed } from '../../platform/index.ts'
import { readerOf } from '../readers/model.ts'
import { MissedBody } from './desk-views.tsx'
import { listMissed } from './queries.ts'

const mostShown = 200

/** `/desk/searches`: what readers looked for and did not find. */
export function missedSearchRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.get('/desk/searches', async (c) => {
    if (!mayAnywhere(memberIn(c.var.visit), 'records.edit')) throw notAllowed()
    const { locale, now } = c.var.visit
    const reader = readerOf(locale, await house.known(now), now)
    const facts = await listMissed(house.db, mostShown)
    const title = reader.say('searches.title')
    return c.render(<MissedBody reader={reader} facts={facts} />, { title, section: '/desk', noindex: true })
  })
  return app
}
