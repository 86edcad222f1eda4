import {
  keepEntries,
  keeperOf,
  readHeld,
  type RecordKind,
  releaseRecords,
  slugWanted,
} from '../../community/index.ts'
import type { Fault, Tx } from '../../platform/index.ts'
import { eventKind } from '../events/actions.ts'
import { dropEvents, eventEntries, readMeetingTrees, readOtherParts } from '../events/queries.ts'
import { conveningFacts, type ConveningRecord, readConvening, readEventsOf } from './model.ts'

const conveningKind: RecordKind<ConveningRecord> = {
  name: 'convenings',
  read: readConvening,
  addresses: {
    table: 'information.event',
    plural: 'events',
    of: (meeting, known) =>
      readEventsOf(known, meeting).map((event) => ({
        id: event.id,
        wanted: meeting.slugs[event.id] ?? slugWanted(event, 'event'),
      })),
  },
  completed: (meeting, { slugs }) => ({
    ...meeting,
    slugs: Object.fromEntries(
      [...slugs].filter(([id]) => id === meeting.id || id.startsWith(`${meeting.id}-`)),
    ),
  }),
  faultsOf,
  async save(tx, written, keeping) {
    const trees = written.map(({ record: meeting, ...dates }) => ({
      meeting,
      events: readEventsOf(keeping.known, meeting).map((event) => ({
        record: { ...event, slug: meeting.slugs[event.id] ?? event.slug },
        ...dates,
        // Events that were taken over have texts, although the meeting is new.
        isNew: false,
      })),
    }))
    await takeOver(
      tx,
      trees.map(({ meeting }) => meeting.id),
    )
    const facts = new Map(trees.map(({ meeting }) => [meeting.id, conveningFacts(meeting)]))
    const kind = eventKind((id) => facts.get(id))
    await kind.save(
      tx,
      trees.flatMap(({ events }) => events),
      keeping,
    )
    await dropParts(
      tx,
      trees.map(({ meeting, events }) => [meeting.id, events.map(({ record }) => record.id)]),
    )
  },
}

/** Keeps meetings as trees of events; the same id again is an update. */
export const conveningKeeper = keeperOf(conveningKind)

// Parts that the file of a meeting no longer names.
async function dropParts(tx: Tx, trees: [string, string[]][]): Promise<void> {
  for (const [meeting, events] of trees) {
    const parts = await readOtherParts(tx, meeting, events)
    const own = await readHeld(tx, 'events', parts)
    const gone = parts.filter((id) => !own.has(id))
    await dropEvents(tx, gone)
    await keepEntries(tx, eventEntries, gone)
  }
}

/** Meetings that an earlier version of the house kept as plain events are from now on kept by their own records. */
async function takeOver(tx: Tx, meetings: string[]): Promise<void> {
  await releaseRecords(tx, 'events', await readMeetingTrees(tx, meetings))
}

async function faultsOf(tx: Tx, meetings: ConveningRecord[]): Promise<Map<number, Fault[]>> {
  const ids = meetings.map(({ id }) => id)
  const events = await readHeld(tx, 'events', ids)
  const kept = new Set(events.size > 0 ? await readMeetingTrees(tx, ids) : [])
  const faults = new Map<number, Fault[]>()
  for (const [at, { id }] of meetings.entries()) {
    if (events.has(id) && !kept.has(id))
      faults.set(at, [{ field: 'id', value: id, reason: 'is an event of this house already' }])
  }
  return faults
}
