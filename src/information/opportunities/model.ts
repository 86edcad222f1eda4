import { z } from 'zod'
import {
  type Known,
  langTag,
  picturesShape,
  placeOrSetShape,
  placeShape,
  recordId,
  termListShape,
  termShape,
  termsShape,
  textFields,
  realDates,
} from '../../community/index.ts'
import {
  day,
  listOf,
  maybe,
  someWords,
  timeOfDay,
  timeZone,
  webAddress,
  words,
  slugName,
  wholeNumber,
} from '../../platform/index.ts'
import {
  anywhereOnEarth,
  type Change,
  closingOf,
  type DeadlineKind,
  deadlineKinds,
  isUndated,
  type Round,
} from '../deadlines/model.ts'
import { bases, type Who, type WhoTest } from '../eligibility/model.ts'

/** The texts of a call besides title, summary and body. */
export const opportunityPieces = [
  'eligibility',
  'funding_summary',
  'deadline_text',
  'fee_reason',
  'access_support',
] as const

const zone = z.union([z.literal(anywhereOnEarth), timeZone])
const changeKinds = ['extended', 'shortened', 'cancelled', 'reopened'] as const

const round = z.strictObject({
  deadline: day,
  time: maybe(timeOfDay),
  zone: maybe(zone),
  text: maybe(words),
})
const change = z.strictObject({
  kind: z.enum(changeKinds),
  on: maybe(day),
  from: maybe(day),
  to: maybe(day),
  words: maybe(words),
})

/** What a call says of when it closes. */
const deadlineFields = {
  status: maybe(z.enum(['open', 'cancelled'])),
  deadline_kind: maybe(z.enum(deadlineKinds)),
  deadline: maybe(day),
  deadline_time: maybe(timeOfDay),
  deadline_zone: maybe(zone),
  places: maybe(wholeNumber.positive('is not a number of places')),
  rounds: listOf(round),
  deadline_changes: listOf(change),
}

/** The same of a whole record, whatever else it holds. */
export const statedDeadline = z.object(deadlineFields)
export type StatedDeadline = z.output<typeof statedDeadline>

/** A call as files hold it; consistency between fields is part of the shape. */
export function opportunityShape(known: Known) {
  return z
    .strictObject({
      ...textFields(opportunityPieces),
      title: someWords,
      eligibility: maybe(words),
      funding_summary: maybe(words),
      deadline_text: maybe(words),
      fee_reason: maybe(words),
      access_support: maybe(words),
      slug: maybe(slugName),
      type: maybe(termShape(known, 'opportunity-type')),
      organiser: maybe(words),
      partners: listOf(someWords),
      host_countries: listOf(placeShape(known)),
      host_city: maybe(words),
      online: z
        .boolean()
        .nullish()
        .transform((given) => given ?? false),
      disciplines: termListShape(known, 'discipline'),
      themes: termListShape(known, 'theme'),
      programme: maybe(recordId),
      ...deadlineFields,
      fee: maybe(z.enum(['none', 'paid'])),
      fee_amount: maybe(z.string().regex(/^\d{1,11}(\.\d{1,2})?$/, 'is not an amount such as 25 or 25.50')),
      fee_currency: maybe(z.string().regex(/^[A-Z]{3}$/, 'is not a currency code (ISO 4217)')),
      covers: maybe(termsShape(known, 'covers')),
      eligible_countries: listOf(placeShape(known)),
      eligible_regions: listOf(someWords),
      eligible_except: listOf(placeShape(known)),
      eligible_basis: maybe(z.enum(bases)),
      citizenship: maybe(z.array(placeOrSetShape(known))),
      residence: maybe(z.array(placeOrSetShape(known))),
      base: maybe(z.array(placeOrSetShape(known))),
      anyone: z
        .boolean()
        .nullish()
        .transform((given) => given ?? false),
      applicant_shapes: maybe(termsShape(known, 'applicant-shape')),
      applicant_roles: maybe(termsShape(known, 'applicant-role')),
      career_stages: maybe(termsShape(known, 'career-stage')),
      age_min: maybe(z.number().int().min(0).max(150)),
      age_max: maybe(z.number().int().min(0).max(150)),
      application_languages: maybe(z.array(langTag)),
      activity_start: maybe(day),
      activity_end: maybe(day),
      url: maybe(webAddress),
      note: maybe(words),
      last_checked: maybe(day),
      readings: z
        .record(z.string(), words)
        .nullish()
        .transform((given) => given ?? {}),
      real_dates: maybe(realDates),
      pictures: picturesShape,
    })
    .superRefine((call, context) => {
      // What fields say together means nothing while one of them cannot be read.
      if (context.issues.length > 0) return
      const fault = (path: string, message: string, input: unknown) =>
        context.addIssue({ code: 'custom', path: [path], message, input })
      if (call.activity_start && call.activity_end && call.activity_end < call.activity_start) {
        fault('activity_end', 'is before activity_start', call.activity_end)
      }
      if (call.age_min !== null && call.age_max !== null && call.age_max < call.age_min) {
        fault('age_max', 'is below age_min', call.age_max)
      }
      if (call.fee !== 'paid' && call.fee_amount !== null) {
        fault('fee_amount', 'is given, but the fee is not “paid”', call.fee_amount)
      }
      if (call.deadline_kind && isUndated(call.deadline_kind) && (call.deadline ?? call.rounds[0])) {
        fault('deadline', `is given, but a call that is “${call.deadline_kind}” has none`, call.deadline)
      }
      for (const stated of roundsOf(call)) {
        try {
          closingOf(stated)
        } catch {
          fault('deadline_time', 'does not exist in that zone: the clock skips it', stated.time)
        }
      }
    })
}

