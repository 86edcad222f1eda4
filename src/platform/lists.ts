/** Lists with combinable facets: one query counts every facet, one fetches the page, whatever the number of rows. */
import { type RawBuilder, sql } from 'kysely'
import { rows } from './database/rows.ts'
import type { Db } from './database/transact.ts'

/** A facet: the values a row has (a `text[]` expression) and what it means to choose some of them. */
export type Facet = {
  name: string
  values: RawBuilder<unknown>
  matches: (chosen: string[]) => RawBuilder<boolean>
  /** What holds when nothing of this facet is chosen; absent means no restriction. */
  unchosen?: RawBuilder<boolean>
}

/** A list: where rows come from, which of them, what to fetch of each, and in which order. */
export type ListOf = {
  /** `table r join …`, to which every other expression refers. */
  from: RawBuilder<unknown>
  where: RawBuilder<boolean>
  columns: RawBuilder<unknown>
  facets: Facet[]
  order: RawBuilder<unknown>
}

/** The same list, with more columns of each row. */
export function withColumns(list: ListOf, besides: RawBuilder<unknown> | undefined): ListOf {
  return besides ? { ...list, columns: sql`${list.columns}, ${besides}` } : list
}

export type ListRequest = {
  /** The values chosen, by facet. */
  chosen: Record<string, string[]>
  /** From 1. */
  page: number
  pageSize: number
  /** Instead of a page: what comes after a record. */
  after?: After | undefined
  /** Leaves the total and the counts out, which nobody asked for. */
  uncounted?: boolean | undefined
}

/** A place in a list: after the first of these records that is in it, or, where none is, after so many. */
export type After = { ids: readonly string[]; places: number }

export type ListAnswer<Row> = {
  rows: Row[]
  total: number
  /** For each facet: how many rows each value would give, the other facets being as chosen. */
  counts: Record<string, Record<string, number>>
  /** For each chosen facet: how many rows there would be without it. */
  without: Record<string, number>
}

/** Choosing any of the values: the row has at least one of them. */
export function hasAny(values: RawBuilder<unknown>): (chosen: string[]) => RawBuilder<boolean> {
  return (chosen) => sql<boolean>`${values} && ${chosen}::text[]`
}

/** Answers one page of a list with its counts, in two queries; in one where they are left out. */
export async function askList<Row>(db: Db, list: ListOf, request: ListRequest): Promise<ListAnswer<Row>> {
  const counted = request.uncounted ? uncounted : await countFacets(db, list, request)
  const { pageSize: limit } = request
  const found = await askRows<Row>(db, list, { ...request, limit, offset: (request.page - 1) * limit })
  return { rows: found, ...counted }
}

const uncounted = { total: 0, counts: {}, without: {} }

/** Some rows of a list without its counts, in one query. */
export function askRows<Row>(
  db: Db,
  list: ListOf,
  asked: { chosen: Record<string, string[]>; limit: number; offset: number; after?: After | undefined },
): Promise<Row[]> {
  const { chosen, limit, offset, after } = asked
  const where = allOf([list.where, ...list.facets.map((facet) => matchOf(facet, { chosen }))])
  return rows<Row>(
    db,
    sql<Row>`select ${list.columns} from ${list.from} where ${where}
      order by ${list.order} limit ${limit} offset ${after?.ids.length ? placeOf(list, where, after) : sql`${after?.places ?? offset}`}`,
  )
}

// Through the same list, so that a record it does not show is as good as none.
function placeOf({ from, order }: ListOf, where: RawBuilder<boolean>, { ids, places }: After) {
  return sql`coalesce((select placed.place from (
      select r.id, row_number() over (order by ${order}) as place from ${from} where ${where}
    ) as placed where placed.id = any(${[...ids]}::text[])
    order by array_position(${[...ids]}::text[], placed.id) limit 1), ${places}::bigint)`
}

type Count = { facet: string; value: string | null; count: number }

async function countFacets(db: Db, list: ListOf, request: ListRequest) {
  const columns = list.facets.flatMap((facet, at) => [
    sql`${facet.values} as ${sql.ref(`values_${at}`)}`,
    sql`${matchOf(facet, request)} as ${sql.ref(`match_${at}`)}`,
  ])
  const matchedBut = (skipped: number) =>
    allOf(list.facets.flatMap((_, at) => (at === skipped ? [] : [sql<boolean>`${sql.ref(`match_${at}`)}`])))
  const parts = [
    sql`select '' as facet, null as value, count(*) as count from base where ${matchedBut(-1)}`,
    ...list.facets.map(
      (
        facet,
        at,
      ) => sql`select ${facet.name}::text, value, count(*) from base, unnest(${sql.ref(`values_${at}`)}) as value
        where ${matchedBut(at)} group by value`,
    ),
    ...list.facets.flatMap((facet, at) =>
      isChosen(request, facet)
        ? [sql`select ${`-${facet.name}`}::text, null, count(*) from base where ${matchedBut(at)}`]
        : [],
    ),
  ]
  const counts = await rows<Count>(
    db,
    sql<Count>`with base as materialized (select ${sql.join([sql`r.id`, ...columns])} from ${list.from} where ${list.where})
      ${sql.join(parts, sql` union all `)}`,
  )
  return sorted(counts, list.facets)
}

function sorted(counts: Count[], facets: Facet[]) {
  const answer: Omit<ListAnswer<never>, 'rows'> = {
    total: counts.find((row) => row.facet === '')?.count ?? 0,
    counts: Object.fromEntries(facets.map((facet) => [facet.name, {}])),
    without: {},
  }
  for (const { facet, value, count } of counts) {
    const kept = answer.counts[facet]
    if (kept && value !== null) kept[value] = count
    if (facet.startsWith('-')) answer.without[facet.slice(1)] = count
  }
  return answer
}

const isChosen = (request: Pick<ListRequest, 'chosen'>, facet: Facet) =>
  (request.chosen[facet.name] ?? []).length > 0

function matchOf(facet: Facet, request: Pick<ListRequest, 'chosen'>): RawBuilder<boolean> {
  return isChosen(request, facet)
    ? facet.matches(request.chosen[facet.name] ?? [])
    : (facet.unchosen ?? sql<boolean>`true`)
}

function allOf(conditions: RawBuilder<boolean>[]): RawBuilder<boolean> {
  return conditions.length > 0 ? sql<boolean>`(${sql.join(conditions, sql` and `)})` : sql<boolean>`true`
}
