import {
  Button,
  CodeList,
  Copied,
  Crumbs,
  ErrorSummary,
  Fact,
  Facts,
  formatsFor,
  Heading,
  hrefIn,
  Link,
  type Locale,
  Notice,
  QrCode,
  Section,
  TextField,
} from '../../design/index.ts'
import type { Factors } from '../factors/model.ts'
import type { Change } from '../factors/permissions.ts'
import { BeforeChange } from '../factors/views.tsx'
import { speak } from '../messages/index.ts'
import { inFours } from './model.ts'

type Props = { locale: Locale; factors: Factors; change: Change }

/** What the account's page shows of codes: whether they are on, and the way to set them up or off. */
export function CodesSection({ locale, factors, change }: Props) {
  const say = speak(locale)
  return (
    <Section title={say('codes.title')} id="codes">
      <p>{say('codes.lead')}</p>
      {factors.codesSince ? (
        <>
          <State locale={locale} factors={factors} />
          <p>
            <Link href={hrefIn(locale, '/account/codes')}>{say('codes.manage')}</Link>
          </p>
        </>
      ) : (
        <Beginning locale={locale} change={change} />
      )}
    </Section>
  )
}

function State({ locale, factors }: Pick<Props, 'locale' | 'factors'>) {
  const say = speak(locale)
  const since = factors.codesSince ? formatsFor(locale).moment(factors.codesSince, 'UTC') : ''
  return (
    <p>
      {say('codes.since', { since })} {say('codes.left', { count: factors.recoveryLeft })}
    </p>
  )
}

function Beginning({ locale, change }: Pick<Props, 'locale' | 'change'>) {
  if (change !== 'may') return <BeforeChange locale={locale} change={change} />
  return (
    <form action={hrefIn(locale, '/account/codes/key')} method="post">
      <Button kind="quiet">{speak(locale)('codes.setUp')}</Button>
    </form>
  )
}

function CodeField({ locale, error, id }: { locale: Locale; error: string | undefined; id?: string }) {
  const say = speak(locale)
  return (
    <TextField
      locale={locale}
      name="code"
      id={id}
      label={say('codes.code')}
      hint={say('codes.codeHint')}
      autocomplete="one-time-code"
      maxLength={20}
      figures
      error={error}
    />
  )
}

/** What `/account/codes` shows: the key that is offered, or what can be done with codes that are on. */
export type CodesFacts = {
  factors: Factors
  change: Change
  /** The key in base32, and the address apps read. */
  offer: { key: string; address: string } | undefined
  notice?: string | undefined
  fault?: { form: 'on' | 'off' | 'renew'; message: string } | undefined
}

/** The page of codes. */
export function CodesBody({ locale, facts }: { locale: Locale; facts: CodesFacts }) {
  const say = speak(locale)
  const { fault, factors, change } = facts
  const field = fault?.form === 'renew' ? 'renewal-code' : 'code'
  return (
    <>
      <ErrorSummary locale={locale} errors={fault ? [{ field, message: fault.message }] : []} />
      <Crumbs locale={locale} items={[{ href: hrefIn(locale, '/account'), label: say('account.title') }]} />
      {facts.notice === undefined ? null : <Notice tone="warning">{facts.notice}</Notice>}
      <Heading text={say('codes.title')} lead={say('codes.lead')} />
      {factors.codesSince ? (
        <Running locale={locale} facts={facts} />
      ) : facts.offer ? (
        <Offer locale={locale} offer={facts.offer} fault={fault?.message} />
      ) : (
        <Beginning locale={locale} change={change} />
      )}
    </>
  )
}

function Offer({
  locale,
  offer,
  fault,
}: {
  locale: Locale
  offer: { key: string; address: string }
  fault: string | undefined
}) {
  const say = speak(locale)
  return (
    <>
      <p>{say('codes.scan')}</p>
      <QrCode text={offer.address} label={say('codes.picture')} />
      <Facts>
        <Fact name={say('codes.key')}>
          <Copied text={inFours(offer.key)} />
        </Fact>
      </Facts>
      <form action={hrefIn(locale, '/account/codes')} method="post">
        <CodeField locale={locale} error={fault} />
        <Button>{say('codes.on')}</Button>
      </form>
    </>
  )
}

function Running({ locale, facts }: { locale: Locale; facts: CodesFacts }) {
  const say = speak(locale)
  const { fault, factors, change } = facts
  const errorOf = (form: 'off' | 'renew') => (fault?.form === form ? fault.message : undefined)
  return (
    <>
      <State locale={locale} factors={factors} />
      <Section title={say('recovery.title')}>
        <p>{say('recovery.renewText')}</p>
        <form action={hrefIn(locale, '/account/codes/recovery')} method="post">
          {change === 'may' ? null : <CodeField locale={locale} id="renewal-code" error={errorOf('renew')} />}
          <Button kind="quiet">{say('recovery.renew')}</Button>
        </form>
      </Section>
      <Section title={say('codes.off')}>
        <p>{say('codes.offText')}</p>
        <form action={hrefIn(locale, '/account/codes/end')} method="post">
          {change === 'may' ? null : <CodeField locale={locale} error={errorOf('off')} />}
          <Button kind="warning">{say('codes.off')}</Button>
        </form>
      </Section>
    </>
  )
}

/** The recovery codes, this once. */
export function RecoveryBody({
  locale,
  codes,
  notice,
}: {
  locale: Locale
  codes: readonly string[]
  notice: string | undefined
}) {
  const say = speak(locale)
  return (
    <>
      {notice === undefined ? null : <Notice tone="info">{notice}</Notice>}
      <Heading text={say('recovery.title')} lead={say('recovery.text')} />
      <CodeList codes={codes} />
      <p>
        <Link href={hrefIn(locale, '/account')}>{say('recovery.kept')}</Link>
      </p>
    </>
  )
}
