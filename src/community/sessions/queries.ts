import { sql } from 'kysely'
import { type Db, firstRow, rows, type Tx } from '../../platform/index.ts'
import type { Member } from '../people/model.ts'
import type { Registry } from '../roles/model.ts'
import { type GrantRow, grantsInForce, heldRoles } from '../roles/queries.ts'
import { rolesInForce } from '../roles/permissions.ts'
import type { SecondWay } from '../signing-in/model.ts'
import type { SessionLine } from './model.ts'

type Row = {
  session_id: string
  way: string
  factors: number
  opened_at: Date
  person_id: string
  name: string
  email: string
  demonstration: boolean
  roles: GrantRow[]
  unread: number
}

/**
 * Answers who has the session of this token, with the roles they hold at this moment and how much they have not read, in one
 * query by its indexes; nobody when it has ended. People of a demonstration are nobody where it has no sign-in. Where staff
 * must show a second factor, no role is in force in a session that has shown only one and belongs to somebody whose roles open
 * the desk; the people of a demonstration need none, as everybody knows their password.
 */
export async function findMember(
  db: Db,
  asked: { token: string; now: Temporal.Instant; demonstration: boolean; staffSecondFactor: boolean },
  registry: Registry,
): Promise<Member | undefined> {
  const at = asked.now.toString()
  const row = await firstRow<Row>(
    db,
    sql`select s.id as session_id, s.way, s.factors, s.created_at as opened_at, p.id as person_id, p.name, p.email, p.demonstration,
        ${grantsInForce(asked.now)} as roles,
        (select count(*) from (select 1 from community.notice n where n.person_id = p.id and n.read_at is null
          limit 100) as counted) as unread
      from community.session s join community.person p on p.id = s.person_id
      where s.token = ${asked.token} and s.expires_at > ${at}::timestamptz
        and p.closed_at is null and (${asked.demonstration} or not p.demonstration)`,
  )
  if (!row) return undefined
  const { roles, needsSecondFactor } = rolesInForce(heldRoles(row.roles, registry), { ...asked, shown: row })
  return {
    kind: 'person',
    personId: row.person_id,
    name: row.name,
    email: row.email,
    session: {
      id: row.session_id,
      way: row.way,
      factors: row.factors,
      openedAt: row.opened_at.toTemporalInstant(),
    },
    unread: row.unread,
    roles,
    needsSecondFactor,
  }
}

/** Answers a person's sessions that have not ended, the latest first. */
export async function listSessions(db: Db, personId: string, now: Temporal.Instant): Promise<SessionLine[]> {
  const found = await rows<{
    id: string
    way: string
    second_way: string | null
    user_agent: string | null
    created_at: Date
  }>(
    db,
    sql`select id, way, second_way, user_agent, created_at from community.session
      where person_id = ${personId}::uuid and expires_at > ${now.toString()}::timestamptz
      order by created_at desc, id`,
  )
  return found.map(({ id, way, second_way, user_agent, created_at }) => ({
    id,
    way,
    second: second_way ?? undefined,
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

/** Ends all sessions of a person but one, and whatever is half-way to becoming one. */
export async function dropOtherSessions(tx: Tx, personId: string, keptId: string | null): Promise<void> {
  await sql`delete from community.session where person_id = ${personId}::uuid
    and id is distinct from ${keptId}::uuid`.execute(tx)
  await sql`delete from community.second_step where person_id = ${personId}::uuid`.execute(tx)
}

/** Writes down that in a session a second factor was shown; one that had two already stays as it was opened. */
export async function raiseSession(tx: Tx, id: string, second: SecondWay): Promise<void> {
  await sql`update community.session set factors = 2, second_way = ${second}
    where id = ${id}::uuid and factors < 2`.execute(tx)
}

/** Writes down that a session stands on one factor again, and its owner's tokens with it, as they have no second any more. */
export async function lowerSession(tx: Tx, id: string): Promise<void> {
  await sql`update community.session set factors = 1 where id = ${id}::uuid`.execute(tx)
  await sql`update community.token set factors = 1 where factors > 1
    and person_id = (select person_id from community.session where id = ${id}::uuid)`.execute(tx)
}

/** Ends the session of a token. */
export async function dropSessionOf(db: Db, token: string): Promise<void> {
  await sql`delete from community.session where token = ${token}`.execute(db)
}
