import { createHmac } from 'node:crypto'
import {
  type Db,
  isMailAddress,
  networkOf,
  recordAudit,
  Refusal,
  sendLater,
  transact,
  type Tx,
} from '../../platform/index.ts'
import type { Locale } from '../../design/index.ts'
import { fromNetwork, type Limit, linksFromNetwork, linksToMailbox, toAccount } from '../attempts/model.ts'
import { countAttempt, findStanding, keepNetwork } from '../attempts/queries.ts'
import { signInLetter } from '../letters/model.ts'
import { hashOf, makeLink } from '../links/actions.ts'
import type { OpenLink } from '../links/model.ts'
import { consumeLink, findOpenLink } from '../links/queries.ts'
import { readEmail, stranger, type Viewer } from '../people/model.ts'
import { findPersonByEmail, putPerson } from '../people/queries.ts'
import type { Registry } from '../roles/model.ts'
import { dropSessionOf, findMember } from '../sessions/queries.ts'
import { openEngine } from './engine/actions.ts'
import type { Engine } from './engine/model.ts'

/** What signing in is done with. */
export type SigningIn = {
  db: Db
  engine: Engine
  publicUrl: string
  /** Whether people of a demonstration may sign in. */
  demonstration: boolean
  roles: Registry
  /** The same text always becomes the same key, which says nothing of it. */
  keyOf(kind: string, text: string): string
}

/** Opens the way in; asks nothing of the database yet. */
export function openSigningIn(wiring: {
  db: Db
  secret: string
  publicUrl: string
  demonstration: boolean
  roles: Registry
  clock(): Temporal.Instant
}): SigningIn {
  const { db, secret, publicUrl, demonstration, roles, clock } = wiring
  const keyOf = (kind: string, text: string) =>
    createHmac('sha256', secret).update(`${kind}:${text}`).digest('base64url')
  return { db, publicUrl, demonstration, roles, keyOf, engine: openEngine({ db, secret, publicUrl, clock }) }
}

/** Where a request comes from. */
export type Caller = { headers: Headers; network: string; now: Temporal.Instant }

const cookieName = '__Host-session='

/** Does a request with these headers come from somebody, or say so? If not, its answer is the same for anybody. */
export function carriesIdentity(headers: {
  cookie?: string | undefined
  authorization?: string | undefined
}): boolean {
  return headers.authorization !== undefined || (headers.cookie?.includes(cookieName) ?? false)
}

/** Answers who is looking: no question for a stranger without a cookie, one for everybody else. */
export async function viewerOf(
  signingIn: SigningIn,
  headers: Headers,
  now: Temporal.Instant,
): Promise<Viewer> {
  if (!headers.get('cookie')?.includes(cookieName)) return stranger
  const token = await signingIn.engine.tokenOf(headers)
  if (token === undefined) return stranger
  const { db, demonstration, roles } = signingIn
  return (await findMember(db, { token, now, demonstration }, roles)) ?? stranger
}

const demonstrationAddress = /@demo\.example$/

/**
 * Signs in by password; answers headers with the session's cookie, or undefined when address and password do not
 * belong together, nobody has the address, or its owner may not sign in here, all after the same work. Refuses (429)
 * when a network, or strangers to an account, have failed too often; an owner's own networks are let through.
 */
export async function signInByPassword(
  signingIn: SigningIn,
  given: { email: string; password: string },
  caller: Caller,
): Promise<Headers | undefined> {
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
    const opened = await tryPassword(signingIn, email, given.password, caller)
    if (opened) {
      await welcome(signingIn, opened.personId, caller)
      return opened.headers
    }
    await countAttempt(signingIn.db, keys.network, fromNetwork, caller.now)
    if (!standing.known) await countAttempt(signingIn.db, keys.account, toAccount, caller.now)
    return undefined
  })
}

async function tryPassword(signingIn: SigningIn, email: string, password: string, caller: Caller) {
  const person = await findPersonByEmail(signingIn.db, email)
  const barred = !signingIn.demonstration && (person?.demonstration ?? demonstrationAddress.test(email))
  // Somebody who is not there costs the same work as somebody who is.
  const address = barred || !isMailAddress(email) ? 'nobody@house.example' : email
  return signingIn.engine.tryPassword(address, password.slice(0, 1000), caller.headers)
}

/** A session was opened: its network is known from now on, and the session it takes the place of ends. */
async function welcome(
  { db, engine, ...signingIn }: SigningIn,
  personId: string,
  caller: Caller,
): Promise<void> {
  await keepNetwork(db, personId, networkKey({ db, engine, ...signingIn }, caller), caller.now)
  const earlier = caller.headers.get('cookie')?.includes(cookieName)
    ? await engine.tokenOf(caller.headers)
    : undefined
  if (earlier !== undefined) await dropSessionOf(db, earlier)
}

const networkKey = (signingIn: SigningIn, { network }: Caller) =>
  signingIn.keyOf('network', networkOf(network))

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
  !demonstration && demonstrationAddress.test(email)

async function refuseBeyond({ db }: SigningIn, limit: Limit, key: string, { now }: Caller): Promise<void> {
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

/** Signs in by link, which is used up by it; undefined when it was no good. */
export async function signInByLink(
  signingIn: SigningIn,
  token: string,
  caller: Caller,
): Promise<{ headers: Headers; next: string | undefined } | undefined> {
  const { db, engine } = signingIn
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
  const headers = await engine.openSession(followed.person.id, 'link', caller.headers)
  await welcome(signingIn, followed.person.id, caller)
  return { headers, next: followed.next }
}

/** Ends the session a request carries; answers headers that take its cookie away. */
export function signOut({ engine }: SigningIn, headers: Headers): Promise<Headers> {
  return engine.closeSession(headers)
}
