import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import type { PGlite } from '@electric-sql/pglite'
import { Kysely, type KyselyConfig, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type Hearing, listenHere, listenOnServer } from './listen.ts'
import type { Restored } from './marker.ts'
import type { SnapshotTaken } from './takeSnapshot.ts'
import { runStatements } from './statements.ts'
import type { Tables } from './tables.ts'
import { type Db, refuseInsideTransaction } from './transact.ts'

/** One open database, of either kind, behind the same interface. */
export type Database = {
  db: Db
  kind: 'embedded' | 'server'
  /**
   * For parts that bring SQL of their own, such as the job queue: runs statements (several at once where there
   * are no values) on one connection and answers what node-postgres answers. Rooms use `db`.
   */
  run(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>
  /**
   * Hears what `notify` sends on a channel once its transaction is committed, until the answer is called.
   * Nothing is promised: what was sent while the connection was lost is gone, so look for yourself now and then.
   */
  listen(channel: string, hearing: Hearing): Promise<() => Promise<void>>
  /**
   * Embedded only: takes a snapshot and answers what it is; undefined when nothing has changed since the last.
   * Everything else that asks the database waits while its files are copied. Throws when there is no room.
   */
  snapshot?(): Promise<SnapshotTaken | undefined>
  /** Embedded only: what was restored when it was opened, if it had been damaged. */
  restored?: Restored
  /** Ends every connection; the embedded database is closed cleanly, kept as a snapshot, and its folder let go. */
  close(): Promise<void>
}

export type Watch = Pick<KyselyConfig, 'log'>

// Dates stay text: a calendar day has no zone, and `Date` would give it one.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
// Counts fit a number long before a portal fills one.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/** Opens a PostgreSQL server; connections are made when first needed. */
export function openServer(url: string, options: { max?: number } & Watch = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'caravanserai',
  })
  // A connection lost while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  // Nor may one that is lost at work: its query fails by itself, and without a listener the process would end.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = kyselyOn(pool, options)
  return {
    db,
    kind: 'server',
    run: (text, values) => runStatements(pool, text, values),
    listen: (channel, hearing) => listenOnServer(url, channel, hearing),
    close: () => db.destroy(),
  }
}

/** Wraps an open embedded database; `release` runs once it is closed. */
export function embeddedDatabase(lite: PGlite, release: () => void, watch: Watch = {}): Database {
  // oxlint-disable-next-line typescript/no-misused-spread -- its fields are what node-postgres asks for
  const pool = new pg.Pool({ ...createPgConfig(lite), max: 1, idleTimeoutMillis: 0 })
  pool.on('error', () => undefined)
  const db = kyselyOn(pool, watch)
  const close = async () => {
    await db.destroy()
    await lite.close()
    release()
  }
  return {
    db,
    kind: 'embedded',
    run: (text, values) => runStatements(pool, text, values),
    listen: (channel, hearing) => listenHere(lite, pool, channel, hearing),
    close,
  }
}

function kyselyOn(pool: pg.Pool, watch: Watch): Db {
  return new Kysely<Tables>({ ...watch, dialect: new PostgresDialect({ pool: guarded(pool) }) })
}

function guarded(pool: pg.Pool) {
  return {
    connect: () => {
      refuseInsideTransaction()
      return pool.connect()
    },
    end: () => pool.end(),
    options: pool.options,
  }
}
