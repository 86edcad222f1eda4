/** Facts that cannot be so, whatever a call asks. Pure. */
import type { Fault } from '../../../../platform/index.ts'
import type { Facts } from '../model.ts'

/**
 * What cannot be so on a day: births to come, ends before starts, countries nobody knows, parts of other countries, amounts
 * in another currency. Where `countries` is absent, codes of countries are not looked at.
 */
export function faultsOfFacts(
  facts: Facts,
  today: string,
  currency: string,
  countries?: ReadonlySet<string>,
): Fault[] {
  return [
    ...faultsOfPeople(facts, today),
    ...faultsOfStretches(facts),
    ...(countries ? faultsOfCountries(facts, countries) : []),
    ...placesOf(facts).flatMap(({ at, country, part }) =>
      country && part && !part.startsWith(`${country}-`)
        ? [{ field: `${at}.part`, value: part, reason: `is no part of ${country}` }]
        : [],
    ),
    ...(facts.budget?.currency !== undefined && facts.budget.currency !== currency
      ? [
          {
            field: 'budget.currency',
            value: facts.budget.currency,
            reason: `is not the currency of this call, ${currency}`,
          },
        ]
      : []),
  ]
}

function faultsOfPeople({ people = [], organisations = [] }: Facts, today: string): Fault[] {
  const days = [
    ...people.flatMap(({ birth_date: birth, career_start: career, residences = [] }, index) => [
      { at: `people.${index}.birth_date`, day: birth },
      { at: `people.${index}.career_start`, day: career },
      ...residences.map(({ since }, place) => ({
        at: `people.${index}.residences.${place}.since`,
        day: since,
      })),
    ]),
    ...organisations.map(({ founded }, index) => ({ at: `organisations.${index}.founded`, day: founded })),
  ]
  // A year or a month that has begun may mean a day that has been.
  return days.flatMap(({ at, day }) =>
    day !== undefined && day > today.slice(0, day.length)
      ? [{ field: at, value: day, reason: 'is still to come' }]
      : [],
  )
}

type Stretch = { at: string; starts?: string | undefined; ends?: string | undefined }

function faultsOfStretches({ activity, people = [] }: Facts): Fault[] {
  const stretches: Stretch[] = [
    { at: 'activity', starts: activity?.starts, ends: activity?.ends },
    ...(activity?.periods ?? []).map((period, index) => ({ at: `activity.periods.${index}`, ...period })),
    ...people.map(({ stay }, index) => ({ at: `people.${index}.stay`, ...stay })),
  ]
  const homes = people.flatMap(({ residences = [] }, index) =>
    residences.map(({ since, until }, place) => ({
      at: `people.${index}.residences.${place}.until`,
      starts: since,
      ends: until,
    })),
  )
  return [...stretches.map((one) => ({ ...one, at: `${one.at}.ends` })), ...homes].flatMap(
    ({ at, starts, ends }) =>
      starts !== undefined && ends !== undefined && isBefore(ends, starts)
        ? [{ field: at, value: ends, reason: `is before the start, ${starts}` }]
        : [],
  )
}

// Of a year and a day of it neither is known to be the first.
function isBefore(one: string, other: string): boolean {
  const known = Math.min(one.length, other.length)
  return one.slice(0, known) < other.slice(0, known)
}

/** `UK` is no country of ISO 3166-1: whoever writes it is told so, and not that they live in the wrong place. */
function faultsOfCountries(facts: Facts, countries: ReadonlySet<string>): Fault[] {
  const named = [
    ...placesOf(facts).map(({ at, country }) => ({ at: `${at}.country`, country })),
    ...(facts.people ?? []).flatMap(({ citizenships = [] }, index) =>
      citizenships.map((country, place) => ({ at: `people.${index}.citizenships.${place}`, country })),
    ),
    ...(facts.history?.visits ?? []).map(({ country }, index) => ({
      at: `history.visits.${index}.country`,
      country,
    })),
  ]
  return named.flatMap(({ at, country }) =>
    country !== undefined && !countries.has(country)
      ? [{ field: at, value: country, reason: 'is not a country this house knows (ISO 3166-1 alpha-2)' }]
      : [],
  )
}

type Located = { at: string; country?: string | undefined; part?: string | undefined }

function placesOf({ people = [], organisations = [], legs = [], activity }: Facts): Located[] {
  return [
    ...people.flatMap(({ base, residences = [] }, index) => [
      { at: `people.${index}.base`, ...base },
      ...residences.map((one, place) => ({ ...one, at: `people.${index}.residences.${place}` })),
    ]),
    ...organisations.map(({ seat }, index) => ({ at: `organisations.${index}.seat`, ...seat })),
    ...legs.flatMap(({ from, to }, index) => [
      { at: `legs.${index}.from`, ...from },
      { at: `legs.${index}.to`, ...to },
    ]),
    ...(activity?.places ?? []).map((place, index) => ({ at: `activity.places.${index}`, ...place })),
  ]
}
