import { type Context, Hono } from 'hono'
import { type Fault, hrefIn } from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import type { House, HouseEnv } from '../../visits/model.ts'
import { saveSetting, type SettingAnswer } from '../actions.ts'
import { logoPath } from '../model.ts'
import { settingIn } from '../permissions.ts'
import { readHouseSettings, readVersion } from '../queries.ts'
import { readTyped } from '../subjects/desk-routes.tsx'
import { saveLogo } from './actions.ts'
import { LogoBody } from './desk-views.tsx'

type Ctx = Context<HouseEnv>

const path = '/desk/settings/logo'

/** `/desk/settings/logo`: the picture beside the name of the house. */
export function logoRoutes({ db }: House): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()

  app.get(path, (c) => {
    settingIn(c.var.visit)
    return render(c, db, [])
  })

  app.post(path, async (c) => {
    const { now, locale } = c.var.visit
    const by = settingIn(c.var.visit)
    const { version, data } = await readTyped(c)
    const file = data.get('logo')
    const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
    const answer = await saveLogo(db, by, { version, bytes }, now)
    if (!('fault' in answer)) return settle(c, db, answer)
    c.status(422)
    return render(c, db, [{ field: 'logo', message: speak(locale)(`settings.logoFault.${answer.fault}`) }])
  })

  app.post(`${path}/remove`, async (c) => {
    const by = settingIn(c.var.visit)
    const { version } = await readTyped(c)
    return settle(
      c,
      db,
      await saveSetting(db, by, { subject: 'logo', version, value: null }, c.var.visit.now),
    )
  })

  app.get(`${path}/remove`, (c) => {
    settingIn(c.var.visit)
    return c.redirect(hrefIn(c.var.visit.locale, path), 303)
  })

  return app
}

function settle(c: Ctx, db: House['db'], answer: SettingAnswer) {
  const { locale } = c.var.visit
  if ('version' in answer) return c.redirect(`${hrefIn(locale, path)}?done=saved`, 303)
  c.status(409)
  return render(c, db, [{ field: 'settings', message: speak(locale)('settings.staleLogo') }])
}

async function render(c: Ctx, db: House['db'], faults: Fault[]) {
  const { locale } = c.var.visit
  const say = speak(locale)
  const version = await readVersion(db, 'logo')
  const { logo } = await readHouseSettings(db)
  const isSaved = c.req.query('done') === 'saved' && faults.length === 0
  const facts = { version, typed: {}, faults, notice: isSaved ? say('settings.done') : undefined }
  const shown = logo ? { src: logoPath(logo), width: logo.width, height: logo.height } : undefined
  return c.render(<LogoBody locale={locale} facts={facts} logo={shown} />, {
    title: say('settings.page.logo'),
    section: '/desk',
    noindex: true,
  })
}
