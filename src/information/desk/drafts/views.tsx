import { Button, Form, Heading, hrefIn, Link, Section, TextField } from '../../../design/index.ts'
import type { Reader } from '../../readers/model.ts'

/**
 * Where a session has ended while somebody wrote: all they typed is on the page, which goes on with it once they have signed in
 * in another window, whatever way they sign in.
 */
export function HeldBody({
  reader,
  action,
  pairs,
}: {
  reader: Reader
  action: string
  pairs: readonly (readonly [string, string])[]
}) {
  const { locale, say } = reader
  const texts = pairs.filter(
    ([name, text]) => name !== 'version' && name !== 'id' && name !== 'do' && text.trim() !== '',
  )
  return (
    <>
      <Heading text={say('held.title')} lead={say('held.lead')} />
      <Section title={say('held.first')}>
        <form action={hrefIn(locale, '/sign-in')} method="post" target="_blank" rel="opener">
          <TextField
            locale={locale}
            name="email"
            type="email"
            label={say('held.email')}
            autocomplete="username"
          />
          <TextField
            locale={locale}
            name="password"
            type="password"
            label={say('held.password')}
            autocomplete="current-password"
          />
          <p class="buttons">
            <Button name="way" value="password">
              {say('held.signIn')}
            </Button>
            <a href={hrefIn(locale, '/sign-in')} target="_blank" rel="noopener">
              {say('held.otherWays')}
            </a>
          </p>
        </form>
      </Section>
      <Section title={say('held.then')}>
        <Form locale={locale} action={action} files>
          {pairs.map(([name, text]) =>
            name === 'do' ? null : <textarea hidden name={name} aria-label={name}>{`\n${text}`}</textarea>,
          )}
          <p class="buttons">
            <Button name="do" value="resume">
              {say('held.goOn')}
            </Button>
          </p>
        </Form>
        <details class="disclosure">
          <summary>{say('held.typed')}</summary>
          {texts.map(([, text]) => (
            <p class="said" dir="auto">
              {text}
            </p>
          ))}
        </details>
        <p class="hint">
          <Link href={hrefIn(locale, '/')}>{say('held.leave')}</Link>
        </p>
      </Section>
    </>
  )
}
