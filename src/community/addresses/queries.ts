import { sql } from 'kysely'
import { firstRow, type Tx } from '../../platform/index.ts'

/** A change of a person's address, with which side has confirmed it. */
export type AddressChange = {
  id: string
  person_id: string
  from_email: string
  to_email: string
  left: boolean
  taken: boolean
}

/** Writes down that a person wants another address; answers the change's id. */
export async function insertChange(
  tx: Tx,
  change: { personId: string; from: string; to: string; now: Temporal.Instant },
): Promise<string> {
  const row = await firstRow<{ id: string }>(
    tx,
    sql`insert into community.address_change (person_id, from_email, to_email, asked_at)
      values (${change.personId}::uuid, ${change.from}, ${change.to}, ${change.now.toString()}::timestamptz) returning id`,
  )
  if (!row) throw new Error('A change of address was not written.')
  return row.id
}

/** Writes down that one side has confirmed a change; answers how it stands. Held until the transaction ends. */
export function confirmSide(
  tx: Tx,
  id: string,
  side: 'left' | 'taken',
  now: Temporal.Instant,
): Promise<AddressChange | undefined> {
  const column = sql.ref(side === 'left' ? 'left_at' : 'taken_at')
  return firstRow<AddressChange>(
    tx,
    sql`update community.address_change set ${column} = ${now.toString()}::timestamptz
      where id = ${id}::uuid and done_at is null
      returning id, person_id, from_email, to_email, left_at is not null as left, taken_at is not null as taken`,
  )
}

/** Writes down that a change is done. */
export async function finishChange(tx: Tx, id: string, now: Temporal.Instant): Promise<void> {
  await sql`update community.address_change set done_at = ${now.toString()}::timestamptz
    where id = ${id}::uuid`.execute(tx)
}
