import { Hono } from 'hono'
import { accountRoutes } from './account/routes.tsx'
import { codeRoutes } from './codes/routes.tsx'
import { claimRoutes } from './claims/routes.tsx'
import { entryRoutes } from './entries/routes.tsx'
import { invitationRoutes } from './memberships/invitations/routes.tsx'
import { membershipRoutes } from './memberships/routes.tsx'
import type { NoticeRegistry } from './notices/model.ts'
import { noticeRoutes } from './notices/routes.tsx'
import { passkeyRoutes } from './passkeys/routes.tsx'
import { secondStepRoutes } from './second-steps/routes.tsx'
import { pictureRoutes } from './pictures/routes.ts'
import { partnerFactsRoutes } from './partners/facts/routes.tsx'
import { profileRoutes } from './profiles/routes.tsx'
import type { Held } from './privacy/held/model.ts'
import { privacyRoutes } from './privacy/routes.tsx'
import type { SigningIn } from './signing-in/actions.ts'
import { providerRoutes } from './signing-in/provider/routes.tsx'
import { signInRoutes } from './signing-in/routes.tsx'
import { tokenRoutes } from './tokens/routes.tsx'
import type { House, HouseEnv } from './visits/model.ts'

/** Every page of the room but the staff's. */
export function communityRoutes(
  house: House,
  signingIn: SigningIn,
  { notices, held }: { notices: NoticeRegistry; held: Held },
): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  app.route('/', signInRoutes(signingIn))
  app.route('/', secondStepRoutes(signingIn))
  app.route('/', passkeyRoutes(signingIn))
  app.route('/', codeRoutes(signingIn))
  app.route('/', providerRoutes(signingIn))
  app.route('/', accountRoutes(signingIn))
  app.route('/', tokenRoutes(signingIn))
  app.route('/', membershipRoutes(signingIn))
  app.route('/', invitationRoutes(signingIn))
  app.route('/', entryRoutes(house))
  app.route('/', claimRoutes(signingIn))
  app.route('/', noticeRoutes(signingIn, notices))
  app.route('/', profileRoutes(house))
  app.route('/', partnerFactsRoutes(house))
  app.route('/', pictureRoutes(house))
  app.route('/', privacyRoutes(house, signingIn, held))
  return app
}
