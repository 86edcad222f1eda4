import { isLocale, type Locale } from '../../../design/index.ts'
import {
  isMailAddress,
  isRowId,
  notAllowed,
  notFound,
  recordAudit,
  sendLater,
  transact,
  type Tx,
} from '../../../platform/index.ts'
import { countAttempt } from '../../attempts/queries.ts'
import { makeLink } from '../../links/actions.ts'
import { type Member, type Person, readEmail } from '../../people/model.ts'
import { findPersonByEmail } from '../../people/queries.ts'
import { may } from '../../roles/permissions.ts'
import type { SigningIn } from '../../signing-in/actions.ts'
import { holdPeople, refuseFormer } from '../actions.ts'
import type { MembershipRole } from '../model.ts'
import { nameOrganisation, listPeopleOf } from '../queries.ts'
import {
  type Invitation,
  invitationLetter,
  lettersByOrganisation,
  lettersByPerson,
  lettersToMailbox,
  stageOf,
} from './model.ts'
import {
  endInvitation,
  findInvitation,
  findPending,
  holdInvitation,
  insertInvitation,
  renewInvitation,
} from './queries.ts'

const goodHours = 14 * 24

/** What is wrong with an invitation: no address, there already, asked already, or more letters than anybody needs in a day. */
export type InviteFault = 'address' | 'member' | 'pending' | 'often'

/**
 * Invites whoever has a mailbox to an organisation, by a letter with a link. Answers what stands in the way. Refuses (403) who is
 * no editor there.
 */
export async function inviteMember(
  signingIn: SigningIn,
  by: Member,
  asked: { organisationId: string; email: string; role: MembershipRole; locale: Locale },
  now: Temporal.Instant,
): Promise<InviteFault | undefined> {
  const { organisationId, role, locale } = asked
  refuseOthers(by, organisationId)
  const email = readEmail(asked.email)
  if (!isMailAddress(email)) return 'address'
  const standing = await transact(signingIn.db, (tx) => standingOf(tx, organisationId, email, now))
  if (standing) return standing
  if (await isTooMany(signingIn, by, { organisationId, email }, now)) return 'often'
  return transact(signingIn.db, async (tx) => {
    const people = await holdPeople(tx, organisationId, now)
    refuseFormer(people, by)
    const fault = await standingOf(tx, organisationId, email, now)
    if (fault) return fault
    const before = await findPending(tx, organisationId, email)
    if (before) await endInvitation(tx, before.id, { outcome: 'replaced', by: by.personId }, now)
    const expiresAt = now.add({ hours: goodHours })
    const id = await insertInvitation(tx, { organisationId, email, role, expiresAt, by: by.personId }, now)
    await write(tx, signingIn, by, { id, organisationId, email, role, locale }, now)
    await audit(tx, by, 'community.inviteMember', { id, organisationId, role })
    return undefined
  })
}

function refuseOthers(by: Member, organisationId: string): void {
  if (!may(by, 'organisation.members', { organisation: [organisationId] })) throw notAllowed()
}

async function standingOf(
  tx: Tx,
  organisationId: string,
  email: string,
  now: Temporal.Instant,
): Promise<'member' | 'pending' | undefined> {
  const people = await listPeopleOf(tx, organisationId, now)
  if (people.some((person) => person.email === email)) return 'member'
  const pending = await findPending(tx, organisationId, email)
  return pending && stageOf(pending, people, now) !== 'expired' ? 'pending' : undefined
}

async function isTooMany(
  { db, keyOf }: SigningIn,
  by: Member,
  { organisationId, email }: { organisationId: string; email: string },
  now: Temporal.Instant,
): Promise<boolean> {
  const counted = [
    { key: keyOf('invitations-by', by.personId), limit: lettersByPerson },
    { key: keyOf('invitations-of', organisationId), limit: lettersByOrganisation },
    { key: keyOf('invitations-to', email), limit: lettersToMailbox },
  ]
  for (const { key, limit } of counted)
    if ((await countAttempt(db, key, limit, now)).count > limit.most) return true
  return false
}

