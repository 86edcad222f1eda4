import {
  conflict,
  type Db,
  type Fault,
  notAllowed,
  notFound,
  recordAudit,
  transact,
  type Tx,
} from '../../platform/index.ts'
import type { EditAnswer, Keeping, RecordKeeper } from '../kinds/model.ts'
import { holdText, refuseChanged, writerIn } from '../lives/actions.ts'
import { stateField, stateIn } from '../lives/model.ts'
import { mayPublish } from '../lives/permissions.ts'
import { tell } from '../notices/actions.ts'
import type { Viewer } from '../people/model.ts'
import { type KeptRecord, titleIn } from '../records/model.ts'
import { holdRecords } from '../records/queries.ts'
import { type Becoming, type Failure, failedCheckOf, momentOf, type Schedule, schedulable } from './model.ts'
import {
  type DueRecord,
  endGone,
  endSchedule,
  findWaiting,
  holdDueRecord,
  insertSchedule,
  listDue,
  listSchedules,
} from './queries.ts'

/** What a language of a record is to become when the clocks of a zone (IANA) show a wall time (`2027-03-28T09:00`). */
export type ScheduleRequest = {
  id: string
  version: number
  lang: string
  becomes: Becoming
  wall: string
  zone: string
}

/**
 * Schedules publishing or archiving a language of a record, in place of what waits for it already. Of a wall time that
 * comes twice that night the first counts. Refuses (403) who may not publish it, (404) a language that is not there, (409)
 * a record that was changed meanwhile and a text that cannot become this; answers a fault of `wall` or `zone` for a time
 * that cannot be read, is skipped that night, is over or comes before it is published, and those for which it cannot be
 * published.
 */
export function scheduleText(
  db: Db,
  keeper: RecordKeeper,
  by: Viewer,
  asked: ScheduleRequest,
  keeping: Keeping,
): Promise<EditAnswer> {
  const { id, lang, becomes, wall, zone } = asked
  return transact(db, async (tx) => {
    const { kept, state, member } = await holdText(tx, keeper, by, asked)
    if (!mayPublish(by, keeper.kind, kept.record, lang)) throw notAllowed()
    const waiting = await findWaiting(tx, keeper.kind, asked)
    if (waiting?.wall === wall && waiting.zone === zone) return { version: kept.version }
    refuseChanged(kept, asked.version)
    if (!schedulable[becomes].includes(state))
      throw conflict(`A text that is ${state} cannot be ${becomes} later.`)
    const moment = momentOf(wall, zone, instantOf(keeping.at))
    if ('fault' in moment) return { faults: [faultOf(asked, moment.fault)] }
    const faults = await faultsWith(tx, keeper, kept, { asked, due: moment.due }, keeping)
    if (faults.length > 0) return { faults }
    if (waiting) await endSchedule(tx, waiting.id, 'withdrawn', keeping.at)
    const { due } = moment
    const written = { kind: keeper.kind, id, lang, becomes, wall, zone, due, by: member.personId }
    await insertSchedule(tx, written, keeping.at)
    await recordAudit(tx, {
      who: member.personId,
      what: 'information.schedule',
      record: { kind: keeper.kind, id },
      after: { lang, becomes, wall, zone },
    })
    if (becomes === 'archived' || state === 'scheduled') return { version: kept.version }
    const fields = { [stateField(kept.record, lang)]: 'scheduled' }
    const answer = await keeper.rewrite(tx, kept, { fields, by: member.personId }, keeping)
    return 'faults' in answer ? answer : { version: answer.version }
  })
}

const instantOf = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime())

const reasons = {
  wall: 'is not a date with a time, such as 2027-03-28T09:00',
  zone: 'is not a time zone, such as Asia/Phnom_Penh',
  skipped: 'does not exist: the clocks of the zone skip it that night',
  past: 'is over already',
  order: 'is not after the time at which it is published',
}

function faultOf({ wall, zone }: ScheduleRequest, fault: keyof typeof reasons): Fault {
  return fault === 'zone'
    ? { field: 'zone', value: zone, reason: reasons.zone }
    : { field: 'wall', value: wall, reason: reasons[fault] }
}

async function faultsWith(
  tx: Tx,
  keeper: RecordKeeper,
  kept: KeptRecord,
  { asked, due }: { asked: ScheduleRequest; due: Temporal.Instant },
  { known }: Keeping,
): Promise<Fault[]> {
  const { id, lang, becomes } = asked
  if (becomes === 'published') {
    const later = await findWaiting(tx, keeper.kind, { id, lang, becomes: 'archived' })
    if (later && Temporal.Instant.compare(due, later.due) >= 0) return [faultOf(asked, 'order')]
    return keeper.faultsToPublish(tx, kept.record, lang, known)
  }
  const before = await findWaiting(tx, keeper.kind, { id, lang, becomes: 'published' })
  return before && Temporal.Instant.compare(due, before.due) <= 0 ? [faultOf(asked, 'order')] : []
}

/**
 * Withdraws a schedule that waits; a text that was to be published is in review again. Said twice it is done once. Refuses
 * (403) who may not publish it, (404) a schedule that is not there, (409) one that was done or given up meanwhile.
 */
