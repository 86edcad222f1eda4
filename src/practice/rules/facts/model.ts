/** What is known of an application, as far as rules ask for it. Every fact may be absent: absent is "not yet known". Pure. */
import { z } from 'zod'
import { day, someWords, timeZone } from '../../../platform/index.ts'

/** An ISO 3166-1 alpha-2 code, or one of our own for a place that has none (XK). */
export const countryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, 'is not a country code (two capitals, ISO 3166-1, or XK)')
  .meta({ description: 'a country or territory (ISO 3166-1 alpha-2, or XK)' })

/** A part of a country by its ISO 3166-2 code, such as GB-SCT. */
export const partCode = z
  .string()
  .regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/, 'is not the code of a part of a country (ISO 3166-2, such as GB-SCT)')
  .meta({ description: 'a part of a country (ISO 3166-2, such as GB-SCT)' })

/** A term: of a vocabulary of the house, or of the call's own. */
export const term = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not a term (small letters, digits and hyphens)')
  .max(60)

/** Money as exact decimal text, in the currency of the call or of the budget. */
export const decimal = z
  .string()
  .regex(/^\d{1,11}(\.\d{1,4})?$/, 'is not an amount such as 25 or 25.50 (at most eleven digits)')

/** A day, a month or a year: what is known of the moment. */
const dayMonthOrYear = z
  .string()
  .regex(/^\d{4}(-\d\d(-\d\d)?)?$/, 'is not a year, a month or a day')
  .refine((text) => day.safeParse(`${text}-01-01`.slice(0, 10)).success, 'is not a date that exists')

/** A moment (ISO 8601 instant), no finer than clocks count. */
export const moment = z.iso.datetime({ offset: true }).refine(isInstant, 'is not a moment that exists')

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text)
    return true
  } catch {
    return false
  }
}

export const placeShape = z.strictObject({
  country: countryCode.optional(),
  part: partCode.optional(),
  city: someWords.optional(),
  latitude: z.number().min(-90).max(90).optional(),
  longitude: z.number().min(-180).max(180).optional(),
})

const residenceShape = z.strictObject({
  country: countryCode.optional(),
  part: partCode.optional(),
  since: dayMonthOrYear.optional(),
  /** Absent: they live there still. */
  until: dayMonthOrYear.optional(),
})

/** How somebody takes part in an application. */
export const partsTaken = ['lead', 'partner', 'host', 'participant'] as const

const most = 100

export const personShape = z.strictObject({
  id: someWords.optional(),
  as: z.enum(partsTaken).default('participant'),
  citizenships: z.array(countryCode).max(10).optional(),
  residences: z.array(residenceShape).max(20).optional(),
  base: placeShape.optional(),
  birth_date: day.optional(),
  gender: term.optional(),
  roles: z.array(term).max(20).optional(),
  career_start: dayMonthOrYear.optional(),
  career_stage: term.optional(),
  disciplines: z.array(term).max(40).optional(),
  /** When they take part, where that is not the whole of the activity. Absent: they are there for all of it. */
  stay: z.strictObject({ starts: day.optional(), ends: day.optional() }).optional(),
  languages: z.array(z.string().max(35)).max(40).optional(),
})

export const organisationShape = z.strictObject({
  id: someWords.optional(),
  as: z.enum(partsTaken).default('partner'),
  kind: term.optional(),
  seat: placeShape.optional(),
  legal_form: term.optional(),
  legal_entity: z.boolean().optional(),
  non_profit: z.boolean().optional(),
  founded: dayMonthOrYear.optional(),
  disciplines: z.array(term).max(40).optional(),
})

const legShape = z.strictObject({
  from: placeShape.optional(),
  to: placeShape.optional(),
  departs: day.optional(),
  arrives: day.optional(),
  mode: z.enum(['air', 'rail', 'road', 'sea']).optional(),
  /** The way home: not a destination of its own. Absent: it is a way out. */
  back: z.boolean().optional(),
})

const periodShape = z.strictObject({ starts: day.optional(), ends: day.optional() })

const activityShape = z.strictObject({
  kinds: z.array(term).max(20).optional(),
  starts: day.optional(),
  ends: day.optional(),
  /** Where it is not one unbroken stretch: each of its periods. Absent: it is one. */
  periods: z.array(periodShape).max(most).optional(),
  places: z.array(placeShape).max(most).optional(),
  online: z.boolean().optional(),
  /** Has it begun, or is it over, before one applies? */
  begun: z.boolean().optional(),
  days_at_host: z.number().int().min(0).max(10_000).optional(),
})

const budgetShape = z.strictObject({
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'is not a currency code (ISO 4217)')
    .optional(),
  requested: decimal.optional(),
  lines: z
    .array(z.strictObject({ category: term, amount: decimal.optional() }))
    .max(500)
    .optional(),
  /** Money from elsewhere: one's own, the partners', others'. */
  funding: z
    .array(
      z.strictObject({
        from: z.enum(['own', 'partner', 'host', 'public', 'private', 'other']),
        /** The `id` of the partner it comes from. */
        by: someWords.optional(),
        amount: decimal.optional(),
        confirmed: z.boolean().optional(),
      }),
    )
    .max(most)
    .optional(),
})

/** What the applicant did before: applications and awards in any programme, visits, work with a partner. */
const historyShape = z.strictObject({
  applications: z
    .array(
      z.strictObject({
        scheme: term,
        edition: someWords.optional(),
        result: z.enum(['pending', 'awarded', 'declined', 'withdrawn']).optional(),
        on: dayMonthOrYear.optional(),
      }),
    )
    .max(500)
    .optional(),
  visits: z
    .array(z.strictObject({ country: countryCode, on: dayMonthOrYear.optional() }))
    .max(500)
    .optional(),
  partners: z
    .array(z.strictObject({ partner: someWords, on: dayMonthOrYear.optional() }))
    .max(500)
    .optional(),
})

export const applicantShapes = ['individual', 'pair', 'team', 'organisation', 'consortium'] as const
export type ApplicantShape = (typeof applicantShapes)[number]

/**
 * The facts of one application. Lists that are given are whole: `citizenships: ["IN"]` says there is no other. A person
 * or organisation of whom nothing is known yet is `{}`. What a field means when it is absent, where that is not "not yet
 * known", stands beside it.
 */
export const factsShape = z.strictObject({
  /** The moment of application (ISO 8601 instant); absent, the moment somebody asks. */
  submitted_at: moment.optional(),
  applicant: z
    .strictObject({
      shape: z.enum(applicantShapes).optional(),
      /** A pair or team that found each other, or one that the foundation matches. */
      formed: z.enum(['ready-made', 'matched']).optional(),
    })
    .optional(),
  people: z.array(personShape).max(most).optional(),
  organisations: z.array(organisationShape).max(most).optional(),
  legs: z.array(legShape).max(most).optional(),
  activity: activityShape.optional(),
  budget: budgetShape.optional(),
  history: historyShape.optional(),
  /** Documents that are at hand. */
  documents: z.array(term).max(most).optional(),
  /** Answers to the call's own questions, by the question's id. */
  answers: z
    .record(term, z.union([z.boolean(), z.number(), z.string().max(2000), z.array(term).max(most)]))
    .optional(),
  zone: timeZone.optional(),
})

export type Facts = z.output<typeof factsShape>
export type PlaceFact = z.output<typeof placeShape>
export type Person = z.output<typeof personShape>
export type Organisation = z.output<typeof organisationShape>
export type PartTaken = (typeof partsTaken)[number]
