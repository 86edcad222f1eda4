/** What a rule may ask: a small vocabulary that an officer reads as sentences. Shapes only; `deciding` answers them. Pure. */
import { z } from 'zod'
import { day, someWords } from '../../../platform/index.ts'
import { numberFactNames, plainFacts, termFacts } from './asked/model.ts'
import { applicantShapes, decimal, type PartTaken, partsTaken, term } from '../facts/model.ts'

export {
  type NumberFact,
  numberFacts,
  type PlainFact,
  plainFacts,
  type TermFact,
  termFacts,
  type Unit,
} from './asked/model.ts'

/** Text by language; English is required, the others may be added. */
export const wordsByLang = z
  .record(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, 'is not a language tag'), someWords)
  .refine((texts) => texts['en'] !== undefined, 'has no English text (en)')
export type WordsByLang = z.output<typeof wordsByLang>

/**
 * A country, a part of one, a country set of the house, or a set of the call's own, by code or id (`VN`, `GB-SCT`,
 * `asem-asia`); `*` is every place.
 */
export const placeName = z
  .string()
  .regex(/^(\*|[A-Z]{2}(-[A-Z0-9]{1,3})?|[a-z0-9]+(-[a-z0-9]+)*)$/, 'is not a place or a set')
const placeNames = z.array(placeName).min(1)

/** The moment at which something is asked: of the application, of the call, of the activity, or a day. */
export const moments = [
  'application',
  'opening',
  'closing',
  'decision',
  'activity-start',
  'activity-end',
  'travel-start',
  'travel-end',
] as const
export const momentShape = z.union([z.enum(moments), z.strictObject({ day })])
export type Moment = z.output<typeof momentShape>

/** Facts that are places: of people, of organisations, of the journey and of the activity. */
export const placeFacts = [
  'citizenship',
  'residence',
  'base',
  'seat',
  'departure',
  'destination',
  'activity-place',
] as const
export type PlaceFactName = (typeof placeFacts)[number]

/** Of whom: every one of them, at least one of them, or the lead alone. */
export const whose = z.enum(['everybody', 'somebody', 'lead']).default('everybody')
/** Of several values of one subject: one is enough, every one counts, or the one named first. */
export const whichValue = z.enum(['any', 'every', 'first'])
/** Only those that take part so; absent, all of them. */
const as = z.array(z.enum(partsTaken)).min(1).optional()

const placeFields = { of: z.enum(placeFacts), as, whose, which: whichValue.optional() }
// Where somebody has two passports and only one of them is in the set, the scheme decides, never the engine.
const saysWhich = ({ of, which }: { of: PlaceFactName; which?: unknown }) =>
  of !== 'citizenship' || which !== undefined
const whichUnsaid = {
  path: ['which'],
  message: 'must say which citizenship counts where somebody has several: any, every or first',
}
const placeRef = z.strictObject(placeFields).refine(saysWhich, whichUnsaid)
export type PlaceRef = z.output<typeof placeRef>

/** A whole number, or an amount as text. */
const bound = z.union([z.number().min(-100_000).max(100_000_000), decimal])
const range = {
  from: bound.optional(),
  to: bound.optional(),
}
const ordered = ({ from, to }: { from?: number | string | undefined; to?: number | string | undefined }) =>
  from === undefined || to === undefined || Number(from) <= Number(to)
const unordered = 'goes from more to less: nothing can be in it'
const size = z
  .strictObject({ from: z.number().int().min(0).optional(), to: z.number().int().min(0).optional() })
  .refine(ordered, unordered)

/** One of the shapes an applicant may have. */
const shapeAllowed = z.strictObject({
  shape: z.enum(applicantShapes),
  formed: z.enum(['ready-made', 'matched']).optional(),
  /** How many people: of a team, or that an organisation names. */
  people: size.optional(),
  /** How many organisations, of a consortium. */
  organisations: size.optional(),
})

/** Which earlier applications count. */
const earlier = {
  scheme: term.optional(),
  editions: z.array(someWords).min(1).optional(),
  /** Those of these schemes do not count, as in "grantees of the pilot may apply". */
  except_schemes: z.array(term).optional(),
  since: day.optional(),
}

