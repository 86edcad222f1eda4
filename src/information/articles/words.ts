import type { RowProps } from '../../design/index.ts'
import type { Reader } from '../readers/model.ts'
import { beside } from '../records/words.ts'
import type { ArticleRow } from './model.ts'

/** An article as a row of a list. */
export function articleRow(reader: Reader, article: ArticleRow): RowProps {
  const { locale, format, term } = reader
  const kind = article.kind === null ? [] : [term('article-kind', article.kind)]
  const countries = article.countries.map((code) => format.country(code))
  return {
    locale,
    when: dayOf(reader, article),
    title: { text: article.title, lang: article.lang },
    href: reader.href(`/articles/${article.slug}`),
    lines: [beside(reader, [...article.authors, article.publisher])].filter(Boolean),
    facts: [...kind, ...countries].map((text) => ({ text })),
    tile: article.id,
  }
}

function dayOf({ say, format }: Reader, { publishedOn }: ArticleRow): NonNullable<RowProps['when']> {
  if (publishedOn === null) return { big: say('article.undated') }
  return { big: format.shortDate(publishedOn), small: format.year(publishedOn), datetime: publishedOn }
}
