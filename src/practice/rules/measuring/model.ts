/** Facts as numbers: ages, lengths, counts, shares, money; as far as they are known. Pure. */
import { Decimal } from 'decimal.js'
import type { ConditionOf, Moment, NumberFact } from '../conditions/model.ts'
import type { Scope } from '../evaluating/model.ts'
import type { Facts, Organisation, Person } from '../facts/model.ts'
import { destinationsOf, earliestOf, latestOf, membersOf } from '../finding/model.ts'

/** A number that lies between two, both counted, and where it was read; or what is missing to know it. */
export type Measured = { low: Decimal | number; high: Decimal | number; at: string[] } | { missing: string[] }

const exactly = (number: Decimal | number, ...at: string[]): Measured => ({ low: number, high: number, at })
const missing = (...at: string[]): Measured => ({ missing: at })

/** The day of a moment; or what is missing to know it. */
export function dayAt(moment: Moment, facts: Facts, scope: Scope): { day: string } | { missing: string } {
  if (typeof moment === 'object') return { day: moment.day }
  if (moment === 'application') return { day: applicationDay(facts, scope) }
  const journey = { 'travel-start': () => travelStart(facts), 'travel-end': () => travelEnd(facts) }
  const activity = {
    'activity-start': () =>
      known(facts.activity?.starts ?? facts.activity?.periods?.[0]?.starts, '/activity/starts'),
    'activity-end': () =>
      known(facts.activity?.ends ?? facts.activity?.periods?.at(-1)?.ends, '/activity/ends'),
  }
  if (moment === 'travel-start' || moment === 'travel-end') return journey[moment]()
  if (moment === 'activity-start' || moment === 'activity-end') return activity[moment]()
  const day = scope.moments[moment]
  return day ? { day } : { missing: `/${moment}` }
}

const known = (day: string | undefined, at: string) => (day === undefined ? { missing: at } : { day })

/** The day of application where days of the call are counted. */
export function applicationDay(facts: Facts, scope: Scope): string {
  if (facts.submitted_at === undefined) return dayIn(scope.now, scope)
  return dayIn(Temporal.Instant.from(facts.submitted_at), scope)
}

const dayIn = (moment: Temporal.Instant, { zone }: Scope) =>
  moment.toZonedDateTimeISO(zone).toPlainDate().toString()

const travelStart = ({ legs }: Facts) => known(legs?.[0]?.departs, legs?.length ? '/legs/0/departs' : '/legs')
function travelEnd({ legs }: Facts) {
  const last = legs?.at(-1)
  return known(last?.arrives ?? last?.departs, legs?.length ? `/legs/${legs.length - 1}/arrives` : '/legs')
}

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

/** Whole years from one day to another, as birthdays count them: one of 29 February is on 1 March. */
export function wholeYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return Math.max(0, to.slice(5) < from.slice(5) ? years - 1 : years)
}

