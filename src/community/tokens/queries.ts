import { sql } from 'kysely'
import { type Db, firstRow, rows, type Tx } from '../../platform/index.ts'
import type { Member } from '../people/model.ts'
import type { Registry } from '../roles/model.ts'
import { rolesInForce } from '../roles/permissions.ts'
import { type GrantRow, grantsInForce, heldRoles } from '../roles/queries.ts'
import { rolesWithin, type Scopes, type TokenLine } from './model.ts'

/** Writes a token down; undefined when its owner has one of this name, else its id. */
export async function insertToken(
  tx: Tx,
  token: {
    personId: string
    name: string
    hash: string
    scopes: readonly string[]
    factors: number
    madeAt: Temporal.Instant
    expiresAt: Temporal.Instant
  },
): Promise<string | undefined> {
  const row = await firstRow<{ id: string }>(
    tx,
    sql`insert into community.token (person_id, name, token_hash, scopes, factors, made_at, expires_at)
      values (${token.personId}::uuid, ${token.name}, ${token.hash}, ${[...token.scopes]}::text[], ${token.factors},
        ${token.madeAt.toString()}::timestamptz, ${token.expiresAt.toString()}::timestamptz)
      on conflict (person_id, name) where ended_at is null do nothing returning id`,
  )
  return row?.id
}

/** Answers the tokens of a person that they have not ended, those that run out first before the others. */
export async function listTokens(db: Db, personId: string): Promise<TokenLine[]> {
  const found = await rows<{
    id: string
    name: string
    scopes: string[]
    made_at: Date
    expires_at: Date
    last_used_on: string | null
  }>(
    db,
    sql`select id, name, scopes, made_at, expires_at, last_used_on::text from community.token
      where person_id = ${personId}::uuid and ended_at is null order by expires_at, id`,
  )
  return found.map(({ id, name, scopes, made_at, expires_at, last_used_on }) => ({
    id,
    name,
    scopes,
    madeAt: made_at.toTemporalInstant(),
    expiresAt: expires_at.toTemporalInstant(),
    lastUsedOn: last_used_on ?? undefined,
  }))
}

/** Ends a token of a person; its name, or undefined when it is not theirs or has ended before. */
export async function endToken(
  tx: Tx,
  personId: string,
  id: string,
  now: Temporal.Instant,
): Promise<string | undefined> {
  const ended = await firstRow<{ name: string }>(
    tx,
    sql`update community.token set ended_at = ${now.toString()}::timestamptz
      where id = ${id}::uuid and person_id = ${personId}::uuid and ended_at is null returning name`,
  )
  return ended?.name
}

type BearerRow = {
  token_id: string
  scopes: string[]
  made_at: Date
  last_used_on: string | null
  person_id: string
  name: string
  email: string
  demonstration: boolean
  factors: number
  roles: GrantRow[]
}

export type Bearer = { member: Member; lastUsedOn: string | undefined; writes: boolean }

/**
 * Answers whose token has this hash, with the roles they hold at this moment as far as its scopes reach, in one query by its
 * index; nobody when it has run out or was ended.
 */
export async function findBearer(
  db: Db,
  asked: { hash: string; now: Temporal.Instant; demonstration: boolean; staffSecondFactor: boolean },
  known: { roles: Registry; scopes: Scopes },
): Promise<Bearer | undefined> {
  const row = await firstRow<BearerRow>(
    db,
    sql`select t.id as token_id, t.scopes, t.made_at, t.last_used_on::text, p.id as person_id, p.name, p.email,
        p.demonstration, t.factors, ${grantsInForce(asked.now)} as roles
      from community.token t join community.person p on p.id = t.person_id
      where t.token_hash = ${asked.hash} and p.closed_at is null and t.ended_at is null and t.expires_at > ${asked.now.toString()}::timestamptz
        and (${asked.demonstration} or not p.demonstration)`,
  )
  if (!row) return undefined
  // A scope whose room is gone lets nothing through.
  const scopes = row.scopes.flatMap((id) => known.scopes.find(id) ?? [])
  const { roles } = rolesInForce(heldRoles(row.roles, known.roles), { ...asked, shown: row })
  const session = {
    id: row.token_id,
    way: 'token',
    factors: row.factors,
    openedAt: row.made_at.toTemporalInstant(),
  }
  return {
    member: {
      kind: 'person',
      personId: row.person_id,
      name: row.name,
      email: row.email,
      session,
      scopes: scopes.map(({ id }) => id),
      roles: rolesWithin(roles, scopes),
      // Nobody is there to be asked for one.
      needsSecondFactor: false,
    },
    lastUsedOn: row.last_used_on ?? undefined,
    writes: scopes.some(({ writes }) => writes),
  }
}

/** Writes down the day a token was last used. */
export async function saveUse(db: Db, id: string, day: string): Promise<void> {
  await sql`update community.token set last_used_on = ${day}::date where id = ${id}::uuid`.execute(db)
}

/** Marks the tokens that run out before a moment and whose owners were not told; answers them. */
export async function takeEnding(
  tx: Tx,
  now: Temporal.Instant,
  before: Temporal.Instant,
): Promise<{ personId: string; name: string; expiresAt: Temporal.Instant }[]> {
  const found = await rows<{ person_id: string; name: string; expires_at: Date }>(
    tx,
    sql`update community.token set told_at = ${now.toString()}::timestamptz
      where told_at is null and ended_at is null and expires_at > ${now.toString()}::timestamptz
        and expires_at <= ${before.toString()}::timestamptz returning person_id, name, expires_at`,
  )
  return found.map(({ person_id, name, expires_at }) => ({
    personId: person_id,
    name,
    expiresAt: expires_at.toTemporalInstant(),
  }))
}

/** Clears away the tokens that ran out or were ended before a moment. Answers how many. */
export async function dropOldTokens(tx: Tx, before: Temporal.Instant): Promise<number> {
  const row = await firstRow<{ count: number }>(
    tx,
    sql`with dropped as (delete from community.token
        where least(expires_at, ended_at) <= ${before.toString()}::timestamptz returning 1)
      select count(*) as count from dropped`,
  )
  return row?.count ?? 0
}
