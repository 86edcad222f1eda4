/** Signing in with an account elsewhere, at the one provider of the house. Pure. */
import { hrefIn, type Locale } from '../../../design/index.ts'
import type { LetterWords } from '../../letters/model.ts'
import { speak } from '../../messages/index.ts'

/** Where the provider sends people back to; it has to know this address. */
export const returnPath = '/sign-in/provider/return'

/** So many minutes one may take at the provider, second factors and forgotten passwords included. */
export const visitMinutes = 20

/** What a provider says of somebody; who they are is issuer and subject alone, all else may change. */
export type Claims = {
  issuer: string
  subject: string
  email: string | undefined
  /** Whether the provider has made sure that the mailbox is theirs. */
  isVerified: boolean
  name: string
}

/** Why nobody was signed in, each with a page that says what to do. */
export const providerFaults = [
  'gone',
  'cancelled',
  'away',
  'nonsense',
  'no-address',
  'unverified',
  'barred',
] as const
export type ProviderFault = (typeof providerFaults)[number]

/** The fault a page is asked for by its address; one that nobody knows is the most general. */
export function readFault(given: string | undefined): ProviderFault {
  return providerFaults.find((fault) => fault === given) ?? 'nonsense'
}

/** An account elsewhere that opens an account here. */
export type LinkedAccount = { id: string; issuer: string; since: Temporal.Instant }

/** A provider as people know it: by its host. */
export const hostOf = (issuer: string) => URL.parse(issuer)?.host ?? issuer

/** To somebody whose account can from now on be opened through a provider. */
export function linkedLetter(
  locale: Locale,
  { issuer, publicUrl }: { issuer: string; publicUrl: string },
): LetterWords {
  const say = speak(locale)
  const provider = hostOf(issuer)
  return {
    subject: say('letter.provider.subject', { provider }),
    text: [say('letter.provider.text', { provider }), '', `${publicUrl}${hrefIn(locale, '/account')}`].join(
      '\n',
    ),
  }
}
