/** What people may do, and how a role grants it. Pure. */
import type { Locale } from '../../design/index.ts'
import { speak } from '../messages/index.ts'

/** Every permission by name, with whether it opens the desk; each room adds its own by declaration merging. */
export interface Permissions {
  /** Opens the pages of the staff. */
  'desk.open': true
  /** Grants, limits and ends roles. */
  'roles.manage': true
  /** Sees records that are not published. */
  'records.seeUnpublished': true
  /** Puts values of their own in place of what sources give. */
  'records.edit': true
  /** Publishes what is written, schedules, archives and restores it. */
  'records.publish': true
  /** Takes away what others have said. */
  'words.moderate': true
  /** Keeps the facts of a partner. */
  'partner.keep': true
  /** Keeps the record of an organisation. */
  'organisation.edit': true
  /** Speaks as a member of an organisation. */
  'organisation.belong': true
  /** Invites people to an organisation, and changes or ends what they are there. */
  'organisation.members': true
  /** Decides on claims of people to speak for an organisation. */
  'organisation.claims': true
  /** Sets what the house says of itself, how it looks, and its vocabularies. */
  'house.settings': true
}

export type Permission = keyof Permissions

/** What a grant can be limited to. */
export const limitKinds = ['language', 'country', 'kind', 'partner', 'organisation', 'record'] as const
export type LimitKind = (typeof limitKinds)[number]

/** For each kind of limit the values that are within it; a kind that is absent is no limit. */
export type Limits = { readonly [Kind in LimitKind]?: readonly string[] }

/** What is to be done something with, by the same kinds: the languages of a text, the countries of a record … */
export type Subject = { readonly [Kind in LimitKind]?: readonly string[] }

/** A role as its room declares it. */
export type RoleDeclaration = {
  id: string
  permissions: readonly Permission[]
  /** What it can be limited to. */
  limits: readonly LimitKind[]
  /** What it must be limited to: a focal point is always somebody's. */
  required?: LimitKind
  /** Its name, and what it can do, in words. */
  words(locale: Locale): { name: string; does: string[] }
}

/** Every role of the house. */
export type Registry = { all: readonly RoleDeclaration[]; find(id: string): RoleDeclaration | undefined }

/** Puts the roles of all rooms together. */
export function registryOf(...rooms: readonly (readonly RoleDeclaration[])[]): Registry {
  const all = rooms.flat()
  const byId = new Map(all.map((role) => [role.id, role]))
  return { all, find: (id) => byId.get(id) }
}

/** A role somebody holds now, with all it comes down to. */
export type HeldRole = { id: string; permissions: readonly Permission[]; limits: Limits }
/** A role in somebody's hands, as it is written down. */
export type Grant = {
  id: string
  person: { id: string; name: string; email: string; language: string }
  role: string
  limits: Limits
  from: Temporal.Instant
  until: Temporal.Instant | undefined
  grantedBy: string | undefined
  why: string
  ended: { at: Temporal.Instant; by: string | undefined; why: string | undefined } | undefined
}

export type GrantStage = 'to-come' | 'in-force' | 'ended'

/** Whether a grant is in force at a moment. */
export function stageOf(grant: Pick<Grant, 'from' | 'until' | 'ended'>, now: Temporal.Instant): GrantStage {
  const isAfter = (moment: Temporal.Instant) => Temporal.Instant.compare(moment, now) > 0
  if (grant.ended || (grant.until && !isAfter(grant.until))) return 'ended'
  return isAfter(grant.from) ? 'to-come' : 'in-force'
}

/** The kinds of records a grant can be limited to. */
export const recordKinds = ['opportunities', 'events', 'articles', 'programmes', 'organisations'] as const
export type RecordKindName = (typeof recordKinds)[number]

/** Whether this is the name of such a kind. */
export const isRecordKind = (name: string): name is RecordKindName =>
  recordKinds.some((kind) => kind === name)

/** What limits can name, as it stands. */
export type Limitable = {
  languages: ReadonlySet<string>
  countries: ReadonlySet<string>
  partners: ReadonlySet<string>
  /** Those among the organisations asked about that are there. */
  organisations: ReadonlySet<string>
}

export type LimitFault = { field: LimitKind; fault: 'not-here' | 'required' | 'unknown'; value: string }

/** What is wrong with the limits of a role that is to be granted: a kind it cannot have, must have, or a value nobody knows. */
export function limitFaults(role: RoleDeclaration, limits: Limits, known: Limitable): LimitFault[] {
  const { required } = role
  const missing: LimitFault[] =
    required && !limits[required]?.length ? [{ field: required, fault: 'required', value: '' }] : []
  const found = limitKinds.flatMap((field) => (limits[field] ?? []).map((value) => ({ field, value })))
  return [
    ...missing,
    ...found.flatMap(({ field, value }): LimitFault[] => {
      if (!role.limits.includes(field)) return [{ field, fault: 'not-here', value }]
      return isLimitable(field, value, known) ? [] : [{ field, fault: 'unknown', value }]
    }),
  ]
}

function isLimitable(field: LimitKind, value: string, known: Limitable): boolean {
  switch (field) {
    case 'language':
      return known.languages.has(value)
    case 'country':
      return known.countries.has(value)
    case 'kind':
      return isRecordKind(value)
    case 'partner':
      return known.partners.has(value)
    case 'organisation':
      return known.organisations.has(value)
    default:
      return value.length <= 200
  }
}

/** Whether two grants reach equally far. */
export function sameLimits(one: Limits, other: Limits): boolean {
  const plain = (limits: Limits) =>
    limitKinds.map((kind) => (limits[kind] ?? []).toSorted().join('|')).join('#')
  return plain(one) === plain(other)
}

/** Why a role cannot be ended or limited: it is over, or nobody would be left who can grant roles. */
export function refusalIn(locale: Locale, why: 'over' | 'last'): string {
  return speak(locale)(`roles.refusal.${why}`)
}
