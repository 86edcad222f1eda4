import { sql } from 'kysely'
import { type Db, firstRow, putRows, rows, slugFrom, type Tx } from '../../platform/index.ts'
import type { Edits, Giving, KeptRecord, Plain } from './model.ts'

/** What was last given of these records, as hashes by id. */
export async function readGivenHashes(
  db: Db,
  kind: string,
  ids: string[],
): Promise<Map<string, string | null>> {
  const found = await rows<{ id: string; hash: string | null }>(
    db,
    sql`select id, given_hash as hash from community.record where kind = ${kind} and id = any(${ids})`,
  )
  return new Map(found.map(({ id, hash }) => [id, hash]))
}

/** How often each of these records was written (from 1), by id; of an id held under several kinds the first kind's. */
export async function readVersions(
  db: Db,
  kinds: readonly string[],
  ids: string[],
): Promise<Map<string, number>> {
  const found = await rows<{ id: string; version: number }>(
    db,
    sql`select id, version from community.record where kind = any(${[...kinds]}::text[]) and id = any(${ids}::text[])
      order by array_position(${[...kinds]}::text[], kind) desc`,
  )
  return new Map(found.map(({ id, version }) => [id, version]))
}

/** How many records the house keeps, of all kinds. */
export async function countRecords(db: Db): Promise<number> {
  const row = await firstRow<{ count: number }>(db, sql`select count(*)::int as count from community.record`)
  return row?.count ?? 0
}

/** Those of these ids under which a record of this kind is held. */
export async function readHeld(db: Db, kind: string, ids: string[]): Promise<Set<string>> {
  return new Set((await readGivenHashes(db, kind, ids)).keys())
}

const kept = sql`id, record, version, sources, edits, added_at as "addedAt", changed_at as "changedAt",
  changed_by as "changedBy", changed_why as "changedWhy"`

/** These records as they are kept, by id, held until the end of the transaction: nobody else changes them meanwhile. */
export async function holdRecords(tx: Tx, kind: string, ids: string[]): Promise<Map<string, KeptRecord>> {
  if (ids.length === 0) return new Map()
  const found = await rows<KeptRecord>(
    tx,
    sql`select ${kept} from community.record where kind = ${kind} and id = any(${ids}) order by id for update`,
  )
  return new Map(found.map((record) => [record.id, record]))
}

/** These records as they are kept, by id. */
export async function readRecords(db: Db, kind: string, ids: string[]): Promise<Map<string, KeptRecord>> {
  const found = await rows<KeptRecord>(
    db,
    sql`select ${kept} from community.record where kind = ${kind} and id = any(${ids})`,
  )
  return new Map(found.map((record) => [record.id, record]))
}

/** A record as it is kept; undefined when there is none. */
export function readRecord(db: Db, kind: string, id: string): Promise<KeptRecord | undefined> {
  return firstRow<KeptRecord>(
    db,
    sql`select ${kept} from community.record where kind = ${kind} and id = ${id}`,
  )
}

/** Records of a kind in the order of their ids, from the first after `after`. */
export function readRecordsAfter(
  db: Db,
  kind: string,
  after: string | null,
  limit: number,
): Promise<KeptRecord[]> {
  return rows<KeptRecord>(
    db,
    sql`select ${kept} from community.record where kind = ${kind}
      ${after === null ? sql`` : sql`and id > ${after}`} order by id limit ${limit}`,
  )
}

/** One of those who import records of this kind goes on, the others wait: each must see what the one before it kept. */
export async function holdKind(tx: Tx, kind: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`community.record ${kind}`}, 0))`.execute(tx)
}

export type RecordRow = {
  kind: string
  id: string
  record: Plain
  version: number
  given_hash: string | null
  sources: Giving[]
  edits: Edits
  added_at: string
  changed_at: string
  changed_by: string | null
  changed_why: string | null
}

/** Writes records down whole. */
export function putRecords(tx: Tx, records: RecordRow[]): Promise<void> {
  return putRows(tx, 'community.record', records, ['kind', 'id'])
}

/** Lets go of records of a kind that another kind keeps from now on; the tables of the kind stay as they are. */
export async function releaseRecords(tx: Tx, kind: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from community.record where kind = ${kind} and id = any(${ids})`.execute(tx)
  await dropKeys(tx, kind, ids)
}

