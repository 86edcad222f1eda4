import {
  type Db,
  isMailAddress,
  type Log,
  networkOf,
  type ProviderSettings,
  recordAudit,
  Refusal,
  type Sealer,
  sealerOf,
  sendLater,
  transact,
  type Tx,
} from '../../platform/index.ts'
import type { Locale } from '../../design/index.ts'
import { fromNetwork, type Limit, linksFromNetwork, linksToMailbox, toAccount } from '../attempts/model.ts'
import { countAttempt, findStanding } from '../attempts/queries.ts'
import { signInLetter } from '../letters/model.ts'
import { hashOf, keyedBy, makeLink } from '../links/actions.ts'
import type { OpenLink } from '../links/model.ts'
import { consumeLink, findOpenLink } from '../links/queries.ts'
import { readEmail, stranger, type Viewer } from '../people/model.ts'
import { hashPassword, verifyPassword } from '../passwords/actions.ts'
import { findCredential, findPersonByEmail, putPerson } from '../people/queries.ts'
import type { Registry } from '../roles/model.ts'
import { memberByToken } from '../tokens/actions.ts'
import { bearerIn, type Scopes } from '../tokens/model.ts'
import { findMember } from '../sessions/queries.ts'
import { openEngine } from './engine/actions.ts'
import type { Engine } from './engine/model.ts'
import { type Entered, networkKey, openOrAsk, sessionCookie } from './entering/actions.ts'
import { openProvider } from './provider/openid/actions.ts'
import type { Provider } from './provider/openid/model.ts'

/** What signing in is done with. */
export type SigningIn = {
  db: Db
  engine: Engine
  /** Where people may sign in with an account they have elsewhere, if the settings name one. */
  provider: Provider | undefined
  publicUrl: string
  /** Whether people of a demonstration may sign in. */
  demonstration: boolean
  /** Whether whoever may open the desk must show a second factor. */
  staffSecondFactor: boolean
  roles: Registry
  /** What makes the keys of authenticators unreadable in the database. */
  sealer: Sealer
  scopes: Scopes
  /** The same text always becomes the same key, which says nothing of it. */
  keyOf(kind: string, text: string): string
}

/** Opens the way in; asks nothing of the database yet. */
export function openSigningIn(wiring: {
  db: Db
  secret: string
  publicUrl: string
  demonstration: boolean
  staffSecondFactor: boolean
  roles: Registry
  scopes: Scopes
  provider: ProviderSettings | undefined
  log: Log
  clock(): Temporal.Instant
}): SigningIn {
  const { secret, clock, log, ...open } = wiring
  const { db, publicUrl } = wiring
  const engine = openEngine({ db, secret, publicUrl, clock })
  const provider = wiring.provider && openProvider({ settings: wiring.provider, publicUrl, clock, log })
  return { ...open, keyOf: keyedBy(secret), sealer: sealerOf(secret, 'authenticator'), engine, provider }
}

/** Where a request comes from. */
export type Caller = { headers: Headers; network: string; now: Temporal.Instant }

/** Does a request with these headers come from somebody, or say so? If not, its answer is the same for anybody. */
export function carriesIdentity(headers: {
  cookie?: string | undefined
  authorization?: string | undefined
}): boolean {
  return headers.authorization !== undefined || (headers.cookie?.includes(sessionCookie) ?? false)
}

/**
 * Answers who is looking: no question for a stranger without a cookie, one for everybody else. To the API a token speaks
 * for its owner, before any cookie; elsewhere it says nothing. Refuses as `memberByToken` does.
 */
export async function viewerOf(
  signingIn: SigningIn,
  asked: Caller & { method: string; path: string },
): Promise<Viewer> {
  const { headers, now } = asked
  const bearer = asked.path.startsWith('/api/') ? bearerIn(headers.get('authorization')) : undefined
  if (bearer !== undefined) return memberByToken(signingIn, bearer, asked)
  if (!headers.get('cookie')?.includes(sessionCookie)) return stranger
  const token = await signingIn.engine.tokenOf(headers)
  if (token === undefined) return stranger
  const { db, demonstration, staffSecondFactor, roles } = signingIn
  return (await findMember(db, { token, now, demonstration, staffSecondFactor }, roles)) ?? stranger
}

/** Whether an address is of the people of a demonstration, whether or not one of them has it. */
export const isDemonstrationAddress = (email: string) => email.endsWith('@demo.example')

/**
 * Signs in by password, which opens a session or asks for a second step; undefined when address and password do not
 * belong together, nobody has the address, or its owner may not sign in here, all after the same work. Refuses (429)
 * when a network, or strangers to an account, have failed too often; an owner's own networks are let through.
 */
export async function signInByPassword(
  signingIn: SigningIn,
  given: { email: string; password: string; next?: string | undefined },
  caller: Caller,
): Promise<Entered | undefined> {
  const email = readEmail(given.email).slice(0, 300)
  const keys = { network: networkKey(signingIn, caller), account: signingIn.keyOf('account', email) }
  return inTurn(keys.account, async () => {
    const asked = { ...keys, email, now: caller.now }
    const standing = await findStanding(signingIn.db, asked, {
      network: fromNetwork.most,
      account: toAccount.most,
    })
    const wait = Math.max(standing.networkWait, standing.known ? 0 : standing.accountWait)
    if (wait > 0) throw new Refusal(429, '', wait)
    const personId = await checkPassword(signingIn, email, given.password)
    if (personId !== undefined)
      return openOrAsk(signingIn, { personId, way: 'password', next: given.next }, caller)
    await countAttempt(signingIn.db, keys.network, fromNetwork, caller.now)
    // From an owner's own network nothing is held against the account, but it must not take less work either.
    const account = standing.known ? `${keys.account}:${keys.network}` : keys.account
    await countAttempt(signingIn.db, account, toAccount, caller.now)
    return undefined
  })
}

