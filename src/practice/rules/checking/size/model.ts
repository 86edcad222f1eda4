/** Rule books that would be too much work: too deep, too many, or asking the same again and again. Pure. */
import type { Fault } from '../../../../platform/index.ts'
import type { Condition } from '../../conditions/model.ts'
import type { RuleBook } from '../../model.ts'
import { allWithin, type Placed } from '../walking/model.ts'

/** How deep conditions may join conditions, how many there may be, and how many a single one may come to. */
const deepest = 12
const mostConditions = 1000
const mostAsked = 100_000

/** As many people or organisations as facts may hold. */
const mostMembers = 100

export function faultsOfSize(roots: readonly Placed[]): Fault[] {
  const all = roots.flatMap(allWithin)
  const deep = all.find(({ depth }) => depth > deepest)
  if (deep)
    return [
      fault(deep.at, deep.condition.test, `stands ${deep.depth} conditions deep; ${deepest} is the most`),
    ]
  return all.length > mostConditions
    ? [fault('rules', all.length, `are more than ${mostConditions} conditions`)]
    : []
}

const fault = (field: string, value: unknown, reason: string): Fault => ({ field, value, reason })

/** Named conditions that name others twice, which name others twice …; asked where there is no circle. */
export function faultsOfWork(book: RuleBook, roots: readonly Placed[]): Fault[] {
  const known = new Map<string, number>()
  return roots.flatMap(({ condition, at }) => {
    const asked = askedBy(condition, book, known)
    return asked > mostAsked
      ? [
          fault(
            at,
            condition.test,
            `comes to ${asked} conditions for one application; ${mostAsked} is the most`,
          ),
        ]
      : []
  })
}

/** How many conditions are asked for this one, with each named one as often as it is named. */
function askedBy(condition: Condition, book: RuleBook, known: Map<string, number>): number {
  switch (condition.test) {
    case 'all':
    case 'any':
    case 'at-least':
      return 1 + condition.of.reduce((sum, part) => sum + askedBy(part, book, known), 0)
    case 'not':
      return 1 + askedBy(condition.of, book, known)
    case 'count':
      return 1 + mostMembers * askedBy(condition.where, book, known)
    case 'named':
      return 1 + askedByName(condition.name, book, known)
    default:
      return 1
  }
}

function askedByName(name: string, book: RuleBook, known: Map<string, number>): number {
  const before = known.get(name)
  if (before !== undefined) return before
  const condition = Object.hasOwn(book.conditions, name) ? book.conditions[name] : undefined
  const asked = condition ? askedBy(condition, book, known) : 0
  known.set(name, asked)
  return asked
}
