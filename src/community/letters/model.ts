/** Letters to a person about their account, in their language, as plain text. Pure. */
import { formatsFor, hrefIn, type Locale } from '../../design/index.ts'
import type { FactorChange } from '../factors/model.ts'
import { speak } from '../messages/index.ts'

export type LetterWords = { subject: string; text: string }

type LinkIn = { publicUrl: string; token: string; expiresAt: Temporal.Instant }

// An address stands on a line of its own, with no sign beside it that a reader of mail would take for a part of it.
function withLink(before: string, address: string, ...after: string[]): string {
  return [before, '', address, '', ...after].join('\n')
}

const addressOf = (locale: Locale, path: string, { publicUrl, token }: LinkIn) =>
  `${publicUrl}${hrefIn(locale, path)}?token=${token}`

function onceUntil(locale: Locale, expiresAt: Temporal.Instant): string {
  return speak(locale)('letter.once', { until: formatsFor(locale).moment(expiresAt, 'UTC') })
}

/** The letter with a link that signs in, and the link's address. */
export function signInLetter(locale: Locale, link: LinkIn): LetterWords & { address: string } {
  const say = speak(locale)
  const address = addressOf(locale, '/sign-in/link', link)
  const after = [onceUntil(locale, link.expiresAt), say('letter.signIn.not')]
  const text = withLink(say('letter.signIn.open'), address, ...after)
  return { subject: say('letter.signIn.subject'), text, address }
}

/** To the mailbox that a person's address is to move away from. */
export function leaveLetter(locale: Locale, link: LinkIn & { to: string }): LetterWords {
  const say = speak(locale)
  const address = addressOf(locale, '/account/email/confirmation', link)
  const after = [onceUntil(locale, link.expiresAt), say('letter.leave.not')]
  return {
    subject: say('letter.leave.subject'),
    text: withLink(say('letter.leave.open', { to: link.to }), address, ...after),
  }
}

/** To the mailbox that a person's address is to become. */
export function takeLetter(locale: Locale, link: LinkIn): LetterWords {
  const say = speak(locale)
  const address = addressOf(locale, '/account/email/confirmation', link)
  const after = [onceUntil(locale, link.expiresAt), say('letter.take.not')]
  return { subject: say('letter.take.subject'), text: withLink(say('letter.take.open'), address, ...after) }
}

/** To somebody whose address another person wanted. */
export function takenLetter(locale: Locale): LetterWords {
  const say = speak(locale)
  return { subject: say('letter.taken.subject'), text: say('letter.taken.text') }
}

/** After a password was changed. */
export function passwordLetter(
  locale: Locale,
  { publicUrl, at }: { publicUrl: string; at: Temporal.Instant },
): LetterWords {
  const say = speak(locale)
  const moment = formatsFor(locale).moment(at, 'UTC')
  const address = `${publicUrl}${hrefIn(locale, '/sign-in')}`
  return {
    subject: say('letter.password.subject'),
    text: withLink(say('letter.password.text', { at: moment }), address).trim(),
  }
}

/** To both mailboxes after an address was changed. */
export function addressLetter(locale: Locale, to: string): LetterWords {
  const say = speak(locale)
  return { subject: say('letter.address.subject'), text: say('letter.address.text', { to }) }
}

/** After what somebody can show besides a password or a link was changed, or a recovery code was used. */
export function factorLetter(
  locale: Locale,
  change: FactorChange,
  { publicUrl, at }: { publicUrl: string; at: Temporal.Instant },
): LetterWords {
  const say = speak(locale)
  const moment = formatsFor(locale).moment(at, 'UTC')
  const before = [say(`letter.factor.${change}`, { at: moment }), say('letter.factor.not')].join('\n')
  return {
    subject: say('letter.factor.subject'),
    text: withLink(before, `${publicUrl}${hrefIn(locale, '/sign-in')}`).trim(),
  }
}
