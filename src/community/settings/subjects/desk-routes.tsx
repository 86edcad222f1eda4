import { type Context, Hono } from 'hono'
import { coloursWith, type Fault, hrefIn, type Locale } from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import { type Held, heldFor, heldInWords } from '../../privacy/held/model.ts'
import { leastDays } from '../../privacy/periods/model.ts'
import type { House, HouseEnv } from '../../visits/model.ts'
import { saveSetting, type SettingChange } from '../actions.ts'
import type { HouseSettings } from '../model.ts'
import { settingIn } from '../permissions.ts'
import { readHouseSettings, readVersion } from '../queries.ts'
import { type Period, SubjectBody } from './desk-views.tsx'
import { type FormSubject, formSubjects, subjectForms, type Typed } from './model.ts'

type Ctx = Context<HouseEnv>
type Wired = { house: House; held: Held }
type Shown = { version: number; typed: Typed; faults: Fault[] }

/** `/desk/settings/identity` and its kin: the subjects that are one form each. */
export function subjectRoutes(house: House, held: Held): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>()
  for (const subject of formSubjects) addSubject(app, { house, held }, subject)
  return app
}

function addSubject(app: Hono<HouseEnv>, wired: Wired, subject: FormSubject): void {
  const { house } = wired
  const path = `/desk/settings/${subject}`
  const form = subjectForms[subject]

  app.get(path, async (c) => {
    settingIn(c.var.visit)
    return render(c, wired, subject, await standing(house, subject))
  })

  app.post(path, async (c) => {
    const { locale, now } = c.var.visit
    const by = settingIn(c.var.visit)
    const { typed, version } = await readTyped(c)
    const read = form.read(typed, locale)
    if ('faults' in read) {
      c.status(422)
      return render(c, wired, subject, { version, typed, faults: read.faults })
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- read by the form of this very subject
    const change = { subject, version, value: read.value } as SettingChange
    const answer = await saveSetting(house.db, by, change, now)
    if ('version' in answer) return c.redirect(`${hrefIn(locale, path)}?done=saved`, 303)
    const other = await standing(house, subject)
    c.status(409)
    return render(c, wired, subject, { ...other, typed, faults: staleFaults(locale, typed, other.typed) })
  })
}

/** What was typed into a form of the settings, and the version the form was made of. */
export async function readTyped(
  c: Ctx,
): Promise<{ typed: Record<string, string>; version: number; data: FormData }> {
  const data = await c.req.formData().catch(() => new FormData())
  const typed: Record<string, string> = {}
  for (const name of new Set(data.keys())) {
    const values = data.getAll(name).filter((value) => typeof value === 'string')
    typed[name] = values.join(',')
  }
  const { version = '', ...others } = typed
  return { typed: others, version: /^\d{1,9}$/.test(version) ? Number(version) : -1, data }
}

/** That somebody else was quicker, and of each field that differs how it stands now; sent again, what was typed takes its place. */
export function staleFaults(locale: Locale, typed: Typed, standing: Typed): Fault[] {
  const say = speak(locale)
  const names = new Set([...Object.keys(typed), ...Object.keys(standing)])
  const differing = [...names].filter((name) => (typed[name] ?? '') !== (standing[name] ?? ''))
  return [
    { field: 'settings', message: say('settings.stale') },
    ...differing.map((field) => {
      const value = standing[field] ?? ''
      const message =
        value === '' ? say('settings.staleEmpty') : say('settings.staleField', { value: value.slice(0, 300) })
      return { field, message }
    }),
  ]
}

// Of the database and not of what this visit knows: somebody may have saved since it began.
async function standing({ db }: House, subject: FormSubject): Promise<Shown> {
  // The version first: should somebody save in between, the form is of the older one and is noticed.
  const version = await readVersion(db, subject)
  const settings = await readHouseSettings(db)
  return { version, typed: typedOf(settings, subject), faults: [] }
}

function typedOf(settings: HouseSettings, subject: FormSubject): Typed {
  switch (subject) {
    case 'identity':
      return subjectForms.identity.typedOf(settings.identity)
    case 'colours':
      return subjectForms.colours.typedOf(settings.colours)
    case 'footer':
      return subjectForms.footer.typedOf(settings.footer)
    case 'languages':
      return subjectForms.languages.typedOf(settings.languages)
    default:
      return subjectForms.retention.typedOf(settings.retention)
  }
}

async function render(c: Ctx, { house, held }: Wired, subject: FormSubject, shown: Shown) {
  const { locale } = c.var.visit
  const say = speak(locale)
  const settings = await readHouseSettings(house.db)
  const isSaved = c.req.query('done') === 'saved' && shown.faults.length === 0
  const facts = {
    ...shown,
    subject,
    notice: isSaved ? say('settings.done') : undefined,
    colours: coloursWith(settings.colours),
    periods: subject === 'retention' ? periodsOf(locale, held, settings) : [],
  }
  return c.render(<SubjectBody locale={locale} facts={facts} />, {
    title: say(`settings.page.${subject}`),
    section: '/desk',
    noindex: true,
  })
}

// As they stand, with those that are set.
function periodsOf(locale: Locale, held: Held, settings: HouseSettings): Period[] {
  const delivered = new Map(held.all.flatMap(({ retention }) => retention.map(({ id, days }) => [id, days])))
  return heldFor(held, settings.retention.days).all.flatMap((declared) => {
    const { name, howLong } = heldInWords(locale, declared)
    return declared.retention.flatMap(({ id, days }, at) =>
      leastDays(id) === undefined
        ? []
        : [{ id, days: delivered.get(id) ?? days, name: `${name}: ${howLong[at] ?? ''}` }],
    )
  })
}
