import assert from 'node:assert/strict'
import test from 'node:test'
import { readShape } from '../../platform/index.ts'
import { amountOf, bookOf, decide } from '../rules/deciding/model.ts'
import { type Facts, factsShape } from '../rules/facts/model.ts'
import { ruleBookShape } from '../rules/model.ts'

// Rules as funders of the field state them, beside the schemes of the demonstration; figures and sets are the test's own.

const now = Temporal.Instant.from('2027-01-15T12:00:00Z')
const members: Record<string, string[]> = {
  asem: ['JP', 'VN', 'ID', 'KR', 'ES', 'DE', 'PH'],
  'asem-asia': ['JP', 'VN', 'ID', 'KR', 'PH'],
  asean: ['VN', 'ID', 'PH'],
  nordic: ['DK', 'FI', 'NO', 'SE', 'IS', 'FO', 'GL', 'AX'],
  baltic: ['EE', 'LV', 'LT'],
}
const house = { membersOf: (set: string) => (members[set] ? new Set(members[set]) : undefined) }

type Asked = { facts: unknown; answer: string; amount?: unknown; fulfils?: string[] }

/** A call by its rules; of each case the answer, the gates that decide, and what would be granted. */
function answersOf(rules: Record<string, unknown>, facts: unknown) {
  const dates = { zone: 'UTC', opens: { day: '2027-01-01' }, closes: { day: '2027-02-01' } }
  const read = readShape(ruleBookShape, { currency: 'EUR', dates, ...rules })
  assert.ok('record' in read, JSON.stringify('faults' in read && read.faults))
  const book = bookOf(read.record, house)
  const given: Facts = factsShape.parse(facts)
  const { answer, gates, priorities, quotas } = decide(book, given, now)
  const deciding = gates.filter((gate) => answer !== 'pass' && gate.answer === answer)
  const amount = amountOf(book, given, now)
  return {
    answer: [answer, ...deciding.map(({ rule }) => rule)].join(' '),
    amount: amount && (amount.from === amount.to ? amount.from : `${amount.from} to ${amount.to}`),
    fulfils: [
      ...priorities.filter((one) => one.answer === 'pass').map(({ rule }) => rule),
      ...quotas.flatMap(({ groups }) =>
        groups.filter((one) => one.answer === 'pass').map(({ group }) => group),
      ),
    ],
    missing: deciding.flatMap(({ hangs }) => hangs),
  }
}

function check(rules: Record<string, unknown>, cases: Record<string, Asked>): void {
  for (const [name, { facts, ...expected }] of Object.entries(cases)) {
    const found: Record<string, unknown> = answersOf(rules, facts)
    const asked = Object.fromEntries(Object.keys(expected).map((key) => [key, found[key]]))
    assert.deepEqual(asked, expected, name)
  }
}

const gate = (id: string, must: unknown, onlyIf?: unknown) => ({
  id,
  kind: 'gate',
  must,
  ...(onlyIf === undefined ? {} : { only_if: onlyIf }),
})

