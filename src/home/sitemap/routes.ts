import { Hono } from 'hono'
import type { House, HouseEnv } from '../../community/index.ts'
import { listPublicAddresses } from '../../information/index.ts'
import { robotsText, sitemapXml } from './views.tsx'

// The protocol allows no more in one file.
const most = 50_000

const lists = ['/', '/opportunities', '/events', '/articles', '/organisations', '/programmes', '/partners']

export function sitemapRoutes(house: House, { publicUrl }: { publicUrl: string }): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get('/sitemap.xml', async (c) => {
    const day = c.var.visit.now.toZonedDateTimeISO('UTC').toPlainDate().toString()
    const records = await listPublicAddresses(house.db, day)
    const pages = [...lists.map((path) => ({ path, changed: null })), ...records].slice(0, most)
    return c.body(sitemapXml(publicUrl, pages), 200, { 'content-type': 'application/xml; charset=UTF-8' })
  })

  app.get('/robots.txt', (c) => c.text(robotsText(publicUrl)))

  return app
}
