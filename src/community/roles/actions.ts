import type { Locale } from '../../design/index.ts'
import {
  conflict,
  type Db,
  isMailAddress,
  isRowId,
  notAllowed,
  notFound,
  recordAudit,
  transact,
  type Tx,
} from '../../platform/index.ts'
import { tell } from '../notices/actions.ts'
import { type Member, type Person, readEmail } from '../people/model.ts'
import { putPerson } from '../people/queries.ts'
import {
  type Grant,
  type Limitable,
  type LimitFault,
  limitFaults,
  type Limits,
  refusalIn,
  type Registry,
  type RoleDeclaration,
  sameLimits,
  stageOf,
} from './model.ts'
import { may } from './permissions.ts'
import {
  countLastingHolders,
  endGrant,
  findGrant,
  holdGrants,
  insertGrant,
  knownOrganisations,
  knownPartners,
  listGrantsOf,
} from './queries.ts'

/** What granting is done with. */
export type Granting = { db: Db; roles: Registry }

/** Who grants: a person who may, or the house itself (null: the command line, the demonstration). */
type By = Member | null

/** In whose name something is written down. */
type Name = Pick<Member, 'personId'> | null

export type GrantRequest = {
  email: string
  role: string
  limits: Limits
  until: Temporal.Instant | undefined
  why: string
  /** What limits can name beside partners and organisations. */
  known: Pick<Limitable, 'languages' | 'countries'>
}

export type GrantFault =
  | LimitFault
  | { field: 'email' | 'role' | 'until' | 'why'; fault: 'unknown' | 'past' | 'already' | 'required' }

/**
 * Grants a role to whoever has an address, who is told; somebody new is made a person. Answers what is wrong
 * with the request. Refuses (403) who may not grant.
 */
export async function grantRole(
  granting: Granting,
  by: By,
  request: GrantRequest,
  now: Temporal.Instant,
): Promise<GrantFault[]> {
  refuseOthers(by)
  const { db, roles } = granting
  const role = roles.find(request.role)
  const faults = await faultsOf(db, role, request, now)
  if (!role || faults.length > 0) return faults
  return transact(db, async (tx) => {
    await holdGrants(tx)
    const person = await putPerson(tx, { email: readEmail(request.email), language: 'en' })
    const held = await listGrantsOf(tx, person.id, now)
    const already = held.some((grant) => grant.role === role.id && sameLimits(grant.limits, request.limits))
    if (already) return [{ field: 'role', fault: 'already' }]
    await write(tx, by, { role, person, request }, now)
    return []
  })
}

function refuseOthers(by: By): void {
  if (by && !may(by, 'roles.manage', {})) throw notAllowed()
}

async function faultsOf(
  db: Db,
  role: RoleDeclaration | undefined,
  request: GrantRequest,
  now: Temporal.Instant,
): Promise<GrantFault[]> {
  const { email, limits, until, why, known } = request
  const faults: GrantFault[] = []
  if (!isMailAddress(readEmail(email))) faults.push({ field: 'email', fault: 'unknown' })
  if (!role) faults.push({ field: 'role', fault: 'unknown' })
  if (until && Temporal.Instant.compare(until, now) <= 0) faults.push({ field: 'until', fault: 'past' })
  if (why.trim() === '') faults.push({ field: 'why', fault: 'required' })
  const limitable = {
    ...known,
    partners: await knownPartners(db, limits.partner ?? []),
    organisations: await knownOrganisations(db, limits.organisation ?? []),
  }
  return role ? [...faults, ...limitFaults(role, limits, limitable)] : faults
}

async function write(
  tx: Tx,
  by: By,
  {
    role,
    person,
    request,
  }: { role: RoleDeclaration; person: Person; request: Omit<GrantRequest, 'known' | 'email'> },
  now: Temporal.Instant,
): Promise<void> {
  const { limits, until, why } = request
  await giveRole(tx, by, { role: role.id, personId: person.id, limits, until, why }, now)
  const told = { role: role.id, limits, until: until?.toString() ?? null }
  await tell(tx, person.id, 'community.roleGranted', told, now)
}

