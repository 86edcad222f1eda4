import assert from 'node:assert/strict'
import test from 'node:test'
import { type Facts, factsShape } from '../facts/model.ts'
import type { Scope } from '../evaluating/model.ts'
import { evaluateExpression, faultOfExpression } from './model.ts'

const scope: Scope = {
  now: Temporal.Instant.from('2026-03-01T12:00:00Z'),
  zone: 'Asia/Singapore',
  sets: { membersOf: () => undefined },
  routes: null,
  conditions: {},
  moments: {
    application: null,
    opening: null,
    closing: null,
    decision: null,
    'activity-start': null,
    'activity-end': null,
    'travel-start': null,
    'travel-end': null,
  },
}
const ask = (cel: string, facts: unknown = {}) => evaluateExpression(cel, factsShape.parse(facts), scope)
const faultOf = (cel: string) => faultOfExpression(cel, new Set(['children']))

const person: NonNullable<Facts['people']>[number] = {
  as: 'lead',
  citizenships: ['VN', 'FR'],
  birth_date: '2000-02-29',
}

test('an expression reads facts and answers pass or fail, with what it read', () => {
  assert.deepEqual(ask('"VN" in facts.people[0].citizenships', { people: [person] }), {
    answer: 'pass',
    hangs: ['/people', '/people/0/citizenships'],
  })
  assert.equal(ask('years(facts.people[0].birth_date, applied) == 26', { people: [person] }).answer, 'pass')
  assert.equal(
    ask('facts.activity.starts - applied >= 70', { activity: { starts: '2026-05-10' } }).answer,
    'pass',
  )
  assert.equal(
    ask('facts.activity.starts - applied >= 70', { activity: { starts: '2026-05-09' } }).answer,
    'fail',
  )
  assert.equal(
    ask('facts.budget.requested <= money("10.10") * 2', { budget: { requested: '20.20' } }).answer,
    'pass',
  )
  assert.equal(ask('facts.answers["children"] > 2', { answers: { children: 3 } }).answer, 'pass')
})

test('what an expression needs and nobody has said is not yet known, by name', () => {
  assert.deepEqual(ask('facts.people[0].birth_date < applied'), { answer: 'unknown', hangs: ['/people'] })
  assert.deepEqual(ask('facts.people.all(p, p.birth_date < applied)', { people: [person, {}] }), {
    answer: 'unknown',
    hangs: ['/people/1/birth_date'],
  })
  assert.deepEqual(ask('facts.answers.children > 2'), { answer: 'unknown', hangs: ['/answers/children'] })
})

test('what is settled without the missing fact is settled', () => {
  const facts = { people: [person, {}] }
  assert.equal(ask('facts.people.exists(p, p.birth_date < applied)', facts).answer, 'pass')
  assert.equal(ask('facts.budget.requested > money("1") && facts.people.size() > 5', facts).answer, 'fail')
  assert.equal(ask('facts.people.size() == 2 || facts.budget.requested > money("1")', facts).answer, 'pass')
})

test('an expression that goes wrong fails only when nothing more can be said', () => {
  const people = [person]
  assert.equal(ask('1 / (facts.people.size() - 1) > 0', { people }).answer, 'fail')
  assert.equal(ask('facts.people[7].as == "lead"', { people }).answer, 'fail')
  assert.equal(
    ask('facts.activity.online || 1 / (facts.people.size() - 1) > 0', { people }).answer,
    'unknown',
  )
})

test('expressions that mix types, never end or read what they may not are refused with a reason', () => {
  const refused = {
    'facts.budget.requested > facts.activity.starts': /no such overload: Money > Day/,
    'facts.budget.requested > 5': /no such overload: Money > int/,
    'facts.secrets == 1': /No such key: secrets/,
    'process.exit()': /Unknown variable: process|may not use exit/,
    'facts.constructor == 1': /No such key: constructor/,
    'has(facts.people)': /may not use has/,
    '"aaaa".matches("(a+)+b")': /may not use matches/,
    'cel.bind(a, "x", a + a) == "xx"': /may not use bind/,
    'facts.people == facts.people': /./,
    'facts.people[0] in facts.people': /may not compare whole records/,
    'facts.people.all(a, facts.people.all(b, facts.people.all(c, a.as == b.as && b.as == c.as)))':
      /more than 2 deep/,
    'facts.budget.lines.all(a, facts.budget.lines.all(b, a.category != b.category))': /could take/,
    'facts.people.size()': /answers with int/,
    'facts.people.size( > 3': /./,
    'facts.answers.other == true': /no question of the call/,
    'facts.answers[facts.people[0].id] == true': /must name its question/,
    'dyn(facts.budget.requested) == dyn(facts.activity.starts)': /may not use dyn/,
    '{"a": 1}["a"] == 1': /maxMapEntries/,
    'timestamp("2020-01-01T00:00:00Z") < timestamp("2021-01-01T00:00:00Z")': /may not use timestamp/,
  }
  for (const [cel, reason] of Object.entries(refused)) assert.match(faultOf(cel) ?? 'allowed', reason, cel)
  const deep = `${'('.repeat(60)}true${')'.repeat(60)}`
  assert.match(faultOf(deep) ?? '', /maxDepth/)
  assert.match(faultOf(Array.from({ length: 300 }, () => 'true').join(' && ')) ?? '', /maxAstNodes/)
})

test('a partner with money of its own is a loop within a loop, and allowed', () => {
  const cel =
    'facts.organisations.all(o, facts.budget.funding.exists(f, f.by == o.id && f.amount > money("0")))'
  assert.equal(faultOf(cel), undefined)
  const facts = {
    organisations: [{ id: 'a' }],
    budget: { funding: [{ from: 'partner', by: 'a', amount: '1' }] },
  }
  assert.equal(ask(cel, facts).answer, 'pass')
})
