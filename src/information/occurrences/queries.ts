import { type RawBuilder, sql } from 'kysely'
import { type Db, firstRow, putRows, rows, showsRecords, type Tx } from '../../platform/index.ts'
import type { EventState, EventTime } from '../events/model.ts'
import type { Recurrence } from '../recurrence/model.ts'
import type { DateRow, Last, Occurrence } from './model.ts'

/** The occurrence `o` by which lists show an event `r` at a moment; none of an event without a date. */
export function joinShown(now: Date): RawBuilder<unknown> {
  return sql`left join information.occurrence o
    on o.event_id = r.id and o.shown_from < o.shown_until and o.shown_from <= ${now} and o.shown_until > ${now}`
}

/** The first occurrence `o` of an event `r` that touches these days (ISO dates), one that takes place before one that is called off. */
export function joinWithin(days: {
  from?: string | undefined
  to?: string | undefined
}): RawBuilder<unknown> {
  const { from, to } = days
  return sql`join lateral (
      select * from information.occurrence x where x.event_id = r.id
        and ${from ? sql`x.ends_on >= ${from}::date` : sql`true`} and ${to ? sql`x.starts_on <= ${to}::date` : sql`true`}
      order by x.state = 'cancelled', x.starts_at limit 1
    ) o on true`
}

/** The times of an occurrence `o`, as rows of events say them. */
export const timeColumns = sql`o.starts_on as "startsOn", to_char(o.starts_time, 'HH24:MI') as "startsTime",
  o.ends_on as "endsOn", to_char(o.ends_time, 'HH24:MI') as "endsTime", o.starts_at as "startsAt", o.ends_at as "endsAt"`

/** Which dates of an event: those to come, the soonest first, or those past, the latest first. */
export type DatesAsked = { now: Date; past: boolean; limit: number; offset: number }

/** Dates of an event that the viewer was found to see. */
export function listDates(
  db: Db,
  eventId: string,
  { now, past, limit, offset }: DatesAsked,
): Promise<DateRow[]> {
  showsRecords('events', eventId)
  const order = past ? sql`o.starts_at desc` : sql`o.starts_at`
  return rows<DateRow>(
    db,
    sql`select ${timeColumns}, o.state, o.title from information.occurrence o
      where ${datesOf(eventId, now, past)} order by ${order} limit ${limit} offset ${offset}`,
  )
}

/** How many dates of an event are to come, or past. */
export async function countDates(
  db: Db,
  eventId: string,
  { now, past }: Pick<DatesAsked, 'now' | 'past'>,
): Promise<number> {
  showsRecords('events', eventId)
  const counted = await firstRow<{ total: number }>(
    db,
    sql`select count(*) as total from information.occurrence o where ${datesOf(eventId, now, past)}`,
  )
  return counted?.total ?? 0
}

function datesOf(eventId: string, now: Date, past: boolean): RawBuilder<boolean> {
  const which = past ? sql`o.ends_at <= ${now}` : sql`o.ends_at > ${now}`
  return sql<boolean>`o.event_id = ${eventId} and ${which}`
}

/** The occurrences of events as they are now, in the place of those there were. */
export async function putOccurrences(
  tx: Tx,
  events: { id: string; all: Occurrence[]; until: string | null }[],
): Promise<void> {
  const ids = events.map(({ id }) => id)
  await sql`delete from information.occurrence where event_id = any(${ids})`.execute(tx)
  await addRows(tx, events)
}

/** Occurrences behind those there are; the last of these is shown until it and those before it are over. */
export async function addOccurrences(
  tx: Tx,
  events: { id: string; all: Occurrence[]; until: string | null; after: Date }[],
): Promise<void> {
  const going = events.filter(({ all }) => all.length > 0)
  await sql`update information.occurrence o set shown_until = given.after
    from unnest(${going.map(({ id }) => id)}::text[], ${going.map(({ after }) => after.toISOString())}::timestamptz[])
      as given (id, after)
    where o.event_id = given.id and o.shown_until = 'infinity'`.execute(tx)
  await addRows(tx, events)
}

async function addRows(
  tx: Tx,
  events: { id: string; all: Occurrence[]; until: string | null }[],
): Promise<void> {
  const ids = events.map(({ id }) => id)
  await putRows(
    tx,
    'information.occurrence',
    events.flatMap(({ id, all }) => all.map((one) => rowOf(id, one))),
    ['event_id', 'start'],
  )
  await sql`update information.event e set occurrences_until = given.until
    from unnest(${ids}::text[], ${events.map(({ until }) => until)}::date[]) as given (id, until)
    where e.id = given.id and e.occurrences_until is distinct from given.until`.execute(tx)
}

function rowOf(id: string, one: Occurrence): Record<string, unknown> {
  return {
    event_id: id,
    start: one.start,
    starts_on: one.startsOn,
    starts_time: one.startsTime,
    ends_on: one.endsOn,
    ends_time: one.endsTime,
    starts_at: one.startsAt.toISOString(),
    ends_at: one.endsAt.toISOString(),
    state: one.state,
    title: one.title,
    shown_from: one.shownFrom === 'beginning' ? '-infinity' : one.shownFrom.toISOString(),
    shown_until: one.shownUntil === 'end' ? 'infinity' : one.shownUntil.toISOString(),
  }
}

/** An event whose occurrences end too soon, with the last of them. */
export type Ending = { id: string; time: EventTime; state: EventState; recurrence: Recurrence; last: Last }

type EndingRow = Omit<EventTime, 'precision'> &
  Pick<Ending, 'id' | 'state' | 'recurrence'> & {
    until: string
    lastEnd: Date
    lastShown: Date | null
    lastState: EventState
  }

/** Some events of which occurrences are worked out up to a day before this one, held until the end of the transaction. */
export async function holdEnding(tx: Tx, before: string, limit: number): Promise<Ending[]> {
  const found = await rows<EndingRow>(
    tx,
    sql`with e as materialized (
        select * from information.event where occurrences_until < ${before} and recurrence is not null
        order by occurrences_until, id limit ${limit} for update skip locked
      )
      select e.id, e.starts_on as "startsOn", to_char(e.starts_time, 'HH24:MI') as "startsTime", e.ends_on as "endsOn",
        to_char(e.ends_time, 'HH24:MI') as "endsTime", e.zone, e.state, e.recurrence, e.occurrences_until as until,
        o.ends_at as "lastEnd", nullif(o.shown_from, '-infinity') as "lastShown", o.state as "lastState"
      from e join information.occurrence o on o.event_id = e.id and o.shown_until = 'infinity'`,
  )
  return found.map(({ id, state, recurrence, until, lastEnd, lastShown, lastState, ...time }) => ({
    id,
    state,
    recurrence,
    time: { ...time, precision: 'day' },
    last: { until, endsAt: lastEnd, shownFrom: lastShown, state: lastState },
  }))
}

/** How many events there are of which occurrences are worked out up to a day before this one. */
export async function countEnding(db: Db, before: string): Promise<number> {
  const found = await firstRow<{ count: number }>(
    db,
    sql`select count(*) as count from information.event where occurrences_until < ${before}`,
  )
  return found?.count ?? 0
}
