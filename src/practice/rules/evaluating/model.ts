/** Answers conditions from facts: pass, fail or not yet known, and on which facts that hangs. Pure. */
import type { Condition, Moment } from '../conditions/model.ts'
import type { Facts } from '../facts/model.ts'
import type { Verdict } from '../answers/model.ts'
import type { Routes } from '../model.ts'

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
export function evaluate(_condition: Condition, _facts: Facts, _scope: Scope): Verdict {
  throw new RangeError('not yet')
}
