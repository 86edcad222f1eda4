/** Signing in, as better-auth does it: the only file that knows it. Everybody else asks what this one answers. */
import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'
import { sessionDays } from '../../model.ts'
import type { Engine, EngineWiring } from '../model.ts'

/** Opens the engine over the house's own tables; it asks the database only when it is asked itself. */
export function openBetterAuth(wiring: EngineWiring): Engine {
  const { api } = betterAuth(optionsOf(wiring))
  return {
    async openSession(personId, entry, headers) {
      const answer = await api.openSession({ body: { personId, ...entry }, headers, returnHeaders: true })
      return answer.headers
    },
    async tokenOf(headers) {
      return (await api.readToken({ headers })).token
    },
    async closeSession(headers) {
      return (await api.signOut({ headers, returnHeaders: true })).headers
    },
  }
}

const seconds = sessionDays * 24 * 60 * 60

/** How better-auth is set up: its nouns under our names, its moments by our clock. */
function optionsOf({ db, secret, publicUrl, clock }: EngineWiring) {
  return {
    baseURL: publicUrl,
    secret,
    database: { db: db.withSchema('community'), type: 'postgres' as const, transaction: true },
    // Every word about a person would come from here; our own log tells what is worth knowing.
    logger: { disabled: true },
    telemetry: { enabled: false },
    rateLimit: { enabled: false },
    // The package's way by password opens a session at once, before a second step could be asked for.
    emailAndPassword: { enabled: false },
    user: {
      modelName: 'person',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      expiresIn: seconds,
      disableSessionRefresh: true,
      fields: {
        expiresAt: 'expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        userId: 'person_id',
      },
      additionalFields: {
        way: { type: 'string' as const, required: true, input: false },
        second: { type: 'string' as const, required: false, input: false, fieldName: 'second_way' },
        factors: { type: 'number' as const, required: true, input: false },
      },
    },
    account: {
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'person_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      database: { generateId: 'uuid' as const },
      ipAddress: { disableIpTracking: true },
      defaultCookieAttributes: { secure: true, httpOnly: true, sameSite: 'lax' as const, path: '/' },
      useSecureCookies: false,
      cookies: { session_token: { name: '__Host-session' } },
    },
    databaseHooks: {
      session: {
        create: {
          before: (session: Record<string, unknown>) =>
            Promise.resolve({ data: { ...session, ...momentsOf(clock()) } }),
        },
      },
    },
    plugins: [ownEndpoints()],
  }
}

function momentsOf(now: Temporal.Instant) {
  const at = new Date(now.epochMilliseconds)
  return { createdAt: at, updatedAt: at, expiresAt: new Date(at.getTime() + seconds * 1000) }
}

const entryShape = z.object({
  personId: z.string(),
  way: z.string(),
  second: z.string().nullable(),
  factors: z.number(),
})

// Never reachable by an address: only our own code calls these.
function ownEndpoints() {
  return {
    id: 'caravanserai' as const,
    endpoints: {
      openSession: createAuthEndpoint.serverOnly(
        { method: 'POST', body: entryShape, requireHeaders: true },
        async (c) => {
          const { internalAdapter } = c.context
          const { personId, ...entry } = c.body
          const user = await internalAdapter.findUserById(personId)
          if (!user) throw new Error('A session was to be opened for nobody.')
          // Without its last word the package puts its default way in place of this one.
          const session = await internalAdapter.createSession(user.id, false, entry, true)
          await setSessionCookie(c, { session, user })
          return c.json({ opened: true })
        },
      ),
      readToken: createAuthEndpoint.serverOnly({ method: 'GET', requireHeaders: true }, async (c) => {
        const { name } = c.context.authCookies.sessionToken
        const token = await c.getSignedCookie(name, c.context.secret)
        return c.json({ token: token || undefined })
      }),
    },
  }
}
