/** The form of a profile: what stands in its fields, and what was given by what was typed. Pure. */
import type { DateParts } from '../../../design/index.ts'
import { isDay } from '../../../platform/index.ts'
import { readName } from '../../people/model.ts'
import type { Choices } from '../choices/model.ts'
import { type GivenProfile, isLatin } from '../model.ts'

/** What stands in the fields, as typed. */
export type ProfileForm = {
  name: string
  latinName: string
  /** Ticked boxes by tag, and what was typed beside them; so the citizenships. */
  languages: string[]
  languagesMore: string[]
  disciplines: string[]
  roles: string[]
  citizenships: string[]
  citizenshipsMore: string[]
  residence: string
  since: DateParts
  baseCountry: string
  baseCity: string
  /** Of the profile that the form was made from. */
  version: number
}

export type ProfileField =
  | 'name'
  | 'latinName'
  | 'languages'
  | 'disciplines'
  | 'roles'
  | 'citizenships'
  | 'residence'
  | 'since'
  | 'baseCountry'
  | 'baseCity'

export type ProfileFault = {
  field: ProfileField
  fault: 'long' | 'latin' | 'language' | 'country' | 'term' | 'many' | 'date' | 'future' | 'sinceAlone'
  /** What was typed, where the sentence names it. */
  value?: string
}

/** What the fields can name. */
export type Choosable = {
  languages: Choices
  countries: Choices
  disciplines: ReadonlySet<string>
  roles: ReadonlySet<string>
}

/** How many languages or citizenships a person can give. */
export const mostOfEach = 20

/** The fields of a form that shows a profile. */
export function formOf(profile: GivenProfile & { version: number }, countries: Choices): ProfileForm {
  const { residence, base } = profile
  const [year = '', month = '', day = ''] = residence?.since?.split('-') ?? []
  const nameOf = (code: string | null | undefined) => (code ? countries.nameOf(code) : '')
  return {
    name: profile.name,
    latinName: profile.latinName,
    languages: profile.languages,
    languagesMore: [],
    disciplines: profile.disciplines,
    roles: profile.roles,
    citizenships: profile.citizenships,
    citizenshipsMore: [],
    residence: nameOf(residence?.country),
    since: { year, month: plainNumber(month), day: plainNumber(day) },
    baseCountry: nameOf(base.country),
    baseCity: base.city,
    version: profile.version,
  }
}

const plainNumber = (digits: string) => digits.replace(/^0/, '')

/** What was given, or what is to be mended. `now` decides what is still to come, on the day it is anywhere. */
export function readForm(
  form: ProfileForm,
  choosable: Choosable,
  now: Temporal.Instant,
): { given: GivenProfile; faults: ProfileFault[] } {
  const faults: ProfileFault[] = []
  const { countries, languages } = choosable
  const country = (field: ProfileField, typed: string): string | null => {
    const code = countries.find(typed)
    if (typed !== '' && code === undefined) faults.push({ field, fault: 'country', value: typed })
    return code ?? null
  }
  const words = (field: ProfileField, typed: string): string => {
    const read = readName(typed)
    if (read === undefined) faults.push({ field, fault: 'long' })
    return read ?? ''
  }
  const several = (field: 'languages' | 'citizenships', choices: Choices): string[] => {
    const found = [...form[field], ...form[`${field}More`]].map((typed) => ({
      typed,
      code: choices.find(typed),
    }))
    const fault = field === 'languages' ? 'language' : 'country'
    faults.push(
      ...found
        .filter(({ code }) => code === undefined)
        .map(({ typed }) => ({ field, fault, value: typed }) as const),
    )
    const codes = [...new Set(found.flatMap(({ code }) => code ?? []))]
    if (codes.length > mostOfEach) faults.push({ field, fault: 'many' })
    return codes
  }
  const terms = (field: 'disciplines' | 'roles'): string[] => {
    if (form[field].some((term) => !choosable[field].has(term))) faults.push({ field, fault: 'term' })
    return [...new Set(form[field])]
  }
  const latinName = words('latinName', form.latinName)
  if (latinName !== '' && !isLatin(latinName)) faults.push({ field: 'latinName', fault: 'latin' })
  const lives = country('residence', form.residence)
  const since = readSince(form.since, now)
  if (typeof since === 'object' && since !== null) faults.push({ field: 'since', fault: since.fault })
  else if (since !== null && form.residence === '') faults.push({ field: 'residence', fault: 'sinceAlone' })
  return {
    given: {
      name: words('name', form.name),
      latinName,
      languages: several('languages', languages),
      disciplines: terms('disciplines'),
      roles: terms('roles'),
      citizenships: several('citizenships', countries),
      residence: lives === null ? null : { country: lives, since: typeof since === 'string' ? since : null },
      base: { country: country('baseCountry', form.baseCountry), city: words('baseCity', form.baseCity) },
    },
    faults,
  }
}

/** A month or a day as precise as it was said; null where nothing was. */
function readSince(
  { day, month, year }: DateParts,
  now: Temporal.Instant,
): string | null | { fault: 'date' | 'future' } {
  if (day === '' && month === '' && year === '') return null
  if (![day, month, year].every((part) => /^\d{0,4}$/.test(part))) return { fault: 'date' }
  const yearMonth = `${year.padStart(4, '0')}-${month.padStart(2, '0')}`
  const whole = `${yearMonth}-${day === '' ? '01' : day.padStart(2, '0')}`
  if (month === '' || year < '1900' || year.length !== 4 || !isDay(whole)) return { fault: 'date' }
  const latest = now.toZonedDateTimeISO('Pacific/Kiritimati').toPlainDate().toString()
  if (whole > latest) return { fault: 'future' }
  return day === '' ? yearMonth : whole
}
