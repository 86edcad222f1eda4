import { type Context, Hono } from 'hono'
import { type House, type HouseEnv, pagePath } from '../../community/index.ts'
import { listPartnerAddresses, listPublicAddresses, listPublicParts } from '../../information/index.ts'
import { answerKept, notFound } from '../../platform/index.ts'
import { robotsText, sitemapIndexXml, sitemapXml } from './views.tsx'

const pages = [
  '/',
  '/opportunities',
  '/calls',
  '/events',
  '/articles',
  '/organisations',
  '/programmes',
  '/partners',
]

/** `/sitemap.xml`, which names its parts, the parts, and `/robots.txt`, which names it. */
export function sitemapRoutes(house: House): Hono<HouseEnv> {
  const { db, publicUrl } = house
  const app = new Hono<HouseEnv>()

  app.get('/sitemap.xml', async (c) => {
    const parts = await listPublicParts(db)
    return answerXml(c, sitemapIndexXml(publicUrl, parts))
  })

  app.get('/sitemaps/:file{[^/]+\\.xml}', async (c) => {
    const name = c.req.param('file').replace(/\.xml$/, '')
    const addresses =
      name === 'pages' ? await pagesOn(house, c.var.visit.now) : await listPublicAddresses(db, name)
    if (!addresses) throw notFound()
    const { languages } = (await house.known(c.var.visit.now)).settings
    return answerXml(c, sitemapXml(publicUrl, addresses, languages.offered))
  })

  app.get('/robots.txt', (c) => c.text(robotsText(publicUrl)))

  return app
}

async function pagesOn({ db, known }: House, now: Temporal.Instant) {
  const day = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  const own = (await known(now)).settings.pages.map(({ slug, titles }) => ({
    path: pagePath(slug),
    changed: null,
    langs: Object.keys(titles),
  }))
  return [...pages.map((path) => ({ path, changed: null })), ...own, ...(await listPartnerAddresses(db, day))]
}

function answerXml(c: Context<HouseEnv>, body: string): Response {
  const hour = c.var.visit.now.round({ smallestUnit: 'hour', roundingMode: 'floor' })
  return answerKept(c.req.raw, {
    body,
    type: 'application/xml; charset=UTF-8',
    modified: new Date(hour.epochMilliseconds),
    headers: { 'cache-control': 'public, max-age=3600' },
  })
}
