import { hrefIn, type Locale } from '../../../design/index.ts'
import { recordAudit, transact, type Tx } from '../../../platform/index.ts'
import { hashOf, makeLink } from '../../links/actions.ts'
import { consumeLink, findLink, findOpenLink } from '../../links/queries.ts'
import { tell } from '../../notices/actions.ts'
import type { Person, Viewer } from '../../people/model.ts'
import { findPersonByEmail, putPerson } from '../../people/queries.ts'
import { type Caller, signInByLink, type SigningIn } from '../../signing-in/actions.ts'
import { holdPeople, nameOf, putMembership } from '../actions.ts'
import { audit } from '../invitations/actions.ts'
import { type Invitation, type InvitationStage, stageOf } from '../invitations/model.ts'
import { endInvitation, findInvitation, holdInvitation } from '../invitations/queries.ts'
import { type NamedOrganisation, type OrganisationPerson, pageOf } from '../model.ts'
import { listPeopleOf, nameOrganisation } from '../queries.ts'

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
    person: person.id,
  }
  if (sender) await tell(tx, sender.personId, 'community.memberJoined', details, now)
}

const nameFor = ({ name, email }: Person) => name || email
