import { speak } from '../../messages/index.ts'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * The name somebody has once their account is closed, made of bytes that look random: six characters that cannot be
 * mistaken for one another. It is kept, so it is in the house's default language.
 */
export function formerName(bytes: Uint8Array): string {
  const code = Array.from(bytes.subarray(0, 6), (byte) => letters[byte % 32]).join('')
  return speak('en')('privacy.formerMember', { code })
}
