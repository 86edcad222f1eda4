/** OpenID Connect Core 1.0, as openid-client does it: the only file that knows it. */
import type { ClientAuth, Configuration } from 'openid-client'
import { z } from 'zod'
import type { Log, ProviderSettings } from '../../../../platform/index.ts'
import { type Claims, hostOf, returnPath } from '../model.ts'
import type { Provider, Ties } from './model.ts'

type Wiring = {
  settings: ProviderSettings
  publicUrl: string
  clock(): Temporal.Instant
  log: Log
}

/** Nobody waits longer for any one answer of a provider. */
const patienceSeconds = 8

// Keys and addresses of a provider change, if seldom; what it said last stays in force until it says something else.
const refreshHours = 24

/** Opens the provider of the settings, and asks it in the background who it is. */
export function openProvider(wiring: Wiring): Provider {
  const { settings, log } = wiring
  const known = keepConfiguration(wiring)
  known.current()
  return {
    issuer: settings.issuer,
    isReady: () => known.current() !== undefined,
    async addressFor(ties, language) {
      const configuration = await known.soon()
      return configuration && addressFor(configuration, wiring, ties, language)
    },
    async whoCame(parameters, ties) {
      const configuration = await known.soon()
      if (!configuration) return 'away'
      try {
        return await whoCame(configuration, wiring, parameters, ties)
      } catch (error) {
        log.warn({ provider: hostOf(settings.issuer), ...reasonOf(error) }, 'a provider’s answer was refused')
        return isAway(error) ? 'away' : 'nonsense'
      }
    },
  }
}

type Kept = {
  current(): Configuration | undefined
  /** Waits for what it is being asked: whoever comes back to a process that has just begun is not to blame. */
  soon(): Promise<Configuration | undefined>
}

/** Answers at once what is known of the provider, and asks it in the background: at first, after failures ever more seldom. */
function keepConfiguration({ settings, clock, log }: Wiring): Kept {
  let configuration: Configuration | undefined
  let failures = 0
  let next = clock()
  let asking: Promise<void> | undefined
  const provider = hostOf(settings.issuer)
  const ask = async () => {
    try {
      configuration = await discover(settings)
      failures = 0
      next = clock().add({ hours: refreshHours })
      log.info({ provider }, 'the provider to sign in with has answered')
    } catch (error) {
      failures += 1
      next = clock().add({ seconds: Math.min(5 * 2 ** (failures - 1), 300) })
      log.warn({ provider, failures, ...reasonOf(error) }, 'the provider to sign in with cannot be used')
    }
    asking = undefined
  }
  const current = () => {
    if (!asking && Temporal.Instant.compare(clock(), next) >= 0) asking = ask()
    return configuration
  }
  return {
    current,
    async soon() {
      if (!current()) await asking
      return configuration
    },
  }
}

async function discover({ issuer, clientId, clientSecret }: ProviderSettings): Promise<Configuration> {
  const client = await import('openid-client')
  const [basic, post] = [client.ClientSecretBasic(clientSecret), client.ClientSecretPost(clientSecret)]
  // Without a word a provider takes the secret in a header (OpenID Connect Discovery 1.0, section 3).
  const authentication: ClientAuth = (server, ...request) =>
    (server.token_endpoint_auth_methods_supported?.includes('client_secret_basic') === false ? post : basic)(
      server,
      ...request,
    )
  // The settings allow http:// on this machine only.
  const plain = issuer.startsWith('http:') ? [client.allowInsecureRequests] : []
  const configuration = await client.discovery(new URL(issuer), clientId, {}, authentication, {
    timeout: patienceSeconds,
    // Signatures are checked too, although the token comes straight from the provider.
    execute: [client.enableNonRepudiationChecks, ...plain],
  })
  addressesShape.parse(configuration.serverMetadata())
  return configuration
}

const ofTheWeb = z.string().regex(/^https?:\/\/\S+$/)

/** The least a provider must have, for people's browsers to be sent there. */
const addressesShape = z.object({
  authorization_endpoint: ofTheWeb,
  token_endpoint: ofTheWeb,
  jwks_uri: ofTheWeb,
})

async function addressFor(
  configuration: Configuration,
  { publicUrl }: Wiring,
  { state, nonce, verifier }: Ties,
  language: string,
): Promise<string> {
  const client = await import('openid-client')
  return client.buildAuthorizationUrl(configuration, {
    redirect_uri: publicUrl + returnPath,
    scope: 'openid email profile',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ui_locales: language,
  }).href
}

const claimsShape = z.object({
  email: z.string().optional(),
  // A provider that says "true" as a word may mean anything.
  email_verified: z.unknown().optional(),
  name: z.string().optional().catch(undefined),
})

async function whoCame(
  configuration: Configuration,
  { publicUrl }: Wiring,
  parameters: URLSearchParams,
  { state, nonce, verifier }: Ties,
): Promise<Claims> {
  const client = await import('openid-client')
  const url = new URL(publicUrl + returnPath)
  url.search = parameters.toString()
  const tokens = await client.authorizationCodeGrant(configuration, url, {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
    idTokenExpected: true,
  })
  const told = tokens.claims()
  if (!told) throw new Error('There is no ID token.')
  // Most providers tell the address only when asked for it.
  const isMore = told['email'] === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
  const more = isMore ? await client.fetchUserInfo(configuration, tokens.access_token, told.sub) : {}
  const read = claimsShape.parse({ ...told, ...more })
  return {
    issuer: told.iss,
    subject: told.sub,
    email: read.email,
    isVerified: read.email_verified === true,
    name: read.name ?? '',
  }
}

type Reason = { reason: string; said?: string; of?: string }

// Only words that no person and no secret can stand in: codes, and the name of the claim that was not right.
function reasonOf(error: unknown): Reason {
  const facts = factsOf(error)
  const cause = factsOf(factsOf(facts['cause'])['cause'] ?? facts['cause'])
  const code = plainWord(facts['code']) ?? plainWord(cause['code'])
  const said = plainWord(facts['error'])
  const of = plainWord(cause['claim'] ?? cause['attribute'])
  const kind = error instanceof Error ? error.name : 'unknown'
  return { reason: code ?? kind, ...(said ? { said } : {}), ...(of ? { of } : {}) }
}

const plainWord = (value: unknown) =>
  typeof value === 'string' && /^[\w.-]{1,60}$/.test(value) ? value : undefined

const factsOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(entriesOf(value)) : {}

const entriesOf = (value: object) =>
  ['code', 'error', 'cause', 'claim', 'attribute', 'name'].map((name): [string, unknown] => [
    name,
    Reflect.get(value, name),
  ])

/** Whether it did not answer at all, or not in time, or with a failure of its own. */
function isAway(error: unknown): boolean {
  const facts = factsOf(error)
  if (facts['code'] === 'OAUTH_TIMEOUT' || facts['code'] === 'OAUTH_ABORT') return true
  // What fetch throws when there is no connection.
  if (error instanceof TypeError && facts['cause'] !== undefined) return true
  const response = facts['cause']
  return response instanceof Response && response.status >= 500
}
