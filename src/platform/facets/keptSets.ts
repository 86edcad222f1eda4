/**
 * What strangers may see of a kind of record, kept in memory as sets of numbers for each value of each facet: every count of
 * a list of a hundred thousand takes a millisecond. Brought up to date by what the database announces, and as time goes by.
 */
import type { Db } from '../database/transact.ts'
import type { After } from '../lists.ts'
import {
  type Bits,
  addAll,
  bitsFor,
  clearBit,
  countBoth,
  grown,
  hasBit,
  keepBoth,
  setBit,
  takeAll,
} from './bits.ts'
import { openOrder, type Order } from './order.ts'
import { openTurns } from './turns.ts'

/** A record as it is kept. */
export type KeptRow<Facts> = {
  id: string
  /** Its values of each facet that only a write changes. */
  values: Readonly<Record<string, readonly string[]>>
  facts: Facts
}

/** How a kind is kept. Moments are milliseconds since 1970. */
export type KeptKind<Facts> = {
  kind: string
  /** Reads these records, or all; what a stranger may not see is left out. */
  read(db: Db, ids: readonly string[] | undefined, now: number): Promise<KeptRow<Facts>[]>
  /** The values of facets that change as time goes by. */
  moving(facts: Facts, now: number): Readonly<Record<string, readonly string[]>>
  /** The next moment at which these values, or the record's place in the list, change. */
  turn(facts: Facts, now: number): number
  /** Whether what was read is no longer how the record is. */
  isOver?(facts: Facts, now: number): boolean
  /** The order of the list. */
  compare(one: Facts, other: Facts, now: number): number
  /** Other orders, by name. */
  orders?: Readonly<Record<string, (one: Facts, other: Facts, now: number) => number>>
  /** What holds of a facet when nothing of it is chosen: one of these values; a facet that is absent is no limit. */
  unchosen: Readonly<Record<string, readonly string[]>>
  /** The facets that are counted, in any order. */
  counted: readonly string[]
}

export type KeptAsked = {
  chosen: Readonly<Record<string, readonly string[]>>
  page: number
  pageSize: number
  after?: After | undefined
  uncounted?: boolean | undefined
  /** One of the other orders of the kind. */
  order?: string | undefined
  /** A facet of this reader's own: disjoint sets by value; where `grouped`, the list is in groups, in the order of the values. */
  own?:
    | { name: string; values: ReadonlyMap<string, Bits>; unchosen: readonly string[]; grouped: boolean }
    | undefined
}

export type KeptAnswer = {
  ids: string[]
  total: number
  counts: Record<string, Record<string, number>>
  without: Record<string, number>
}

export type KeptSets = {
  /** What the database has announced. */
  changed(word: string): void
  /** Begins anew with the next question. */
  forget(): void
  /** Brings the sets up to date. */
  ready(db: Db, now: number): Promise<void>
  /** The records with a value of a facet; counts as many places as there are. */
  having(facet: string, value: string): Bits
  /** All records. */
  everything(): Bits
  /** Every value of a facet that some record has had. */
  valuesOf(facet: string): string[]
  /** The first of these records in the order of the list, at most so many. */
  first(among: Bits, most: number): string[]
  ask(asked: KeptAsked): KeptAnswer
}

// A request is cut off after half of it.
const longestWait = 60_000

