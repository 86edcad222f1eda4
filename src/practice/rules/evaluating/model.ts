/** Answers conditions from facts: pass, fail or not yet known, and on which facts that hangs. Pure. */
import { allOf, anyOf, atLeast, fail, not, pass, unknown, type Verdict } from '../answers/model.ts'
import { countWithin, within } from '../comparing/model.ts'
import type { Condition, ConditionOf, Moment } from '../conditions/model.ts'
import { costsAllowed, costShare, moneyFromEach } from '../costs/model.ts'
import { evaluateExpression } from '../expressions/model.ts'
import type { Facts, PlaceFact } from '../facts/model.ts'
import { membersOf, overMembers, overPlaces } from '../finding/model.ts'
import { lived } from '../living/model.ts'
import { measure, measureOfOrganisation, measureOfPerson } from '../measuring/model.ts'
import { applicationDay, dayAt, type DayFound } from '../moments/model.ts'
import type { Routes } from '../model.ts'
import { earlierOf, firstTime } from '../past/model.ts'
import { placeIn, sameCountry } from '../places/model.ts'
import { routesOf } from '../routing/model.ts'
import { isSaid, termsOf } from '../saying/model.ts'
import { shapeOf } from '../shaping/model.ts'

/** Named sets of countries and parts of countries, as they stood on a day. */
export type SetsOf = {
  /** The members of a set on a day (ISO date): country codes and codes of parts; undefined for a set nobody knows. */
  membersOf(set: string, on: string): ReadonlySet<string> | undefined
}

/** All that conditions are answered by besides the facts. */
export type Scope = {
  now: Temporal.Instant
  /** IANA zone in which days of the call are counted. */
  zone: string
  sets: SetsOf
  routes: Routes | null
  conditions: Readonly<Record<string, Condition>>
  /** Days of the call itself; null where it has none. */
  moments: Readonly<Record<Extract<Moment, string>, string | null>>
}

/** Answers one condition. Filling in what is not yet known never changes a pass or a fail. */
export function evaluate(condition: Condition, facts: Facts, scope: Scope): Verdict {
  const each = (of: readonly Condition[]) => of.map((one) => evaluate(one, facts, scope))
  switch (condition.test) {
    case 'all':
      return allOf(each(condition.of))
    case 'any':
      return anyOf(each(condition.of))
    case 'at-least':
      return atLeast(condition.n, each(condition.of))
    case 'not':
      return not(evaluate(condition.of, facts, scope))
    case 'named':
      return namedHolds(condition, facts, scope)
    case 'count':
      return countHolds(condition, facts, scope)
    case 'sides':
      return sidesHold(condition, facts, scope)
    case 'place':
      return placeHolds(condition, facts, scope)
    case 'same-country':
      return sameCountryHolds(condition, facts, scope)
    case 'route':
      return routeHolds(condition, facts, scope)
    case 'number':
      return numberHolds(condition, facts, scope)
    case 'within':
      return withinDays(condition, facts, scope)
    case 'expression':
      return evaluateExpression(condition.cel, facts, scope)
    default:
      return saidHolds(condition, facts)
  }
}

type Said = ConditionOf<
  'shape' | 'term' | 'is' | 'history' | 'first-time' | 'costs' | 'cost-share' | 'money-from-each' | 'answer'
>

/** What the facts alone say, wherever and whenever one asks. */
function saidHolds(condition: Said, facts: Facts): Verdict {
  switch (condition.test) {
    case 'shape':
      return anyOf(condition.among.map((shape) => shapeOf(shape, facts)))
    case 'term':
      return termHolds(condition, facts)
    case 'is':
      return isSaid(condition, facts)
    case 'history':
      return earlierOf(condition, facts)
    case 'first-time':
      return firstTime(condition, facts)
    case 'costs':
      return costsAllowed(condition, facts)
    case 'cost-share':
      return costShare(condition, facts)
    case 'money-from-each':
      return moneyFromEach(condition, facts)
    default:
      return answerHolds(condition, facts)
  }
}

