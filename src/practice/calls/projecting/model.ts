/** Who may apply to a call as far as passport and home decide, worked out from its gates for every country. Pure. */
import type { Condition, ConditionOf } from '../../rules/conditions/model.ts'
import type { SetsOf } from '../../rules/evaluating/model.ts'
import { type ApplicantShape, applicantShapes } from '../../rules/facts/model.ts'
import type { RuleBook, RuleOf } from '../../rules/model.ts'

/** What the portal says of who may apply, in the fields of an opportunity; nothing where no rule asks for a place. */
export type ProjectedWho = {
  anyone?: true
  citizenship?: string[]
  residence?: string[]
  base?: string[]
  eligible_basis?: 'citizenship-or-residence'
  eligible_countries?: string[]
  /** Places that are described and not listed. */
  eligible_regions?: string[]
}

/**
 * How somebody with this passport and this home stands to a rule. `free`: their places decide nothing of it. `maybe`: it
 * turns on more than their places.
 */
type Standing = 'yes' | 'no' | 'maybe' | 'free'

type Who = { citizenship: string; residence: string; shape: ApplicantShape }

type Scope = {
  book: RuleBook
  sets: SetsOf
  on: string
  several: boolean
  /** What named conditions have answered of this person: they may name one another many times over. */
  named: Map<string, Standing>
}

/** Works it out with the sets as they stand on a day. `unlisted` is what is said where no list of countries can say it. */
export function projectWho(
  book: RuleBook,
  sets: SetsOf,
  { on, countries, unlisted }: { on: string; countries: readonly string[]; unlisted: string },
): ProjectedWho {
  const gates = book.rules.filter((rule): rule is RuleOf<'gate'> => rule.kind === 'gate')
  const shapes = applicantShapes.filter((shape) => gates.every((gate) => allowsShape(gate, shape, book)))
  const scope = {
    book,
    sets,
    on,
    several: shapes.some((shape) => shape !== 'individual'),
    named: new Map<string, Standing>(),
  }
  const classes = classesOf(scope, countries)
  const stands = (citizenship: string, residence: string) =>
    best(shapes.map((shape) => ofGates(gates, { citizenship, residence, shape }, scope)))
  const heads = classes.map(([head]) => head ?? '')
  const table = heads.map((citizenship) => heads.map((residence) => stands(citizenship, residence)))
  return said(table, classes, { unlisted, base: asksOnlyBase(book) })
}

const rank: Record<Standing, number> = { no: 0, maybe: 1, yes: 2, free: 3 }
const best = (all: Standing[]): Standing => all.toSorted((one, other) => rank[other] - rank[one])[0] ?? 'free'

function ofGates(gates: RuleOf<'gate'>[], who: Who, scope: Scope): Standing {
  const own = { ...scope, named: new Map<string, Standing>() }
  return all(gates.map((gate) => ofGate(gate, who, own)))
}

function ofGate({ must, only_if }: RuleOf<'gate'>, who: Who, scope: Scope): Standing {
  const asked = only_if === undefined || isOfShape(only_if, who) ? 'yes' : standing(only_if, who, scope)
  if (asked === 'no') return 'free'
  const answer = standing(must, who, scope)
  return answer === 'no' && asked !== 'yes' ? 'maybe' : answer
}

// A rule for teams alone concerns every team, however many they are.
const isOfShape = (condition: Condition, { shape }: Who): boolean =>
  condition.test === 'shape' &&
  condition.among.some(
    (one) =>
      one.shape === shape &&
      one.people === undefined &&
      one.organisations === undefined &&
      one.formed === undefined,
  )

function all(parts: Standing[]): Standing {
  if (parts.includes('no')) return 'no'
  if (parts.includes('maybe')) return 'maybe'
  return parts.includes('yes') ? 'yes' : 'free'
}

function atLeast(n: number, parts: Standing[]): Standing {
  const count = (...names: Standing[]) => parts.filter((part) => names.includes(part)).length
  if (count('yes') >= n) return 'yes'
  if (count('free') === parts.length) return 'free'
  return count('yes', 'maybe', 'free') >= n ? 'maybe' : 'no'
}

const opposite: Record<Standing, Standing> = { yes: 'no', no: 'yes', maybe: 'maybe', free: 'free' }

