import { createHash, randomBytes } from 'node:crypto'
import { hrefIn, isLocale, type Locale } from '../../../design/index.ts'
import {
  isMailAddress,
  notFound,
  recordAudit,
  sendLater,
  transact,
  type Tx,
} from '../../../platform/index.ts'
import { linksFromNetwork } from '../../attempts/model.ts'
import { hashOf } from '../../links/actions.ts'
import { type Member, type Person, readEmail, readName } from '../../people/model.ts'
import { findPersonByEmail, putPerson } from '../../people/queries.ts'
import { type Caller, isDemonstrationAddress, refuseBeyond, type SigningIn } from '../actions.ts'
import { type Entered, networkKey, openOrAsk } from '../entering/actions.ts'
import { type Claims, linkedLetter, type ProviderFault, visitMinutes } from './model.ts'
import type { Ties } from './openid/model.ts'
import {
  consumeVisit,
  dropAccount,
  dropProviderSessions,
  findPersonOf,
  holdAccount,
  insertAccount,
  insertVisit,
} from './queries.ts'

// What goes to the provider follows from the secret in the browser, and does not give it away; nothing of it is kept here.
function tiesOf(state: string, browser: string): Ties {
  const from = (what: string) => createHash('sha256').update(`${what}:${browser}`).digest('base64url')
  return { state, nonce: from('nonce'), verifier: from('verifier') }
}

/**
 * Begins to sign somebody in at the provider: answers the address to send them to, and what their browser keeps until they
 * are back; undefined when the provider cannot be used now. Refuses (429) when a network begins too often.
 */
export async function beginAtProvider(
  signingIn: SigningIn,
  asked: { language: Locale; next: string | undefined },
  caller: Caller,
): Promise<{ address: string; browser: string } | undefined> {
  const { db, provider, keyOf } = signingIn
  await refuseBeyond(
    signingIn,
    linksFromNetwork,
    keyOf('provider-from', networkKey(signingIn, caller)),
    caller,
  )
  const [state, browser] = [randomToken(), randomToken()]
  const address = await provider?.addressFor(tiesOf(state, browser), asked.language)
  if (address === undefined) return undefined
  await insertVisit(db, {
    stateHash: hashOf(state),
    browserHash: hashOf(browser),
    language: asked.language,
    next: asked.next ?? null,
    begunAt: caller.now,
    expiresAt: caller.now.add({ minutes: visitMinutes }),
  })
  return { address, browser }
}

const randomToken = () => randomBytes(32).toString('base64url')

export type Returned = { language: Locale | undefined } & ({ fault: ProviderFault } | { entered: Entered })

/**
 * Signs in whoever comes back from the provider, in the browser they left from, once: answers headers with the session's
 * cookie, or why not. Nothing is opened or made unless the provider's word is right in every part.
 */
export async function returnFromProvider(
  signingIn: SigningIn,
  given: { parameters: URLSearchParams; browser: string | undefined },
  caller: Caller,
): Promise<Returned> {
  const { db, provider } = signingIn
  const { parameters, browser } = given
  const state = parameters.get('state') ?? ''
  if (!provider || browser === undefined) return { language: undefined, fault: 'gone' }
  const hashes = { stateHash: hashOf(state), browserHash: hashOf(browser) }
  const visit = await consumeVisit(db, { ...hashes, now: caller.now })
  if (!visit) return { language: undefined, fault: 'gone' }
  const { language } = visit
  if (parameters.get('error') === 'access_denied') return { language, fault: 'cancelled' }
  const claims = await provider.whoCame(parameters, tiesOf(state, browser))
  if (typeof claims === 'string') return { language, fault: claims }
  const found = await transact(db, (tx) => personFor(tx, signingIn, claims, language, caller.now))
  if (typeof found === 'string') return { language, fault: found }
  const next = visit.next ?? hrefIn(language, '/account')
  return {
    language,
    entered: await openOrAsk(signingIn, { personId: found.id, way: 'provider', next }, caller),
  }
}

/** Whose account the provider's is: the person it is linked with, else who has the address it has made sure of, else somebody new. */
async function personFor(
  tx: Tx,
  signingIn: SigningIn,
  claims: Claims,
  language: Locale,
  now: Temporal.Instant,
): Promise<Person | ProviderFault> {
  const { issuer, subject } = claims
  await holdAccount(tx, issuer, subject)
  const linked = await findPersonOf(tx, issuer, subject)
  // Whatever address the provider names by now, it is the same person, with the address this house knows.
  if (linked) return linked.demonstration ? 'barred' : linked
  const email = readEmail(claims.email ?? '')
  if (!isMailAddress(email)) return 'no-address'
  if (!claims.isVerified) return 'unverified'
  const before = await findPersonByEmail(tx, email)
  if (before?.demonstration || isDemonstrationAddress(email)) return 'barred'
  const person = before ?? (await putPerson(tx, { email, language, name: readName(claims.name) ?? '' }))
  await insertAccount(tx, { personId: person.id, issuer, subject, now })
  if (before) await tellLinked(tx, signingIn, before, issuer, now)
  await recordAudit(tx, {
    who: person.id,
    what: before ? 'community.linkProvider' : 'community.join',
    record: { kind: 'people', id: person.id },
    after: { provider: issuer },
  })
  return person
}

async function tellLinked(
  tx: Tx,
  { publicUrl }: SigningIn,
  person: Person,
  issuer: string,
  now: Temporal.Instant,
): Promise<void> {
  const language = isLocale(person.language) ? person.language : 'en'
  await sendLater(tx, {
    to: { address: person.email },
    kind: 'community.provider',
    reference: `community.provider/${person.id}/${now.toString()}`,
    urgency: 'now',
    language,
    ...linkedLetter(language, { issuer, publicUrl }),
  })
}

/**
 * Takes an account elsewhere off one's own, and ends the other sessions that were opened by it; signing in by link always
 * remains. Refuses (404) another person's.
 */
export function unlinkProvider({ db }: Pick<SigningIn, 'db'>, by: Member, id: string): Promise<void> {
  return transact(db, async (tx) => {
    const issuer = await dropAccount(tx, by.personId, id)
    if (issuer === undefined) throw notFound()
    await dropProviderSessions(tx, by.personId, by.session.id)
    await recordAudit(tx, {
      who: by.personId,
      what: 'community.unlinkProvider',
      record: { kind: 'people', id: by.personId },
      before: { provider: issuer },
    })
  })
}
