import { listEndedMerges, listRecordsWith, readKnown } from '../../community/index.ts'
import { type Handler, later, type ListenerTo, onceFor, transact } from '../../platform/index.ts'
import { rewriteMerged } from './actions.ts'

declare module '../../platform/index.ts' {
  interface Jobs {
    /** Writes the records that name a merged term again. */
    'information.rewriteMerged': { mergeId: string; from: string }
    /** Looks for records that came to name a merged term after they had all been written again. */
    'information.rewriteStrays': Record<string, never>
  }
}

/** Begins to write records again when a term was merged. */
export const onMergedTerm: ListenerTo<'community.termMerged'> = {
  event: 'community.termMerged',
  listener: 'information.rewriteMerged',
  handle: ({ mergeId, from }, { db, eventId, listener }) =>
    transact(db, async (tx) => {
      if (await onceFor(tx, listener, eventId))
        await later(tx, 'information.rewriteMerged', { mergeId, from }, { atMostMinutes: 120 })
    }),
}

/** Writes records with a merged term again; one that is interrupted is begun again. */
export function rewritingMerged(clock: () => Temporal.Instant): Handler<'information.rewriteMerged'> {
  return async ({ mergeId, from }, { db, log, signal, stopping }) => {
    const day = clock().toZonedDateTimeISO('UTC').toPlainDate().toString()
    const stopped = () => signal.aborted || stopping.aborted
    const known = await readKnown(db, day)
    const isDone = await rewriteMerged(db, { mergeId, from, known, now: clock(), stopped })
    // The queue gives what failed to the next worker.
    if (!isDone)
      throw new Error('The records of a merged term were not all written before this process stopped.')
    log.info({ mergeId }, 'the records of a merged term were written again')
  }
}

/** Writes records again that an import kept with a merged term, because it had begun before the merge. */
export function rewritingStrays(clock: () => Temporal.Instant): Handler<'information.rewriteStrays'> {
  return async (_, { db, signal, stopping }) => {
    const day = clock().toZonedDateTimeISO('UTC').toPlainDate().toString()
    const stopped = () => signal.aborted || stopping.aborted
    const known = await readKnown(db, day)
    for (const { id, from } of await listEndedMerges(db)) {
      const isThere = (await listRecordsWith(db, from)).length > 0
      if (isThere && !(await rewriteMerged(db, { mergeId: id, from, known, now: clock(), stopped }))) return
    }
  }
}