/** Opens the sets of a kind; they are read when first asked for. */
export function openKeptSets<Facts>(kind: KeptKind<Facts>): KeptSets {
  const slots = new Map<string, number>()
  const rows: (KeptRow<Facts> | undefined)[] = []
  const moved: Readonly<Record<string, readonly string[]>>[] = []
  const free: number[] = []
  const facets = new Map<string, Map<string, Bits>>()
  const turns = openTurns()
  let room = 1024
  let all = bitsFor(room)
  let pending: Set<string> | 'all' = 'all'
  let latest = -Infinity
  let loading: Promise<void> | undefined

  const orderBy = (compare: KeptKind<Facts>['compare']) =>
    openOrder(
      (one, other) => {
        const [a, b] = [rows[one], rows[other]]
        return a && b ? compare(a.facts, b.facts, latest) || (a.id < b.id ? -1 : 1) : 0
      },
      (slot) => rows[slot] !== undefined,
    )
  const usual = orderBy(kind.compare)
  const orders = new Map(Object.entries(kind.orders ?? {}).map(([name, by]) => [name, orderBy(by)]))
  const touch = (slot: number) => {
    for (const order of [usual, ...orders.values()]) order.touched(slot)
  }

  const setOf = (facet: string, value: string): Bits => {
    const values = facets.get(facet) ?? new Map<string, Bits>()
    facets.set(facet, values)
    const bits = values.get(value) ?? bitsFor(room)
    values.set(value, bits)
    return bits
  }
  const mark = (slot: number, values: Readonly<Record<string, readonly string[]>>, put: typeof setBit) => {
    for (const [facet, each] of Object.entries(values))
      for (const value of each) put(setOf(facet, value), slot)
  }
  const grow = () => {
    room *= 2
    all = grown(all, room)
    for (const values of facets.values())
      for (const [value, bits] of values) values.set(value, grown(bits, room))
  }
  const drop = (id: string) => {
    const slot = slots.get(id)
    if (slot === undefined) return
    mark(slot, rows[slot]?.values ?? {}, clearBit)
    mark(slot, moved[slot] ?? {}, clearBit)
    clearBit(all, slot)
    slots.delete(id)
    rows[slot] = undefined
    moved[slot] = {}
    turns.put(slot, Infinity)
    free.push(slot)
    touch(slot)
  }
  const move = (slot: number, facts: Facts, now: number) => {
    mark(slot, moved[slot] ?? {}, clearBit)
    const values = kind.moving(facts, now)
    moved[slot] = values
    mark(slot, values, setBit)
    turns.put(slot, kind.turn(facts, now))
    touch(slot)
  }
  const put = (row: KeptRow<Facts>, now: number) => {
    drop(row.id)
    const slot = free.pop() ?? rows.length
    if (slot >= room) grow()
    slots.set(row.id, slot)
    rows[slot] = row
    setBit(all, slot)
    mark(slot, row.values, setBit)
    move(slot, row.facts, now)
  }
  const clear = () => {
    slots.clear()
    rows.length = 0
    moved.length = 0
    free.length = 0
    facets.clear()
    turns.clear()
    all = bitsFor(room)
    for (const order of [usual, ...orders.values()]) order.clear()
  }

  async function load(db: Db, now: number): Promise<void> {
    const wanted = pending
    pending = new Set()
    try {
      const read = await kind.read(db, wanted === 'all' ? undefined : [...wanted], now)
      if (wanted === 'all') clear()
      else for (const id of wanted) drop(id)
      latest = Math.max(latest, now)
      for (const row of read) put(row, latest)
    } catch (error) {
      pending = 'all'
      throw error
    }
  }

  /** Lets time go by: what has turned is marked anew, what is over is to be read again. */
  function pass(asked: number): void {
    // A clock that was set back; a question that waited a little is answered as of the latest one.
    if (asked < latest - longestWait) [pending, latest] = ['all', asked]
    const now = Math.max(asked, latest)
    latest = now
    for (const slot of turns.due(now)) {
      const row = rows[slot]
      if (!row) continue
      if (kind.isOver?.(row.facts, now)) {
        if (pending !== 'all') pending.add(row.id)
      } else move(slot, row.facts, now)
    }
  }

  return {
    changed(word) {
      if (word === '*' || word === 'known' || word === `${kind.kind}/*`) pending = 'all'
      else if (pending !== 'all' && word.startsWith(`${kind.kind}/`))
        pending.add(word.slice(kind.kind.length + 1))
    },
    forget() {
      pending = 'all'
    },
    async ready(db, now) {
      pass(now)
      // Whatever is announced while it is read is read again.
      while (loading !== undefined || pending === 'all' || pending.size > 0) {
        loading ??= load(db, now).finally(() => (loading = undefined))
        await loading
      }
    },
    having: (facet, value) => facets.get(facet)?.get(value) ?? bitsFor(room),
    everything: () => all,
    valuesOf: (facet) => [...(facets.get(facet)?.keys() ?? [])],
    first: (among, most) => pageOf(usual, among, [], { ids: [], places: 0 }, most),
    ask({ chosen, page, pageSize, after, uncounted = false, order, own }) {
      const sets = (name: string): ReadonlyMap<string, Bits> =>
        (own?.name === name ? own.values : facets.get(name)) ?? new Map<string, Bits>()
      const names = [...kind.counted, ...(own ? [own.name] : [])]
      const matches = names.map((name) => {
        const wanted = chosen[name]?.length
          ? chosen[name]
          : own?.name === name
            ? own.unchosen
            : kind.unchosen[name]
        return (
          wanted &&
          unionOf(
            wanted.map((value) => sets(name).get(value)),
            room,
          )
        )
      })
      const allBut = (skipped: number) => {
        const left = all.slice()
        for (const [at, match] of matches.entries()) if (at !== skipped && match) keepBoth(left, match)
        return left
      }
      const found = allBut(-1)
      const counts: KeptAnswer['counts'] = {}
      const without: KeptAnswer['without'] = {}
      for (const [at, name] of uncounted ? [] : names.entries()) {
        const others = matches[at] ? allBut(at) : found
        const counted = [...sets(name)].map(([value, bits]): [string, number] => [
          value,
          countBoth(others, bits),
        ])
        counts[name] = Object.fromEntries(counted.filter(([, count]) => count > 0))
        if (chosen[name]?.length) without[name] = countBoth(others, others)
      }
      const groups = own?.grouped ? [...own.values.values()] : []
      const begin = after ?? { ids: [], places: (page - 1) * pageSize }
      const by = (order === undefined ? undefined : orders.get(order)) ?? usual
      return {
        ids: pageOf(by, found, groups, begin, pageSize),
        total: countBoth(found, found),
        counts,
        without,
      }
    },
  }

  function pageOf(
    order: Order,
    found: Bits,
    groups: readonly Bits[],
    after: After,
    pageSize: number,
  ): string[] {
    if (pageSize < 1) return []
    const rest = found.slice()
    for (const group of groups) takeAll(rest, group)
    const ids: string[] = []
    const isListed = (slot: number | undefined) => slot !== undefined && hasBit(found, slot)
    let last = after.ids.map((id) => slots.get(id)).find(isListed)
    let skip = last === undefined ? after.places : 0
    for (const group of [...groups, rest]) {
      const within = found.slice()
      keepBoth(within, group)
      for (const slot of order.all()) {
        if (!hasBit(within, slot)) continue
        if (last !== undefined) last = slot === last ? undefined : last
        else if (skip > 0) skip -= 1
        else ids.push(rows[slot]?.id ?? '')
        if (ids.length === pageSize) return ids
      }
    }
    return ids
  }
}

function unionOf(sets: readonly (Bits | undefined)[], room: number): Bits {
  const union = bitsFor(room)
  for (const bits of sets) if (bits) addAll(union, bits)
  return union
}
