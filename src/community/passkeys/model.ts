/** Passkeys (WebAuthn level 3): a key that stays in a device, unlocked there by its owner. Pure. */
import { longestPasskeyName } from '../factors/model.ts'

/** A passkey as its owner sees it. */
export type PasskeyLine = {
  id: string
  name: string
  madeAt: Temporal.Instant
  usedAt: Temporal.Instant | undefined
}

/** A passkey as it is checked. */
export type Passkey = {
  id: string
  personId: string
  /** Whether its owner belongs to a demonstration. */
  demonstration: boolean
  credentialId: string
  publicKey: Uint8Array<ArrayBuffer>
  counter: number
  transports: string[]
}

/** So many one person can have. */
export const mostPasskeys = 20

/** So long a device may take to sign what it was given. */
export const challengeMinutes = 5

/** The cookie that binds what is to be signed to the browser that asked for it. */
export const challengeCookie = '__Host-passkey'

/** What passkeys of this house are good for: its host and its own address; undefined where that is a bare IP address. */
export function partyOf(publicUrl: string): { host: string; origin: string } | undefined {
  const { hostname, origin } = new URL(publicUrl)
  return /^\[|^[\d.]+$/.test(hostname) ? undefined : { host: hostname, origin }
}

/** A passkey's name as its owner writes it; undefined when it is empty or too long. */
export function readPasskeyName(given: string): string | undefined {
  const name = given
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
  return name === '' || Array.from(name).length > longestPasskeyName ? undefined : name
}
