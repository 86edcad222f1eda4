import { Hono } from 'hono'
import type { House, HouseEnv } from '../community/index.ts'
import { callRoutes } from './calls/routes.tsx'

/** Every page of the room. */
export function practiceRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.route('/', callRoutes(house))
  return app
}
