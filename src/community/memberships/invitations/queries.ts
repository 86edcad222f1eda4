import { type RawBuilder, sql } from 'kysely'
import { type Db, firstRow, rows, type Tx } from '../../../platform/index.ts'
import type { MembershipRole } from '../model.ts'
import type { Invitation, InvitationOutcome } from './model.ts'

type Row = {
  id: string
  organisation_id: string
  email: string
  role: MembershipRole
  invited_at: Date
  invited_by: string | null
  expires_at: Date
  outcome: InvitationOutcome | null
}

const columns = sql`id, organisation_id, email, role, invited_at, invited_by, expires_at, outcome
  from community.membership_invitation`

const invitationOf = (row: Row): Invitation => ({
  id: row.id,
  organisationId: row.organisation_id,
  email: row.email,
  role: row.role,
  invitedAt: row.invited_at.toTemporalInstant(),
  invitedBy: row.invited_by ?? undefined,
  expiresAt: row.expires_at.toTemporalInstant(),
  outcome: row.outcome ?? undefined,
})

/** Answers the invitations of an organisation that nobody has taken up or withdrawn, the earliest first; at most 200. */
export async function listInvitations(db: Db, organisationId: string): Promise<Invitation[]> {
  const found = await rows<Row>(
    db,
    sql`select ${columns} where organisation_id = ${organisationId} and outcome is null order by invited_at, id limit 200`,
  )
  return found.map(invitationOf)
}

/** Answers an invitation by id; undefined when there is none. */
export function findInvitation(db: Db, id: string): Promise<Invitation | undefined> {
  return ask(db, sql<Row>`select ${columns} where id = ${id}::uuid`)
}

/** Answers an invitation, which nobody else changes until the end of the transaction. */
export function holdInvitation(tx: Tx, id: string): Promise<Invitation | undefined> {
  return ask(tx, sql<Row>`select ${columns} where id = ${id}::uuid for update`)
}

/** Answers the invitation of a mailbox to an organisation that nobody has taken up or withdrawn; it may have run out. */
export function findPending(tx: Tx, organisationId: string, email: string): Promise<Invitation | undefined> {
  return ask(
    tx,
    sql<Row>`select ${columns} where organisation_id = ${organisationId} and email = ${email} and outcome is null for update`,
  )
}

async function ask(db: Db, question: RawBuilder<Row>): Promise<Invitation | undefined> {
  const row = await firstRow<Row>(db, question)
  return row && invitationOf(row)
}

/** Writes an invitation down; answers its id. */
export async function insertInvitation(
  tx: Tx,
  invitation: Pick<Invitation, 'organisationId' | 'email' | 'role' | 'expiresAt'> & { by: string },
  now: Temporal.Instant,
): Promise<string> {
  const { organisationId, email, role, expiresAt, by } = invitation
  const row = await firstRow<{ id: string }>(
    tx,
    sql`insert into community.membership_invitation (organisation_id, email, role, invited_at, invited_by, expires_at)
      values (${organisationId}, ${email}, ${role}, ${now.toString()}::timestamptz, ${by}::uuid,
        ${expiresAt.toString()}::timestamptz) returning id`,
  )
  if (!row) throw new Error('An invitation was not written.')
  return row.id
}

/** Writes down that an invitation was sent again, by whom, and how long it is good from now on. */
export async function renewInvitation(
  tx: Tx,
  id: string,
  { by, expiresAt }: { by: string; expiresAt: Temporal.Instant },
): Promise<void> {
  await sql`update community.membership_invitation set invited_by = ${by}::uuid,
    expires_at = ${expiresAt.toString()}::timestamptz where id = ${id}::uuid`.execute(tx)
}

/** Writes down what became of an invitation. */
export async function endInvitation(
  tx: Tx,
  id: string,
  { outcome, by }: { outcome: InvitationOutcome; by: string },
  now: Temporal.Instant,
): Promise<void> {
  await sql`update community.membership_invitation set outcome = ${outcome}, ended_by = ${by}::uuid,
    ended_at = ${now.toString()}::timestamptz where id = ${id}::uuid and outcome is null`.execute(tx)
}

/** Clears away the invitations that were over before a moment. Answers how many. */
export async function dropOldInvitations(tx: Tx, before: Temporal.Instant): Promise<number> {
  const row = await firstRow<{ count: number }>(
    tx,
    sql`with dropped as (delete from community.membership_invitation
        where coalesce(ended_at, expires_at) <= ${before.toString()}::timestamptz returning 1)
      select count(*) as count from dropped`,
  )
  return row?.count ?? 0
}
