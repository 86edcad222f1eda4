import {
  Button,
  ErrorSummary,
  Fact,
  Facts,
  type Fault,
  Form,
  Heading,
  hrefIn,
  Link,
  type Locale,
  Notice,
  Section,
  TextField,
} from '../../design/index.ts'
import { speak } from '../messages/index.ts'
import { PasskeyEntrance } from '../passkeys/views.tsx'
import { ProviderForm } from './provider/views.tsx'

/** What the form was sent with, and what is to be mended. */
export type SignInForm = {
  email?: string | undefined
  next?: string | undefined
  faults: (Fault & { field: 'email' | 'password' | 'passkey' })[]
}

/** People of a demonstration, and the password they share. */
export type ShownPeople = { password: string; people: { email: string; does: string }[] }

type Props = {
  locale: Locale
  form: SignInForm
  demonstration: ShownPeople | undefined
  /** Whether this house can have passkeys. */
  passkeys: boolean
  /** The host of the provider, if one can be used now. */
  provider: string | undefined
}

/** Signing in by password, by link, by passkey or with an account elsewhere, on one page. */
export function SignInBody({ locale, form, demonstration, passkeys, provider }: Props) {
  const say = speak(locale)
  return (
    <>
      <ErrorSummary locale={locale} errors={form.faults} />
      <Heading text={say('signIn.title')} lead={say('signIn.lead')} />
      <Form locale={locale} action="/sign-in" faults={form.faults}>
        {form.next === undefined ? null : <input type="hidden" name="next" value={form.next} />}
        <TextField
          locale={locale}
          name="email"
          type="email"
          label={say('signIn.email')}
          value={form.email}
          autocomplete="username"
          maxLength={254}
        />
        <TextField
          locale={locale}
          name="password"
          type="password"
          label={say('signIn.password')}
          hint={say('signIn.passwordHint')}
          autocomplete="current-password"
          maxLength={128}
        />
        <p class="hint">{say('signIn.forgotten')}</p>
        <p class="buttons">
          <Button name="way" value="password">
            {say('signIn.byPassword')}
          </Button>{' '}
          <Button kind="quiet" name="way" value="link">
            {say('signIn.byLink')}
          </Button>
        </p>
      </Form>
      {passkeys ? <PasskeyEntrance locale={locale} next={form.next} /> : null}
      {provider === undefined ? null : <ProviderForm locale={locale} provider={provider} next={form.next} />}
      {demonstration === undefined ? null : <DemonstrationPeople locale={locale} {...demonstration} />}
    </>
  )
}

function DemonstrationPeople({ locale, password, people }: ShownPeople & { locale: Locale }) {
  const say = speak(locale)
  return (
    <Section title={say('signIn.demonstration')}>
      <p>{say('signIn.demonstrationText', { password })}</p>
      <Facts>
        {people.map(({ email, does }) => (
          <Fact name={does}>{email}</Fact>
        ))}
      </Facts>
    </Section>
  )
}

/** After a link was asked for; the same whether anybody has the address or not. */
export function LinkSentBody({ locale, outbox }: { locale: Locale; outbox: boolean }) {
  const say = speak(locale)
  return (
    <>
      <Heading text={say('signIn.sentTitle')} lead={say('signIn.sentText')} />
      {outbox ? (
        <Notice tone="demo">
          <Link href={hrefIn(locale, '/outbox')}>{say('signIn.sentDemonstration')}</Link>
        </Notice>
      ) : null}
    </>
  )
}

/** Where a link from a letter leads: only the button uses it up, because scanners of mail open every link. */
export function LinkBody({ locale, token, email }: { locale: Locale; token: string; email: string }) {
  const say = speak(locale)
  return (
    <>
      <Heading text={say('signIn.linkTitle', { email })} lead={say('signIn.linkText')} />
      <Form locale={locale} action="/sign-in/link">
        <input type="hidden" name="token" value={token} />
        <Button>{say('signIn.linkButton')}</Button>
      </Form>
    </>
  )
}

/** A link that was used, has run out, or never was. */
export function LinkGoneBody({ locale }: { locale: Locale }) {
  const say = speak(locale)
  return (
    <>
      <Heading text={say('signIn.linkGone')} lead={say('signIn.linkGoneText')} />
      <p>
        <Link href={hrefIn(locale, '/sign-in')}>{say('signIn.again')}</Link>
      </p>
    </>
  )
}
