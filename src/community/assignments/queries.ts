import { sql } from 'kysely'
import { type Db, firstRow, rows, type Tx } from '../../platform/index.ts'

/** Somebody of the house, by id and name. */
export type NamedPerson = { id: string; name: string }

/** Who looks after a record; undefined when nobody does. */
export function findAssigned(db: Db, kind: string, id: string): Promise<NamedPerson | undefined> {
  return firstRow<NamedPerson>(
    db,
    sql`select p.id, p.name from community.assignment a
      join community.person p on p.id = a.person_id where a.kind = ${kind} and a.record_id = ${id}`,
  )
}

/** Who looks after each of these records, by the record's id. */
export async function readAssigned(
  db: Db,
  kind: string,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const found = await rows<{ id: string; person: string }>(
    db,
    sql`select record_id as id, person_id as person from community.assignment
      where kind = ${kind} and record_id = any(${[...ids]}::text[])`,
  )
  return new Map(found.map(({ id, person }) => [id, person]))
}

/** Whom records can be given to: everybody who holds one of these roles now, by name. */
export function listAssignable(
  db: Db,
  roles: readonly string[],
  now: Temporal.Instant,
): Promise<NamedPerson[]> {
  return rows<NamedPerson>(
    db,
    sql`select distinct p.id, p.name from community.role_grant g
      join community.person p on p.id = g.person_id
      where g.role = any(${[...roles]}::text[]) and p.closed_at is null and g.ended_at is null
        and g.valid_from <= ${now.toString()}::timestamptz
        and (g.valid_until is null or g.valid_until > ${now.toString()}::timestamptz)
      order by 2, 1 limit 500`,
  )
}

/** Gives records to somebody, or to nobody. */
export async function putAssigned(
  tx: Tx,
  kind: string,
  { ids, person, by }: { ids: readonly string[]; person: string | null; by: string },
  now: Date,
): Promise<void> {
  if (person === null)
    await sql`delete from community.assignment where kind = ${kind} and record_id = any(${[...ids]}::text[])`.execute(
      tx,
    )
  else
    await sql`insert into community.assignment (kind, record_id, person_id, assigned_at, assigned_by)
      select ${kind}, id, ${person}::uuid, ${now}::timestamptz, ${by}::uuid from unnest(${[...ids]}::text[]) as one (id)
      on conflict (kind, record_id) do update set person_id = excluded.person_id, assigned_at = excluded.assigned_at,
        assigned_by = excluded.assigned_by`.execute(tx)
}
