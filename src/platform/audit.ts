import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import type { Db, Tx } from './database/index.ts'
import { json, rows } from './database/rows.ts'
import { withoutSecrets } from './secrets.ts'

/** One change, as it is written down: who did what to which record, and why. */
export type Audited = {
  /** The person's id; null is the house itself (a clock, an import). */
  who: string | null
  /** The action, as `information.publish`; its first word is the room unless one is given. */
  what: string
  room?: string
  record: { kind: string; id: string }
  /** The record before and after; only what differs is kept. Leave one out where it was made or removed. */
  before?: object | undefined
  after?: object | undefined
  why?: string | undefined
}

export type AuditEntry = {
  at: Temporal.Instant
  who: string | undefined
  what: string
  room: string
  record: { kind: string; id: string }
  /** The fields that changed, as they were and as they became. */
  before: Record<string, unknown>
  after: Record<string, unknown>
  why: string | undefined
}

/**
 * Writes a change down in the transaction that makes it. Fields whose names speak of passwords, tokens, hashes,
 * cookies, passports or bank accounts are not kept, at any depth.
 */
export async function recordAudit(tx: Tx, audited: Audited): Promise<void> {
  const { who, what, room = what.split('.')[0] ?? what, record, why = null } = audited
  const { before, after } = changed(plain(audited.before), plain(audited.after))
  await sql`insert into platform.audit_entry (who, what, room, record_kind, record_id, before, after, why)
    values (${who}, ${what}, ${room}, ${record.kind}, ${record.id}, ${json(before)}, ${json(after)}, ${why})`.execute(
    tx,
  )
}

type Fields = Record<string, unknown>

// As JSON would keep it, so that a moment compares equal to the same moment.
function plain(value: object | undefined): Fields {
  const kept: unknown = withoutSecrets(
    JSON.parse(JSON.stringify(value ?? {}).replaceAll(String.raw`\u0000`, '')),
  )
  return isFields(kept) ? kept : { value: kept }
}

function changed(before: Fields, after: Fields): { before: Fields; after: Fields } {
  const [left, right]: [Fields, Fields] = [{}, {}]
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [was, is] = [before[name], after[name]]
    if (isDeepStrictEqual(was, is)) continue
    const inner = isFields(was) && isFields(is) ? changed(was, is) : { before: was, after: is }
    if (inner.before !== undefined) left[name] = inner.before
    if (inner.after !== undefined) right[name] = inner.after
  }
  return { before: left, after: right }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

type Row = {
  at: Date
  who: string | null
  what: string
  room: string
  record_kind: string
  record_id: string
  before: Fields
  after: Fields
  why: string | null
}

/** Answers what was done to a record, latest first. */
export async function listAudit(
  db: Db,
  record: { kind: string; id: string },
  limit = 200,
): Promise<AuditEntry[]> {
  const found = await rows<Row>(
    db,
    sql`select at, who, what, room, record_kind, record_id, before, after, why from platform.audit_entry
      where record_kind = ${record.kind} and record_id = ${record.id} order by id desc limit ${limit}`,
  )
  return found.map(entryOf)
}

function entryOf({ at, who, record_kind, record_id, what, room, before, after, why }: Row): AuditEntry {
  return {
    at: at.toTemporalInstant(),
    who: who ?? undefined,
    what,
    room,
    record: { kind: record_kind, id: record_id },
    before,
    after,
    why: why ?? undefined,
  }
}

/** Answers what was done to records of these kinds, latest first, from below an id on, each with its id. */
export async function listAuditOfKinds(
  db: Db,
  { kinds, below, limit }: { kinds: readonly string[]; below: string | undefined; limit: number },
): Promise<(AuditEntry & { id: string })[]> {
  const found = await rows<Row & { id: string }>(
    db,
    sql`select id::text as id, at, who, what, room, record_kind, record_id, before, after, why from platform.audit_entry
      where record_kind = any(${[...kinds]}::text[]) ${below === undefined ? sql`` : sql`and platform.audit_entry.id < ${below}::bigint`}
      order by platform.audit_entry.id desc limit ${limit}`,
  )
  return found.map((row) => ({ ...entryOf(row), id: row.id }))
}
