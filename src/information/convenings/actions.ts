import { sql } from 'kysely'
import type { Known } from '../../community/index.ts'
import { readShape, type Tx } from '../../platform/index.ts'
import { saveEvent } from '../events/actions.ts'
import { type EventRecord, eventShape } from '../events/model.ts'
import { conveningFacts, type ConveningRecord, eventsOf } from './model.ts'

/** Keeps a meeting as a tree of events; parts that its file no longer names are taken away. */
export async function saveConvening(
  tx: Tx,
  meeting: ConveningRecord,
  context: { known: Known; hash: string; at: Date },
): Promise<void> {
  const shape = eventShape(context.known)
  const events = eventsOf(meeting).map((draft) => eventFrom(shape, draft))
  for (const event of events) {
    const root = event.parent === null
    await saveEvent(tx, event, {
      hash: context.hash,
      at: context.at,
      ...(root ? { convening: conveningFacts(meeting) } : {}),
    })
  }
  await sql`delete from information.event where parent_id = ${meeting.id}
    and imported_hash is not null and id like ${`${meeting.id}-%`}
    and id <> all(${events.map((event) => event.id)})`.execute(tx)
}

function eventFrom(shape: ReturnType<typeof eventShape>, draft: Record<string, unknown>): EventRecord {
  const read = readShape(shape, draft)
  if ('record' in read) return read.record
  throw new Error(`A part of a meeting is no event: ${JSON.stringify(read.faults)}`)
}
