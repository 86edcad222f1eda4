import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { runStatements } from './statements.ts'
import { outsideTransaction } from './transact.ts'

/**
 * What to do with what is heard; `lost` runs when the connection is gone, `again` whenever listening has begun (anew), as
 * something may be missed.
 */
export type Hearing = { heard: (payload: string) => void; lost?: () => void; again?: () => void }

/** Hears a channel of the embedded database. */
export async function listenHere(lite: PGlite, pool: pg.Pool, channel: string, hearing: Hearing) {
  const stop = lite.onNotification((name, payload) => {
    // It comes while some statement runs, perhaps within a transaction that is none of the hearer's.
    if (name === channel) outsideTransaction(() => hearing.heard(payload))
  })
  // The word to stop is not told to the database: another hearer may be on the same channel.
  await runStatements(pool, `listen ${pg.escapeIdentifier(channel)}`)
  hearing.again?.()
  return async () => stop()
}

/** Hears a channel of a server on a connection of its own, found again when it is lost; never throws. */
export async function listenOnServer(url: string, channel: string, hearing: Hearing) {
  const ear = { stopped: false, client: undefined as pg.Client | undefined, fails: 0 }
  let timer: NodeJS.Timeout | undefined

  const connect = async () => {
    const client = new pg.Client({
      connectionString: url,
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      application_name: 'caravanserai (listening)',
    })
    client.on('error', () => lost(client))
    client.on('end', () => lost(client))
    client.on('notification', ({ payload }) => hearing.heard(payload ?? ''))
    ear.client = client
    try {
      await client.connect()
      await client.query(`listen ${client.escapeIdentifier(channel)}`)
      ear.fails = 0
      hearing.again?.()
    } catch {
      lost(client)
    }
  }
  const lost = (client: pg.Client) => {
    if (ear.client !== client) return
    ear.client = undefined
    hearing.lost?.()
    void client.end().catch(() => undefined)
    if (ear.stopped) return
    timer = setTimeout(() => void connect(), Math.min(30_000, 500 * 2 ** ear.fails++))
    timer.unref()
  }

  await connect()
  return async () => {
    ear.stopped = true
    clearTimeout(timer)
    const { client } = ear
    ear.client = undefined
    await client?.end().catch(() => undefined)
  }
}
