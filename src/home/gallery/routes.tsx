import { Hono } from 'hono'
import type { HouseEnv } from '../../community/index.ts'
import { Gallery } from '../../design/index.ts'

/** Every piece of the design in every state, for looking at; only in a demonstration. */
export function galleryRoutes(): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.get('/design', (c) =>
    c.render(<Gallery locale={c.var.visit.locale} />, {
      title: 'Design',
      section: '/design',
      noindex: true,
      desk: true,
    }),
  )
  return app
}
