/** What lines are multiplied by: heads, days, weeks, months; exact, or what is missing to count them. Pure. */
import type { Scope } from '../../evaluating/model.ts'
import type { Facts, Person } from '../../facts/model.ts'
import { destinationsOf, membersOf } from '../../finding/model.ts'
import type { Measured } from '../../comparing/model.ts'
import { measure } from '../../measuring/model.ts'
import type { AmountLine } from '../model.ts'
import { Money } from '../money/model.ts'

export type Known<T> = { value: T } | { missing: readonly string[] }
export type Unit = Extract<AmountLine, { kind: 'rate' }>['per']
export type Head = AmountLine['for_each']

/** How often a head counts: once, or the days, weeks … that it is there. */
export type Counted = { each: Money[]; heads: number }

/** The units of every head. A person who says when they are there is counted by their own days. */
export function countOf(unit: Unit, head: Head, facts: Facts, scope: Scope): Known<Counted> {
  const people = peopleOf(head, facts)
  if (people && isOfActivity(unit)) return countedByStay(people, unit, facts, scope)
  const [heads, units] = [headsOf(head, facts), unitsOf(unit, facts, scope)]
  const missing = [heads, units].flatMap((known) => ('missing' in known ? known.missing : []))
  if ('missing' in heads || 'missing' in units) return { missing }
  return { value: { each: Array.from({ length: heads.value }, () => units.value), heads: heads.value } }
}

/** How many of them there are; the application itself is one. */
export function headsOf(head: Head, facts: Facts): Known<number> {
  const members = {
    application: () => ({ value: [1] }),
    person: () => membersOf(facts, 'people'),
    participant: () => membersOf(facts, 'people', ['participant']),
    organisation: () => membersOf(facts, 'organisations'),
    leg: () => destinationsOf(facts),
  }[head]()
  return 'missing' in members ? { missing: [members.missing] } : { value: members.value.length }
}

/** The unit in which heads are counted. */
export const unitOfHead = {
  application: 'once',
  person: 'people',
  participant: 'participants',
  organisation: 'organisations',
  leg: 'legs',
} as const satisfies Record<Head, string>

function peopleOf(head: Head, facts: Facts): Known<Person[]> | undefined {
  if (head !== 'person' && head !== 'participant') return undefined
  const members = membersOf(facts, 'people', head === 'participant' ? ['participant'] : undefined)
  return 'missing' in members
    ? { missing: [members.missing] }
    : { value: members.value.map(({ item }) => item) }
}

const isOfActivity = (unit: Unit) =>
  unit === 'activity-days' || unit === 'activity-weeks' || unit === 'activity-months'

function countedByStay(people: Known<Person[]>, unit: Unit, facts: Facts, scope: Scope): Known<Counted> {
  if ('missing' in people) return people
  const each = people.value.map((person) => unitsOf(unit, duringStay(facts, person), scope))
  const missing = [...new Set(each.flatMap((known) => ('missing' in known ? known.missing : [])))]
  if (missing.length > 0) return { missing }
  return {
    value: {
      each: each.flatMap((known) => ('value' in known ? [known.value] : [])),
      heads: people.value.length,
    },
  }
}

function duringStay(facts: Facts, { stay }: Person): Facts {
  if (stay?.starts === undefined && stay?.ends === undefined) return facts
  const { periods: _, ...activity } = facts.activity ?? {}
  const starts = stay.starts ?? activity.starts
  const ends = stay.ends ?? activity.ends
  return { ...facts, activity: { ...activity, ...(starts && { starts }), ...(ends && { ends }) } }
}

// A stay of more than a hundred years, or so many children or kilometres, is a slip of the pen: nothing is worked out from it.
export const mostDays = 36_600
export const mostCounted = 100_000

/** A length or number as an exact decimal. */
export function unitsOf(unit: Unit, facts: Facts, scope: Scope): Known<Money> {
  if (unit === 'once') return { value: new Money(1) }
  if (unit === 'activity-weeks') return mapped(unitsOf('activity-days', facts, scope), (days) => days.div(7))
  if (unit === 'activity-months') {
    const days = unitsOf('activity-days', facts, scope)
    if ('missing' in days) return days
    // Months are counted with days of 1/31: whole again here, so that nothing floats.
    return mapped(exact(measure(unit, facts, scope)), (months) => months.times(31).round().div(31))
  }
  return exact(measure(unit, facts, scope))
}

function exact(measured: Measured): Known<Money> {
  if ('missing' in measured) return measured
  const number = new Money(measured.low)
  if (number.gt(mostDays)) return { missing: measured.at }
  return { value: Money.max(0, number) }
}

const mapped = <T, U>(known: Known<T>, change: (value: T) => U): Known<U> =>
  'missing' in known ? known : { value: change(known.value) }
