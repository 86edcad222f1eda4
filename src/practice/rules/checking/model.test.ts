import assert from 'node:assert/strict'
import test from 'node:test'
import { type RuleBook, ruleBookShape } from '../model.ts'
import { faultsOfBook, type Names } from './model.ts'

const members: Record<string, string[]> = {
  'asem-asia': ['VN', 'JP', 'AU'],
  'asem-europe': ['FR', 'DE'],
  retired: [],
}
const names: Names = {
  sets: { membersOf: (set) => (Object.hasOwn(members, set) ? new Set(members[set]) : undefined) },
  questions: [
    { id: 'children', kind: 'number' },
    { id: 'focus', kind: 'choice', options: [{ id: 'local' }] },
  ],
  terms: new Set(['dance', 'residency']),
  countries: new Set(['VN', 'JP', 'AU', 'FR', 'DE', 'GB']),
}

const bookOf = (given: object): RuleBook =>
  ruleBookShape.parse({
    currency: 'EUR',
    dates: { zone: 'Asia/Singapore', opens: { day: '2026-01-01' } },
    ...given,
  })
const gate = (must: object, more: object = {}) => ({ id: 'one', kind: 'gate', must, ...more })
const faultsOf = (given: object) =>
  faultsOfBook(bookOf(given), names).map(({ field, reason }) => `${field} ${reason}`)
const ofGate = (must: object) => faultsOf({ rules: [gate(must)] })
const ofGates = (...musts: object[]) =>
  faultsOf({ rules: musts.map((must, at) => ({ ...gate(must), id: `g${at}` })) })

const citizens = { test: 'place', of: 'citizenship', which: 'any', in: ['asem-asia'] }
const routes = {
  from: ['departure'],
  elsewhere: 'refuse',
  table: [{ id: 'out', from: ['asem-asia'], to: ['asem-europe'], both_ways: true }],
}

test('a rule book in which all is well has no fault', () => {
  assert.deepEqual(
    faultsOf({
      routes,
      sets: { here: { says: { en: 'Here' }, places: ['GB-SCT'] } },
      conditions: { adult: { test: 'number', of: 'age', from: 18 } },
      rules: [
        gate({
          test: 'all',
          of: [citizens, { test: 'named', name: 'adult' }, { test: 'route', among: ['out'] }],
        }),
        {
          id: 'two',
          kind: 'priority',
          counts: 'higher',
          when: { test: 'place', of: 'base', in: ['here', 'JP'] },
        },
      ],
      amount: { lines: [{ id: 'cap', kind: 'by-route', amounts: { out: '100' } }] },
    }),
    [],
  )
})

test('sets that nobody knows or that are retired are named with their place', () => {
  assert.deepEqual(ofGate({ ...citizens, in: ['asem-asia', 'asen'] }), [
    'rules.0.must.in.1 is no country set of the house, and none of this call',
  ])
  assert.deepEqual(ofGate({ test: 'not', of: { ...citizens, in: ['retired'], on: { day: '2020-05-01' } } }), [
    'rules.0.must.of.in.0 is a country set with no country in it on 2020-05-01: it is retired, or not yet in force',
  ])
  assert.deepEqual(ofGate({ ...citizens, in: ['ZZ'] }), ['rules.0.must.in.0 is a country nobody knows'])
})

test('conditions that come back to themselves or stand too deep are refused', () => {
  const named = (name: string) => ({ test: 'named', name })
  assert.deepEqual(
    faultsOf({ conditions: { a: named('b'), b: { test: 'not', of: named('a') }, c: named('a') } }),
    ['conditions.a goes round in a circle: a → b → a', 'conditions.b goes round in a circle: b → a → b'],
  )
  assert.deepEqual(ofGate(named('gone')), ['rules.0.must.name is no condition of this call'])
  const deep = Array.from({ length: 13 }).reduce<object>((of) => ({ test: 'not', of }), citizens)
  assert.match(ofGate(deep)[0] ?? '', /stands 13 conditions deep|stands 14 conditions deep/)
})

test('conditions that name others twice, which name others twice, are refused before they are asked', () => {
  const twice = (name: string) => ({
    test: 'all',
    of: [
      { test: 'named', name },
      { test: 'named', name },
    ],
  })
  const conditions = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`c${at}`, at === 0 ? { test: 'route' } : twice(`c${at - 1}`)]),
  )
  assert.match(
    faultsOf({ routes, conditions }).at(-1) ?? '',
    /conditions.c39 comes to \d+ conditions for one application/,
  )
})

