import { z } from 'zod'
import {
  type Known,
  placeShape,
  picturesShape,
  recordId,
  termListShape,
  termShape,
  textFields,
  realDates,
} from '../../community/index.ts'
import { day, listOf, maybe, someWords, webAddress, words, slugName } from '../../platform/index.ts'

/** An article as files hold it; `author` holds one name, or several separated by commas or `and`. */
export function articleShape(known: Known) {
  return z.strictObject({
    ...textFields([]),
    title: someWords,
    slug: maybe(slugName),
    kind: maybe(termShape(known, 'article-kind')),
    author: maybe(words),
    publisher: maybe(words),
    date: maybe(day),
    countries: listOf(placeShape(known)),
    disciplines: termListShape(known, 'discipline'),
    themes: termListShape(known, 'theme'),
    programme: maybe(recordId),
    url: maybe(webAddress),
    url_is_listing: z
      .boolean()
      .nullish()
      .transform((given) => given ?? false),
    note: maybe(words),
    last_checked: maybe(day),
    real_dates: maybe(realDates),
    pictures: picturesShape,
  })
}

export type ArticleRecord = z.output<ReturnType<typeof articleShape>>

/** The names in a byline. */
export function authorsOf(byline: string | null): string[] {
  if (byline === null) return []
  return byline
    .split(/,\s*(?:and\s+)?|\s+and\s+|\s*;\s*/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

/** An article as lists show it. */
export type ArticleRow = {
  id: string
  slug: string
  title: string
  summary: string | null
  lang: string
  demonstration: boolean
  kind: string | null
  authors: string[]
  publisher: string | null
  publishedOn: string | null
  countries: string[]
  themes: string[]
}

/** An article with all that is known of it. */
export type Article = Omit<ArticleRow, 'title' | 'summary' | 'lang' | 'demonstration'> & {
  originalLang: string
  disciplines: string[]
  programme: string | null
  url: string | null
  urlIsListing: boolean
  note: string | null
  lastChecked: string | null
}
