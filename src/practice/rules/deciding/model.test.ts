import assert from 'node:assert/strict'
import test from 'node:test'
import { readShape } from '../../../platform/index.ts'
import { type Facts, factsShape } from '../facts/model.ts'
import { ruleBookShape } from '../model.ts'
import { bookOf, decide } from './model.ts'

const now = Temporal.Instant.from('2019-03-01T12:00:00Z')
const sets: Record<string, string[]> = {
  'asem-asia': ['AU', 'NZ', 'RU', 'JP', 'VN', 'IN', 'KR', 'TH', 'MY'],
  'asem-europe': ['FR', 'IT', 'DE', 'PL', 'PT', 'ES'],
}
const house = {
  membersOf: (set: string) => (sets[set] ? new Set(sets[set]) : undefined),
}

function bookFrom(rules: unknown[], besides: Record<string, unknown> = {}) {
  const given = {
    currency: 'SGD',
    dates: { zone: 'Asia/Singapore', opens: { day: '2019-01-01' }, closes: { day: '2019-04-30' } },
    rules,
    ...besides,
  }
  const read = readShape(ruleBookShape, given)
  assert.ok('record' in read, JSON.stringify('faults' in read && read.faults))
  return bookOf(read.record, house)
}

function factsOf(given: unknown): Facts {
  return factsShape.parse(given)
}

const answers = (book: ReturnType<typeof bookFrom>, given: unknown) => {
  const { answer, gates } = decide(book, factsOf(given), now)
  return [answer, gates.map((gate) => gate.answer).join(' ')]
}

test('nationality, route and lead time decide, and what is missing is named', () => {
  const book = bookFrom(
    [
      {
        id: 'citizen',
        kind: 'gate',
        must: { test: 'place', of: 'citizenship', which: 'any', in: ['asem-asia', 'asem-europe'] },
      },
      { id: 'route', kind: 'gate', must: { test: 'route' } },
      { id: 'early', kind: 'gate', must: { test: 'number', of: 'lead-weeks', from: 10 } },
    ],
    {
      routes: {
        from: ['departure', 'citizenship'],
        elsewhere: 'refuse',
        table: [
          { id: 'inter', from: ['asem-asia'], to: ['asem-europe'], both_ways: true },
          { id: 'asia', from: ['asem-asia'], to: ['asem-asia'] },
        ],
      },
    },
  )
  const artist = (citizenship: string, from: string, to: string, starts: string) => ({
    people: [{ citizenships: [citizenship] }],
    legs: [{ from: { country: from }, to: { country: to } }],
    activity: { starts },
  })
  assert.deepEqual(answers(book, artist('VN', 'VN', 'DE', '2019-06-01')), ['pass', 'pass pass pass'])
  assert.deepEqual(answers(book, artist('PL', 'PL', 'PT', '2019-06-01')), ['fail', 'pass fail pass'])
  assert.deepEqual(answers(book, artist('TR', 'TR', 'JP', '2019-06-01')), ['fail', 'fail fail pass'])
  assert.deepEqual(answers(book, artist('VN', 'VN', 'DE', '2019-05-03')), ['fail', 'pass pass fail'])
  // From Toronto, which lies on no route, the passport decides.
  assert.deepEqual(answers(book, artist('TH', 'CA', 'ES', '2019-06-01')), ['pass', 'pass pass pass'])
  const nothing = decide(book, factsOf({}), now)
  assert.equal(nothing.answer, 'unknown')
  assert.deepEqual(
    nothing.gates.map(({ hangs }) => hangs),
    [['/people'], ['/legs'], ['/activity/starts']],
  )
})

test('a pair of single places goes before a pair of sets, in whatever order they stand', () => {
  const table = [
    { id: 'inter', from: ['asem-asia'], to: ['asem-europe'], both_ways: true },
    { id: 'russia', from: ['RU'], to: ['asem-europe'], both_ways: true },
  ]
  for (const ordered of [table, table.toReversed()]) {
    const book = bookFrom([{ id: 'route', kind: 'gate', must: { test: 'route', among: ['russia'] } }], {
      routes: { from: ['departure'], elsewhere: 'refuse', table: ordered },
    })
    const [gate] = decide(
      book,
      factsOf({ legs: [{ from: { country: 'RU' }, to: { country: 'IT' } }] }),
      now,
    ).gates
    assert.deepEqual(gate, {
      rule: 'route',
      answer: 'pass',
      hangs: ['/legs/0/from', '/legs/0/to'],
      found: { kind: 'route', route: 'russia', from: 'RU', to: 'IT' },
    })
  }
})

