import { sql } from 'kysely'
import { type Db, firstRow, rows, type SearchEntry, showsList, showsRecords } from '../../platform/index.ts'
import { type EntrySource, readIds } from '../indexing/queries.ts'
import { placeNames } from '../places/model.ts'
import type { Partner } from './model.ts'

const name = sql`coalesce(n.name, original.name, p.id)`

const columns = (locale: string, day: string) => sql`
  p.id, p.kind, p.place_code as place, ${name} as name,
  coalesce(n.lang, 'en') as lang, g.region,
  p.year_joined as "yearJoined", p.year_joined_note as "yearJoinedNote", p.capital, p.seat, p.note,
  p.source_url as "sourceUrl"
  from community.partner p
  left join community.partner_name n on n.partner_id = p.id and n.lang = ${locale}
  left join community.partner_name original on original.partner_id = p.id and original.lang = 'en'
  left join community.partner_region g on g.partner_id = p.id
    and g.valid_from <= ${day}::date and (g.valid_to is null or g.valid_to > ${day}::date)`

/** All partners with the region each belongs to on a day, in the order of the reader's alphabet. */
export function listPartners(db: Db, locale: string, day: string): Promise<Partner[]> {
  showsList('partners')
  return rows<Partner>(db, sql`select ${columns(locale, day)} order by ${name} collate "und-x-icu", p.id`)
}

/** The partner with this id (`vn`, `european-union`), with all it is called besides. */
export function findPartner(
  db: Db,
  id: string,
  locale: string,
  day: string,
): Promise<(Partner & { aliases: string[] }) | undefined> {
  showsRecords('partners', id)
  return firstRow<Partner & { aliases: string[] }>(
    db,
    sql`select array(select name from community.partner_name where partner_id = p.id
        union select alias from community.partner_alias where partner_id = p.id) as aliases,
      ${columns(locale, day)} where p.id = ${id}`,
  )
}

/** What the index holds of partners: one entry for each language they have a name in, with all they are called in any. */
export const partnerEntries: EntrySource = {
  kind: 'partners',
  idsAfter: (db, after, limit) => readIds(db, 'community.partner', after, limit),
  async read(db, ids) {
    const found = await rows<SearchEntry & { place: string | null }>(
      db,
      sql`select p.id, n.lang, 'published' as state, '/partners/' || p.id as path, n.name as title, p.place_code as place,
          array(select name from community.partner_name where partner_id = p.id
            union select alias from community.partner_alias where partner_id = p.id
            union select alias from community.place_alias where place_code = p.place_code) as names,
          array_remove(array[p.note], null) as texts, array_remove(array[p.capital, p.seat], null) as besides,
          array_remove(array['country=' || p.place_code], null) as labels, '{}'::text[] as moments, null as until
        from community.partner p join community.partner_name n on n.partner_id = p.id
        where p.id = any(${[...ids]})`,
    )
    return found.map(({ place, names, ...entry }) => ({
      ...entry,
      // In an order of their own: a union comes in any.
      names: [...new Set([...names, ...(place === null ? [] : placeNames(place))])].toSorted(),
    }))
  },
}

/** What places are called by the partners that they are, besides what Unicode calls them. */
export function readPlacesCalled(db: Db): Promise<{ place: string; name: string }[]> {
  return rows(
    db,
    sql<{ place: string; name: string }>`select p.place_code as place, n.name from community.partner p
      join (select partner_id, name from community.partner_name union select partner_id, alias from community.partner_alias) n
        on n.partner_id = p.id
      where p.place_code is not null`,
  )
}
