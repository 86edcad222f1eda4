/** Records written again after terms were merged, so that their history, the index and whatever is kept of them follow. */
import { endMerge, type Known, listRecordsWith, putProgress } from '../../community/index.ts'
import { type Db, transact } from '../../platform/index.ts'
import { keepers } from '../import/batches/actions.ts'

/** What was merged, and how the writing is stopped. */
export type Rewriting = {
  mergeId: string
  from: string
  known: Known
  now: Temporal.Instant
  /** Whether it should stop where it is; it is begun again later, and what is written stays written. */
  stopped(): boolean
}

// Small enough that an editor who saves one of them waits for a moment only.
const together = 25

/**
 * Reads every record that names a merged term again, through its keeper, which keeps those that come out otherwise. Answers
 * whether it came to the end. Safe to repeat.
 */
export async function rewriteMerged(db: Db, given: Rewriting): Promise<boolean> {
  const { mergeId, from, known, now } = given
  const keeping = { known, at: new Date(now.epochMilliseconds) }
  const found = await listRecordsWith(db, from)
  const byKind = Map.groupBy(found, ({ kind }) => kind)
  let [done, refused] = [0, 0]
  const tell = () => putProgress(db, mergeId, { done, total: found.length, refused })
  await tell()
  for (const keeper of Object.values(keepers)) {
    const ids = (byKind.get(keeper.kind) ?? []).map(({ id }) => id)
    for (let at = 0; at < ids.length; at += together) {
      if (given.stopped()) return false
      const some = ids.slice(at, at + together)
      const answer = await transact(db, (tx) => keeper.reread(tx, some, keeping))
      done += some.length
      refused += answer.refused
      await tell()
    }
  }
  await endMerge(db, mergeId, now)
  return true
}
