import { sql } from 'kysely'
import { firstRow, type Tx } from '../../platform/index.ts'

/** Writes down the hashes of a person's recovery codes. */
export async function insertRecoveryCodes(
  tx: Tx,
  personId: string,
  hashes: readonly string[],
  now: Temporal.Instant,
): Promise<void> {
  await sql`insert into community.recovery_code (person_id, code_hash, made_at)
    select ${personId}::uuid, hash, ${now.toString()}::timestamptz from unnest(${hashes}::text[]) as hash`.execute(
    tx,
  )
}

/** Uses a recovery code up; false when it is none of theirs, or was used before. */
export async function useRecoveryCode(
  tx: Tx,
  personId: string,
  hash: string,
  now: Temporal.Instant,
): Promise<boolean> {
  const used = await firstRow(
    tx,
    sql`update community.recovery_code set used_at = ${now.toString()}::timestamptz
      where person_id = ${personId}::uuid and code_hash = ${hash} and used_at is null returning person_id`,
  )
  return used !== undefined
}

/** Forgets a person's recovery codes. */
export async function dropRecoveryCodes(tx: Tx, personId: string): Promise<void> {
  await sql`delete from community.recovery_code where person_id = ${personId}::uuid`.execute(tx)
}
