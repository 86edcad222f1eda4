import { sql } from 'kysely'
import { type Db, type Tx } from '../database/index.ts'
import { firstRow, rows } from '../database/rows.ts'
import { isRowId } from '../ids.ts'
import type { JobName, Jobs } from './names.ts'
import { type JobChoices, onQueue, queueName, sendOptions } from './queue.ts'

/**
 * Has a job done after this transaction is committed, by whichever process works; rolled back, it never was.
 * Answers its id. It may be done more than once (after a crash), so its handler must bear that.
 */
export async function later<Name extends JobName>(
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
  choices?: JobChoices,
): Promise<string> {
  const options = sendOptions(name, choices)
  const id = await onQueue(tx, (boss, on) => boss.send(queueName, { name, payload }, { ...options, ...on }))
  if (!id) throw new Error(`The job ${name} was not taken by the queue.`)
  return id
}

/** The life of a job; one that failed for good stays `failed` until somebody has it tried again. */
export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

export type Job = {
  id: string
  name: string
  state: JobState
  /** How far it is, in units of its own, where it tells. */
  progress: { done: number; total: number } | undefined
  /** How often it has been begun. */
  attempts: number
  /** The reference under which the log tells of its latest failure. */
  failure: string | undefined
  enqueuedAt: Temporal.Instant
  endedAt: Temporal.Instant | undefined
}

type JobRow = Omit<Job, 'progress' | 'failure' | 'enqueuedAt' | 'endedAt'> & {
  done: number | null
  total: number | null
  failure: string | null
  enqueued_at: Date
  ended_at: Date | null
}

const jobColumns = sql`j.id, j.data->>'name' as name, p.done, p.total, j.output->>'reference' as failure,
  case j.state::text when 'created' then 'waiting' when 'retry' then 'waiting' when 'active' then 'running'
    when 'completed' then 'done' else j.state::text end as state,
  case when j.started_on is null then 0 else j.retry_count + 1 end as attempts,
  j.created_on as enqueued_at, j.completed_on as ended_at
  from jobs.job j left join platform.job_progress p on p.job_id = j.id where j.name = ${queueName}`

/** Answers how a job stands; undefined when there is none, or it ended longer ago than it is kept. */
export async function readJob(db: Db, id: string): Promise<Job | undefined> {
  if (!isRowId(id)) return undefined
  const row = await firstRow<JobRow>(db, sql`select ${jobColumns} and j.id = ${id}::uuid`)
  return row && jobOf(row)
}

/** Answers the jobs that failed for good, latest first. */
export async function listFailedJobs(db: Db, limit = 50): Promise<Job[]> {
  const found = await rows<JobRow>(
    db,
    sql`select ${jobColumns} and j.state = 'failed' order by j.completed_on desc limit ${limit}`,
  )
  return found.map(jobOf)
}

function jobOf({ done, total, failure, enqueued_at, ended_at, ...row }: JobRow): Job {
  return {
    ...row,
    progress: done === null || total === null ? undefined : { done, total },
    failure: failure ?? undefined,
    enqueuedAt: enqueued_at.toTemporalInstant(),
    endedAt: ended_at?.toTemporalInstant(),
  }
}

/** Cancels a job that waits or runs; one that runs hears of it when it next tells its progress. Answers whether there was one. */
export async function cancelJob(db: Db, id: string): Promise<boolean> {
  const before = await readJob(db, id)
  if (before?.state !== 'waiting' && before?.state !== 'running') return false
  await onQueue(db, (boss, on) => boss.cancel(queueName, id, on))
  return true
}

/** Has a job that failed for good tried once more. Answers whether there was one. */
export async function tryJobAgain(db: Db, id: string): Promise<boolean> {
  const before = await readJob(db, id)
  if (before?.state !== 'failed') return false
  await onQueue(db, (boss, on) => boss.retry(queueName, id, on))
  return true
}

/** Thrown by `progress` in a job that has been cancelled meanwhile. */
export class JobCancelled extends Error {}

/** Keeps how far a running job is; throws JobCancelled when it should go no further. */
export async function tellProgress(db: Db, id: string, done: number, total: number): Promise<void> {
  const row = await firstRow<{ cancelled: boolean }>(
    db,
    sql`with told as (
        insert into platform.job_progress (job_id, done, total) values (${id}::uuid, ${done}, ${total})
        on conflict (job_id) do update set done = excluded.done, total = excluded.total, told_at = now())
      select state = 'cancelled' as cancelled from jobs.job where name = ${queueName} and id = ${id}::uuid`,
  )
  if (row?.cancelled) throw new JobCancelled(`The job ${id} was cancelled.`)
}
