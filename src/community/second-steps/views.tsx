import {
  Button,
  ErrorSummary,
  Heading,
  hrefIn,
  Link,
  type Locale,
  Section,
  TextField,
} from '../../design/index.ts'
import { speak } from '../messages/index.ts'

/** Which of the two codes has to be mended, and how. */
export type StepFault = { field: 'code' | 'recovery'; message: string }

type Props = { locale: Locale; fault: StepFault | undefined }

/** The second step of signing in: a code from the app, or one of those on paper. */
export function StepBody({ locale, fault }: Props) {
  const say = speak(locale)
  const errorOf = (field: StepFault['field']) => (fault?.field === field ? fault.message : undefined)
  const action = hrefIn(locale, '/sign-in/code')
  return (
    <>
      <ErrorSummary locale={locale} errors={fault ? [fault] : []} />
      <Heading text={say('step.title')} lead={say('step.lead')} />
      <form action={action} method="post">
        <TextField
          locale={locale}
          name="code"
          label={say('codes.code')}
          hint={say('codes.codeHint')}
          autocomplete="one-time-code"
          maxLength={20}
          figures
          error={errorOf('code')}
        />
        <Button>{say('signIn.linkButton')}</Button>
      </form>
      <Section title={say('step.lost')}>
        <form action={action} method="post">
          <TextField
            locale={locale}
            name="recovery"
            label={say('step.recovery')}
            hint={say('step.recoveryHint')}
            autocomplete="off"
            maxLength={40}
            error={errorOf('recovery')}
          />
          <Button kind="quiet">{say('step.recoveryButton')}</Button>
        </form>
      </Section>
    </>
  )
}

/** A second step that came too late, was tried too often, or has no first one. */
export function StepGoneBody({ locale }: { locale: Locale }) {
  const say = speak(locale)
  return (
    <>
      <Heading text={say('step.gone')} lead={say('step.goneText')} />
      <p>
        <Link href={hrefIn(locale, '/sign-in')}>{say('signIn.title')}</Link>
      </p>
    </>
  )
}
