/** The checklist changed, and records looked at again because of it or because time has passed. */
import {
  type ChecklistItem,
  dropItem,
  findAll,
  findOutdated,
  type Known,
  lookAgain,
  may,
  putItem,
  readChecklist,
  readKnown,
  type Viewer,
} from '../../community/index.ts'
import {
  type Db,
  keepMark,
  later,
  notAllowed,
  notFound,
  readMark,
  recordAudit,
  transact,
  type Tx,
} from '../../platform/index.ts'
import { deskKinds } from '../desk/fields/model.ts'
import { rulesOf } from './model.ts'

declare module '../../platform/index.ts' {
  interface Jobs {
    /** Looks at all records again, because the checklist or the rules have changed. */
    'information.lookAtRecords': Record<string, never>
    /** Looks again at those records that time alone will have changed. */
    'information.lookAgain': Record<string, never>
  }
}

const mark = 'checks'

/** Raised when the rules of the house change: all records are then looked at again. */
const version = 1

/** Was every record looked at by the rules of this version? Every write keeps it so. */
export async function isLookedAt(db: Db): Promise<boolean> {
  return (await readMark(db, mark)) === version
}

/** Asks for all records to be looked at where an earlier version of this software did it last, or none did; a worker does it. */
export async function wantChecks(db: Db): Promise<void> {
  if (await isLookedAt(db)) return
  await transact(db, (tx) => later(tx, 'information.lookAtRecords', {}))
}

/** Writes an item of the checklist for who sets up the house; all records are then looked at again. Refuses (403) others. */
export function saveItem(db: Db, by: Viewer, item: ChecklistItem): Promise<void> {
  return change(db, by, item.id, (tx) => putItem(tx, item))
}

/** Takes an item off the checklist, in the same way. Refuses (404) one that is not there. */
export function removeItem(db: Db, by: Viewer, id: string): Promise<void> {
  return change(db, by, id, async (tx, before) => {
    if (!before) throw notFound()
    await dropItem(tx, id)
  })
}

function change(
  db: Db,
  by: Viewer,
  id: string,
  write: (tx: Tx, before: ChecklistItem | undefined) => Promise<void>,
): Promise<void> {
  if (by.kind === 'stranger' || !may(by, 'house.settings', {})) throw notAllowed()
  return transact(db, async (tx) => {
    const found = async () => (await readChecklist(tx)).find((item) => item.id === id)
    const before = await found()
    await write(tx, before)
    const item = await found()
    await recordAudit(tx, {
      who: by.personId,
      what: 'information.checklist',
      record: { kind: 'checklist', id },
      ...(before ? { before } : {}),
      ...(item ? { after: item } : {}),
    })
    await later(tx, 'information.lookAtRecords', {})
  })
}

const partSize = 200

type Find = (kind: string, walk: { after: string; limit: number }) => Promise<string[]>

/** Looks at every record again, a part at a time; answers how many. Safe to repeat, and others may write meanwhile. */
export async function lookAtRecords(db: Db, now: Temporal.Instant, stopped = () => false): Promise<number> {
  const count = await lookAtAll(db, now, (kind, walk) => findAll(db, kind, walk), stopped)
  if (!stopped()) await keepMark(db, mark, version)
  return count
}

/** Looks again at the records that have been changed by time alone; answers how many. */
export function lookAgainAtRecords(db: Db, now: Temporal.Instant, stopped = () => false): Promise<number> {
  const day = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  return lookAtAll(db, now, (kind, walk) => findOutdated(db, kind, day, walk), stopped)
}

async function lookAtAll(db: Db, now: Temporal.Instant, find: Find, stopped: () => boolean): Promise<number> {
  const known = await readKnown(db, now.toZonedDateTimeISO('UTC').toPlainDate().toString())
  let count = 0
  for (const kind of deskKinds) count += await lookAtKind(db, kind, known, find, stopped)
  return count
}

async function lookAtKind(
  db: Db,
  kind: (typeof deskKinds)[number],
  known: Known,
  find: Find,
  stopped: () => boolean,
): Promise<number> {
  let count = 0
  for (let after = ''; !stopped();) {
    const ids = await find(kind, { after, limit: partSize })
    if (ids.length > 0) await lookAgain(db, { name: kind, rules: rulesOf[kind] }, ids, known)
    count += ids.length
    if (ids.length < partSize) break
    after = ids.at(-1) ?? after
  }
  return count
}
