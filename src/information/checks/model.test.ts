import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {
  allFindings,
  type CheckAnswer,
  type ChecklistItem,
  type ChecklistTest,
  type Looking,
  type Plain,
} from '../../community/index.ts'
import { checkStateOf } from '../../community/checks/model.ts'
import { type DeskKind, deskKinds } from '../desk/fields/model.ts'
import { findingsOf, rulesOf } from './model.ts'

const nothing: Looking = { checklist: [], answers: new Map(), on: '2027-01-15' }

const item = (test: ChecklistTest, given: Partial<ChecklistItem> = {}): ChecklistItem => ({
  id: test.is,
  kind: 'opportunities',
  types: [],
  level: 'should',
  words: { en: 'It is asked' },
  position: 1,
  isOn: true,
  ...given,
  test,
})

const asking = (...checklist: ChecklistItem[]): Looking => ({ ...nothing, checklist })

/** What fails, as `rule field`. */
const failed = (kind: DeskKind, record: Plain, { lang = 'en', looking = nothing } = {}) =>
  findingsOf(kind, record, lang, looking).map(({ rule, field }) => `${rule} ${field}`)

const call = {
  id: 'a',
  title: 'A call',
  url: 'https://source.example/',
  anyone: true,
  covers: [],
  deadline: '2027-03-01',
  state: 'draft',
}

test('a call needs a title, its source, who may apply and what is covered; a closing date is only pointed out', () => {
  assert.deepEqual(failed('opportunities', call), [])
  assert.deepEqual(failed('opportunities', { id: 'a' }), [
    'source url',
    'title title',
    'what-is-covered covers',
    'who-may-apply eligibility',
    'closing deadline',
  ])
})

test('a paid call needs fee, currency and reason; one that costs nothing needs none of them', () => {
  assert.deepEqual(failed('opportunities', { ...call, fee: 'none' }), [])
  assert.deepEqual(failed('opportunities', { ...call, fee: 'paid' }), [
    'fee-amount fee_amount',
    'fee-currency fee_currency',
    'fee-reason fee_reason',
  ])
  const stated = { fee: 'paid', fee_amount: '25', fee_currency: 'EUR', fee_reason: 'The jury is paid' }
  assert.deepEqual(failed('opportunities', { ...call, ...stated }), [])
})

test('that the source does not say who may apply is an answer; it answers nothing else', () => {
  const { anyone: _, ...silent } = call
  const answered = (rule: string, answer: CheckAnswer) =>
    failed('opportunities', silent, { looking: { ...nothing, answers: new Map([[rule, answer]]) } })
  assert.deepEqual(answered('who-may-apply', 'not-stated'), [])
  assert.deepEqual(answered('who-may-apply', 'no'), ['who-may-apply eligibility'])
  assert.deepEqual(
    failed(
      'opportunities',
      { ...call, url: '' },
      { looking: { ...nothing, answers: new Map([['source', 'not-stated']]) } },
    ),
    ['source url'],
  )
})

test('an event needs a date, and a place or to be online; one that is put off needs no date, a part no place', () => {
  const event = { id: 'a', title: 'An event', url: 'https://source.example/' }
  assert.deepEqual(failed('events', event), ['event-date start_date', 'event-place city'])
  const dated = { ...event, start_date: '2027-02' }
  for (const place of [{ city: 'Huế' }, { online: true }, { attendance: 'hybrid' }, { parent: 'festival' }])
    assert.deepEqual(failed('events', { ...dated, ...place }), [])
  assert.deepEqual(failed('events', { ...event, status: 'postponed', city: 'Huế' }), [])
})

test('an article needs an author and a date; programmes and organisations a name', () => {
  assert.deepEqual(failed('articles', { id: 'a', title: 'An article' }), [
    'article-date date',
    'author author',
    'source url',
  ])
  assert.deepEqual(failed('programmes', { id: 'a' }), ['title name', 'source source_url'])
  assert.deepEqual(failed('organisations', { id: 'a', name: 'One', website: 'https://one.example/' }), [])
})

test('a title is needed in the language that is looked at, and named by its path', () => {
  const record = { ...call, translations: { km: { state: 'draft', summary: '…' } } }
  assert.deepEqual(failed('opportunities', record, { lang: 'km' }), ['title translations.km.title'])
  assert.deepEqual(failed('opportunities', record, { lang: 'fr' }), ['title translations.fr.title'])
  assert.deepEqual(failed('opportunities', record), [])
})

test('every picture needs its alternative text in the original; that a translation lacks it is pointed out', () => {
  const pictures = [
    { id: 'p', alt: { en: 'A dancer' } },
    { id: 'q', alt: {} },
  ]
  assert.deepEqual(failed('opportunities', { ...call, pictures }), ['picture-words pictures'])
  const [first] = pictures
  const record = { ...call, pictures: [first], translations: { fr: { title: 'Un appel' } } }
  assert.deepEqual(failed('opportunities', record), [])
  assert.deepEqual(failed('opportunities', record, { lang: 'fr' }), ['picture-translation pictures'])
})

