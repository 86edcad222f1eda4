/** Facts that cannot be so, whatever a call asks. Pure. */
import type { Fault } from '../../../../platform/index.ts'
import type { Facts } from '../model.ts'

/** What cannot be so on a day: births to come, ends before starts, parts of other countries, amounts in another currency. */
export function faultsOfFacts(facts: Facts, today: string, currency: string): Fault[] {
  return [
    ...faultsOfPeople(facts, today),
    ...faultsOfStretches(facts),
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

function faultsOfStretches({ activity, people = [] }: Facts): Fault[] {
  const stretches = [
    { at: 'activity', starts: activity?.starts, ends: activity?.ends },
    ...(activity?.periods ?? []).map((period, index) => ({ at: `activity.periods.${index}`, ...period })),
    ...people.map(({ stay }, index) => ({ at: `people.${index}.stay`, ...stay })),
  ]
  return stretches.flatMap(({ at, starts, ends }) =>
    starts !== undefined && ends !== undefined && ends < starts
      ? [{ field: `${at}.ends`, value: ends, reason: `is before the start, ${starts}` }]
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