test('a gate that concerns only some is passed by the others', () => {
  const book = bookFrom([
    {
      id: 'short',
      kind: 'gate',
      only_if: { test: 'shape', among: [{ shape: 'team', people: { from: 2, to: 5 } }] },
      must: { test: 'number', of: 'activity-days', from: 7, to: 21 },
    },
  ])
  const days = (ends: string) => ({ activity: { starts: '2019-06-01', ends } })
  const team = { applicant: { shape: 'team' }, people: [{}, {}, {}] }
  assert.deepEqual(answers(book, { ...team, ...days('2019-06-22') }), ['fail', 'fail'])
  assert.deepEqual(answers(book, { ...team, ...days('2019-06-21') }), ['pass', 'pass'])
  assert.deepEqual(
    answers(book, { applicant: { shape: 'individual' }, people: [{}], ...days('2019-06-22') }),
    ['pass', 'pass'],
  )
  assert.deepEqual(answers(book, days('2019-06-10')), ['pass', 'pass'])
  assert.deepEqual(answers(book, days('2019-06-22')), ['unknown', 'unknown'])
})

test('sides, shares of a list and parts of countries', () => {
  const book = bookFrom([
    {
      id: 'sides',
      kind: 'gate',
      must: {
        test: 'sides',
        of: 'organisations',
        sides: [{ in: ['GB-SCT'] }, { in: ['VN', 'ID'] }],
        others: 'none',
      },
    },
  ])
  const seats = (...places: object[]) => ({ organisations: places.map((seat) => ({ seat })) })
  const scotland = { country: 'GB', part: 'GB-SCT' }
  assert.deepEqual(answers(book, seats(scotland, { country: 'VN' })), ['pass', 'pass'])
  assert.deepEqual(answers(book, seats(scotland, { country: 'VN' }, { country: 'FR' })), ['fail', 'fail'])
  assert.deepEqual(answers(book, seats(scotland, scotland)), ['fail', 'fail'])
  const { gates } = decide(book, factsOf(seats({ country: 'GB' }, { country: 'VN' })), now)
  assert.deepEqual(gates, [{ rule: 'sides', answer: 'unknown', hangs: ['/organisations/0/seat/part'] }])
})

test('a birthday on the day of the journey counts, the day before does not', () => {
  const book = bookFrom([
    { id: 'age', kind: 'gate', must: { test: 'number', of: 'age', from: 18, at: 'travel-start' } },
  ])
  const born = (birth_date: string) => ({ people: [{ birth_date }], legs: [{ departs: '2020-03-01' }] })
  assert.deepEqual(answers(book, born('2002-03-01')), ['pass', 'pass'])
  assert.deepEqual(answers(book, born('2002-03-02')), ['fail', 'fail'])
  assert.deepEqual(answers(book, born('2002-02-29'.replace('02-29', '02-28'))), ['pass', 'pass'])
})

test('the days of a round are those of the moment of application, whenever one asks', () => {
  const dates = {
    zone: 'Asia/Singapore',
    opens: { day: '2019-01-01' },
    rounds: [
      { id: 'spring', closes: { day: '2019-03-31' } },
      { id: 'autumn', closes: { day: '2019-09-30' } },
    ],
  }
  const of18 = { test: 'number', of: 'age', from: 18, at: 'closing' }
  const book = bookFrom([{ id: 'adult', kind: 'gate', must: of18 }], { dates })
  const people = [{ birth_date: '2001-06-01' }]
  const asked = (submitted: string) => answers(book, { people, submitted_at: submitted })[0]
  assert.deepEqual(['2019-03-31T15:59:59Z', '2019-03-31T16:00:00Z'].map(asked), ['fail', 'pass'])
  assert.equal(asked('2019-02-01T00:00:00Z'), 'fail')
})

test('who flies less than 600 kilometres is refused; who takes the train, or flies further, is not', () => {
  const must = {
    test: 'any',
    of: [
      { test: 'number', of: 'distance-km', from: 600 },
      { test: 'not', of: { test: 'term', of: 'travel-mode', in: ['air'] } },
    ],
  }
  const book = bookFrom([{ id: 'no-short-flights', kind: 'gate', must }])
  const [brussels, paris, porto] = [
    { latitude: 50.85, longitude: 4.35 },
    { latitude: 48.86, longitude: 2.35 },
    { latitude: 41.16, longitude: -8.63 },
  ]
  const asked = (to: unknown, mode: string) => answers(book, { legs: [{ from: brussels, to, mode }] })[0]
  assert.deepEqual(
    [asked(paris, 'air'), asked(paris, 'rail'), asked(porto, 'air'), asked({}, 'rail'), asked({}, 'air')],
    ['fail', 'pass', 'pass', 'pass', 'unknown'],
  )
})

test('somebody leads every application, named so or not, and takes part in it', () => {
  const book = bookFrom([
    {
      id: 'lead',
      kind: 'gate',
      must: { test: 'place', of: 'citizenship', which: 'any', as: ['lead'], in: ['VN'] },
    },
    { id: 'participants', kind: 'gate', must: { test: 'number', of: 'participants', from: 2, to: 2 } },
  ])
  const two = (as: object) => ({ people: [{ citizenships: ['VN'], ...as }, { citizenships: ['FR'] }] })
  assert.deepEqual(answers(book, two({})), ['pass', 'pass pass'])
  assert.deepEqual(answers(book, two({ as: 'lead' })), ['pass', 'pass pass'])
})
