import { sql } from 'kysely'
import { type Db, firstRow, rows, type Tx } from '../../../platform/index.ts'

export type Subject = {
  id: string
  name: string
  latinName: string | null
  addresses: string[]
  closed: boolean
}

/**
 * Answers a person with every address that is or was theirs, unless it is somebody else's by now; an address they only
 * asked for is not.
 */
export function findSubject(db: Db, id: string): Promise<Subject | undefined> {
  return firstRow<Subject>(
    db,
    sql`select p.id, p.name, (select f.latin_name from community.profile f where f.person_id = p.id) as "latinName",
        p.closed_at is not null as closed,
        (select coalesce(jsonb_agg(distinct had.email), '[]') from (
          select p.email where p.closed_at is null
          union select c.from_email from community.address_change c where c.person_id = p.id
          union select c.to_email from community.address_change c where c.person_id = p.id and c.taken_at is not null) had
          where not exists (select 1 from community.person o where o.email = had.email and o.id <> p.id)) as addresses
      from community.person p where p.id = ${id}::uuid`,
  )
}

/** Answers a person's own entry, as it is given out. */
export function readPerson(db: Db, id: string): Promise<Record<string, unknown>[]> {
  return rows(
    db,
    sql`select id, name, email, image, language, notices_by_mail as "noticesByMail", created_at as "createdAt", signed_in_at as "signedInAt"
      from community.person where id = ${id}::uuid`,
  )
}

/** Leaves of a person nothing but a nameless row, which nobody can sign in to and no letter can be sent to. */
export async function makeNameless(tx: Tx, id: string, pseudonym: string): Promise<void> {
  // No clock is given to an eraser: a restored backup erases again, at whatever time.
  await sql`update community.person set name = ${pseudonym}, email = 'closed:' || id, email_verified = false, image = null,
      language = 'en', notices_by_mail = default, demonstration = false, signed_in_at = null, closed_at = coalesce(closed_at, now()), updated_at = now()
    where id = ${id}::uuid`.execute(tx)
}

/**
 * Takes away the nameless rows, or one of them, that nothing refers to any more: what refers to people is asked of the
 * database itself, so that no table can be forgotten. Answers how many.
 */
export async function dropUnreferred(tx: Tx, id: string | null = null): Promise<number> {
  const referring = await rows<{ table: string; column: string }>(
    tx,
    sql`select n.nspname || '.' || c.relname as table, a.attname as column
      from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
      where f.contype = 'f' and f.confrelid = 'community.person'::regclass order by 1, 2`,
  )
  const none = referring.map(
    ({ table, column }) =>
      sql`not exists (select 1 from ${sql.table(table)} r where r.${sql.ref(column)} = p.id)`,
  )
  const gone = await rows(
    tx,
    sql`delete from community.person p where p.closed_at is not null and (${id}::uuid is null or p.id = ${id}::uuid)
      and ${sql.join(none, sql` and `)} returning p.id`,
  )
  return gone.length
}

/** Answers people whose account was made before a moment, who never signed in and hold no role; at most so many. */
export function findUnused(db: Db, before: Temporal.Instant, most: number): Promise<{ id: string }[]> {
  return rows<{ id: string }>(
    db,
    sql`select id from community.person p where signed_in_at is null and closed_at is null and not demonstration
        and created_at <= ${before.toString()}::timestamptz
        and not exists (select 1 from community.role_grant g where g.person_id = p.id and g.ended_at is null
          and (g.valid_until is null or g.valid_until > ${before.toString()}::timestamptz))
      order by created_at limit ${most}`,
  )
}
