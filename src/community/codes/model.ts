/** Codes from an authenticator app (TOTP, RFC 6238): six digits, a new one every thirty seconds. Pure. */

/** What is kept of a person's app; `since` is when codes were switched on, undefined as long as the key is only offered. */
export type Authenticator = {
  sealedKey: string
  offeredTo: string | undefined
  madeAt: Temporal.Instant
  since: Temporal.Instant | undefined
}

const stepMilliseconds = 30_000

/** So many minutes a key that is offered can be switched on. */
export const offerMinutes = 30

/** So many bytes a key has: as many as SHA-1 gives (RFC 4226, 4). */
export const keyBytes = 20

/** The time step of a moment, by which both sides count. */
export const stepAt = (now: Temporal.Instant) => Math.floor(now.epochMilliseconds / stepMilliseconds)

/** The steps whose codes are accepted at a moment: clocks may be half a minute apart either way. */
export function stepsAround(now: Temporal.Instant): number[] {
  const step = stepAt(now)
  return [step, step - 1, step + 1]
}

// Zero in the digits people of this house may have on their keyboards; the other nine follow each of them.
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0x1040, 0x17e0]

/** The six digits somebody typed, in whichever script and with whatever between; undefined when they are not six. */
export function readCode(given: string): string | undefined {
  const digits = Array.from(given.normalize('NFKC').replaceAll(/[\s\p{P}\p{Cf}]/gu, ''), (sign) => {
    const at = sign.codePointAt(0) ?? 0
    const zero = zeros.find((first) => at >= first && at < first + 10)
    return zero === undefined ? sign : String(at - zero)
  }).join('')
  return /^[0-9]{6}$/.test(digits) ? digits : undefined
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** Bytes in base32 (RFC 4648, 6), without padding, as apps take a key. */
export function base32(bytes: Uint8Array): string {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[parseInt(five.padEnd(5, '0'), 2)]).join('')
}

/** A key as it is read aloud and typed: in groups of four. */
export const inFours = (key: string) => (key.match(/.{1,4}/g) ?? []).join(' ')

/** The address that apps read from the picture: the key, of which house, and whose. */
export function keyAddress(key: string, house: string, account: string): string {
  const label = `${encodeURIComponent(house)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${key}&issuer=${encodeURIComponent(house)}`
}