test('each test of the checklist finds what fails it, and nothing else', () => {
  const cases: [ChecklistTest, Plain, Plain, string][] = [
    [{ is: 'stated', field: 'organiser' }, { organiser: 'A house' }, { organiser: '' }, 'organiser'],
    [{ is: 'no-fee' }, { fee: 'none' }, {}, 'fee'],
    [
      { is: 'covers', terms: ['travel', 'visa'] },
      { covers: ['stay', 'visa'] },
      { covers: ['stay'] },
      'covers',
    ],
    [
      { is: 'several-countries' },
      { anyone: false, citizenship: ['asem'] },
      { anyone: false, citizenship: ['VN'], residence: ['vn'] },
      'citizenship',
    ],
    [{ is: 'closes-in', days: 14 }, { deadline: '2027-01-29' }, { deadline: '2027-01-28' }, 'deadline'],
    [
      { is: 'checked-within', days: 30 },
      { last_checked: '2026-12-16' },
      { last_checked: '2026-12-15' },
      'last_checked',
    ],
  ]
  for (const [test, kept, broken, field] of cases) {
    const looking = asking(item(test))
    assert.deepEqual(failed('opportunities', { ...call, ...kept }, { looking }), [], test.is)
    assert.deepEqual(failed('opportunities', { ...call, ...broken }, { looking }), [`${test.is} ${field}`])
  }
})

test('what a person answers by hand is found until they have said yes', () => {
  const byHand = item({ is: 'by-hand', field: 'body' })
  for (const [answer, found] of [
    ['yes', []],
    ['no', ['by-hand body']],
    [undefined, ['by-hand body']],
  ] as const) {
    const answers = new Map(answer === undefined ? [] : [['by-hand', answer] as const])
    assert.deepEqual(failed('opportunities', call, { looking: { ...asking(byHand), answers } }), found)
  }
})

test('an item is asked only of its kind and types, and not once it is switched off', () => {
  const record = { ...call, type: 'residency' }
  const found = (given: Partial<ChecklistItem>) =>
    failed('opportunities', record, { looking: asking(item({ is: 'no-fee' }, given)) }).length
  assert.deepEqual(
    [found({}), found({ types: ['residency'] }), found({ types: ['grant'] }), found({ kind: 'events' })],
    [1, 1, 0, 0],
  )
  assert.equal(found({ isOn: false }), 0)
})

test('that a published call closes soon is no fault of it', () => {
  const looking = asking(item({ is: 'closes-in', days: 14 }))
  const soon = { ...call, deadline: '2027-01-20' }
  assert.deepEqual(failed('opportunities', soon, { looking }), ['closes-in deadline'])
  assert.deepEqual(failed('opportunities', { ...soon, state: 'published' }, { looking }), [])
})

test('what is written down names texts with their language, leaves archived ones out, and says when time will change it', () => {
  const looking = asking(
    item({ is: 'closes-in', days: 14 }),
    item({ is: 'checked-within', days: 30 }),
    item({ is: 'stated', field: 'summary' }, { level: 'must' }),
  )
  const translations = { km: { title: 'ក' }, fr: { title: 'F', state: 'archived' } }
  const record = { ...call, summary: 'In short', last_checked: '2027-01-01', translations }
  assert.deepEqual(checkStateOf({ name: 'opportunities', rules: rulesOf.opportunities }, record, looking), {
    must: ['stated@km'],
    should: [],
    lookAgain: '2027-02-01',
  })
})

const values = fc.oneof(
  fc.constantFrom('', 'paid', 'none', 'VN', 'asem', '2027-01-20', '2020-01-01', 'text'),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.constantFrom('travel', 'VN', 'FR', 'asem'), { maxLength: 2 }),
)
const fields = [
  'title',
  'url',
  'fee',
  'fee_amount',
  'fee_reason',
  'covers',
  'citizenship',
  'deadline',
  'last_checked',
  'summary',
]
const records = fc
  .record(Object.fromEntries(fields.map((name) => [name, values])), { requiredKeys: [] })
  .map((found): Plain => ({
    ...found,
    ...Object.fromEntries(
      ['deadline', 'last_checked']
        .filter((name) => !/^\d{4}-/.test(String(found[name])))
        .map((name) => [name, null]),
    ),
    translations: { km: { title: found['summary'] } },
  }))
const tests = fc.constantFrom<ChecklistTest>(
  { is: 'no-fee' },
  { is: 'covers', terms: ['travel'] },
  { is: 'several-countries' },
  { is: 'closes-in', days: 14 },
  { is: 'checked-within', days: 30 },
  { is: 'stated', field: 'summary' },
  { is: 'by-hand', field: 'body' },
)
const checklists = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    test: tests,
    level: fc.constantFrom('must', 'should'),
    position: fc.integer({ min: 0, max: 2 }),
  }),
  { selector: ({ id }) => id },
)

test('what is found does not depend on the order of rules and items', () => {
  fc.assert(
    fc.property(
      records,
      checklists.chain((all) =>
        fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
      ),
      fc
        .constantFrom(...deskKinds)
        .chain((kind) =>
          fc.tuple(
            fc.constant(kind),
            fc.shuffledSubarray([...rulesOf[kind]], { minLength: rulesOf[kind].length }),
          ),
        ),
      (record, [given, shuffled], [kind, rules]) => {
        const looking = (all: typeof given) => asking(...all.map((one) => item(one.test, { ...one, kind })))
        const inOrder = allFindings({ name: kind, rules: rulesOf[kind] }, record, looking(given))
        assert.deepEqual(allFindings({ name: kind, rules }, record, looking(shuffled)), inOrder)
      },
    ),
  )
})