// Circles and names nobody gave are refused where calls come in.
function namedHolds({ name }: ConditionOf<'named'>, facts: Facts, scope: Scope): Verdict {
  const condition = Object.hasOwn(scope.conditions, name) ? scope.conditions[name] : undefined
  return condition ? evaluate(condition, facts, scope) : unknown([])
}

function sameCountryHolds({ one, other }: ConditionOf<'same-country'>, facts: Facts, scope: Scope): Verdict {
  const on = applicationDay(facts, scope)
  return overPlaces(facts, one, on, (place, at) =>
    overPlaces(facts, other, on, (second, secondAt) => sameCountry(place, at, second, secondAt)),
  )
}

function placeHolds(condition: ConditionOf<'place'>, facts: Facts, scope: Scope): Verdict {
  const asked = dayAt(condition.on, facts, scope)
  if (!('day' in asked)) return withoutDay(asked)
  const { in: names, except, for_months: months } = condition
  const holds = overPlaces(facts, condition, asked.day, (place, at) => {
    const isIn = (one: PlaceFact, oneAt: string) =>
      placeIn(one, oneAt, { names, except, on: asked.day }, scope)
    const inside = isIn(place, at)
    if (months === undefined || inside.answer === 'fail') return inside
    const since = lived(facts, at, asked.day, months, isIn)
    return since.answer === 'pass' ? inside : inside.answer === 'unknown' ? allOf([inside, since]) : since
  })
  return holds
}

/** Where there is no such day, nothing holds on it. */
const withoutDay = (found: Exclude<DayFound, { day: string }>): Verdict =>
  'missing' in found ? unknown(found.missing) : fail(found.none)

function routeHolds({ among }: ConditionOf<'route'>, facts: Facts, scope: Scope): Verdict {
  const routed = routesOf(facts, scope)
  if (routed.length === 0) return fail(['/legs'])
  return allOf(
    routed.map((one) => {
      if ('missing' in one) return unknown(one.missing)
      const { route, from, to, at } = one
      // Of a journey that leads nowhere the start need not be known.
      const found = from === '' ? undefined : ({ kind: 'route', route, from, to } as const)
      return route !== null && (!among || among.includes(route)) ? pass(at, found) : fail(at, found)
    }),
  )
}

function numberHolds(condition: ConditionOf<'number'>, facts: Facts, scope: Scope): Verdict {
  const { of, whose, as } = condition
  const ofSomebody = of === 'age' || of === 'years-of-practice' || of === 'years-of-residence'
  if (!ofSomebody && of !== 'years-since-founding')
    return within(measure(of, facts, scope, condition), condition)
  const asked = dayAt(condition.at, facts, scope)
  if (!('day' in asked)) return withoutDay(asked)
  return ofSomebody
    ? overMembers(membersOf(facts, 'people', as), whose, (person, at) =>
        within(measureOfPerson(of, person, at, asked.day), condition),
      )
    : overMembers(membersOf(facts, 'organisations', as), whose, (organisation, at) =>
        within(measureOfOrganisation(organisation, at, asked.day), condition),
      )
}

function termHolds(condition: ConditionOf<'term'>, facts: Facts): Verdict {
  return termsOf(condition, facts, (terms, at) => {
    const isIn = (term: string) => condition.in.some((one) => isTerm(term, one, condition.of))
    const inside = terms.filter(isIn)
    const others = terms.filter((one) => !isIn(one))
    const ok =
      condition.which === 'any'
        ? inside.length > 0
        : condition.which === 'every'
          ? terms.length > 0 && others.length === 0
          : inside.length > 0 && inside[0] === terms[0]
    return ok ? pass([at], { kind: 'terms', terms: inside }) : fail([at], { kind: 'terms', terms: others })
  })
}

// English is asked for, and British English is English (BCP 47).
const isTerm = (term: string, asked: string, of: ConditionOf<'term'>['of']) =>
  term === asked || (of === 'language' && term.startsWith(`${asked}-`))

