import assert from 'node:assert/strict'
import test from 'node:test'
import { locales } from '../../../design/locales.ts'
import type { Condition } from '../conditions/model.ts'
import { numberFacts, placeFacts, plainFacts, termFacts, type NumberFact } from '../conditions/model.ts'
import type { CallDates, Timing } from '../dates/model.ts'
import type { Rule } from '../model.ts'
import { factNames } from './facts/model.ts'
import { namedSets } from './places/model.ts'
import { amountLines, computedLines, conditions, limits, phases, readerIn, saidBook } from './testing.ts'
import {
  askFact,
  nameOfPlace,
  sayAmount,
  sayAmountLine,
  sayAmountRule,
  sayCondition,
  sayDates,
  sayFact,
  sayLimit,
  sayPlaces,
  sayReason,
  sayRoutes,
  sayRule,
  sayTiming,
} from './words.ts'

const english = readerIn('en')
const urdu = readerIn('ur')
const amount = {
  lines: Object.values(amountLines),
  limits: Object.values(limits),
  rounding: { to: '0.01', how: 'half-up' as const },
}
const book = { ...saidBook, amount }

/** A condition of each fact that its test may ask for. */
const everyFact: Condition[] = [
  ...placeFacts.map((of): Condition => ({
    test: 'place',
    of,
    which: 'any',
    whose: 'everybody',
    in: ['VN'],
    on: 'application',
  })),
  ...Object.keys(numberFacts)
    .filter((of): of is NumberFact => of in numberFacts)
    .map((of): Condition => ({ test: 'number', of, from: 1, to: 2, whose: 'everybody', at: 'application' })),
  ...termFacts.map((of): Condition => ({ test: 'term', of, in: ['en'], whose: 'everybody', which: 'any' })),
  ...plainFacts.flatMap((of): Condition[] => [
    { test: 'is', of, whose: 'everybody', is: true },
    { test: 'is', of, whose: 'everybody', is: false },
  ]),
]

const dates: CallDates = {
  zone: 'Asia/Singapore',
  opens: { day: '2027-04-06' },
  closes: { day: '2027-05-31', time: '17:00' },
  rounds: [
    {
      id: 'may',
      opens: { day: '2027-04-06' },
      closes: { day: '2027-05-31' },
      decides: '2027-06-30',
      activity_from: '2027-07-01',
      activity_to: '2027-12-31',
    },
  ],
  cut_offs: { every: 'month', on: 'last', time: '18:00', until: '2027-12-31', decides_after_days: 28 },
  grace_minutes: 30,
  first_come: 30,
  second_step: { opens: { day: '2027-08-01' }, closes: { day: '2027-08-31' } },
  extensions: [
    {
      from: { day: '2027-05-01' },
      to: { day: '2027-05-31' },
      on: '2027-04-20',
      reason: { en: 'Holidays.', ur: 'تعطیلات۔' },
    },
  ],
  decides: '2027-07-01',
  cancelled: { on: '2027-05-02', reason: { en: 'The borders are closed.', ur: 'سرحدیں بند ہیں۔' } },
}
const closes = Temporal.Instant.from('2027-05-31T16:00:00Z')
const timings = Object.keys(phases)
  .filter((phase): phase is keyof typeof phases => phase in phases)
  .map((phase): Timing => ({ phase, round: '2027-05', step: 2, closes, changes: closes }))

test('every test, line, limit, phase, date, set and fact has its sentence in every language', () => {
  for (const locale of locales) {
    const reader = readerIn(locale)
    const sentences = [
      ...Object.values(conditions).flatMap((list) => list.map((one) => sayCondition(reader, one, book))),
      ...everyFact.map((one) => sayCondition(reader, one, book)),
      ...Object.values(amountLines).map((line) => sayAmountRule(reader, line, book)),
      ...Object.values(limits).map((limit) => sayLimit(reader, limit, book)),
      ...Object.values(computedLines).map((line) => sayAmountLine(reader, line, book)),
      ...sayRoutes(reader, book),
      ...sayDates(reader, dates),
      ...timings.map((timing) => sayTiming(reader, timing, dates)),
      ...namedSets.map((set) => nameOfPlace(reader, set, book)),
      ...factNames.flatMap((name) => {
        const pointer = `/${name.replace('.', '/0/')}`
        return [sayFact(reader, pointer, book), askFact(reader, pointer, book)]
      }),
    ]
    assert.deepEqual(
      sentences.filter((sentence) => sentence.trim() === '' || /[{}]|undefined|null|NaN/.test(sentence)),
      [],
      locale,
    )
  }
})

