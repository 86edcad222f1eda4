import type { Tx } from '../../platform/index.ts'
import type { AnyRecord, Keeping, RecordKind } from '../kinds/model.ts'
import type { KeptRecord, Plain } from '../records/model.ts'
import { staleAfter } from './model.ts'
import { dropStale, putRevisions, putStale, type RevisionRow } from './queries.ts'

type Change = { row: { record: Plain }; kept: KeptRecord | undefined; given: ReadonlySet<string> }

/**
 * Keeps records as they are before they are written anew, and writes down which translations the change leaves behind. For
 * records that are new it asks nothing.
 */
export async function keepBefore<R extends AnyRecord>(
  tx: Tx,
  kind: RecordKind<R>,
  changes: Change[],
  { at }: Keeping,
): Promise<void> {
  const known = changes.flatMap(({ kept, ...change }) => (kept ? [{ kept, ...change }] : []))
  if (known.length === 0) return
  await putRevisions(
    tx,
    known.map(({ kept }) => revisionOf(kind.name, kept)),
  )
  const all = known.map(({ kept, row, given }) => ({
    kept,
    ...staleAfter({ before: kept.record, after: row.record }, given, kind.texts ?? []),
  }))
  await dropStale(
    tx,
    kind.name,
    all.flatMap(({ kept: { id }, current }) => current.map((lang) => ({ id, lang }))),
  )
  await putStale(
    tx,
    kind.name,
    all.flatMap(({ kept: { id, version }, stale }) => stale.map((lang) => ({ id, lang, version }))),
    at,
  )
}

const revisionOf = (kind: string, kept: KeptRecord): RevisionRow => ({
  kind,
  record_id: kept.id,
  version: kept.version,
  record: kept.record,
  changed_at: kept.changedAt.toISOString(),
  changed_by: kept.changedBy,
  changed_why: kept.changedWhy,
})
