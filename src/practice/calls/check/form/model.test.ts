import assert from 'node:assert/strict'
import test from 'node:test'
import { countryChoices } from '../../../../community/index.ts'
import { type Facts, factsShape } from '../../../rules/facts/model.ts'
import { ruleBookShape } from '../../../rules/model.ts'
import { pagesFor, pagesGiven } from '../planning/model.ts'
import type { Asking, Typed } from './fields/model.ts'
import { readPage, shownOn } from './model.ts'

const places = ['VN', 'DE', 'PT', 'GB', 'IN'].map((code) => ({ code, names: [] }))
const rules = ruleBookShape.parse({
  currency: 'EUR',
  dates: { zone: 'UTC', opens: { day: '2027-01-01' } },
  rules: [
    { id: 'islands', kind: 'gate', must: { test: 'place', of: 'residence', in: ['PT-20', 'DE'] } },
    { id: 'new', kind: 'gate', must: { test: 'history', of: 'awards', scheme: 'go', editions: ['2026'] } },
    { id: 'kinds', kind: 'gate', must: { test: 'term', of: 'activity-kind', in: ['workshop', 'festival'] } },
    { id: 'costs', kind: 'gate', must: { test: 'costs', only: ['travel', 'visa'] } },
  ],
})

const askingOf = (facts: unknown = {}): Asking => ({
  facts: factsShape.parse(facts),
  rules,
  scheme: 'go',
  questions: [],
  countries: countryChoices('en', { places, placeCodes: new Set(places.map(({ code }) => code)) } as never),
  termsOf: () => ['workshop', 'festival'],
  now: Temporal.Instant.from('2027-01-15T12:00:00Z'),
})

const read = (pointer: string, typed: Typed, facts: unknown = {}) =>
  readPage(pagesFor([pointer])[0]!, typed, askingOf(facts))
const alone = { applicant: { shape: 'individual' }, people: [{ as: 'lead' }] }

test('what was answered stands in the fields again, and is read as the same facts', () => {
  const facts: Facts = factsShape.parse({
    applicant: { shape: 'team' },
    people: [
      {
        as: 'lead',
        citizenships: ['VN', 'DE'],
        residences: [{ country: 'PT', part: 'PT-20' }],
        birth_date: '1990-02-03',
      },
      {
        as: 'participant',
        citizenships: ['IN'],
        residences: [{ country: 'PT', part: 'PT-ZZZ' }],
        birth_date: '2000-12-31',
      },
    ],
    legs: [{ from: { country: 'VN' }, to: { country: 'DE' } }],
    activity: { kinds: ['workshop'], starts: '2027-03-01', ends: '2027-03-10', online: false },
    budget: { lines: [{ category: 'travel', amount: '1200.50' }], requested: '1000' },
    history: {
      applications: [{ scheme: 'go', edition: '2026', result: 'awarded' }],
      visits: [{ country: 'DE' }],
    },
  })
  const pages = pagesGiven(facts)
  assert.ok(pages.length >= 11)
  for (const page of pages) {
    const asking = { ...askingOf(), facts }
    assert.deepEqual(readPage(page, shownOn(page, asking), asking), { facts }, page.id)
  }
})

test('who applies decides how many there are; what was known of them stays', () => {
  const one = read('/applicant/shape', { 'applicant.shape': ['individual'] })
  assert.deepEqual(one, { facts: alone })
  const pair = read(
    '/applicant/shape',
    { 'applicant.shape': ['pair'] },
    { ...alone, people: [{ as: 'lead', gender: 'woman' }] },
  )
  assert.deepEqual('facts' in pair && pair.facts.people, [
    { as: 'lead', gender: 'woman' },
    { as: 'participant' },
  ])
  const team = { applicant: { shape: 'team' } }
  const none = read('/people', { people: ['0'] }, team)
  assert.deepEqual(none, { faults: [{ field: 'people', fault: 'few' }] })
})

test('a part of a country that rules do not name is another one, and settles the question', () => {
  const facts = { applicant: { shape: 'individual' }, people: [{ as: 'lead' }] }
  const lives = (part: string) =>
    read(
      '/people/0/residences',
      { 'people.0.residences': ['Portugal'], 'people.0.residences-part': [part] },
      facts,
    )
  const homeIn = (answer: ReturnType<typeof lives>) =>
    'facts' in answer ? answer.facts.people?.[0]?.residences : answer
  assert.deepEqual(homeIn(lives('PT-20')), [{ country: 'PT', part: 'PT-20' }])
  assert.deepEqual(homeIn(lives('-')), [{ country: 'PT', part: 'PT-ZZZ' }])
  assert.deepEqual(homeIn(lives('')), [{ country: 'PT' }])
})

test('amounts are read as people write them', () => {
  const asked = (text: string) => {
    const found = read('/budget/requested', { 'budget.requested': [text] })
    return 'facts' in found ? found.facts.budget?.requested : found.faults[0]?.fault
  }
  assert.deepEqual(['1250', '1,250', '1 250,50', '1,250.50', '12.5', '-1', 'a lot', '1e9'].map(asked), [
    '1250',
    '1250',
    '1250.50',
    '1250.50',
    '12.5',
    'money',
    'money',
    'money',
  ])
})

test('what cannot be is said at its field', () => {
  const faultsOf = (pointer: string, typed: Typed, facts: unknown = alone) => {
    const found = read(pointer, typed, facts)
    return 'faults' in found ? found.faults.map(({ field, fault }) => `${field} ${fault}`) : []
  }
  const day = (name: string, [d, m, y]: string[]) => ({
    [`${name}-day`]: [d!],
    [`${name}-month`]: [m!],
    [`${name}-year`]: [y!],
  })
  assert.deepEqual(faultsOf('/people/0/birth_date', day('people.0.birth_date', ['31', '2', '1990'])), [
    'people.0.birth_date date',
  ])
  assert.deepEqual(faultsOf('/people/0/birth_date', day('people.0.birth_date', ['1', '2', '2090'])), [
    'people.0.birth_date future',
  ])
  assert.deepEqual(
    faultsOf('/activity/starts', {
      ...day('activity.starts', ['2', '3', '2027']),
      ...day('activity.ends', ['1', '3', '2027']),
    }),
    ['activity.ends order'],
  )
  assert.deepEqual(faultsOf('/activity/kinds', { 'activity.kinds': ['workshop', '-'] }), [
    'activity.kinds one-or-none',
  ])
  assert.deepEqual(faultsOf('/people/0/citizenships', {}), ['people.0.citizenships-1 empty'])
})
