import { sql } from 'kysely'
import { type Db, rows } from '../../../../platform/index.ts'

/** Answers since when codes are asked of a person, and when recovery codes were made and used; no key and no code. */
export function readCodes(db: Db, personId: string): Promise<Record<string, unknown>[]> {
  return rows(
    db,
    sql`select 'app' as kind, made_at as "madeAt", confirmed_at as "confirmedAt", null as "usedAt"
        from community.authenticator where person_id = ${personId}::uuid
      union all select 'recovery-code', made_at, null, used_at
        from community.recovery_code where person_id = ${personId}::uuid order by 1, 2, 4`,
  )
}
