/** Which route a journey takes: a pair of single places goes before a pair of sets. Pure. */
import { anyOf, unknown, type Verdict } from '../answers/model.ts'
import type { PlaceFactName } from '../conditions/model.ts'
import type { Scope } from '../evaluating/model.ts'
import type { Facts, PlaceFact } from '../facts/model.ts'
import {
  citizenshipsOf,
  departureOf,
  destinationsOf,
  membersOf,
  residencesOf,
  type Sought,
} from '../finding/model.ts'
import { applicationDay } from '../moments/model.ts'
import type { Routes } from '../model.ts'
import { placeIn } from '../places/model.ts'

type Located = { place: PlaceFact; at: string }
type Line = Routes['table'][number]

/** The route that was found (null: none is), its two ends and where they were read; or what is missing. */
export type Routed =
  | { route: string | null; from: string; to: string; at: string[] }
  | { missing: readonly string[] }

/** The route to each destination, in order. */
export function routesOf(facts: Facts, scope: Scope): Routed[] {
  const { routes } = scope
  if (!routes) return []
  const ends = routes.to === 'destination' ? destinationsOf(facts) : placesOf('activity-place', facts, scope)
  if ('missing' in ends) return [{ missing: [ends.missing] }]
  return ends.value.map((end) => routeTo(end, routes, facts, scope))
}

function routeTo(to: Located, routes: Routes, facts: Facts, scope: Scope): Routed {
  // Where nobody may go from anywhere, it does not matter where they come from.
  if (isOut(to, routes, facts, scope)) return ended(otherwise(routes), firstKnown(routes, facts, scope), to)
  let seen: Located | undefined
  for (const fact of routes.from) {
    const starts = placesOf(fact, facts, scope)
    if ('missing' in starts) return { missing: [starts.missing] }
    // Of several passports one on a route is enough, unless the call counts the first alone.
    const counted =
      fact === 'citizenship' && routes.which !== 'first' ? starts.value : starts.value.slice(0, 1)
    seen ??= counted[0]
    const found = foundFrom(counted, to, routes, facts, scope)
    if (found) return found
    // Where routes begin, the journey took none of them: the passport does not make it another journey.
    const begun = anyOf(counted.map((from) => beginsRoute(from, routes, facts, scope)))
    if (begun.answer === 'unknown') return { missing: begun.hangs }
    if (begun.answer === 'pass') break
  }
  return ended(otherwise(routes), seen, to)
}

/** Of several passports on a route the one whose route goes first counts, in whatever order they are named. */
function foundFrom(
  starts: readonly Located[],
  to: Located,
  routes: Routes,
  facts: Facts,
  scope: Scope,
): Routed | undefined {
  const { table } = routes
  let best: { line: Line; from: Located } | undefined
  for (const from of starts) {
    const line = lineFor(from, to, routes, facts, scope)
    if (line === undefined) continue
    if ('missing' in line) return line
    if (!best || goesBefore(line, best.line, table)) best = { line, from }
  }
  return best && ended(best.line.id, best.from, to)
}

const goesBefore = (one: Line, other: Line, table: readonly Line[]) =>
  rankOf(one) === rankOf(other) ? table.indexOf(one) < table.indexOf(other) : rankOf(one) > rankOf(other)

const otherwise = ({ elsewhere }: Routes) => (elsewhere === 'refuse' ? null : elsewhere.as)

/** A place to name as the start of a journey that leads nowhere; there may be none yet. */
function firstKnown({ from }: Routes, facts: Facts, scope: Scope): Located | undefined {
  return from
    .flatMap((fact) => {
      const starts = placesOf(fact, facts, scope)
      return 'missing' in starts ? [] : starts.value
    })
    .find(({ place }) => place.country !== undefined)
}

function isOut(to: Located, { table }: Routes, facts: Facts, scope: Scope): boolean {
  const names = table.flatMap((line) => (line.both_ways ? [...line.from, ...line.to] : line.to))
  return placeIn(to.place, to.at, { names, on: applicationDay(facts, scope) }, scope).answer === 'fail'
}

