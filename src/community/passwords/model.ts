/** Which passwords are refused, and why. Length does most; what many people choose is refused at any length. */

export const shortestPassword = 12
export const longestPassword = 128

export type PasswordFault = 'short' | 'long' | 'common' | 'yours'

/**
 * What is wrong with a password, by a list of common ones and what is known of its owner (name, address); undefined
 * when it will do. Composition is nobody's concern (NIST SP 800-63B): any letters of any script.
 */
export function passwordFault(
  password: string,
  common: ReadonlySet<string>,
  owner: readonly string[],
): PasswordFault | undefined {
  const length = Array.from(password.normalize('NFKC')).length
  if (length < shortestPassword) return 'short'
  if (length > longestPassword) return 'long'
  if (isCommon(password, common)) return 'common'
  if (isAboutOwner(password, owner)) return 'yours'
  return undefined
}

function isCommon(password: string, common: ReadonlySet<string>): boolean {
  const plain = unmasked(password)
  return [password.toLowerCase(), plain, coreOf(password), coreOf(plain)].some(
    (form) => common.has(form) || common.has(repeatedPart(form)) || new Set(form).size < 4 || isRun(form),
  )
}

// "P@ssw0rd" is "password" to everybody who tries.
const masks = new Map(
  Object.entries({ '@': 'a', '4': 'a', '3': 'e', '0': 'o', '1': 'l', '5': 's', $: 's', '7': 't' }),
)

function unmasked(password: string): string {
  return Array.from(password.toLowerCase(), (sign) => masks.get(sign) ?? sign).join('')
}

/** Without the figures and signs that are put before and after a word to make it long enough. */
function coreOf(password: string): string {
  const core = password.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return core.length >= 4 ? core : password.toLowerCase()
}

function repeatedPart(text: string): string {
  return /^(.+?)\1+$/su.exec(text)?.[1] ?? text
}

/** Signs that follow one another as they are counted, or stand on a keyboard. */
function isRun(text: string): boolean {
  const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopasdfghjklzxcvbnm']
  return rows.some((row) => row.includes(text) || Array.from(row).toReversed().join('').includes(text))
}

function isAboutOwner(password: string, owner: readonly string[]): boolean {
  const core = coreOf(password)
  return owner
    .flatMap((words) => [words, words.split('@')[0] ?? ''])
    .map((words) => words.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''))
    .some((words) => words.length >= 4 && core.replaceAll(/[^\p{L}\p{N}]/gu, '') === words)
}