test('an arts council of one part of a country: residence, a year of practice, a band, two awards at most', () => {
  const practising = { test: 'number', of: 'years-of-practice', from: 1 }
  const rules = {
    currency: 'GBP',
    rules: [
      gate('lives-here', { test: 'place', of: 'residence', in: ['GB-ENG'] }),
      gate('adult', { test: 'number', of: 'age', from: 18 }),
      gate('a-year-of-practice', practising),
      gate('no-student', { test: 'not', of: { test: 'term', of: 'career-stage', in: ['student'] } }),
      gate('band', { test: 'number', of: 'requested', from: '2000', to: '12000' }),
      gate('within-a-year', { test: 'number', of: 'activity-months', to: 12 }),
      gate('two-awards', { test: 'history', of: 'awards', scheme: 'develop', to: 1 }),
      gate('not-twice-a-year', {
        test: 'history',
        of: 'applications',
        scheme: 'develop',
        since: '2026-02-01',
        to: 1,
      }),
    ],
    amount: { lines: [{ id: 'requested', kind: 'requested' }] },
  }
  const person = { birth_date: '1990-05-01', career_start: '2020', career_stage: 'emerging' }
  const living = (place: object) => ({ people: [{ ...person, residences: [place] }] })
  const rest = {
    budget: { currency: 'GBP', requested: '2000' },
    activity: { starts: '2027-04-01', ends: '2028-03-31' },
    history: { applications: [] },
  }
  const facts = { ...living({ country: 'GB', part: 'GB-ENG' }), ...rest }
  const earlier = (...on: string[]) => on.map((day) => ({ scheme: 'develop', result: 'declined', on: day }))
  const awarded = { scheme: 'develop', result: 'awarded', on: '2022-01-01' }
  check(rules, {
    'in England': { facts, answer: 'pass', amount: '2000' },
    'in Scotland': {
      facts: { ...living({ country: 'GB', part: 'GB-SCT' }), ...rest },
      answer: 'fail lives-here',
    },
    'a penny too little': {
      facts: { ...facts, budget: { currency: 'GBP', requested: '1999.99' } },
      answer: 'fail band',
    },
    'twelve months and a day': {
      facts: { ...facts, activity: { starts: '2027-04-01', ends: '2028-04-01' } },
      answer: 'fail within-a-year',
    },
    'one award before': { facts: { ...facts, history: { applications: [awarded] } }, answer: 'pass' },
    'two awards before': {
      facts: { ...facts, history: { applications: [awarded, awarded] } },
      answer: 'fail two-awards',
    },
    'two in the last year': {
      facts: { ...facts, history: { applications: earlier('2026-03-01', '2026-09-01') } },
      answer: 'fail not-twice-a-year',
    },
    'one of two long ago': {
      facts: { ...facts, history: { applications: earlier('2025-03-01', '2026-09-01') } },
      answer: 'pass',
    },
  })
  const somewhere = answersOf(rules, { ...living({ country: 'GB' }), ...rest })
  assert.deepEqual(
    [somewhere.answer, somewhere.missing],
    ['unknown lives-here', ['/people/0/residences/0/part']],
  )
})

test('a fund for organisations: three of five kinds of cost, four fifths of them, and an account of its own', () => {
  const kinds = ['travel', 'accommodation', 'fees', 'materials', 'translation']
  const rules = {
    currency: 'JPY',
    rules: [
      gate('organisation', { test: 'shape', among: [{ shape: 'organisation' }] }),
      gate('based', { test: 'place', of: 'seat', in: ['JP', 'asean'], whose: 'lead' }),
      gate('three-of-five', { test: 'costs', only: kinds, at_most: 3 }),
      gate('own-account', { test: 'answer', question: 'own-account', is: true }),
      gate('founded', { test: 'number', of: 'years-since-founding', from: 2, whose: 'lead' }),
    ],
    amount: {
      lines: [{ id: 'costs', kind: 'real-cost' }],
      limits: [
        { id: 'share', kind: 'percent-of-costs', percent: 80 },
        { id: 'most', kind: 'ceiling', amount: '10000000' },
      ],
      rounding: { to: '1000', how: 'down' },
    },
  }
  const budget = (...lines: [string, string][]) => ({
    currency: 'JPY',
    lines: lines.map(([category, amount]) => ({ category, amount })),
  })
  const facts = {
    applicant: { shape: 'organisation' },
    organisations: [{ as: 'lead', seat: { country: 'PH' }, founded: '2020-06' }],
    budget: budget(['travel', '1000000'], ['fees', '500000'], ['materials', '100900']),
    answers: { 'own-account': true },
  }
  check(rules, {
    'three kinds': { facts, answer: 'pass', amount: '1280000' },
    'more than the most': {
      facts: { ...facts, budget: budget(['travel', '13000000']) },
      answer: 'pass',
      amount: '10000000',
    },
    'four kinds': {
      facts: {
        ...facts,
        budget: budget(['travel', '1'], ['fees', '1'], ['materials', '1'], ['translation', '1']),
      },
      answer: 'fail three-of-five',
    },
    'another kind': {
      facts: { ...facts, budget: budget(['travel', '1'], ['rent', '1']) },
      answer: 'fail three-of-five',
    },
    'the account of a person': {
      facts: { ...facts, answers: { 'own-account': false } },
      answer: 'fail own-account',
    },
    'a year old': {
      facts: { ...facts, organisations: [{ as: 'lead', seat: { country: 'PH' }, founded: '2026-01' }] },
      answer: 'fail founded',
    },
  })
})

