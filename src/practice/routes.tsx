import { Hono } from 'hono'
import type { House, HouseEnv } from '../community/index.ts'
import { checkRoutes } from './calls/check/routes.tsx'
import { callRoutes } from './calls/routes.tsx'

/** Every page of the room. */
export function practiceRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.route('/', callRoutes(house))
  app.route('/', checkRoutes(house))
  return app
}
