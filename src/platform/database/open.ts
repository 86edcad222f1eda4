import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import type { PGlite } from '@electric-sql/pglite'
import { Kysely, type KyselyConfig, PostgresDialect } from 'kysely'
import pg from 'pg'
import { openEmbedded } from './embedded.ts'
import { databaseFolder, databaseToExpect, holdFolder, markDatabase } from './folder.ts'
import type { Tables } from './tables.ts'
import { type Db, refuseInsideTransaction } from './transact.ts'

/** One open database, of either kind, behind the same interface. */
export type Database = {
  db: Db
  kind: 'embedded' | 'server'
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
  // A connection lost while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  const db = kyselyOn(pool, options)
  return { db, kind: 'server', close: () => db.destroy() }
}

async function openFolder(dataDir: string): Promise<Database> {
  const release = holdFolder(dataDir)
  try {
    const expected = databaseToExpect(dataDir)
    if (expected === 'make') markDatabase(dataDir, 'making')
    const lite = await openEmbedded(databaseFolder(dataDir), { durable: true })
    if (expected === 'make') markDatabase(dataDir, 'ready')
    return embeddedDatabase(lite, release)
  } catch (error) {
    release()
    throw error
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
  return { db, kind: 'embedded', close }
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
