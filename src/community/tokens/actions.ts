import { randomBytes } from 'node:crypto'
import {
  type Db,
  networkOf,
  notAllowed,
  notFound,
  recordAudit,
  Refusal,
  transact,
} from '../../platform/index.ts'
import { fromNetwork } from '../attempts/model.ts'
import { countAttempt } from '../attempts/queries.ts'
import { hashOf } from '../links/actions.ts'
import { tell } from '../notices/actions.ts'
import { type Member, readName } from '../people/model.ts'
import type { Registry } from '../roles/model.ts'
import {
  endOf,
  isToken,
  lastDays,
  longestTokenName,
  mostTokens,
  type Scopes,
  type TokenFault,
  tokenPrefix,
} from './model.ts'
import { endToken, findBearer, insertToken, listTokens, saveUse } from './queries.ts'

export type TokenRequest = { name: string; scopes: readonly string[]; until: string }

/** Makes a token for a person and tells them; answers it, this once and never again, or what is to be mended. */
export function makeToken(
  { db, scopes }: { db: Db; scopes: Scopes },
  by: Member,
  given: TokenRequest,
  now: Temporal.Instant,
): Promise<{ token: string } | { faults: TokenFault[] }> {
  const name = readName(given.name)
  const until = dayIn(given.until)
  const chosen = scopes.all.filter(({ id }) => given.scopes.includes(id)).map(({ id }) => id)
  return transact(db, async (tx) => {
    const faults = [...nameFaults(name), ...scopeFaults(chosen), ...untilFaults(until, now)]
    if (name === undefined || until === undefined || faults.length > 0) return { faults }
    if ((await listTokens(tx, by.personId)).length >= mostTokens) return { faults: [fault('name', 'many')] }
    const token = tokenPrefix + randomBytes(32).toString('base64url')
    const expiresAt = endOf(until)
    const made = {
      personId: by.personId,
      name,
      scopes: chosen,
      factors: by.session.factors,
      madeAt: now,
      expiresAt,
    }
    const id = await insertToken(tx, { ...made, hash: hashOf(token) })
    if (id === undefined) return { faults: [fault('name', 'name-same')] }
    await tell(tx, by.personId, 'community.tokenMade', { name, until: until.toString() }, now)
    await recordAudit(tx, {
      who: by.personId,
      what: 'community.makeToken',
      record: { kind: 'tokens', id },
      after: { name, scopes: chosen, expiresAt },
    })
    return { token }
  })
}

const fault = (field: TokenFault['field'], fault: TokenFault['fault']): TokenFault => ({ field, fault })

function nameFaults(name: string | undefined): TokenFault[] {
  if (name === '') return [fault('name', 'name')]
  return name === undefined || name.length > longestTokenName ? [fault('name', 'name-long')] : []
}

const scopeFaults = (chosen: string[]) => (chosen.length === 0 ? [fault('scopes', 'scopes')] : [])

function dayIn(given: string): Temporal.PlainDate | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given)) return undefined
  try {
    return Temporal.PlainDate.from(given)
  } catch {
    return undefined
  }
}

function untilFaults(until: Temporal.PlainDate | undefined, now: Temporal.Instant): TokenFault[] {
  if (until === undefined) return [fault('until', 'until')]
  const { first, last } = lastDays(now)
  if (Temporal.PlainDate.compare(until, first) < 0) return [fault('until', 'until-past')]
  return Temporal.PlainDate.compare(until, last) > 0 ? [fault('until', 'until-far')] : []
}

/** Ends a token of one's own, at once. Refuses (404) another person's, and one that has ended. */
export function endOwnToken(db: Db, by: Member, id: string, now: Temporal.Instant): Promise<void> {
  return transact(db, async (tx) => {
    const name = await endToken(tx, by.personId, id, now)
    if (name === undefined) throw notFound()
    await recordAudit(tx, {
      who: by.personId,
      what: 'community.endToken',
      record: { kind: 'tokens', id },
      before: { name },
    })
  })
}

type Known = {
  db: Db
  demonstration: boolean
  staffSecondFactor: boolean
  roles: Registry
  scopes: Scopes
  keyOf(kind: string, text: string): string
}

/**
 * Answers whom a token speaks for, with their roles as they are now and within its scopes (RFC 6750). Refuses (401) one that is
 * none, has run out or was ended, (429) a network that shows too many such, and (403) to change anything with one that only reads.
 */
export async function memberByToken(
  { db, demonstration, staffSecondFactor, keyOf, ...known }: Known,
  token: string,
  asked: { method: string; network: string; now: Temporal.Instant },
): Promise<Member> {
  const { now } = asked
  const bearer = isToken(token)
    ? await findBearer(db, { hash: hashOf(token), now, demonstration, staffSecondFactor }, known)
    : undefined
  if (!bearer) return await refuseToken(db, keyOf('token-network', networkOf(asked.network)), now)
  if (!bearer.writes && !['GET', 'HEAD', 'OPTIONS'].includes(asked.method))
    throw notAllowed('This token can only read.')
  const today = lastDays(now).first.toString()
  if (bearer.lastUsedOn !== today) await saveUse(db, bearer.member.session.id, today)
  return bearer.member
}

// Only what fails is counted, so nobody's good token is refused for what others try from the same network.
async function refuseToken(db: Db, key: string, now: Temporal.Instant): Promise<never> {
  const { count, wait } = await countAttempt(db, key, fromNetwork, now)
  if (count > fromNetwork.most) throw new Refusal(429, '', wait)
  throw new Refusal(401, 'This token is none of this house, has run out or was ended.')
}
