/** Plain SQL, forward only: each file of `migrations` runs once, in order, in a transaction of its own. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { type Db, transact, type Tx } from '../src/platform/database/transact.ts'
import { isQueueReady, prepareQueue } from '../src/platform/jobs/queue.ts'

export const migrationsFolder = join(import.meta.dirname, 'migrations')

/** One file of `migrations`; the hash is the SHA-256 of its text. */
export type Migration = { name: string; text: string; hash: string }

/** Brings the database up to date and answers the names of what ran; safe when several processes start at once. */
export async function migrate(db: Db): Promise<string[]> {
  const ran: string[] = []
  for (const migration of readMigrations()) {
    if (await transact(db, (tx) => runOnce(tx, migration))) ran.push(migration.name)
  }
  // The job queue brings migrations of its own, which know themselves what has run.
  await prepareQueue(db)
  return ran
}

/** Answers the names of the migrations that have not run yet. */
export async function pendingMigrations(db: Db): Promise<string[]> {
  const known = await db.executeQuery<{ name: string }>(
    CompiledQuery.raw('select name from public.migration'),
  )
  const names = new Set(known.rows.map((row) => row.name))
  const pending = readMigrations()
    .map((migration) => migration.name)
    .filter((name) => !names.has(name))
  return (await isQueueReady(db)) ? pending : [...pending, 'job queue']
}

/** Answers the migrations this version of the house has, in the order they run. */
export function readMigrations(): Migration[] {
  return readdirSync(migrationsFolder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(migrationsFolder, name), 'utf8')
      return { name, text, hash: createHash('sha256').update(text).digest('hex') }
    })
}

/** Runs one migration in a transaction, unless it has run; answers whether it did. */
export async function runOnce(tx: Tx, migration: Migration): Promise<boolean> {
  // The lock makes a second process wait here until the first has committed, and then see its work.
  await run(tx, 'select pg_advisory_xact_lock(7240611)')
  await run(
    tx,
    'create table if not exists public.migration (name text primary key, hash text not null, ran_at timestamptz not null default now())',
  )
  const [earlier] = await run<{ hash: string }>(tx, 'select hash from public.migration where name = $1', [
    migration.name,
  ])
  if (earlier && earlier.hash !== migration.hash) {
    throw new Error(`${migration.name} was changed after it ran here; write a new migration instead.`)
  }
  if (earlier) return false
  await run(tx, migration.text)
  await run(tx, 'insert into public.migration (name, hash) values ($1, $2)', [migration.name, migration.hash])
  return true
}

async function run<Row>(tx: Tx, statement: string, parameters: unknown[] = []): Promise<Row[]> {
  const { rows } = await tx.executeQuery<Row>(CompiledQuery.raw(statement, parameters))
  return rows
}
