import { Hono } from 'hono'
import type { House, HouseEnv } from '../../community/index.ts'
import { checklistRoutes } from '../checks/checklist/desk-routes.tsx'
import { missedSearchRoutes } from '../search/desk-routes.tsx'
import { beginningDeskRoutes } from './beginning/desk-routes.tsx'
import { draftDeskRoutes } from './drafts/desk-routes.tsx'
import { editingDeskRoutes } from './editing/desk-routes.tsx'
import { historyDeskRoutes } from './history/desk-routes.tsx'
import { stateDeskRoutes } from './states/desk-routes.tsx'
import { previewingDeskRoutes } from './previewing/desk-routes.tsx'

/** The staff's pages of records: where they are written, translated and looked at before they are published; and of what they keep. */
export function recordDeskRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const parts = [
    checklistRoutes,
    missedSearchRoutes,
    beginningDeskRoutes,
    draftDeskRoutes,
    stateDeskRoutes,
    historyDeskRoutes,
    previewingDeskRoutes,
    editingDeskRoutes,
  ]
  for (const routes of parts) app.route('/', routes(house))
  return app
}
