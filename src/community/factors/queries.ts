import { sql } from 'kysely'
import { type Db, firstRow } from '../../platform/index.ts'
import type { Factors } from './model.ts'

/** Answers what a person can show besides a password or a link. */
export async function findFactors(db: Db, personId: string): Promise<Factors> {
  const row = await firstRow<{ since: Date | null; left: number; passkeys: number }>(
    db,
    sql`select (select confirmed_at from community.authenticator where person_id = ${personId}::uuid) as since,
      (select count(*)::int from community.recovery_code
        where person_id = ${personId}::uuid and used_at is null) as left,
      (select count(*)::int from community.passkey where person_id = ${personId}::uuid) as passkeys`,
  )
  return {
    codesSince: row?.since?.toTemporalInstant(),
    recoveryLeft: row?.left ?? 0,
    passkeys: row?.passkeys ?? 0,
  }
}