export function withdrawSchedule(
  db: Db,
  keeper: RecordKeeper,
  by: Viewer,
  asked: { id: string; schedule: string },
  keeping: Keeping,
): Promise<EditAnswer> {
  const { id } = asked
  return transact(db, async (tx) => {
    const member = writerIn(by)
    const kept = (await holdRecords(tx, keeper.kind, [id])).get(id)
    const found = (await listSchedules(tx, keeper.kind, id)).find((one) => one.id === asked.schedule)
    if (!kept || !found) throw notFound()
    const { lang, becomes } = found
    if (!mayPublish(by, keeper.kind, kept.record, lang)) throw notAllowed()
    if (found.ended?.how === 'withdrawn') return { version: kept.version }
    if (found.ended) throw conflict('This schedule has been carried out or given up meanwhile.')
    await endSchedule(tx, found.id, 'withdrawn', keeping.at)
    await recordAudit(tx, {
      who: member.personId,
      what: 'information.withdrawSchedule',
      record: { kind: keeper.kind, id },
      before: { lang, becomes, wall: found.wall, zone: found.zone },
    })
    if (becomes === 'archived' || stateIn(kept.record, lang) !== 'scheduled') return { version: kept.version }
    const fields = { [stateField(kept.record, lang)]: 'in-review' }
    const answer = await keeper.rewrite(tx, kept, { fields, by: member.personId }, keeping)
    return 'faults' in answer ? answer : { version: answer.version }
  })
}

type KeeperOf = (kind: string) => RecordKeeper | undefined

/**
 * Does what is due, each record in a transaction of its own, however many workers do it at once: each schedule ends once,
 * as done or as failed, and then its asker is told. Answers how many ended; throws, after all the others, the failure of
 * one that ended in a bug.
 */
export async function doWhatIsDue(db: Db, keeperOf: KeeperOf, keeping: Keeping): Promise<number> {
  const tried: DueRecord[] = []
  const bugs: unknown[] = []
  let ended = 0
  for (;;) {
    const done = await doOneRecord(db, keeperOf, tried, keeping).catch((error: unknown) => {
      bugs.push(error)
      return 0
    })
    if (done === undefined) break
    ended += done
  }
  await transact(db, (tx) => endGone(tx, keeping.at))
  if (bugs.length > 0) throw bugs[0]
  return ended
}

async function doOneRecord(
  db: Db,
  keeperOf: KeeperOf,
  tried: DueRecord[],
  keeping: Keeping,
): Promise<number | undefined> {
  return transact(db, async (tx) => {
    const record = await holdDueRecord(tx, keeping.at, tried)
    if (!record) return undefined
    tried.push(record)
    const keeper = keeperOf(record.kind)
    const due = await listDue(tx, record, keeping.at)
    for (const schedule of due) await doOne(tx, keeper, record, schedule, keeping)
    return due.length
  })
}

async function doOne(
  tx: Tx,
  keeper: RecordKeeper | undefined,
  { kind, id }: DueRecord,
  schedule: Schedule,
  keeping: Keeping,
): Promise<void> {
  const kept = (await holdRecords(tx, kind, [id])).get(id)
  const outcome =
    keeper && kept ? await outcomeOf(tx, keeper, kept, schedule, keeping) : { failure: 'gone' as const }
  if (!('failure' in outcome)) return endSchedule(tx, schedule.id, 'done', keeping.at)
  await endSchedule(tx, schedule.id, 'failed', keeping.at, outcome.failure)
  const { lang, becomes, wall, zone, askedBy } = schedule
  if (!askedBy || !kept) return
  const text = { kind, id, lang, title: titleIn(kept.record, lang) }
  const checks = (outcome.faults ?? []).map((fault) => failedCheckOf(fault, keeping.known.checklist))
  const details = { ...text, becomes, wall, zone, failure: outcome.failure, checks }
  await tell(tx, askedBy.id, 'community.scheduleFailed', details, instantOf(keeping.at))
}

type Outcome = { done: true } | { failure: Failure; faults?: Fault[] }

async function outcomeOf(
  tx: Tx,
  keeper: RecordKeeper,
  kept: KeptRecord,
  { lang, becomes, askedBy }: Schedule,
  keeping: Keeping,
): Promise<Outcome> {
  const state = stateIn(kept.record, lang)
  if (state === becomes) return { done: true }
  if (state === 'archived') return { failure: 'archived' }
  if (state !== (becomes === 'published' ? 'scheduled' : 'published')) return { failure: 'changed' }
  const by = askedBy?.id ?? null
  const bring = (to: string) =>
    keeper.rewrite(tx, kept, { fields: { [stateField(kept.record, lang)]: to }, by }, keeping)
  const answer = await bring(becomes)
  if ('faults' in answer) {
    await bring('in-review')
    return { failure: 'checks', faults: answer.faults }
  }
  await recordAudit(tx, {
    who: null,
    what: 'information.scheduleDone',
    record: { kind: keeper.kind, id: kept.id },
    before: { [stateField(kept.record, lang)]: state },
    after: { [stateField(kept.record, lang)]: becomes },
  })
  return { done: true }
}
