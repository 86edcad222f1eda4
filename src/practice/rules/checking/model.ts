/** What is wrong with a rule book, before anybody is asked anything. Pure. */
import type { Fault } from '../../../platform/index.ts'
import { faultsOfAmount } from '../amounts/checking/model.ts'
import type { RuleBook, RuleOf } from '../model.ts'
import { faultsOfDates } from '../timing/checking/model.ts'
import { faultsOfAmbiguity } from './ambiguous/model.ts'
import { faultsOfContradictions } from './contradicting/model.ts'
import {
  type AskedQuestion,
  faultsOfCircles,
  faultsOfNames,
  faultsOfPlaces,
  type Names,
  routesKnown,
} from './naming/model.ts'
import { faultsOfSize, faultsOfWork } from './size/model.ts'
import { allWithin, rootsOf } from './walking/model.ts'

export type { Names } from './naming/model.ts'

/** Every fault of a rule book, each with its place in the file (`rules.2.must.of.0.in.1`). */
export function faultsOfBook(book: RuleBook, names: Names): Fault[] {
  const roots = rootsOf(book)
  // First, so that a file made to be too much is never walked through whole.
  const tooMuch = faultsOfSize(roots)
  if (tooMuch.length > 0) return tooMuch
  const circles = faultsOfCircles(book)
  if (circles.length > 0) return circles
  const work = faultsOfWork(book, roots)
  if (work.length > 0) return work
  const named = roots.flatMap(allWithin).flatMap((placed) => faultsOfNames(placed, book, names))
  const membersOf = membersAtOpening(book, names)
  return [
    ...faultsOfDates(book.dates),
    ...named,
    ...faultsOfSets(book, names),
    ...faultsOfTable(book, names),
    ...faultsOfAmounts(book, names),
    ...faultsOfIds(book),
    ...book.rules.flatMap((rule, index) =>
      rule.kind === 'quota' ? faultsOfQuota(rule, `rules.${index}`) : [],
    ),
    ...faultsOfContradictions(book, roots, membersOf),
    ...faultsOfAmbiguity(book, membersOf),
  ]
}

const fault = (field: string, value: unknown, reason: string): Fault => ({ field, value, reason })

function membersAtOpening({ sets: own, dates }: RuleBook, { sets }: Names) {
  return (name: string): ReadonlySet<string> =>
    new Set(Object.hasOwn(own, name) ? own[name]?.places : sets.membersOf(name, dates.opens.day))
}

function faultsOfSets({ sets }: RuleBook, { countries }: Names): Fault[] {
  if (!countries) return []
  return Object.entries(sets).flatMap(([id, { places }]) =>
    places.flatMap((place, index) =>
      countries.has(place.slice(0, 2))
        ? []
        : [fault(`sets.${id}.places.${index}`, place, 'is a country nobody knows')],
    ),
  )
}

function faultsOfTable(book: RuleBook, names: Names): Fault[] {
  const { routes, dates } = book
  if (!routes) return []
  const undecided =
    routes.from.includes('citizenship') && routes.which === undefined
      ? [
          fault(
            'routes.which',
            undefined,
            'must say which citizenship counts where somebody has several: any or first',
          ),
        ]
      : []
  const places = routes.table.flatMap((line, index) =>
    (['from', 'to'] as const).flatMap((end) =>
      faultsOfPlaces(line[end], `routes.table.${index}.${end}`, dates.opens.day, book, names),
    ),
  )
  return [...undecided, ...places]
}

// Questions whose answers are a number: yes is one, and of several that were chosen each.
const counted: readonly AskedQuestion['kind'][] = ['number', 'yes-no', 'choices']

function faultsOfAmounts(book: RuleBook, { questions }: Names): Fault[] {
  if (!book.amount) return []
  const uncounted = book.amount.lines.flatMap((line, index) => {
    const asked = line.kind === 'per-answer' && questions.find(({ id }) => id === line.question)
    return asked && !counted.includes(asked.kind)
      ? [
          fault(
            `amount.lines.${index}.question`,
            asked.id,
            `cannot be counted: it is a ${asked.kind} question`,
          ),
        ]
      : []
  })
  const names = { routes: routesKnown(book), questions: questions.map(({ id }) => id) }
  return [...faultsOfAmount(book.amount, names), ...uncounted]
}

function faultsOfIds({ rules }: RuleBook): Fault[] {
  return twice(rules.map(({ id }) => id)).map((id) => fault('rules', id, 'is the id of two rules'))
}

const twice = (ids: readonly string[]) => [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]

function faultsOfQuota({ groups }: RuleOf<'quota'>, at: string): Fault[] {
  const least = groups.reduce((sum, group) => sum + (group.least_percent ?? 0), 0)
  const over =
    least > 100 ? [fault(`${at}.groups`, least, 'ask for more than all of it together (percent)')] : []
  const crossed = groups.flatMap((group, index) =>
    (group.least ?? 0) > (group.most ?? Infinity) || (group.least_percent ?? 0) > (group.most_percent ?? 100)
      ? [fault(`${at}.groups.${index}`, group.id, 'asks for at least more than at most')]
      : [],
  )
  return [...over, ...crossed]
}
