import type { Db } from '../database/index.ts'
import type { Log } from '../log.ts'

/**
 * Every job by name, with what it is given; each room adds its own by declaration merging:
 * `declare module '../platform/index.ts' { interface Jobs { 'practice.tellApplicant': { applicationId: string } } }`
 * (the front door, whoever adds: the compiler does not join additions made by two names of one module).
 * Payloads are JSON. Names that begin with `test.` belong to tests and need no handler in the house.
 */
export interface Jobs {
  /** Sends the letters that wait. */
  'platform.sendMail': Record<string, never>
  /** Gives each listener of an announcement a job of its own. */
  'platform.tellListeners': { announcementId: string }
  /** One listener hears one announcement. */
  'platform.hear': { announcementId: string; listener: string }
  /** Clears away what has been kept long enough. */
  'platform.tidy': Record<string, never>
  /** Writes what was erased into the ledger beside the database. */
  'platform.keepErasures': Record<string, never>
}

export type JobName = keyof Jobs

/** What a job is done with beside its payload. */
export type Work = {
  /** The job's id, the same on every attempt. */
  id: string
  /** From 1. */
  attempt: number
  db: Db
  log: Log
  /** Aborted when the job is cancelled, has taken too long, or the process can wait no longer for it. */
  signal: AbortSignal
  /** Aborted when the process has begun to stop: a long job does well to come to a good place and return. */
  stopping: AbortSignal
  /**
   * Tells how far the job is (`done` of `total`, in units of its own), outside any transaction.
   * Throws when the job was cancelled; let that pass.
   */
  progress(done: number, total: number): Promise<void>
}

export type Handler<Name extends JobName> = (payload: Jobs[Name], work: Work) => Promise<void>

/** How some jobs are done. They are done at least once: after a crash, or a failure, again. */
export type Handlers = { [Name in JobName]?: Handler<Name> }

/** How every job of the house is done, but those the platform does itself; for the file that wires. */
export type EveryHandler = {
  [Name in Exclude<JobName, `platform.${string}` | `test.${string}`>]: Handler<Name>
}

/** A job that is done at set times, once however many workers there are. */
export type Schedule = {
  [Name in JobName]: {
    name: Name
    /** Five fields of cron: minute, hour, day of month, month, day of week. */
    cron: string
    /** IANA time zone the times are in. */
    zone: string
    payload: Jobs[Name]
  }
}[JobName]

/**
 * Every event that rooms announce, with what is told; each room adds its own by declaration merging:
 * `declare module '../platform/index.ts' { interface Announcements { 'practice.callOpened': { callId: string } } }`.
 */
// oxlint-disable-next-line typescript/no-empty-object-type, typescript/no-empty-interface -- it is filled by the rooms
export interface Announcements {}

export type EventName = keyof Announcements

/** What a listener is given beside what was announced. */
export type Hearing = Work & {
  /** The announcement's id, the same however often it is heard. */
  eventId: string
  listener: string
}

/** A room that wants to hear of an event; `listener` is its own lasting name, such as `audience.matchAlerts`. */
export type ListenerTo<Name extends EventName> = {
  event: Name
  listener: string
  handle(told: Announcements[Name], hearing: Hearing): Promise<void>
}

export type Listener = { [Name in EventName]: ListenerTo<Name> }[EventName]
