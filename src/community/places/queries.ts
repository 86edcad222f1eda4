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
