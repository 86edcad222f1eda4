/** Names that conditions use: sets, terms, questions, routes, other conditions; each must be one that somebody knows. Pure. */
import type { Fault } from '../../../../platform/index.ts'
import type { ConditionOf, Moment, TermFact } from '../../conditions/model.ts'
import type { SetsOf } from '../../evaluating/model.ts'
import { faultOfExpression } from '../../expressions/model.ts'
import type { RuleBook } from '../../model.ts'
import { allWithin, type Placed } from '../walking/model.ts'

export type AskedQuestion = {
  id: string
  kind: 'yes-no' | 'number' | 'choice' | 'choices' | 'day' | 'text'
  options?: readonly { id: string }[] | undefined
}

/** What a rule book may name. */
export type Names = {
  /** Country sets of the house. */
  sets: SetsOf
  questions: readonly AskedQuestion[]
  /** Terms of the house's vocabularies and of the call's own; absent, terms are not looked at. */
  terms?: ReadonlySet<string>
  /** Codes of countries; absent, codes are not looked at. */
  countries?: ReadonlySet<string>
}

/** Names in one condition that nobody knows, or that cannot be used so. */
export function faultsOfNames({ condition, at }: Placed, book: RuleBook, names: Names): Fault[] {
  switch (condition.test) {
    case 'place':
      return [
        ...faultsOfPlaces(condition.in, `${at}.in`, dayOf(condition.on, book), book, names),
        ...faultsOfPlaces(condition.except ?? [], `${at}.except`, dayOf(condition.on, book), book, names),
        ...faultsOfMoment(condition.on, `${at}.on`, book),
        ...(condition.for_months !== undefined && condition.of !== 'residence'
          ? [fault(`${at}.for_months`, condition.for_months, 'is asked of a residence alone')]
          : []),
      ]
    case 'sides':
      return condition.sides.flatMap(({ in: places }, index) =>
        faultsOfPlaces(places, `${at}.sides.${index}.in`, book.dates.opens.day, book, names),
      )
    case 'number':
      return faultsOfMoment(condition.at, `${at}.at`, book)
    case 'route':
      return faultsOfRoutes(condition, at, book)
    case 'term':
      return faultsOfTerms(condition, at, names)
    case 'answer':
      return faultsOfAnswer(condition, at, names)
    case 'named':
      return Object.hasOwn(book.conditions, condition.name)
        ? []
        : [fault(`${at}.name`, condition.name, 'is no condition of this call')]
    case 'expression': {
      const reason = faultOfExpression(condition.cel, new Set(names.questions.map(({ id }) => id)))
      return reason === undefined ? [] : [fault(`${at}.cel`, condition.cel, reason)]
    }
    default:
      return []
  }
}

const fault = (field: string, value: unknown, reason: string): Fault => ({ field, value, reason })

// What is asked at the moment of somebody's application is looked at when the call opens.
const dayOf = (moment: Moment, { dates }: RuleBook) =>
  typeof moment === 'object' ? moment.day : dates.opens.day

/** Places and sets that nobody knows, or in which there is nobody on that day. */
export function faultsOfPlaces(
  places: readonly string[],
  at: string,
  day: string,
  book: RuleBook,
  { sets, countries }: Pick<Names, 'sets' | 'countries'>,
): Fault[] {
  return places.flatMap((name, index) => {
    const field = `${at}.${index}`
    if (name === '*' || Object.hasOwn(book.sets, name)) return []
    if (/^[A-Z]/.test(name))
      return countries && !countries.has(name.slice(0, 2))
        ? [fault(field, name, 'is a country nobody knows')]
        : []
    const members = sets.membersOf(name, day)
    if (!members) return [fault(field, name, 'is no country set of the house, and none of this call')]
    return members.size > 0
      ? []
      : [
          fault(
            field,
            name,
            `is a country set with no country in it on ${day}: it is retired, or not yet in force`,
          ),
        ]
  })
}

