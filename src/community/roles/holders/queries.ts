import { sql } from 'kysely'
import { type Db, firstRow, rows } from '../../../platform/index.ts'
import type { Member } from '../../people/model.ts'
import type { Permission, Registry } from '../model.ts'
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

/** The people who may do something, anywhere or within limits, by name; 500 at most. */
export function listPeopleWho(
  db: Db,
  permission: Permission,
  now: Temporal.Instant,
  registry: Registry,
): Promise<{ id: string; name: string }[]> {
  const roles = registry.all.flatMap(({ id, permissions }) => (permissions.includes(permission) ? [id] : []))
  const at = now.toString()
  return rows<{ id: string; name: string }>(
    db,
    sql`select p.id, p.name from community.person p where p.closed_at is null and p.id in (
        select g.person_id from community.role_grant g where g.role = any(${roles}::text[]) and g.ended_at is null
          and g.valid_from <= ${at}::timestamptz and (g.valid_until is null or g.valid_until > ${at}::timestamptz))
      order by p.name collate "und-x-icu", p.id limit 500`,
  )
}
