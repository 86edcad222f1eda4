import { Hono } from 'hono'
import { accountRoutes } from './account/routes.tsx'
import type { NoticeRegistry } from './notices/model.ts'
import { noticeRoutes } from './notices/routes.tsx'
import type { SigningIn } from './signing-in/actions.ts'
import { signInRoutes } from './signing-in/routes.tsx'
import type { HouseEnv } from './visits/model.ts'

/** Every page of the room but the staff's. */
export function communityRoutes(signingIn: SigningIn, notices: NoticeRegistry): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.route('/', signInRoutes(signingIn))
  app.route('/', accountRoutes(signingIn))
  app.route('/', noticeRoutes(signingIn, notices))
  return app
}
