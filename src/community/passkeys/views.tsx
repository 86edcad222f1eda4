import {
  Button,
  Crumbs,
  ErrorSummary,
  formatsFor,
  Heading,
  hrefIn,
  Link,
  type Locale,
  PasskeyForm,
  Section,
  Table,
  TextField,
} from '../../design/index.ts'
import { longestPasskeyName } from '../factors/model.ts'
import type { Change } from '../factors/permissions.ts'
import { BeforeChange } from '../factors/views.tsx'
import { speak } from '../messages/index.ts'
import type { PasskeyLine } from './model.ts'

/** What the account's page shows of passkeys. */
export type PasskeyFacts = {
  /** Whether this house can have them. */
  offered: boolean
  passkeys: PasskeyLine[]
  change: Change
  sent: string | undefined
  fault: string | undefined
}

/** A person's passkeys, and the way to add one. */
export function PasskeySection({ locale, facts }: { locale: Locale; facts: PasskeyFacts }) {
  const say = speak(locale)
  return (
    <Section title={say('passkey.title')} id="passkeys">
      <p>{say('passkey.lead')}</p>
      {facts.passkeys.length === 0 ? (
        <p>{say('passkey.none')}</p>
      ) : (
        <PasskeyTable locale={locale} passkeys={facts.passkeys} />
      )}
      <Adding locale={locale} facts={facts} />
    </Section>
  )
}

function PasskeyTable({ locale, passkeys }: { locale: Locale; passkeys: PasskeyLine[] }) {
  const say = speak(locale)
  const format = formatsFor(locale)
  const head = ['name', 'added', 'used'] as const
  return (
    <Table
      caption={say('passkey.yours')}
      head={head.map((column) => say(`passkey.head.${column}`))}
      rows={passkeys.map(({ id, name, madeAt, usedAt }) => [
        <Link href={hrefIn(locale, `/account/passkeys/${id}`)}>
          <bdi>{name}</bdi>
        </Link>,
        format.moment(madeAt, 'UTC'),
        usedAt ? format.moment(usedAt, 'UTC') : say('passkey.never'),
      ])}
    />
  )
}

function Adding({ locale, facts }: { locale: Locale; facts: PasskeyFacts }) {
  const say = speak(locale)
  if (!facts.offered) return <p>{say('passkey.nowhere')}</p>
  if (facts.change !== 'may') return <BeforeChange locale={locale} change={facts.change} />
  return (
    <>
      <noscript>
        <p>{say('passkey.script')}</p>
      </noscript>
      <PasskeyForm
        locale={locale}
        does="make"
        options="/account/passkeys/challenge"
        action="/account/passkeys"
        button={say('passkey.add')}
        failed={say('passkey.fault.stopped')}
      >
        <PasskeyName locale={locale} value={facts.sent} error={facts.fault} />
      </PasskeyForm>
    </>
  )
}

function PasskeyName(props: { locale: Locale; value: string | undefined; error: string | undefined }) {
  const say = speak(props.locale)
  return (
    <TextField
      {...props}
      name="passkeyName"
      label={say('passkey.name')}
      hint={say('passkey.nameHint')}
      maxLength={longestPasskeyName}
    />
  )
}

/** One passkey: its name, and the way to be rid of it. */
export function PasskeyBody({
  locale,
  passkey,
  change,
  sent,
  fault,
}: {
  locale: Locale
  passkey: PasskeyLine
  change: Change
  sent: string | undefined
  fault: string | undefined
}) {
  const say = speak(locale)
  const path = hrefIn(locale, `/account/passkeys/${passkey.id}`)
  return (
    <>
      <ErrorSummary
        locale={locale}
        errors={fault === undefined ? [] : [{ field: 'passkeyName', message: fault }]}
      />
      <Crumbs locale={locale} items={[{ href: hrefIn(locale, '/account'), label: say('account.title') }]} />
      <Heading text={passkey.name} />
      <form action={`${path}/name`} method="post">
        <PasskeyName locale={locale} value={sent ?? passkey.name} error={fault} />
        <Button kind="quiet">{say('passkey.rename')}</Button>
      </form>
      <Section title={say('passkey.remove')}>
        <p>{say('passkey.removeText')}</p>
        {change === 'may' ? (
          <form action={`${path}/end`} method="post">
            <Button kind="warning">{say('passkey.removeButton')}</Button>
          </form>
        ) : (
          <BeforeChange locale={locale} change={change} />
        )}
      </Section>
    </>
  )
}

/** The way in by passkey, on the page that signs in; absent without script. */
export function PasskeyEntrance({ locale, next }: { locale: Locale; next: string | undefined }) {
  const say = speak(locale)
  return (
    <PasskeyForm
      locale={locale}
      id="passkey"
      does="show"
      options="/sign-in/passkey/challenge"
      action="/sign-in/passkey"
      button={say('passkey.signIn')}
      failed={say('passkey.fault.stopped')}
    >
      {next === undefined ? null : <input type="hidden" name="next" value={next} />}
    </PasskeyForm>
  )
}
