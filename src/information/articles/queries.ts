import { type RawBuilder, sql } from 'kysely'
import {
  entriesOf,
  joinText,
  labelsOf,
  mayAnywhere,
  readTexts,
  type RecordText,
  saysWords,
  stranger,
  textLangs,
  type Viewer,
} from '../../community/index.ts'
import {
  askList,
  anyOf,
  askSets,
  type Db,
  type Facet,
  firstRow,
  hasAny,
  type KeptKind,
  type KeptSets,
  type ListAnswer,
  type ListOf,
  type ListRequest,
  readKept,
  readySets,
  rows,
  showsList,
  showsRecords,
  showsThoseWith,
  withColumns,
} from '../../platform/index.ts'
import type { Article, ArticleRow } from './model.ts'

export const articleTexts = 'information.article_text'

/** What the index holds of articles. */
export const articleEntries = entriesOf({
  kind: 'articles',
  table: 'information.article',
  texts: articleTexts,
  pieces: [],
  besides: sql`r.authors || r.publisher`,
  labels: sql`${labelsOf('type', sql`array[r.kind]`)} || ${labelsOf('country', sql`r.countries`)}
    || ${labelsOf('discipline', sql`r.disciplines`)} || ${labelsOf('theme', sql`r.themes`)}`,
  moments: sql`array_remove(array[r.published_on::timestamp at time zone 'UTC'], null)`,
  until: sql`null::timestamptz`,
})

export type ArticleRequest = ListRequest & {
  words?: string | undefined
  /** Only articles of these days (ISO dates). */
  from?: string | undefined
  to?: string | undefined
  sort?: string | undefined
}

const listed = sql`r.id, r.slug, r.kind, r.authors, r.publisher, r.published_on as "publishedOn", r.countries, r.themes`

/** One page of articles with the counts of every facet, the newest first; undated ones last. */
export async function listArticles<Besides = unknown>(
  db: Db,
  viewer: Viewer,
  locale: string,
  request: ArticleRequest,
  besides?: RawBuilder<Besides>,
): Promise<ListAnswer<ArticleRow & Besides>> {
  showsList('articles')
  const { words, from, to, sort } = request
  const list = withColumns(articleList(viewer, locale, request), besides)
  // The newest come first in any case.
  const byHand = sort !== undefined && sort !== 'newest'
  const sets = (words ?? from ?? to ?? byHand) ? undefined : await readyArticles(db, viewer)
  return sets ? askSets(db, sets, list, request) : askList<ArticleRow & Besides>(db, list, request)
}

/** The list of articles as data. */
export function articleList(
  viewer: Viewer,
  locale: string,
  { words, from, to, sort }: Omit<ArticleRequest, keyof ListRequest>,
): ListOf {
  const where = [sql<boolean>`true`]
  if (words) where.push(saysWords(articleTexts, viewer, words))
  if (from) where.push(sql<boolean>`r.published_on >= ${from}::date`)
  if (to) where.push(sql<boolean>`r.published_on <= ${to}::date`)
  const byTitle = sql`text.title collate "und-x-icu", r.id`
  return {
    from: sql`information.article r ${joinText(articleTexts, viewer, locale)}`,
    where: sql<boolean>`${sql.join(where, sql` and `)}`,
    columns: sql`${listed}, text.*`,
    facets: facetsOf(viewer),
    order: sort === 'title' ? byTitle : sql`r.published_on desc nulls last, ${byTitle}`,
  }
}

function facetsOf(viewer: Viewer): Facet[] {
  const any = (name: string, values: RawBuilder<unknown>): Facet => ({
    name,
    values,
    matches: hasAny(values),
  })
  return [
    any('type', sql`array_remove(array[r.kind], null)`),
    any('theme', sql`r.themes`),
    any('country', sql`r.countries`),
    any('discipline', sql`r.disciplines`),
    any('lang', textLangs(articleTexts, viewer)),
  ]
}

type ArticleFacts = { title: string; published: string | null }

