import { sql } from 'kysely'
import { type Db, firstRow, foldText, rows, showsList, showsRecords } from '../../platform/index.ts'
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

/**
 * Partners called so by any name, alias or name of their place in any language: `total` of them, at most `limit` as
 * rows, those called exactly so first, then those whose name begins so. A name may be written apart or together
 * (Viet Nam); words without a letter or digit find none.
 */
export async function searchPartners(
  db: Db,
  locale: string,
  day: string,
  words: string,
  limit: number,
): Promise<{ rows: Partner[]; total: number }> {
  showsList('partners')
  const asked = together(words)
  const called = await rows<Partner & { names: string[] }>(
    db,
    sql`select array(select name from community.partner_name where partner_id = p.id
        union select alias from community.partner_alias where partner_id = p.id
        union select alias from community.place_alias where place_code = p.place_code) as names,
      ${columns(locale, day)} order by ${name} collate "und-x-icu", p.id`,
  )
  const found = called
    .map(({ names, ...partner }) => ({
      partner,
      far: Math.min(...names.map((each) => farFrom(each, asked))),
    }))
    .filter(({ far }) => asked !== '' && far < notAtAll)
    .toSorted((a, b) => a.far - b.far)
  return { rows: found.slice(0, limit).map(({ partner }) => partner), total: found.length }
}

const notAtAll = 3

function farFrom(called: string, asked: string): number {
  const whole = together(called)
  if (whole === asked) return 0
  if (whole.startsWith(asked)) return 1
  return whole.includes(asked) ? 2 : notAtAll
}

function together(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}