/** Answers whose password this is; somebody who is not there costs the same work as somebody who is. */
async function checkPassword(
  { db, demonstration }: SigningIn,
  email: string,
  given: string,
): Promise<string | undefined> {
  const found = await findCredential(db, email)
  const barred = !demonstration && (found?.demonstration ?? isDemonstrationAddress(email))
  const password = given.slice(0, 1000)
  if (!found?.hash || barred) {
    await hashPassword(password)
    return undefined
  }
  return (await verifyPassword(found.hash, password)) ? found.personId : undefined
}

const turns = new Map<string, Promise<unknown>>()

// Attempts on one account take turns, so that a crowd of them cannot run ahead of the count.
async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
  const mine = (turns.get(key) ?? Promise.resolve()).then(work, work)
  const settled = mine.catch(() => undefined)
  turns.set(key, settled)
  try {
    return await mine
  } finally {
    if (turns.get(key) === settled) turns.delete(key)
  }
}

/**
 * Writes a letter with a link to an address, known or not: whoever follows it has shown that the mailbox is theirs, and
 * is made a person if they were none. False when this is no address. Refuses (429) when a network asks too often.
 */
export async function askForLink(
  signingIn: SigningIn,
  asked: { email: string; locale: Locale; next: string | undefined },
  caller: Caller,
): Promise<boolean> {
  const email = readEmail(asked.email)
  if (!isMailAddress(email)) return false
  await refuseBeyond(
    signingIn,
    linksFromNetwork,
    signingIn.keyOf('links-from', networkOf(caller.network)),
    caller,
  )
  const { db } = signingIn
  const mailbox = await countAttempt(db, signingIn.keyOf('links-to', email), linksToMailbox, caller.now)
  const isWritten = mailbox.count <= linksToMailbox.most && !isBarred(signingIn, email)
  await transact(db, async (tx) => {
    const person = await findPersonByEmail(tx, email)
    if (!isWritten || (person?.demonstration && !signingIn.demonstration)) return
    await writeSignIn(tx, signingIn, { email, locale: asked.locale, next: asked.next }, caller.now)
  })
  return true
}

const isBarred = ({ demonstration }: SigningIn, email: string) =>
  !demonstration && isDemonstrationAddress(email)

/** Counts one more attempt; refuses (429) beyond a limit. */
export async function refuseBeyond(
  { db }: SigningIn,
  limit: Limit,
  key: string,
  { now }: Caller,
): Promise<void> {
  const { count, wait } = await countAttempt(db, key, limit, now)
  if (count > limit.most) throw new Refusal(429, '', wait)
}

/** Writes a letter with a link that signs in; answers the link's address. */
export async function writeSignIn(
  tx: Tx,
  { publicUrl }: Pick<SigningIn, 'publicUrl'>,
  asked: { email: string; locale: Locale; next: string | undefined; minutes?: number },
  now: Temporal.Instant,
): Promise<string> {
  const { email, locale, next, minutes } = asked
  const details = { language: locale, ...(next === undefined ? {} : { next }) }
  const link = await makeLink(tx, { purpose: 'sign-in', email, details }, now, minutes)
  const letter = signInLetter(locale, { publicUrl, token: link.token, expiresAt: link.expiresAt })
  await sendLater(tx, {
    to: { address: email },
    kind: 'community.signIn',
    reference: `community.signIn/${link.id}`,
    urgency: 'now',
    language: locale,
    until: link.expiresAt,
    subject: letter.subject,
    text: letter.text,
  })
  return letter.address
}

/** Answers what a link that signs in is for, without using it; undefined when it is no good any more. */
export function readSignInLink(
  { db }: SigningIn,
  token: string,
  now: Temporal.Instant,
): Promise<OpenLink | undefined> {
  return findOpenLink(db, 'sign-in', hashOf(token), now)
}

/** Signs in by link, which is used up by it and opens a session or asks for a second step; undefined when it was no good. */
export async function signInByLink(
  signingIn: SigningIn,
  token: string,
  caller: Caller,
): Promise<Entered | undefined> {
  const { db } = signingIn
  const followed = await transact(db, async (tx) => {
    const link = await consumeLink(tx, 'sign-in', hashOf(token), caller.now)
    if (!link || isBarred(signingIn, link.email)) return undefined
    const before = await findPersonByEmail(tx, link.email)
    if (before?.demonstration && !signingIn.demonstration) return undefined
    const person =
      before ?? (await putPerson(tx, { email: link.email, language: link.details.language ?? 'en' }))
    if (!before)
      await recordAudit(tx, {
        who: person.id,
        what: 'community.join',
        record: { kind: 'people', id: person.id },
      })
    return { person, next: link.details.next }
  })
  if (!followed) return undefined
  return openOrAsk(signingIn, { personId: followed.person.id, way: 'link', next: followed.next }, caller)
}

/** Ends the session a request carries; answers headers that take its cookie away. */
export function signOut({ engine }: SigningIn, headers: Headers): Promise<Headers> {
  return engine.closeSession(headers)
}
