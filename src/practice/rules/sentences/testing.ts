/** One of everything that rules can ask, for tests. */
import { formatsFor, type Locale } from '../../../design/index.ts'
import { speak } from '../../messages/index.ts'
import type { AmountLimit, AmountLine, ComputedLine } from '../amounts/model.ts'
import type { Condition, Test } from '../conditions/model.ts'
import type { Phase } from '../dates/model.ts'
import type { RuleReader, SaidBook } from './model.ts'

export const readerIn = (locale: Locale): RuleReader => ({
  locale,
  say: speak(locale),
  format: formatsFor(locale),
  setName: (id) => (id === 'nobodys' ? undefined : `set ${id}`),
  term: (_, id) => id.replaceAll('-', ' '),
})

/** A book with a set, routes, a named condition, a question and terms of its own. */
export const saidBook: SaidBook = {
  currency: 'SGD',
  dates: {
    zone: 'Asia/Singapore',
    opens: { day: '2027-04-06' },
    grace_minutes: 60,
    extensions: [],
    cancelled: null,
  },
  sets: { 'our-places': { says: { en: 'the listed places', ur: 'درج مقامات' }, places: ['KH', 'XK'] } },
  routes: {
    from: ['residence'],
    to: 'destination',
    elsewhere: 'refuse',
    table: [
      { id: 'across', from: ['asem-asia'], to: ['asem-europe'], both_ways: true, within_country: false },
      { id: 'intra-asia', from: ['asem-asia'], to: ['asem-asia'], both_ways: false, within_country: true },
      {
        id: 'pacific',
        says: { en: 'Australia or New Zealand to Europe', ur: 'آسٹریلیا یا نیوزی لینڈ سے یورپ' },
        from: ['AU', 'NZ'],
        to: ['asem-europe'],
        both_ways: false,
        within_country: false,
      },
    ],
  },
  conditions: { circle: { test: 'named', name: 'circle' } },
  rules: [],
  terms: {
    artist: { en: 'artist', ur: 'فنکار' },
    residency: { en: 'artist residency', ur: 'فنی قیام' },
    'mobility-first': { en: 'Mobility First!', ur: 'موبلٹی فرسٹ' },
    travel: { en: 'international travel', ur: 'بین الاقوامی سفر' },
    visa: { en: 'visa', ur: 'ویزا' },
  },
  questions: [
    {
      id: 'children',
      says: { en: 'How many children travel with you?', ur: 'آپ کے ساتھ کتنے بچے سفر کریں گے؟' },
    },
    {
      id: 'focus',
      says: { en: 'Which focus area?', ur: 'کون سا شعبہ؟' },
      options: [{ id: 'skills', says: { en: 'skills', ur: 'مہارتیں' } }],
    },
  ],
}

const citizens: Condition = {
  test: 'place',
  of: 'citizenship',
  whose: 'everybody',
  which: 'any',
  in: ['asem'],
  on: 'application',
}
const adults: Condition = { test: 'number', of: 'age', from: 18, whose: 'everybody', at: 'travel-start' }

