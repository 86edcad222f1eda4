import { sql } from 'kysely'
import { type Db, firstRow, type Tx } from '../../platform/index.ts'
import type { Person } from './model.ts'

const columns = sql`id, name, email, language, demonstration`

/** Answers the person of an address; undefined when there is none. */
export function findPersonByEmail(db: Db, email: string): Promise<Person | undefined> {
  return firstRow<Person>(db, sql`select ${columns} from community.person where email = ${email}`)
}

/** Answers a person by id; undefined when there is none. */
export function findPerson(db: Db, id: string): Promise<Person | undefined> {
  return firstRow<Person>(db, sql`select ${columns} from community.person where id = ${id}::uuid`)
}

/** Answers the person of an address, made if there is none yet. */
export async function putPerson(
  tx: Tx,
  person: { email: string; language: string; name?: string; demonstration?: boolean },
): Promise<Person> {
  const { email, language, name = '', demonstration = false } = person
  await sql`insert into community.person (email, language, name, demonstration)
    values (${email}, ${language}, ${name}, ${demonstration}) on conflict (email) do nothing`.execute(tx)
  const put = await findPersonByEmail(tx, email)
  if (!put) throw new Error('A person who was put is not there.')
  return put
}

/** Writes a person's name. */
export async function saveName(tx: Tx, id: string, name: string): Promise<void> {
  await sql`update community.person set name = ${name}, updated_at = now() where id = ${id}::uuid`.execute(tx)
}

/** Gives a person another address; false when somebody else has it. */
export async function saveEmail(tx: Tx, id: string, email: string): Promise<boolean> {
  const saved = await firstRow(
    tx,
    sql`update community.person set email = ${email}, updated_at = now() where id = ${id}::uuid
      and not exists (select 1 from community.person other where other.email = ${email}) returning id`,
  )
  return saved !== undefined
}

/** Writes down that a person signed in, to the day. */
export async function saveSignIn(db: Db, id: string, now: Temporal.Instant): Promise<void> {
  const day = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  await sql`update community.person set signed_in_at = ${`${day}T00:00:00Z`}::timestamptz
    where id = ${id}::uuid`.execute(db)
}

/** Answers the hash of a person's password; undefined when they have none. */
export async function findPasswordHash(db: Db, personId: string): Promise<string | undefined> {
  const found = await firstRow<{ password: string | null }>(
    db,
    sql`select password from community.account
      where provider_id = 'credential' and account_id = ${personId}`,
  )
  return found?.password ?? undefined
}

/** Answers, in one query, whose address this is and the hash of their password; undefined when it is nobody's. */
export async function findCredential(
  db: Db,
  email: string,
): Promise<{ personId: string; demonstration: boolean; hash: string | undefined } | undefined> {
  const found = await firstRow<{ id: string; demonstration: boolean; password: string | null }>(
    db,
    sql`select p.id, p.demonstration, a.password from community.person p
      left join community.account a on a.provider_id = 'credential' and a.account_id = p.id::text
      where p.email = ${email}`,
  )
  return (
    found && {
      personId: found.id,
      demonstration: found.demonstration,
      hash: found.password ?? undefined,
    }
  )
}

/** Writes the hash of a person's password, in place of an earlier one. */
export async function savePasswordHash(tx: Tx, personId: string, hash: string): Promise<void> {
  await sql`insert into community.account (person_id, account_id, provider_id, password)
    values (${personId}::uuid, ${personId}, 'credential', ${hash})
    on conflict (provider_id, account_id) do update set password = excluded.password, updated_at = now()`.execute(
    tx,
  )
}
