import { sql } from 'kysely'
import type { JobWithMetadata, PgBoss } from 'pg-boss'
import { type Database, isDatabaseAway, outsideTransaction } from '../database/index.ts'
import { rows } from '../database/rows.ts'
import { keepErasures } from '../erasures/ledgerFile.ts'
import { type Log, logFailure, newReference } from '../log.ts'
import type { Relay } from '../mail/relay.ts'
import { forgetSending, senderTo } from '../mail/send.ts'
import { hear, tellListeners } from './announcements.ts'
import { JobCancelled, tellProgress } from './later.ts'
import type { Handlers, JobName, Listener, Schedule, Work } from './names.ts'
import { type Carried, queueName, sendOptions, workingQueue } from './queue.ts'
import { tidy } from './tidy.ts'

/** What a worker does: the jobs of the rooms, what they hear of, what is done at set times, and the way out for letters. */
export type Duties = {
  handlers?: Handlers
  listeners?: readonly Listener[]
  schedules?: readonly Schedule[]
  /** Without one, letters wait. */
  relay?: Relay | undefined
  /** The data folder, where the ledger of erasures is kept; without one, only the database knows of them. */
  dataDir?: string
}

export type Pace = {
  /** How many jobs are done at the same time. */
  places: number
  /** How often a place looks for work unasked; a job enqueued for now is heard of at once. */
  lookSeconds: number
  /** How often the clock is looked at for what is due. */
  cronSeconds: number
}

// On the embedded database every look is a moment in which nothing else is answered.
const usualPace: Pace = { places: 4, lookSeconds: 5, cronSeconds: 30 }

export type JobWorker = {
  /** Begins to work; the database must have been migrated. Tries for some minutes when it cannot be reached. */
  start(): Promise<void>
  /** Takes no more jobs and waits for those under way, at most so long; a job cut off is done again later. */
  stop(patienceSeconds?: number): Promise<void>
}

/** Opens a worker on the house's jobs; any number of processes may have one. It does nothing before `start`. */
export function openWork(database: Database, log: Log, duties: Duties, pace: Pace = usualPace): JobWorker {
  const boss = workingQueue(database, pace)
  const stopping = new AbortController()
  const all = { ...duties, handlers: { ...ownHandlers(database, duties), ...duties.handlers } }
  reportTrouble(boss, log)
  return {
    start: () =>
      outsideTransaction(async () => {
        await boss.start({ attempts: 10 })
        if (stopping.signal.aborted) return
        if (database.kind === 'embedded') await takeUp(boss, database)
        await keepSchedules(boss, [...ownSchedules(duties), ...(duties.schedules ?? [])])
        await takePlaces(boss, pace, (job) =>
          perform(job.data, all.handlers, workOn(job, database, log, stopping.signal)),
        )
      }),
    stop: async (patienceSeconds = 20) => {
      stopping.abort()
      await boss.stop({ graceful: true, timeout: patienceSeconds * 1000, close: false })
      duties.relay?.close()
    },
  }
}

function ownHandlers(database: Database, { listeners = [], relay, dataDir }: Duties): Handlers {
  const send = relay && senderTo(relay)
  return {
    'platform.tellListeners': (told, { db }) => tellListeners(db, listeners, told),
    'platform.hear': (heard, work) => hear(listeners, heard, work),
    'platform.sendMail': async (_, work) => send?.(work),
    'platform.tidy': () => tidy(database),
    'platform.keepErasures': async (_, { db }) => {
      if (dataDir !== undefined) await keepErasures(db, dataDir)
    },
  }
}

function ownSchedules({ relay }: Duties): Schedule[] {
  const tidying: Schedule = { name: 'platform.tidy', cron: '17 3 * * *', zone: 'UTC', payload: {} }
  // Letters whose time has come again, and those written when there was no relay.
  const sending: Schedule = { name: 'platform.sendMail', cron: '* * * * *', zone: 'UTC', payload: {} }
  return relay ? [tidying, sending] : [tidying]
}

