import { type RawBuilder, sql } from 'kysely'
import { type Db, firstRow, json, rows, type Tx } from '../../platform/index.ts'
import type { Grant, HeldRole, Limits, Registry } from './model.ts'

type Row = {
  id: string
  person_id: string
  name: string
  email: string
  language: string
  role: string
  limits: Limits
  valid_from: Date
  valid_until: Date | null
  granted_by: string | null
  why: string
  ended_at: Date | null
  ended_by: string | null
  ended_why: string | null
}

// Whoever closed their account has no address.
const columns = sql`g.id, p.id as person_id, p.name, case when p.closed_at is null then p.email else '' end as email, p.language, g.role, g.limits, g.valid_from, g.valid_until,
  coalesce(nullif(b.name, ''), b.email) as granted_by, g.why,
  g.ended_at, coalesce(nullif(e.name, ''), e.email) as ended_by, g.ended_why
  from community.role_grant g join community.person p on p.id = g.person_id
  left join community.person b on b.id = g.granted_by left join community.person e on e.id = g.ended_by`

/** A grant in force, as it is read beside a person. */
export type GrantRow = { role: string; limits: Limits }

/** The grants of the person `p` of a query that are in force at a moment, as a column of it. */
export const grantsInForce = (now: Temporal.Instant) => {
  const at = now.toString()
  return sql`(select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'limits', g.limits)), '[]')
    from community.role_grant g where g.person_id = p.id and g.ended_at is null
    and g.valid_from <= ${at}::timestamptz and (g.valid_until is null or g.valid_until > ${at}::timestamptz))`
}

/** What grants come down to; a role whose room is gone grants nothing. */
export function heldRoles(grants: readonly GrantRow[], registry: Registry): HeldRole[] {
  return grants.flatMap(({ role, limits }) => {
    const declared = registry.find(role)
    return declared ? [{ id: role, permissions: declared.permissions, limits }] : []
  })
}

/** Answers the grants that are not over, and those that are, each the latest first. */
export async function listGrants(
  db: Db,
  now: Temporal.Instant,
  limit = 500,
): Promise<{ running: Grant[]; over: Grant[] }> {
  const over = sql`(g.ended_at is not null or g.valid_until <= ${now.toString()}::timestamptz)`
  const ask = (condition: RawBuilder<unknown>) =>
    rows<Row>(
      db,
      sql`select ${columns} where ${condition} is true order by g.granted_at desc, g.id limit ${limit}`,
    )
  const notOver = sql`coalesce(not ${over}, true)`
  return { running: (await ask(notOver)).map(grantOf), over: (await ask(over)).map(grantOf) }
}

/** Answers a grant by id; undefined when there is none. */
export async function findGrant(db: Db, id: string): Promise<Grant | undefined> {
  const row = await firstRow<Row>(db, sql`select ${columns} where g.id = ${id}::uuid`)
  return row && grantOf(row)
}

/** Answers the grants of one person that are not over at a moment. */
export async function listGrantsOf(db: Db, personId: string, now: Temporal.Instant): Promise<Grant[]> {
  const found = await rows<Row>(
    db,
    sql`select ${columns} where g.person_id = ${personId}::uuid and g.ended_at is null
      and (g.valid_until is null or g.valid_until > ${now.toString()}::timestamptz) order by g.granted_at, g.id`,
  )
  return found.map(grantOf)
}

/** Answers the grants limited to an organisation that are in force at a moment, the earliest first. */
export async function listGrantsWithin(
  db: Db,
  organisationId: string,
  now: Temporal.Instant,
): Promise<Grant[]> {
  const at = now.toString()
  const found = await rows<Row>(
    db,
    sql`select ${columns} where g.limits -> 'organisation' @> to_jsonb(${organisationId}::text) and g.ended_at is null
      and g.valid_from <= ${at}::timestamptz and (g.valid_until is null or g.valid_until > ${at}::timestamptz)
      order by g.granted_at, g.id`,
  )
  return found.map(grantOf)
}

