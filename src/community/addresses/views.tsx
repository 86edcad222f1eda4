import { Button, Form, Heading, hrefIn, Link, type Locale } from '../../design/index.ts'
import type { OpenLink } from '../links/model.ts'
import { speak } from '../messages/index.ts'

/** Where a link of a change of address leads; only the button confirms. */
export function AddressBody({ locale, token, link }: { locale: Locale; token: string; link: OpenLink }) {
  const say = speak(locale)
  const lead =
    link.purpose === 'take-address'
      ? say('address.take', { to: link.email })
      : say('address.leave', { from: link.email, to: link.details.to ?? '' })
  return (
    <>
      <Heading text={say('address.title')} lead={lead} />
      <Form locale={locale} action="/account/email/confirmation">
        <input type="hidden" name="token" value={token} />
        <Button>{say('address.confirm')}</Button>
      </Form>
    </>
  )
}

/** How the change stands after one side has confirmed. */
export function AddressAnswerBody({ locale, answer }: { locale: Locale; answer: 'half' | 'done' | 'gone' }) {
  const say = speak(locale)
  return (
    <>
      <Heading text={say('address.title')} lead={say(`address.${answer}`)} />
      {answer === 'half' ? null : (
        <p>
          <Link href={hrefIn(locale, '/account')}>{say('account.title')}</Link>
        </p>
      )}
    </>
  )
}
