import { sql } from 'kysely'
import { joinText, readTexts, type Viewer } from '../../community/index.ts'
import { type Db, firstRow, putRows, rows, showsList, showsRecords, type Tx } from '../../platform/index.ts'
import type { Timing } from '../rules/dates/model.ts'
import { bookOf } from '../rules/deciding/model.ts'
import { isOpenToAll, timingOf } from '../rules/timing/model.ts'
import type { Call, CallRow, ShownCall } from './listing/model.ts'
import type { CallRecord } from './model.ts'
import { readSetsOf } from './sets/queries.ts'

export const callTexts = 'practice.call_text'

type CallKey = { id: string; slug: string; version: number; originalLang: string }
const key = sql`r.id, r.slug, r.version, r.original_lang as "originalLang"`

/**
 * The call at this address with its rules and the texts the viewer may see; undefined when there is none to see. Until a call
 * opens, strangers see none of it.
 */
export async function findCall(
  db: Db,
  viewer: Viewer,
  slug: string,
  locale: string,
  now: Temporal.Instant,
): Promise<ShownCall | undefined> {
  const found = await firstRow<CallKey & { record: CallRecord }>(
    db,
    sql`select ${key}, v.record from practice.call r
      join practice.call_version v on v.call_id = r.id and v.version = r.version where r.slug = ${slug}`,
  )
  if (!found) return undefined
  showsRecords('calls', found.id)
  const texts = await readTexts(db, viewer, callTexts, found, locale)
  if (texts.length === 0) return undefined
  const book = bookOf(found.record, await readSetsOf(db))
  return { ...found, book, timing: timingOf(found.record.dates, now), texts }
}

// Rule books are large, and a version that was read is not read again; the key says which version it is.
const kept = new WeakMap<object, Map<string, CallRecord>>()

/** Every call that anybody may apply to at this moment, with its rules, the soonest to close first. */
export async function listOpenCalls(db: Db, now: Temporal.Instant): Promise<Call[]> {
  showsList('calls')
  const open = await rows<CallKey & { hash: string }>(
    db,
    sql`select ${key}, v.content_hash as hash from practice.call r
      join practice.call_version v on v.call_id = r.id and v.version = r.version
      where (r.phase = 'open' or r.changes_at is not null) and exists (select 1 from practice.call_text t
        where t.record_id = r.id and t.state = 'published') order by r.place, r.id`,
  )
  const records = await readVersions(db, open)
  const sets = await readSetsOf(db)
  return open.flatMap(({ hash, originalLang: _, ...call }) => {
    const record = records.get(`${call.id} ${hash}`)
    if (!record) return []
    const timing = timingOf(record.dates, now)
    return isOpenToAll(timing) ? [{ ...call, record, book: bookOf(record, sets), timing }] : []
  })
}

async function readVersions(
  db: Db,
  calls: readonly { id: string; version: number; hash: string }[],
): Promise<ReadonlyMap<string, CallRecord>> {
  const before = kept.get(db) ?? new Map<string, CallRecord>()
  const missing = calls.filter(({ id, hash }) => !before.has(`${id} ${hash}`))
  const found =
    missing.length === 0
      ? []
      : await rows<{ id: string; hash: string; record: CallRecord }>(
          db,
          sql`select v.call_id as id, v.content_hash as hash, v.record from practice.call_version v
            join practice.call r on r.id = v.call_id and r.version = v.version
            where v.call_id = any(${missing.map(({ id }) => id)}::text[])`,
        )
  const read = new Map(found.map(({ id, hash, record }) => [`${id} ${hash}`, record]))
  const now = calls.flatMap(({ id, hash }): [string, CallRecord][] => {
    const record = read.get(`${id} ${hash}`) ?? before.get(`${id} ${hash}`)
    return record ? [[`${id} ${hash}`, record]] : []
  })
  const records = new Map(now)
  kept.set(db, records)
  return records
}

/**
 * Calls the viewer may see: those that are open first, then the last to close; and how many there are. With `after`, those
 * behind the last of these that is still there.
 */
export async function listCalls(
  db: Db,
  viewer: Viewer,
  locale: string,
  { limit, offset = 0, after = [] }: { limit: number; offset?: number; after?: readonly string[] },
): Promise<{ rows: CallRow[]; total: number }> {
  showsList('calls')
  const found = await rows<CallRow>(
    db,
    sql`select ${listed}
      from practice.call r ${joinText(callTexts, viewer, locale)} where ${behind(after)}
      order by r.place, r.id limit ${limit} offset ${offset}`,
  )
  const total = await firstRow<{ total: number }>(
    db,
    sql`select count(*)::int as total from practice.call r ${joinText(callTexts, viewer, locale)}`,
  )
  return { rows: found, total: total?.total ?? 0 }
}

