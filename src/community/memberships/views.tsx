import {
  Button,
  Crumbs,
  ErrorSummary,
  formatsFor,
  Heading,
  hrefIn,
  Link,
  type Locale,
  Notice,
  Section,
  Table,
  Text,
} from '../../design/index.ts'
import { AccountTabs } from '../account/pages/views.tsx'
import type { Claim } from '../claims/model.ts'
import { OwnClaims } from '../claims/views.tsx'
import { speak } from '../messages/index.ts'
import type { Invitation, InvitationStage } from './invitations/model.ts'
import { InviteForm, type InviteForm as Form, Pending } from './invitations/views.tsx'
import {
  type Membership,
  type MembershipRole,
  type NamedOrganisation,
  type OrganisationPerson,
  pageOf,
  roleInWords,
} from './model.ts'

type Own = { memberships: Membership[]; claims: Claim[]; notice: string | undefined }

/** The organisations somebody belongs to, and those they say are theirs. */
export function OwnOrganisationsBody({ locale, facts }: { locale: Locale; facts: Own }) {
  const say = speak(locale)
  return (
    <>
      {facts.notice === undefined ? null : <Notice tone="info">{facts.notice}</Notice>}
      <Heading text={say('membership.title')} lead={say('membership.lead')} />
      <AccountTabs locale={locale} here="/account/organisations" />
      {facts.memberships.length === 0 ? (
        <p>
          {say('membership.none')}{' '}
          <Link href={hrefIn(locale, '/organisations')}>{say('membership.find')}</Link>
        </p>
      ) : (
        <Memberships locale={locale} memberships={facts.memberships} />
      )}
      <OwnClaims locale={locale} claims={facts.claims} />
    </>
  )
}

function Memberships({ locale, memberships }: { locale: Locale; memberships: Membership[] }) {
  const say = speak(locale)
  return (
    <Table
      caption={say('membership.title')}
      head={[say('membership.organisation'), say('membership.role'), say('membership.can')]}
      rows={memberships.map(({ organisation, role }) => {
        const words = roleInWords(locale, role)
        return [
          <Link href={hrefIn(locale, pageOf(organisation.id))}>
            <Name locale={locale} organisation={organisation} />
          </Link>,
          words.name,
          words.does,
        ]
      })}
    />
  )
}

function Name({ locale, organisation }: { locale: Locale; organisation: NamedOrganisation }) {
  return <Text text={{ text: organisation.name, lang: organisation.lang }} locale={locale} />
}

/** What the page of an organisation's own shows. */
export type OrganisationFacts = {
  organisation: NamedOrganisation
  /** What the reader is there. */
  reader: { personId: string; role: MembershipRole }
  people: OrganisationPerson[]
  invitations: { invitation: Invitation; stage: InvitationStage }[]
  form: Form
  notice: string | undefined
  faults: { field: string; message: string }[]
}

type Props = { locale: Locale; facts: OrganisationFacts }

/** An organisation as its own people see it: who they are, and for editors who is invited. */
export function OrganisationBody({ locale, facts }: Props) {
  const say = speak(locale)
  const { organisation, reader } = facts
  const isEditor = reader.role === 'organisation-editor'
  const { name, lang } = organisation
  return (
    <>
      <ErrorSummary locale={locale} errors={facts.faults} />
      {facts.notice === undefined ? null : <Notice tone="info">{facts.notice}</Notice>}
      <Crumbs
        locale={locale}
        items={[{ href: hrefIn(locale, '/account/organisations'), label: say('membership.title') }]}
      />
      <Heading
        text={name}
        lang={lang === locale ? undefined : lang}
        lead={roleInWords(locale, reader.role).does}
      />
      <Ways locale={locale} organisation={organisation} isEditor={isEditor} />
      <div id="people">
        <People locale={locale} facts={facts} isEditor={isEditor} />
      </div>
      {isEditor ? <Inviting locale={locale} facts={facts} /> : null}
      <Section title={say('membership.leave')}>
        <p class="hint">{say('membership.leaveText')}</p>
        <form action={hrefIn(locale, personPath(organisation, reader.personId, 'end'))} method="post">
          <Button kind="warning">{say('membership.leave')}</Button>
        </form>
      </Section>
    </>
  )
}

