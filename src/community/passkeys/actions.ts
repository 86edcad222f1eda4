import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { conflict, networkOf, notFound, Refusal, transact } from '../../platform/index.ts'
import { challengesFromNetwork, fromNetwork } from '../attempts/model.ts'
import { countAttempt, findStanding } from '../attempts/queries.ts'
import { noteFactor, refuseChange } from '../factors/actions.ts'
import { findFactors } from '../factors/queries.ts'
import { hashOf } from '../links/actions.ts'
import type { Member } from '../people/model.ts'
import { dropOtherSessions, lowerSession, raiseSession } from '../sessions/queries.ts'
import type { Caller, SigningIn } from '../signing-in/actions.ts'
import { type Entered, networkKey, openOrAsk } from '../signing-in/entering/actions.ts'
import { challengeMinutes, mostPasskeys, partyOf, readPasskeyName } from './model.ts'
import {
  consumeChallenge,
  dropPasskey,
  findPasskey,
  insertChallenge,
  insertPasskey,
  listCredentials,
  savePasskeyName,
  saveUse,
} from './queries.ts'

// Loaded only when somebody has a passkey in hand: it brings a reader of certificates along.
const webauthn = () => import('@simplewebauthn/server')

function partyIn({ publicUrl }: Pick<SigningIn, 'publicUrl'>): { host: string; origin: string } {
  const party = partyOf(publicUrl)
  if (!party) throw notFound()
  return party
}

/** What a browser is told to do with a passkey (WebAuthn level 3, 5.4 and 5.5, as JSON), and the token that binds it. */
type Asked<Options> = { options: Options; token: string }

async function ask(
  { db }: SigningIn,
  personId: string | null,
  now: Temporal.Instant,
): Promise<{ challenge: Uint8Array<ArrayBuffer>; token: string }> {
  const challenge = new Uint8Array(randomBytes(32))
  const token = randomBytes(32).toString('base64url')
  const expiresAt = now.add({ minutes: challengeMinutes })
  const kept = Buffer.from(challenge).toString('base64url')
  await insertChallenge(db, { hash: hashOf(token), challenge: kept, personId, expiresAt })
  return { challenge, token }
}

/** Asks a person's device to make a passkey that it keeps itself and unlocks for its owner alone. Refuses as `refuseChange`. */
export async function askForPasskey(signingIn: SigningIn, by: Member, now: Temporal.Instant) {
  const { host } = partyIn(signingIn)
  const factors = await findFactors(signingIn.db, by.personId)
  refuseChange(by, factors, now)
  if (factors.passkeys >= mostPasskeys) throw conflict()
  const { challenge, token } = await ask(signingIn, by.personId, now)
  const { generateRegistrationOptions } = await webauthn()
  const options = await generateRegistrationOptions({
    rpName: host,
    rpID: host,
    userName: by.email,
    userDisplayName: by.name || by.email,
    userID: new Uint8Array(Buffer.from(by.personId.replaceAll('-', ''), 'hex')),
    challenge,
    attestationType: 'none',
    excludeCredentials: await listCredentials(signingIn.db, by.personId),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { options, token } satisfies Asked<typeof options>
}

const text = z
  .string()
  .max(20_000)
  .refine((words) => !words.includes('\0'))

const madeShape = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(20)).max(10).default([]),
  }),
})

const signedShape = z.object({
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.nullish(),
  }),
})

function read<Shape extends z.ZodType>(shape: Shape, answer: string): z.output<Shape> | undefined {
  try {
    return shape.safeParse(JSON.parse(answer)).data
  } catch {
    return undefined
  }
}

/** What a device answered, beside the token of what it was asked and the name its owner gives the passkey. */
export type MadePasskey = { token: string; answer: string; name: string }

/**
 * Adds a passkey that a person's device has made; this session has shown two factors by it. Answers what stands in the way:
 * a name that will not do, or a passkey that is not what was asked for. Refuses as `refuseChange`.
 */
export async function addPasskey(
  signingIn: SigningIn,
  by: Member,
  made: MadePasskey,
  now: Temporal.Instant,
): Promise<'name' | 'failed' | undefined> {
  const { db } = signingIn
  const name = readPasskeyName(made.name)
  if (name === undefined) return 'name'
  const asked = { hash: hashOf(made.token), personId: by.personId, now }
  const challenge = await consumeChallenge(db, asked)
  const passkey = challenge && (await readMade(signingIn, made.answer, challenge))
  if (!passkey) return 'failed'
  return transact(db, async (tx) => {
    const factors = await findFactors(tx, by.personId)
    refuseChange(by, factors, now)
    if (factors.passkeys >= mostPasskeys) throw conflict()
    if (!(await insertPasskey(tx, { ...passkey, personId: by.personId, name, now }))) return 'failed'
    await raiseSession(tx, by.session.id, 'passkey')
    await noteFactor(tx, signingIn, by.personId, 'passkeyAdded', now)
    return undefined
  })
}

