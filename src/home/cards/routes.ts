import { Hono } from 'hono'
import type { House, HouseEnv } from '../../community/index.ts'
import { drawCard } from '../../design/index.ts'
import { houseCard, houseCardPath } from './model.ts'

/** `/cards/house.{version}.png`: the picture that pages without a record of their own are shared with. */
export function houseCardRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.get('/cards/:file{house\\.[^/]+\\.png}', async (c) => {
    const { locale, now } = c.var.visit
    const { settings } = await house.known(now)
    const path = houseCardPath(locale, settings)
    if (new URL(c.req.url).pathname !== path) return c.redirect(path, 302)
    return c.body(await drawCard(houseCard(locale, settings)), 200, {
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })
  return app
}
