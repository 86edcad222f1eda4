import { sql } from 'kysely'
import { type Db, rows } from '../../platform/index.ts'
import type { CountrySet, Place } from './model.ts'

/** Every place with the aliases people print, by code. */
export function readPlaces(db: Db): Promise<Place[]> {
  return rows<Place>(
    db,
    sql`select p.code, p.iso_code as "isoCode",
        coalesce(array_agg(a.alias order by a.alias) filter (where a.alias is not null), '{}') as names
      from community.place p left join community.place_alias a on a.place_code = p.code
      group by p.code order by p.code`,
  )
}

/** Every named set with its members on a day (ISO date). */
export function readCountrySets(db: Db, day: string): Promise<CountrySet[]> {
  return rows<CountrySet>(
    db,
    sql`select s.id, s.name, coalesce(array_agg(distinct m.place_code) filter (where m.place_code is not null), '{}') as places
      from community.country_set s
      left join community.country_set_member m on m.set_id = s.id
        and m.valid_from <= ${day}::date and (m.valid_to is null or m.valid_to > ${day}::date)
      group by s.id order by s.id`,
  )
}

/** A member of a named set, from one day (ISO date) on until before another; null: to this day. */
export type DatedMember = { set: string; place: string; from: string; to: string | null }

/** Every member every named set ever had; a set without members is in `sets` alone. */
export async function readDatedSets(db: Db): Promise<{ sets: string[]; members: DatedMember[] }> {
  const found = await rows<{ set: string; place: string | null; from: string; to: string | null }>(
    db,
    sql`select s.id as set, m.place_code as place, m.valid_from::text as from, m.valid_to::text as to
      from community.country_set s left join community.country_set_member m on m.set_id = s.id
      order by s.id, m.valid_from, m.place_code`,
  )
  return {
    sets: [...new Set(found.map(({ set }) => set))],
    members: found.flatMap(({ place, ...member }) => (place === null ? [] : [{ ...member, place }])),
  }
}

/** A number that grows whenever places, sets or terms change; in one small query. */
export async function readKnownVersion(db: Db): Promise<number> {
  const found = await rows<{ version: number }>(db, sql`select version from community.known_version`)
  return found[0]?.version ?? 0
}
