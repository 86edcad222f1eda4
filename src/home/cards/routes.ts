import { Hono } from 'hono'
import type { HouseEnv } from '../../community/index.ts'
import { drawCard } from '../../design/index.ts'
import { houseCard, houseCardPath } from './model.ts'

/** `/cards/house.{version}.png`: the picture that pages without a record of their own are shared with. */
export function houseCardRoutes(): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.get('/cards/:file{house\\.[^/]+\\.png}', async (c) => {
    const { locale } = c.var.visit
    const path = houseCardPath(locale)
    if (new URL(c.req.url).pathname !== path) return c.redirect(path, 302)
    return c.body(await drawCard(houseCard(locale)), 200, {
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })
  return app
}
