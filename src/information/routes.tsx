import { Hono } from 'hono'
import type { House, HouseEnv } from '../community/index.ts'
import { apiRoutes } from './api/routes.tsx'
import { articleRoutes } from './articles/routes.tsx'
import { calendarRoutes } from './calendar/routes.tsx'
import { cardRoutes } from './cards/routes.ts'
import { countryRoutes } from './countries/routes.tsx'
import { directoryRoutes } from './directory/routes.tsx'
import { eventRoutes } from './events/routes.tsx'
import { movedRecords } from './moved/routes.ts'
import { occurrenceRoutes } from './occurrences/routes.tsx'
import { feedRoutes } from './feeds/routes.ts'
import { opportunityRoutes } from './opportunities/routes.tsx'
import { programmeRoutes } from './programmes/routes.tsx'
import { searchRoutes } from './search/routes.tsx'
import { widgetRoutes } from './widgets/routes.tsx'

/** Every page of the room. Feeds and the calendar stand before the pages, one of which could have their name. */
export function informationRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const parts = [
    apiRoutes,
    feedRoutes,
    cardRoutes,
    opportunityRoutes,
    calendarRoutes,
    eventRoutes,
    occurrenceRoutes,
    articleRoutes,
    programmeRoutes,
    directoryRoutes,
    countryRoutes,
    searchRoutes,
    widgetRoutes,
  ]
  app.use(movedRecords(house))
  for (const routes of parts) app.route('/', routes(house))
  return app
}
