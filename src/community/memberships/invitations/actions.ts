import { hrefIn, isLocale, type Locale } from '../../../design/index.ts'
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
import { hashOf, makeLink } from '../../links/actions.ts'
import { consumeLink, findLink, findOpenLink } from '../../links/queries.ts'
import { tell } from '../../notices/actions.ts'
import { type Member, type Person, readEmail, type Viewer } from '../../people/model.ts'
import { findPersonByEmail, putPerson } from '../../people/queries.ts'
import { may } from '../../roles/permissions.ts'
import { type Caller, signInByLink, type SigningIn } from '../../signing-in/actions.ts'
import { holdPeople, nameOf, putMembership, refuseFormer } from '../actions.ts'
import { type MembershipRole, type NamedOrganisation, type OrganisationPerson, pageOf } from '../model.ts'
import { nameOrganisation, listPeopleOf } from '../queries.ts'
import {
  type Invitation,
  invitationLetter,
  type InvitationStage,
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

// Of whom it is, the audit says no more than which invitation: an address has no place there.
function audit(
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

/** An invitation as its link shows it, with what it is good for; `used` where the link is no good, whatever the reason. */
export type ReadInvitation =
  | { stage: Exclude<InvitationStage, 'open'> | 'unknown' }
  | { stage: 'open'; invitation: Invitation; organisation: NamedOrganisation }

/** Answers what a link of an invitation is for, without using it. */
export async function readInvitation(
  { db }: SigningIn,
  token: string,
  locale: Locale,
  now: Temporal.Instant,
): Promise<ReadInvitation> {
  const link = await findLink(db, 'join-organisation', hashOf(token))
  const invitation = link?.details.invitation && (await findInvitation(db, link.details.invitation))
  if (!invitation) return { stage: 'unknown' }
  const stage = stageOf(invitation, await listPeopleOf(db, invitation.organisationId, now), now)
  const organisation = await nameOrganisation(db, invitation.organisationId, locale)
  if (stage !== 'open') return { stage }
  // The invitation is good, but by a later letter.
  if (!(await findOpenLink(db, 'join-organisation', hashOf(token), now))) return { stage: 'unknown' }
  return organisation ? { stage, invitation, organisation } : { stage: 'unknown' }
}

/** What came of following an invitation; `other` when somebody is signed in whose mailbox is another. */
export type JoinAnswer =
  | { kind: 'gone' | 'other' }
  | { kind: 'joined'; organisationId: string; opened: Awaited<ReturnType<typeof signInByLink>> }

/**
 * Joins an organisation by the link of an invitation, which is used up by it. Whoever follows it has shown that the mailbox is
 * theirs: they are signed in, and made a person if they were none, unless they are signed in already. Somebody signed in as
 * another person joins nothing, as long as they do not `change` to the one invited.
 */
export async function joinByInvitation(
  signingIn: SigningIn,
  viewer: Viewer,
  { token, change, locale }: { token: string; change: boolean; locale: Locale },
  caller: Caller,
): Promise<JoinAnswer> {
  const { db } = signingIn
  const link = await findLink(db, 'join-organisation', hashOf(token))
  if (!link) return { kind: 'gone' }
  const isSigned = viewer.kind === 'person' && viewer.email === link.email
  if (viewer.kind === 'person' && !isSigned && !change) return { kind: 'other' }
  const joined = await transact(db, (tx) => take(tx, signingIn, { token, locale, isSigned }, caller.now))
  if (!joined) return { kind: 'gone' }
  // One way opens sessions, with all it asks for besides; so this link is followed by one of that way.
  const opened =
    joined.signIn === undefined ? undefined : await signInByLink(signingIn, joined.signIn, caller)
  return { kind: 'joined', organisationId: joined.organisationId, opened }
}

async function take(
  tx: Tx,
  signingIn: SigningIn,
  { token, locale, isSigned }: { token: string; locale: Locale; isSigned: boolean },
  now: Temporal.Instant,
): Promise<{ organisationId: string; signIn: string | undefined } | undefined> {
  const link = await consumeLink(tx, 'join-organisation', hashOf(token), now)
  const found = link?.details.invitation && (await findInvitation(tx, link.details.invitation))
  if (!link || !found) return undefined
  const { organisationId } = found
  // The people first, then the invitation, as all who change both do: so nobody waits for one another.
  const people = await holdPeople(tx, organisationId, now)
  const invitation = await holdInvitation(tx, found.id)
  if (!invitation || stageOf(invitation, people, now) !== 'open') return undefined
  const before = await findPersonByEmail(tx, link.email)
  if (before?.demonstration && !signingIn.demonstration) return undefined
  const person =
    before ?? (await putPerson(tx, { email: link.email, language: link.details.language ?? 'en' }))
  if (!before)
    await recordAudit(tx, {
      who: person.id,
      what: 'community.join',
      record: { kind: 'people', id: person.id },
    })
  await join(tx, invitation, person, people, now)
  if (isSigned) return { organisationId, signIn: undefined }
  const next = `${hrefIn(locale, pageOf(organisationId))}?done=joined`
  const details = { next, language: locale }
  const made = await makeLink(tx, { purpose: 'sign-in', email: link.email, details }, now, 1)
  return { organisationId, signIn: made.token }
}

async function join(
  tx: Tx,
  invitation: Invitation,
  person: Person,
  people: OrganisationPerson[],
  now: Temporal.Instant,
): Promise<void> {
  const { id, organisationId, role, invitedBy } = invitation
  await endInvitation(tx, id, { outcome: 'joined', by: person.id }, now)
  const held = people.find(({ personId }) => personId === person.id)
  const sender = people.find(({ personId }) => personId === invitedBy)
  // Nobody becomes less by an invitation.
  if (sender && held?.role !== 'organisation-editor' && held?.role !== role) {
    const place = { personId: person.id, grants: held?.grants ?? [], until: undefined }
    const why = 'Invited by an editor of the organisation'
    await putMembership(tx, sender, { organisationId, person: place, role, why }, now)
  }
  await audit(tx, { personId: person.id }, 'community.joinOrganisation', { id, organisationId, role })
  const details = {
    organisation: organisationId,
    name: await nameOf(tx, organisationId),
    who: nameFor(person),
  }
  if (sender) await tell(tx, sender.personId, 'community.memberJoined', details, now)
}

const nameFor = ({ name, email }: Person) => name || email