test('an online residency in pairs: of one nationality each, or found by the foundation', () => {
  const inPairs = { test: 'shape', among: [{ shape: 'pair' }] }
  const rules = {
    currency: 'USD',
    rules: [
      gate('alone-or-paired', {
        test: 'shape',
        among: [{ shape: 'individual' }, { shape: 'pair', formed: 'ready-made' }],
      }),
      gate('nationality', { test: 'place', of: 'citizenship', which: 'any', in: ['asean', 'KR'] }),
      gate(
        'one-of-each',
        {
          test: 'sides',
          of: 'people',
          place: 'citizenship',
          sides: [
            { in: ['asean'], from: 1, to: 1 },
            { in: ['KR'], from: 1, to: 1 },
          ],
          others: 'none',
        },
        inPairs,
      ),
      gate('weeks', { test: 'number', of: 'activity-weeks', from: 4, to: 8 }),
      gate('online', { test: 'is', of: 'online' }),
    ],
    amount: { lines: [{ id: 'fee', kind: 'rate', rate: '500', per: 'people' }] },
  }
  const activity = { starts: '2027-05-03', ends: '2027-05-30', online: true }
  const pair = (...countries: string[]) => ({
    applicant: { shape: 'pair', formed: 'ready-made' },
    people: countries.map((country) => ({ citizenships: [country] })),
    activity,
  })
  const alone = { applicant: { shape: 'individual' }, people: [{ citizenships: ['KR'] }], activity }
  check(rules, {
    'one of each': { facts: pair('VN', 'KR'), answer: 'pass', amount: '1000' },
    'both Korean': { facts: pair('KR', 'KR'), answer: 'fail one-of-each' },
    'one from elsewhere': { facts: pair('KR', 'JP'), answer: 'fail nationality one-of-each' },
    'alone, to be paired': { facts: alone, answer: 'pass', amount: '500' },
    'three weeks and six days': {
      facts: { ...alone, activity: { ...activity, ends: '2027-05-29' } },
      answer: 'fail weeks',
    },
    'a team': {
      facts: { ...pair('VN', 'KR'), applicant: { shape: 'team' } },
      answer: 'fail alone-or-paired',
    },
  })
})

test('each person by nationality, or by another nationality with residence', () => {
  const asian = { test: 'place', of: 'citizenship', which: 'any', in: ['asem-asia'] }
  const inSpain = {
    test: 'all',
    of: [
      { test: 'place', of: 'citizenship', which: 'any', in: ['asem'] },
      { test: 'place', of: 'residence', in: ['ES'] },
    ],
  }
  const either = { test: 'not', of: { test: 'any', of: [asian, inSpain] } }
  const rules = { rules: [gate('each', { test: 'count', of: 'people', where: either, to: 0 })] }
  const person = (citizenship: string, home: string) => ({
    citizenships: [citizenship],
    residences: [{ country: home }],
  })
  check(rules, {
    'one by each way': { facts: { people: [person('JP', 'JP'), person('DE', 'ES')] }, answer: 'pass' },
    'a German in Germany': {
      facts: { people: [person('JP', 'JP'), person('DE', 'DE')] },
      answer: 'fail each',
    },
    'a Brazilian in Spain': { facts: { people: [person('BR', 'ES')] }, answer: 'fail each' },
    'an Asian of whom no home is known': { facts: { people: [{ citizenships: ['VN'] }] }, answer: 'pass' },
    'a German of whom no home is known': {
      facts: { people: [{ citizenships: ['DE'] }] },
      answer: 'unknown each',
    },
  })
})

test('an award for women up to 35 on the closing day, of the first passport, balanced by region', () => {
  const women = { test: 'term', of: 'gender', in: ['woman'] }
  const region = (id: string, places: string[]) => ({
    id,
    where: { test: 'place', of: 'citizenship', which: 'first', in: places },
    least_percent: 30,
  })
  const rules = {
    rules: [
      gate('up-to-35', { test: 'number', of: 'age', to: 35, at: 'closing' }),
      gate('passport', { test: 'place', of: 'citizenship', which: 'first', in: ['asean', 'KR', 'JP'] }),
      gate('new', { test: 'history', of: 'awards', except_schemes: ['seed-money'], to: 0 }),
      { id: 'women', kind: 'priority', when: women, counts: 'higher', weight: 2 },
      {
        id: 'known-partner',
        kind: 'priority',
        when: { test: 'not', of: { test: 'first-time', of: 'partner' } },
        counts: 'lower',
      },
      {
        id: 'balance',
        kind: 'quota',
        groups: [region('south-east', ['asean']), region('east', ['JP', 'KR'])],
      },
    ],
    amount: { lines: [{ id: 'award', kind: 'fixed', amount: '5000' }] },
  }
  const born = (birth: string, citizenships = ['VN', 'DE']) => ({
    people: [{ citizenships, birth_date: birth, gender: 'woman' }],
    organisations: [{ id: 'a-partner', as: 'partner' }],
    history: { applications: [{ scheme: 'seed-money', result: 'awarded' }], partners: [] },
  })
  check(rules, {
    '35 on the closing day': {
      facts: born('1991-02-02'),
      answer: 'pass',
      amount: '5000',
      fulfils: ['women', 'south-east'],
    },
    '36 on the closing day': { facts: born('1991-02-01'), answer: 'fail up-to-35' },
    'the second passport does not count': {
      facts: born('1995-01-01', ['DE', 'VN']),
      answer: 'fail passport',
    },
    'an award elsewhere': {
      facts: {
        ...born('1995-01-01'),
        history: { applications: [{ scheme: 'other', result: 'awarded' }], partners: [] },
      },
      answer: 'fail new',
    },
    'with the same partner again': {
      facts: { ...born('1995-01-01'), history: { applications: [], partners: [{ partner: 'a-partner' }] } },
      answer: 'pass',
      fulfils: ['women', 'known-partner', 'south-east'],
    },
  })
})

