/** Records as exports write them. Pure. */
import type { KeptRecord, Plain } from '../../community/index.ts'

/** A record in the form of files, with where it comes from. */
export function exported({ record, sources, edits, addedAt, changedAt }: KeptRecord): Plain {
  const provenance = {
    added_at: addedAt.toISOString(),
    changed_at: changedAt.toISOString(),
    sources,
    edits,
  }
  return { ...record, provenance }
}
