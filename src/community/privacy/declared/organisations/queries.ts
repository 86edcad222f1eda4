import { sql } from 'kysely'
import { type Db, firstRow, rows, type Traces, type Tx } from '../../../../platform/index.ts'

const toThem = ({ addresses }: Traces) => sql`email = any(${[...addresses]}::text[])`

/**
 * Answers the invitations sent to a person's addresses and taken up by them, by whose office; and those they sent, without the
 * addresses, which are others'.
 */
export async function readInvitations(db: Db, person: Traces): Promise<Record<string, unknown>[]> {
  const facts = sql`organisation_id as organisation, role, invited_at as "invitedAt", expires_at as "expiresAt",
    outcome, ended_at as "endedAt"`
  return [
    ...(await rows<Record<string, unknown>>(
      db,
      sql`select 'to you' as kind, email, ${facts}, 'organisation-editor' as "invitedBy"
        from community.membership_invitation
        where ${toThem(person)} or (outcome = 'joined' and ended_by = ${person.id}::uuid) order by invited_at, id`,
    )),
    ...(await rows<Record<string, unknown>>(
      db,
      sql`select 'by you' as kind, ${facts} from community.membership_invitation
        where invited_by = ${person.id}::uuid order by invited_at, id`,
    )),
  ]
}

/**
 * Takes away the invitations to a person that are open; of those that are over stays what became of them, without the address,
 * which is the one they were sent to and need not be the person's own.
 */
export async function makeInvitationsNameless(tx: Tx, person: Traces): Promise<void> {
  const { id } = person
  await sql`delete from community.membership_invitation where outcome is null and ${toThem(person)}`.execute(
    tx,
  )
  await sql`update community.membership_invitation set email = 'closed:' || ${id}::text
    where ${toThem(person)} or (outcome = 'joined' and ended_by = ${id}::uuid)`.execute(tx)
}

/** Answers a person's claims to organisations, and what became of them; who decided is named by office alone. */
export function readClaims(db: Db, personId: string): Promise<Record<string, unknown>[]> {
  return rows(
    db,
    sql`select organisation_id as organisation, standing, reason, proof, proof_url as "proofUrl",
        address_matches as "addressMatches", made_at as "madeAt", stage, decided_at as "decidedAt",
        case when stage in ('accepted', 'refused') then 'administrator' when stage = 'withdrawn' then 'you' end
          as "decidedBy", decided_why as "decidedWhy"
      from community.claim where person_id = ${personId}::uuid order by made_at, id`,
  )
}

const emptied = sql`standing = '', reason = '', proof = null, proof_url = null, decided_why = null`

/** Takes away a person's claims that wait; of those that are over stays what became of them, without a word of it. */
export async function makeClaimsNameless(tx: Tx, personId: string): Promise<void> {
  await sql`delete from community.claim where person_id = ${personId}::uuid and stage = 'waiting'`.execute(tx)
  await sql`update community.claim set ${emptied} where person_id = ${personId}::uuid`.execute(tx)
}

/** Takes the words out of claims that were over before a moment. Answers how many. */
export async function emptyClaimsBefore(tx: Tx, before: Temporal.Instant): Promise<number> {
  const row = await firstRow<{ count: number }>(
    tx,
    sql`with emptied as (update community.claim set ${emptied}
        where decided_at <= ${before.toString()}::timestamptz and (standing <> '' or reason <> ''
          or coalesce(proof, proof_url, decided_why) is not null) returning 1)
      select count(*) as count from emptied`,
  )
  return row?.count ?? 0
}
