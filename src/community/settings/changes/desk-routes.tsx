import { Hono } from 'hono'
import type { Locale } from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import type { House, HouseEnv } from '../../visits/model.ts'
import { settingIn } from '../permissions.ts'
import { ChangesBody } from './desk-views.tsx'
import { differencesBetween } from './model.ts'
import { listChanges } from './queries.ts'

const shown = 30

/** `/desk/settings/changes`: everything that was changed in the settings. */
export function changesRoutes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get('/desk/settings/changes', async (c) => {
    settingIn(c.var.visit)
    const { locale } = c.var.visit
    const below = c.req.query('below')
    const found = await listChanges(db, /^\d{1,18}$/.test(below ?? '') ? below : undefined, shown + 1)
    const last = found.length > shown ? found[shown - 1] : undefined
    const changes = found.slice(0, shown).map((change) => ({
      at: change.at,
      who: change.who,
      what: nameOf(locale, change.record),
      differences: differencesBetween(change.before, change.after),
    }))
    const older = last && `/desk/settings/changes?below=${last.id}`
    return c.render(<ChangesBody locale={locale} changes={changes} older={older} />, {
      title: speak(locale)('settings.page.changes'),
      section: '/desk',
      noindex: true,
    })
  })

  return app
}

const named = ['identity', 'logo', 'colours', 'languages', 'footer', 'retention'] as const

function nameOf(locale: Locale, { kind, id: subject }: { kind: string; id: string }): string {
  const say = speak(locale)
  const setting = kind === 'settings' ? named.find((one) => one === subject) : undefined
  if (setting) return say(`settings.page.${setting}`)
  return `${kind === 'terms' ? say('settings.page.vocabularies') : kind === 'sets' ? say('settings.page.sets') : say('settings.page.pages')}: ${subject}`
}
