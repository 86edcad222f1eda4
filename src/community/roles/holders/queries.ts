import { sql } from 'kysely'
import { type Db, firstRow } from '../../../platform/index.ts'
import type { Member } from '../../people/model.ts'
import type { Registry } from '../model.ts'
import { type GrantRow, grantsInForce, heldRoles } from '../queries.ts'

/**
 * Answers somebody who is not here, with the roles they hold now: a job does what they asked for while they were, and only
 * what they may still do. Undefined once their account is closed.
 */
export async function readActor(
  db: Db,
  personId: string,
  now: Temporal.Instant,
  registry: Registry,
): Promise<Member | undefined> {
  const row = await firstRow<{ name: string; email: string; roles: GrantRow[] }>(
    db,
    sql`select p.name, p.email, ${grantsInForce(now)} as roles from community.person p
      where p.id = ${personId}::uuid and p.closed_at is null`,
  )
  if (!row) return undefined
  return {
    kind: 'person',
    personId,
    name: row.name,
    email: row.email,
    session: { id: '', way: 'job', factors: 0, openedAt: now },
    roles: heldRoles(row.roles, registry),
    needsSecondFactor: false,
  }
}
