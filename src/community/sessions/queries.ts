import { sql } from 'kysely'
import { type Db, firstRow, rows, type Tx } from '../../platform/index.ts'
import type { Member } from '../people/model.ts'
import type { Limits, Registry } from '../roles/model.ts'
import type { SessionLine } from './model.ts'

type Row = {
  session_id: string
  way: string
  opened_at: Date
  person_id: string
  name: string
  email: string
  roles: { role: string; limits: Limits }[]
  unread: number
}

/**
 * Answers who has the session of this token, with the roles they hold at this moment and how much they have not read, in one
 * query by its indexes; nobody when it has ended. People of a demonstration are nobody where it has no sign-in.
 */
export async function findMember(
  db: Db,
  asked: { token: string; now: Temporal.Instant; demonstration: boolean },
  registry: Registry,
): Promise<Member | undefined> {
  const at = asked.now.toString()
  const row = await firstRow<Row>(
    db,
    sql`select s.id as session_id, s.way, s.created_at as opened_at, p.id as person_id, p.name, p.email,
        (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'limits', g.limits)), '[]')
          from community.role_grant g where g.person_id = p.id and g.ended_at is null
          and g.valid_from <= ${at}::timestamptz and (g.valid_until is null or g.valid_until > ${at}::timestamptz)) as roles,
        (select count(*) from (select 1 from community.notice n where n.person_id = p.id and n.read_at is null
          limit 100) as counted) as unread
      from community.session s join community.person p on p.id = s.person_id
      where s.token = ${asked.token} and s.expires_at > ${at}::timestamptz
        and (${asked.demonstration} or not p.demonstration)`,
  )
  if (!row) return undefined
  return {
    kind: 'person',
    personId: row.person_id,
    name: row.name,
    email: row.email,
    session: { id: row.session_id, way: row.way, openedAt: row.opened_at.toTemporalInstant() },
    unread: row.unread,
    // A role whose room is gone grants nothing.
    roles: row.roles.flatMap(({ role, limits }) => {
      const declared = registry.find(role)
      return declared ? [{ id: role, permissions: declared.permissions, limits }] : []
    }),
  }
}

/** Answers a person's sessions that have not ended, the latest first. */
export async function listSessions(db: Db, personId: string, now: Temporal.Instant): Promise<SessionLine[]> {
  const found = await rows<{ id: string; way: string; user_agent: string | null; created_at: Date }>(
    db,
    sql`select id, way, user_agent, created_at from community.session
      where person_id = ${personId}::uuid and expires_at > ${now.toString()}::timestamptz
      order by created_at desc, id`,
  )
  return found.map(({ id, way, user_agent, created_at }) => ({
    id,
    way,
    device: user_agent || undefined,
    openedAt: created_at.toTemporalInstant(),
  }))
}

/** Ends one session of a person; false when it is not theirs, or has ended. */
export async function dropSession(tx: Tx, personId: string, id: string): Promise<boolean> {
  const dropped = await firstRow(
    tx,
    sql`delete from community.session where id = ${id}::uuid and person_id = ${personId}::uuid returning id`,
  )
  return dropped !== undefined
}

/** Ends all sessions of a person but one. */
export async function dropOtherSessions(tx: Tx, personId: string, keptId: string | null): Promise<void> {
  await sql`delete from community.session where person_id = ${personId}::uuid
    and id is distinct from ${keptId}::uuid`.execute(tx)
}

/** Ends the session of a token. */
export async function dropSessionOf(db: Db, token: string): Promise<void> {
  await sql`delete from community.session where token = ${token}`.execute(db)
}

/** Clears away the sessions that ran out before a moment. */
export async function dropEndedSessions(tx: Tx, before: Temporal.Instant): Promise<void> {
  await sql`delete from community.session where expires_at <= ${before.toString()}::timestamptz`.execute(tx)
}
