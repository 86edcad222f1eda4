import {
  Button,
  ErrorSummary,
  formatsFor,
  Heading,
  hrefIn,
  Link,
  type Locale,
  Section,
  Table,
  TextField,
} from '../../../design/index.ts'
import { AccountTabs } from '../../account/pages/views.tsx'
import { speak } from '../../messages/index.ts'

/** Whether who asks has to show once more who they are, and what was wrong with how they did. */
export type Proof = {
  email: string
  stale: boolean
  hasPassword: boolean
  faults: { field: string; message: string }[]
}

/** A look at something of theirs, in words. */
export type LookLine = { at: Temporal.Instant; office: string; what: string }

type Props = { locale: Locale; proof: Proof; looks: LookLine[] }

/** A person's own page of privacy: take it all, see who has looked, close the account. */
export function YoursBody({ locale, proof, looks }: Props) {
  const say = speak(locale)
  return (
    <>
      <ErrorSummary locale={locale} errors={proof.faults} />
      <Heading text={say('privacy.yours')} lead={say('privacy.yoursLead')} />
      <AccountTabs locale={locale} here="/account/privacy" />
      <p>
        <Link href={hrefIn(locale, '/privacy')}>{say('privacy.all')}</Link>
      </p>
      <Section title={say('privacy.download')}>
        <p>{say('privacy.downloadText')}</p>
        <form action={hrefIn(locale, '/account/privacy/download')} method="post">
          <PasswordAgain locale={locale} proof={proof} />
          <Button>{say('privacy.downloadButton')}</Button>
        </form>
        <LinkAgain locale={locale} proof={proof} next="/account/privacy" />
      </Section>
      <Looked locale={locale} looks={looks} />
      <Section title={say('privacy.close')}>
        <p>{say('privacy.closeLead')}</p>
        <p>
          <Link href={hrefIn(locale, '/account/privacy/closing')}>{say('privacy.close')}</Link>
        </p>
      </Section>
    </>
  )
}

/** The field for the password, where one signed in a while ago and has one. */
export function PasswordAgain({ locale, proof }: { locale: Locale; proof: Proof }) {
  const say = speak(locale)
  if (!proof.stale || !proof.hasPassword) return null
  return (
    <>
      <p>{say('privacy.staleText')}</p>
      <input type="hidden" name="username" value={proof.email} autocomplete="username" />
      <TextField
        locale={locale}
        name="password"
        type="password"
        label={say('privacy.stalePassword')}
        autocomplete="current-password"
        maxLength={128}
        error={proof.faults.find(({ field }) => field === 'password')?.message}
      />
    </>
  )
}

/** The way by link instead, which comes back to where one was. */
export function LinkAgain({ locale, proof, next }: { locale: Locale; proof: Proof; next: string }) {
  const say = speak(locale)
  if (!proof.stale) return null
  return (
    <form action={hrefIn(locale, '/sign-in')} method="post">
      <p id="link-again">{proof.hasPassword ? say('privacy.staleLinkText') : say('privacy.staleNone')}</p>
      <input type="hidden" name="email" value={proof.email} />
      <input type="hidden" name="next" value={hrefIn(locale, next)} />
      <Button kind="quiet" name="way" value="link">
        {say('privacy.staleLink')}
      </Button>
    </form>
  )
}

function Looked({ locale, looks }: { locale: Locale; looks: LookLine[] }) {
  const say = speak(locale)
  const format = formatsFor(locale)
  return (
    <Section title={say('privacy.looked')}>
      {looks.length === 0 ? (
        <p>{say('privacy.lookedNone')}</p>
      ) : (
        <Table
          caption={say('privacy.looked.what')}
          head={(['at', 'office', 'what'] as const).map((column) => say(`privacy.looked.${column}`))}
          rows={looks.map(({ at, office, what }) => [format.moment(at, 'UTC'), office, what])}
        />
      )}
    </Section>
  )
}