export type OpportunityRecord = z.output<ReturnType<typeof opportunityShape>>

/** The rounds of a call: those listed, or the one deadline. */
export function roundsOf(
  call: Pick<StatedDeadline, 'deadline' | 'deadline_time' | 'deadline_zone' | 'rounds'>,
): Round[] {
  if (call.rounds.length > 0) return call.rounds
  if (call.deadline === null) return []
  return [{ deadline: call.deadline, time: call.deadline_time, zone: call.deadline_zone, text: null }]
}

/** A call with a date and nothing else said is fixed; one without is not announced. */
export function deadlineKindOf(call: StatedDeadline): DeadlineKind {
  return call.deadline_kind ?? (roundsOf(call).length > 0 ? 'fixed' : 'not-announced')
}

/** A call as lists show it. */
export type OpportunityRow = {
  id: string
  slug: string
  /** Its page, where that is not `/opportunities/SLUG`: of a call of the house. */
  page: string | null
  title: string
  summary: string | null
  lang: string
  demonstration: boolean
  type: string | null
  organiser: string | null
  hostCountries: string[]
  hostCity: string | null
  online: boolean
  disciplines: string[]
  deadlineKind: DeadlineKind
  rounds: Round[]
  cancelled: boolean
  places: number | null
  fee: 'none' | 'paid' | null
  feeAmount: string | null
  feeCurrency: string | null
  covers: string[] | null
  whoTest: WhoTest
  eligibleCountries: string[]
  eligibleRegions: string[]
  eligibleExcept: string[]
  citizenship: string[] | null
  residence: string[] | null
  base: string[] | null
  citizenshipPlaces: string[]
  residencePlaces: string[]
  realDates: Record<string, string> | null
  lastChecked: string | null
  /** How the call stands to what the visitor told: 2 yes, 1 depends, -1 not stated. */
  standing: number
}

/** The page that shows it, without the language. */
export function pageOf({ page, slug }: Pick<OpportunityRow, 'page' | 'slug'>): string {
  return page ?? `/opportunities/${slug}`
}

/** A call with all that is known of it. */
export type Opportunity = Omit<
  OpportunityRow,
  'title' | 'summary' | 'lang' | 'demonstration' | 'standing'
> & {
  originalLang: string
  partners: string[]
  themes: string[]
  programme: string | null
  applicantShapes: string[] | null
  applicantRoles: string[] | null
  careerStages: string[] | null
  ageMin: number | null
  ageMax: number | null
  applicationLanguages: string[] | null
  activityStart: string | null
  activityEnd: string | null
  url: string | null
  note: string | null
  readings: Record<string, string>
  changes: Change[]
}

export function whoOf(call: Pick<Opportunity, 'whoTest' | 'citizenshipPlaces' | 'residencePlaces'>): Who {
  return { test: call.whoTest, citizenship: call.citizenshipPlaces, residence: call.residencePlaces }
}
