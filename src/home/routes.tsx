import { Hono } from 'hono'
import type { House, HouseEnv, Registry } from '../community/index.ts'
import type { Settings } from '../platform/index.ts'
import { houseCardRoutes } from './cards/routes.ts'
import { frontRoutes } from './front/routes.tsx'
import { galleryRoutes } from './gallery/routes.tsx'
import { languageRoutes } from './languages/routes.tsx'
import { outboxRoutes } from './outbox/routes.tsx'
import { queueRoutes } from './queue/routes.tsx'
import { sitemapRoutes } from './sitemap/routes.ts'

/** The pages that gather from every room; in a full demonstration also its outbox and the pieces of the design. */
export function homeRoutes(
  house: House,
  settings: Pick<Settings, 'publicUrl' | 'demonstration'>,
  roles: Registry,
): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.route('/', frontRoutes(house))
  app.route('/', languageRoutes(house))
  app.route('/', queueRoutes(house, roles))
  app.route('/', sitemapRoutes(house))
  app.route('/', houseCardRoutes(house))
  if (settings.demonstration !== 'none') app.route('/', galleryRoutes())
  if (settings.demonstration === 'full') app.route('/', outboxRoutes(house))
  return app
}
