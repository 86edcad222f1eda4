import { sql } from 'kysely'
import { type Db, firstRow, rows, type Tx } from '../../platform/index.ts'
import type { Remark } from './model.ts'

type Row = {
  id: string
  lang: string | null
  said: string
  saidAt: Date
  byId: string | null
  byName: string | null
  settledAt: Date | null
  settledBy: string | null
}

/** What was said about a record: what is open first, then what is settled, each the latest first. */
export async function listRemarks(db: Db, kind: string, id: string): Promise<Remark[]> {
  const found = await rows<Row>(
    db,
    sql`select r.id, r.lang, r.said, r.said_at as "saidAt", p.id as "byId", p.name as "byName",
        r.settled_at as "settledAt", q.name as "settledBy"
      from community.remark r left join community.person p on p.id = r.said_by
        left join community.person q on q.id = r.settled_by
      where r.kind = ${kind} and r.record_id = ${id}
      order by r.settled_at is null desc, r.said_at desc, r.id limit 100`,
  )
  return found.map(({ saidAt, byId, byName, settledAt, settledBy, ...row }) => ({
    ...row,
    saidAt: Temporal.Instant.fromEpochMilliseconds(saidAt.getTime()),
    saidBy: byId === null ? null : { id: byId, name: byName ?? '' },
    settled: settledAt && {
      at: Temporal.Instant.fromEpochMilliseconds(settledAt.getTime()),
      by: settledBy,
    },
  }))
}

export type NewRemark = { kind: string; id: string; lang: string | null; said: string; by: string }

/** Writes a remark down; the record is held, and the same said by the same person and still open is written once. Answers whether it was. */
export async function insertRemark(
  tx: Tx,
  { kind, id, lang, said, by }: NewRemark,
  now: Date,
): Promise<boolean> {
  const written = await firstRow<{ id: string }>(
    tx,
    sql`insert into community.remark (kind, record_id, lang, said, said_at, said_by)
      select ${kind}, ${id}, ${lang}::text, ${said}, ${now}::timestamptz, ${by}::uuid
      where not exists (select 1 from community.remark r where r.kind = ${kind} and r.record_id = ${id}
        and r.lang is not distinct from ${lang}::text and r.said = ${said} and r.said_by = ${by}::uuid
        and r.settled_at is null)
      returning id`,
  )
  return written !== undefined
}

/** Settles an open remark of a record. Answers whether there is such a remark, settled before or now. */
export async function settle(
  tx: Tx,
  { kind, id, remark, by }: { kind: string; id: string; remark: string; by: string },
  now: Date,
): Promise<boolean> {
  const found = await firstRow<{ id: string }>(
    tx,
    sql`update community.remark set settled_at = coalesce(settled_at, ${now}::timestamptz),
        settled_by = case when settled_at is null then ${by}::uuid else settled_by end
      where id = ${remark}::uuid and kind = ${kind} and record_id = ${id} returning id`,
  )
  return found !== undefined
}
