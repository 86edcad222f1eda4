import {
  Button,
  formatsFor,
  Heading,
  hrefIn,
  Link,
  type Locale,
  Notice,
  RadioField,
  Table,
  TextField,
} from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import { membershipRoles, type NamedOrganisation, pageOf, roleInWords } from '../model.ts'
import type { Invitation, InvitationStage } from './model.ts'

/** What was sent to invite somebody. */
export type InviteForm = { email: string; role: string }

type FormProps = {
  locale: Locale
  organisationId: string
  form: InviteForm
  faults: { field: string; message: string }[]
}

/** A form that invites somebody by mail. */
export function InviteForm({ locale, organisationId, form, faults }: FormProps) {
  const say = speak(locale)
  const errorOf = (field: string) => faults.find((fault) => fault.field === field)?.message
  return (
    <form action={hrefIn(locale, `${pageOf(organisationId)}/invitations`)} method="post" novalidate>
      <TextField
        locale={locale}
        name="email"
        type="email"
        label={say('invitation.email')}
        hint={say('invitation.emailHint')}
        value={form.email}
        maxLength={254}
        error={errorOf('email')}
      />
      <RadioField
        locale={locale}
        name="role"
        label={say('invitation.as')}
        error={errorOf('role')}
        options={membershipRoles.map((role) => {
          const { name, does } = roleInWords(locale, role)
          return { value: role, label: name, hint: does, chosen: role === form.role }
        })}
      />
      <Button>{say('invitation.send')}</Button>
    </form>
  )
}

type PendingProps = {
  locale: Locale
  organisationId: string
  invitations: { invitation: Invitation; stage: InvitationStage }[]
}

/** The invitations that nobody has taken up yet. */
export function Pending({ locale, organisationId, invitations }: PendingProps) {
  const say = speak(locale)
  const format = formatsFor(locale)
  if (invitations.length === 0) return <p>{say('invitation.none')}</p>
  return (
    <Table
      caption={say('invitation.pending')}
      head={[
        say('invitation.email'),
        say('membership.role'),
        say('invitation.until'),
        say('membership.change'),
      ]}
      rows={invitations.map(({ invitation, stage }) => [
        <bdi>{invitation.email}</bdi>,
        roleInWords(locale, invitation.role).name,
        stage === 'open'
          ? format.moment(invitation.expiresAt, 'UTC')
          : say(stage === 'expired' ? 'invitation.expired' : 'invitation.void'),
        <PendingChanges locale={locale} organisationId={organisationId} invitation={invitation} />,
      ])}
    />
  )
}

function PendingChanges({
  locale,
  organisationId,
  invitation,
}: Omit<PendingProps, 'invitations'> & { invitation: Invitation }) {
  const say = speak(locale)
  const { id, email } = invitation
  const path = (what: string) => hrefIn(locale, `${pageOf(organisationId)}/invitations/${id}/${what}`)
  return (
    <div class="buttons">
      <form action={path('send')} method="post">
        <Button kind="quiet">{say('invitation.again', { email })}</Button>
      </form>
      <form action={path('withdraw')} method="post">
        <Button kind="warning">{say('invitation.withdraw', { email })}</Button>
      </form>
    </div>
  )
}

/** Where the link of an invitation leads; only a button uses it up, because scanners of mail open every link. */
export function InvitationBody({
  locale,
  token,
  invitation,
  organisation,
  signedInAs,
}: {
  locale: Locale
  token: string
  invitation: Invitation
  organisation: NamedOrganisation
  signedInAs: string | undefined
}) {
  const say = speak(locale)
  const { email, role } = invitation
  const words = roleInWords(locale, role)
  const isOther = signedInAs !== undefined && signedInAs !== email
  return (
    <>
      <Heading
        text={say('invitation.title', { organisation: organisation.name })}
        lead={say('invitation.text', { role: words.name })}
      />
      <p>{words.does}</p>
      {isOther ? (
        <Notice tone="warning">{say('invitation.other', { email, you: signedInAs })}</Notice>
      ) : (
        <p>{say(signedInAs === undefined ? 'invitation.as.new' : 'invitation.as.you', { email })}</p>
      )}
      <form action={hrefIn(locale, '/account/invitation')} method="post">
        <input type="hidden" name="token" value={token} />
        {isOther ? <input type="hidden" name="change" value="yes" /> : null}
        <Button kind={isOther ? 'quiet' : 'main'}>
          {isOther ? say('invitation.switch', { email }) : say('invitation.join')}
        </Button>
      </form>
      {isOther ? <p class="hint">{say('invitation.otherKeep')}</p> : null}
    </>
  )
}

/** An invitation that is no good any more, and why. */
export function InvitationGoneBody({
  locale,
  stage,
}: {
  locale: Locale
  stage: Exclude<InvitationStage, 'open'> | 'unknown'
}) {
  const say = speak(locale)
  return (
    <>
      <Heading text={say('invitation.goneTitle')} lead={say(`invitation.gone.${goneAs[stage]}`)} />
      <p>
        <Link href={hrefIn(locale, '/account/organisations')}>{say('membership.title')}</Link>
      </p>
    </>
  )
}

const goneAs = {
  expired: 'expired',
  withdrawn: 'withdrawn',
  void: 'withdrawn',
  joined: 'joined',
  replaced: 'unknown',
  unknown: 'unknown',
} as const