/** Does any route begin there, wherever it leads? */
function beginsRoute(from: Located, { table }: Routes, facts: Facts, scope: Scope): Verdict {
  if (!from.place.country) return unknown([`${from.at}/country`])
  const names = table.flatMap((line) => (line.both_ways ? [...line.from, ...line.to] : line.from))
  return placeIn(from.place, from.at, { names, on: applicationDay(facts, scope) }, scope)
}

const ended = (route: string | null, from: Located | undefined, to: Located): Routed => ({
  route,
  from: from?.place.country ?? '',
  to: to.place.country ?? '',
  at: [...(from ? [from.at] : []), to.at],
})

function lineFor(
  from: Located,
  to: Located,
  { table }: Routes,
  facts: Facts,
  scope: Scope,
): Line | { missing: readonly string[] } | undefined {
  const on = applicationDay(facts, scope)
  const judged = table
    .map((line) => ({ line, verdict: liesOn(line, from, to, on, scope) }))
    .filter(({ verdict }) => verdict.answer !== 'fail')
    .toSorted((a, b) => rankOf(b.line) - rankOf(a.line))
  const [best] = judged
  if (!best) return undefined
  // What is not yet known may lead to another route, or to none.
  return best.verdict.answer === 'pass' ? best.line : { missing: best.verdict.hangs }
}

/** How many of its ends are named by single places. */
export const rankOf = ({ from, to }: Line) => [from, to].filter((names) => names.every(isSingle)).length

const isSingle = (name: string) => /^[A-Z]{2}/.test(name)

function liesOn(line: Line, from: Located, to: Located, on: string, scope: Scope): Verdict {
  const missing = [from, to].filter(({ place }) => !place.country).map(({ at }) => `${at}/country`)
  if (missing.length > 0) return unknown(missing)
  if (!line.within_country && from.place.country === to.place.country) return { answer: 'fail', hangs: [] }
  const there = bothIn(from, line.from, to, line.to, on, scope)
  if (there.answer === 'pass' || !line.both_ways) return there
  const back = bothIn(from, line.to, to, line.from, on, scope)
  return back.answer === 'fail' ? there : back
}

function bothIn(
  from: Located,
  starts: readonly string[],
  to: Located,
  ends: readonly string[],
  on: string,
  scope: Scope,
): Verdict {
  const start = placeIn(from.place, from.at, { names: starts, on }, scope)
  const end = placeIn(to.place, to.at, { names: ends, on }, scope)
  if (start.answer === 'fail') return start
  if (end.answer === 'fail' || start.answer === 'pass') return end
  return start
}

/** The places of a fact as the route asks for them: of the lead, of the seat that leads. */
function placesOf(fact: PlaceFactName, facts: Facts, scope: Scope): Sought<Located[]> {
  if (fact === 'departure') return departureOf(facts)
  if (fact === 'destination') return destinationsOf(facts)
  if (fact === 'activity-place') {
    const { places } = facts.activity ?? {}
    const at = '/activity/places'
    return places
      ? { value: places.map((place, index) => ({ place, at: `${at}/${index}` })), at }
      : { missing: at }
  }
  if (fact === 'seat') {
    const lead = leadOf(membersOf(facts, 'organisations'))
    if ('missing' in lead) return lead
    return only(lead.value?.item.seat, `${lead.value?.at ?? lead.at}/seat`)
  }
  const lead = leadOf(membersOf(facts, 'people'))
  if ('missing' in lead) return lead
  if (!lead.value) return { value: [], at: lead.at }
  const { item, at } = lead.value
  if (fact === 'citizenship') return citizenshipsOf(item, at)
  if (fact === 'residence') return residencesOf(item, at, applicationDay(facts, scope))
  return only(item.base, `${at}/base`)
}

const only = (place: PlaceFact | undefined, at: string): Sought<Located[]> =>
  place ? { value: [{ place, at }], at } : { missing: at }

type Listed<T> = { item: T; at: string }

function leadOf<T extends { as: string }>(
  members: Sought<Listed<T>[]>,
): { missing: string } | { value: Listed<T> | undefined; at: string } {
  if ('missing' in members) return members
  return { value: members.value.find(({ item }) => item.as === 'lead') ?? members.value[0], at: members.at }
}
