import { Hono } from 'hono'
import { accountRoutes } from './account/routes.tsx'
import type { NoticeRegistry } from './notices/model.ts'
import { noticeRoutes } from './notices/routes.tsx'
import type { SigningIn } from './signing-in/actions.ts'
import { providerRoutes } from './signing-in/provider/routes.tsx'
import { signInRoutes } from './signing-in/routes.tsx'
import { tokenRoutes } from './tokens/routes.tsx'
import type { HouseEnv } from './visits/model.ts'

/** Every page of the room but the staff's. */
export function communityRoutes(signingIn: SigningIn, notices: NoticeRegistry): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.route('/', signInRoutes(signingIn))
  app.route('/', providerRoutes(signingIn))
  app.route('/', accountRoutes(signingIn))
  app.route('/', tokenRoutes(signingIn))
  app.route('/', noticeRoutes(signingIn, notices))
  return app
}
