import type { Context } from 'hono'
import { type Fault, formatsFor, locales } from '../../../design/index.ts'
import { foldText, isDay } from '../../../platform/index.ts'
import { speak } from '../../messages/index.ts'
import { listOrganisationNames, searchOrganisationNames } from '../../organisations/queries.ts'
import { listPartners } from '../../partners/queries.ts'
import type { House, HouseEnv } from '../../visits/model.ts'
import type { GrantRequest } from '../actions.ts'
import { type Grant, limitKinds, type Limits } from '../model.ts'
import type { LimitChoices, RoleForm } from './model.ts'

type Ctx = Context<HouseEnv>

export const emptyForm: RoleForm = {
  email: '',
  role: '',
  why: '',
  untilDay: '',
  limits: {},
  organisationNames: '',
  meant: [],
  faults: [],
}

/** The form that changes a grant, as the grant is. */
export function formOf(grant: Grant): RoleForm {
  const last = grant.until?.subtract({ seconds: 1 }).toZonedDateTimeISO('UTC').toPlainDate().toString()
  return { ...emptyForm, limits: grant.limits, untilDay: last ?? '' }
}

/** One line of a form. */
export function textOf(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string'
    ? value
        .toWellFormed()
        .replaceAll(/\p{Cc}+/gu, ' ')
        .trim()
    : ''
}

/** Reads the form; no request where its last day is none or an organisation is not found by its name. */
export async function readRequest(
  c: Ctx,
  house: House,
): Promise<{ form: RoleForm; request: GrantRequest | undefined }> {
  const data = await c.req.formData().catch(() => new FormData())
  const named = await findNamed(c, house, textOf(data, 'organisation-names').slice(0, 2000))
  const chosen = limitsIn(data)
  const organisations = [...new Set([...(chosen.organisation ?? []), ...named.found])]
  const form = {
    email: textOf(data, 'email'),
    role: textOf(data, 'role'),
    why: textOf(data, 'why').slice(0, 1000),
    untilDay: textOf(data, 'until'),
    limits: organisations.length === 0 ? chosen : { ...chosen, organisation: organisations },
    organisationNames: named.left.join('; '),
    meant: named.meant,
    faults: named.faults,
  }
  if (form.untilDay !== '' && !isDay(form.untilDay)) return { form, request: undefined }
  const until = form.untilDay === '' ? undefined : endOf(form.untilDay)
  const { places } = await house.known(c.var.visit.now)
  const countries = new Set(places.map(({ code }) => code))
  return { form, request: { ...form, until, known: { languages: new Set(locales), countries } } }
}

type Named = { found: string[]; left: string[]; meant: string[]; faults: Fault[] }

const mostNames = 10
const mostMeant = 8

/** The organisations called so; of a name that is nobody's, or of several, those that may be meant. */
async function findNamed(c: Ctx, { db }: House, text: string): Promise<Named> {
  const { viewer, locale } = c.var.visit
  const say = speak(locale)
  const named: Named = { found: [], left: [], meant: [], faults: [] }
  const names = [...new Set(text.split(/[;；؛]/).map((name) => name.trim()))]
    .filter(Boolean)
    .slice(0, mostNames)
  for (const name of names) {
    const called = await searchOrganisationNames(db, viewer, locale, name, mostMeant)
    const exact = called.filter(({ names }) => names.some((each) => foldText(each) === foldText(name)))
    const [only] = exact
    if (only && exact.length === 1) {
      named.found.push(only.id)
      continue
    }
    named.left.push(name)
    named.meant.push(...called.map(({ id }) => id))
    const message =
      called.length === 0
        ? say('roles.fault.unknown', { value: name })
        : say('roles.fault.several', { value: name })
    named.faults.push({ field: 'organisation', message })
  }
  return named
}

function endOf(day: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime('UTC').toInstant()
}

function limitsIn(data: FormData): Limits {
  const found = limitKinds.flatMap((kind) => {
    const values = data
      .getAll(kind)
      .flatMap((value) => (typeof value === 'string' ? value.replaceAll('\0', ' ').split(',') : []))
      .map((value) => (kind === 'country' ? value.trim().toUpperCase() : value.trim()))
      .filter((value) => value !== '')
    return values.length === 0 ? [] : [[kind, [...new Set(values)]]]
  })
  return Object.fromEntries(found)
}

/** What limits can be chosen from, by the names the reader knows. */
export async function choicesIn(c: Ctx, house: House, form: RoleForm): Promise<LimitChoices> {
  const { locale, viewer, now } = c.var.visit
  const day = now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  const format = formatsFor(locale)
  const { places } = await house.known(now)
  const organisations = [...new Set([...(form.limits.organisation ?? []), ...form.meant])]
  return {
    partner: (await listPartners(house.db, locale, day)).map(({ id, name }) => ({ value: id, label: name })),
    country: places
      .map(({ code }) => ({ value: code, label: format.country(code) }))
      .toSorted((a, b) => format.compare(a.label, b.label)),
    organisation: (await listOrganisationNames(house.db, viewer, locale, organisations)).map(
      ({ id, name }) => ({ value: id, label: name }),
    ),
  }
}
