import { type RawBuilder, sql } from 'kysely'
import {
  type Db,
  firstRow,
  isFoundBy,
  putRows,
  readQuestion,
  rows,
  showsUnwatched,
  type Tx,
} from '../../platform/index.ts'
import type { Viewer } from '../people/model.ts'
import { rolesWith } from '../roles/permissions.ts'
import type { Limits } from '../roles/model.ts'
import { type RecordText, type TextState, inOrderOfUse } from './model.ts'

const kindsOf: Record<string, readonly string[]> = {
  'information.opportunity_text': ['opportunities'],
  'information.event_text': ['events', 'convenings'],
  'information.article_text': ['articles'],
  'information.programme_text': ['programmes'],
  'community.organisation_text': ['organisations'],
  'practice.call_text': ['calls'],
}

/** The texts of a table that this viewer may see, as a condition on its alias `t`. */
export function visibleText(textTable: string, viewer: Viewer): RawBuilder<boolean> {
  return sql`(${sql.join([sql`t.state = 'published'`, ...unpublishedWithin(textTable, viewer)], sql` or `)})`
}

/** A condition on the alias `u` (`kind`, `record_id`): a text of that record, as `t`, meets the condition of its table. */
export function hasText(condition: (textTable: string) => RawBuilder<boolean>): RawBuilder<boolean> {
  const all = Object.entries(kindsOf).map(
    ([textTable, kinds]) => sql<boolean>`(u.kind = any(${[...kinds]}::text[]) and exists (
      select 1 from ${sql.table(textTable)} t where t.record_id = u.record_id and ${condition(textTable)}))`,
  )
  return sql`(${sql.join(all, sql` or `)})`
}

/** The texts of a table that somebody sees although they are not published, as a condition on its alias `t`. */
export function unpublishedText(textTable: string, viewer: Viewer): RawBuilder<boolean> {
  return sql`(${sql.join([sql`false`, ...unpublishedWithin(textTable, viewer)], sql` or `)})`
}

const unpublishedWithin = (textTable: string, viewer: Viewer) =>
  rolesWith(viewer, 'records.seeUnpublished').map(({ limits }) => textWithin(textTable, limits))

function textWithin(textTable: string, limits: Limits): RawBuilder<boolean> {
  const { language, kind, record, ...others } = limits
  // A text does not say of which country or partner it is, and what is not said does not fit.
  if (Object.keys(others).length > 0) return sql`false`
  if (kind && !kind.some((name) => kindsOf[textTable]?.includes(name))) return sql`false`
  const all = [
    ...(language ? [sql<boolean>`t.lang = any(${[...language]}::text[])`] : []),
    ...(record ? [sql<boolean>`t.record_id = any(${[...record]}::text[])`] : []),
  ]
  return all.length === 0 ? sql`true` : sql`(${sql.join(all, sql` and `)})`
}

/**
 * Joins the alias `r` of a record to `text`: its title and summary in the best language for the reader.
 * A record without any text the viewer may see drops out of the result, so it is in no list and no count.
 */
export function joinText(textTable: string, viewer: Viewer, locale: string): RawBuilder<unknown> {
  return sql`join lateral (
    select t.title, t.summary, t.lang, t.demonstration from ${sql.table(textTable)} t
    where t.record_id = r.id and ${visibleText(textTable, viewer)}
    order by t.lang = ${locale} desc, t.lang = r.original_lang desc, t.lang limit 1
  ) text on true`
}

/** The entries of the index that this viewer may see, as a condition on its alias `t`: those of texts they may see. */
export function visibleEntry(viewer: Viewer): RawBuilder<boolean> {
  const all = Object.entries(kindsOf).map(([textTable, [kind]]) => entryOfText(textTable, kind, viewer))
  const isStranger = rolesWith(viewer, 'records.seeUnpublished').length === 0
  return sql`(${sql.join([sql`t.state = 'published'`, ...(isStranger ? [] : all)], sql` or `)})`
}