test('travel between eight countries and three territories: by area, ten nights at most, slow travel worth more', () => {
  const rules = {
    routes: {
      from: ['residence'],
      elsewhere: 'refuse',
      table: [
        { id: 'far', from: ['GL'], to: ['nordic', 'baltic'], both_ways: true },
        { id: 'islands', from: ['IS', 'FO'], to: ['nordic', 'baltic'], both_ways: true },
        { id: 'near', from: ['nordic', 'baltic'], to: ['nordic', 'baltic'] },
      ],
    },
    rules: [
      gate('route', { test: 'route' }),
      gate('ahead', { test: 'number', of: 'travel-lead-days', from: 42 }),
      gate('size', {
        test: 'shape',
        among: [{ shape: 'individual' }, { shape: 'team', people: { from: 2, to: 4 } }],
      }),
    ],
    amount: {
      lines: [
        {
          id: 'journey',
          kind: 'by-route',
          amounts: { near: '250', islands: '450', far: '700' },
          for_each: 'person',
        },
        { id: 'nights', kind: 'rate', rate: '70', per: 'activity-days', at_most: 10, for_each: 'person' },
        {
          id: 'slow',
          kind: 'fixed',
          amount: '100',
          for_each: 'person',
          when: { test: 'term', of: 'travel-mode', in: ['rail', 'sea', 'road'], which: 'every' },
        },
      ],
      limits: [{ id: 'most', kind: 'ceiling', amount: '2500' }],
    },
  }
  const journey = (from: string, to: string, mode = 'air') => ({
    applicant: { shape: 'individual' },
    people: [{ residences: [{ country: from }] }],
    legs: [
      { from: { country: from }, to: { country: to }, departs: '2027-03-01', arrives: '2027-03-01', mode },
    ],
    activity: { starts: '2027-03-02', ends: '2027-03-15' },
  })
  const team = {
    ...journey('FI', 'EE', 'sea'),
    applicant: { shape: 'team' },
    people: [{ residences: [{ country: 'FI' }] }, { residences: [{ country: 'FI' }] }],
  }
  check(rules, {
    near: { facts: journey('FI', 'EE'), answer: 'pass', amount: '950' },
    'by ship': { facts: journey('FI', 'EE', 'sea'), answer: 'pass', amount: '1050' },
    'to Iceland': { facts: journey('LV', 'IS'), answer: 'pass', amount: '1150' },
    'two of them': { facts: team, answer: 'pass', amount: '2100' },
    'from elsewhere': { facts: journey('DE', 'SE'), answer: 'fail route' },
    'too late': {
      facts: {
        ...journey('FI', 'EE'),
        legs: [
          {
            from: { country: 'FI' },
            to: { country: 'EE' },
            departs: '2027-02-25',
            arrives: '2027-02-25',
            mode: 'air',
          },
        ],
      },
      answer: 'fail ahead',
    },
  })
})

