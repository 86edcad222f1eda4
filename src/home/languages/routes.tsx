import { Hono } from 'hono'
import { catalogues as communityCatalogues, type House, type HouseEnv } from '../../community/index.ts'
import { catalogues as designCatalogues, coverageOf, type Locale, locales } from '../../design/index.ts'
import { catalogues as informationCatalogues } from '../../information/index.ts'
import { catalogues as homeCatalogues, speak } from '../messages/index.ts'
import { type LanguageCoverage, LanguagesBody } from './views.tsx'

export function languageRoutes(house: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  const coverage = locales.flatMap((locale) => (locale === 'en' ? [] : [coverageIn(locale)]))

  app.get('/languages', async (c) => {
    const { locale, now } = c.var.visit
    const { offered } = (await house.known(now)).settings.languages
    const say = speak(locale)
    return c.render(<LanguagesBody locale={locale} coverage={coverage} offered={offered} />, {
      title: say('languages.title'),
      description: say('languages.lead'),
      section: '/languages',
    })
  })

  return app
}

function coverageIn(locale: Exclude<Locale, 'en'>): LanguageCoverage {
  const parts = [
    coverageOf(designCatalogues.en, designCatalogues[locale]),
    coverageOf(communityCatalogues.en, communityCatalogues[locale]),
    coverageOf(informationCatalogues.en, informationCatalogues[locale]),
    coverageOf(homeCatalogues.en, homeCatalogues[locale]),
  ]
  const sum = (of: (part: (typeof parts)[number]) => number) =>
    parts.reduce((total, part) => total + of(part), 0)
  return {
    locale,
    total: sum((part) => part.total),
    translated: sum((part) => part.translated),
    reviewed: sum((part) => part.reviewed),
  }
}