/** At least one condition of each test. */
export const conditions: Record<Test, Condition[]> = {
  place: [
    citizens,
    { ...citizens, in: ['TR'], which: 'first', whose: 'lead' },
    {
      ...citizens,
      of: 'residence',
      which: undefined,
      in: ['creative-europe', 'GB-SCT', 'JP-27', 'XK'],
      except: ['FR', 'CY'],
      for_months: 12,
    },
    {
      ...citizens,
      of: 'base',
      which: 'every',
      as: ['partner', 'host'],
      whose: 'somebody',
      in: ['our-places', 'nobodys', 'own-name'],
    },
    {
      ...citizens,
      of: 'seat',
      which: undefined,
      in: ['VN', 'KH', 'LA', 'TH', 'MM', 'MY', 'ID', 'PH', 'SG', 'BN', 'TL', 'asean'],
    },
    { ...citizens, of: 'departure', which: undefined, in: ['*'], on: { day: '2027-01-01' } },
    { ...citizens, of: 'destination', which: undefined, in: ['asem'], on: 'activity-start' },
    { ...citizens, of: 'activity-place', which: 'first', in: ['asem'] },
  ],
  'same-country': [
    {
      test: 'same-country',
      one: { of: 'citizenship', which: 'any', whose: 'lead' },
      other: { of: 'destination', whose: 'everybody' },
    },
  ],
  route: [{ test: 'route' }, { test: 'route', among: ['across', 'intra-asia', 'pacific'] }],
  shape: [
    {
      test: 'shape',
      among: [
        { shape: 'individual' },
        { shape: 'pair', formed: 'ready-made' },
        { shape: 'team', people: { from: 2, to: 3 } },
        { shape: 'organisation', people: { to: 5 } },
        { shape: 'consortium', organisations: { from: 2 } },
      ],
    },
  ],
  number: [
    adults,
    { ...adults, from: undefined, to: 35, at: { day: '2027-01-01' } },
    { ...adults, to: 35, at: 'application' },
    { test: 'number', of: 'lead-weeks', from: 10, whose: 'everybody', at: 'application' },
    { test: 'number', of: 'activity-days', from: 7, to: 60, whose: 'everybody', at: 'application' },
    {
      test: 'number',
      of: 'requested',
      to: '25000',
      whose: 'everybody',
      at: 'application',
      category: 'travel',
    },
    { test: 'number', of: 'share-at-host', from: 70, whose: 'everybody', at: 'application' },
    { test: 'number', of: 'people', from: 2, to: 2, whose: 'everybody', at: 'application' },
    { test: 'number', of: 'years-of-practice', from: 5, whose: 'somebody', at: 'application' },
  ],
  term: [
    { test: 'term', of: 'role', in: ['artist', 'curator'], whose: 'everybody', which: 'any' },
    { test: 'term', of: 'activity-kind', in: ['residency'], whose: 'everybody', which: 'every' },
    { test: 'term', of: 'language', in: ['en', 'fr'], whose: 'lead', which: 'any' },
    { test: 'term', of: 'document', in: ['invitation', 'passport'], whose: 'everybody', which: 'every' },
    { test: 'term', of: 'travel-mode', in: ['rail', 'sea'], whose: 'everybody', which: 'any' },
  ],
  is: [
    { test: 'is', of: 'begun', whose: 'everybody', is: false },
    { test: 'is', of: 'non-profit', whose: 'lead', is: true },
  ],
  within: [
    { test: 'within', of: 'travel', from: '2027-01-20', to: '2027-11-30' },
    { test: 'within', of: 'activity', from: '2027-01-20' },
    { test: 'within', of: 'activity', to: '2027-11-30' },
  ],
  sides: [
    {
      test: 'sides',
      of: 'organisations',
      place: 'seat',
      sides: [
        { in: ['asem-asia'], from: 1 },
        { in: ['asem-europe'], from: 1, to: 3 },
      ],
      others: 'none',
    },
  ],
  history: [
    {
      test: 'history',
      of: 'awards',
      scheme: 'mobility-first',
      editions: ['2019'],
      except_schemes: ['i-portunus'],
      to: 0,
    },
    { test: 'history', of: 'applications', scheme: 'mobility-first', since: '2026-01-01', to: 1 },
  ],
  'first-time': [
    { test: 'first-time', of: 'destination' },
    { test: 'first-time', of: 'partner' },
  ],
  costs: [{ test: 'costs', only: ['travel', 'visa'], at_most: 3 }],
  'cost-share': [{ test: 'cost-share', of: ['travel'], at_least_percent: 50 }],
  'money-from-each': [{ test: 'money-from-each', of: ['lead', 'partner'] }],
  answer: [
    { test: 'answer', question: 'focus', in: ['skills'] },
    { test: 'answer', question: 'children', from: 1, to: 3 },
    { test: 'answer', question: 'unknown-question', is: true },
  ],
  named: [{ test: 'named', name: 'circle' }],
  expression: [{ test: 'expression', cel: 'true', says: { en: 'The moon is full.', ur: 'چاند پورا ہو۔' } }],
  all: [{ test: 'all', of: [citizens, adults] }],
  any: [{ test: 'any', of: [citizens, { ...citizens, of: 'residence', which: undefined }] }],
  'at-least': [{ test: 'at-least', n: 2, of: [citizens, adults, { test: 'route' }] }],
  not: [{ test: 'not', of: { ...citizens, in: ['TR'] } }],
  count: [{ test: 'count', of: 'people', where: citizens, from: 2, to: 3 }],
}

/** At least one line of each kind. */
export const amountLines: Record<AmountLine['kind'], AmountLine> = {
  fixed: { kind: 'fixed', id: 'fixed', amount: '500', for_each: 'person' },
  rate: {
    kind: 'rate',
    id: 'days',
    says: { en: 'Daily allowance', ur: 'روزانہ خرچ' },
    rate: '85',
    per: 'activity-weeks',
    at_most: 8,
    parts: 'begun',
    for_each: 'application',
  },
  'per-answer': {
    kind: 'per-answer',
    id: 'child',
    rate: '200',
    question: 'children',
    at_most: 3,
    for_each: 'application',
  },
  'by-distance': {
    kind: 'by-distance',
    id: 'travel',
    tiers: [
      { from_km: 0, amount: '400' },
      { from_km: 5000, amount: '800' },
    ],
    for_each: 'leg',
  },
  'by-length': {
    kind: 'by-length',
    id: 'length',
    of: 'activity-weeks',
    tiers: [
      { from: 1, amount: '1000' },
      { from: 4, amount: '2000' },
    ],
    for_each: 'participant',
  },
  'by-route': {
    kind: 'by-route',
    id: 'route',
    amounts: { across: '2000', pacific: '2300' },
    for_each: 'application',
  },
  'real-cost': {
    kind: 'real-cost',
    id: 'cost',
    of: ['travel', 'visa'],
    percent: 80,
    at_most: '2000',
    for_each: 'application',
  },
  'fixed-or-real-cost': {
    kind: 'fixed-or-real-cost',
    id: 'access',
    amount: '30',
    of: ['travel'],
    per: 'activity-days',
    for_each: 'organisation',
  },
  band: { kind: 'band', id: 'band', from: '500', to: '700', for_each: 'application', when: citizens },
  requested: { kind: 'requested', id: 'asked', for_each: 'application' },
}

