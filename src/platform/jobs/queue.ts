/** The one queue of the house, kept by pg-boss in the schema `jobs`. A job's name stands in what it carries. */
import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type ConstructorOptions,
  type Db as QueueConnection,
  fromKysely,
  getConstructionPlans,
  getMigrationPlans,
  PgBoss,
  type SendOptions,
} from 'pg-boss'
import manifest from 'pg-boss/package.json' with { type: 'json' }
import { CompiledQuery } from 'kysely'
import type { Database, Db } from '../database/index.ts'
import type { JobName, Jobs } from './names.ts'

// A queue for each name would have to be there before the first job of that name, in every process, and each
// would be asked for work every few seconds. With one, the migration makes it and a process need only write.
export const queueName = 'house'
export const queueSchema = 'jobs'

const day = 24 * 60 * 60

/** What a job carries in the queue. */
export type Carried<Name extends JobName = JobName> = { name: Name; payload: Jobs[Name] }

export type JobChoices = {
  /** Not before this moment. */
  at?: Temporal.Instant
  /** Taken before others; 0 if not said. */
  priority?: number
  /** How often it is tried before it counts as failed; 10 if not said, which is over an hour of trying. */
  attempts?: number
  /** How long one attempt may take before it is taken for stuck; 15 if not said, at most 1,440. */
  atMostMinutes?: number
  /** How long it can still be looked up once it is done or has failed; 14 if not said. */
  keptDays?: number
}

/** How pg-boss is told the choices made for a job. */
export function sendOptions(name: string, choices: JobChoices = {}): SendOptions {
  return {
    // Within a process no one name takes every place; which needs the name where the queue can see it.
    group: { id: name },
    priority: choices.priority ?? 0,
    retryLimit: (choices.attempts ?? 10) - 1,
    retryDelay: 5,
    retryBackoff: true,
    retryDelayMax: 60 * 60,
    expireInSeconds: (choices.atMostMinutes ?? 15) * 60,
    deleteAfterSeconds: (choices.keptDays ?? 14) * day,
    ...(choices.at ? { startAfter: choices.at.toString() } : {}),
  }
}

const common = {
  schema: queueSchema,
  registerInstance: false,
  openTelemetry: { enabled: false },
  // Jobs that depend on others, and indexes built aside, are not used here.
  flowIntervalSeconds: day,
  bamIntervalSeconds: 60 * 60,
} satisfies Partial<ConstructorOptions>

const current = new AsyncLocalStorage<QueueConnection>()

// Never started: it only writes and reads rows, on whatever connection the caller is on.
const hand = new PgBoss({
  ...common,
  db: {
    executeSql: (text, values) => {
      const db = current.getStore()
      if (!db) throw new Error('No connection was given to the job queue.')
      return db.executeSql(text, values)
    },
  },
})

/** Uses the queue on this connection: within a transaction, what is done is kept or undone with it. */
export function onQueue<T>(
  db: Db,
  use: (boss: PgBoss, on: { db: QueueConnection }) => Promise<T>,
): Promise<T> {
  const connection = fromKysely(db)
  return current.run(connection, () => use(hand, { db: connection }))
}

/** A queue that can be worked on: it has timers and must be stopped. */
export function workingQueue(database: Database, pace: { cronSeconds: number }): PgBoss {
  const embedded = database.kind === 'embedded'
  return new PgBoss({
    ...common,
    db: {
      executeSql: (text, values) => database.run(text, values),
      listen: async (channel, heard, again) => {
        const stop = await database.listen(channel, { heard, again })
        return { close: stop }
      },
    },
    backend: embedded ? 'pglite' : 'postgres',
    migrate: false,
    useListenNotify: true,
    cronMonitorIntervalSeconds: pace.cronSeconds,
    cronWorkerIntervalSeconds: Math.ceil(pace.cronSeconds / 2),
    queueCacheIntervalSeconds: 10 * 60,
    // The embedded database has no vacuum of its own and nothing can be rebuilt beside other work.
    monitorVacuum: !embedded,
    reindex: !embedded,
  })
}

const settings = {
  notify: true,
  // A worker that died is noticed by its silence, well before the longest job would be over.
  heartbeatSeconds: 120,
  // One that nobody came to do is not thrown away.
  retentionSeconds: 365 * day,
}

/** Says what the queue is made of, for those who keep a database that holds it. */
export function queueMaking(): string {
  return getConstructionPlans(queueSchema) + JSON.stringify(settings)
}

/** Makes the queue, or brings it up to date; safe when several processes start at once. */
export function prepareQueue(db: Db): Promise<void> {
  return db.connection().execute(async (connection) => {
    const run = (statements: string) => connection.executeQuery(CompiledQuery.raw(statements))
    // The queue's own lock comes a moment too late to make the schema under.
    await run('select pg_advisory_lock(7240612)')
    try {
      const version = await queueVersion(connection)
      if (version === 0) await run(getConstructionPlans(queueSchema))
      else if (version < manifest.pgboss.schema) for (const part of stepsFrom(version)) await run(part)
      await onQueue(connection, (boss) => boss.createQueue(queueName, settings))
    } catch (error) {
      // These statements bring transactions of their own; a broken one must not stay open on the connection.
      await run('rollback').catch(() => undefined)
      throw error
    } finally {
      await run('select pg_advisory_unlock(7240612)')
    }
  })
}

// After one transaction come the indexes built beside other work, each of which must be sent by itself.
function stepsFrom(version: number): string[] {
  return getMigrationPlans(queueSchema, version).split(/\n(?=-- inlined from )/)
}

/** Answers whether the queue is made as this version of the house wants it. */
export async function isQueueReady(db: Db): Promise<boolean> {
  return (await queueVersion(db)) >= manifest.pgboss.schema
}

/** Answers the version of the queue's tables; 0 where there are none. */
export function queueVersion(db: Db): Promise<number> {
  return onQueue(db, async (boss) => ((await boss.isInstalled()) ? ((await boss.schemaVersion()) ?? 0) : 0))
}
