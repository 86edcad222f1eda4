import { type Context, Hono } from 'hono'
import { formatsFor, hrefIn, type Locale } from '../../../design/index.ts'
import { notAllowed, notFound } from '../../../platform/index.ts'
import { speak } from '../../messages/index.ts'
import type { Member } from '../../people/model.ts'
import { languageChoices } from '../../profiles/choices/model.ts'
import { may } from '../../roles/permissions.ts'
import { type House, type HouseEnv, memberIn } from '../../visits/model.ts'
import type { Partner } from '../model.ts'
import { findPartner } from '../queries.ts'
import { agreeToBeNamed, isFocalPoint, keepFacts, listChanges } from './actions.ts'
import {
  type FactsFault,
  type FactsForm,
  formOf,
  mostOffices,
  mostSpeakers,
  readFacts,
} from './form/model.ts'
import { changedParts, type KeptFacts, type PartnerFacts } from './model.ts'
import { hasAgreed, readKeptFacts } from './queries.ts'
import { KeepBody } from './views.tsx'

type Ctx = Context<HouseEnv>
type Fault = { field: string; message: string }
type Answer = { form?: FactsForm; faults?: Fault[]; status?: 409 | 422 }

const path = '/partners/:code/edit'

/** `/partners/{code}/edit`, where a focal point or an administrator keeps what a partner says of itself. */
export function partnerFactsRoutes(house: House): Hono<HouseEnv> {
  const { db } = house
  const app = new Hono<HouseEnv>()

  app.get(path, async (c) => render(c, house, await keptPartner(c, house), {}))

  app.post(path, async (c) => {
    const { locale, now } = c.var.visit
    const { by, partner } = await keptPartner(c, house)
    const form = formIn(await c.req.formData().catch(() => new FormData()))
    const { given, faults } = readFacts(form, languageChoices(locale))
    if (faults.length > 0) {
      const words = faults.map((fault) => inWords(locale, fault))
      return render(c, house, { by, partner }, { form, faults: words, status: 422 })
    }
    const change = { given, version: form.version, why: form.why, demonstration: house.demonstration }
    const meanwhile = await keepFacts(db, by, partner.id, change, now)
    if (!meanwhile) return saved(c, partner)
    const answer = { ...form, version: meanwhile.version }
    return render(
      c,
      house,
      { by, partner },
      { form: answer, faults: differences(locale, given, meanwhile), status: 409 },
    )
  })

  app.post(`${path}/agreement`, async (c) => {
    const { by, partner } = await keptPartner(c, house)
    const data = await c.req.formData().catch(() => new FormData())
    await agreeToBeNamed(db, by, partner.id, data.get('agree') === 'yes', c.var.visit.now)
    return saved(c, partner)
  })

  app.get(`${path}/agreement`, async (c) => {
    const { partner } = await keptPartner(c, house)
    return c.redirect(hrefIn(c.var.visit.locale, `/partners/${partner.id}/edit`), 303)
  })
  return app
}

type Kept = { by: Member; partner: Partner }

/** The partner of the address, if who asks keeps it. Refuses (401, 404, 403) otherwise. */
async function keptPartner(c: Ctx, { db }: House): Promise<Kept> {
  const { locale, now } = c.var.visit
  const by = memberIn(c.var.visit)
  const day = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  const partner = await findPartner(db, c.req.param('code') ?? '', locale, day)
  if (!partner) throw notFound()
  if (!may(by, 'partner.keep', { partner: [partner.id] })) throw notAllowed()
  return { by, partner }
}

function saved(c: Ctx, { id }: Partner) {
  return c.redirect(`${hrefIn(c.var.visit.locale, `/partners/${id}/edit`)}?done=saved`, 303)
}

function formIn(data: FormData): FactsForm {
  const text = (value: unknown) =>
    typeof value === 'string' ? value.toWellFormed().trim().slice(0, 20_000) : ''
  const one = (name: string) => text(data.get(name))
  const langs = data.getAll('office-lang').map(text)
  const names = data.getAll('office-name').map(text).slice(0, mostOffices)
  const numbers = Array.from({ length: mostSpeakers }, (_, at) => at + 1)
  return {
    offices: names
      .map((name, at) => ({ name, lang: langs[at] ?? '' }))
      .filter(({ name, lang }) => name !== '' || lang !== ''),
    email: one('email'),
    phone: one('phone'),
    website: one('website'),
    address: one('address'),
    speakers: numbers
      .filter((number) => data.has(`speaker-${number}-name`))
      .map((number) => speakerIn(one, data.getAll(`speaker-${number}-is`), `speaker-${number}`))
      .filter(({ id, name, function: role, from, until }) => `${id}${name}${role}${from}${until}` !== ''),
    why: one('why')
      .replaceAll(/\p{Cc}+/gu, ' ')
      .slice(0, 1000),
    // A form without its version is none of ours, and would empty what it does not name.
    version: /^\d{1,9}$/.test(one('version')) ? Number(one('version')) : -1,
  }
}

function speakerIn(
  one: (name: string) => string,
  is: unknown[],
  field: string,
): FactsForm['speakers'][number] {
  return {
    id: one(`${field}-id`),
    name: one(`${field}-name`),
    function: one(`${field}-function`),
    from: one(`${field}-from`),
    until: one(`${field}-until`),
    shown: is.includes('shown'),
    remove: is.includes('removed'),
  }
}

function inWords(locale: Locale, { field, fault, value = '' }: FactsFault): Fault {
  const say = speak(locale)
  if (fault === 'lang') return { field, message: say('profile.fault.language', { value }) }
  if (fault === 'email') return { field, message: say('signIn.emailFault') }
  return { field, message: say(`focal.fault.${fault}`) }
}

// What somebody else saved stands beside what was typed here.
function differences(locale: Locale, given: PartnerFacts, kept: KeptFacts): Fault[] {
  const say = speak(locale)
  const { list } = formatsFor(locale)
  const named = (each: { name: string }[]) => list(each.map(({ name }) => name))
  const fields = { offices: 'office-1-name', speakers: 'speaker-1-name' } as const
  return changedParts(given, kept).map((part) => {
    const isList = part === 'offices' || part === 'speakers'
    const value = isList ? named(kept[part]) : kept[part]
    return {
      field: isList ? fields[part] : part,
      message: say('profile.meanwhile', { value: value || say('profile.nothing') }),
    }
  })
}

async function render(c: Ctx, { db, demonstration }: House, { by, partner }: Kept, answer: Answer) {
  const { locale } = c.var.visit
  const say = speak(locale)
  const { form, faults = [], status } = answer
  const languages = languageChoices(locale)
  const changes = await listChanges(db, partner.id)
  const facts = {
    partner,
    form: form ?? formOf(await readKeptFacts(db, partner.id, demonstration), languages),
    languages: languages.names,
    you: isFocalPoint(by, partner.id)
      ? { name: by.name, agrees: await hasAgreed(db, partner.id, by.personId) }
      : undefined,
    changes: changes.map(({ at, who, isHouse, why }) => ({
      at,
      who: who ?? say(isHouse ? 'focal.house' : 'focal.somebody'),
      why,
    })),
    faults,
    isSaved: c.req.query('done') === 'saved' && faults.length === 0,
  }
  if (status) c.status(status)
  return c.render(<KeepBody locale={locale} facts={facts} />, {
    title: say('focal.title', { partner: partner.name }),
    section: '/partners',
    noindex: true,
  })
}