const personPath = ({ id }: NamedOrganisation, personId: string, what: 'end' | 'role') =>
  `${pageOf(id)}/people/${personId}/${what}`

function Ways({
  locale,
  organisation,
  isEditor,
}: {
  locale: Locale
  organisation: NamedOrganisation
  isEditor: boolean
}) {
  const say = speak(locale)
  return (
    <ul>
      {isEditor ? (
        <li>
          <Link href={hrefIn(locale, `${pageOf(organisation.id)}/entry`)}>{say('membership.edit')}</Link>
        </li>
      ) : null}
      {organisation.published ? (
        <li>
          <Link href={hrefIn(locale, `/organisations/${organisation.slug}`)}>{say('membership.page')}</Link>
        </li>
      ) : null}
    </ul>
  )
}

function People({ locale, facts, isEditor }: Props & { isEditor: boolean }) {
  const say = speak(locale)
  const format = formatsFor(locale)
  const head = ['person', 'role', 'since', ...(isEditor ? ['change' as const] : [])] as const
  return (
    <Table
      caption={say('membership.people')}
      head={head.map((column) => say(`membership.${column}`))}
      rows={facts.people.map((person) => [
        <Person locale={locale} facts={facts} person={person} isEditor={isEditor} />,
        <>
          {roleInWords(locale, person.role).name}
          {person.until ? (
            <small> {say('membership.until', { until: format.moment(person.until, 'UTC') })}</small>
          ) : null}
        </>,
        format.moment(person.since, 'UTC'),
        ...(isEditor ? [<Changes locale={locale} facts={facts} person={person} />] : []),
      ])}
    />
  )
}

// Their addresses are for those who invite; other members see names.
function Person({
  locale,
  facts,
  person,
  isEditor,
}: Props & { person: OrganisationPerson; isEditor: boolean }) {
  const say = speak(locale)
  const name = person.name || (isEditor ? person.email : say('membership.nameless'))
  return (
    <>
      <bdi>{name}</bdi>
      {isEditor && person.name ? (
        <small>
          {' '}
          <bdi>{person.email}</bdi>
        </small>
      ) : null}
      {person.personId === facts.reader.personId ? <small> {say('membership.you')}</small> : null}
    </>
  )
}

function Changes({ locale, facts, person }: Props & { person: OrganisationPerson }) {
  const say = speak(locale)
  const { personId, role } = person
  if (personId === facts.reader.personId) return null
  const name = person.name || person.email
  const other = role === 'organisation-editor' ? 'organisation-member' : 'organisation-editor'
  const label = other === 'organisation-editor' ? 'membership.makeEditor' : 'membership.makeMember'
  return (
    <div class="buttons">
      <form action={hrefIn(locale, personPath(facts.organisation, personId, 'role'))} method="post">
        <input type="hidden" name="role" value={other} />
        <Button kind="quiet">{say(label, { person: name })}</Button>
      </form>
      <form action={hrefIn(locale, personPath(facts.organisation, personId, 'end'))} method="post">
        <Button kind="warning">{say('membership.endOf', { person: name })}</Button>
      </form>
    </div>
  )
}

function Inviting({ locale, facts }: Props) {
  const say = speak(locale)
  return (
    <>
      <div id="invitations">
        <Pending locale={locale} organisationId={facts.organisation.id} invitations={facts.invitations} />
      </div>
      <Section title={say('invitation.invite')} id="invite">
        <InviteForm
          locale={locale}
          organisationId={facts.organisation.id}
          form={facts.form}
          faults={facts.faults}
        />
      </Section>
    </>
  )
}
