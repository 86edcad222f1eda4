/** Facts that cannot be so, whatever a call asks. Pure. */
import type { Facts } from '../model.ts'

/** Where facts cannot be so (a JSON pointer), and why. */
export type FactFault = {
  at: string
  fault: 'to-come' | 'ends-before-start' | 'part-of-another-country' | 'another-currency'
}

/** What cannot be so on a day: births to come, ends before starts, parts of other countries, amounts in another currency. */
export function faultsOfFacts(facts: Facts, today: string, currency: string): FactFault[] {
  return [
    ...faultsOfPeople(facts, today),
    ...faultsOfStretches(facts),
    ...placesOf(facts).flatMap(({ at, country, part }) =>
      country && part && !part.startsWith(`${country}-`)
        ? [{ at: `${at}/part`, fault: 'part-of-another-country' } as const]
        : [],
    ),
    ...(facts.budget?.currency !== undefined && facts.budget.currency !== currency
      ? [{ at: '/budget/currency', fault: 'another-currency' } as const]
      : []),
  ]
}

function faultsOfPeople({ people = [], organisations = [] }: Facts, today: string): FactFault[] {
  const days = [
    ...people.flatMap(({ birth_date: birth, career_start: career, residences = [] }, index) => [
      { at: `/people/${index}/birth_date`, day: birth },
      { at: `/people/${index}/career_start`, day: career },
      ...residences.map(({ since }, place) => ({
        at: `/people/${index}/residences/${place}/since`,
        day: since,
      })),
    ]),
    ...organisations.map(({ founded }, index) => ({ at: `/organisations/${index}/founded`, day: founded })),
  ]
  // A year or a month that has begun may mean a day that has been.
  return days.flatMap(({ at, day }) =>
    day !== undefined && day > today.slice(0, day.length) ? [{ at, fault: 'to-come' } as const] : [],
  )
}

function faultsOfStretches({ activity, people = [] }: Facts): FactFault[] {
  const stretches = [
    { at: '/activity', starts: activity?.starts, ends: activity?.ends },
    ...(activity?.periods ?? []).map((period, index) => ({ at: `/activity/periods/${index}`, ...period })),
    ...people.map(({ stay }, index) => ({ at: `/people/${index}/stay`, ...stay })),
  ]
  return stretches.flatMap(({ at, starts, ends }) =>
    starts !== undefined && ends !== undefined && ends < starts
      ? [{ at: `${at}/ends`, fault: 'ends-before-start' } as const]
      : [],
  )
}

type Located = { at: string; country?: string | undefined; part?: string | undefined }

function placesOf({ people = [], organisations = [], legs = [], activity }: Facts): Located[] {
  return [
    ...people.flatMap(({ base, residences = [] }, index) => [
      { at: `/people/${index}/base`, ...base },
      ...residences.map((one, place) => ({ ...one, at: `/people/${index}/residences/${place}` })),
    ]),
    ...organisations.map(({ seat }, index) => ({ at: `/organisations/${index}/seat`, ...seat })),
    ...legs.flatMap(({ from, to }, index) => [
      { at: `/legs/${index}/from`, ...from },
      { at: `/legs/${index}/to`, ...to },
    ]),
    ...(activity?.places ?? []).map((place, index) => ({ at: `/activity/places/${index}`, ...place })),
  ]
}
