import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import type { PGlite } from '@electric-sql/pglite'
import { Kysely, type KyselyConfig, PostgresDialect } from 'kysely'
import pg from 'pg'
import { openEmbedded } from './embedded.ts'
import { databaseFolder, databaseToExpect, FolderRefused, holdFolder, markDatabase } from './folder.ts'
import { type Hearing, listenHere, listenOnServer } from './listen.ts'
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
  /** Ends every connection; the embedded database is closed cleanly and its folder let go. */
  close(): Promise<void>
}

export type DatabaseSettings = { databaseUrl?: string | undefined; dataDir: string }
type Watch = Pick<KyselyConfig, 'log'>

// Dates stay text: a calendar day has no zone, and `Date` would give it one.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text)
// Counts fit a number long before a portal fills one.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

/**
 * Opens the server at `databaseUrl`, or else the embedded database in `dataDir`.
 * Throws FolderRefused when the folder is held by another process or damaged. A server that cannot be reached
 * is found at the first query, and found again when it is back.
 */
export function openDatabase(settings: DatabaseSettings): Promise<Database> {
  return settings.databaseUrl
    ? Promise.resolve(openServer(settings.databaseUrl))
    : openFolder(settings.dataDir)
}

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
  // A connection that is lost, idle or at work, is replaced at the next query; its own query fails by itself.
  // Without listeners the loss would end the process.
  pool.on('error', () => undefined)
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

async function openFolder(dataDir: string): Promise<Database> {
  const release = holdFolder(dataDir)
  try {
    const expected = databaseToExpect(dataDir)
    if (expected === 'make') markDatabase(dataDir, 'making')
    const lite = await openEmbedded(databaseFolder(dataDir), { durable: true }).catch((error: unknown) => {
      throw expected === 'open' ? damaged(databaseFolder(dataDir), error) : error
    })
    if (expected === 'make') markDatabase(dataDir, 'ready')
    return embeddedDatabase(lite, release)
  } catch (error) {
    release()
    throw error
  }
}

function damaged(folder: string, error: unknown): FolderRefused {
  const why = error instanceof Error ? error.message : String(error)
  return new FolderRefused(
    `The database in ${folder} cannot be opened, so it may be damaged (${why}). ` +
      'Nothing was changed. Restore a backup, or move the folder and database.json away to begin anew.',
  )
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
