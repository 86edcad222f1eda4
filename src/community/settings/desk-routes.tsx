import { Hono } from 'hono'
import { speak } from '../messages/index.ts'
import { setDeskRoutes } from '../places/sets/desk-routes.tsx'
import type { Held } from '../privacy/held/model.ts'
import { vocabularyDeskRoutes } from '../vocabularies/desk-routes.tsx'
import type { House, HouseEnv } from '../visits/model.ts'
import { changesRoutes } from './changes/desk-routes.tsx'
import { SettingsBody } from './desk-views.tsx'
import { logoRoutes } from './logo/desk-routes.tsx'
import { pageDeskRoutes } from './pages/desk-routes.tsx'
import { settingIn } from './permissions.ts'
import { subjectRoutes } from './subjects/desk-routes.tsx'

/** `/desk/settings`: what the house says of itself, how it looks, its words and lists, all of it in pages. */
export function settingsRoutes(house: House, held: Held): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get('/desk/settings', (c) => {
    settingIn(c.var.visit)
    const { locale } = c.var.visit
    return c.render(<SettingsBody locale={locale} />, {
      title: speak(locale)('settings.title'),
      section: '/desk',
      noindex: true,
    })
  })

  app.route('/', subjectRoutes(house, held))
  app.route('/', logoRoutes(house))
  app.route('/', pageDeskRoutes(house))
  app.route('/', vocabularyDeskRoutes(house))
  app.route('/', setDeskRoutes(house))
  app.route('/', changesRoutes(house))
  return app
}