function standing(condition: Condition, who: Who, scope: Scope): Standing {
  const of = (part: Condition) => standing(part, who, scope)
  if (condition.test === 'all') return all(condition.of.map(of))
  if (condition.test === 'any') return atLeast(1, condition.of.map(of))
  if (condition.test === 'at-least') return atLeast(condition.n, condition.of.map(of))
  if (condition.test === 'not') return opposite[of(condition.of)]
  if (condition.test === 'named') return ofNamed(condition.name, who, scope)
  if (condition.test === 'place') return ofPlace(condition, who, scope)
  if (condition.test === 'route') return ofRoute(condition, who, scope)
  if (condition.test === 'sides') return ofSides(condition, who, scope)
  if (condition.test === 'shape') return ofShape(condition, who)
  return 'free'
}

function ofNamed(name: string, who: Who, scope: Scope): Standing {
  const known = scope.named.get(name)
  if (known) return known
  const condition = scope.book.conditions[name]
  const answer = condition === undefined ? 'free' : standing(condition, who, scope)
  scope.named.set(name, answer)
  return answer
}

// Somebody alone is told no by a shape they do not have, which says nothing of their country.
const ofShape = ({ among }: ConditionOf<'shape'>, { shape }: Who): Standing =>
  among.some((allowed) => allowed.shape === shape) ? 'free' : 'no'

/** Where the fact of this name lies; undefined where it is none of theirs. */
function placeOf(of: string, who: Who): string | undefined {
  if (of === 'citizenship') return who.citizenship
  return of === 'residence' || of === 'base' || of === 'seat' || of === 'departure'
    ? who.residence
    : undefined
}

function ofPlace(condition: ConditionOf<'place'>, who: Who, scope: Scope): Standing {
  const place = placeOf(condition.of, who)
  if (place === undefined || (condition.as && !condition.as.includes('lead'))) return 'free'
  const isIn = includes(condition.in, place, scope)
  const isOut = condition.except ? includes(condition.except, place, scope) : 'no'
  const answer = all([isIn, opposite[isOut]])
  // Of several, somebody else may be the one from there.
  if (answer === 'no' && condition.whose === 'somebody' && scope.several) return 'maybe'
  return answer === 'yes' && condition.for_months !== undefined ? 'maybe' : answer
}

function ofRoute({ among }: ConditionOf<'route'>, who: Who, scope: Scope): Standing {
  const { routes } = scope.book
  const places = routes?.from.flatMap((of) => placeOf(of, who) ?? []) ?? []
  if (!routes || places.length === 0) return 'free'
  const { elsewhere } = routes
  if (elsewhere !== 'refuse' && (among === undefined || among.includes(elsewhere.as))) return 'free'
  const starts = routes.table
    .filter(({ id }) => among === undefined || among.includes(id))
    .flatMap(({ from, to, both_ways }) => (both_ways ? [from, to] : [from]))
  return atLeast(
    1,
    starts.flatMap((names) => places.map((place) => includes(names, place, scope))),
  )
}

function ofSides(condition: ConditionOf<'sides'>, who: Who, scope: Scope): Standing {
  if (condition.others === 'allowed') return 'free'
  const place = placeOf(condition.place, who)
  if (place === undefined || (condition.as && !condition.as.includes('lead'))) return 'free'
  return atLeast(
    1,
    condition.sides.map((side) => includes(side.in, place, scope)),
  )
}

/** Is this country in one of these places? `maybe` where only parts of it are. */
function includes(names: readonly string[], country: string, scope: Scope): Standing {
  const members = names.map((name) => membersOf(name, scope))
  if (members.some((places) => places === 'every' || places.has(country))) return 'yes'
  const isPart = (code: string) => code.startsWith(`${country}-`)
  return members.some((places) => places !== 'every' && [...places].some(isPart)) ? 'maybe' : 'no'
}

function membersOf(name: string, { book, sets, on }: Scope): ReadonlySet<string> | 'every' {
  if (name === '*') return 'every'
  if (/^[A-Z]{2}(-|$)/.test(name)) return new Set([name])
  const own = book.sets[name]
  return own ? new Set<string>(own.places) : (sets.membersOf(name, on) ?? new Set())
}

