import { sql } from 'kysely'
import type { Tx } from '../../platform/index.ts'
import { saveEvent } from '../events/actions.ts'
import { conveningFacts, type MeetingTree } from './model.ts'

/** Keeps a meeting as a tree of events; parts that its file no longer names are taken away. */
export async function saveConvening(
  tx: Tx,
  tree: MeetingTree,
  context: { hash: string; at: Date },
): Promise<void> {
  const { meeting, events } = tree
  for (const event of events) {
    const root = event.parent === null
    await saveEvent(tx, event, { ...context, ...(root ? { convening: conveningFacts(meeting) } : {}) })
  }
  await sql`delete from information.event where parent_id = ${meeting.id}
    and imported_hash is not null and id like ${`${meeting.id}-%`}
    and id <> all(${events.map((event) => event.id)})`.execute(tx)
}
