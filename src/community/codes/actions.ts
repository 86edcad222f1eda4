import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { conflict, Refusal, type Sealer, transact, type Tx } from '../../platform/index.ts'
import { triesOfCode } from '../attempts/model.ts'
import { countAttempt, uncountAttempt } from '../attempts/queries.ts'
import { noteFactor, refuseChange } from '../factors/actions.ts'
import { changeOf } from '../factors/permissions.ts'
import { findFactors } from '../factors/queries.ts'
import type { Member } from '../people/model.ts'
import { makeRecoveryCodes } from '../recovery-codes/actions.ts'
import { dropRecoveryCodes } from '../recovery-codes/queries.ts'
import { dropOtherSessions, lowerSession, raiseSession } from '../sessions/queries.ts'
import type { SigningIn } from '../signing-in/actions.ts'
import { base32, keyBytes, offerMinutes, readCode, stepsAround } from './model.ts'
import {
  acceptStep,
  confirmAuthenticator,
  dropAuthenticator,
  findAuthenticator,
  offerAuthenticator,
} from './queries.ts'

/** The code of a time step: HOTP (RFC 4226) with SHA-1 over six digits, as every app knows it. */
export function codeAt(key: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const digest = createHmac('sha1', key).update(counter).digest()
  const at = (digest.at(-1) ?? 0) & 0xf
  return String((digest.readUInt32BE(at) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0')
}

/** The step whose code this is at a moment, a step early or late; undefined when it is none of theirs. */
function stepOf(key: Uint8Array, code: string, now: Temporal.Instant): number | undefined {
  return stepsAround(now).find((step) => timingSafeEqual(Buffer.from(codeAt(key, step)), Buffer.from(code)))
}

function keyIn(sealer: Sealer, sealedKey: string, personId: string): Buffer | undefined {
  const key = sealer.unseal(sealedKey, personId)
  return key === undefined ? undefined : Buffer.from(key, 'base64url')
}

/** Takes a code of somebody whose codes are on: false when it is not theirs, or this step was taken before. */
export async function takeCode(
  tx: Tx,
  sealer: Sealer,
  personId: string,
  given: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const code = readCode(given)
  const held = await findAuthenticator(tx, personId)
  const key = held?.since && keyIn(sealer, held.sealedKey, personId)
  const step = key && code !== undefined ? stepOf(key, code, now) : undefined
  return step !== undefined && acceptStep(tx, personId, step)
}

/** Makes a key for a person's app, which this session alone is shown. Refuses where codes are on, or may not be changed. */
export function offerKey({ db, sealer }: SigningIn, by: Member, now: Temporal.Instant): Promise<void> {
  const { personId } = by
  return transact(db, async (tx) => {
    const factors = await findFactors(tx, personId)
    refuseChange(by, factors, now)
    if (factors.codesSince) throw conflict('Codes are on already.')
    const sealedKey = sealer.seal(randomBytes(keyBytes).toString('base64url'), personId)
    await offerAuthenticator(tx, { personId, sealedKey, sessionId: by.session.id, now })
  })
}

/** Answers the key offered to this session, in base32; undefined when there is none, or it has run out. */
export async function readOffer(
  { db, sealer }: SigningIn,
  by: Member,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const key = await findOffer(db, sealer, by, now)
  return key && base32(key.key)
}

async function findOffer(db: SigningIn['db'], sealer: Sealer, by: Member, now: Temporal.Instant) {
  const held = await findAuthenticator(db, by.personId)
  if (!held || held.since || held.offeredTo !== by.session.id) return undefined
  if (Temporal.Instant.compare(now, held.madeAt.add({ minutes: offerMinutes })) >= 0) return undefined
  const key = keyIn(sealer, held.sealedKey, by.personId)
  return key && { key, sealedKey: held.sealedKey }
}

/**
 * Switches codes on by a right one: from now on signing in asks for them, all other sessions end, and this one has shown
 * two factors. Answers the recovery codes, which are told this once; `wrong` for a wrong code, `gone` when no key is offered.
 */
export async function switchOn(
  signingIn: SigningIn,
  by: Member,
  given: string,
  now: Temporal.Instant,
): Promise<string[] | 'wrong' | 'gone'> {
  const { db, sealer } = signingIn
  const { personId, session } = by
  return transact(db, async (tx) => {
    refuseChange(by, await findFactors(tx, personId), now)
    const offer = await findOffer(tx, sealer, by, now)
    if (!offer) return 'gone'
    const code = readCode(given)
    const step = code === undefined ? undefined : stepOf(offer.key, code, now)
    if (step === undefined) return 'wrong'
    if (!(await confirmAuthenticator(tx, { personId, sealedKey: offer.sealedKey, step, now }))) return 'gone'
    await raiseSession(tx, session.id, 'code')
    await dropOtherSessions(tx, personId, session.id)
    await noteFactor(tx, signingIn, personId, 'codesOn', now)
    return makeRecoveryCodes(tx, personId, now)
  })
}

/**
 * Switches codes off, for whoever has just signed in or gives a right one: the key and the recovery codes are forgotten and
 * all other sessions end. False for a wrong code. Refuses (429) when wrong ones were given too often.
 */
export function switchOff(
  signingIn: SigningIn,
  by: Member,
  given: string,
  now: Temporal.Instant,
): Promise<boolean> {
  return withCode(signingIn, by, given, now, async (tx) => {
    const { personId, session } = by
    if (!(await dropAuthenticator(tx, personId))) throw conflict('Codes are off already.')
    await dropRecoveryCodes(tx, personId)
    if ((await findFactors(tx, personId)).passkeys === 0) await lowerSession(tx, session.id)
    await dropOtherSessions(tx, personId, session.id)
    await noteFactor(tx, signingIn, personId, 'codesOff', now)
    return true
  }).then((done) => done ?? false)
}

/** Makes ten new recovery codes in place of the old ones, as `switchOff` lets one; answers them, undefined for a wrong code. */
export function renewRecoveryCodes(
  signingIn: SigningIn,
  by: Member,
  given: string,
  now: Temporal.Instant,
): Promise<string[] | undefined> {
  return withCode(signingIn, by, given, now, async (tx) => {
    await noteFactor(tx, signingIn, by.personId, 'recoveryRenewed', now)
    return makeRecoveryCodes(tx, by.personId, now)
  })
}

/** Does what only the owner of the codes may: right after signing in, or with a code. */
async function withCode<T>(
  signingIn: SigningIn,
  by: Member,
  given: string,
  now: Temporal.Instant,
  work: (tx: Tx) => Promise<T>,
): Promise<T | undefined> {
  const { db, sealer } = signingIn
  const factors = await findFactors(db, by.personId)
  const change = changeOf(by, factors, now)
  if (!factors.codesSince || change === 'second') throw conflict('Codes are off.')
  if (change === 'may') return transact(db, work)
  const key = `code-of:${by.session.id}`
  const { count, wait } = await countAttempt(db, key, triesOfCode, now)
  if (count > triesOfCode.most) throw new Refusal(429, '', wait)
  return transact(db, async (tx) => {
    if (!(await takeCode(tx, sealer, by.personId, given, now))) return undefined
    await uncountAttempt(tx, key)
    return work(tx)
  })
}