test('rules of which nobody can fulfil both are refused', () => {
  const age = (range: object) => ({ test: 'number', of: 'age', ...range })
  assert.deepEqual(ofGates(age({ from: 36 }), age({ to: 35 })), [
    'rules.1.must contradicts rules.0.must: nobody can fulfil both',
  ])
  assert.deepEqual(ofGates(age({ from: 35 }), age({ to: 35 })), [])
  const based = (...places: string[]) => ({ test: 'place', of: 'base', in: places })
  assert.equal(ofGates(based('asem-asia'), based('FR')).length, 1)
  assert.equal(ofGates(based('GB'), based('GB-SCT')).length, 0)
  const within = (from: string, to: string) => ({ test: 'within', of: 'activity', from, to })
  assert.equal(ofGates(within('2026-02-01', '2026-03-01'), within('2026-04-01', '2026-05-01')).length, 1)
  assert.match(ofGate(within('2025-01-01', '2025-12-31'))[0] ?? '', /before the call opens/)
  assert.match(ofGate({ ...citizens, except: ['asem-asia'] })[0] ?? '', /excepts all that it allows/)
  assert.match(ofGate({ test: 'at-least', n: 3, of: [citizens, citizens] })[0] ?? '', /asks for 3 of 2/)
})

test('two routes of one precedence may not claim the same journey', () => {
  const both = {
    ...routes,
    table: [
      ...routes.table,
      { id: 'within', from: ['asem-asia'], to: ['asem-asia', 'DE'] },
      { id: 'south', from: ['AU'], to: ['FR'] },
    ],
  }
  assert.deepEqual(faultsOf({ routes: both }), [
    'routes.table.1 claims journeys that the route out claims too, with the same precedence',
  ])
})

test('routes say which citizenship counts, and amounts name routes of the call', () => {
  const amount = { lines: [{ id: 'cap', kind: 'by-route', amounts: { gone: '100' } }] }
  assert.deepEqual(faultsOf({ routes: { ...routes, from: ['citizenship'] }, amount }), [
    'routes.which must say which citizenship counts where somebody has several: any or first',
    'amount.lines.0.amounts.gone is for a route this call does not have',
  ])
  assert.match(ofGate({ test: 'route' })[0] ?? '', /this call has none/)
})

test('questions, terms, days and expressions that do not exist are named', () => {
  const answer = (more: object) => ({ test: 'answer', ...more })
  assert.match(ofGate(answer({ question: 'gone', is: true }))[0] ?? '', /is no question of this call/)
  assert.match(ofGate(answer({ question: 'children', is: true }))[0] ?? '', /it is a number question/)
  assert.match(ofGate(answer({ question: 'focus', in: ['world'] }))[0] ?? '', /is no option of focus/)
  assert.match(ofGate(answer({ question: 'focus' }))[0] ?? '', /does not say which answer holds/)
  assert.match(ofGate({ test: 'term', of: 'discipline', in: ['danse'] })[0] ?? '', /is no discipline/)
  assert.match(ofGate({ test: 'number', of: 'age', from: 18, at: 'decision' })[0] ?? '', /does not have/)
  const cel = 'facts.budget.requested > facts.activity.starts'
  assert.deepEqual(ofGate({ test: 'expression', cel, says: { en: 'x' } }), [
    'rules.0.must.cel no such overload: Money > Day',
  ])
})

test('what can never hold, or always does, is refused', () => {
  const answer = (more: object) => ({ test: 'answer', question: 'children', ...more })
  assert.match(ofGate(answer({ from: 3, to: 1 }))[0] ?? '', /goes from 3 to 1/)
  assert.match(
    ofGate({ test: 'count', of: 'people', where: citizens, from: 5, to: 2 })[0] ?? '',
    /from 5 to 2/,
  )
  const sides = [{ in: ['VN'], from: 3, to: 1 }, { in: ['FR'] }]
  assert.match(ofGate({ test: 'sides', of: 'organisations', sides, others: 'none' })[0] ?? '', /from 3 to 1/)
  assert.match(ofGate({ test: 'number', of: 'age', to: -1 })[0] ?? '', /at most -1/)
  assert.deepEqual(ofGate({ test: 'number', of: 'lead-days', to: -1 }), [])
  const leads = (place: string) => ({ test: 'place', of: 'destination', in: [place] })
  assert.equal(ofGates(leads('FR'), leads('DE')).length, 1)
  const says = { en: 'x' }
  const cel = (text: string) => ofGate({ test: 'expression', cel: text, says })[0] ?? ''
  assert.match(cel('1 == 2'), /asks nothing of an application/)
  assert.match(cel('facts.activity.starts > day("2026-13-01")'), /a day that does not exist: 2026-13-01/)
  assert.match(cel('facts.budget.requested > money("NaN")'), /an amount that cannot be read: NaN/)
  assert.equal(cel('facts.activity.starts > day("2026-12-01") && applied > day("2026-01-01")'), '')
})

test('sets of the call hold countries that are known, and amounts count what can be counted', () => {
  const sets = { here: { says: { en: 'Here' }, places: ['FR', 'ZZ', 'ZZ-ABC'] } }
  assert.deepEqual(faultsOf({ sets }), [
    'sets.here.places.1 is a country nobody knows',
    'sets.here.places.2 is a country nobody knows',
  ])
  const amount = { lines: [{ id: 'a', kind: 'per-answer', rate: '5', question: 'focus' }] }
  assert.deepEqual(faultsOf({ amount }), [
    'amount.lines.0.question cannot be counted: it is a choice question',
  ])
})
