import { sql } from 'kysely'
import { type Db, rows } from '../../../platform/index.ts'

/** Writes down one look at sensitive things of any number of people, in one statement. */
export async function insertReading(
  db: Db,
  reading: {
    who: string
    roles: readonly string[]
    what: readonly string[]
    about: readonly string[]
    at: Temporal.Instant
  },
): Promise<void> {
  const { who, roles, what, about, at } = reading
  await sql`with reading as (insert into community.reading (who, roles, what, at)
      values (${who}::uuid, ${[...roles]}::text[], ${[...what]}::text[], ${at.toString()}::timestamptz) returning id)
    insert into community.reading_of (reading_id, person_id)
      select reading.id, person.id from reading, community.person where person.id = any(${[...about]}::uuid[])`.execute(
    db,
  )
}

export type Reading = { at: Temporal.Instant; roles: string[]; what: string[] }

/** Answers who looked at sensitive things of a person, by office, latest first. */
export async function listReadingsOf(db: Db, personId: string, limit: number): Promise<Reading[]> {
  const found = await rows<{ at: Date; roles: string[]; what: string[] }>(
    db,
    sql`select r.at, r.roles, r.what from community.reading r join community.reading_of o on o.reading_id = r.id
      where o.person_id = ${personId}::uuid order by r.at desc, r.id limit ${limit}`,
  )
  return found.map(({ at, ...reading }) => ({ ...reading, at: at.toTemporalInstant() }))
}
