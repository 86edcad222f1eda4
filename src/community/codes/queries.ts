import { sql } from 'kysely'
import { type Db, firstRow, type Tx } from '../../platform/index.ts'
import type { Authenticator } from './model.ts'

type Row = { sealed_key: string; offered_to: string | null; made_at: Date; confirmed_at: Date | null }

/** Answers a person's app; undefined when they have none. */
export async function findAuthenticator(db: Db, personId: string): Promise<Authenticator | undefined> {
  const row = await firstRow<Row>(
    db,
    sql`select sealed_key, offered_to, made_at, confirmed_at from community.authenticator
      where person_id = ${personId}::uuid`,
  )
  return (
    row && {
      sealedKey: row.sealed_key,
      offeredTo: row.offered_to ?? undefined,
      madeAt: row.made_at.toTemporalInstant(),
      since: row.confirmed_at?.toTemporalInstant(),
    }
  )
}

/** Whether signing in asks a person for a code. */
export async function hasCodes(db: Db, personId: string): Promise<boolean> {
  const found = await firstRow(
    db,
    sql`select 1 from community.authenticator where person_id = ${personId}::uuid and confirmed_at is not null`,
  )
  return found !== undefined
}

/** Offers a key to one session, in place of one that was offered before; does nothing where codes are on. */
export async function offerAuthenticator(
  tx: Tx,
  offer: { personId: string; sealedKey: string; sessionId: string; now: Temporal.Instant },
): Promise<void> {
  await sql`insert into community.authenticator as a (person_id, sealed_key, offered_to, made_at)
    values (${offer.personId}::uuid, ${offer.sealedKey}, ${offer.sessionId}::uuid, ${offer.now.toString()}::timestamptz)
    on conflict (person_id) do update set sealed_key = excluded.sealed_key, offered_to = excluded.offered_to,
      made_at = excluded.made_at, last_step = 0 where a.confirmed_at is null`.execute(tx)
}

/** Switches codes on by a code of a step; false when they are on already, or another key was offered meanwhile. */
export async function confirmAuthenticator(
  tx: Tx,
  confirmed: { personId: string; sealedKey: string; step: number; now: Temporal.Instant },
): Promise<boolean> {
  const row = await firstRow(
    tx,
    sql`update community.authenticator set confirmed_at = ${confirmed.now.toString()}::timestamptz,
        last_step = ${confirmed.step}::bigint, offered_to = null
      where person_id = ${confirmed.personId}::uuid and sealed_key = ${confirmed.sealedKey} and confirmed_at is null
      returning person_id`,
  )
  return row !== undefined
}

/** Accepts the code of a step; false when this or a later one was accepted before, so that no code is good twice. */
export async function acceptStep(tx: Tx, personId: string, step: number): Promise<boolean> {
  const row = await firstRow(
    tx,
    sql`update community.authenticator set last_step = ${step}::bigint
      where person_id = ${personId}::uuid and confirmed_at is not null and last_step < ${step}::bigint
      returning person_id`,
  )
  return row !== undefined
}

/** Forgets a person's app; false when codes were not on. */
export async function dropAuthenticator(tx: Tx, personId: string): Promise<boolean> {
  const row = await firstRow(
    tx,
    sql`delete from community.authenticator where person_id = ${personId}::uuid and confirmed_at is not null
      returning person_id`,
  )
  return row !== undefined
}
