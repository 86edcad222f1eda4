import {
  Button,
  Crumbs,
  ErrorSummary,
  Fact,
  Facts,
  Heading,
  hrefIn,
  Link,
  type Locale,
  Notice,
  Section,
  TextField,
} from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import type { Held } from '../held/model.ts'
import { LinkAgain, PasswordAgain, type Proof } from '../yours/views.tsx'

type Props = { locale: Locale; held: Held; proof: Proof; typed: string; isLast: boolean }

/** What closing an account takes away and what it leaves, and the form that does it. */
export function ClosingBody({ locale, held, proof, typed, isLast }: Props) {
  const say = speak(locale)
  const words = held.all.map((declared) => declared.words(locale))
  return (
    <>
      <ErrorSummary locale={locale} errors={proof.faults} />
      <Crumbs
        locale={locale}
        items={[{ href: hrefIn(locale, '/account/privacy'), label: say('privacy.yours') }]}
      />
      <Heading text={say('privacy.close')} lead={say('privacy.closeLead')} />
      <p>
        <Link href={hrefIn(locale, '/account/privacy')}>{say('privacy.closeFirst')}</Link>
      </p>
      <Section title={say('privacy.closeGoes')}>
        <Facts>
          {words
            .filter(({ stays }) => stays === undefined)
            .map(({ name, what }) => (
              <Fact name={name}>{what}</Fact>
            ))}
        </Facts>
      </Section>
      <Section title={say('privacy.closeStays')}>
        <Facts>
          {words
            .filter(({ stays }) => stays !== undefined)
            .map(({ name, stays }) => (
              <Fact name={name}>{stays}</Fact>
            ))}
        </Facts>
      </Section>
      <p>{say('privacy.backups')}</p>
      {isLast ? (
        <Notice tone="warning">{say('privacy.closeLast')}</Notice>
      ) : (
        <ClosingForm locale={locale} proof={proof} typed={typed} />
      )}
    </>
  )
}

function ClosingForm({ locale, proof, typed }: Pick<Props, 'locale' | 'proof' | 'typed'>) {
  const say = speak(locale)
  return (
    <Section title={say('address.confirm')}>
      <form action={hrefIn(locale, '/account/privacy/closing')} method="post" novalidate>
        <TextField
          locale={locale}
          name="email"
          type="email"
          label={say('privacy.closeType')}
          hint={say('privacy.closeHint', { email: proof.email })}
          value={typed}
          autocomplete="off"
          maxLength={254}
          error={proof.faults.find(({ field }) => field === 'email')?.message}
        />
        <PasswordAgain locale={locale} proof={proof} />
        <Button kind="warning">{say('privacy.closeButton')}</Button>
      </form>
      <LinkAgain locale={locale} proof={proof} next="/account/privacy/closing" />
    </Section>
  )
}