/** One limit of each kind. */
export const limits: Record<AmountLimit['kind'], AmountLimit> = {
  ceiling: { kind: 'ceiling', id: 'most', amount: '25000', for_each: 'person', when: citizens },
  floor: { kind: 'floor', id: 'least', amount: '100' },
  'by-route': { kind: 'by-route', id: 'cap', amounts: { 'intra-asia': '1000' }, for_each: 'application' },
  'real-cost': { kind: 'real-cost', id: 'no-more' },
  'percent-of-costs': { kind: 'percent-of-costs', id: 'share', percent: 50, of: ['travel'] },
  requested: { kind: 'requested', id: 'asked-for' },
}

/** One worked-out line of each kind. */
export const computedLines: Record<ComputedLine['kind'], ComputedLine> = {
  fixed: { id: 'fixed', kind: 'fixed', from: '500', to: '500', worked: null, hangs: [] },
  rate: {
    id: 'days',
    kind: 'rate',
    from: '850',
    to: '850',
    worked: { kind: 'times', rate: '85', times: 10, unit: 'activity-days' },
    hangs: [],
  },
  'per-answer': {
    id: 'child',
    kind: 'per-answer',
    from: '400',
    to: '400',
    worked: { kind: 'times', rate: '200', times: 2, unit: 'children' },
    hangs: [],
  },
  'by-distance': {
    id: 'travel',
    kind: 'by-distance',
    from: '800',
    to: '800',
    worked: { kind: 'distance', km: 6120 },
    hangs: [],
  },
  'by-length': {
    id: 'length',
    kind: 'by-length',
    from: '1000',
    to: '1000',
    worked: { kind: 'length', length: 3, unit: 'activity-weeks' },
    hangs: [],
  },
  'by-route': {
    id: 'route',
    kind: 'by-route',
    from: '2000',
    to: '2000',
    worked: { kind: 'route', route: 'across' },
    hangs: [],
  },
  'real-cost': {
    id: 'cost',
    kind: 'real-cost',
    from: '1200',
    to: '1200',
    worked: { kind: 'costs', costs: '1500', percent: 80 },
    hangs: [],
  },
  'fixed-or-real-cost': {
    id: 'access',
    kind: 'fixed-or-real-cost',
    from: null,
    to: null,
    worked: null,
    hangs: ['/budget/lines', '/activity/ends'],
  },
  band: { id: 'band', kind: 'band', from: '500', to: '700', worked: null, hangs: [] },
  requested: {
    id: 'asked',
    kind: 'requested',
    from: '1500',
    to: '1500',
    worked: { kind: 'times', rate: '500', times: 3, unit: 'people', heads: 2 },
    hangs: [],
  },
  'limit-ceiling': {
    id: 'most',
    kind: 'limit-ceiling',
    from: '-400',
    to: '-400',
    worked: { kind: 'limit', limit: '1000', before: '1400' },
    hangs: [],
  },
  'limit-floor': { id: 'least', kind: 'limit-floor', from: '50', to: '50', worked: null, hangs: [] },
  'limit-by-route': {
    id: 'cap',
    kind: 'limit-by-route',
    from: '-400',
    to: '-400',
    worked: { kind: 'route', route: null },
    hangs: [],
  },
  'limit-real-cost': { id: 'no-more', kind: 'limit-real-cost', from: '0', to: '0', worked: null, hangs: [] },
  'limit-percent-of-costs': {
    id: 'share',
    kind: 'limit-percent-of-costs',
    from: '-1',
    to: '-1',
    worked: null,
    hangs: [],
  },
  'limit-requested': {
    id: 'asked-for',
    kind: 'limit-requested',
    from: '-1',
    to: '-1',
    worked: null,
    hangs: [],
  },
}

export const phases: Record<Phase, true> = {
  'not-yet-open': true,
  open: true,
  late: true,
  closed: true,
  full: true,
  cancelled: true,
}
