/** Fields that fill one fact: a day, a number, countries, terms. Pure. */
import { isDay } from '../../../../../platform/index.ts'
import { partsNamed } from '../../naming/model.ts'
import { factAt, type Asked, type FieldKind } from '../../planning/model.ts'
import {
  type Asking,
  type FormFault,
  type KindOfField,
  nameOf,
  noneOfThese,
  type Read,
  type Typed,
} from '../fields/model.ts'

export type PlainKind = Extract<
  FieldKind,
  | 'formed'
  | 'countries'
  | 'residence'
  | 'place'
  | 'places'
  | 'day'
  | 'period'
  | 'month'
  | 'number'
  | 'money'
  | 'yes-no'
  | 'term'
  | 'terms'
  | 'text'
  | 'coordinates'
>

/** What was typed first in a field, without the spaces around it. */
export const one = (typed: Typed, name: string): string => (typed[name]?.[0] ?? '').trim()
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

export const filled = (asked: Asked, value: unknown): Read => ({ set: [[asked.at, value]] })
export const wrong = (field: string, fault: FormFault['fault'], value?: string): Read => ({
  faults: [value === undefined ? { field, fault } : { field, fault, value }],
})

/** One of a few. */
export function choice(values: (asked: Asked, asking: Asking) => readonly string[]): KindOfField {
  return {
    read(asked, typed, asking) {
      const chosen = one(typed, nameOf(asked))
      if (chosen === noneOfThese) return filled(asked, 'other')
      return values(asked, asking).includes(chosen) ? filled(asked, chosen) : wrong(nameOf(asked), 'choose')
    },
    show(asked, asking) {
      const value = textOf(factAt(asking.facts, asked.at))
      if (value === '') return {}
      return { [nameOf(asked)]: [values(asked, asking).includes(value) ? value : noneOfThese] }
    },
  }
}

/** Several of some, or expressly none of them. */
export function ticked(typed: Typed, name: string, offered: readonly string[]): string[] | FormFault {
  const chosen = (typed[name] ?? []).filter((value) => offered.includes(value))
  const none = (typed[name] ?? []).includes(noneOfThese)
  if (none && chosen.length > 0) return { field: name, fault: 'one-or-none' }
  return none || chosen.length > 0 ? [...new Set(chosen)] : { field: name, fault: 'choose' }
}

const terms: KindOfField = {
  read(asked, typed, asking) {
    const offered = asked.term ? asking.termsOf(asked.term) : []
    const found = ticked(typed, nameOf(asked), offered)
    return Array.isArray(found) ? filled(asked, found) : { faults: [found] }
  },
  show(asked, { facts }) {
    const given = factAt(facts, asked.at)
    if (given === undefined) return {}
    const values = listOf(given).map(textOf)
    return { [nameOf(asked)]: values.length > 0 ? values : [noneOfThese] }
  },
}

/** The country of a field; nothing where nothing was typed. */
export function countryIn(typed: Typed, name: string, { countries }: Asking): string | undefined | FormFault {
  const words = one(typed, name)
  if (words === '') return undefined
  return countries.find(words) ?? { field: name, fault: 'country', value: words.slice(0, 60) }
}

const severalFields = ['1', '2', '3'] as const

/** Countries typed in up to three fields. */
function countriesIn(asked: Asked, typed: Typed, asking: Asking): string[] | { faults: FormFault[] } {
  const found = severalFields.map((each) => countryIn(typed, `${nameOf(asked)}-${each}`, asking))
  const faults = found.filter((each) => typeof each === 'object')
  if (faults.length > 0) return { faults }
  const codes = found.filter((each) => typeof each === 'string')
  return codes.length > 0
    ? [...new Set(codes)]
    : { faults: [{ field: `${nameOf(asked)}-1`, fault: 'empty' }] }
}

const shownCountries = (asked: Asked, codes: readonly unknown[], { countries }: Asking): Typed =>
  Object.fromEntries(
    codes
      .slice(0, 3)
      .map((code, index) => [`${nameOf(asked)}-${index + 1}`, [countries.nameOf(textOf(code))]]),
  )

/** What stands for any other part of a country than those that rules name; ISO 3166-2 calls none so. */
export const elsewhere = 'ZZZ'
const shownPart = (part: string) => (part.endsWith(`-${elsewhere}`) ? noneOfThese : part)

/** A country with the part of it that rules name. */
export function placeIn(
  typed: Typed,
  name: string,
  asking: Asking,
): { country: string; part?: string } | FormFault {
  const country = countryIn(typed, name, asking)
  if (country === undefined) return { field: name, fault: 'empty' }
  if (typeof country !== 'string') return country
  const part = one(typed, `${name}-part`)
  if (part === noneOfThese && partsNamed(asking.rules).some((each) => each.startsWith(`${country}-`)))
    return { country, part: `${country}-${elsewhere}` }
  return part.startsWith(`${country}-`) ? { country, part } : { country }
}