/** Whole days from one day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)

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
      return countedPlaces(
        facts,
        ({ country, city }) => (country && city ? `${country} ${city}` : undefined),
        'city',
      )
    case 'countries':
      return countedPlaces(facts, ({ country }) => country, 'country')
    case 'periods':
    case 'activity-days':
    case 'activity-weeks':
    case 'activity-months':
      return measureOfActivity(of, facts)
    case 'travel-days':
      return between(travelStart(facts), travelEnd(facts), (from, to) => daysBetween(from, to) + 1)
    case 'lead-days':
    case 'lead-weeks':
      return between(
        { day: applicationDay(facts, scope) },
        dayAt('activity-start', facts, scope),
        (from, to) => (of === 'lead-days' ? daysBetween(from, to) : daysBetween(from, to) / 7),
      )
    case 'travel-lead-days':
      return between({ day: applicationDay(facts, scope) }, travelStart(facts), daysBetween)
    case 'share-at-host': {
      const [there, all] = [facts.activity?.days_at_host, measureOfActivity('activity-days', facts)]
      if (there === undefined) return missing('/activity/days_at_host')
      return mapped(
        all,
        (days) => (Number(days) === 0 ? 0 : (there / Number(days)) * 100),
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

function countedPlaces(
  facts: Facts,
  keyOf: (place: { country?: string | undefined; city?: string | undefined }) => string | undefined,
  lacking: string,
): Measured {
  const found = destinationsOf(facts)
  if ('missing' in found) return missing(found.missing)
  const open = found.value.filter(({ place }) => keyOf(place) === undefined)
  const different = new Set(found.value.flatMap(({ place }) => keyOf(place) ?? [])).size
  if (open.length > 0) return missing(...open.map(({ at }) => `${at}/${lacking}`))
  return exactly(different, found.at)
}

type Span = { starts: string; ends: string }

/** The stretches of the activity; one, where it is not said to be several. */
export function periodsOf({ activity }: Facts): { value: Span[]; at: string[] } | { missing: string[] } {
  if (activity?.periods) {
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
  if (of === 'periods' && !facts.activity?.periods && facts.activity) return exactly(1, '/activity')
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

function between(
  from: { day: string } | { missing: string },
  to: { day: string } | { missing: string },
  count: (from: string, to: string) => number,
): Measured {
  const open = [from, to].flatMap((end) => ('missing' in end ? [end.missing] : []))
  if ('missing' in from || 'missing' in to) return missing(...open)
  return exactly(count(from.day, to.day))
}

function mapped(
  measured: Measured,
  change: (n: Decimal | number) => Decimal | number,
  ...at: string[]
): Measured {
  if ('missing' in measured) return measured
  return { low: change(measured.low), high: change(measured.high), at: [...measured.at, ...at] }
}

type MoneyFact = Extract<
  OfApplication,
  | 'requested'
  | 'total-cost'
  | 'own-funding'
  | 'other-funding'
  | 'partners-funding'
  | 'requested-share'
  | 'own-funding-share'
  | 'other-funding-share'
>

function measureOfMoney(of: MoneyFact, facts: Facts, category: string | undefined): Measured {
  if (of === 'requested-share' || of === 'own-funding-share' || of === 'other-funding-share')
    return shareOf(
      measureOfMoney(
        (
          {
            'requested-share': 'requested',
            'own-funding-share': 'own-funding',
            'other-funding-share': 'other-funding',
          } as const
        )[of],
        facts,
        category,
      ),
      costsOf(facts),
    )
  if (of === 'requested') {
    const requested = facts.budget?.requested
    return requested === undefined
      ? missing('/budget/requested')
      : exactly(new Decimal(requested), '/budget/requested')
  }
  if (of === 'total-cost') return costsOf(facts, category === undefined ? undefined : [category])
  return fundingOf(facts, of)
}

/** The costs of the budget, of these categories or of all. */
export function costsOf(facts: Facts, categories?: readonly string[]): Measured {
  const lines = facts.budget?.lines
  if (!lines) return missing('/budget/lines')
  const chosen = lines.flatMap(({ category, amount }, at) =>
    categories && !categories.includes(category) ? [] : [{ amount, at: `/budget/lines/${at}/amount` }],
  )
  return summed(chosen, '/budget/lines')
}

const sources: Record<'own-funding' | 'other-funding' | 'partners-funding', readonly string[]> = {
  'own-funding': ['own'],
  'other-funding': ['partner', 'host', 'public', 'private', 'other'],
  'partners-funding': ['partner', 'host'],
}

function fundingOf(facts: Facts, of: keyof typeof sources): Measured {
  const funding = facts.budget?.funding
  if (!funding) return missing('/budget/funding')
  const chosen = funding.flatMap(({ from, amount }, at) =>
    sources[of].includes(from) ? [{ amount, at: `/budget/funding/${at}/amount` }] : [],
  )
  return summed(chosen, '/budget/funding')
}

function summed(amounts: { amount: string | undefined; at: string }[], list: string): Measured {
  const open = amounts.filter(({ amount }) => amount === undefined)
  if (open.length > 0) return missing(...open.map(({ at }) => at))
  return exactly(
    amounts.reduce((sum, { amount }) => sum.plus(amount ?? 0), new Decimal(0)),
    list,
  )
}

function shareOf(part: Measured, whole: Measured): Measured {
  const open = [part, whole].flatMap((each) => ('missing' in each ? each.missing : []))
  if ('missing' in part || 'missing' in whole) return missing(...open)
  const all = new Decimal(whole.low)
  const share = all.isZero() ? new Decimal(0) : new Decimal(part.low).times(100).div(all)
  return exactly(share, ...part.at, ...whole.at)
}
