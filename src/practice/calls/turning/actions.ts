/** What the clock does with calls: opens and closes them, and works out anew who may apply. */
import { holdRecords, readKnown, type Keeping } from '../../../community/index.ts'
import { announce, type Db, transact, type Tx } from '../../../platform/index.ts'
import type { Phase } from '../../rules/dates/model.ts'
import { callKind, saveCalls } from '../actions.ts'
import { findPhase, holdDueCall, listGoingCalls } from '../queries.ts'

/**
 * Writes every call anew whose standing the clock has changed, each in a transaction of its own, and announces those that
 * opened. Answers their ids. Safe to repeat, and for several to do at once: each call is turned once.
 */
export async function turnCalls(db: Db, now: Temporal.Instant): Promise<string[]> {
  const keeping = await keepingAt(db, now)
  const turned: string[] = []
  for (;;) {
    const id = await transact(db, (tx) => turnOne(tx, now, keeping))
    // A call that is due again at once would be taken for ever.
    if (id === undefined || turned.includes(id)) return turned
    turned.push(id)
  }
}

async function turnOne(tx: Tx, now: Temporal.Instant, keeping: Keeping): Promise<string | undefined> {
  const due = await holdDueCall(tx, now)
  if (!due) return undefined
  const phase = await writeAnew(tx, due.id, keeping)
  if (phase === 'open' && due.phase === 'not-yet-open')
    await announce(tx, 'practice.callOpened', { callId: due.id })
  return due.id
}

/** Works out anew who may apply to calls that are not over: country sets are dated, and rules name them for good. */
export async function projectCalls(db: Db, now: Temporal.Instant): Promise<number> {
  const keeping = await keepingAt(db, now)
  const ids = await listGoingCalls(db)
  for (const id of ids) await transact(db, (tx) => writeAnew(tx, id, keeping))
  return ids.length
}

async function keepingAt(db: Db, now: Temporal.Instant): Promise<Keeping> {
  const known = await readKnown(db, now.toString().slice(0, 10))
  return { known, at: new Date(now.epochMilliseconds) }
}

/** Writes what is held of a call as it stands now; undefined where it can no longer be read, and stays as it is. */
async function writeAnew(tx: Tx, id: string, keeping: Keeping): Promise<Phase | undefined> {
  const held = (await holdRecords(tx, 'calls', [id])).get(id)
  const read = held && callKind.read(keeping.known, held.record)
  if (!held || !read || 'faults' in read) return undefined
  const dates = { addedAt: held.addedAt.toISOString(), changedAt: held.changedAt.toISOString() }
  await saveCalls(tx, [{ record: read.record, isNew: false, ...dates }], keeping)
  return findPhase(tx, id)
}
