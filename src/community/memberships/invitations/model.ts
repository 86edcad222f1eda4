/** Somebody asked by mail to join an organisation. Pure. */
import { formatsFor, hrefIn, type Locale } from '../../../design/index.ts'
import type { Limit } from '../../attempts/model.ts'
import { speak } from '../../messages/index.ts'
import { type MembershipRole, type OrganisationPerson, roleInWords } from '../model.ts'

/** `joined`: whoever has the mailbox has followed the link; `replaced`: it had run out and another was sent. */
export type InvitationOutcome = 'joined' | 'withdrawn' | 'replaced'

export type Invitation = {
  id: string
  organisationId: string
  email: string
  role: MembershipRole
  invitedAt: Temporal.Instant
  invitedBy: string | undefined
  expiresAt: Temporal.Instant
  outcome: InvitationOutcome | undefined
}

/** `void`: whoever sent it speaks for the organisation no longer. */
export type InvitationStage = 'open' | 'expired' | 'void' | InvitationOutcome

/** What an invitation is good for at a moment, among these people of its organisation. */
export function stageOf(
  { outcome, expiresAt, invitedBy }: Invitation,
  people: readonly OrganisationPerson[],
  now: Temporal.Instant,
): InvitationStage {
  if (outcome) return outcome
  if (Temporal.Instant.compare(expiresAt, now) <= 0) return 'expired'
  const sender = people.find(({ personId }) => personId === invitedBy)
  return sender?.role === 'organisation-editor' ? 'open' : 'void'
}

const day = 24 * 60 * 60

/** Letters of invitation one person has sent, to any organisation and mailbox: nobody is to be a mailer of this house. */
export const lettersByPerson: Limit = { most: 30, seconds: day }

/** Letters of invitation an organisation has had sent. */
export const lettersByOrganisation: Limit = { most: 40, seconds: day }

/** Letters of invitation to one mailbox, from whomever. */
export const lettersToMailbox: Limit = { most: 4, seconds: day }

// A name its owner has made of an address of the web would be a link in the hands of a reader of mail.
const looksLikeAddress = /:\/\/|www\.|\p{L}\.\p{L}/u

/** The letter that invites; whoever sent it is named as they are known. */
export function invitationLetter(
  locale: Locale,
  invited: {
    organisation: string
    by: { name: string; email: string }
    role: MembershipRole
    publicUrl: string
    token: string
    expiresAt: Temporal.Instant
  },
): { subject: string; text: string } {
  const say = speak(locale)
  const { organisation, by, role, publicUrl, token, expiresAt } = invited
  const who = by.name && !looksLikeAddress.test(by.name) ? `${by.name} (${by.email})` : by.email
  const lines = [
    say('invitation.letter.text', { who, organisation }),
    roleInWords(locale, role).does,
    '',
    say('invitation.letter.open'),
    '',
    `${publicUrl}${hrefIn(locale, '/account/invitation')}?token=${token}`,
    '',
    say('letter.once', { until: formatsFor(locale).moment(expiresAt, 'UTC') }),
    say('invitation.letter.not'),
  ]
  return { subject: say('invitation.letter.subject', { organisation }), text: lines.join('\n') }
}
