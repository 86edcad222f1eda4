/** What a person can show besides a password or a link. Pure. */

/** What somebody has: since when codes are asked for, recovery codes that are left, and how many passkeys. */
export type Factors = { codesSince: Temporal.Instant | undefined; recoveryLeft: number; passkeys: number }

/** What can happen to them; each is told to the person and audited. */
export type FactorChange =
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'codesOn'
  | 'codesOff'
  | 'recoveryUsed'
  | 'recoveryRenewed'

/** A name of a passkey is no longer than this. */
export const longestPasskeyName = 60
