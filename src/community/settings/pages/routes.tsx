import { type Context, Hono } from 'hono'
import { notFound } from '../../../platform/index.ts'
import type { House, HouseEnv } from '../../visits/model.ts'
import { pagePath, spoken } from '../model.ts'
import { aboutSlug } from './model.ts'
import { findPage } from './queries.ts'
import { OwnPageBody } from './views.tsx'

/** `/about` and `/legal/{slug}`: pages of the house's own. */
export function pageRoutes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  const answer = async (c: Context<HouseEnv>, slug: string) => {
    const { locale } = c.var.visit
    const page = await findPage(db, slug)
    const title = page && spoken(page.titles, locale)
    if (!page || !title) throw notFound()
    const text = spoken(page.texts, locale)
    return c.render(<OwnPageBody locale={locale} title={title} text={text} />, {
      title: title.text,
      titleLang: title.lang === locale ? undefined : title.lang,
      section: pagePath(slug),
      langs: Object.keys(page.titles),
    })
  }

  app.get('/about', (c) => answer(c, aboutSlug))
  app.get('/legal/:slug', (c) => {
    const slug = c.req.param('slug')
    if (slug === aboutSlug) throw notFound()
    return answer(c, slug)
  })

  return app
}
