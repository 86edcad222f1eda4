/** What the house asks of a provider of OpenID Connect. */
import type { Claims } from '../model.ts'

/** What ties an answer to the browser and the moment it was asked from. */
export type Ties = { state: string; nonce: string; verifier: string }

export type Provider = {
  issuer: string
  /** Whether it has answered who it is; if not, it is asked again in the background when it is time to. */
  isReady(): boolean
  /** The address at the provider where somebody signs in; undefined while it has not answered. */
  addressFor(ties: Ties, language: string): Promise<string | undefined>
  /** Who came back with these parameters; or that nobody can be told, as it does not answer or what it says is not right. */
  whoCame(parameters: URLSearchParams, ties: Ties): Promise<Claims | 'away' | 'nonsense'>
}