const titles = new Intl.Collator('en')
const kept: KeptKind<ArticleFacts> = {
  kind: 'articles',
  read: (db, ids) =>
    readKept<ArticleFacts>(
      db,
      {
        from: sql`information.article r ${joinText(articleTexts, stranger, 'en')}`,
        where: sql`true`,
        facets: facetsOf(stranger),
        facts: sql`jsonb_build_object('title', text.title, 'published', r.published_on)`,
      },
      ids,
    ),
  moving: () => ({}),
  turn: () => Infinity,
  compare: (one, other) =>
    (other.published ?? '').localeCompare(one.published ?? '') || titles.compare(one.title, other.title),
  unchosen: {},
  counted: ['type', 'theme', 'country', 'discipline', 'lang'],
}

async function readyArticles(db: Db, viewer: Viewer): Promise<KeptSets | undefined> {
  // Nothing of an article changes by itself.
  return mayAnywhere(viewer, 'records.seeUnpublished') ? undefined : readySets(db, kept, 0)
}

/** The article at this address with the texts the viewer may see; undefined when there is none to see. */
export async function findArticle(
  db: Db,
  viewer: Viewer,
  slug: string,
  locale: string,
): Promise<{ article: Article; texts: RecordText[] } | undefined> {
  const article = await firstRow<Article>(
    db,
    sql`select ${listed}, r.original_lang as "originalLang", r.disciplines, r.programme, r.url,
        r.url_is_listing as "urlIsListing", r.note, r.last_checked as "lastChecked"
      from information.article r where r.slug = ${slug}`,
  )
  if (!article) return undefined
  showsRecords('articles', article.id)
  const texts = await readTexts(db, viewer, articleTexts, article, locale)
  return texts.length > 0 ? { article, texts } : undefined
}

/** These articles as lists show them, in no order. */
export function readArticleRows(
  db: Db,
  viewer: Viewer,
  locale: string,
  ids: string[],
): Promise<ArticleRow[]> {
  return rows<ArticleRow>(
    db,
    sql`select ${listed}, text.* from information.article r ${joinText(articleTexts, viewer, locale)}
      where r.id = any(${ids})`,
  )
}

/** A few articles that share a theme or a country, the newest first. */
export async function listRelatedArticles(
  db: Db,
  viewer: Viewer,
  locale: string,
  of: { id: string; themes: string[]; countries: string[] },
): Promise<ArticleRow[]> {
  showsThoseWith('articles', 'theme', of.themes)
  showsThoseWith('articles', 'country', of.countries)
  const sets = await readyArticles(db, viewer)
  // One more than is shown, since this one is found too.
  const related = sets
    ? first(sets, { theme: of.themes, country: of.countries }, fewRelated + 1)
    : sql`(r.themes && ${of.themes}::text[] or r.countries && ${of.countries}::text[])`
  return rows<ArticleRow>(
    db,
    sql`select ${listed}, text.* from information.article r ${joinText(articleTexts, viewer, locale)}
      where r.id <> ${of.id} and ${related}
      order by r.published_on desc nulls last, text.title collate "und-x-icu", r.id limit ${fewRelated}`,
  )
}

const fewRelated = 4

/** The first articles with any of these values of any of these facets, as a condition. */
function first(sets: KeptSets, wanted: Record<string, string[]>, most: number): RawBuilder<unknown> {
  const having = Object.entries(wanted).flatMap(([facet, values]) => [
    sets.having(facet, ''),
    ...values.map((value) => sets.having(facet, value)),
  ])
  return sql`r.id = any(${sets.first(anyOf(having), most)}::text[])`
}

/** Articles about a place, the newest first; at most `limit`. */
export async function listArticlesAbout(
  db: Db,
  viewer: Viewer,
  locale: string,
  place: string,
  limit: number,
): Promise<ArticleRow[]> {
  showsThoseWith('articles', 'country', [place])
  const sets = await readyArticles(db, viewer)
  const about = sets ? first(sets, { country: [place] }, limit) : sql`r.countries @> array[${place}]`
  return rows<ArticleRow>(
    db,
    sql`select ${listed}, text.* from information.article r ${joinText(articleTexts, viewer, locale)}
      where ${about} order by r.published_on desc nulls last, text.title collate "und-x-icu", r.id limit ${limit}`,
  )
}
