import { sql } from 'kysely'
import {
  joinText,
  readTexts,
  type RecordText,
  saysWords,
  textLangs,
  type Viewer,
} from '../../community/index.ts'
import {
  askList,
  type Db,
  firstRow,
  hasAny,
  type ListAnswer,
  type ListRequest,
  rows,
  showsList,
  showsRecords,
  showsThoseWith,
} from '../../platform/index.ts'
import type { Article, ArticleRow } from './model.ts'

export const articleTexts = 'information.article_text'

export type ArticleRequest = ListRequest & {
  words?: string | undefined
  /** Only articles of these days (ISO dates). */
  from?: string | undefined
  to?: string | undefined
  sort?: string | undefined
}

const listed = sql`r.id, r.slug, r.kind, r.authors, r.publisher, r.published_on as "publishedOn", r.countries, r.themes`

/** One page of articles with the counts of every facet, the newest first; undated ones last. */
export function listArticles(
  db: Db,
  viewer: Viewer,
  locale: string,
  request: ArticleRequest,
): Promise<ListAnswer<ArticleRow>> {
  showsList('articles')
  const type = sql`array_remove(array[r.kind], null)`
  const lang = textLangs(articleTexts, viewer)
  const where = [sql<boolean>`true`]
  if (request.words) where.push(saysWords(articleTexts, viewer, request.words))
  if (request.from) where.push(sql<boolean>`r.published_on >= ${request.from}::date`)
  if (request.to) where.push(sql<boolean>`r.published_on <= ${request.to}::date`)
  const byTitle = sql`text.title collate "und-x-icu", r.id`
  return askList<ArticleRow>(
    db,
    {
      from: sql`information.article r ${joinText(articleTexts, viewer, locale)}`,
      where: sql<boolean>`${sql.join(where, sql` and `)}`,
      columns: sql`${listed}, text.*`,
      facets: [
        { name: 'type', values: type, matches: hasAny(type) },
        { name: 'theme', values: sql`r.themes`, matches: hasAny(sql`r.themes`) },
        { name: 'country', values: sql`r.countries`, matches: hasAny(sql`r.countries`) },
        { name: 'discipline', values: sql`r.disciplines`, matches: hasAny(sql`r.disciplines`) },
        { name: 'lang', values: lang, matches: hasAny(lang) },
      ],
      order: request.sort === 'title' ? byTitle : sql`r.published_on desc nulls last, ${byTitle}`,
    },
    request,
  )
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

/** A few articles that share a theme or a country, the newest first. */
export function listRelatedArticles(
  db: Db,
  viewer: Viewer,
  locale: string,
  of: { id: string; themes: string[]; countries: string[] },
): Promise<ArticleRow[]> {
  showsThoseWith('articles', 'theme', of.themes)
  showsThoseWith('articles', 'country', of.countries)
  return rows<ArticleRow>(
    db,
    sql`select ${listed}, text.* from information.article r ${joinText(articleTexts, viewer, locale)}
      where r.id <> ${of.id} and (r.themes && ${of.themes}::text[] or r.countries && ${of.countries}::text[])
      order by r.published_on desc nulls last, r.id limit 4`,
  )
}

/** Articles about a place, the newest first; at most `limit`. */
export function listArticlesAbout(
  db: Db,
  viewer: Viewer,
  locale: string,
  place: string,
  limit: number,
): Promise<ArticleRow[]> {
  showsThoseWith('articles', 'country', [place])
  return rows<ArticleRow>(
    db,
    sql`select ${listed}, text.* from information.article r ${joinText(articleTexts, viewer, locale)}
      where r.countries @> array[${place}] order by r.published_on desc nulls last, r.id limit ${limit}`,
  )
}