async function readMade(signingIn: SigningIn, answer: string, challenge: string) {
  const { host, origin } = partyIn(signingIn)
  const response = read(madeShape, answer)
  if (!response) return undefined
  const { verifyRegistrationResponse } = await webauthn()
  // The package throws for whatever a stranger may have made up, and says so in English.
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: { ...response, response: { ...response.response, transports: [] }, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: true,
  }).catch(() => ({ verified: false, registrationInfo: undefined }))
  if (!verified || !registrationInfo) return undefined
  const { id: credentialId, publicKey, counter } = registrationInfo.credential
  return { credentialId, publicKey, counter, transports: response.response.transports }
}

/** Gives a passkey of one's own another name; false when the name will not do. Refuses (404) another person's. */
export async function renamePasskey(
  { db }: SigningIn,
  by: Member,
  passkey: { id: string; name: string },
): Promise<boolean> {
  const name = readPasskeyName(passkey.name)
  if (name === undefined) return false
  await transact(db, async (tx) => {
    if (!(await savePasskeyName(tx, by.personId, passkey.id, name))) throw notFound()
  })
  return true
}

/** Takes a passkey of one's own away and ends all other sessions. Refuses (404) another person's, and as `refuseChange`. */
export function removePasskey(
  signingIn: SigningIn,
  by: Member,
  id: string,
  now: Temporal.Instant,
): Promise<void> {
  const { personId, session } = by
  return transact(signingIn.db, async (tx) => {
    refuseChange(by, await findFactors(tx, personId), now)
    if (!(await dropPasskey(tx, personId, id))) throw notFound()
    const left = await findFactors(tx, personId)
    if (left.passkeys === 0 && !left.codesSince) await lowerSession(tx, session.id)
    await dropOtherSessions(tx, personId, session.id)
    await noteFactor(tx, signingIn, personId, 'passkeyRemoved', now)
  })
}

/** Asks whoever signs in for any passkey of theirs that this house knows. Refuses (429) a network that asks too often. */
export async function askWho(signingIn: SigningIn, caller: Pick<Caller, 'network' | 'now'>) {
  const { host } = partyIn(signingIn)
  const key = signingIn.keyOf('passkeys-from', networkOf(caller.network))
  const { count, wait } = await countAttempt(signingIn.db, key, challengesFromNetwork, caller.now)
  if (count > challengesFromNetwork.most) throw new Refusal(429, '', wait)
  const { challenge, token } = await ask(signingIn, null, caller.now)
  const { generateAuthenticationOptions } = await webauthn()
  const options = await generateAuthenticationOptions({
    rpID: host,
    challenge,
    userVerification: 'required',
  })
  return { options, token } satisfies Asked<typeof options>
}

/**
 * Signs in by what a passkey has signed; undefined when it was not asked for, is not known here, or does not fit. Refuses (429)
 * when a network has failed too often.
 */
export async function signInByPasskey(
  signingIn: SigningIn,
  signed: { token: string; answer: string; next: string | undefined },
  caller: Caller,
): Promise<Entered | undefined> {
  const { db } = signingIn
  const network = networkKey(signingIn, caller)
  const asked = { network, account: '', email: '', now: caller.now }
  const { networkWait } = await findStanding(db, asked, { network: fromNetwork.most, account: 1 })
  if (networkWait > 0) throw new Refusal(429, '', networkWait)
  const personId = await readSigned(signingIn, signed, caller.now)
  if (personId !== undefined)
    return openOrAsk(signingIn, { personId, way: 'passkey', next: signed.next }, caller)
  await countAttempt(db, network, fromNetwork, caller.now)
  return undefined
}

async function readSigned(
  signingIn: SigningIn,
  { token, answer }: { token: string; answer: string },
  now: Temporal.Instant,
): Promise<string | undefined> {
  const { db, demonstration } = signingIn
  const { host, origin } = partyIn(signingIn)
  const challenge = await consumeChallenge(db, { hash: hashOf(token), personId: null, now })
  const response = read(signedShape, answer)
  const passkey = challenge && response && (await findPasskey(db, response.id))
  if (!passkey || (passkey.demonstration && !demonstration)) return undefined
  const { clientDataJSON, authenticatorData, signature, userHandle } = response.response
  const handle = userHandle && Buffer.from(userHandle, 'base64url').toString('hex')
  if (handle && handle !== passkey.personId.replaceAll('-', '')) return undefined
  const { verifyAuthenticationResponse } = await webauthn()
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: {
      ...response,
      response: { clientDataJSON, authenticatorData, signature },
      clientExtensionResults: {},
    },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: host,
    credential: {
      id: passkey.credentialId,
      publicKey: passkey.publicKey,
      counter: passkey.counter,
    },
    requireUserVerification: true,
  }).catch(() => ({ verified: false, authenticationInfo: undefined }))
  if (!verified || !authenticationInfo) return undefined
  return (await saveUse(db, passkey.id, authenticationInfo.newCounter, now)) ? passkey.personId : undefined
}
