import { createHash, randomInt } from 'node:crypto'
import type { Tx } from '../../platform/index.ts'
import { hasCodes } from '../codes/queries.ts'
import { noteFactor } from '../factors/actions.ts'
import type { SigningIn } from '../signing-in/actions.ts'
import { readRecoveryCode, recoveryCodes, shown, signs, signsOfCode } from './model.ts'
import { dropRecoveryCodes, insertRecoveryCodes, useRecoveryCode } from './queries.ts'

// Eighty random bits, so a plain hash cannot be undone; with a key it would be lost together with the house's secret.
const hashOf = (personId: string, code: string) =>
  createHash('sha256').update(`${personId}:${code}`).digest('base64url')

const makeCode = () => Array.from({ length: signsOfCode }, () => signs[randomInt(signs.length)]).join('')

/** Makes a person's recovery codes anew and answers them as they are shown; only their hashes are kept. */
export async function makeRecoveryCodes(tx: Tx, personId: string, now: Temporal.Instant): Promise<string[]> {
  const codes = Array.from({ length: recoveryCodes }, makeCode)
  await dropRecoveryCodes(tx, personId)
  await insertRecoveryCodes(
    tx,
    personId,
    codes.map((code) => hashOf(personId, code)),
    now,
  )
  return codes.map(shown)
}

/** Takes a recovery code, once, and tells its owner; false when it is none of theirs, or was used before. */
export async function takeRecoveryCode(
  tx: Tx,
  signingIn: Pick<SigningIn, 'publicUrl'>,
  personId: string,
  given: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const code = readRecoveryCode(given)
  if (code === undefined || !(await hasCodes(tx, personId))) return false
  if (!(await useRecoveryCode(tx, personId, hashOf(personId, code), now))) return false
  await noteFactor(tx, signingIn, personId, 'recoveryUsed', now)
  return true
}
