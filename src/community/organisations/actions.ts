import { putRow, slugFrom, type Tx } from '../../platform/index.ts'
import { keepTexts } from '../texts/actions.ts'
import { wordsForSlug } from '../texts/model.ts'
import { slugFor } from '../texts/queries.ts'
import type { OrganisationRecord } from './model.ts'
import { organisationTexts } from './queries.ts'

/** Keeps an organisation as a file gives it; the same id again is an update. */
export async function saveOrganisation(
  tx: Tx,
  record: OrganisationRecord,
  hash: string,
  at: Date,
): Promise<void> {
  const wanted = record.slug ?? (slugFrom(wordsForSlug(record)) || slugFrom(record.id) || 'organisation')
  const row = {
    id: record.id,
    slug: await slugFor(tx, 'community.organisation', record.id, wanted),
    original_lang: record.original_lang,
    kind: record.kind,
    country: record.country_code,
    city: record.city,
    website: record.website,
    disciplines: record.disciplines,
    languages: record.languages,
    note: record.note,
    source_url: record.source_url,
    last_checked: record.last_checked,
    imported_hash: hash,
    updated_at: at,
  }
  await putRow(tx, 'community.organisation', row, ['id'])
  await keepTexts(tx, organisationTexts, record, [])
}
