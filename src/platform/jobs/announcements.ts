import { sql } from 'kysely'
import { type Db, transact, type Tx } from '../database/index.ts'
import { firstRow, json } from '../database/rows.ts'
import { later } from './later.ts'
import type { Announcements, EventName, Jobs, Listener, ListenerTo, Work } from './names.ts'

/**
 * Announces an event in the transaction of what it tells of; rolled back, it never was. Whoever listens when it is
 * passed on hears it at least once, each in a job of its own. Answers the announcement's id.
 */
export async function announce<Name extends EventName>(
  tx: Tx,
  event: Name,
  told: Announcements[Name],
): Promise<string> {
  const row = await firstRow<{ id: string }>(
    tx,
    sql`insert into platform.announcement (event, payload) values (${event}, ${json(told)}) returning id`,
  )
  if (!row) throw new Error(`The announcement ${event} was not kept.`)
  await later(tx, 'platform.tellListeners', { announcementId: row.id })
  return row.id
}

/**
 * Answers true once for each listener and announcement, if the transaction it is asked in is committed: who hears
 * twice does its work once by asking first, in the transaction of that work.
 */
export async function onceFor(tx: Tx, listener: string, eventId: string): Promise<boolean> {
  const row = await firstRow(
    tx,
    sql`insert into platform.heard (listener, announcement_id) values (${listener}, ${eventId}::uuid)
      on conflict do nothing returning 1 as heard`,
  )
  return row !== undefined
}

/** Gives each of these listeners a job of its own, once. */
export function tellListeners(
  db: Db,
  listeners: readonly Listener[],
  { announcementId }: Told,
): Promise<void> {
  return transact(db, async (tx) => {
    const told = await firstRow<{ event: string }>(
      tx,
      sql`update platform.announcement set told_at = now()
        where id = ${announcementId}::uuid and told_at is null returning event`,
    )
    for (const { event, listener } of listeners) {
      if (event === told?.event) await later(tx, 'platform.hear', { announcementId, listener })
    }
  })
}

type Told = Jobs['platform.tellListeners']

/** Lets one listener hear one announcement; throws when nobody of that name listens here. */
export async function hear(
  listeners: readonly Listener[],
  { announcementId, listener }: Jobs['platform.hear'],
  work: Work,
): Promise<void> {
  const found = listeners.find((one) => one.listener === listener)
  if (!found) throw new Error(`Nobody here listens as ${listener}.`)
  await hearAs(found, announcementId, work)
}

async function hearAs<Name extends EventName>(
  to: ListenerTo<Name>,
  eventId: string,
  work: Work,
): Promise<void> {
  const row = await firstRow<{ payload: Announcements[Name] }>(
    work.db,
    sql`select payload from platform.announcement where id = ${eventId}::uuid`,
  )
  if (!row) throw new Error(`The announcement ${eventId} is no longer kept.`)
  await to.handle(row.payload, { ...work, eventId, listener: to.listener })
}
