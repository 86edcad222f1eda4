import { randomBytes } from 'node:crypto'
import { networkOf, Refusal, transact, type Tx } from '../../../platform/index.ts'
import { type Limit, triesOfCode } from '../../attempts/model.ts'
import { countAttempt, isKnownNetwork, keepNetwork, uncountAttempt } from '../../attempts/queries.ts'
import { takeCode } from '../../codes/actions.ts'
import { hasCodes } from '../../codes/queries.ts'
import { hashOf } from '../../links/actions.ts'
import { takeRecoveryCode } from '../../recovery-codes/actions.ts'
import { type SecondStep, stepMinutes } from '../../second-steps/model.ts'
import { dropStep, insertStep, tryStep } from '../../second-steps/queries.ts'
import { saveSignIn } from '../../people/queries.ts'
import { dropSessionOf } from '../../sessions/queries.ts'
import type { Caller, SigningIn } from '../actions.ts'
import { type Entry, entryOf, type SecondWay, type Way } from '../model.ts'

export type Opened = { kind: 'opened'; headers: Headers; next: string | undefined }

/** A session was opened, with the headers of its cookie; or a second step is asked for, by the token it goes on with. */
export type Entered = Opened | { kind: 'asked'; token: string }

/**
 * What every way of signing in comes down to, once somebody has shown who they are: opens their session, or, where they
 * have codes on, asks for one first and opens nothing. A passkey is two factors by itself.
 */
export async function openOrAsk(
  signingIn: SigningIn,
  first: { personId: string; way: Way; next: string | undefined },
  caller: Caller,
): Promise<Entered> {
  const { db } = signingIn
  const { personId, way, next } = first
  if (way === 'passkey' || !(await hasCodes(db, personId)))
    return open(signingIn, personId, entryOf(way), next, caller)
  // Always a new token: one that a browser came with may have been planted there.
  const token = randomBytes(32).toString('base64url')
  const expiresAt = caller.now.add({ minutes: stepMinutes })
  await insertStep(db, { personId, way, next, hash: hashOf(token), expiresAt })
  return { kind: 'asked', token }
}

async function open(
  signingIn: SigningIn,
  personId: string,
  entry: Entry,
  next: string | undefined,
  caller: Caller,
): Promise<Opened> {
  const headers = await signingIn.engine.openSession(personId, entry, caller.headers)
  await welcome(signingIn, personId, caller)
  return { kind: 'opened', headers, next }
}

export const sessionCookie = '__Host-session='

/** A session was opened: its network is known from now on, and the session it takes the place of ends. */
async function welcome(signingIn: SigningIn, personId: string, caller: Caller): Promise<void> {
  const { db, engine } = signingIn
  await saveSignIn(db, personId, caller.now)
  await keepNetwork(db, personId, networkKey(signingIn, caller), caller.now)
  const earlier = caller.headers.get('cookie')?.includes(sessionCookie)
    ? await engine.tokenOf(caller.headers)
    : undefined
  if (earlier !== undefined) await dropSessionOf(db, earlier)
}

/** The network of a caller as a key that does not say which it is. */
export const networkKey = (signingIn: Pick<SigningIn, 'keyOf'>, { network }: Pick<Caller, 'network'>) =>
  signingIn.keyOf('network', networkOf(network))

/** A code from the app, or one of the codes kept for when there is no app. */
export type GivenCode = { kind: SecondWay & ('code' | 'recovery-code'); code: string }

/**
 * Does the second step with a code: opens the session that the first step was for. `wrong` when the code is not theirs or was
 * used before, `gone` when the first step has to be done anew. Refuses (429) when codes to this account were tried too
 * often: from networks its owner has come from each is counted alone, so nobody can keep the owner out.
 */
export async function takeSecondStep(
  signingIn: SigningIn,
  token: string,
  given: GivenCode,
  caller: Caller,
): Promise<Opened | { kind: 'wrong' | 'gone' }> {
  const { db } = signingIn
  const hash = hashOf(token)
  const step = await tryStep(db, hash, caller.now)
  if (!step) return { kind: 'gone' }
  const uncount = await countTry(signingIn, step, given.kind, caller)
  const answer = await transact(db, async (tx) => {
    if (!(await isTheirs(tx, signingIn, step, given, caller))) return 'wrong'
    return (await dropStep(tx, hash)) ? 'right' : 'gone'
  })
  if (answer !== 'right') return { kind: answer }
  await uncount()
  return open(signingIn, step.personId, entryOf(step.way, given.kind), step.next, caller)
}

function isTheirs(
  tx: Tx,
  signingIn: SigningIn,
  { personId }: SecondStep,
  { kind, code }: GivenCode,
  { now }: Caller,
): Promise<boolean> {
  return kind === 'code'
    ? takeCode(tx, signingIn.sealer, personId, code, now)
    : takeRecoveryCode(tx, signingIn, personId, code, now)
}

// Counted before it is looked at, so that a crowd of tries cannot run ahead of the count.
async function countTry(signingIn: SigningIn, step: SecondStep, kind: string, caller: Caller) {
  const { db } = signingIn
  const network = networkKey(signingIn, caller)
  const isKnown = await isKnownNetwork(db, step.personId, network)
  const key = `${kind}:${step.personId}${isKnown ? `:${network}` : ''}`
  const limit: Limit = triesOfCode
  const { count, wait } = await countAttempt(db, key, limit, caller.now)
  if (count > limit.most) throw new Refusal(429, '', wait)
  return () => uncountAttempt(db, key)
}
