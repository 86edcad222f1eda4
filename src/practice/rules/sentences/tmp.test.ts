import test from 'node:test'
import { amountLines, computedLines, conditions, limits, phases, readerIn, saidBook } from './testing.ts'
import * as words from './words.ts'
import { factNames } from './facts/model.ts'
test('look', () => {
  const locale = (process.env['L'] ?? 'en') as 'en'
  const reader = readerIn(locale)
  for (const [t, list] of Object.entries(conditions))
    for (const c of list) console.log(t, '|', words.sayCondition(reader, c, saidBook))
  for (const l of Object.values(amountLines))
    console.log(l.kind, '|', words.sayAmountRule(reader, l, saidBook))
  for (const l of Object.values(limits)) console.log(l.kind, '|', words.sayLimit(reader, l, saidBook))
  const amount = {
    lines: Object.values(amountLines),
    limits: Object.values(limits),
    rounding: { to: '0.01', how: 'half-up' as const },
  }
  for (const l of Object.values(computedLines))
    console.log(l.kind, '|', words.sayAmountLine(reader, l, { ...saidBook, amount }))
  console.log(
    words.sayAmount(reader, { currency: 'SGD', from: '1000', to: '1200', lines: [], hangs: [] }, saidBook),
  )
  console.log(
    words.sayAmount(
      reader,
      {
        currency: 'SGD',
        from: null,
        to: null,
        lines: [],
        hangs: ['/legs/1/to/latitude', '/people/1/residences/0/since', '/answers/children'],
      },
      saidBook,
    ),
  )
  console.log(words.sayRoutes(reader, saidBook))
  const dates = {
    ...saidBook.dates,
    zone: 'Asia/Singapore',
    closes: { day: '2027-05-31', time: '17:00' },
    first_come: 30,
    decides: '2027-07-01',
    rounds: [
      {
        id: 'may',
        closes: { day: '2027-05-31' },
        opens: { day: '2027-04-06' },
        decides: '2027-06-30',
        activity_from: '2027-07-01',
        activity_to: '2027-12-31',
      },
    ],
    cut_offs: { every: 'month' as const, on: 'last' as const, time: '18:00', until: '2027-12-31' },
    second_step: { opens: { day: '2027-08-01' }, closes: { day: '2027-08-31' } },
    extensions: [
      {
        from: { day: '2027-05-01' },
        to: { day: '2027-05-31' },
        on: '2027-04-20',
        reason: { en: 'Holidays.', ur: 'تعطیلات۔' },
      },
    ],
    cancelled: { on: '2027-05-02', reason: { en: 'Pandemic.', ur: 'وبا۔' } },
  }
  for (const s of words.sayDates(reader, dates)) console.log(s)
  const closes = Temporal.Instant.from('2027-05-31T16:00:00Z')
  for (const phase of Object.keys(phases) as (keyof typeof phases)[])
    console.log(
      phase,
      '|',
      words.sayTiming(reader, { phase, round: '2027-05', step: 2, closes, changes: closes }, dates),
    )
  const gate = {
    kind: 'gate',
    id: 'g',
    must: conditions.place[0]!,
    reason: { en: 'Only nationals of ASEM countries may apply.' },
  } as const
  console.log(
    words.sayReason(
      reader,
      gate,
      {
        rule: 'g',
        answer: 'fail',
        hangs: ['/people/0/citizenships'],
        found: { kind: 'places', places: ['TR'] },
      },
      saidBook,
    ),
  )
  console.log(
    words.sayReason(
      reader,
      { ...gate, reason: undefined },
      {
        rule: 'g',
        answer: 'fail',
        hangs: ['/people/0/citizenships'],
        found: { kind: 'places', places: ['TR'] },
      },
      saidBook,
    ),
  )
  console.log(
    words.sayReason(
      reader,
      { ...gate, must: conditions.number[0]! },
      { rule: 'g', answer: 'pass', hangs: ['/people/0/birth_date'], found: { kind: 'number', number: 17 } },
      saidBook,
    ),
  )
  console.log(
    words.sayReason(
      reader,
      gate,
      { rule: 'g', answer: 'unknown', hangs: ['/people/0/citizenships', '/people/1/citizenships'] },
      saidBook,
    ),
  )
  console.log(
    words.sayReason(
      reader,
      { ...gate, must: { test: 'route' }, reason: undefined },
      {
        rule: 'g',
        answer: 'fail',
        hangs: ['/legs/0/from'],
        found: { kind: 'route', from: 'PL', to: 'PT', route: null },
      },
      saidBook,
    ),
  )
  console.log(words.sayRule(reader, { ...gate, only_if: conditions.is[1]! }, saidBook))
  console.log(
    words.sayRule(
      reader,
      { kind: 'priority', id: 'p', when: conditions['first-time'][0]!, counts: 'higher', weight: 1 },
      saidBook,
    ),
  )
  console.log(
    words.sayRule(
      reader,
      {
        kind: 'quota',
        id: 'q',
        groups: [
          { id: 'a', where: conditions.place[0]!, least: 3 },
          {
            id: 'b',
            says: { en: 'women' },
            where: conditions.place[0]!,
            least_percent: 40,
            most_percent: 60,
          },
        ],
      },
      saidBook,
    ),
  )
  console.log(factNames.map((n) => words.askFact(reader, '/' + n.replace('.', '/0/'), saidBook)).join(' '))
})
