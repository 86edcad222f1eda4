import { sql } from 'kysely'
import { type Db, firstRow, putRows, rows, type Tx } from '../../../platform/index.ts'
import type { DatedSet } from './model.ts'

export type SetLine = { id: string; name: string; members: number }

/** Every set with how many members it has on a day (ISO date), by name. */
export function listSets(db: Db, day: string): Promise<SetLine[]> {
  return rows<SetLine>(
    db,
    sql`select s.id, s.name, (select count(distinct m.place_code)::int from community.country_set_member m
        where m.set_id = s.id and m.valid_from <= ${day}::date and (m.valid_to is null or m.valid_to > ${day}::date)) as members
      from community.country_set s order by s.name, s.id`,
  )
}

/** A set with all its members of all times; undefined where there is none. */
export function findDatedSet(db: Db, id: string): Promise<DatedSet | undefined> {
  return firstRow<DatedSet>(
    db,
    sql`select id, name, note, version, coalesce((select json_agg(json_build_object('place', m.place_code,
          'from', to_char(m.valid_from, 'YYYY-MM-DD'), 'until', to_char(m.valid_to, 'YYYY-MM-DD'))
          order by m.place_code, m.valid_from)
        from community.country_set_member m where m.set_id = s.id), '[]') as members
      from community.country_set s where id = ${id}`,
  )
}

/** Holds all sets until the end of the transaction: nobody else changes one meanwhile. */
export async function holdSets(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('community.country_set', 0))`.execute(tx)
}

/** Writes a set down with all its members. */
export async function putSet(tx: Tx, { id, name, note, version, members }: DatedSet): Promise<void> {
  await sql`insert into community.country_set (id, name, note, version) values (${id}, ${name}, ${note}, ${version})
    on conflict (id) do update set note = excluded.note, version = excluded.version`.execute(tx)
  await sql`delete from community.country_set_member where set_id = ${id}`.execute(tx)
  const written = members.map(({ place, from, until }) => ({
    set_id: id,
    place_code: place,
    valid_from: from,
    valid_to: until,
  }))
  if (written.length > 0)
    await putRows(tx, 'community.country_set_member', written, ['set_id', 'place_code', 'valid_from'])
}