const leafShapes = [
  z
    .strictObject({
      test: z.literal('place'),
      ...placeFields,
      in: placeNames,
      except: placeNames.optional(),
      /** The sets are taken as they stood then. */
      on: momentShape.default('application'),
      /** For a residence: lived there for so long at that moment. */
      for_months: z.number().int().positive().max(1200).optional(),
    })
    .refine(saysWhich, whichUnsaid),
  z.strictObject({ test: z.literal('same-country'), one: placeRef, other: placeRef }),
  /** One of the call's routes, or of those named here. */
  z.strictObject({ test: z.literal('route'), among: z.array(term).min(1).optional() }),
  z.strictObject({ test: z.literal('shape'), among: z.array(shapeAllowed).min(1) }),
  z
    .strictObject({
      test: z.literal('number'),
      of: z.enum(numberFactNames),
      ...range,
      whose,
      as,
      at: momentShape.default('application'),
      category: term.optional(),
    })
    .refine(ordered, unordered),
  z.strictObject({
    test: z.literal('term'),
    of: z.enum(termFacts),
    in: z.array(z.string().max(60)).min(1),
    whose,
    as,
    which: whichValue.default('any'),
  }),
  z.strictObject({ test: z.literal('is'), of: z.enum(plainFacts), whose, as, is: z.boolean().default(true) }),
  /** Every day of it within these days, both counted. */
  z
    .strictObject({
      test: z.literal('within'),
      of: z.enum(['activity', 'travel']),
      from: day.optional(),
      to: day.optional(),
    })
    .refine(({ from, to }) => from === undefined || to === undefined || from <= to, unordered),
  /** The consortium has members from each side, and none from elsewhere where `others` says so. */
  z.strictObject({
    test: z.literal('sides'),
    of: z.enum(['organisations', 'people']),
    as,
    place: z.enum(['seat', 'citizenship', 'residence', 'base']).default('seat'),
    sides: z.array(z.strictObject({ in: placeNames, ...size.shape })).min(2),
    others: z.enum(['none', 'allowed']),
  }),
  /** Not more than so many earlier applications, or awards, of the kind; 0 is none at all. */
  z
    .strictObject({
      test: z.literal('history'),
      of: z.enum(['applications', 'awards']),
      ...earlier,
      from: z.number().int().min(0).optional(),
      to: z.number().int().min(0).optional(),
    })
    .refine(ordered, unordered),
  /** The first visit to each destination, or the first work with each partner. */
  z.strictObject({ test: z.literal('first-time'), of: z.enum(['destination', 'partner']) }),
  /** The categories of cost asked for: only these, and at most so many of them. */
  z.strictObject({
    test: z.literal('costs'),
    only: z.array(term).min(1),
    at_most: z.number().int().positive().optional(),
  }),
  /** These lines are at least, or at most, so much of the whole. */
  z.strictObject({
    test: z.literal('cost-share'),
    of: z.array(term).min(1),
    at_least_percent: z.number().min(0).max(100).optional(),
    at_most_percent: z.number().min(0).max(100).optional(),
  }),
  /** There is money from every partner (or host). */
  z.strictObject({ test: z.literal('money-from-each'), of: z.array(z.enum(partsTaken)).min(1) }),
  /** An answer to one of the call's own questions. */
  z.strictObject({
    test: z.literal('answer'),
    question: term,
    is: z.boolean().optional(),
    in: z.array(z.string().max(200)).min(1).optional(),
    ...range,
  }),
  /** A condition the call has under a name. */
  z.strictObject({ test: z.literal('named'), name: term }),
  /** Where the vocabulary ends: the Common Expression Language over `facts`, with its own sentence. */
  z.strictObject({ test: z.literal('expression'), cel: z.string().min(1).max(2000), says: wordsByLang }),
] as const

type Leaf = z.output<(typeof leafShapes)[number]>
type Size = z.output<typeof size>
export type Condition =
  | Leaf
  | { test: 'all'; of: Condition[] }
  | { test: 'any'; of: Condition[] }
  | { test: 'at-least'; n: number; of: Condition[] }
  | { test: 'not'; of: Condition }
  | ({ test: 'count'; of: 'people' | 'organisations'; as?: PartTaken[] | undefined; where: Condition } & Size)
export type Test = Condition['test']
/** The condition of one test. */
export type ConditionOf<T extends Test> = Extract<Condition, { test: T }>

/** Conditions join conditions; how deep is bounded where a call is checked. */
export const conditionShape: z.ZodType<Condition> = z.discriminatedUnion('test', [
  ...leafShapes,
  z.strictObject({
    test: z.literal('all'),
    get of() {
      return several
    },
  }),
  z.strictObject({
    test: z.literal('any'),
    get of() {
      return several
    },
  }),
  z.strictObject({
    test: z.literal('at-least'),
    n: z.number().int().positive(),
    get of() {
      return several
    },
  }),
  z.strictObject({
    test: z.literal('not'),
    get of() {
      return conditionShape
    },
  }),
  /** How many of them fulfil a condition, each looked at alone. */
  z.strictObject({
    test: z.literal('count'),
    of: z.enum(['people', 'organisations']),
    as,
    get where() {
      return conditionShape
    },
    ...size.shape,
  }),
])
const several = z.array(conditionShape).min(1).max(50)
