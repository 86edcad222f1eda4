/** Journeys that two routes of the same precedence claim. Pure. */
import type { Fault } from '../../../../platform/index.ts'
import type { RuleBook, Routes } from '../../model.ts'
import { rankOf } from '../../routing/model.ts'

type Line = Routes['table'][number]
type SetsOn = (name: string) => ReadonlySet<string>

/** Pairs of routes that one journey may take with the same precedence: the amount would be a matter of order. */
export function faultsOfAmbiguity({ routes }: RuleBook, membersOf: SetsOn): Fault[] {
  if (!routes) return []
  const { table } = routes
  const classes = classesOf(table, membersOf)
  return table.flatMap((line, index) => {
    const rival = table
      .slice(0, index)
      .find(
        (other) =>
          other.id !== line.id && rankOf(other) === rankOf(line) && meet(line, other, table, classes),
      )
    return rival
      ? [
          {
            field: `routes.table.${index}`,
            value: line.id,
            reason: `claims journeys that the route ${rival.id} claims too, with the same precedence`,
          },
        ]
      : []
  })
}

/** Countries that no line of the table tells apart. */
type Alike = { from: ReadonlySet<number>; to: ReadonlySet<number>; several: boolean }

function classesOf(table: readonly Line[], membersOf: SetsOn): Alike[] {
  const ends = table.map(({ from, to }) => ({ from: placesOf(from, membersOf), to: placesOf(to, membersOf) }))
  const everywhere = new Set(ends.flatMap(({ from, to }) => [...from, ...to]))
  const classes = new Map<string, Alike>()
  for (const place of everywhere) {
    const of = (end: 'from' | 'to') => ends.flatMap((one, index) => (one[end].has(place) ? [index] : []))
    const [from, to] = [of('from'), of('to')]
    const key = `${from.join()}|${to.join()}`
    const known = classes.get(key)
    classes.set(key, { from: new Set(from), to: new Set(to), several: known !== undefined })
  }
  return [...classes.values()]
}

const elsewhere = '(elsewhere)'

function placesOf(names: readonly string[], membersOf: SetsOn): Set<string> {
  return new Set(
    names.flatMap((name) =>
      name === '*' ? [elsewhere] : /^[A-Z]/.test(name) ? [name] : [...membersOf(name)],
    ),
  )
}

function meet(one: Line, other: Line, table: readonly Line[], classes: readonly Alike[]): boolean {
  return classes.some((start) =>
    classes.some((end) => {
      const abroad = start !== end || start.several
      const takes = (line: Line) => leads(line, table.indexOf(line), start, end, abroad)
      return takes(one) && takes(other) && !preferred(table, rankOf(one), start, end, abroad)
    }),
  )
}

// Where a line of higher precedence takes the journey, the two never meet.
const preferred = (table: readonly Line[], rank: number, start: Alike, end: Alike, abroad: boolean) =>
  table.some((line, index) => rankOf(line) > rank && leads(line, index, start, end, abroad))

function leads(line: Line, index: number, start: Alike, end: Alike, abroad: boolean): boolean {
  if (!abroad && !line.within_country) return false
  const there = start.from.has(index) && end.to.has(index)
  return there || (line.both_ways && start.to.has(index) && end.from.has(index))
}
