/** Records written again after terms were merged, so that their history, the index and whatever is kept of them follow. */
import { endMerge, holdRecords, type Known, listRecordsWith, putProgress } from '../../community/index.ts'
import { type Db, recordAudit, transact, type Tx } from '../../platform/index.ts'
import { houseKeepers as keepers } from '../keepers/actions.ts'

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
  const { mergeId, from, now } = given
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
      refused += await transact(db, (tx) => rewriteSome(tx, keeper, some, given))
      done += some.length
      await tell()
    }
  }
  await endMerge(db, mergeId, now)
  return true
}

/** Answers how many of them cannot be read any more, and were left as they are. */
async function rewriteSome(
  tx: Tx,
  keeper: (typeof keepers)[keyof typeof keepers],
  ids: string[],
  { known, now }: Rewriting,
): Promise<number> {
  const keeping = { known, at: new Date(now.epochMilliseconds) }
  let refused = 0
  for (const [id, kept] of await holdRecords(tx, keeper.kind, ids)) {
    // Nothing is put in place of what sources say: it is read anew, and says the term that stands.
    const answer = await keeper.rewrite(tx, kept, { fields: {}, by: null }, keeping)
    if ('faults' in answer) refused += 1
    else if (answer.version !== kept.version) {
      const { before, after } = answer
      await recordAudit(tx, {
        who: null,
        what: 'information.mergeTerm',
        record: { kind: keeper.kind, id },
        before,
        after,
      })
    }
  }
  return refused
}