/** By what a record is recognised: a whole number of 64 bits, as text because JSON has none. */
export type KeyRow = { kind: string; id: string; key: string }

/** Forgets by what these records were recognised. */
export async function dropKeys(tx: Tx, kind: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await sql`delete from community.record_key where kind = ${kind} and id = any(${ids})`.execute(tx)
}

/** Notes by what records are recognised. */
export function putKeys(tx: Tx, keys: KeyRow[]): Promise<void> {
  return putRows(tx, 'community.record_key', keys, ['key', 'kind', 'id'])
}

/** Records that are recognised by these keys, in the order of their ids. */
export function findByKeys(db: Db, kind: string, keys: string[]): Promise<{ id: string; key: string }[]> {
  return rows<{ id: string; key: string }>(
    db,
    sql`select id, key::text from community.record_key where key = any(${keys}::bigint[]) and kind = ${kind} order by id`,
  )
}

export type Wanted = { id: string; wanted: string }

/** Where addresses of a kind are kept, and what they begin with. */
export type Addresses = { table: string; plural: string; texts?: string }

/**
 * The slug each record keeps for good, or else the one it wants, or that with the first number that is free. A record that
 * nobody could read so far has none to keep but one that somebody chose: it wants what its words make of it.
 */
export async function slugsFor(tx: Tx, addresses: Addresses, all: Wanted[]): Promise<Map<string, string>> {
  const { table, texts } = addresses
  const ids = all.map(({ id }) => id)
  const wasRead = texts
    ? sql`exists (select 1 from ${sql.table(texts)} t where t.record_id = r.id and t.state in ('published', 'archived'))`
    : sql`true`
  const found = await rows<{ id: string; slug: string; wasRead: boolean }>(
    tx,
    sql`select r.id, r.slug, ${wasRead} as "wasRead" from ${sql.table(table)} r where r.id = any(${ids})`,
  )
  const keeps = found.filter(({ id, slug, wasRead }) => wasRead || slug !== slugFrom(id))
  const slugs = new Map(keeps.map(({ id, slug }) => [id, slug]))
  const wanting = all.filter(({ id }) => !slugs.has(id))
  if (wanting.length === 0) return slugs
  const own = new Map(found.map(({ id, slug }) => [id, slug]))
  const wanted = wanting.filter(({ id, wanted }) => own.get(id) !== wanted).map(({ wanted }) => wanted)
  const taken = new Set(await takenSlugs(tx, addresses, [...new Set(wanted)]))
  for (const { id, wanted } of wanting) {
    const slug = own.get(id) !== wanted && taken.has(wanted) ? numbered(wanted, taken) : wanted
    taken.add(slug)
    slugs.set(id, slug)
  }
  return slugs
}

async function takenSlugs(tx: Tx, { table, plural }: Addresses, wanted: string[]): Promise<string[]> {
  if (wanted.length === 0) return []
  const found = await rows<{ slug: string }>(
    tx,
    // Between “wanted-” and “wanted.” stands every slug that goes on with a hyphen.
    sql`with w as (select slug from unnest(${wanted}::text[]) as w (slug))
      select r.slug from w join ${sql.table(table)} r on r.slug = w.slug
      union all
      select o.slug from w join community.old_address o on o.kind = ${plural} and o.slug >= w.slug collate "C"
        and o.slug < (w.slug || '.') collate "C"
      union all
      select r.slug from w join ${sql.table(table)} r
        on r.slug >= (w.slug || '-') collate "C" and r.slug < (w.slug || '.') collate "C"
        where exists (select 1 from ${sql.table(table)} same where same.slug = w.slug)
          or exists (select 1 from community.old_address o where o.kind = ${plural} and o.slug = w.slug)`,
  )
  return found.map(({ slug }) => slug)
}

function numbered(wanted: string, taken: ReadonlySet<string>): string {
  let number = 2
  while (taken.has(`${wanted}-${number}`)) number += 1
  return `${wanted}-${number}`
}
