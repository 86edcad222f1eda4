/** What people may do, and how a role grants it. Pure. */
import type { Locale } from '../../design/index.ts'

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
  /** Takes away what others have said. */
  'words.moderate': true
  /** Keeps the facts of a partner. */
  'partner.keep': true
  /** Keeps the record of an organisation. */
  'organisation.edit': true
  /** Speaks as a member of an organisation. */
  'organisation.belong': true
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
