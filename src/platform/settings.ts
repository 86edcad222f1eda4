/** Settings from the environment, read once at start. Every fault is found before anything is opened. */
import { isIP } from 'node:net'
import { z } from 'zod'

/** How an installation is set up; addresses without a slash at the end. */
export type Settings = {
  port: number
  host: string
  publicUrl: string
  dataDir: string
  databaseUrl: string | undefined
  smtpUrl: string | undefined
  mailFrom: string | undefined
  secret: string | undefined
  /** `full` has demonstration sign-ins and the outbox, `public` has neither. */
  demonstration: 'none' | 'full' | 'public'
  logLevel: LogLevel
  /** Reverse proxies in front whose word about the reader's address is believed. */
  trustProxy: number
  readsPerMinute: number
  /** What kept pages may take up in memory; with 0 none are kept. */
  pageCacheBytes: number
  /** Whether whoever may open the desk must show a second factor. */
  staffSecondFactor: boolean
  /** Where people may sign in with an account they have elsewhere, by OpenID Connect. */
  provider: ProviderSettings | undefined
}

/** A provider of OpenID Connect, and what it knows this house by. */
export type ProviderSettings = { issuer: string; clientId: string; clientSecret: string }

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

type Environment = Record<string, string | undefined>

/** Answers the settings, or every fault as a sentence that names the setting. */
export function readSettings(given: Environment): { settings: Settings } | { faults: string[] } {
  // An empty setting is as good as an absent one: that is how compose files leave one out.
  const environment = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''))
  const read = shape.safeParse(environment)
  if (!read.success) return { faults: read.error.issues.map(sentenceOf) }
  const settings = settingsOf(read.data)
  const faults = togetherFaults(settings, environment)
  return faults.length > 0 ? { faults } : { settings }
}

const address = (protocols: readonly string[], example: string) =>
  z.string().refine((text) => protocols.includes(URL.parse(text)?.protocol ?? ''), {
    error: (issue) => `must be an address such as ${example}, and is “${maskedUrl(String(issue.input))}”`,
  })

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most, {
      error: (issue) => `must be a whole number from ${least} to ${most}, and is “${String(issue.input)}”`,
    })
    .transform(Number)

const oneOf = (values: readonly string[]) =>
  z.string().refine((text) => values.includes(text), {
    error: (issue) => `must be one of ${values.join(', ')}, and is “${String(issue.input)}”`,
  })

const shape = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/, 'must be a host name or an IP address')
    .default('127.0.0.1'),
  PUBLIC_URL: address(['http:', 'https:'], 'https://culture.example')
    .refine((text) => !URL.parse(text)?.search && !URL.parse(text)?.hash, 'must not hold ? or #')
    .refine((text) => URL.parse(text)?.pathname === '/', 'must not hold a path: the portal stands at the top')
    .optional(),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: address(['postgres:', 'postgresql:'], 'postgres://user:password@host/database').optional(),
  SMTP_URL: address(['smtp:', 'smtps:'], 'smtp://user:password@host:587').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n]*[^\s@<>]+@[^\s@<>]+>?$/, 'must be an address such as Portal <post@culture.example>')
    .optional(),
  SECRET: z.string().min(32, 'must be at least 32 characters long').optional(),
  DEMO: oneOf(['true', 'false', 'public']).optional(),
  LOG_LEVEL: oneOf(logLevels).default('info'),
  TRUST_PROXY: z
    .union([z.literal('true').transform(() => 1), z.literal('false').transform(() => 0), wholeNumber(0, 10)])
    .default(0),
  READS_PER_MINUTE: wholeNumber(1000, 999_999_999).default(1000),
  PAGE_CACHE_MB: wholeNumber(0, 100_000).default(64),
  STAFF_SECOND_FACTOR: oneOf(['off', 'required']).default('off'),
  OIDC_ISSUER: address(['https:', 'http:'], 'https://accounts.culture.example')
    .refine((text) => !URL.parse(text)?.search && !URL.parse(text)?.hash, 'must not hold ? or #')
    .refine(
      (text) => URL.parse(text)?.protocol !== 'http:' || isLoopback(URL.parse(text)?.hostname ?? ''),
      'must begin with https:// unless it is on this machine',
    )
    .optional(),
  OIDC_CLIENT_ID: z.string().max(1000, 'must be at most 1,000 characters long').optional(),
  OIDC_CLIENT_SECRET: z.string().max(1000, 'must be at most 1,000 characters long').optional(),
})

function settingsOf(read: z.output<typeof shape>): Settings {
  const url = new URL(read.PUBLIC_URL ?? `http://localhost:${read.PORT}`)
  const demonstration = read.DEMO ?? (read.DATABASE_URL ? 'false' : 'true')
  return {
    port: read.PORT,
    host: read.HOST,
    publicUrl: url.origin,
    dataDir: read.DATA_DIR,
    databaseUrl: read.DATABASE_URL,
    smtpUrl: read.SMTP_URL,
    mailFrom: read.MAIL_FROM,
    secret: read.SECRET,
    demonstration: demonstration === 'true' ? 'full' : demonstration === 'public' ? 'public' : 'none',
    logLevel: logLevels.find((level) => level === read.LOG_LEVEL) ?? 'info',
    trustProxy: read.TRUST_PROXY,
    readsPerMinute: read.READS_PER_MINUTE,
    pageCacheBytes: read.PAGE_CACHE_MB * 1024 * 1024,
    staffSecondFactor: read.STAFF_SECOND_FACTOR === 'required',
    provider: providerOf(read),
  }
}

function providerOf(read: z.output<typeof shape>): ProviderSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = read
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined
  return { issuer, clientId, clientSecret }
}

const providerNames = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']

function togetherFaults(settings: Settings, environment: Environment): string[] {
  const faults: string[] = []
  if (settings.databaseUrl) {
    for (const name of ['SECRET', 'PUBLIC_URL']) {
      if (!environment[name]) faults.push(`${name} is required with DATABASE_URL.`)
    }
  }
  if (settings.smtpUrl && !settings.mailFrom) faults.push('MAIL_FROM is required with SMTP_URL.')
  const absent = providerNames.filter((name) => !environment[name])
  if (absent.length < providerNames.length) {
    for (const name of absent) faults.push(`${name} is required with the other settings of OIDC.`)
  }
  if (settings.demonstration === 'full') faults.push(...publicDemonstration(settings))
  return faults
}

// Its sign-ins have a password that everybody knows.
function publicDemonstration({ host, publicUrl }: Settings): string[] {
  const cure =
    'Use this machine’s own address, set DEMO=false for a real house, or DEMO=public to show it without its sign-ins.'
  return [
    ...(isLoopback(host)
      ? []
      : [`HOST is ${host}, which others can reach, and a demonstration may not be there. ${cure}`]),
    ...(isLoopback(new URL(publicUrl).hostname)
      ? []
      : [
          `PUBLIC_URL is ${publicUrl}, which others can reach, and a demonstration may not be there. ${cure}`,
        ]),
  ]
}

/** Does this host name or address reach only this machine? */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase()
  if (name === 'localhost' || name === '::1' || name.endsWith('.localhost')) return true
  return isIP(name) === 4 && name.startsWith('127.')
}

function sentenceOf(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0] ?? '')
  return `${name} ${issue.message.startsWith('Invalid input') ? 'is not understood' : issue.message}.`
}

// Faults are printed, and an address may hold a password.
function maskedUrl(text: string): string {
  return text.replace(/\/\/[^@/]*@/, '//…@')
}
