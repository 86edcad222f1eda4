import { Hono } from 'hono'
import type { House, HouseEnv } from '../../community/index.ts'
import { findLetter, listOutbox, notFound } from '../../platform/index.ts'
import { LetterBody, OutboxBody } from './views.tsx'

const shown = 100
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Where the mail of a demonstration is read; never wired in a real house. */
export function outboxRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get('/outbox', async (c) => {
    const letters = await listOutbox(house.db, shown)
    return c.render(<OutboxBody locale={c.var.visit.locale} letters={letters} />, {
      title: 'Outbox',
      noindex: true,
    })
  })

  app.get('/outbox/:id', async (c) => {
    const id = c.req.param('id')
    const letter = uuid.test(id) ? await findLetter(house.db, id) : undefined
    if (!letter) throw notFound()
    return c.render(<LetterBody locale={c.var.visit.locale} letter={letter} />, {
      title: letter.subject,
      noindex: true,
    })
  })

  return app
}
