import { keeperOf, textKind } from '../../community/index.ts'
import { rulesOf } from '../checks/model.ts'
import { type ArticleRecord, articleShape, authorsOf } from './model.ts'
import { articleEntries, articleTexts } from './queries.ts'

/** Keeps articles as files hold them; the same id again is an update. */
export const articleKeeper = keeperOf(
  textKind<ArticleRecord>({
    name: 'articles',
    rules: rulesOf.articles,
    shape: articleShape,
    table: 'information.article',
    texts: articleTexts,
    pieces: [],
    slug: { otherwise: 'article' },
    row: (record) => ({
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
      real_dates: record.real_dates,
    }),
    entries: articleEntries,
    likeness: ({ url, url_is_listing: isListing, title, date, publisher }) => ({
      address: isListing ? null : url,
      title,
      date,
      place: publisher,
    }),
  }),
)
