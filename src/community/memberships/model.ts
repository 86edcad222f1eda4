/** Who belongs to an organisation, as what. Pure: what is written down of it are grants of two roles. */
import type { Locale } from '../../design/index.ts'
import { speak } from '../messages/index.ts'
import type { NoticeDeclaration, NoticeKind } from '../notices/model.ts'
import type { Grant } from '../roles/model.ts'

export const membershipRoles = ['organisation-editor', 'organisation-member'] as const
export type MembershipRole = (typeof membershipRoles)[number]

/** Reads the role of a membership; undefined where it is none. */
export function readMembershipRole(given: string | undefined): MembershipRole | undefined {
  return membershipRoles.find((role) => role === given)
}

/** An organisation by its name, in the best language there is; the slug of its page where that can be seen. */
export type NamedOrganisation = { id: string; name: string; lang: string; slug: string; published: boolean }

/** What somebody is in an organisation. */
export type Membership = { organisation: NamedOrganisation; role: MembershipRole }

/** One of an organisation's people, with the grants that make them so. */
export type OrganisationPerson = {
  personId: string
  name: string
  email: string
  role: MembershipRole
  since: Temporal.Instant
  /** When it ends by itself; undefined where it lasts. */
  until: Temporal.Instant | undefined
  grants: Grant[]
}

/** The people whom these grants in force, all of one organisation, make members of it. */
export function peopleIn(grants: readonly Grant[]): OrganisationPerson[] {
  const byPerson = Map.groupBy(
    grants.filter(({ role }) => readMembershipRole(role)),
    ({ person }) => person.id,
  )
  return [...byPerson.values()].flatMap((held) => {
    const strongest = held.find(({ role }) => role === 'organisation-editor') ?? held[0]
    const role = readMembershipRole(strongest?.role)
    if (!strongest || !role) return []
    const { id, name, email } = strongest.person
    return [
      { personId: id, name, email, role, since: strongest.from, until: lastOf(held, role), grants: held },
    ]
  })
}

function lastOf(grants: Grant[], role: MembershipRole): Temporal.Instant | undefined {
  const ends = grants.filter((grant) => grant.role === role).map(({ until }) => until)
  const all = ends.filter((end) => end !== undefined)
  return all.length < ends.length ? undefined : all.toSorted(Temporal.Instant.compare).at(-1)
}

/** Whether an organisation would have no lasting editor without this one. */
export function isLastEditor(people: readonly OrganisationPerson[], personId: string): boolean {
  const editors = people.filter(({ role, until }) => role === 'organisation-editor' && until === undefined)
  return editors.length === 1 && editors[0]?.personId === personId
}

declare module '../notices/model.ts' {
  interface Notices {
    /** Somebody has become a member or editor of an organisation, or from one the other. */
    'community.membershipGiven': { organisation: string; name: string; role: MembershipRole }
    /** Somebody's membership of an organisation has ended. */
    'community.membershipEnded': { organisation: string; name: string }
    /** To whoever invited them: somebody has joined. */
    'community.memberJoined': { organisation: string; name: string; who: string; person: string }
  }
}

/** A declaration as it stands among those of other kinds. */
const declare = <Kind extends NoticeKind>(declaration: NoticeDeclaration<Kind>) => declaration

/** The page of an organisation's own, without language. */
export const pageOf = (organisationId: string) =>
  `/account/organisations/${encodeURIComponent(organisationId)}`

export const membershipNotices = [
  declare({
    kind: 'community.membershipGiven',
    urgency: 'at-once',
    words: (locale, { organisation, name, role }) => ({
      title: speak(locale)('membership.notice.given', { name }),
      text: speak(locale)(does[role]),
      path: pageOf(organisation),
    }),
  }),
  declare({
    kind: 'community.membershipEnded',
    urgency: 'at-once',
    words: (locale, { name }) => ({
      title: speak(locale)('membership.notice.ended', { name }),
      text: speak(locale)('membership.notice.endedText'),
      path: '/account/organisations',
    }),
  }),
  declare({
    kind: 'community.memberJoined',
    words: (locale, { organisation, name, who }) => ({
      title: speak(locale)('membership.notice.joined', { name, who }),
      text: speak(locale)('membership.notice.joinedText'),
      path: pageOf(organisation),
    }),
  }),
] as const

const does = {
  'organisation-editor': 'membership.does.editor',
  'organisation-member': 'membership.does.member',
} as const

/** A role of a membership, and what it can do, in words. */
export function roleInWords(locale: Locale, role: MembershipRole): { name: string; does: string } {
  const say = speak(locale)
  const name = role === 'organisation-editor' ? say('membership.editor') : say('membership.member')
  return { name, does: say(does[role]) }
}
