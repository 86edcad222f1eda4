import { type Context, Hono } from 'hono'
import { type Fault, hrefIn } from '../../../design/index.ts'
import { notFound } from '../../../platform/index.ts'
import { speak } from '../../messages/index.ts'
import type { House, HouseEnv } from '../../visits/model.ts'
import { pagePath } from '../model.ts'
import { settingIn } from '../permissions.ts'
import { readHouseSettings } from '../queries.ts'
import { readTyped, staleFaults } from '../subjects/desk-routes.tsx'
import type { Typed } from '../subjects/model.ts'
import { removePage, savePage } from './actions.ts'
import { PageBody, PagesBody } from './desk-views.tsx'
import { newPage, readPage, typedPage } from './model.ts'
import { findPage } from './queries.ts'

type Ctx = Context<HouseEnv>
type Shown = { slug: string | undefined; version: number; typed: Typed; faults: Fault[] }

const list = '/desk/settings/pages'

/** `/desk/settings/pages`: the page about the house, its imprint, its terms. */
export function pageDeskRoutes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get(list, async (c) => {
    settingIn(c.var.visit)
    const { locale } = c.var.visit
    const { pages } = await readHouseSettings(db)
    const notice = c.req.query('done') === 'removed' ? speak(locale)('settings.pageRemoved') : undefined
    return c.render(<PagesBody locale={locale} pages={pages} notice={notice} />, {
      title: speak(locale)('settings.page.pages'),
      section: '/desk',
      noindex: true,
    })
  })

  app.get(`${list}/:slug`, async (c) => {
    settingIn(c.var.visit)
    const slug = c.req.param('slug')
    if (slug === newPage) return render(c, { slug: undefined, version: 0, typed: {}, faults: [] })
    const page = await findPage(db, slug)
    if (!page) throw notFound()
    return render(c, { slug, version: page.version, typed: typedPage(page), faults: [] })
  })

  app.post(`${list}/:slug`, async (c) => {
    const { locale, now } = c.var.visit
    const by = settingIn(c.var.visit)
    const slug = c.req.param('slug') === newPage ? undefined : c.req.param('slug')
    const { typed, version } = await readTyped(c)
    const read = readPage(typed, slug, locale)
    if ('faults' in read) return renderFaults(c, 422, { slug, version, typed, faults: read.faults })
    const answer = await savePage(db, by, { ...read.page, version: slug === undefined ? 0 : version }, now)
    if (answer === 'saved')
      return c.redirect(`${hrefIn(locale, `${list}/${read.page.slug}`)}?done=saved`, 303)
    if (answer === 'taken') {
      const message = speak(locale)('settings.fault.taken', { path: pagePath(read.page.slug) })
      return renderFaults(c, 422, { slug, version, typed, faults: [{ field: 'slug', message }] })
    }
    const standing = await findPage(db, read.page.slug)
    const other = standing ? typedPage(standing) : {}
    const faults = staleFaults(locale, { slug: read.page.slug, ...typed }, { slug: read.page.slug, ...other })
    return renderFaults(c, 409, { slug, version: standing?.version ?? 0, typed, faults })
  })

  app.post(`${list}/:slug/remove`, async (c) => {
    const by = settingIn(c.var.visit)
    const slug = c.req.param('slug')
    const { version } = await readTyped(c)
    const answer = await removePage(db, by, { slug, version })
    if (answer === 'saved') return c.redirect(`${hrefIn(c.var.visit.locale, list)}?done=removed`, 303)
    const page = await findPage(db, slug)
    if (!page) throw notFound()
    const message = speak(c.var.visit.locale)('settings.staleRemove')
    const faults = [{ field: 'settings', message }]
    return renderFaults(c, 409, { slug, version: page.version, typed: typedPage(page), faults })
  })

  // Where a form was answered with faults, a reload or another language comes back to the page.
  app.get(`${list}/:slug/remove`, (c) => {
    settingIn(c.var.visit)
    return c.redirect(hrefIn(c.var.visit.locale, `${list}/${c.req.param('slug')}`), 303)
  })

  return app
}

function renderFaults(c: Ctx, status: 409 | 422, shown: Shown) {
  c.status(status)
  return render(c, shown)
}

function render(c: Ctx, { slug, ...shown }: Shown) {
  const { locale } = c.var.visit
  const say = speak(locale)
  const isSaved = c.req.query('done') === 'saved' && shown.faults.length === 0
  const facts = { ...shown, notice: isSaved ? say('settings.done') : undefined }
  return c.render(<PageBody locale={locale} slug={slug} facts={facts} />, {
    title: slug === undefined ? say('settings.addPage') : pagePath(slug),
    section: '/desk',
    noindex: true,
  })
}
