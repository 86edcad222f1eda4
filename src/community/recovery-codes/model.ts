/** Codes on paper, each good once in place of one from the app. Pure. */

/** So many are made at a time. */
export const recoveryCodes = 10

/** Signs that are not taken for one another (Crockford's base 32); sixteen of them are 80 bits. */
export const signs = '0123456789abcdefghjkmnpqrstvwxyz'
export const signsOfCode = 16

/** A code as it is shown: `7k3f-…`, in groups of four. */
export const shown = (code: string) => (code.match(/.{4}/g) ?? []).join('-')

/** What somebody typed, as it was made: whatever the case, with what looks alike put right; undefined when it is no code. */
export function readRecoveryCode(given: string): string | undefined {
  const code = given
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{Cf}]/gu, '')
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1')
  return code.length === signsOfCode && Array.from(code).every((sign) => signs.includes(sign))
    ? code
    : undefined
}
