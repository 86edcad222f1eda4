import type { RecordText, ShownPicture } from '../../community/index.ts'
import { Columns, Crumbs, Fact, Facts, Link, Row, Rows, Section, Text } from '../../design/index.ts'
import { ListBody, type ListFacts } from '../lists/views.tsx'
import type { Reader } from '../readers/model.ts'
import {
  CountryLinks,
  FirstPicture,
  joined,
  OtherPictures,
  RecordHeading,
  RecordPiece,
  RecordTile,
  RecordTools,
  SourceFacts,
  TermLinks,
} from '../records/views.tsx'
import type { Article, ArticleRow } from './model.ts'
import { articleRow } from './words.ts'

export function ArticlesBody({ facts, articles }: { facts: ListFacts; articles: ArticleRow[] }) {
  return (
    <ListBody facts={facts}>
      {articles.map((article) => (
        <Row {...articleRow(facts.reader, article)} />
      ))}
    </ListBody>
  )
}

/** An article with what belongs to it, as far as the viewer may see it. */
export type ArticleFacts = {
  article: Article
  texts: RecordText[]
  pictures: ShownPicture[]
  related: ArticleRow[]
  programme: { slug: string; title: string; lang: string } | undefined
}

type Shown = { reader: Reader; facts: ArticleFacts }

/** An article: what it says, where to read it, who wrote it and on what. */
export function ArticleBody({ reader, facts }: Shown) {
  const { article, texts, pictures, related } = facts
  const { say, href } = reader
  const aside = (
    <>
      <RecordTile id={article.id} pictures={pictures} />
      <Facts>
        <SourceFacts reader={reader} sources={{ ...article, listing: article.urlIsListing }} />
      </Facts>
      <RecordTools reader={reader} texts={texts} path={`/articles/${article.slug}`} />
    </>
  )
  return (
    <article>
      <Crumbs locale={reader.locale} items={[{ href: href('/articles'), label: say('articles.title') }]} />
      <RecordHeading reader={reader} texts={texts} />
      <Columns main={<Main reader={reader} facts={facts} />} aside={aside} />
      {related.length > 0 && (
        <Section title={say('article.related')}>
          <Rows>
            {related.map((row) => (
              <Row {...articleRow(reader, row)} />
            ))}
          </Rows>
        </Section>
      )}
    </article>
  )
}

function Main({ reader, facts }: Shown) {
  const { article, texts, pictures } = facts
  return (
    <>
      <FirstPicture reader={reader} pictures={pictures} />
      <RecordPiece reader={reader} texts={texts} piece="summary" />
      {/* The text itself lives where it was published. */}
      {article.url !== null && (
        <p class="lead">
          <Link href={article.url} external>
            {reader.say('record.sourceLink')}
          </Link>
        </p>
      )}
      <RecordPiece reader={reader} texts={texts} piece="body" />
      <OtherPictures reader={reader} pictures={pictures} />
      <Facts>
        <Byline reader={reader} article={article} />
        <AboutFacts reader={reader} facts={facts} />
      </Facts>
    </>
  )
}

function Byline({ reader, article }: { reader: Reader; article: Article }) {
  const { say, format, locale } = reader
  const { authors, publisher, publishedOn, originalLang } = article
  const named = (text: string) => <Text text={{ text, lang: originalLang }} locale={locale} />
  return (
    <>
      {authors.length > 0 && <Fact name={say('article.authors')}>{joined(authors.map(named))}</Fact>}
      <Fact name={say('article.publisher')}>
        {publisher === null ? say('call.notStated') : named(publisher)}
      </Fact>
      <Fact name={say('article.date')}>
        {publishedOn === null ? (
          say('article.undated')
        ) : (
          <time datetime={publishedOn}>{format.date(publishedOn)}</time>
        )}
      </Fact>
    </>
  )
}

function AboutFacts({ reader, facts: { article, programme } }: Shown) {
  const { say, href, locale } = reader
  const { kind, countries } = article
  const list = '/articles'
  const terms = [
    [say('article.kind'), 'type', 'article-kind', kind === null ? [] : [kind]],
    [say('record.themes'), 'theme', 'theme', article.themes],
    [say('record.disciplines'), 'discipline', 'discipline', article.disciplines],
  ] as const
  return (
    <>
      {countries.length > 0 && (
        <Fact name={say('article.about')}>
          <CountryLinks reader={reader} list={list} codes={countries} />
        </Fact>
      )}
      {terms
        .filter(([, , , ids]) => ids.length > 0)
        .map(([name, parameter, vocabulary, ids]) => (
          <Fact name={name}>
            <TermLinks {...{ reader, list, parameter, vocabulary, ids: [...ids] }} />
          </Fact>
        ))}
      {programme && (
        <Fact name={say('record.programme')}>
          <Link href={href(`/programmes/${programme.slug}`)}>
            <Text text={{ text: programme.title, lang: programme.lang }} locale={locale} />
          </Link>
        </Fact>
      )}
    </>
  )
}
