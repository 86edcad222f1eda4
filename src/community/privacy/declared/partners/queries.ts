import { sql } from 'kysely'
import { type Db, rows, type Traces, type Tx } from '../../../../platform/index.ts'

const theirs = ({ addresses }: Traces) => sql`lower(email) = any(${[...addresses]}::text[])`

/** Answers the partners whose public address is one of a person's own. */
export function readContacts(db: Db, person: Traces): Promise<Record<string, unknown>[]> {
  return rows(
    db,
    sql`select partner_id as partner, email, changed_at as "changedAt" from community.partner_contact
      where ${theirs(person)} order by partner_id`,
  )
}

/** Takes a person's own addresses out of what partners say of themselves. */
export async function emptyContacts(tx: Tx, person: Traces): Promise<void> {
  await sql`update community.partner_contact set email = '', version = version + 1 where ${theirs(person)}`.execute(
    tx,
  )
}
