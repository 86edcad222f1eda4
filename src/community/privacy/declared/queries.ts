import { sql } from 'kysely'
import { type Db, firstRow, rows, type Traces, type Tx } from '../../../platform/index.ts'

/** Answers how a person’s ways in are kept, without what is secret in them. */
export function readAccounts(db: Db, personId: string): Promise<Record<string, unknown>[]> {
  return rows(
    db,
    sql`select provider_id as "provider", case when provider_id like 'http%' then account_id end as "knownThereAs",
        password is not null as "hasPassword", scope, created_at as "createdAt",
        updated_at as "updatedAt"
      from community.account where person_id = ${personId}::uuid order by created_at, id`,
  )
}

/** Answers the links to a person’s addresses, and the changes of address they asked for. */
export async function readLinks(db: Db, person: Traces): Promise<Record<string, unknown>[]> {
  return [
    ...(await rows<Record<string, unknown>>(
      db,
      sql`select 'link' as kind, purpose, email, made_at as "madeAt", expires_at as "expiresAt", used_at as "usedAt"
        from community.link where email = any(${[...person.addresses]}::text[]) order by made_at, id`,
    )),
    ...(await rows<Record<string, unknown>>(
      db,
      sql`select 'change' as kind, from_email as "from", to_email as "to", asked_at as "askedAt", left_at as "leftAt",
          taken_at as "takenAt", done_at as "doneAt"
        from community.address_change where person_id = ${person.id}::uuid order by asked_at, id`,
    )),
  ]
}

/** Answers addresses a person asked for that nobody has confirmed to be theirs. */
export async function findWanted(db: Db, personId: string): Promise<string[]> {
  const found = await rows<{ email: string }>(
    db,
    sql`select distinct c.to_email as email from community.address_change c where c.person_id = ${personId}::uuid
      and c.taken_at is null and not exists (select 1 from community.person o where o.email = c.to_email)`,
  )
  return found.map(({ email }) => email)
}

/** Takes away a person’s links and changes of address, those to a mailbox that never confirmed too. */
export async function dropLinks(tx: Tx, person: Traces): Promise<void> {
  const addresses = sql`${[...person.addresses]}::text[]`
  await sql`delete from community.link where email = any(${addresses}) or details->>'change' in
    (select id::text from community.address_change where person_id = ${person.id}::uuid)`.execute(tx)
  await sql`delete from community.address_change where person_id = ${person.id}::uuid`.execute(tx)
  await sql`delete from community.verification where lower(identifier) = any(${addresses})
    or strpos(value, ${person.id}) > 0 or strpos(identifier, ${person.id}) > 0`.execute(tx)
}

/** Takes away what a person’s attempts were counted by, where it is kept by their id. */
export async function dropAttemptsOf(tx: Tx, personId: string): Promise<void> {
  await sql`delete from community.attempt where strpos(key, ${personId}) > 0`.execute(tx)
}

/** Answers the roles a person holds and held; whoever granted one is named by their office alone. */
export function readGrants(db: Db, personId: string): Promise<Record<string, unknown>[]> {
  const office = (column: string) =>
    sql`case when ${sql.ref(column)} is null then 'the house' else 'administrator' end`
  return rows(
    db,
    sql`select role, limits, valid_from as "from", valid_until as "until", granted_at as "grantedAt",
        ${office('granted_by')} as "grantedBy", why, ended_at as "endedAt",
        case when ended_at is not null then ${office('ended_by')} end as "endedBy", ended_why as "endedWhy"
      from community.role_grant where person_id = ${personId}::uuid order by granted_at, id`,
  )
}

/** Leaves of a person’s roles what they were and from when to when; those in force end. */
export async function makeGrantsNameless(tx: Tx, personId: string): Promise<void> {
  await sql`update community.role_grant set why = '', ended_why = case when ended_why is null then null else '' end,
      ended_at = case when ended_at is null and (valid_until is null or valid_until > now())
        then greatest(now(), valid_from) else ended_at end
    where person_id = ${personId}::uuid`.execute(tx)
}

/** Takes away the grants that ended before a moment. Answers how many. */
export async function dropGrantsEnded(tx: Tx, before: Temporal.Instant): Promise<number> {
  const row = await firstRow<{ count: number }>(
    tx,
    sql`with dropped as (delete from community.role_grant
        where coalesce(ended_at, valid_until) <= ${before.toString()}::timestamptz returning 1)
      select count(*) as count from dropped`,
  )
  return row?.count ?? 0
}
