import { readActor, readBulk, readKnown, type Registry } from '../../../community/index.ts'
import { type Handler, later, transact } from '../../../platform/index.ts'
import { workOnBulk } from './actions.ts'

/** Goes on with a bulk change for who asked for it, with the roles they hold now; stopped, it leaves the rest to another job. */
export function workingOnBulks(
  clock: () => Temporal.Instant,
  roles: Registry,
): Handler<'information.workOnBulk'> {
  return async ({ bulkId }, { db, log, signal, stopping }) => {
    const now = clock()
    const bulk = await readBulk(db, bulkId)
    const by = bulk?.askedBy ? await readActor(db, bulk.askedBy, now, roles) : undefined
    if (!bulk || !by) return
    const known = await readKnown(db, now.toZonedDateTimeISO('UTC').toPlainDate().toString())
    const stopped = () => signal.aborted || stopping.aborted
    const ended = await workOnBulk(db, bulkId, { by, known, now, stopped })
    if (!ended) await transact(db, (tx) => later(tx, 'information.workOnBulk', { bulkId }))
    log.info({ bulkId, stage: bulk.stage, ended }, 'worked on a bulk change')
  }
}
