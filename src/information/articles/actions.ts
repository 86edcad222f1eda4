import { keepTexts, slugFor, wordsForSlug } from '../../community/index.ts'
import { json, putRow, slugFrom, type Tx } from '../../platform/index.ts'
import { type ArticleRecord, authorsOf } from './model.ts'
import { articleTexts } from './queries.ts'

/** Keeps an article as a file gives it; the same id again is an update. */
export async function saveArticle(
  tx: Tx,
  record: ArticleRecord,
  context: { hash: string; at: Date },
): Promise<void> {
  const wanted = record.slug ?? (slugFrom(wordsForSlug(record)) || slugFrom(record.id) || 'article')
  const row = {
    id: record.id,
    slug: await slugFor(tx, 'information.article', record.id, wanted),
    original_lang: record.original_lang,
    kind: record.kind,
    authors: authorsOf(record.author),
    publisher: record.publisher,
    published_on: record.date,
    countries: record.countries,
    disciplines: record.disciplines,
    themes: record.themes,
    programme: record.programme,
    url: record.url,
    url_is_listing: record.url_is_listing,
    note: record.note,
    last_checked: record.last_checked,
    real_dates: record.real_dates && json(record.real_dates),
    imported_hash: context.hash,
    updated_at: context.at,
  }
  await putRow(tx, 'information.article', row, ['id'])
  await keepTexts(tx, articleTexts, record, [])
}
