import { announce, type Db, notAllowed, notFound, recordAudit, transact } from '../../../platform/index.ts'
import type { Member } from '../../people/model.ts'
import { may } from '../../roles/permissions.ts'
import { findTerm, holdVocabulary } from '../queries.ts'
import { mergeFault, type MergeFault } from './model.ts'
import { insertMerge, putMerged, replaceInProfiles } from './queries.ts'

export type MergeAnswer = { mergeId: string } | { fault: MergeFault } | { stale: true }

/**
 * Merges a term into another, which stands for it from this moment on; a job then writes the records that have it again.
 * Refuses (403) whoever may not, and (404) where there is no such term.
 */
export function mergeTerm(
  db: Db,
  by: Member,
  given: { vocabulary: string; id: string; version: number; into: string },
  now: Temporal.Instant,
): Promise<MergeAnswer> {
  if (!may(by, 'house.settings', {})) throw notAllowed()
  const { vocabulary, id: from, into } = given
  return transact(db, async (tx) => {
    await holdVocabulary(tx, vocabulary)
    const term = await findTerm(tx, vocabulary, from)
    if (!term) throw notFound()
    const fault = mergeFault(term, await findTerm(tx, vocabulary, into))
    if (fault) return { fault }
    if (term.version !== given.version) return { stale: true }
    await putMerged(tx, vocabulary, from, into)
    await replaceInProfiles(tx, vocabulary, from, into)
    const mergeId = await insertMerge(tx, { vocabulary, from, into, at: now })
    await announce(tx, 'community.termMerged', { mergeId, vocabulary, from, into })
    await recordAudit(tx, {
      who: by.personId,
      what: 'community.mergeTerm',
      record: { kind: 'terms', id: `${vocabulary}/${from}` },
      before: { mergedInto: null, retired: term.retired },
      after: { mergedInto: into, retired: true },
    })
    return { mergeId }
  })
}