/** Writes a grant down; answers its id. */
export async function insertGrant(
  tx: Tx,
  grant: {
    personId: string
    role: string
    limits: Limits
    from: Temporal.Instant
    until: Temporal.Instant | undefined
    by: string | null
    why: string
  },
): Promise<string> {
  const row = await firstRow<{ id: string }>(
    tx,
    sql`insert into community.role_grant (person_id, role, limits, valid_from, valid_until, granted_at, granted_by, why)
      values (${grant.personId}::uuid, ${grant.role}, ${json(grant.limits)}, ${grant.from.toString()}::timestamptz,
        ${grant.until?.toString() ?? null}::timestamptz, ${grant.from.toString()}::timestamptz, ${grant.by}::uuid,
        ${grant.why}) returning id`,
  )
  if (!row) throw new Error('A grant was not written.')
  return row.id
}

/** Writes down that a grant ended; false when it had ended before. */
export async function endGrant(
  tx: Tx,
  id: string,
  ending: { at: Temporal.Instant; by: string | null; why: string },
): Promise<boolean> {
  const ended = await firstRow(
    tx,
    sql`update community.role_grant set ended_at = ${ending.at.toString()}::timestamptz, ended_by = ${ending.by}::uuid,
      ended_why = ${ending.why} where id = ${id}::uuid and ended_at is null
      and (valid_until is null or valid_until > ${ending.at.toString()}::timestamptz) returning id`,
  )
  return ended !== undefined
}

/** Lets one transaction after another change who administers, so that two cannot both be the last to leave. */
export async function holdGrants(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(7240612)`.execute(tx)
}

// People of a demonstration cannot sign in to a real house, so they stay behind for one of their own only.
const lastingHolders = (leaving: RawBuilder<unknown>) => sql`count(distinct g.person_id) as count
  from community.role_grant g join community.person p on p.id = g.person_id
    and g.ended_at is null and g.valid_until is null and p.closed_at is null
    and (not p.demonstration or exists (select 1 from community.person l where l.id = ${leaving} and l.demonstration))`

/** Answers how many hold a role without an end in sight, beside one grant. */
export async function countLastingHolders(db: Db, role: string, besideId: string): Promise<number> {
  const row = await firstRow<{ count: number }>(
    db,
    sql`select ${lastingHolders(sql`(select person_id from community.role_grant where id = ${besideId}::uuid)`)}
      where g.role = ${role} and g.id <> ${besideId}::uuid`,
  )
  return row?.count ?? 0
}

/** Answers which of these organisations are there. */
export async function knownOrganisations(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const found = await rows<{ id: string }>(
    db,
    sql`select id from community.organisation where id = any(${[...ids]}::text[])`,
  )
  return new Set(found.map(({ id }) => id))
}

/** Answers which of these partners are there. */
export async function knownPartners(db: Db, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const found = await rows<{ id: string }>(
    db,
    sql`select id from community.partner where id = any(${[...ids]}::text[])`,
  )
  return new Set(found.map(({ id }) => id))
}

function grantOf(row: Row): Grant {
  return {
    id: row.id,
    person: { id: row.person_id, name: row.name, email: row.email, language: row.language },
    role: row.role,
    limits: row.limits,
    from: row.valid_from.toTemporalInstant(),
    until: row.valid_until?.toTemporalInstant(),
    grantedBy: row.granted_by ?? undefined,
    why: row.why,
    ended: row.ended_at
      ? {
          at: row.ended_at.toTemporalInstant(),
          by: row.ended_by ?? undefined,
          why: row.ended_why ?? undefined,
        }
      : undefined,
  }
}

/** Answers how many others hold a role without an end in sight. */
export async function countLastingHoldersBut(db: Db, role: string, personId: string): Promise<number> {
  const row = await firstRow<{ count: number }>(
    db,
    sql`select ${lastingHolders(sql`${personId}::uuid`)} where g.role = ${role} and g.person_id <> ${personId}::uuid`,
  )
  return row?.count ?? 0
}