async function write(
  tx: Tx,
  { publicUrl }: SigningIn,
  by: Member,
  asked: { id: string; organisationId: string; email: string; role: MembershipRole; locale: Locale },
  now: Temporal.Instant,
): Promise<void> {
  const { id, organisationId, email, role } = asked
  const locale = languageOf(await findPersonByEmail(tx, email)) ?? asked.locale
  const details = { invitation: id, language: locale }
  const link = await makeLink(tx, { purpose: 'join-organisation', email, details }, now)
  const organisation = (await nameOrganisation(tx, organisationId, locale))?.name ?? organisationId
  await sendLater(tx, {
    to: { address: email },
    kind: 'community.invitation',
    reference: `community.invitation/${link.id}`,
    urgency: 'soon',
    language: locale,
    until: link.expiresAt,
    ...invitationLetter(locale, { ...link, organisation, by, role, publicUrl }),
  })
}

const languageOf = (person: Person | undefined): Locale | undefined =>
  person && isLocale(person.language) ? person.language : undefined

/** Writes down what was done with an invitation; of whom it is no more than its id, as an address has no place there. */
export function audit(
  tx: Tx,
  by: Pick<Member, 'personId'>,
  what: string,
  { id, organisationId, role }: { id: string; organisationId: string; role: MembershipRole },
): Promise<void> {
  const record = { kind: 'organisations', id: organisationId }
  return recordAudit(tx, { who: by.personId, what, record, after: { invitation: id, role } })
}

/** Which invitation of which organisation. */
export type InvitationPlace = { organisationId: string; id: string }

/**
 * Sends an invitation again; it is good for two weeks from now, and whoever sends it stands for it. Answers `gone` where it has
 * been taken up or withdrawn meanwhile. Refuses (403) who is no editor there, (404) what is no invitation of this organisation.
 */
export async function sendInvitationAgain(
  signingIn: SigningIn,
  by: Member,
  { organisationId, id, locale }: InvitationPlace & { locale: Locale },
  now: Temporal.Instant,
): Promise<'often' | 'gone' | undefined> {
  const { email } = await invitationAt(signingIn, by, { organisationId, id })
  if (await isTooMany(signingIn, by, { organisationId, email }, now)) return 'often'
  return transact(signingIn.db, async (tx) => {
    refuseFormer(await holdPeople(tx, organisationId, now), by)
    const invitation = await holdInvitation(tx, id)
    if (!invitation || invitation.outcome) return 'gone'
    await renewInvitation(tx, id, { by: by.personId, expiresAt: now.add({ hours: goodHours }) })
    await write(tx, signingIn, by, { ...invitation, locale }, now)
    await audit(tx, by, 'community.sendInvitationAgain', invitation)
    return undefined
  })
}

/** Withdraws an invitation: none of its links is good from now on. Answers and refuses as sending again does. */
export async function withdrawInvitation(
  signingIn: SigningIn,
  by: Member,
  place: InvitationPlace,
  now: Temporal.Instant,
): Promise<'gone' | undefined> {
  await invitationAt(signingIn, by, place)
  return transact(signingIn.db, async (tx) => {
    refuseFormer(await holdPeople(tx, place.organisationId, now), by)
    const invitation = await holdInvitation(tx, place.id)
    if (!invitation || invitation.outcome) return 'gone'
    await endInvitation(tx, place.id, { outcome: 'withdrawn', by: by.personId }, now)
    await audit(tx, by, 'community.withdrawInvitation', invitation)
    return undefined
  })
}

async function invitationAt(
  { db }: SigningIn,
  by: Member,
  { organisationId, id }: InvitationPlace,
): Promise<Invitation> {
  refuseOthers(by, organisationId)
  const invitation = isRowId(id) ? await findInvitation(db, id) : undefined
  if (invitation?.organisationId !== organisationId) throw notFound()
  return invitation
}
