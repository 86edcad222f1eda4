/** Lists answered from kept sets: which sets a database has, how they are read, how a page of a list comes from them. */
import { type RawBuilder, sql } from 'kysely'
import { rows } from '../database/rows.ts'
import type { Db } from '../database/transact.ts'
import type { Facet, ListAnswer, ListOf } from '../lists.ts'
import {
  type KeptAnswer,
  type KeptAsked,
  type KeptKind,
  type KeptRow,
  type KeptSets,
  openKeptSets,
} from './keptSets.ts'

/** The sets of a database, as long as what changes is heard of. */
export type Keeping = {
  changed(word: string): void
  pause(): void
  resume(): void
}

type Sets = { open: boolean; byName: Map<string, KeptSets>; known: number }
const setsOfDatabase = new WeakMap<Db, Sets>()

/** Lets lists of this database be answered from kept sets, from the first `resume` on. */
export function keepSets(db: Db): Keeping {
  const sets: Sets = { open: false, byName: new Map(), known: 0 }
  setsOfDatabase.set(db, sets)
  return {
    changed: (word) => {
      if (word === 'known' || word === '*') sets.known += 1
      for (const each of sets.byName.values()) each.changed(word)
    },
    pause: () => void (sets.open = false),
    resume: () => {
      for (const each of sets.byName.values()) each.forget()
      sets.known += 1
      sets.open = true
    },
  }
}

/**
 * A number that is another one after every change of what pages name (places, sets, terms); undefined while nobody listens,
 * so that whoever keeps them has to look.
 */
export function knownTurn(db: Db): number | undefined {
  const sets = setsOfDatabase.get(db)
  return sets?.open ? sets.known : undefined
}

/**
 * The sets of a kind, as they are at a moment; undefined where none are kept. A kind kept in several ways (an order for
 * each language) has a name for each. What a page shows of them is for the caller to say.
 */
export async function readySets<Facts>(
  db: Db,
  kind: KeptKind<Facts>,
  now: number,
  name: string = kind.kind,
): Promise<KeptSets | undefined> {
  const sets = setsOfDatabase.get(db)
  if (!sets?.open) return undefined
  const kept = sets.byName.get(name) ?? openKeptSets(kind)
  sets.byName.set(name, kept)
  await kept.ready(db, now)
  return kept
}

/** Reads records as they are kept: the values of these facets of a list, and facts of each in columns of their own. */
export async function readKept<Facts>(
  db: Db,
  list: Pick<ListOf, 'from' | 'where'> & {
    facets: readonly Pick<Facet, 'name' | 'values'>[]
    facts: RawBuilder<unknown>
  },
  ids: readonly string[] | undefined,
): Promise<KeptRow<Facts>[]> {
  const values = list.facets.map(({ name, values }) => sql`${name}::text, to_jsonb(${values})`)
  const those = ids ? sql`and r.id = any(${[...ids]}::text[])` : sql``
  return rows<KeptRow<Facts>>(
    db,
    sql`select r.id, jsonb_build_object(${sql.join(values)}) as values, ${list.facts} as facts
      from ${list.from} where ${list.where} ${those}`,
  )
}

/** One page of a list with its counts, from kept sets and one query for the rows of the page. */
export async function askSets<Row extends { id: string }>(
  db: Db,
  sets: KeptSets,
  list: Pick<ListOf, 'from' | 'columns'>,
  asked: KeptAsked,
): Promise<ListAnswer<Row>> {
  const { ids, ...counted }: KeptAnswer = sets.ask(asked)
  const found =
    ids.length === 0
      ? []
      : await rows<Row>(db, sql`select ${list.columns} from ${list.from} where r.id = any(${ids}::text[])`)
  const byId = new Map(found.map((row) => [row.id, row]))
  return { rows: ids.flatMap((id) => byId.get(id) ?? []), ...counted }
}
