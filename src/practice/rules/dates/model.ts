/** When one may apply, as a call states it. Shapes only; `timing` answers what stands at a moment. Pure. */
import { z } from 'zod'
import { day, maybe, someWords, timeOfDay, timeZone } from '../../../platform/index.ts'
import { wordsByLang } from '../conditions/model.ts'
import { term } from '../facts/model.ts'

/** As long as it is still that day somewhere; twelve hours behind UTC. */
export const anywhereOnEarth = 'anywhere-on-earth'
const zone = z.union([z.literal(anywhereOnEarth), timeZone])

/** A wall time in the zone of the call. Closing without a time, or at 23:59, is the end of that day; opening without one, its start. */
export const wallShape = z.strictObject({ day, time: timeOfDay.optional() })
export type Wall = z.output<typeof wallShape>

const roundShape = z.strictObject({
  id: term,
  says: wordsByLang.optional(),
  opens: wallShape.optional(),
  closes: wallShape,
  /** When those who applied are told. */
  decides: day.optional(),
  /** When what is applied for takes place; shown, and asked by no rule. */
  activity_from: day.optional(),
  activity_to: day.optional(),
})

/** A closing that was moved. `closes` of the call or round may state the first of its closings or the last. */
const extensionShape = z.strictObject({
  round: term.optional(),
  from: wallShape,
  to: wallShape,
  on: day,
  reason: wordsByLang,
})

export const datesShape = z.strictObject({
  zone,
  opens: wallShape,
  /** One closing (absent where there are rounds, cut-offs, or none at all: rolling). */
  closes: wallShape.optional(),
  rounds: z.array(roundShape).min(1).max(60).optional(),
  /**
   * A closing on the same day of every month, or of the last month of every quarter: the moment of submission picks
   * the round (`2027-01`, `2027-q1`). `until` is the last day of all, on which the last round closes.
   */
  cut_offs: z
    .strictObject({
      every: z.enum(['month', 'quarter']),
      on: z.union([z.literal('last'), z.number().int().min(1).max(28)]),
      time: timeOfDay.optional(),
      until: day.optional(),
      /** Those who applied in a round are told so many days after its closing. */
      decides_after_days: z.number().int().min(0).max(3660).optional(),
    })
    .optional(),
  /** How long after a closing an application is still taken, marked late, where no other round is open; applicants are not told. */
  grace_minutes: z.number().int().min(0).max(10_080).default(0),
  /** Ends with the so-manieth application. */
  first_come: z.number().int().positive().max(1_000_000).optional(),
  /** The second step, for those who are invited to it; the first is what stands above. */
  second_step: z.strictObject({ opens: wallShape, closes: wallShape }).optional(),
  extensions: z.array(extensionShape).max(20).default([]),
  /** Those who applied are told by then, where no round says otherwise. */
  decides: day.optional(),
  cancelled: maybe(z.strictObject({ on: day, reason: wordsByLang })),
  as_printed: someWords.optional(),
})
export type CallDates = z.output<typeof datesShape>

export type Phase = 'not-yet-open' | 'open' | 'late' | 'closed' | 'full' | 'cancelled'

/** How a call stands at a moment: its round, its step, and when that changes next (null: never by the clock alone). */
export type Timing = {
  phase: Phase
  round: string | null
  step: 1 | 2
  closes: Temporal.Instant | null
  changes: Temporal.Instant | null
}
