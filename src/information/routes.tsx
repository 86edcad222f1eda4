import { Hono } from 'hono'
import type { House, HouseEnv, Registry } from '../community/index.ts'
import type { ApiPart } from './api/document/model.ts'
import { apiRoutes } from './api/routes.tsx'
import { articleRoutes } from './articles/routes.tsx'
import { calendarRoutes } from './calendar/routes.tsx'
import { cardRoutes } from './cards/routes.ts'
import { checksRoutes } from './checks/routes.tsx'
import { countryRoutes } from './countries/routes.tsx'
import { bulkRoutes } from './desk/bulks/routes.tsx'
import { tableRoutes } from './desk/tables/routes.tsx'
import { tableViewRoutes } from './desk/views/routes.tsx'
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
export function informationRoutes(
  house: House,
  roles: Registry,
  apiParts: readonly ApiPart[],
): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const parts = [
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
    checksRoutes,
    widgetRoutes,
  ]
  app.use(movedRecords(house))
  app.route('/', apiRoutes(house, apiParts))
  for (const routes of parts) app.route('/', routes(house))
  for (const routes of [tableRoutes, bulkRoutes, tableViewRoutes]) app.route('/', routes({ house, roles }))
  return app
}
