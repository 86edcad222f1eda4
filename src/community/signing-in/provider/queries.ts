import { sql } from 'kysely'
import type { Locale } from '../../../design/index.ts'
import { type Db, firstRow, rows, type Tx } from '../../../platform/index.ts'
import type { Person } from '../../people/model.ts'
import type { LinkedAccount } from './model.ts'

/** What is known again when somebody comes back from the provider. */
export type ProviderVisit = { language: Locale; next: string | null }

/** Writes down that somebody leaves for the provider, from which browser. */
export async function insertVisit(
  db: Db,
  visit: ProviderVisit & {
    stateHash: string
    browserHash: string
    begunAt: Temporal.Instant
    expiresAt: Temporal.Instant
  },
): Promise<void> {
  await sql`insert into community.provider_visit (state_hash, browser_hash, language, next, begun_at, expires_at)
    values (${visit.stateHash}, ${visit.browserHash}, ${visit.language}, ${visit.next},
      ${visit.begunAt.toString()}::timestamptz, ${visit.expiresAt.toString()}::timestamptz)`.execute(db)
}

/** Uses up a visit to the provider, once, and only by the browser it was begun in. */
export function consumeVisit(
  db: Db,
  asked: { stateHash: string; browserHash: string; now: Temporal.Instant },
): Promise<ProviderVisit | undefined> {
  return firstRow<ProviderVisit>(
    db,
    sql`delete from community.provider_visit where state_hash = ${asked.stateHash}
      and browser_hash = ${asked.browserHash} and expires_at > ${asked.now.toString()}::timestamptz
      returning language, next`,
  )
}

/** Lets one transaction after another ask whom an account elsewhere belongs to, so that it never belongs to two. */
export async function holdAccount(tx: Tx, issuer: string, subject: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${issuer} ${subject}`}, 7240613))`.execute(tx)
}

/** Answers whose account elsewhere this is; undefined when it is nobody's. */
export function findPersonOf(db: Db, issuer: string, subject: string): Promise<Person | undefined> {
  return firstRow<Person>(
    db,
    sql`select p.id, p.name, p.email, p.language, p.demonstration
      from community.account a join community.person p on p.id = a.person_id
      where a.provider_id = ${issuer} and a.account_id = ${subject}`,
  )
}

/** Writes down that an account elsewhere is somebody's. */
export async function insertAccount(
  tx: Tx,
  account: { personId: string; issuer: string; subject: string; now: Temporal.Instant },
): Promise<void> {
  await sql`insert into community.account (person_id, provider_id, account_id, created_at)
    values (${account.personId}::uuid, ${account.issuer}, ${account.subject}, ${account.now.toString()}::timestamptz)`.execute(
    tx,
  )
}

/** Answers a person's accounts elsewhere, the first first. */
export async function listAccounts(db: Db, personId: string): Promise<LinkedAccount[]> {
  const found = await rows<{ id: string; issuer: string; created_at: Date }>(
    db,
    sql`select id, provider_id as issuer, created_at from community.account
      where person_id = ${personId}::uuid and provider_id like 'http%' order by created_at, id`,
  )
  return found.map(({ id, issuer, created_at }) => ({ id, issuer, since: created_at.toTemporalInstant() }))
}

/** Takes an account elsewhere away from a person; answers its issuer, undefined when it was not theirs. */
export async function dropAccount(tx: Tx, personId: string, id: string): Promise<string | undefined> {
  const dropped = await firstRow<{ issuer: string }>(
    tx,
    sql`delete from community.account where id = ${id}::uuid and person_id = ${personId}::uuid
      and provider_id like 'http%' returning provider_id as issuer`,
  )
  return dropped?.issuer
}

/** Ends the sessions of a person that a provider opened, but one. */
export async function dropProviderSessions(tx: Tx, personId: string, keptId: string): Promise<void> {
  await sql`delete from community.session where person_id = ${personId}::uuid and way = 'provider'
    and id <> ${keptId}::uuid`.execute(tx)
}
