import { sql } from 'kysely'
import { type Db, firstRow, rows, type Tx } from '../../platform/index.ts'
import { type Becoming, type Ending, type Failure, failures, type Schedule } from './model.ts'

type Row = {
  id: string
  lang: string
  becomes: Becoming
  wall: string
  zone: string
  due: Date
  byId: string | null
  byName: string | null
  endedAt: Date | null
  endedHow: Ending | null
  failure: string | null
}

const columns = sql`s.id, s.lang, s.becomes, to_char(s.wall, 'YYYY-MM-DD"T"HH24:MI') as wall, s.zone, s.due,
  p.id as "byId", p.name as "byName", s.ended_at as "endedAt", s.ended_how as "endedHow", s.failure`
const from = sql`community.schedule s left join community.person p on p.id = s.asked_by`

/** The schedules of a record: those that wait, the soonest first, and then those that are over, the latest first. */
export async function listSchedules(db: Db, kind: string, id: string): Promise<Schedule[]> {
  const found = await rows<Row>(
    db,
    sql`select ${columns} from ${from} where s.kind = ${kind} and s.record_id = ${id}
      order by s.ended_at desc nulls first, s.due limit 50`,
  )
  return found.map(scheduleOf)
}

/** The schedule that waits for a text to become this, if there is one. */
export async function findWaiting(
  db: Db,
  kind: string,
  { id, lang, becomes }: { id: string; lang: string; becomes: Becoming },
): Promise<Schedule | undefined> {
  const found = await firstRow<Row>(
    db,
    sql`select ${columns} from ${from} where s.kind = ${kind} and s.record_id = ${id} and s.lang = ${lang}
      and s.becomes = ${becomes} and s.ended_at is null`,
  )
  return found && scheduleOf(found)
}

function scheduleOf({ byId, byName, endedAt, endedHow, failure, due, ...row }: Row): Schedule {
  const instant = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime())
  return {
    ...row,
    due: instant(due),
    askedBy: byId === null ? null : { id: byId, name: byName ?? '' },
    ended:
      endedAt && endedHow
        ? { at: instant(endedAt), how: endedHow, failure: failures.find((one) => one === failure) ?? null }
        : null,
  }
}

export type NewSchedule = {
  kind: string
  id: string
  lang: string
  becomes: Becoming
  wall: string
  zone: string
  due: Temporal.Instant
  by: string
}

/** Writes a schedule down; the record is held. */
export async function insertSchedule(tx: Tx, asked: NewSchedule, now: Date): Promise<void> {
  const { kind, id, lang, becomes, wall, zone, due, by } = asked
  await sql`insert into community.schedule (kind, record_id, lang, becomes, wall, zone, due, asked_at, asked_by)
    values (${kind}, ${id}, ${lang}, ${becomes}, ${wall}::timestamp, ${zone}, ${due.toString()}::timestamptz,
      ${now}, ${by}::uuid)`.execute(tx)
}

/** Ends a schedule that waits; the record is held. */
export async function endSchedule(
  tx: Tx,
  id: string,
  how: Ending,
  now: Date,
  failure: Failure | null = null,
): Promise<void> {
  await sql`update community.schedule set ended_at = ${now}, ended_how = ${how}, failure = ${failure}
    where id = ${id}::uuid and ended_at is null`.execute(tx)
}

/** Withdraws what waits for a text, or only what waits for it to become this; the record is held. */
export async function withdrawWaiting(
  tx: Tx,
  kind: string,
  { id, lang, becomes }: { id: string; lang: string; becomes: Becoming },
  now: Date,
): Promise<void> {
  await sql`update community.schedule set ended_at = ${now}, ended_how = 'withdrawn'
    where kind = ${kind} and record_id = ${id} and lang = ${lang} and becomes = ${becomes}
      and ended_at is null`.execute(tx)
}

export type DueRecord = { kind: string; id: string }

/**
 * A record of which something is due, held until the end of the transaction; one that somebody else holds is passed over,
 * and so are those tried already. Whoever writes a schedule holds its record, so what is due of it is asked afterwards.
 */
export function holdDueRecord(tx: Tx, now: Date, tried: DueRecord[]): Promise<DueRecord | undefined> {
  return firstRow<DueRecord>(
    tx,
    sql`select r.kind, r.id from (
        select s.kind, s.record_id, min(s.due) as due from community.schedule s
        where s.ended_at is null and s.due <= ${now} and not exists (
          select 1 from json_to_recordset(${JSON.stringify(tried)}::json) as t (kind text, id text)
          where t.kind = s.kind and t.id = s.record_id)
        group by s.kind, s.record_id order by 3 limit 100
      ) waiting join community.record r on r.kind = waiting.kind and r.id = waiting.record_id
      order by waiting.due limit 1 for update of r skip locked`,
  )
}

/** What is due of a record, the earliest first. */
export async function listDue(tx: Tx, { kind, id }: DueRecord, now: Date): Promise<Schedule[]> {
  const found = await rows<Row>(
    tx,
    sql`select ${columns} from ${from} where s.kind = ${kind} and s.record_id = ${id} and s.ended_at is null
      and s.due <= ${now} order by s.due, s.becomes desc`,
  )
  return found.map(scheduleOf)
}

/** Gives up what is due of records that are gone. */
export async function endGone(tx: Tx, now: Date): Promise<void> {
  await sql`update community.schedule s set ended_at = ${now}, ended_how = 'failed', failure = 'gone'
    where s.ended_at is null and s.due <= ${now}
      and not exists (select 1 from community.record r where r.kind = s.kind and r.id = s.record_id)`.execute(
    tx,
  )
}
