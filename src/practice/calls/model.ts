/** A call of the foundation's own, as files hold it. Pure. */
import { z } from 'zod'
import {
  type Known,
  langTag,
  placeShape,
  realDates,
  recordId,
  termListShape,
  termShape,
  termsShape,
  textFields,
} from '../../community/index.ts'
import { day, listOf, maybe, slugName, someWords, webAddress, words } from '../../platform/index.ts'
import { wordsByLang } from '../rules/conditions/model.ts'
import { decimal, factsShape, moment, term } from '../rules/facts/model.ts'
import { ruleBookShape } from '../rules/model.ts'

/** The form of call files that this version reads. */
export const callFormat = 1

/** A question of the call's own, beyond the facts every call may ask for. */
const questionShape = z.strictObject({
  id: term,
  says: wordsByLang,
  hint: wordsByLang.optional(),
  kind: z.enum(['yes-no', 'number', 'choice', 'choices', 'day', 'text']),
  options: z
    .array(z.strictObject({ id: term, says: wordsByLang }))
    .max(60)
    .optional(),
})
export type Question = z.output<typeof questionShape>

/** Facts with the answer the call is to give; an import refuses a call whose example comes out otherwise. */
const exampleShape = z.strictObject({
  id: term,
  says: wordsByLang.optional(),
  /** The moment of application; absent, the facts' own or the opening. */
  at: moment.optional(),
  facts: factsShape,
  expect: z.strictObject({
    answer: z.enum(['pass', 'fail', 'unknown']),
    /** The gates that fail (of `fail`) or are not yet known (of `unknown`), exactly. */
    rules: z.array(term).optional(),
    /** The priorities that are fulfilled, exactly. */
    priorities: z.array(term).optional(),
    /** The whole amount: one, or from and to of a band; null: not yet known. */
    amount: z.union([decimal, z.strictObject({ from: decimal, to: decimal }), z.null()]).optional(),
  }),
})
export type Example = z.output<typeof exampleShape>

/** What lists and facets of the portal say of the call beyond what its rules say. */
const opportunityFields = (known: Known) =>
  z.strictObject({
    type: termShape(known, 'opportunity-type'),
    organiser: maybe(words),
    host_countries: listOf(placeShape(known)),
    host_city: maybe(words),
    online: z.boolean().default(false),
    disciplines: termListShape(known, 'discipline'),
    themes: termListShape(known, 'theme'),
    covers: maybe(termsShape(known, 'covers')),
    funding_summary: maybe(words),
    access_support: maybe(words),
    application_languages: maybe(z.array(langTag)),
    activity_start: maybe(day),
    activity_end: maybe(day),
    url: maybe(webAddress),
  })

/** A call as files hold it. The same id with a higher version is the next edition of its rules; a used version never changes. */
export const callShape = (known: Known) =>
  z.strictObject({
    ...textFields([]),
    format: z.literal(callFormat),
    version: z.number().int().positive().max(10_000),
    title: someWords,
    slug: maybe(slugName),
    /** What earlier applications name: `mobility-first`, and its edition `2019`. */
    scheme: term,
    edition: maybe(someWords),
    programme: maybe(recordId),
    partner_organisations: listOf(someWords),
    opportunity: opportunityFields(known),
    /** Terms of the call's own (activity types, cost categories, documents), with their names. */
    terms: z.record(term, wordsByLang).default({}),
    questions: z.array(questionShape).max(60).default([]),
    ...ruleBookShape.shape,
    examples: z.array(exampleShape).min(1).max(200),
    real_dates: maybe(realDates),
    note: maybe(words),
  })
export type CallRecord = z.output<ReturnType<typeof callShape>>

/** A call of which nothing is said, as its shape answers it; what says no more than this is left out where it is kept. */
export const emptyCall = {
  provenance: null,
  summary: null,
  body: null,
  original_lang: 'en',
  state: 'published',
  translations: {},
  slug: null,
  edition: null,
  programme: null,
  partner_organisations: [],
  terms: {},
  questions: [],
  sets: {},
  conditions: {},
  rules: [],
  real_dates: null,
  note: null,
} as const
