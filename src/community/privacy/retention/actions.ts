import { type Db, erase, transact } from '../../../platform/index.ts'
import { eraserOf } from '../closing/actions.ts'
import type { Held, Retention } from '../held/model.ts'
import { dropRowsBefore } from '../held/queries.ts'
import { periods } from '../periods/model.ts'
import { dropUnreferred } from '../subjects/queries.ts'
import { insertRun } from './queries.ts'

/**
 * Lets go of everything that has been kept for its time, a transaction for each kind of data, and writes down how much of
 * each kind went. `daysOf` says another period than is declared.
 */
export async function applyRetention(
  db: Db,
  held: Held,
  now: Temporal.Instant,
  daysOf = (retention: Retention): number => retention.days,
): Promise<void> {
  const person = eraserOf(held)
  const longBefore = (days: number) => now.subtract({ hours: 24 * days })
  for (const retention of held.all.flatMap((declared) => declared.retention)) {
    const days = daysOf(retention)
    await transact(db, async (tx) => {
      const count = await retention.apply(tx, longBefore(days), (id) => erase(tx, person, id))
      await insertRun(tx, { at: now, kind: retention.id, days, count })
    })
  }
  await transact(db, async (tx) => {
    const count = await dropUnreferred(tx)
    await insertRun(tx, { at: now, kind: 'community.people/nameless', days: 0, count })
    await dropRowsBefore(tx, 'community.retention_run', 'at', longBefore(periods.retentionLog))
  })
}
