import {
  Button,
  formatsFor,
  Heading,
  hrefIn,
  Link,
  type Locale,
  Section,
  Table,
} from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import { hostOf, type LinkedAccount, type ProviderFault } from './model.ts'

/** The button that leads to the provider. */
export function ProviderForm({
  locale,
  provider,
  next,
}: {
  locale: Locale
  provider: string
  next: string | undefined
}) {
  const say = speak(locale)
  return (
    <Section title={say('provider.title')}>
      <p>{say('provider.text', { provider })}</p>
      <form action={hrefIn(locale, '/sign-in/provider')} method="post">
        {next === undefined ? null : <input type="hidden" name="next" value={next} />}
        <Button kind="quiet">{say('provider.button', { provider })}</Button>
      </form>
    </Section>
  )
}

/** Shown for the moment in which the browser goes on to the provider. */
export function LeavingBody({
  locale,
  provider,
  address,
}: {
  locale: Locale
  provider: string
  address: string
}) {
  const say = speak(locale)
  return (
    <>
      <Heading text={say('provider.leaving', { provider })} lead={say('provider.leavingText')} />
      <p>
        <Link href={address}>{say('provider.goOn', { provider })}</Link>
      </p>
    </>
  )
}

/** Why nobody was signed in, and what to do. */
export function ProviderFaultBody({
  locale,
  fault,
  provider,
}: {
  locale: Locale
  fault: ProviderFault
  provider: string
}) {
  const say = speak(locale)
  return (
    <>
      <Heading text={say(`provider.fault.${fault}`)} lead={say(`provider.cure.${fault}`, { provider })} />
      <p>
        <Link href={hrefIn(locale, '/sign-in')}>{say('provider.again')}</Link>
      </p>
    </>
  )
}

/** The accounts elsewhere that open one's own; nothing where there is neither one nor a provider. */
export function LinkedAccounts({
  locale,
  accounts,
  provider,
}: {
  locale: Locale
  accounts: LinkedAccount[]
  provider: string | undefined
}) {
  const say = speak(locale)
  const format = formatsFor(locale)
  if (accounts.length === 0)
    return provider === undefined ? null : (
      <Section title={say('account.provider')}>
        <p>{say('account.provider.none', { provider })}</p>
      </Section>
    )
  return (
    <Section title={say('account.provider')}>
      <p>{say('account.provider.text')}</p>
      <Table
        caption={say('account.provider.list')}
        head={[say('account.provider.host'), say('account.provider.since'), say('account.provider.end')]}
        rows={accounts.map(({ id, issuer, since }) => [
          <bdi>{hostOf(issuer)}</bdi>,
          format.moment(since, 'UTC'),
          <form action={hrefIn(locale, `/account/provider/${id}/unlink`)} method="post">
            <Button kind="quiet">{say('account.provider.unlink', { provider: hostOf(issuer) })}</Button>
          </form>,
        ])}
      />
    </Section>
  )
}
