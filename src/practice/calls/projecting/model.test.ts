import assert from 'node:assert/strict'
import test from 'node:test'
import { ruleBookShape } from '../../rules/model.ts'
import { projectWho } from './model.ts'

const countries = ['DE', 'FR', 'GB', 'ID', 'US', 'VN']
const sets = {
  membersOf: (set: string) =>
    ({ asia: new Set(['ID', 'VN']), europe: new Set(['DE', 'FR', 'GB']) })[set] ?? undefined,
}
const dates = { zone: 'UTC', opens: { day: '2027-01-01' } }

/** What is said of gates with these conditions. */
function whoOf(gates: object[], more: object = {}) {
  const rules = gates.map((gate, at) => ({
    id: `gate-${at}`,
    kind: 'gate',
    ...('must' in gate ? gate : { must: gate }),
  }))
  const book = ruleBookShape.parse({ currency: 'EUR', dates, rules, ...more })
  return projectWho(book, sets, { on: '2027-01-15', countries, unlisted: 'see the call' })
}

const passport = (...places: string[]) => ({ test: 'place', of: 'citizenship', which: 'any', in: places })
const home = (...places: string[]) => ({ test: 'place', of: 'residence', in: places })
const age = { test: 'number', of: 'age', to: 35 }

test('what one test says exactly is that test, with sets as they stand', () => {
  assert.deepEqual(whoOf([passport('asia')]), { citizenship: ['ID', 'VN'] })
  assert.deepEqual(whoOf([home('asia', 'FR')]), { residence: ['FR', 'ID', 'VN'] })
  assert.deepEqual(whoOf([{ test: 'place', of: 'base', in: ['FR'] }]), { base: ['FR'] })
  assert.deepEqual(whoOf([passport('asia'), home('europe')]), {
    citizenship: ['ID', 'VN'],
    residence: ['DE', 'FR', 'GB'],
  })
  assert.deepEqual(whoOf([{ test: 'any', of: [passport('asia'), home('FR')] }]), {
    citizenship: ['ID', 'VN'],
    residence: ['FR'],
    eligible_basis: 'citizenship-or-residence',
  })
})

test('where places decide nothing, nothing is said; where they shut out nobody, anyone may', () => {
  assert.deepEqual(whoOf([age]), {})
  assert.deepEqual(whoOf([passport('*')]), { anyone: true })
})

test('what else is asked leaves the places as they are', () => {
  assert.deepEqual(whoOf([age, passport('asia')]), { citizenship: ['ID', 'VN'] })
  const ofTeams = { must: passport('asia'), only_if: { test: 'shape', among: [{ shape: 'team' }] } }
  assert.deepEqual(whoOf([ofTeams]), {})
})

test('teams by their passports or organisations by their seat: whoever has neither is told no', () => {
  const among = (shape: string) => [{ shape }]
  const onlyIf = (shape: string) => ({ only_if: { test: 'shape', among: among(shape) } })
  const shapes = { test: 'shape', among: [...among('team'), ...among('organisation')] }
  const seat = { test: 'place', of: 'seat', in: ['asia'], whose: 'lead' }
  const who = whoOf([
    shapes,
    { must: passport('asia'), ...onlyIf('team') },
    { must: seat, ...onlyIf('organisation') },
  ])
  assert.deepEqual(who, {
    citizenship: ['ID', 'VN'],
    base: ['ID', 'VN'],
    eligible_basis: 'citizenship-or-residence',
  })
})

test('exceptions and what must not be are left out', () => {
  const except = { ...passport('asia', 'europe'), except: ['GB'] }
  assert.deepEqual(whoOf([except]), { citizenship: ['DE', 'FR', 'ID', 'VN'] })
  assert.deepEqual(whoOf([{ test: 'not', of: home('europe') }]), { residence: ['ID', 'US', 'VN'] })
})

test('a part of a country says neither yes nor no to the whole of it', () => {
  assert.deepEqual(whoOf([home('GB-SCT')]), { eligible_regions: ['see the call'] })
})

test('a way that turns on something else never says yes', () => {
  const withPartner = { test: 'any', of: [passport('asia'), { test: 'is', of: 'has-partner' }] }
  assert.deepEqual(whoOf([withPartner]), { eligible_regions: ['see the call'] })
})

test('of journeys those may start that a route begins for', () => {
  const routes = {
    from: ['residence'],
    elsewhere: 'refuse',
    table: [{ id: 'out', from: ['asia'], to: ['europe'], both_ways: false }],
  }
  assert.deepEqual(whoOf([{ test: 'route' }], { routes }), { residence: ['ID', 'VN'] })
  const both = { ...routes, table: [{ ...routes.table[0], both_ways: true }] }
  assert.deepEqual(whoOf([{ test: 'route' }], { routes: both }), {
    residence: ['DE', 'FR', 'GB', 'ID', 'VN'],
  })
})

test('the two sides of a consortium are both let in, and no other where others are none', () => {
  const sides = {
    test: 'sides',
    of: 'organisations',
    sides: [
      { in: ['asia'], from: 1 },
      { in: ['FR'], from: 1 },
    ],
    others: 'none',
  }
  assert.deepEqual(whoOf([sides]), { base: ['FR', 'ID', 'VN'] })
  assert.deepEqual(whoOf([{ ...sides, others: 'allowed' }]), {})
})

test('conditions that name one another many times over are each answered once', () => {
  const layers = Array.from({ length: 15 }, (_, at) => [
    `layer-${at}`,
    at === 14
      ? passport('asia')
      : { test: 'all', of: Array.from({ length: 20 }, () => ({ test: 'named', name: `layer-${at + 1}` })) },
  ])
  const gate = { test: 'named', name: 'layer-0' }
  assert.deepEqual(whoOf([gate], { conditions: Object.fromEntries(layers) }), { citizenship: ['ID', 'VN'] })
})
