/** How much is granted, as a call states it: lines that are added up, and limits on their sum. Shapes only. Pure. */
import { z } from 'zod'
import { conditionShape, wordsByLang } from '../conditions/model.ts'
import { decimal, term } from '../facts/model.ts'

/** What a line is multiplied by. */
const times = z.enum([
  'once',
  'people',
  'organisations',
  'participants',
  'activity-days',
  'travel-days',
  'activity-weeks',
  'activity-months',
])

const lineFields = {
  id: term,
  says: wordsByLang.optional(),
  /** Only where this holds. */
  when: conditionShape.optional(),
  /** Once for every person (or other head) besides what the line is itself multiplied by. */
  for_each: z.enum(['application', 'person', 'organisation', 'participant', 'leg']).default('application'),
}
const atLeast = z.number().min(0).max(1_000_000)

const lineShapes = [
  /** So much, whatever it costs. */
  z.strictObject({ ...lineFields, kind: z.literal('fixed'), amount: decimal }),
  /** So much a day, week, person …, of at most so many. */
  z.strictObject({
    ...lineFields,
    kind: z.literal('rate'),
    rate: decimal,
    per: times,
    /** A week or month that is not whole: its share of the rate, the rate whole, or nothing. */
    parts: z.enum(['share', 'begun', 'whole']).default('share'),
    at_most: atLeast.optional(),
  }),
  /** So much for each that an answer to a question counts (children, flights …). */
  z.strictObject({
    ...lineFields,
    kind: z.literal('per-answer'),
    rate: decimal,
    question: term,
    at_most: atLeast.optional(),
  }),
  /** By the distance of the journey, as the crow flies, between the places of its first leg out, or of each of them. */
  z.strictObject({
    ...lineFields,
    kind: z.literal('by-distance'),
    tiers: z
      .array(z.strictObject({ from_km: atLeast, amount: decimal }))
      .min(1)
      .max(40),
  }),
  /** By the length of the activity or journey. */
  z.strictObject({
    ...lineFields,
    kind: z.literal('by-length'),
    of: z.enum(['activity-days', 'travel-days', 'activity-weeks', 'activity-months']),
    tiers: z
      .array(z.strictObject({ from: atLeast, amount: decimal }))
      .min(1)
      .max(40),
  }),
  /** By the route of the journey; a route that is not named here is worth nothing. */
  z.strictObject({ ...lineFields, kind: z.literal('by-route'), amounts: z.record(term, decimal) }),
  /** What it costs by the budget: of these categories (absent: of all), at most so many percent and so much of it. */
  z.strictObject({
    ...lineFields,
    kind: z.literal('real-cost'),
    of: z.array(term).min(1).optional(),
    percent: z.number().positive().max(100).optional(),
    at_most: decimal.optional(),
    /** Not more than so many percent of other costs of the budget (absent: of all), as overheads often are. */
    at_most_share: z
      .strictObject({
        percent: z.number().positive().max(100),
        of: z.array(term).min(1).optional(),
      })
      .optional(),
  }),
  /** The higher of a fixed amount and the real cost. */
  z.strictObject({
    ...lineFields,
    kind: z.literal('fixed-or-real-cost'),
    amount: decimal,
    of: z.array(term).min(1),
    per: times.default('once'),
  }),
  /** Anything between two amounts, as the foundation decides. */
  z.strictObject({ ...lineFields, kind: z.literal('band'), from: decimal, to: decimal }),
  /** What is asked for in the budget. */
  z.strictObject({ ...lineFields, kind: z.literal('requested') }),
] as const

/** Of these lines alone, so that others come on top; absent, of the whole sum. Such limits come before all others. */
const lines = z.array(term).min(1).optional()

const limitShapes = [
  z.strictObject({
    id: term,
    lines,
    kind: z.literal('ceiling'),
    amount: decimal,
    for_each: lineFields.for_each,
    when: conditionShape.optional(),
  }),
  z.strictObject({ id: term, kind: z.literal('floor'), amount: decimal, when: conditionShape.optional() }),
  /** By route, for the whole or for each person. */
  z.strictObject({
    id: term,
    lines,
    kind: z.literal('by-route'),
    amounts: z.record(term, decimal),
    for_each: lineFields.for_each,
  }),
  /** Not more than these costs are in the budget (absent: all of them). */
  z.strictObject({ id: term, kind: z.literal('real-cost'), of: z.array(term).min(1).optional() }),
  /** Not more than so many percent of the costs in the budget. */
  z.strictObject({
    id: term,
    kind: z.literal('percent-of-costs'),
    percent: z.number().positive().max(100),
    of: z.array(term).min(1).optional(),
  }),
  /** Not more than is asked for. */
  z.strictObject({ id: term, kind: z.literal('requested') }),
] as const

export const roundings = ['down', 'up', 'half-up', 'half-even'] as const

/**
 * Lines are rounded one by one, so that what is shown adds up; a limit goes to the step below it, a floor to the one
 * above. Limits of some lines come first, then floors, then all others.
 */
export const amountShape = z.strictObject({
  lines: z.array(z.discriminatedUnion('kind', lineShapes)).min(1).max(60),
  limits: z.array(z.discriminatedUnion('kind', limitShapes)).max(20).default([]),
  rounding: z.strictObject({ to: decimal, how: z.enum(roundings) }).default({ to: '0.01', how: 'half-up' }),
})
export type AmountRules = z.output<typeof amountShape>
export type AmountLine = AmountRules['lines'][number]
export type AmountLimit = AmountRules['limits'][number]

/**
 * One line of a computed amount, in the currency of the call. `from` and `to` are the same but for bands. A limit that
 * lowers or raises the sum is a line of its own (negative where it lowers). Null: not yet known; `hangs` says on what.
 */
export type ComputedLine = {
  id: string
  kind: AmountLine['kind'] | `limit-${AmountLimit['kind']}`
  from: string | null
  to: string | null
  /** What was multiplied or looked up: 85 × 10 days; 6,120 km; a route. */
  worked: Worked | null
  hangs: readonly string[]
}
export type Worked =
  | { kind: 'times'; rate: string; times: number; unit: string; heads?: number }
  | { kind: 'distance'; km: number; heads?: number }
  | { kind: 'length'; length: number; unit: string; heads?: number }
  | { kind: 'route'; route: string | null; heads?: number }
  | { kind: 'costs'; costs: string; percent?: number }
  | { kind: 'limit'; limit: string; before: string; route?: string | null }

/** What an application would be granted; lines always sum to `from` and `to`, which never exceed a limit. */
export type ComputedAmount = {
  currency: string
  from: string | null
  to: string | null
  /** What is sure to be in it where not everything is known yet; null where nothing is, or where a limit could lower it. */
  atLeast: string | null
  lines: ComputedLine[]
  hangs: readonly string[]
}