export function shownPlace(name: string, place: unknown, { countries }: Asking): Typed {
  const country = textOf(factAt(place, '/country'))
  return country === ''
    ? {}
    : { [name]: [countries.nameOf(country)], [`${name}-part`]: [shownPart(textOf(factAt(place, '/part')))] }
}

type Parts = { day: string; month: string; year: string }
const partsIn = (typed: Typed, name: string): Parts => ({
  day: one(typed, `${name}-day`),
  month: one(typed, `${name}-month`),
  year: one(typed, `${name}-year`),
})

/** A day of three fields, or a month or year where `loose`; undefined where nothing stands in them. */
export function dayIn(typed: Typed, name: string, loose = false): string | undefined | FormFault {
  const { day, month, year } = partsIn(typed, name)
  if (day === '' && month === '' && year === '') return undefined
  const fault: FormFault = { field: name, fault: 'date' }
  if (![day, month, year].every((part) => /^\d*$/.test(part)) || year.length !== 4) return fault
  const pieces = [year, month.padStart(2, '0'), day.padStart(2, '0')]
  const whole = [year, month === '' ? '01' : pieces[1], day === '' ? '01' : pieces[2]].join('-')
  if (!isDay(whole) || (month === '' && day !== '')) return fault
  if (loose) return pieces.slice(0, month === '' ? 1 : day === '' ? 2 : 3).join('-')
  return month === '' || day === '' ? fault : whole
}

export function shownDay(name: string, value: unknown): Typed {
  const [year = '', month = '', day = ''] = textOf(value).split('-')
  const plain = (digits: string) => digits.replace(/^0/, '')
  return year === ''
    ? {}
    : { [`${name}-day`]: [plain(day)], [`${name}-month`]: [plain(month)], [`${name}-year`]: [year] }
}

/** Whether it is still to come, wherever one is. */
export const isToCome = (text: string, now: Temporal.Instant): boolean =>
  text > now.toZonedDateTimeISO('Pacific/Kiritimati').toPlainDate().toString().slice(0, text.length)

const someDay = (loose: boolean): KindOfField => ({
  read(asked, typed, { now }) {
    const name = nameOf(asked)
    const found = dayIn(typed, name, loose)
    if (found === undefined) return wrong(name, 'empty')
    if (typeof found !== 'string') return { faults: [found] }
    const isPast = loose || asked.at.endsWith('/birth_date')
    return isPast && isToCome(found, now) ? wrong(name, 'future') : filled(asked, found)
  },
  show: (asked, { facts }) => shownDay(nameOf(asked), factAt(facts, asked.at)),
})

