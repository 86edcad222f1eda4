import { type RawBuilder, sql } from 'kysely'
import { type Db, foldText, putRows, rows, type Tx } from '../../platform/index.ts'
import type { Viewer } from '../people/model.ts'
import { maySeeUnpublished } from '../people/permissions.ts'
import { type RecordText, type TextState, inOrderOfUse } from './model.ts'

/** The states of a text that this viewer may see, as a condition on the alias `t`. */
export function visibleText(viewer: Viewer): RawBuilder<boolean> {
  return maySeeUnpublished(viewer) ? sql`true` : sql`t.state = 'published'`
}

/**
 * Joins the alias `r` of a record to `text`: its title and summary in the best language for the reader.
 * A record without any text the viewer may see drops out of the result, so it is in no list and no count.
 */
export function joinText(textTable: string, viewer: Viewer, locale: string): RawBuilder<unknown> {
  return sql`join lateral (
    select t.title, t.summary, t.lang, t.demonstration from ${sql.table(textTable)} t
    where t.record_id = r.id and ${visibleText(viewer)}
    order by t.lang = ${locale} desc, t.lang = r.original_lang desc, t.lang limit 1
  ) text on true`
}

/** A condition on `r`: some visible language of the record holds these words in title or summary. */
export function saysWords(textTable: string, viewer: Viewer, words: string): RawBuilder<boolean> {
  const each = foldText(words)
    .split(' ')
    .slice(0, 12)
    .map((word) => sql`t.folded like ${likePattern(word)}`)
  return sql`exists (select 1 from ${sql.table(textTable)} t
    where t.record_id = r.id and ${visibleText(viewer)} and ${sql.join(each, sql` and `)})`
}

function likePattern(word: string): string {
  return `%${word.slice(0, 100).replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

/** The languages of the texts of `r` that the viewer may see, as a `text[]`. */
export function textLangs(textTable: string, viewer: Viewer): RawBuilder<unknown> {
  return sql`(select coalesce(array_agg(t.lang), '{}') from ${sql.table(textTable)} t
    where t.record_id = r.id and ${visibleText(viewer)})`
}

/** All texts of a record that the viewer may see, the most useful first; empty when there is none. */
export async function readTexts(
  db: Db,
  viewer: Viewer,
  textTable: string,
  record: { id: string; originalLang: string },
  locale: string,
): Promise<RecordText[]> {
  const found = await rows<RecordText>(
    db,
    sql`select t.* from ${sql.table(textTable)} t where t.record_id = ${record.id} and ${visibleText(viewer)}`,
  )
  return inOrderOfUse(found, locale, record.originalLang)
}

/** Takes away every text of these records. */
export async function dropTexts(tx: Tx, textTable: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from ${sql.table(textTable)} where record_id = any(${ids})`.execute(tx)
}

/** Writes texts of records. */
export async function putTexts(tx: Tx, textTable: string, texts: KeptText[]): Promise<void> {
  const rows = texts.map(({ id, fields, ...text }) => ({
    record_id: id,
    ...text,
    ...fields,
    folded: foldText([fields['title'], fields['summary']].filter(Boolean).join(' ')),
  }))
  await putRows(tx, textTable, rows, ['record_id', 'lang'])
}

export type KeptText = {
  id: string
  lang: string
  state: TextState
  demonstration: boolean
  fields: Record<string, string | null>
}
