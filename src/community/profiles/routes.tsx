import { type Context, Hono } from 'hono'
import { hrefIn, type Locale } from '../../design/index.ts'
import { notFound } from '../../platform/index.ts'
import type { Known } from '../known/model.ts'
import { speak } from '../messages/index.ts'
import { type House, type HouseEnv, memberIn } from '../visits/model.ts'
import { keepPage, keepProfile, type PageFault, withdrawPage } from './actions.ts'
import { countryChoices, languageChoices } from './choices/model.ts'
import { formOf, type ProfileFault, type ProfileForm, readForm } from './form/model.ts'
import { changedFields, type GivenProfile, type OwnProfile, publicPart, showable } from './model.ts'
import { PersonBody, PreviewBody } from './page/views.tsx'
import { findShownProfile, readOwnProfile } from './queries.ts'
import { ProfileBody } from './views.tsx'
import { fieldInWords } from './words.ts'

type Ctx = Context<HouseEnv>
type Fault = { field: string; message: string }
type Answer = { form?: ProfileForm; faults?: Fault[]; status?: 409 | 422; page?: Partial<OwnProfile['page']> }

const path = '/account/profile'

/** `/account/profile`, what a person says of themselves, and `/people/{slug}`, what others may read of it. */
export function profileRoutes(house: House): Hono<HouseEnv> {
  const { db } = house
  const app = new Hono<HouseEnv>()

  app.get(path, (c) => render(c, house, {}))

  app.post(path, async (c) => {
    const { locale, now } = c.var.visit
    const by = memberIn(c.var.visit)
    const known = await house.known(now)
    const form = formIn(await formOfRequest(c))
    const { given, faults } = readForm(form, choosableOf(locale, known), now)
    if (faults.length > 0)
      return render(c, house, { form, faults: faults.map((fault) => inWords(locale, fault)), status: 422 })
    const meanwhile = await keepProfile(db, by, { given, version: form.version }, now)
    if (!meanwhile) return done(c, 'saved')
    const both = { ...form, version: meanwhile.version }
    return render(c, house, { form: both, faults: differences(locale, known, given, meanwhile), status: 409 })
  })

  app.post(`${path}/page`, async (c) => {
    const { locale, now } = c.var.visit
    const by = memberIn(c.var.visit)
    const data = await formOfRequest(c)
    const wish = data.get('do')
    if (wish === 'withdraw') {
      await withdrawPage(db, by, now)
      return done(c, 'withdrawn')
    }
    const ticked = new Set(data.getAll('shown'))
    const choice = {
      shown: showable.filter((field) => ticked.has(field)),
      findable: data.get('findable') === 'yes',
    }
    const asked = { ...choice, version: versionIn(data), show: wish === 'show' }
    const fault = await keepPage(db, by, asked, now)
    if (!fault) return done(c, wish === 'show' ? 'shown' : 'kept')
    const status = fault === 'meanwhile' ? 409 : 422
    return render(c, house, { faults: [pageFault(locale, fault)], status, page: choice })
  })

  // Where the form was answered with faults, a reload or another language comes back to the whole page.
  app.get(`${path}/page`, (c) => {
    memberIn(c.var.visit)
    return c.redirect(hrefIn(c.var.visit.locale, path), 303)
  })

  app.get(`${path}/preview`, async (c) => {
    const { locale, now } = c.var.visit
    const { page, ...profile } = await ownProfile(c, house)
    const shown = publicPart(profile, page.shown)
    const known = await house.known(now)
    return c.render(<PreviewBody {...{ locale, known, shown }} />, {
      title: speak(locale)('profile.page.title'),
      section: '/account',
      noindex: true,
    })
  })

  addPerson(app, house)
  return app
}

function addPerson(app: Hono<HouseEnv>, house: House): void {
  app.get('/people/:slug', async (c) => {
    const { locale, now } = c.var.visit
    const found = await findShownProfile(house.db, c.req.param('slug'), house.demonstration)
    if (!found) throw notFound()
    const { page, ...profile } = found
    const shown = publicPart(profile, page.shown)
    if (!page.findable) c.header('x-robots-tag', 'noindex')
    // What was withdrawn must not live on in anybody's memory on the way.
    c.header('cache-control', 'no-store')
    return c.render(<PersonBody locale={locale} known={await house.known(now)} shown={shown} />, {
      title: shown.name,
      noindex: !page.findable,
    })
  })
}