test('a residency in one region for people of others: lived there a year, months begun, two ages of artist', () => {
  const rules = {
    currency: 'JPY',
    sets: {
      kansai: { says: { en: 'Kansai' }, places: ['JP-25', 'JP-26', 'JP-27', 'JP-28', 'JP-29', 'JP-30'] },
    },
    conditions: {
      'from-there': { test: 'place', of: 'residence', in: ['kansai'], for_months: 12 },
    },
    rules: [
      gate('lived-in-kansai', { test: 'named', name: 'from-there' }),
      gate('elsewhere', { test: 'place', of: 'destination', in: ['*'], except: ['kansai', 'KP'] }),
      gate('two-of-three-papers', {
        test: 'at-least',
        n: 2,
        of: ['portfolio', 'letter', 'plan'].map((document) => ({
          test: 'term',
          of: 'document',
          in: [document],
        })),
      }),
      gate('two-ages', {
        test: 'expression',
        cel: 'facts.people.exists(a, facts.people.exists(b, years(a.birth_date, applied) - years(b.birth_date, applied) >= 20))',
        says: { en: 'One of you is at least twenty years older than another.' },
      }),
    ],
    amount: {
      lines: [{ id: 'stipend', kind: 'rate', rate: '150000', per: 'activity-months', for_each: 'person' }],
      limits: [{ id: 'least', kind: 'floor', amount: '400000' }],
    },
  }
  const person = (birth: string, part = 'JP-26', since = '2024-04') => ({
    birth_date: birth,
    residences: [{ country: 'JP', part, since }],
  })
  const facts = {
    people: [person('1960-01-01'), person('1995-01-01')],
    legs: [{ to: { country: 'JP', part: 'JP-13', city: 'Tokyo' } }],
    activity: { starts: '2027-05-01', ends: '2027-06-30' },
    documents: ['portfolio', 'plan'],
  }
  check(rules, {
    'from Kyoto to Tokyo': { facts, answer: 'pass', amount: '600000' },
    'a month only': {
      facts: { ...facts, activity: { starts: '2027-05-01', ends: '2027-05-31' } },
      answer: 'pass',
      amount: '400000',
    },
    'to Osaka': {
      facts: { ...facts, legs: [{ to: { country: 'JP', part: 'JP-27' } }] },
      answer: 'fail elsewhere',
    },
    'for eleven months': {
      facts: { ...facts, people: [person('1960-01-01'), person('1995-01-01', 'JP-26', '2026-02-20')] },
      answer: 'fail lived-in-kansai',
    },
    'one paper': { facts: { ...facts, documents: ['plan'] }, answer: 'fail two-of-three-papers' },
    'of one age': {
      facts: { ...facts, people: [person('1990-01-01'), person('1995-01-01')] },
      answer: 'fail two-ages',
    },
  })
})

test('of two passports the route that goes first counts, in whatever order they are named', () => {
  const rules = {
    routes: {
      from: ['departure', 'citizenship'],
      which: 'any',
      elsewhere: 'refuse',
      table: [
        { id: 'far', from: ['JP'], to: ['DE'] },
        { id: 'near', from: ['VN'], to: ['DE'] },
      ],
    },
    rules: [gate('route', { test: 'route' })],
    amount: { lines: [{ id: 'cap', kind: 'by-route', amounts: { far: '2300', near: '1000' } }] },
  }
  const from = (...citizenships: string[]) => ({
    facts: { people: [{ citizenships }], legs: [{ from: { country: 'CA' }, to: { country: 'DE' } }] },
    answer: 'pass',
    amount: '2300',
  })
  check(rules, { 'one way': from('VN', 'JP'), 'the other': from('JP', 'VN') })
})

test('a share at the boundary is exact, and no periods are no other activity', () => {
  const rules = { rules: [gate('share', { test: 'number', of: 'share-at-host', from: 58, to: 58 })] }
  const activity = { starts: '2027-03-01', ends: '2027-04-19', days_at_host: 29 }
  check(rules, {
    exact: { facts: { activity }, answer: 'pass' },
    'no periods': { facts: { activity: { ...activity, periods: [] } }, answer: 'pass' },
  })
})

test('whoever moved within the countries that are asked for has lived there all the while', () => {
  const rules = {
    rules: [gate('year', { test: 'place', of: 'residence', in: ['nordic'], for_months: 12 })],
  }
  const home = (...residences: object[]) => ({ people: [{ residences }] })
  const finland = { country: 'FI', since: '2026-10-01' }
  check(rules, {
    moved: { facts: home({ country: 'SE', since: '2020', until: '2026-09' }, finland), answer: 'pass' },
    'came lately': { facts: home(finland), answer: 'fail year' },
    'came from elsewhere': {
      facts: home({ country: 'DE', since: '2020', until: '2026-09' }, finland),
      answer: 'fail year',
    },
    'was away': {
      facts: home({ country: 'SE', since: '2020', until: '2025-12' }, finland),
      answer: 'fail year',
    },
    'not said since when': {
      facts: home({ country: 'SE', until: '2026-09-30' }, finland),
      answer: 'unknown year',
    },
  })
})
