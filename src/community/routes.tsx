import { Hono } from 'hono'
import { accountRoutes } from './account/routes.tsx'
import { claimRoutes } from './claims/routes.tsx'
import { entryRoutes } from './entries/routes.tsx'
import { invitationRoutes } from './memberships/invitations/routes.tsx'
import { membershipRoutes } from './memberships/routes.tsx'
import type { NoticeRegistry } from './notices/model.ts'
import { noticeRoutes } from './notices/routes.tsx'
import type { SigningIn } from './signing-in/actions.ts'
import { signInRoutes } from './signing-in/routes.tsx'
import type { House, HouseEnv } from './visits/model.ts'

/** Every page of the room but the staff's. */
export function communityRoutes(house: House, signingIn: SigningIn, notices: NoticeRegistry): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.route('/', signInRoutes(signingIn))
  app.route('/', accountRoutes(signingIn))
  app.route('/', membershipRoutes(signingIn))
  app.route('/', invitationRoutes(signingIn))
  app.route('/', entryRoutes(house))
  app.route('/', claimRoutes(signingIn))
  app.route('/', noticeRoutes(signingIn, notices))
  return app
}
