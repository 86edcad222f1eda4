import { Hono } from 'hono'
import { type House, type HouseEnv, type Known, readShownPictures } from '../../community/index.ts'
import { notFound } from '../../platform/index.ts'
import { articleData } from '../linked/words.ts'
import { cardPath } from '../cards/model.ts'
import { articleCard } from '../cards/words.ts'
import { type ListDefinition, type ShownFacet, storedLang, storedPlace, valueTests } from '../lists/model.ts'
import { askPlainList } from '../lists/routes.tsx'
import { findProgrammeTitle } from '../programmes/queries.ts'
import { type Reader, readerOf } from '../readers/model.ts'
import { langsOf, textOf } from '../records/words.ts'
import { findArticle, listArticles, listRelatedArticles } from './queries.ts'
import { ArticleBody, ArticlesBody } from './views.tsx'

const path = '/articles'
const sorts = ['date', 'title'] as const

/** `/articles` and the page of each article. */
export function articleRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get(path, async (c) => {
    const { facts, rows, head } = await askPlainList(c, house, {
      path,
      feeds: 'articles',
      words: ({ say }) => ({
        title: say('articles.title'),
        lead: say('articles.lead'),
        empty: say('articles.empty'),
      }),
      definition: definitionOf,
      facets: shownFacets,
      ask: (viewer, locale, request) => listArticles(house.db, viewer, locale, request),
    })
    return c.render(<ArticlesBody facts={facts} articles={rows} />, head)
  })

  app.get(`${path}/:slug`, async (c) => {
    const { viewer, locale, now } = c.var.visit
    const found = await findArticle(house.db, viewer, c.req.param('slug'), locale)
    if (!found) throw notFound()
    const { article, texts } = found
    const reader = readerOf(locale, await house.known(now), now)
    const { programme } = article
    const facts = {
      article,
      texts,
      pictures: await readShownPictures(house.db, { kind: 'articles', id: article.id }, texts),
      related: await listRelatedArticles(house.db, viewer, locale, article),
      programme:
        programme === null ? undefined : await findProgrammeTitle(house.db, viewer, locale, programme),
    }
    return c.render(<ArticleBody reader={reader} facts={facts} />, {
      title: texts[0]?.title ?? '',
      titleLang: texts[0]?.lang,
      description: textOf(texts, 'summary'),
      section: path,
      langs: langsOf(texts, article.originalLang),
      card: cardPath(reader.locale, 'articles', article.slug, articleCard(reader, texts, article)),
      data: articleData({ reader, origin: house.publicUrl, texts }, article),
    })
  })

  return app
}

/** What the list understands of its address. */
export function definitionOf(known: Known): ListDefinition {
  const { term, place, lang } = valueTests(known)
  return {
    facets: {
      type: term('article-kind'),
      theme: term('theme'),
      country: place,
      discipline: term('discipline'),
      lang,
    },
    stored: { country: storedPlace, lang: (value) => storedLang(value) ?? value },
    days: ['from', 'to'],
    sorts,
  }
}

/** The facets of the list in the reader's words. */
export function shownFacets({ say, term, format }: Reader): ShownFacet[] {
  return [
    { name: 'type', legend: say('facet.kind'), label: (value) => term('article-kind', value), open: true },
    { name: 'theme', legend: say('facet.theme'), label: (value) => term('theme', value), open: true },
    {
      name: 'country',
      legend: say('facet.articleCountry'),
      label: (value) => format.country(storedPlace(value)),
      kind: 'select',
    },
    { name: 'discipline', legend: say('facet.discipline'), label: (value) => term('discipline', value) },
    { name: 'lang', legend: say('facet.lang'), label: (value) => format.language(value) },
  ]
}
