import { Hono } from 'hono'
import type { House, HouseEnv } from '../../community/index.ts'
import { beginningDeskRoutes } from './beginning/desk-routes.tsx'
import { draftDeskRoutes } from './drafts/desk-routes.tsx'
import { editingDeskRoutes } from './editing/desk-routes.tsx'
import { previewingDeskRoutes } from './previewing/desk-routes.tsx'

/** The staff's pages of records: where they are written, translated and looked at before they are published. */
export function recordDeskRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  for (const routes of [beginningDeskRoutes, draftDeskRoutes, previewingDeskRoutes, editingDeskRoutes])
    app.route('/', routes(house))
  return app
}