test('a sentence that is glued from too little is noticed', () => {
  assert.match('{who} lives in undefined.', /[{}]|undefined|null|NaN/)
})

test('conditions are read as sentences', (context) => {
  context.assert.snapshot(
    said((reader, one) => sayCondition(reader, one, book), Object.values(conditions).flat()),
  )
})

test('amounts are read as sentences', (context) => {
  context.assert.snapshot([
    said((reader, line) => sayAmountRule(reader, line, book), Object.values(amountLines)),
    said((reader, limit) => sayLimit(reader, limit, book), Object.values(limits)),
    said((reader, line) => sayAmountLine(reader, line, book), Object.values(computedLines)),
  ])
})

test('dates are read as sentences', (context) => {
  context.assert.snapshot([
    [english, urdu].map((reader) => sayDates(reader, dates)),
    said((reader, timing) => sayTiming(reader, timing, dates), timings),
  ])
})

function said<T>(say: (reader: typeof english, one: T) => string, list: readonly T[]): string[][] {
  return list.map((one) => [say(english, one), say(urdu, one)])
}

const citizens: Rule = {
  kind: 'gate',
  id: 'citizens',
  must: {
    test: 'place',
    of: 'citizenship',
    whose: 'everybody',
    which: 'any',
    in: ['asem'],
    on: 'application',
  },
}
const turkish = {
  rule: 'citizens',
  answer: 'fail',
  hangs: ['/people/0/citizenships'],
  found: { kind: 'places', places: ['TR'] },
} as const

test('a reason names the rule and what was found', () => {
  assert.equal(
    sayReason(english, citizens, turkish, book),
    'This is not met: Each applicant is a national of an ASEM country. With several nationalities, one that fits is enough. From your answers: nationality – Türkiye.',
  )
})

test('the call’s own reason comes first, in the languages it has', () => {
  const rule: Rule = { ...citizens, reason: { en: 'Only nationals of ASEM partners may apply.' } }
  assert.equal(
    sayReason(english, rule, turkish, book),
    'Only nationals of ASEM partners may apply. From your answers: nationality – Türkiye.',
  )
  assert.match(sayReason(urdu, rule, turkish, book), /^یہ شرط پوری نہیں ہوتی/)
})

test('the reason of a gate is not said to whom it lets in', () => {
  const rule: Rule = { ...citizens, reason: { en: 'Only nationals of ASEM partners may apply.' } }
  const answer = { rule: 'citizens', answer: 'pass', hangs: ['/people/0/citizenships'] } as const
  assert.doesNotMatch(sayReason(english, rule, answer, book), /Only nationals/)
})

test('what is not yet known is named, of further people with their number', () => {
  const hangs = ['/people/0/citizenships', '/people/1/citizenships']
  assert.match(
    sayReason(english, citizens, { rule: 'citizens', answer: 'unknown', hangs }, book),
    /^Not yet known: .* It depends on: nationality, nationality \(person 2\)\.$/,
  )
})

test('what was found is named by the fact it hangs on, where two conditions looked for the same kind', () => {
  const rule: Rule = {
    kind: 'gate',
    id: 'home',
    must: {
      test: 'any',
      of: [
        citizens.must,
        { test: 'place', of: 'residence', whose: 'everybody', in: ['asem'], on: 'application' },
      ],
    },
  }
  const answer = { ...turkish, rule: 'home', hangs: ['/people/0/residences'] }
  assert.match(sayReason(english, rule, answer, book), /From your answers: country of residence – Türkiye\.$/)
})

test('of two facts that must be in the same country, both are named', () => {
  const rule: Rule = {
    kind: 'gate',
    id: 'abroad',
    must: {
      test: 'not',
      of: {
        test: 'same-country',
        one: { of: 'residence', whose: 'everybody' },
        other: { of: 'destination', whose: 'everybody' },
      },
    },
  }
  const hangs = ['/legs/0/to', '/people/0/residences']
  const found = { kind: 'places', places: ['TN', 'PT'] } as const
  assert.match(
    sayReason(english, rule, { rule: 'abroad', answer: 'pass', hangs, found }, book),
    /From your answers: country of residence and destination – Tunisia and Portugal\.$/,
  )
})