const listed = sql`r.id, r.slug, r.version, r.scheme, r.edition, r.programme, text.*, r.opens_at as "opensAt",
  r.closes_at as "closesAt", r.zone, r.phase, r.real_dates as "realDates"`

const behind = (ids: readonly string[]) =>
  ids.length === 0
    ? sql`true`
    : sql`(r.place, r.id) > (select l.place, l.id from practice.call l where l.id = any(${[...ids]}::text[])
        order by array_position(${[...ids]}::text[], l.id) limit 1)`

/** The next moment after `now` at which a page that shows these kinds says something else of a call; undefined for never. */
export async function findNextCallTurn(
  db: Db,
  kinds: ReadonlySet<string>,
  now: Temporal.Instant,
): Promise<Temporal.Instant | undefined> {
  if (!kinds.has('calls')) return undefined
  const row = await firstRow<{ at: Date | null }>(
    db,
    sql`select min(changes_at) as at from practice.call where changes_at > ${now.toString()}::timestamptz`,
  )
  return row?.at?.toTemporalInstant()
}

/** The version of each of these calls that is kept, by id, held until the end of the transaction. */
export async function holdVersions(
  tx: Tx,
  ids: string[],
): Promise<Map<string, { version: number; contentHash: string; isUsed: boolean }>> {
  const found = await rows<{ id: string; version: number; contentHash: string; isUsed: boolean }>(
    tx,
    sql`select v.call_id as id, v.version, v.content_hash as "contentHash",
        (v.used_at is not null) as "isUsed"
      from practice.call_version v join practice.call r on r.id = v.call_id and r.version = v.version
      where r.id = any(${ids}::text[]) order by r.id for update of r`,
  )
  return new Map(found.map(({ id, ...version }) => [id, version]))
}

export type CallRowKept = {
  id: string
  slug: string
  original_lang: string
  version: number
  scheme: string
  edition: string | null
  programme: string | null
  opens_at: string
  zone: string
  closes_at: string | null
  phase: Timing['phase']
  changes_at: string | null
  place: number
  real_dates: Record<string, string> | null
  created_at: string
  updated_at: string
}

/** Writes calls as they stand. */
export function putCalls(tx: Tx, calls: readonly CallRowKept[]): Promise<void> {
  return putRows(tx, 'practice.call', calls, ['id'])
}

/** Writes versions of calls; `used` is when strangers could first see them open. */
export async function putVersion(
  tx: Tx,
  { id, version, contentHash, record, at, isUsed }: KeptContent,
): Promise<void> {
  const moment = at.toISOString()
  await sql`insert into practice.call_version (call_id, version, content_hash, record, kept_at, used_at)
    values (${id}, ${version}, ${contentHash}, ${JSON.stringify(record)}::json, ${moment}, ${isUsed ? moment : null})
    on conflict (call_id, version) do update set content_hash = excluded.content_hash, record = excluded.record,
      kept_at = excluded.kept_at, used_at = coalesce(practice.call_version.used_at, excluded.used_at)
    where practice.call_version.content_hash <> excluded.content_hash
      or (practice.call_version.used_at is null and excluded.used_at is not null)`.execute(tx)
}

type KeptContent = {
  id: string
  version: number
  contentHash: string
  record: CallRecord
  at: Date
  isUsed: boolean
}

/** A call whose standing the clock has changed, held until the end of the transaction; undefined when there is none. */
export async function holdDueCall(
  tx: Tx,
  now: Temporal.Instant,
): Promise<{ id: string; phase: Timing['phase'] } | undefined> {
  return firstRow(
    tx,
    sql<{ id: string; phase: Timing['phase'] }>`select id, phase from practice.call
      where changes_at <= ${now.toString()}::timestamptz order by changes_at, id limit 1 for update skip locked`,
  )
}

/** The ids of calls that are not over: whose lists and dates go on. */
export async function listGoingCalls(db: Db): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`select id from practice.call where phase = 'open' or changes_at is not null order by id`,
  )
  return found.map(({ id }) => id)
}

/** How the call with this id stands, as it was last written. */
export async function findPhase(db: Db, id: string): Promise<Timing['phase'] | undefined> {
  const found = await firstRow<{ phase: Timing['phase'] }>(
    db,
    sql`select phase from practice.call where id = ${id}`,
  )
  return found?.phase
}

/** The call with this slug or, where none has it, this id, as lists show it to the viewer; undefined when there is none to see. */
export function findCallRow(
  db: Db,
  viewer: Viewer,
  locale: string,
  key: string,
): Promise<CallRow | undefined> {
  return firstRow<CallRow>(
    db,
    sql`select ${listed} from practice.call r ${joinText(callTexts, viewer, locale)}
      where r.slug = ${key} or r.id = ${key} order by r.slug = ${key} desc limit 1`,
  )
}
