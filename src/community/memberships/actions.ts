import { type Db, notAllowed, notFound, transact, type Tx } from '../../platform/index.ts'
import { tell } from '../notices/actions.ts'
import type { Member } from '../people/model.ts'
import { giveRole, takeRole } from '../roles/actions.ts'
import { may } from '../roles/permissions.ts'
import { holdGrants } from '../roles/queries.ts'
import { isLastEditor, type MembershipRole, type OrganisationPerson } from './model.ts'
import { belongsTo } from './permissions.ts'
import { listPeopleOf, nameOrganisation } from './queries.ts'

/** Somebody in an organisation. */
export type Place = { organisationId: string; personId: string }

/** Why a membership stays as it is: the organisation would have nobody left to speak for it. */
export type MembershipFault = 'last-editor'

/**
 * Makes a member an editor, or an editor a member, and tells them. Refuses (403) who is no editor there, (404) somebody who
 * is none of its people.
 */
export function changeMembership(
  db: Db,
  by: Member,
  change: Place & { role: MembershipRole },
  now: Temporal.Instant,
): Promise<MembershipFault | undefined> {
  const { organisationId, personId, role } = change
  if (!may(by, 'organisation.members', { organisation: [organisationId] })) throw notAllowed()
  return transact(db, async (tx) => {
    const people = await holdPeople(tx, organisationId, now)
    refuseFormer(people, by)
    const person = personIn(people, personId)
    if (person.role === role) return undefined
    if (role === 'organisation-member' && isLastEditor(people, personId)) return 'last-editor'
    await putMembership(tx, by, { organisationId, person, role }, now)
    return undefined
  })
}

/**
 * Ends somebody's membership and tells them; everybody may leave. Refuses (403) to end another's who is no editor there, (404)
 * somebody who is none of its people.
 */
export function endMembership(
  db: Db,
  by: Member,
  { organisationId, personId }: Place,
  now: Temporal.Instant,
): Promise<MembershipFault | undefined> {
  const isOwn = by.personId === personId
  if (!isOwn && !may(by, 'organisation.members', { organisation: [organisationId] })) throw notAllowed()
  if (!belongsTo(by, organisationId)) throw notFound()
  return transact(db, async (tx) => {
    const people = await holdPeople(tx, organisationId, now)
    if (!isOwn) refuseFormer(people, by)
    const person = personIn(people, personId)
    if (isLastEditor(people, personId)) return 'last-editor'
    const why = isOwn ? 'Left the organisation' : 'Ended by an editor of the organisation'
    await dropGrants(tx, by, { organisationId, person, why }, now)
    const name = await nameOf(tx, organisationId)
    await tell(tx, personId, 'community.membershipEnded', { organisation: organisationId, name }, now)
    return undefined
  })
}

/** Answers an organisation's people, who stay as they are until the end of the transaction but for what it does itself. */
export async function holdPeople(
  tx: Tx,
  organisationId: string,
  now: Temporal.Instant,
): Promise<OrganisationPerson[]> {
  await holdGrants(tx)
  return listPeopleOf(tx, organisationId, now)
}

/** Refuses (403) an editor who has ceased to be one since they asked. */
export function refuseFormer(people: OrganisationPerson[], by: Member): void {
  const isEditor = people.some(
    ({ personId, role }) => personId === by.personId && role === 'organisation-editor',
  )
  if (!isEditor) throw notAllowed()
}

function personIn(people: OrganisationPerson[], personId: string): OrganisationPerson {
  const person = people.find((one) => one.personId === personId)
  if (!person) throw notFound()
  return person
}

/** What somebody is given in an organisation, in place of what they were there. */
export type Giving = {
  organisationId: string
  person: Pick<OrganisationPerson, 'personId' | 'grants' | 'until'>
  role: MembershipRole
  why?: string
}

/** Gives a membership in place of the one before, which ends, and tells its holder; an end in sight stays where it is. */
export async function putMembership(
  tx: Tx,
  by: Pick<Member, 'personId'>,
  { organisationId, person, role, why = 'Granted by an editor of the organisation' }: Giving,
  now: Temporal.Instant,
): Promise<void> {
  const { personId, until } = person
  await dropGrants(tx, by, { organisationId, person, why }, now)
  await giveRole(tx, by, { role, personId, limits: { organisation: [organisationId] }, until, why }, now)
  const details = { organisation: organisationId, name: await nameOf(tx, organisationId), role }
  await tell(tx, personId, 'community.membershipGiven', details, now)
}

async function dropGrants(
  tx: Tx,
  by: Pick<Member, 'personId'>,
  { organisationId, person, why }: Pick<Giving, 'organisationId' | 'person'> & { why: string },
  now: Temporal.Instant,
): Promise<void> {
  for (const grant of person.grants) {
    await takeRole(tx, by, grant, why, now)
    const others = (grant.limits.organisation ?? []).filter((id) => id !== organisationId)
    if (others.length === 0) continue
    // A grant of several organisations goes on in the others, where nobody has ended anything.
    const { role, until } = grant
    const limits = { ...grant.limits, organisation: others }
    await giveRole(tx, by, { role, personId: person.personId, limits, until, why: grant.why }, now)
  }
}

/** The name of an organisation, for what people are told. */
export async function nameOf(tx: Tx, organisationId: string): Promise<string> {
  return (await nameOrganisation(tx, organisationId, 'en'))?.name ?? organisationId
}
