import { Hono } from 'hono'
import { type HouseEnv, listTableViews, longestViewName } from '../../../community/index.ts'
import { hrefIn } from '../../../design/index.ts'
import { notFound } from '../../../platform/index.ts'
import { readerOf } from '../../readers/model.ts'
import { deskKinds } from '../fields/model.ts'
import { deskAddress, queryText } from '../tables/model.ts'
import { type Desk, memberAtDesk, queryOf, renderTable } from '../tables/routes.tsx'
import { mostViews, removeTableView, saveTableView } from './actions.ts'
import { TableViewsBody } from './views.tsx'

/** `/desk/views`, the saved views of tables. */
export function tableViewRoutes(desk: Desk): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const { db } = desk.house

  app.get('/desk/views', async (c) => {
    const by = memberAtDesk(c)
    const { locale, now } = c.var.visit
    const reader = readerOf(locale, await desk.house.known(now), now)
    const notice = c.req.query('done') === 'removed' ? reader.say('tables.viewRemoved') : undefined
    const views = await listTableViews(db, by)
    return c.render(<TableViewsBody reader={reader} views={views} notice={notice} />, {
      title: reader.say('tables.views'),
      section: '/desk',
      noindex: true,
    })
  })

  app.post('/desk/views', async (c) => {
    const by = memberAtDesk(c)
    const data = await c.req.formData().catch(() => new FormData())
    const textIn = (name: string) => {
      const value = data.get(name)
      return typeof value === 'string'
        ? value
            .replaceAll(/\p{Cc}+/gu, ' ')
            .toWellFormed()
            .trim()
        : ''
    }
    const kind = deskKinds.find((each) => each === textIn('kind'))
    if (!kind) throw notFound()
    const { query, reader } = await queryOf(c, desk, kind, textIn('query').slice(0, 4000))
    const view = { kind, name: textIn('name'), query: queryText(query), shared: textIn('shared') === 'yes' }
    const fault = await saveTableView(db, by, view, c.var.visit.now)
    if (fault) {
      const message =
        fault === 'name'
          ? reader.say('tables.fault.viewName', { count: longestViewName })
          : reader.say('tables.fault.viewMany', { count: mostViews })
      return renderTable(c, desk, { kind, query, view: { ...view, faults: [{ field: 'name', message }] } })
    }
    const address = deskAddress(hrefIn(c.var.visit.locale, `/desk/${kind}`), query)
    return c.redirect(`${address}${address.includes('?') ? '&' : '?'}done=saved`, 303)
  })

  app.post('/desk/views/:id/remove', async (c) => {
    await removeTableView(db, memberAtDesk(c), c.req.param('id'))
    return c.redirect(`${hrefIn(c.var.visit.locale, '/desk/views')}?done=removed`, 303)
  })

  return app
}