// A place does one job at a time; whenever one is done, all that are free look again at once.
async function takePlaces(boss: PgBoss, pace: Pace, take: (job: JobWithMetadata<Carried>) => Promise<void>) {
  const options = {
    includeMetadata: true,
    pollingIntervalSeconds: pace.lookSeconds,
    notifyPollingIntervalSeconds: pace.lookSeconds,
    localConcurrency: pace.places,
    // One place is always left for jobs of other names.
    localGroupConcurrency: Math.max(1, pace.places - 1),
  } as const
  await boss.work<Carried, void, typeof options>(queueName, options, async ([job]) => {
    try {
      if (job) await outsideTransaction(() => take(job))
    } finally {
      for (const place of boss.getWipData()) if (place.name === queueName) boss.notifyWorker(place.id)
    }
  })
}

function workOn(job: JobWithMetadata<Carried>, { db }: Database, log: Log, stopping: AbortSignal): Work {
  const attempt = job.retryCount + 1
  return {
    id: job.id,
    attempt,
    db,
    log: log.child({ job: job.data.name, id: job.id, attempt, attempts: job.retryLimit + 1 }),
    signal: job.signal,
    stopping,
    progress: (done, total) => tellProgress(db, job.id, done, total),
  }
}

/** What the queue keeps of a failure: where the log tells of it, and nothing that could hold somebody's data. */
class JobFailed extends Error {
  readonly reference: string

  constructor(reference: string) {
    super(`The job failed; the log tells of it under ${reference}.`)
    this.reference = reference
  }

  toJSON() {
    return { reference: this.reference }
  }
}

async function perform<Name extends JobName>(
  { name, payload }: Carried<Name>,
  handlers: Handlers,
  work: Work,
): Promise<void> {
  const began = performance.now()
  try {
    const handle = handlers[name]
    if (!handle) throw new Error(`Nobody here does ${name}.`)
    await handle(payload, work)
    work.log.debug({ ms: Math.round(performance.now() - began) }, 'job done')
  } catch (error) {
    // The queue knows of the cancelling; nothing is left to say.
    if (error instanceof JobCancelled) return
    const reference = newReference()
    logFailure(work.log, error, reference)
    throw new JobFailed(reference)
  }
}

// Only this process uses the embedded database: what is said to run there died with the process before it.
async function takeUp(boss: PgBoss, { db }: Database): Promise<void> {
  await forgetSending(db, 0)
  const orphans = await rows<{ id: string }>(
    db,
    sql`select id from jobs.job where name = ${queueName} and state = 'active'`,
  )
  if (orphans.length === 0) return
  await boss.fail(
    queueName,
    orphans.map(({ id }) => id),
    { message: 'The process ended while it was at it.' },
  )
}

/** Schedules are what the code says: those it no longer names end. */
async function keepSchedules(boss: PgBoss, schedules: readonly Schedule[]): Promise<void> {
  for (const { name, cron, zone, payload } of schedules) {
    const options = sendOptions(name, { attempts: 3, keptDays: 1 })
    await boss.schedule(queueName, cron, { name, payload }, { ...options, tz: zone, key: name })
  }
  for (const { key } of await boss.getSchedules(queueName)) {
    if (!schedules.some(({ name }) => name === key)) await boss.unschedule(queueName, key)
  }
}

// A database that is away is asked by every place every few seconds, and one line a minute says it all.
function reportTrouble(boss: PgBoss, log: Log): void {
  let saidAt = -Infinity
  boss.on('warning', ({ message }) => log.warn(message))
  boss.on('error', (error) => {
    if (performance.now() - saidAt < 60_000) return
    saidAt = performance.now()
    if (isDatabaseAway(error)) log.warn('jobs wait: the database cannot be reached')
    else log.error({ err: error }, 'the job queue is in trouble')
  })
}