/** Does nothing in this gate forbid this shape of applicant? */
function allowsShape({ must, only_if }: RuleOf<'gate'>, shape: ApplicantShape, book: RuleBook): boolean {
  if (only_if !== undefined) return true
  const known = new Map<string, boolean>()
  const forbids = (condition: Condition): boolean => {
    if (condition.test === 'shape') return !condition.among.some((allowed) => allowed.shape === shape)
    if (condition.test === 'all') return condition.of.some(forbids)
    if (condition.test === 'any') return condition.of.every(forbids)
    if (condition.test !== 'named') return false
    const { name } = condition
    const named = book.conditions[name]
    const answer = known.get(name) ?? (named !== undefined && forbids(named))
    known.set(name, answer)
    return answer
  }
  return !forbids(must)
}

/** Countries that no place or set of the call tells apart stand alike: they are looked at once. */
function classesOf(scope: Scope, countries: readonly string[]): string[][] {
  const names = [...new Set(placesNamed(scope.book))]
  const signature = (country: string) => names.map((name) => includes([name], country, scope)).join()
  return [...Map.groupBy(countries, signature).values()]
}

function placesNamed({ rules, conditions, routes }: RuleBook): string[] {
  const within = (condition: Condition): string[] => {
    if (condition.test === 'all' || condition.test === 'any' || condition.test === 'at-least')
      return condition.of.flatMap(within)
    if (condition.test === 'not') return within(condition.of)
    if (condition.test === 'place') return [...condition.in, ...(condition.except ?? [])]
    return condition.test === 'sides' ? condition.sides.flatMap((side) => side.in) : []
  }
  const gates = rules.filter((rule) => rule.kind === 'gate')
  return [
    ...gates.flatMap(({ must, only_if }) => [must, ...(only_if ? [only_if] : [])]).flatMap(within),
    ...Object.values(conditions).flatMap(within),
    ...(routes?.table.flatMap(({ from, to }) => [...from, ...to]) ?? []),
  ]
}

/** Is every home the rules ask for the place where somebody works? */
function asksOnlyBase({ rules, conditions, routes }: RuleBook): boolean {
  const text = JSON.stringify([rules.filter((rule) => rule.kind === 'gate'), conditions, routes?.from ?? []])
  const asks = (...facts: string[]) => facts.some((fact) => text.includes(`"${fact}"`))
  return asks('base', 'seat') && !asks('residence')
}

type Table = Standing[][]

function said(
  table: Table,
  classes: string[][],
  { unlisted, base }: { unlisted: string; base: boolean },
): ProjectedWho {
  const every = table.flat()
  if (every.every((one) => one === 'free')) return {}
  const may = table.map((row) => row.map((one) => one === 'yes' || one === 'free'))
  if (may.flat().every(Boolean)) return { anyone: true }
  const places = (holds: (at: number) => boolean) =>
    classes
      .filter((_, at) => holds(at))
      .flat()
      .sort()
  const home = (at: (index: number) => boolean) => ({ [base ? 'base' : 'residence']: places(at) })
  if (!every.includes('maybe')) {
    const byCitizenship = (c: number) => may[c]?.every(Boolean) ?? false
    const byResidence = (r: number) => may.every((row) => row[r])
    const someCitizenship = (c: number) => may[c]?.some(Boolean) ?? false
    const someResidence = (r: number) => may.some((row) => row[r])
    const is = (test: (c: number, r: number) => boolean) =>
      may.every((row, c) => row.every((one, r) => one === test(c, r)))
    if (is((c) => byCitizenship(c))) return { citizenship: places(byCitizenship) }
    if (is((_, r) => byResidence(r))) return home(byResidence)
    if (is((c, r) => someCitizenship(c) && someResidence(r)))
      return { citizenship: places(someCitizenship), ...home(someResidence) }
    if (is((c, r) => byCitizenship(c) || byResidence(r)))
      return {
        citizenship: places(byCitizenship),
        ...home(byResidence),
        eligible_basis: 'citizenship-or-residence',
      }
  }
  return unclear(table, places, unlisted)
}

/** Where no plain test says it: a list whose members may apply, if that is never more than is true. */
function unclear(table: Table, places: (holds: (at: number) => boolean) => string[], unlisted: string) {
  const can = (one: Standing | undefined) => one !== undefined && one !== 'no'
  const isIn = (at: number) => can(best(table[at] ?? [])) || table.some((row) => can(row[at]))
  const isTrue = table.every((row, c) =>
    row.every((one, r) => {
      if (isIn(c) && isIn(r)) return one === 'yes' || one === 'free'
      return isIn(c) || isIn(r) || one === 'no'
    }),
  )
  return isTrue ? { eligible_countries: places(isIn) } : { eligible_regions: [unlisted] }
}
