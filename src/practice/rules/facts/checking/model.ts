/** What cannot be true of an application, whatever a call asks. Pure. */
import type { Fault } from '../../../../platform/index.ts'
import type { Facts } from '../model.ts'

/** What is known of the world: the last day that has begun anywhere, and the codes of countries. */
export type World = { today: string; countries: ReadonlySet<string> }

/** Facts that contradict each other, lie in the future or name a country nobody knows, each with its place. */
export function faultsOfFacts(facts: Facts, world: World): Fault[] {
  return [...faultsOfDays(facts, world), ...faultsOfPeriods(facts), ...faultsOfPlaces(facts, '', world)]
}

const when = (wrong: boolean, field: string, value: unknown, reason: string): Fault[] =>
  wrong ? [{ field, value, reason }] : []

/** What has happened cannot lie in the future. */
function faultsOfDays({ people = [], organisations = [] }: Facts, { today }: World): Fault[] {
  const happened = (field: string, text: string | undefined) =>
    when(text !== undefined && text > today.slice(0, text.length), field, text, 'lies in the future')
  return [
    ...people.flatMap(({ birth_date: born, career_start: start }, at) => [
      ...happened(`people.${at}.birth_date`, born),
      ...happened(`people.${at}.career_start`, start),
    ]),
    ...organisations.flatMap(({ founded }, at) => happened(`organisations.${at}.founded`, founded)),
  ]
}

function faultsOfPeriods({ people = [], legs = [], activity }: Facts): Fault[] {
  const ordered = (field: string, first: string | undefined, last: string | undefined) =>
    when(
      first !== undefined && last !== undefined && isAfter(first, last),
      field,
      last,
      `is before ${first}, when it begins`,
    )
  return [
    ...ordered('activity.ends', activity?.starts, activity?.ends),
    ...(activity?.periods ?? []).flatMap(({ starts, ends }, at) =>
      ordered(`activity.periods.${at}.ends`, starts, ends),
    ),
    ...legs.flatMap(({ departs, arrives }, at) =>
      when(
        departs !== undefined && arrives !== undefined && isAfter(departs, dayAfter(arrives)),
        `legs.${at}.arrives`,
        arrives,
        `is before ${departs}, when it departs`,
      ),
    ),
    ...people.flatMap(({ stay, residences = [] }, at) => [
      ...ordered(`people.${at}.stay.ends`, stay?.starts, stay?.ends),
      ...residences.flatMap(({ since, until }, home) =>
        ordered(`people.${at}.residences.${home}.until`, since, until),
      ),
    ]),
  ]
}

// A year says less than a day of it: only what is known of both is compared.
function isAfter(first: string, last: string): boolean {
  const known = Math.min(first.length, last.length)
  return first.slice(0, known) > last.slice(0, known)
}

// Whoever crosses the date line arrives the day before.
const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString()

/** Every country and part of a country that is named, wherever it stands. */
function faultsOfPlaces(value: unknown, at: string, world: World): Fault[] {
  if (typeof value !== 'object' || value === null) return []
  const within = Object.entries(value).flatMap(([key, part]) => {
    const field = at === '' ? key : `${at}.${key}`
    if (key === 'answers') return []
    if (key === 'country') return unknownCountry(part, field, world)
    if (key === 'citizenships' && Array.isArray(part))
      return part.flatMap((code, index) => unknownCountry(code, `${field}.${index}`, world))
    return faultsOfPlaces(part, field, world)
  })
  return [...within, ...strangePart(value, at)]
}

function strangePart(place: object, at: string): Fault[] {
  if (!('country' in place) || !('part' in place)) return []
  const { country, part } = place
  if (typeof country !== 'string' || typeof part !== 'string') return []
  return when(!part.startsWith(`${country}-`), `${at}.part`, part, `is no part of ${country}`)
}

const unknownCountry = (code: unknown, field: string, { countries }: World): Fault[] =>
  when(
    typeof code === 'string' && !countries.has(code),
    field,
    code,
    'is not a country this house knows (ISO 3166-1 alpha-2)',
  )