test('long lists of places begin with their sets and end with the number of others, or are whole', () => {
  const names = ['VN', 'KH', 'LA', 'TH', 'MM', 'MY', 'ID', 'PH', 'SG', 'asean']
  assert.equal(
    sayPlaces(english, names, book),
    'an ASEAN country, Vietnam, Cambodia, Laos, Thailand, Myanmar, Malaysia, Indonesia and 2 others',
  )
  assert.match(sayPlaces({ ...english, wholeLists: true }, names, book), /the Philippines|Philippines/)
})

test('places are called by the call, by the house, by their code, or by the name they are stored with', () => {
  const names = ['our-places', 'eu', 'GB-SCT', 'JP-27', 'PT-13', 'XK', '*', 'spare', 'nobodys']
  assert.deepEqual(
    names.map((name) => nameOfPlace(english, name, book)),
    [
      'the listed places',
      'a European Union country',
      'Scotland',
      'Osaka',
      'Portugal (PT-13)',
      'Kosovo',
      'any country',
      'set spare',
      'nobodys',
    ],
  )
})

test('a name that every object has is a name like any other', () => {
  assert.deepEqual(
    [
      nameOfPlace({ ...english, setName: () => undefined }, 'constructor', book),
      sayCondition(english, { test: 'named', name: 'constructor' }, book),
      sayCondition(english, { test: 'costs', only: ['constructor'] }, book),
    ],
    [
      'constructor',
      'A condition of this call must be met.',
      'Money may be asked for these costs only: constructor.',
    ],
  )
})

test('a rule that concerns some only says whom', () => {
  const rule: Rule = { ...citizens, only_if: { test: 'is', of: 'non-profit', whose: 'lead', is: true } }
  assert.match(
    sayRule(english, rule, book),
    /This applies only in this case: The lead organisation is non-profit\.$/,
  )
})

test('priorities and quotas say what they do', () => {
  const first: Condition = { test: 'first-time', of: 'destination' }
  assert.deepEqual(
    [
      sayRule(english, { kind: 'priority', id: 'first', when: first, counts: 'higher', weight: 1 }, book),
      sayRule(english, { kind: 'priority', id: 'again', when: first, counts: 'lower', weight: 1 }, book),
      sayRule(
        english,
        {
          kind: 'quota',
          id: 'balance',
          groups: [
            { id: 'women', says: { en: 'women' }, where: first, least_percent: 40, most_percent: 60 },
            { id: 'south', says: { en: 'the South' }, where: first, least: 3 },
          ],
        },
        book,
      ),
    ],
    [
      'This counts in your favour: It is the first visit to the country of destination.',
      'This counts against you: It is the first visit to the country of destination.',
      'Among those chosen, a balance is kept: women – 40% to 60%; the South – at least 3.',
    ],
  )
})

test('a closing at midnight is said as the end of the day before', () => {
  const open: Timing = { phase: 'open', round: null, step: 1, closes, changes: closes }
  assert.equal(
    sayTiming(english, open, { ...dates, cancelled: null }),
    'Open. Closes: 31 May 2027, 23:59 (Singapore time).',
  )
})

test('the grace after a closing is not told to applicants', () => {
  assert.doesNotMatch(sayDates(english, dates).join(' '), /30 min|grace|late/)
})

test('an amount is one sum, a band, or not yet known', () => {
  const whole = { currency: 'SGD', atLeast: null, lines: [], hangs: [] }
  assert.deepEqual(
    [
      sayAmount(english, { ...whole, from: '1000', to: '1000' }, book),
      sayAmount(english, { ...whole, from: '500', to: '700' }, book),
      sayAmount(english, { ...whole, from: null, to: null, hangs: ['/activity/ends'] }, book),
      // A currency and its number are never parted at the end of a line.
    ].map((sentence) => sentence.replaceAll('\u00a0', ' ')),
    [
      'Likely amount: SGD 1,000',
      'Likely amount: SGD 500 to SGD 700',
      'The likely amount is not yet known. It depends on: last day of the activity.',
    ],
  )
})
