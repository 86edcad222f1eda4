import {
  Button,
  ErrorSummary,
  type Fault,
  Form,
  formatsFor,
  Heading,
  type Locale,
  Notice,
  Section,
  Table,
  TextField,
} from '../../design/index.ts'
import { CodesSection } from '../codes/views.tsx'
import type { Factors } from '../factors/model.ts'
import type { Change } from '../factors/permissions.ts'
import { NeededNotice } from '../factors/views.tsx'
import { speak } from '../messages/index.ts'
import type { PasskeyLine } from '../passkeys/model.ts'
import { PasskeySection } from '../passkeys/views.tsx'
import type { Member } from '../people/model.ts'
import { AccountTabs } from './pages/views.tsx'
import type { LinkedAccount } from '../signing-in/provider/model.ts'
import { LinkedAccounts } from '../signing-in/provider/views.tsx'
import type { SessionLine } from '../sessions/model.ts'

export type AccountField = 'email' | 'current' | 'password' | 'passkeyName'

/** What `/account` shows: who they are, how they sign in, and what they sent that has to be mended. */
export type AccountFacts = {
  person: Member
  sessions: SessionLine[]
  hasPassword: boolean
  factors: Factors
  /** Whether factors may be changed in this session. */
  change: Change
  passkeys: PasskeyLine[]
  /** Whether this house can have passkeys. */
  hasParty: boolean
  accounts: LinkedAccount[]
  /** The host of the provider one can sign in with now. */
  provider: string | undefined
  isFresh: boolean
  notice: string | undefined
  sent: { [Field in AccountField]?: string }
  faults: (Fault & { field: AccountField })[]
}

type Props = { locale: Locale; facts: AccountFacts }

/** A person's own page. */
export function AccountBody({ locale, facts }: Props) {
  const say = speak(locale)
  return (
    <>
      <ErrorSummary locale={locale} errors={facts.faults} />
      {facts.notice === undefined ? null : <Notice tone="info">{facts.notice}</Notice>}
      <NeededNotice locale={locale} by={facts.person} factors={facts.factors} />
      <Heading text={say('account.title')} lead={say('account.lead')} />
      <AccountTabs locale={locale} here="/account" />
      <EmailForm locale={locale} facts={facts} />
      <PasswordForm locale={locale} facts={facts} />
      <PasskeySection
        locale={locale}
        facts={{
          offered: facts.hasParty,
          passkeys: facts.passkeys,
          change: facts.change,
          sent: facts.sent.passkeyName,
          fault: facts.faults.find(({ field }) => field === 'passkeyName')?.message,
        }}
      />
      <CodesSection locale={locale} factors={facts.factors} change={facts.change} />
      <LinkedAccounts locale={locale} accounts={facts.accounts} provider={facts.provider} />
      <Sessions locale={locale} facts={facts} />
    </>
  )
}

function EmailForm({ locale, facts }: Props) {
  const say = speak(locale)
  return (
    <Section title={say('account.email')}>
      <p>{say('account.emailNow', { email: facts.person.email })}</p>
      <Form locale={locale} action="/account/email" faults={facts.faults}>
        <TextField
          locale={locale}
          name="email"
          type="email"
          label={say('account.emailNew')}
          hint={say('account.emailHint')}
          value={facts.sent.email}
          autocomplete="email"
          maxLength={254}
        />
        <Button kind="quiet">{say('account.emailAsk')}</Button>
      </Form>
    </Section>
  )
}

function PasswordForm({ locale, facts }: Props) {
  const say = speak(locale)
  const needsCurrent = facts.hasPassword && !facts.isFresh
  return (
    <Section title={say('account.password')}>
      {facts.hasPassword ? null : <p>{say('account.passwordNone')}</p>}
      {facts.hasPassword && facts.isFresh ? <p>{say('account.passwordFresh')}</p> : null}
      <Form locale={locale} action="/account/password" faults={facts.faults}>
        <input type="hidden" name="username" value={facts.person.email} autocomplete="username" />
        {needsCurrent ? (
          <TextField
            locale={locale}
            name="current"
            type="password"
            label={say('account.passwordCurrent')}
            autocomplete="current-password"
            maxLength={128}
          />
        ) : null}
        <TextField
          locale={locale}
          name="password"
          type="password"
          label={say('account.passwordNew')}
          hint={say('account.passwordHint')}
          autocomplete="new-password"
          maxLength={128}
        />
        <Button kind="quiet">{say('account.passwordSave')}</Button>
      </Form>
    </Section>
  )
}

function Sessions({ locale, facts }: Props) {
  const say = speak(locale)
  const format = formatsFor(locale)
  const head = ['device', 'opened', 'way', 'end'] as const
  return (
    <>
      <Table
        caption={say('account.sessions')}
        head={head.map((column) => say(`account.session.${column}`))}
        rows={facts.sessions.map((session) => [
          <bdi>{deviceIn(session) ?? say('account.session.unknown')}</bdi>,
          format.moment(session.openedAt, 'UTC'),
          wayIn(locale, session),
          session.id === facts.person.session.id ? (
            say('account.session.here')
          ) : (
            <EndSession locale={locale} session={session} />
          ),
        ])}
      />
      {facts.sessions.length > 1 ? (
        <Form locale={locale} action="/account/sessions/others/end">
          <Button kind="warning">{say('account.session.endOthers')}</Button>
        </Form>
      ) : null}
    </>
  )
}

function wayIn(locale: Locale, { way, second }: SessionLine): string {
  const say = speak(locale)
  // A way that is not known any more is shown as the first there was.
  const first =
    way === 'passkey'
      ? say('way.passkey')
      : say(`account.way.${(['link', 'provider'] as const).find((known) => known === way) ?? 'password'}`)
  switch (second) {
    case 'code':
      return say('way.code', { way: first })
    case 'recovery-code':
      return say('way.recovery-code', { way: first })
    case 'passkey':
      return say('way.new-passkey', { way: first })
    default:
      return first
  }
}

function EndSession({ locale, session }: { locale: Locale; session: SessionLine }) {
  const say = speak(locale)
  const device = deviceIn(session) ?? say('account.session.unknown')
  return (
    <Form locale={locale} action={`/account/sessions/${session.id}/end`}>
      <Button kind="quiet">{say('account.session.endThis', { device })}</Button>
    </Form>
  )
}

// The first names in what a browser says of itself that tell its owner which one it is.
function deviceIn({ device = '' }: SessionLine): string | undefined {
  const system = /Android|iPhone|iPad|Windows|Mac OS X|CrOS|Linux/.exec(device)?.[0]
  const browser = /Firefox|Edg|OPR|Chrome|Safari|curl/
    .exec(device)?.[0]
    ?.replace('Edg', 'Edge')
    .replace('OPR', 'Opera')
  return [browser, system].filter(Boolean).join(', ') || device.slice(0, 60) || undefined
}