/** A number as people type it: with spaces, commas or points between thousands; undefined for anything else. */
export function decimalIn(text: string): string | undefined {
  const plain = text
    .replaceAll(/[\s\u00a0\u202f'’]/g, '')
    .replace(/^(\d{1,3})((,\d{3})+)(?=\.|$)/, (whole) => whole.replaceAll(',', ''))
  const point = plain.replace(/^(\d+),(\d{1,2})$/, '$1.$2')
  return /^\d{1,11}(\.\d{1,4})?$/.test(point) ? point : undefined
}

/** A whole number from 0 on; undefined for anything else. */
export const countIn = (text: string): number | undefined =>
  /^\d{1,6}$/.test(text) ? Number(text) : undefined

/** The first and the last day of something. */
export function periodIn(typed: Typed, name: string): { starts: string; ends: string } | FormFault[] {
  const [starts, ends] = [dayIn(typed, `${name}.starts`), dayIn(typed, `${name}.ends`)]
  const faults = [starts, ends].filter((each) => typeof each === 'object')
  if (faults.length > 0) return faults
  if (typeof starts !== 'string') return [{ field: `${name}.starts`, fault: 'empty' }]
  if (typeof ends !== 'string') return [{ field: `${name}.ends`, fault: 'empty' }]
  return ends < starts ? [{ field: `${name}.ends`, fault: 'order' }] : { starts, ends }
}

export const plainKinds: Record<PlainKind, KindOfField> = {
  formed: choice(() => ['ready-made', 'matched']),
  text: {
    read(asked, typed) {
      const text = one(typed, nameOf(asked))
      if (text.length > 200) return wrong(nameOf(asked), 'long')
      return text === '' ? wrong(nameOf(asked), 'empty') : filled(asked, text)
    },
    show: (asked, { facts }) => ({ [nameOf(asked)]: [textOf(factAt(facts, asked.at))] }),
  },
  term: choice((asked, asking) => (asked.term ? asking.termsOf(asked.term) : [])),
  terms,
  countries: {
    read(asked, typed, asking) {
      const found = countriesIn(asked, typed, asking)
      return Array.isArray(found) ? filled(asked, found) : found
    },
    show: (asked, asking) => shownCountries(asked, listOf(factAt(asking.facts, asked.at)), asking),
  },
  places: {
    read(asked, typed, asking) {
      const found = countriesIn(asked, typed, asking)
      return Array.isArray(found)
        ? filled(
            asked,
            found.map((country) => ({ country })),
          )
        : found
    },
    show: (asked, asking) =>
      shownCountries(
        asked,
        listOf(factAt(asking.facts, asked.at)).map((place) => factAt(place, '/country')),
        asking,
      ),
  },
  residence: {
    read(asked, typed, asking) {
      const name = nameOf(asked)
      const place = placeIn(typed, name, asking)
      const since = dayIn(typed, `${name}-since`, true)
      if ('fault' in place) return { faults: [place] }
      if (typeof since === 'object') return { faults: [since] }
      if (since !== undefined && isToCome(since, asking.now)) return wrong(`${name}-since`, 'future')
      return filled(asked, [since === undefined ? place : { ...place, since }])
    },
    show(asked, asking) {
      const [home] = listOf(factAt(asking.facts, asked.at))
      const name = nameOf(asked)
      return { ...shownPlace(name, home, asking), ...shownDay(`${name}-since`, factAt(home, '/since')) }
    },
  },
  place: {
    read(asked, typed, asking) {
      const place = placeIn(typed, nameOf(asked), asking)
      return 'fault' in place ? { faults: [place] } : filled(asked, place)
    },
    show: (asked, asking) => shownPlace(nameOf(asked), factAt(asking.facts, asked.at), asking),
  },
  day: someDay(false),
  month: someDay(true),
  period: {
    read(asked, typed) {
      const found = periodIn(typed, nameOf(asked))
      if (Array.isArray(found)) return { faults: found }
      return {
        set: [
          [`${asked.at}/starts`, found.starts],
          [`${asked.at}/ends`, found.ends],
        ],
      }
    },
    show: (asked, { facts }) => ({
      ...shownDay(`${nameOf(asked)}.starts`, factAt(facts, `${asked.at}/starts`)),
      ...shownDay(`${nameOf(asked)}.ends`, factAt(facts, `${asked.at}/ends`)),
    }),
  },
  number: {
    read(asked, typed) {
      const found = countIn(one(typed, nameOf(asked)))
      return found === undefined ? wrong(nameOf(asked), 'number') : filled(asked, found)
    },
    show: (asked, { facts }) => ({ [nameOf(asked)]: [textOf(factAt(facts, asked.at))] }),
  },
  money: {
    read(asked, typed) {
      const found = decimalIn(one(typed, nameOf(asked)))
      return found === undefined ? wrong(nameOf(asked), 'money') : filled(asked, found)
    },
    show: (asked, { facts }) => ({ [nameOf(asked)]: [textOf(factAt(facts, asked.at))] }),
  },
  'yes-no': {
    read(asked, typed) {
      const answer = one(typed, nameOf(asked))
      return answer === 'yes' || answer === 'no'
        ? filled(asked, answer === 'yes')
        : wrong(nameOf(asked), 'choose')
    },
    show(asked, { facts }) {
      const given = factAt(facts, asked.at)
      return typeof given === 'boolean' ? { [nameOf(asked)]: [given ? 'yes' : 'no'] } : {}
    },
  },
  coordinates: {
    read(asked, typed) {
      const name = nameOf(asked)
      const [latitude, longitude] = ['latitude', 'longitude'].map((part) =>
        degreesIn(one(typed, `${name}-${part}`)),
      )
      if (latitude === undefined || Math.abs(latitude) > 90) return wrong(`${name}-latitude`, 'coordinates')
      if (longitude === undefined || Math.abs(longitude) > 180)
        return wrong(`${name}-longitude`, 'coordinates')
      return {
        set: [
          [`${asked.at}/latitude`, latitude],
          [`${asked.at}/longitude`, longitude],
        ],
      }
    },
    show: (asked, { facts }) =>
      Object.fromEntries(
        ['latitude', 'longitude'].map((part) => [
          `${nameOf(asked)}-${part}`,
          [textOf(factAt(facts, `${asked.at}/${part}`))],
        ]),
      ),
  },
}

const degreesIn = (text: string): number | undefined => {
  const plain = text.replace(',', '.')
  return /^-?\d{1,3}(\.\d{1,10})?$/.test(plain) ? Number(plain) : undefined
}