const formOfRequest = (c: Ctx) => c.req.formData().catch(() => new FormData())

const pageFault = (locale: Locale, fault: PageFault): Fault => ({
  field: fault === 'meanwhile' ? 'shown' : fault === 'latin' ? 'latinName' : 'name',
  message: speak(locale)(`profile.page.fault.${fault}`),
})

function choosableOf(locale: Locale, known: Known) {
  const terms = (vocabulary: string) => new Set((known.vocabularies[vocabulary] ?? []).map(({ id }) => id))
  return {
    languages: languageChoices(locale),
    countries: countryChoices(locale, known),
    disciplines: terms('discipline'),
    roles: terms('applicant-role'),
  }
}

const mostSent = 100

function formIn(data: FormData): ProfileForm {
  const all = (name: string) =>
    data
      .getAll(name)
      .slice(0, mostSent)
      .flatMap((value) => (typeof value === 'string' && value.trim() !== '' ? [textIn(value)] : []))
  const one = (name: string) => all(name)[0] ?? ''
  return {
    name: one('name'),
    latinName: one('latinName'),
    languages: all('languages'),
    languagesMore: all('languages-more'),
    disciplines: all('disciplines'),
    roles: all('roles'),
    citizenships: all('citizenships'),
    citizenshipsMore: all('citizenships-more'),
    residence: one('residence'),
    since: { day: one('since-day'), month: one('since-month'), year: one('since-year') },
    baseCountry: one('baseCountry'),
    baseCity: one('baseCity'),
    version: versionIn(data),
  }
}

const textIn = (value: string) => value.toWellFormed().trim().slice(0, 20_000)

// A form without its version is none of ours, and would empty what it does not name.
function versionIn(data: FormData): number {
  const given = data.get('version')
  return typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : -1
}

function inWords(locale: Locale, { field, fault, value = '' }: ProfileFault): Fault {
  const say = speak(locale)
  const message =
    fault === 'language' || fault === 'country'
      ? say(`profile.fault.${fault}`, { value })
      : say(`profile.fault.${fault}`)
  return { field, message }
}

// What another window saved stands beside what was typed in this one.
function differences(locale: Locale, known: Known, given: GivenProfile, saved: OwnProfile): Fault[] {
  const say = speak(locale)
  return changedFields(given, saved).map((field) => {
    const value = fieldInWords({ locale, known }, field, saved) || say('profile.nothing')
    return { field: field === 'base' ? 'baseCountry' : field, message: say('profile.meanwhile', { value }) }
  })
}

async function ownProfile(c: Ctx, { db }: House): Promise<OwnProfile> {
  const profile = await readOwnProfile(db, memberIn(c.var.visit).personId)
  if (!profile) throw notFound()
  return profile
}

const notices = {
  saved: 'profile.saved',
  kept: 'profile.page.done.kept',
  shown: 'profile.page.done.shown',
  withdrawn: 'profile.page.done.withdrawn',
} as const

function done(c: Ctx, what: keyof typeof notices) {
  return c.redirect(`${hrefIn(c.var.visit.locale, path)}?done=${what}`, 303)
}

async function render(c: Ctx, house: House, { form, faults = [], status, page }: Answer) {
  const { locale, now } = c.var.visit
  const profile = await ownProfile(c, house)
  const known = await house.known(now)
  const countries = countryChoices(locale, known)
  const [, notice] = Object.entries(notices).find(([what]) => what === c.req.query('done')) ?? []
  const facts = {
    form: form ?? formOf(profile, countries),
    known,
    languages: languageChoices(locale),
    countries,
    earlier: profile.earlierResidences,
    page: { ...profile.page, ...page },
    faults,
    notice: notice === undefined || faults.length > 0 ? undefined : speak(locale)(notice),
  }
  if (status) c.status(status)
  return c.render(<ProfileBody locale={locale} facts={facts} />, {
    title: speak(locale)('profile.title'),
    section: '/account',
    noindex: true,
  })
}
