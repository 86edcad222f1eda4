/** The names of facts that conditions ask for: numbers with their units, terms, yes and no. Pure. */

/** Facts that are numbers, each with its unit. */
export const numberFacts = {
  age: 'years',
  'years-of-practice': 'years',
  'years-of-residence': 'years',
  'years-since-founding': 'years',
  people: 'people',
  organisations: 'organisations',
  participants: 'people',
  partners: 'organisations',
  hosts: 'organisations',
  legs: 'legs',
  destinations: 'places',
  countries: 'places',
  'distance-km': 'km',
  periods: 'periods',
  'activity-days': 'days',
  'activity-weeks': 'weeks',
  'activity-months': 'months',
  'travel-days': 'days',
  'lead-days': 'days',
  'lead-weeks': 'weeks',
  'travel-lead-days': 'days',
  'share-at-host': 'percent',
  requested: 'money',
  'total-cost': 'money',
  'own-funding': 'money',
  'other-funding': 'money',
  'requested-share': 'percent',
  'own-funding-share': 'percent',
  'other-funding-share': 'percent',
  'partners-funding': 'money',
} as const
export type NumberFact = keyof typeof numberFacts
export type Unit = (typeof numberFacts)[NumberFact]
export const numberFactNames = Object.keys(numberFacts) as [NumberFact, ...NumberFact[]]

/** Facts that are terms. */
export const termFacts = [
  'role',
  'career-stage',
  'gender',
  'discipline',
  'language',
  'activity-kind',
  'organisation-kind',
  'legal-form',
  'organisation-discipline',
  'document',
  'travel-mode',
] as const
export type TermFact = (typeof termFacts)[number]

/** Facts that are yes or no. */
export const plainFacts = [
  'online',
  'begun',
  'non-profit',
  'legal-entity',
  'has-host',
  'has-partner',
  'same-stay',
] as const
export type PlainFact = (typeof plainFacts)[number]