const entryOfText = (textTable: string, kind: string | undefined, viewer: Viewer) =>
  sql<boolean>`(t.kind = ${kind} and ${visibleText(textTable, viewer)})`

/** A condition on `r`: some visible language of the record is found by these words; true where they ask for nothing. */
export function saysWords(textTable: string, viewer: Viewer, words: string): RawBuilder<boolean> {
  // A rebuild of the index is announced to nobody.
  showsUnwatched()
  const question = readQuestion(words)
  const [kind = ''] = kindsOf[textTable] ?? []
  return question ? isFoundBy(question, kind, sql`r.id`, visibleText(textTable, viewer)) : sql<boolean>`true`
}

/** The languages of the texts of `r` that the viewer may see, as a `text[]`. */
export function textLangs(textTable: string, viewer: Viewer): RawBuilder<unknown> {
  return sql`(select coalesce(array_agg(t.lang), '{}') from ${sql.table(textTable)} t
    where t.record_id = r.id and ${visibleText(textTable, viewer)})`
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
    sql`select t.* from ${sql.table(textTable)} t where t.record_id = ${record.id} and ${visibleText(textTable, viewer)}`,
  )
  return inOrderOfUse(found, locale, record.originalLang)
}

/** The slug of the record with this slug or, where none has it, this id; seen or unseen, so it is to be looked up through. */
export async function findSlug(
  db: Db,
  { table }: Pick<AddressedTables, 'table'>,
  key: string,
): Promise<string | undefined> {
  const found = await firstRow<{ slug: string }>(
    db,
    sql`select r.slug from ${sql.table(table)} r where r.slug = ${key} or r.id = ${key}
      order by r.slug = ${key} desc limit 1`,
  )
  return found?.slug
}

/** Tables of records with an address: their own, and that of their texts. */
export type AddressedTables = {
  table: string
  texts: string
  /** The column with its page, where that may be another than that of its kind. */
  page?: string
}

/** A record that anybody may read: its slug, the languages it is published in (the original first), its last change. */
export type PublicRecord = { slug: string; page: string | null; langs: string[]; changed: Date }

const isPublic = (texts: string) =>
  sql`exists (select 1 from ${sql.table(texts)} t where t.record_id = r.id and t.state = 'published')`

/** The records anybody may read, in parts of so many: how many parts there are, and when each last changed. */
export async function readPublicParts(
  db: Db,
  { table, texts }: AddressedTables,
  size: number,
): Promise<Date[]> {
  const parts = await rows<{ changed: Date }>(
    db,
    sql`select max(changed) as changed from (
        select r.updated_at as changed, (row_number() over (order by r.slug) - 1) / ${size}::int as part
        from ${sql.table(table)} r where ${isPublic(texts)}
      ) as placed group by part order by part`,
  )
  return parts.map(({ changed }) => changed)
}

/** One of those parts, from 1. */
export function readPublicPart(
  db: Db,
  { table, texts, page }: AddressedTables,
  { size, part }: { size: number; part: number },
): Promise<PublicRecord[]> {
  return rows<PublicRecord>(
    db,
    sql`select r.slug, ${page === undefined ? sql`null` : sql`r.${sql.ref(page)}`} as page, r.updated_at as changed, (
        select array_agg(t.lang order by t.lang = r.original_lang desc, t.lang)
        from ${sql.table(texts)} t where t.record_id = r.id and t.state = 'published') as langs
      from ${sql.table(table)} r where ${isPublic(texts)}
      order by r.slug limit ${size} offset ${(part - 1) * size}`,
  )
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

/** Records by id and title, as the viewer may see them, for choosing among; those changed last first. */
export function listTitles(
  db: Db,
  viewer: Viewer,
  { table, texts }: AddressedTables,
  { locale, limit }: { locale: string; limit: number },
): Promise<{ id: string; title: string }[]> {
  return rows<{ id: string; title: string }>(
    db,
    sql`select r.id, text.title from ${sql.table(table)} r ${joinText(texts, viewer, locale)}
      order by r.updated_at desc, r.id limit ${limit}`,
  )
}