function faultsOfMoment(moment: Moment, at: string, { dates }: RuleBook): Fault[] {
  const hasClosing = dates.closes ?? dates.rounds ?? dates.cut_offs
  if (moment === 'closing' && !hasClosing) return [fault(at, moment, 'is a day this call does not have')]
  const hasDecision = dates.decides ?? dates.rounds?.every(({ decides }) => decides) ?? dates.cut_offs
  if (moment === 'decision' && !hasDecision) return [fault(at, moment, 'is a day this call does not have')]
  return []
}

function faultsOfRoutes({ among }: ConditionOf<'route'>, at: string, book: RuleBook): Fault[] {
  if (!book.routes) return [fault(at, 'route', 'asks for a route, and this call has none')]
  return (among ?? []).flatMap((id, index) =>
    routesKnown(book).has(id) ? [] : [fault(`${at}.among.${index}`, id, 'is no route of this call')],
  )
}

/** The routes of a call, and what a journey counts as where none is found. */
export function routesKnown({ routes }: RuleBook): ReadonlySet<string> {
  const elsewhere = routes && routes.elsewhere !== 'refuse' ? [routes.elsewhere.as] : []
  return new Set([...(routes?.table ?? []).map(({ id }) => id), ...elsewhere])
}

const modes = new Set(['air', 'rail', 'road', 'sea'])
// Languages are tags of BCP 47; the others are whatever a call's own words name.
const inVocabularies: readonly TermFact[] = [
  'discipline',
  'organisation-discipline',
  'activity-kind',
  'document',
]

function faultsOfTerms(condition: ConditionOf<'term'>, at: string, { terms }: Names): Fault[] {
  const known =
    condition.of === 'travel-mode' ? modes : inVocabularies.includes(condition.of) ? terms : undefined
  if (!known) return []
  return condition.in.flatMap((term, index) =>
    known.has(term) ? [] : [fault(`${at}.in.${index}`, term, `is no ${condition.of} that anybody knows`)],
  )
}

function faultsOfAnswer(condition: ConditionOf<'answer'>, at: string, { questions }: Names): Fault[] {
  const { question: id, is, in: allowed, from, to } = condition
  const question = questions.find((one) => one.id === id)
  if (!question) return [fault(`${at}.question`, id, 'is no question of this call')]
  const { kind, options } = question
  const unfit = (field: string, value: unknown) =>
    fault(`${at}.${field}`, value, `cannot be asked of ${id}: it is a ${kind} question`)
  const asked = [is, allowed, from, to].some((one) => one !== undefined)
  return [
    ...(asked ? [] : [fault(at, id, 'does not say which answer holds')]),
    ...(is !== undefined && kind !== 'yes-no' ? [unfit('is', is)] : []),
    ...((from !== undefined || to !== undefined) && kind !== 'number' ? [unfit('from', from ?? to)] : []),
    ...(allowed && (kind === 'yes-no' || kind === 'number') ? [unfit('in', allowed)] : []),
    ...(options && allowed
      ? allowed.flatMap((one, index) =>
          options.some((option) => option.id === one)
            ? []
            : [fault(`${at}.in.${index}`, one, `is no option of ${id}`)],
        )
      : []),
  ]
}

/** Named conditions that come back to themselves. */
export function faultsOfCircles({ conditions }: RuleBook): Fault[] {
  const asks = new Map(
    Object.entries(conditions).map(([name, condition]) => [name, namesIn({ condition, at: '', depth: 1 })]),
  )
  return [...asks.keys()].flatMap((name) => {
    const circle = wayBack(name, asks)
    return circle
      ? [fault(`conditions.${name}`, name, `goes round in a circle: ${[name, ...circle].join(' → ')}`)]
      : []
  })
}

const namesIn = (placed: Placed): string[] =>
  allWithin(placed).flatMap(({ condition }) => (condition.test === 'named' ? [condition.name] : []))

/** The way from a name back to itself, each name looked at once. */
function wayBack(start: string, asks: ReadonlyMap<string, string[]>): string[] | undefined {
  const seen = new Set<string>()
  const follow = (name: string): string[] | undefined => {
    for (const next of asks.get(name) ?? []) {
      if (next === start) return [next]
      if (seen.has(next)) continue
      seen.add(next)
      const rest = follow(next)
      if (rest) return [next, ...rest]
    }
    return undefined
  }
  return follow(start)
}
