/** The index: one entry for each language of each record, written by the room that keeps the record. */
import { sql } from 'kysely'
import { putRows, rows } from '../database/rows.ts'
import type { Db, Tx } from '../database/transact.ts'
import { Tokens, vectorOf } from './tokens.ts'

/** One language of a record as the index takes it. */
export type SearchEntry = {
  id: string
  /** A language tag (BCP 47). */
  lang: string
  /** By which the room says who may see it. */
  state: string
  /** Where it is read, without language. */
  path: string
  title: string
  /** What it is called besides; found and ranked like the title. */
  names: string[]
  /** What it says, the most telling first; excerpts are made of it. */
  texts: string[]
  /** What it can be found by besides, and is not shown: a city, an organiser. */
  besides: string[]
  /** What it can be filtered by, such as `country=VN`; the same in every language of a record. */
  labels: string[]
  /** When it closes or ends, all moments in order (ISO 8601). */
  moments: string[]
  /** Until when it is open or goes on; `infinity` without an end, null where that says nothing of it. */
  until: string | null
}

/**
 * Takes the entries of these records of a kind as they are now, in place of those there are; `read` is asked when nobody
 * else writes entries of the kind, so that the last to write is the last to have read. A record without any leaves the index.
 */
export async function putEntries(
  tx: Tx,
  kind: string,
  ids: readonly string[],
  read: () => Promise<SearchEntry[]>,
): Promise<void> {
  if (ids.length === 0) return
  await holdEntries(tx, kind)
  const entries = await read()
  await sql`delete from platform.search_entry where kind = ${kind} and record_id = any(${[...ids]})`.execute(
    tx,
  )
  const spelt = new Set<string>()
  await putRows(
    tx,
    'platform.search_entry',
    entries.map((entry) => rowOf(kind, entry, spelt)),
    ['kind', 'record_id', 'lang'],
  )
  await addWords(tx, [...spelt])
}

/** A stretch of ids: behind `after` (null is the beginning), up to `until` (null is the end). */
type Stretch = { after: string | null; until: string | null; but: readonly string[] }

/** Takes away the entries of a kind in a stretch of ids, but for these. */
export async function dropEntriesBetween(
  tx: Tx,
  kind: string,
  { after, until, but }: Stretch,
): Promise<void> {
  await sql`delete from platform.search_entry where kind = ${kind} and record_id <> all(${[...but]})
    and ${after === null ? sql`true` : sql`record_id > ${after}`}
    and ${until === null ? sql`true` : sql`record_id <= ${until}`}`.execute(tx)
}

/** Forgets words that no entry holds. */
export async function dropUnusedWords(tx: Tx): Promise<void> {
  await sql`delete from platform.search_word w where not exists (
    select 1 from platform.search_entry e where e.words @@ (quote_literal(w.word) || ' | ' || quote_literal('~' || w.word))::tsquery
  )`.execute(tx)
}

/** Until the end of the transaction nobody else writes entries of this kind. */
export async function holdEntries(tx: Tx, kind: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`platform.search_entry ${kind}`}, 0))`.execute(tx)
}

function rowOf(kind: string, entry: SearchEntry, spelt: Set<string>): Record<string, unknown> {
  const { id, lang, state, path, title, names, texts, besides, labels, moments, until } = entry
  const titled = new Tokens()
  const called = [title, ...names].map((name) => titled.addText(name))
  const said = Tokens.from(titled)
  const running = [...called, ...[...texts, ...besides].map((text) => said.addText(text))]
  for (const label of labels) said.addLabel(label)
  for (const word of said.spelt) spelt.add(word)
  return {
    kind,
    record_id: id,
    lang,
    state,
    path,
    title,
    names: [...new Set(called)],
    text: texts.join('\n\n'),
    running: `  ${running.join('  ')}  `,
    words: vectorOf(said.all),
    title_words: vectorOf(titled.all),
    labels,
    moments,
    until,
  }
}

// In order, so that two who add the same words never wait for each other.
async function addWords(tx: Tx, words: string[]): Promise<void> {
  if (words.length === 0) return
  const fresh = await rows<{ word: string }>(
    tx,
    sql`select u.word from unnest(${words}::text[]) as u (word)
      where not exists (select 1 from platform.search_word w where w.word = u.word)`,
  )
  const rowsOf = fresh
    .map(({ word }) => word)
    .sort()
    .map((word) => ({ word, trigrams: trigramsOf(word) }))
  if (rowsOf.length === 0) return
  await sql`insert into platform.search_word (word, trigrams)
    select word, trigrams from json_populate_recordset(null::platform.search_word, ${JSON.stringify(rowsOf)}::json)
    on conflict (word) do nothing`.execute(tx)
}

/** Every three letters that follow each other, with the beginning and the end. */
export function trigramsOf(word: string): string[] {
  const letters = Array.from(`  ${word} `)
  return [...new Set(letters.slice(2).map((_, at) => letters.slice(at, at + 3).join('')))]
}

/** How many languages of records the index holds by kind. */
export function countEntries(db: Db): Promise<{ kind: string; entries: number }[]> {
  return rows(
    db,
    sql<{
      kind: string
      entries: number
    }>`select kind, count(*) as entries from platform.search_entry group by kind order by kind`,
  )
}