function withinDays({ of, from, to }: ConditionOf<'within'>, facts: Facts, scope: Scope): Verdict {
  const days =
    of === 'activity'
      ? activityDays(facts)
      : [dayAt('travel-start', facts, scope), dayAt('travel-end', facts, scope)]
  return allOf(
    days.map((one) => {
      if (!('day' in one)) return withoutDay(one)
      const found = { kind: 'day', day: one.day } as const
      const out = (from !== undefined && one.day < from) || (to !== undefined && one.day > to)
      return out ? fail(one.at, found) : pass(one.at, found)
    }),
  )
}

/** Each end of each period; one that is known may be out already. */
function activityDays({ activity }: Facts): DayFound[] {
  const at = '/activity'
  const periods = activity?.periods?.map((period, index) => ({ period, at: `${at}/periods/${index}` }))
  const listed = periods?.length ? periods : [{ period: activity ?? {}, at }]
  return listed.flatMap(({ period, at }) =>
    (['starts', 'ends'] as const).map((end): DayFound => {
      const day = period[end]
      return day === undefined ? { missing: [`${at}/${end}`] } : { day, at: [`${at}/${end}`] }
    }),
  )
}

function sidesHold(condition: ConditionOf<'sides'>, facts: Facts, scope: Scope): Verdict {
  const { of, as, place, sides, others } = condition
  const on = applicationDay(facts, scope)
  const members = of === 'people' ? membersOf(facts, 'people', as) : membersOf(facts, 'organisations', as)
  if ('missing' in members) return unknown([members.missing])
  const onSide = (names: readonly string[]) =>
    members.value.map(({ at }) =>
      alone(facts, of, at, (one) =>
        overPlaces(one, { of: place, whose: 'everybody', which: 'any' }, on, (where, whereAt) =>
          placeIn(where, whereAt, { names, on }, scope),
        ),
      ),
    )
  const each = sides.map(({ in: names, from, to }) =>
    countWithin(onSide(names), { from: from ?? 1, to }, members.at),
  )
  const somewhere = others === 'none' ? onSide(sides.flatMap(({ in: names }) => names)) : []
  return allOf([...each, ...somewhere])
}

function countHolds(condition: ConditionOf<'count'>, facts: Facts, scope: Scope): Verdict {
  const { of, as, where, from, to } = condition
  const members = of === 'people' ? membersOf(facts, 'people', as) : membersOf(facts, 'organisations', as)
  if ('missing' in members) return unknown([members.missing])
  const verdicts = members.value.map(({ at }) => alone(facts, of, at, (one) => evaluate(where, one, scope)))
  return countWithin(verdicts, { from, to }, members.at)
}

/** Asks with one member of a list as if there were no other, and names facts as they stand in the whole. */
function alone(
  facts: Facts,
  list: 'people' | 'organisations',
  at: string,
  judge: (facts: Facts) => Verdict,
): Verdict {
  const index = Number(at.slice(list.length + 2))
  const one =
    list === 'people'
      ? { ...facts, people: facts.people?.slice(index, index + 1) }
      : { ...facts, organisations: facts.organisations?.slice(index, index + 1) }
  const verdict = judge(one)
  const inWhole = (pointer: string) =>
    pointer.startsWith(`/${list}/0`) ? `${at}${pointer.slice(list.length + 3)}` : pointer
  return { ...verdict, hangs: verdict.hangs.map(inWhole) }
}

function answerHolds(condition: ConditionOf<'answer'>, { answers }: Facts): Verdict {
  const at = `/answers/${condition.question}`
  const given =
    answers && Object.hasOwn(answers, condition.question) ? answers[condition.question] : undefined
  if (given === undefined) return unknown([at])
  const verdicts: Verdict[] = []
  const judge = (holds: boolean) => verdicts.push(holds ? pass([at]) : fail([at]))
  if (condition.is !== undefined) judge(given === condition.is)
  if (condition.in) {
    const { in: allowed } = condition
    const said = Array.isArray(given) ? given : [String(given)]
    judge(said.length > 0 && said.every((one) => allowed.includes(one)))
  }
  if (condition.from !== undefined || condition.to !== undefined) {
    const number = typeof given === 'number' ? given : Number(given)
    if (typeof given === 'boolean' || Number.isNaN(number)) verdicts.push(fail([at]))
    else verdicts.push(within({ low: number, high: number, at: [at] }, condition))
  }
  return allOf(verdicts)
}
