/** What programs show to act for a person, and what they may do with it. Pure. */
import { z } from 'zod'
import { formatsFor, type Locale } from '../../design/index.ts'
import { speak } from '../messages/index.ts'
import type { NoticeDeclaration } from '../notices/model.ts'
import type { HeldRole, Permission } from '../roles/model.ts'

/** A scope as its room declares it: a part of what its owner may do. */
export type ScopeDeclaration = {
  id: string
  /** Those of its owner's permissions that it lets through. */
  permissions: readonly Permission[]
  /** Whether anything can be changed with it; without, only reading requests are answered. */
  writes: boolean
  words(locale: Locale): { name: string; does: string }
}

/** Every scope of the house. */
export type Scopes = { all: readonly ScopeDeclaration[]; find(id: string): ScopeDeclaration | undefined }

/** Puts the scopes of all rooms together. */
export function scopesOf(...rooms: readonly (readonly ScopeDeclaration[])[]): Scopes {
  const all = rooms.flat()
  const byId = new Map(all.map((scope) => [scope.id, scope]))
  return { all, find: (id) => byId.get(id) }
}

/** Who asks the API, as it answers. */
export const meShape = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    by: z.enum(['token', 'session']),
    scopes: z
      .array(z.string())
      .nullable()
      .meta({ description: 'What the token is limited to; null for a session.' }),
    roles: z
      .array(z.looseObject({}))
      .meta({ description: 'The roles in force, as far as the token lets them through.' }),
  })
  .meta({ description: 'Whom this request speaks for.' })

/** The scopes that belong to every room. */
export const communityScopes: readonly ScopeDeclaration[] = [
  {
    id: 'read',
    permissions: ['records.seeUnpublished'],
    writes: false,
    words: (locale) => ({
      name: speak(locale)('tokens.scope.read'),
      does: speak(locale)('tokens.does.read'),
    }),
  },
]

/** What is left of somebody's roles within these scopes. */
export function rolesWithin(
  roles: readonly HeldRole[],
  scopes: readonly ScopeDeclaration[],
): readonly HeldRole[] {
  const allowed = new Set(scopes.flatMap(({ permissions }) => permissions))
  return roles.map((role) => ({
    ...role,
    permissions: role.permissions.filter((permission) => allowed.has(permission)),
  }))
}

/** By this a token is recognised where it should not stand, as in published code. */
export const tokenPrefix = 'caravanserai_'

export const isToken = (given: string) => /^caravanserai_[\w-]{43}$/.test(given)

/** The token of an Authorization header (RFC 6750); undefined when it says nothing of one. */
export function bearerIn(header: string | null): string | undefined {
  const found = /^Bearer(?: +(.*))?$/i.exec(header ?? '')
  return found ? (found[1] ?? '').trim() : undefined
}

/** A token as its owner sees it; the token itself is known to nobody but its owner. */
export type TokenLine = {
  id: string
  name: string
  scopes: readonly string[]
  madeAt: Temporal.Instant
  expiresAt: Temporal.Instant
  /** ISO date. */
  lastUsedOn: string | undefined
}

export const longestTokenName = 100

/** As many tokens as one person can have at a time. */
export const mostTokens = 50

/** So many days before it runs out its owner is told. */
export const tellDaysAhead = 7

export type TokenField = 'name' | 'scopes' | 'until'
export type TokenFault = {
  field: TokenField
  fault: 'name' | 'name-long' | 'name-same' | 'many' | 'scopes' | 'until' | 'until-past' | 'until-far'
}

/** The last days a token made at a moment can have: today, and a year ahead. */
export function lastDays(now: Temporal.Instant): { first: Temporal.PlainDate; last: Temporal.PlainDate } {
  const first = now.toZonedDateTimeISO('UTC').toPlainDate()
  return { first, last: first.add({ years: 1 }).subtract({ days: 1 }) }
}

/** The moment a token ends by itself: the end of its last day (UTC). */
export function endOf(day: Temporal.PlainDate): Temporal.Instant {
  return day.add({ days: 1 }).toZonedDateTime('UTC').toInstant()
}

/** The last day of a token that ends at a moment, as ISO date. */
export function lastDayOf(expiresAt: Temporal.Instant): string {
  return expiresAt.subtract({ nanoseconds: 1 }).toZonedDateTimeISO('UTC').toPlainDate().toString()
}

declare module '../notices/model.ts' {
  interface Notices {
    /** A token was made; `until` is its last day. */
    'community.tokenMade': { name: string; until: string }
    /** A token runs out within a week. */
    'community.tokenEnding': { name: string; until: string }
  }
}

export const tokenMadeNotice: NoticeDeclaration<'community.tokenMade'> = {
  kind: 'community.tokenMade',
  urgency: 'at-once',
  words: (locale, { name, until }) => ({
    title: speak(locale)('notice.tokenMade.title'),
    text: speak(locale)('notice.tokenMade.text', { name, until: formatsFor(locale).date(until) }),
    path: '/account/tokens',
  }),
}

export const tokenEndingNotice: NoticeDeclaration<'community.tokenEnding'> = {
  kind: 'community.tokenEnding',
  words: (locale, { name, until }) => ({
    title: speak(locale)('notice.tokenEnding.title'),
    text: speak(locale)('notice.tokenEnding.text', { name, until: formatsFor(locale).date(until) }),
    path: '/account/tokens',
  }),
}

/** The kinds of notices about tokens. */
export const tokenNotices: readonly NoticeDeclaration[] = [tokenMadeNotice, tokenEndingNotice]
