/** Facts as numbers: ages, lengths, counts, shares; as far as they are known. Pure. */
import type { Decimal } from 'decimal.js'
import { measureOfMoney } from '../budgeting/model.ts'
import { exactly, type Measured, missing } from '../comparing/model.ts'
import type { ConditionOf, NumberFact } from '../conditions/model.ts'
import { distancesOf } from '../distance/model.ts'
import type { Scope } from '../evaluating/model.ts'
import type { Facts, Organisation, Person } from '../facts/model.ts'
import { destinationsOf, earliestOf, latestOf, membersOf } from '../finding/model.ts'
import { dayAt, type DayFound, daysBetween, travelEnd, travelStart, wholeYears } from '../moments/model.ts'

/** Measures what belongs to one person. */
export function measureOfPerson(
  of: 'age' | 'years-of-practice' | 'years-of-residence',
  person: Person,
  at: string,
  day: string,
): Measured {
  if (of === 'age')
    return person.birth_date
      ? exactly(wholeYears(person.birth_date, day), `${at}/birth_date`)
      : missing(`${at}/birth_date`)
  if (of === 'years-of-practice') return yearsSince(person.career_start, `${at}/career_start`, day)
  if (!person.residences) return missing(`${at}/residences`)
  const current = person.residences.findIndex(({ until }) => until === undefined || latestOf(until) >= day)
  return current < 0
    ? exactly(0, `${at}/residences`)
    : yearsSince(person.residences[current]?.since, `${at}/residences/${current}/since`, day)
}

export const measureOfOrganisation = ({ founded }: Organisation, at: string, day: string): Measured =>
  yearsSince(founded, `${at}/founded`, day)

function yearsSince(since: string | undefined, at: string, day: string): Measured {
  if (since === undefined) return missing(at)
  return { low: wholeYears(latestOf(since), day), high: wholeYears(earliestOf(since), day), at: [at] }
}

type OfApplication = Exclude<
  NumberFact,
  'age' | 'years-of-practice' | 'years-of-residence' | 'years-since-founding'
>

/** Measures what belongs to the application as a whole. */
export function measure(
  of: OfApplication,
  facts: Facts,
  scope: Scope,
  { as, category }: Pick<ConditionOf<'number'>, 'as' | 'category'> = {},
): Measured {
  switch (of) {
    case 'people':
      return counted(membersOf(facts, 'people', as))
    case 'organisations':
      return counted(membersOf(facts, 'organisations', as))
    case 'participants':
      return counted(membersOf(facts, 'people', ['participant']))
    case 'partners':
      return counted(membersOf(facts, 'organisations', ['partner']))
    case 'hosts':
      return counted(membersOf(facts, 'organisations', ['host']))
    case 'legs':
      return counted(destinationsOf(facts))
    case 'destinations':
      return countedPlaces(facts, ['country', 'city'])
    case 'countries':
      return countedPlaces(facts, ['country'])
    case 'distance-km':
      return distanceOfJourney(facts)
    case 'periods':
    case 'activity-days':
    case 'activity-weeks':
    case 'activity-months':
      return measureOfActivity(of, facts)
    case 'travel-days':
      return between(travelStart(facts), travelEnd(facts), (from, to) => daysBetween(from, to) + 1)
    case 'lead-days':
    case 'lead-weeks':
      return between(dayAt('application', facts, scope), dayAt('activity-start', facts, scope), (from, to) =>
        of === 'lead-days' ? daysBetween(from, to) : daysBetween(from, to) / 7,
      )
    case 'travel-lead-days':
      return between(dayAt('application', facts, scope), travelStart(facts), daysBetween)
    case 'share-at-host': {
      const [there, all] = [facts.activity?.days_at_host, measureOfActivity('activity-days', facts)]
      if (there === undefined) return missing('/activity/days_at_host')
      return mapped(
        all,
        (days) => (Number(days) === 0 ? 0 : (there * 100) / Number(days)),
        '/activity/days_at_host',
      )
    }
    default:
      return measureOfMoney(of, facts, category)
  }
}

