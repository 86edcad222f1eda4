/** What the house itself asks of records before they are published. Pure. */
import {
  type CheckAnswer,
  type CheckRule,
  commonRules,
  type Finding,
  findingsOfText,
  type GivenAnswer,
  isStated,
  type Looking,
  organisationRules,
  type Plain,
} from '../../community/index.ts'
import type { DeskKind } from '../desk/fields/model.ts'

type Test = (record: Plain) => boolean

/** A rule of a whole record that must be kept: the field is to be mended where the test fails. */
const must = (id: string, field: string, isKept: Test): CheckRule => ({
  id,
  level: 'must',
  of: 'record',
  failsIn: (record) => (isKept(record) ? undefined : field),
})

const says =
  (...fields: string[]): Test =>
  (record) =>
    fields.some((field) => isStated(record[field]))

const isFree: Test = (record) => record['fee'] !== 'paid'
const unless =
  (exempt: Test, test: Test): Test =>
  (record) =>
    exempt(record) || test(record)

/** A source that says nothing of it is an answer too, once somebody has looked. */
const statedOrNot = (id: string, field: string, isKept: Test): CheckRule => ({
  ...must(id, field, isKept),
  answerable: true,
})

const opportunityRules: readonly CheckRule[] = [
  ...commonRules({ title: 'title', source: ['url'], sourceLevel: 'must' }),
  must('fee-amount', 'fee_amount', unless(isFree, says('fee_amount'))),
  must('fee-currency', 'fee_currency', unless(isFree, says('fee_currency'))),
  must('fee-reason', 'fee_reason', unless(isFree, says('fee_reason'))),
  statedOrNot(
    'who-may-apply',
    'eligibility',
    says(
      'anyone',
      'eligibility',
      'eligible_basis',
      'eligible_countries',
      'eligible_regions',
      'citizenship',
      'residence',
      'base',
    ),
  ),
  // An empty list says that nothing is covered.
  statedOrNot(
    'what-is-covered',
    'covers',
    (record) => Array.isArray(record['covers']) || says('funding_summary')(record),
  ),
  { ...must('closing', 'deadline', says('deadline', 'rounds', 'deadline_kind')), level: 'should' },
]

const takesPlaceOnline: Test = (record) =>
  record['online'] === true || record['attendance'] === 'online' || record['attendance'] === 'hybrid'

const eventRules: readonly CheckRule[] = [
  ...commonRules({ title: 'title', source: ['url', 'more_sources'], sourceLevel: 'should' }),
  // One that is put off has no date until it has a new one.
  must(
    'event-date',
    'start_date',
    unless((record) => record['status'] === 'postponed', says('start_date')),
  ),
  // A part takes place where the whole does, unless it says otherwise.
  must('event-place', 'city', unless(takesPlaceOnline, says('city', 'venue', 'country_code', 'parent'))),
]

const articleRules: readonly CheckRule[] = [
  ...commonRules({ title: 'title', source: ['url'], sourceLevel: 'should' }),
  must('author', 'author', says('author')),
  must('article-date', 'date', says('date')),
]

const programmeRules: readonly CheckRule[] = commonRules({
  title: 'name',
  source: ['source_url', 'more_sources'],
  sourceLevel: 'should',
})

/** The rules of each kind of record the desk keeps. */
export const rulesOf: Record<DeskKind, readonly CheckRule[]> = {
  opportunities: opportunityRules,
  events: eventRules,
  articles: articleRules,
  programmes: programmeRules,
  organisations: organisationRules,
}

/** What one language of a record fails, and the record as a whole, what must be mended first. */
export function findingsOf(kind: DeskKind, record: Plain, lang: string, looking: Looking): Finding[] {
  return findingsOfText({ name: kind, rules: rulesOf[kind] }, record, lang, looking)
}

/** What is asked of a person about a record, what they can answer, and what somebody did. */
export type Asked = { rule: string; answers: readonly CheckAnswer[]; given: GivenAnswer | undefined }

/** What a record fails, and what is asked of a person about it. */
export type Checks = { findings: Finding[]; asked: Asked[] }