/**
 * Writes down that somebody is given a role, in the transaction of an action that has asked whether this may be, holds
 * the grants, and tells the holder in its own words. Answers the id of the grant.
 */
export async function giveRole(
  tx: Tx,
  by: Name,
  given: {
    role: string
    personId: string
    limits: Limits
    until: Temporal.Instant | undefined
    why: string
  },
  now: Temporal.Instant,
): Promise<string> {
  const { role, limits, until, why } = given
  const id = await insertGrant(tx, { ...given, from: now, by: by?.personId ?? null })
  await recordAudit(tx, {
    who: by?.personId ?? null,
    what: 'community.grantRole',
    record: { kind: 'people', id: given.personId },
    after: { role, limits, until: until?.toString() },
    why,
  })
  return id
}

/** Ends a grant now, and tells its holder. Refuses what has ended, and to leave the house without an administrator. */
export function endRole(
  granting: Granting,
  by: By,
  ending: { id: string; why: string; locale?: Locale },
  now: Temporal.Instant,
): Promise<void> {
  refuseOthers(by)
  return transact(granting.db, async (tx) => {
    const grant = await findRunning(tx, ending, now)
    await refuseToLeaveNobody(tx, granting.roles, grant, ending.locale)
    await takeRole(tx, by, grant, ending.why, now)
    await tell(tx, grant.person.id, 'community.roleEnded', { role: grant.role, why: ending.why }, now)
  })
}

/** Ends a grant and puts one with other limits, or another end, in its place. Answers what is wrong with them. */
export async function limitRole(
  granting: Granting,
  by: By,
  change: { id: string; locale?: Locale } & Omit<GrantRequest, 'email' | 'role'>,
  now: Temporal.Instant,
): Promise<GrantFault[]> {
  refuseOthers(by)
  const { db, roles } = granting
  const before = isRowId(change.id) ? await findGrant(db, change.id) : undefined
  if (!before) throw notFound()
  const role = roles.find(before.role)
  const request = { ...change, email: before.person.email, role: before.role }
  const faults = await faultsOf(db, role, request, now)
  if (!role || faults.length > 0) return faults
  return transact(db, async (tx) => {
    const grant = await findRunning(tx, change, now)
    if (change.until) await refuseToLeaveNobody(tx, roles, grant, change.locale)
    await takeRole(tx, by, grant, change.why, now)
    await write(tx, by, { role, person: { ...grant.person, demonstration: false }, request }, now)
    return []
  })
}

async function findRunning(
  tx: Tx,
  { id, locale = 'en' }: { id: string; locale?: Locale },
  now: Temporal.Instant,
): Promise<Grant> {
  await holdGrants(tx)
  const grant = isRowId(id) ? await findGrant(tx, id) : undefined
  if (!grant) throw notFound()
  if (stageOf(grant, now) === 'ended') throw conflict(refusalIn(locale, 'over'))
  return grant
}

async function refuseToLeaveNobody(
  tx: Tx,
  roles: Registry,
  grant: Grant,
  locale: Locale = 'en',
): Promise<void> {
  const isLasting = roles.find(grant.role)?.permissions.includes('roles.manage') && grant.until === undefined
  if (isLasting && (await countLastingHolders(tx, grant.role, grant.id)) === 0)
    throw conflict(refusalIn(locale, 'last'))
}

/** Writes down that a grant ends now; asked, held and told as where one is given. Refuses (409) one that has ended. */
export async function takeRole(
  tx: Tx,
  by: Name,
  grant: Grant,
  why: string,
  now: Temporal.Instant,
): Promise<void> {
  if (!(await endGrant(tx, grant.id, { at: now, by: by?.personId ?? null, why }))) throw conflict()
  await recordAudit(tx, {
    who: by?.personId ?? null,
    what: 'community.endRole',
    record: { kind: 'people', id: grant.person.id },
    before: { role: grant.role, limits: grant.limits, until: grant.until?.toString() },
    why,
  })
}