function counted(list: { value: unknown[]; at: string } | { missing: string }): Measured {
  return 'missing' in list ? missing(list.missing) : exactly(list.value.length, list.at)
}

/** As the crow flies, from where the first way out begins to where it leads; as amounts count it. */
function distanceOfJourney(facts: Facts): Measured {
  const [first] = distancesOf(facts)
  if (!first) return exactly(0, '/legs')
  return 'missing' in first ? missing(...first.missing) : exactly(first.km, first.at)
}

/** How many different places the journey leads to, told apart by these of their fields. */
function countedPlaces(facts: Facts, fields: readonly ('country' | 'city')[]): Measured {
  const found = destinationsOf(facts)
  if ('missing' in found) return missing(found.missing)
  const open = found.value.flatMap(({ place, at }) =>
    fields.flatMap((field) => (place[field] === undefined ? [`${at}/${field}`] : [])),
  )
  if (open.length > 0) return missing(...open)
  const different = new Set(found.value.map(({ place }) => fields.map((field) => place[field]).join(' ')))
  return exactly(different.size, found.at)
}

type Span = { starts: string; ends: string }

/** The stretches of the activity; one, where it is not said to be several. */
export function periodsOf({ activity }: Facts): { value: Span[]; at: string[] } | { missing: string[] } {
  if (activity?.periods?.length) {
    const open = activity.periods.flatMap(({ starts, ends }, at) => [
      ...(starts ? [] : [`/activity/periods/${at}/starts`]),
      ...(ends ? [] : [`/activity/periods/${at}/ends`]),
    ])
    if (open.length > 0) return { missing: open }
    const spans = activity.periods.flatMap(({ starts, ends }) => (starts && ends ? [{ starts, ends }] : []))
    return { value: spans, at: ['/activity/periods'] }
  }
  const { starts, ends } = activity ?? {}
  if (starts && ends) return { value: [{ starts, ends }], at: ['/activity/starts', '/activity/ends'] }
  return { missing: [...(starts ? [] : ['/activity/starts']), ...(ends ? [] : ['/activity/ends'])] }
}

function measureOfActivity(
  of: 'periods' | 'activity-days' | 'activity-weeks' | 'activity-months',
  facts: Facts,
): Measured {
  const periods = periodsOf(facts)
  if (of === 'periods' && !facts.activity?.periods?.length && facts.activity) return exactly(1, '/activity')
  if ('missing' in periods) return missing(...periods.missing)
  const { value, at } = periods
  if (of === 'periods') return exactly(value.length, ...at)
  if (of === 'activity-months')
    return exactly(
      value.reduce((sum, span) => sum + monthsOf(span), 0),
      ...at,
    )
  const days = value.reduce((sum, { starts, ends }) => sum + Math.max(0, daysBetween(starts, ends) + 1), 0)
  return exactly(of === 'activity-days' ? days : days / 7, ...at)
}

/** Months from the first day to the end of the last; of a month that is not whole, its share of 31 days. */
function monthsOf({ starts, ends }: Span): number {
  const after = Temporal.PlainDate.from(ends).add({ days: 1 })
  const { months, days } = Temporal.PlainDate.from(starts).until(after, { largestUnit: 'months' })
  return Math.max(0, months + days / 31)
}

// Of what there is none, nothing has passed.
function between(from: DayFound, to: DayFound, count: (from: string, to: string) => number): Measured {
  const open = [from, to].flatMap((end) => ('missing' in end ? end.missing : []))
  if ('missing' in from || 'missing' in to) return missing(...open)
  if ('none' in from) return exactly(0, ...from.none)
  if ('none' in to) return exactly(0, ...to.none)
  return exactly(count(from.day, to.day), ...from.at, ...to.at)
}

function mapped(
  measured: Measured,
  change: (n: Decimal | number) => Decimal | number,
  ...at: string[]
): Measured {
  if ('missing' in measured) return measured
  return { low: change(measured.low), high: change(measured.high), at: [...measured.at, ...at] }
}
