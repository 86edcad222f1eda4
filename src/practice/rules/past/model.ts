/** What the applicant did before, as conditions ask for it. Pure. */
import { allOf, fail, pass, unknown, type Verdict } from '../answers/model.ts'
import { countWithin } from '../comparing/model.ts'
import type { ConditionOf } from '../conditions/model.ts'
import type { Facts } from '../facts/model.ts'
import { destinationsOf, earliestOf, latestOf, membersOf } from '../finding/model.ts'

type Earlier = NonNullable<NonNullable<Facts['history']>['applications']>[number]

/** How many earlier applications or awards there are of the kind a condition names. */
export function earlierOf(condition: ConditionOf<'history'>, { history }: Facts): Verdict {
  const list = '/history/applications'
  if (!history?.applications) return unknown([list])
  const verdicts = history.applications.map((one, at) => countsAs(one, `${list}/${at}`, condition))
  // Without bounds of its own a condition means: none.
  const range =
    condition.from === undefined && condition.to === undefined
      ? { to: 0 }
      : { from: condition.from, to: condition.to }
  return countWithin(verdicts, range, list)
}

function countsAs(
  { scheme, edition, result, on }: Earlier,
  at: string,
  condition: ConditionOf<'history'>,
): Verdict {
  const no = fail([at])
  if (condition.scheme !== undefined && scheme !== condition.scheme) return no
  if (condition.except_schemes?.includes(scheme)) return no
  const open: string[] = []
  if (condition.of === 'awards') {
    if (result === undefined) open.push(`${at}/result`)
    else if (result !== 'awarded') return no
  }
  if (condition.editions) {
    if (edition === undefined) open.push(`${at}/edition`)
    else if (!condition.editions.includes(edition)) return no
  }
  if (condition.since !== undefined) {
    if (on === undefined) open.push(`${at}/on`)
    else if (latestOf(on) < condition.since) return no
    else if (earliestOf(on) < condition.since) open.push(`${at}/on`)
  }
  return open.length > 0 ? unknown(open) : pass([at])
}

/** Was nobody there before, or did they never work with that partner? */
export function firstTime({ of }: ConditionOf<'first-time'>, facts: Facts): Verdict {
  return of === 'destination' ? firstVisit(facts) : firstWork(facts)
}

function firstVisit(facts: Facts): Verdict {
  const list = '/history/visits'
  const destinations = destinationsOf(facts)
  if ('missing' in destinations) return unknown([destinations.missing])
  const visits = facts.history?.visits
  if (!visits) return unknown([list])
  const been = new Set(visits.map(({ country }) => country))
  return allOf(
    destinations.value.map(({ place: { country }, at }) => {
      if (!country) return unknown([`${at}/country`])
      const found = { kind: 'places', places: [country] } as const
      return been.has(country) ? fail([list, at], found) : pass([list, at], found)
    }),
  )
}

function firstWork(facts: Facts): Verdict {
  const list = '/history/partners'
  const partners = membersOf(facts, 'organisations', ['partner', 'host'])
  if ('missing' in partners) return unknown([partners.missing])
  const earlier = facts.history?.partners
  if (!earlier) return unknown([list])
  const known = new Set(earlier.map(({ partner }) => partner))
  return allOf(
    partners.value.map(({ item: { id }, at }) => {
      if (id === undefined) return unknown([`${at}/id`])
      return known.has(id) ? fail([list, at]) : pass([list, at])
    }),
  )
}
