/** The rules of a call: what must hold, what counts for more, what is to be balanced. Shapes only. Pure. */
import { z } from 'zod'
import { amountShape } from './amounts/model.ts'
import { conditionShape, placeFacts, placeName, wordsByLang } from './conditions/model.ts'
import { datesShape } from './dates/model.ts'
import { countryCode, partCode, term } from './facts/model.ts'

const named = {
  id: term,
  /** Why, to whom it turns away (a gate) or concerns; the engine's own sentence stands where a language is missing. */
  reason: wordsByLang.optional(),
  /** The rule in words, where the engine's own sentence will not do. */
  says: wordsByLang.optional(),
}

export const ruleShape = z.discriminatedUnion('kind', [
  /** Who fails it may not apply. */
  z.strictObject({
    ...named,
    kind: z.literal('gate'),
    must: conditionShape,
    only_if: conditionShape.optional(),
  }),
  /** Who fulfils it is preferred, or stands back. */
  z.strictObject({
    ...named,
    kind: z.literal('priority'),
    when: conditionShape,
    counts: z.enum(['higher', 'lower']),
    weight: z.number().positive().max(100).default(1),
  }),
  /** Of all that are chosen so many, or so large a share, come from each group. */
  z.strictObject({
    ...named,
    kind: z.literal('quota'),
    groups: z
      .array(
        z.strictObject({
          id: term,
          says: wordsByLang.optional(),
          where: conditionShape,
          least: z.number().int().min(0).optional(),
          most: z.number().int().min(0).optional(),
          least_percent: z.number().min(0).max(100).optional(),
          most_percent: z.number().min(0).max(100).optional(),
        }),
      )
      .min(1)
      .max(60),
  }),
])
export type Rule = z.output<typeof ruleShape>
export type RuleOf<K extends Rule['kind']> = Extract<Rule, { kind: K }>

const placeNames = z.array(placeName).min(1)

/** Where journeys may lead; a pair of single places goes before a pair of sets. */
export const routesShape = z.strictObject({
  /** What a journey starts from: the first of these facts at which any route begins decides. */
  from: z.array(z.enum(placeFacts)).min(1),
  to: z.enum(['destination', 'activity-place']).default('destination'),
  /** What holds where no route is found: none is allowed, or it counts as this route. */
  elsewhere: z.union([z.literal('refuse'), z.strictObject({ as: term })]),
  /** Of somebody with several passports, where citizenship decides. */
  which: z.enum(['any', 'first']).optional(),
  table: z
    .array(
      z.strictObject({
        id: term,
        says: wordsByLang.optional(),
        from: placeNames,
        to: placeNames,
        both_ways: z.boolean().default(false),
        within_country: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(200),
})
export type Routes = z.output<typeof routesShape>

/** Sets, routes, conditions, rules and amounts: all that decides. */
export const ruleBookShape = z.strictObject({
  currency: z.string().regex(/^[A-Z]{3}$/, 'is not a currency code (ISO 4217)'),
  dates: datesShape,
  sets: z
    .record(
      term,
      z.strictObject({
        says: wordsByLang,
        places: z
          .array(z.union([countryCode, partCode]))
          .min(1)
          .max(400),
      }),
    )
    .default({}),
  routes: routesShape.optional(),
  conditions: z.record(term, conditionShape).default({}),
  rules: z.array(ruleShape).max(200).default([]),
  amount: amountShape.optional(),
})
export type RuleBook = z.output<typeof ruleBookShape>
