/** For tests only: an authenticator app, and somebody who has switched codes on. */
import { createHmac } from 'node:crypto'
import type { Visitor } from '../../testing.ts'

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The code an app shows for a key in base32; written apart from the house's own, as apps are. */
export function codeOf(key: string, now: Temporal.Instant): string {
  const bits = Array.from(key.replaceAll(/\s/g, ''), (sign) =>
    alphabet.indexOf(sign).toString(2).padStart(5, '0'),
  ).join('')
  const bytes = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)))
  const counter = Buffer.from(
    Math.floor(now.epochMilliseconds / 30_000)
      .toString(16)
      .padStart(16, '0'),
    'hex',
  )
  const digest = createHmac('sha1', bytes).update(counter).digest()
  const at = digest.readUInt8(19) % 16
  return String((digest.readUInt32BE(at) % 2 ** 31) % 10 ** 6).padStart(6, '0')
}

/** The key on the page that offers it. */
export const keyOn = (page: string) => /<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(page)?.[1] ?? ''

/** The recovery codes on the page that shows them. */
export const recoveryOn = (page: string) =>
  [...page.matchAll(/<code[^>]*>([0-9a-z]{4}(?:-[0-9a-z]{4}){3})<\/code>/g)].map(([, code = '']) => code)

/** Switches codes on for whoever is signed in; answers their key and recovery codes. */
export async function switchCodesOn(
  visitor: Visitor,
  now: Temporal.Instant,
): Promise<{ key: string; recovery: string[] }> {
  await visitor.send('/account/codes/key', {})
  const key = keyOn((await visitor.get('/account/codes')).text)
  const { text } = await visitor.send('/account/codes', { code: codeOf(key, now) })
  return { key, recovery: recoveryOn(text) }
}
