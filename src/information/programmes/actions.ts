import { keepTexts, slugFor, wordsForSlug } from '../../community/index.ts'
import { json, putRow, slugFrom, type Tx } from '../../platform/index.ts'
import type { ProgrammeRecord } from './model.ts'
import { programmeTexts } from './queries.ts'

/** Keeps a programme with its editions as a file gives it; the same id again is an update. */
export async function saveProgramme(
  tx: Tx,
  record: ProgrammeRecord,
  context: { hash: string; at: Date },
): Promise<void> {
  const wanted = record.slug ?? (slugFrom(wordsForSlug(record)) || slugFrom(record.id) || 'programme')
  const row = {
    id: record.id,
    slug: await slugFor(tx, 'information.programme', record.id, wanted),
    original_lang: record.original_lang,
    kind: record.kind,
    pillar: record.pillar,
    organiser: record.organiser,
    partners: record.partners,
    facts: json(record.facts),
    editions: json(record.editions),
    url: record.source_url,
    more_sources: record.more_sources,
    last_checked: record.last_checked,
    imported_hash: context.hash,
    updated_at: context.at,
  }
  await putRow(tx, 'information.programme', row, ['id'])
  await keepTexts(tx, programmeTexts, record, [])
}
