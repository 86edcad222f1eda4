import assert from 'node:assert/strict'
import test from 'node:test'
import { standingOf, type StatedWho, whoMayApply } from './model.ts'

const sets: Record<string, string[]> = {
  ASEM: ['VN', 'FR', 'DE'],
  '*': ['VN', 'FR', 'DE', 'US'],
  worldwide: ['*'],
}
const expand = (name: string) => sets[name] ?? (/^[A-Z]{2}$/.test(name) ? [name] : undefined)
const stated = (given: Partial<StatedWho>): StatedWho => ({
  anyone: false,
  eligible_basis: null,
  eligible_countries: [],
  eligible_regions: [],
  eligible_except: [],
  citizenship: null,
  residence: null,
  base: null,
  ...given,
})
const who = (given: Partial<StatedWho>) => whoMayApply(stated(given), expand)
const told = (citizenship: string[], residence: string[] = []) => ({ citizenship, residence })

test('a test by citizenship does not ask where one lives', () => {
  const call = who({ eligible_regions: ['ASEM'], eligible_basis: 'citizenship' })
  assert.equal(standingOf(call, told(['VN'], ['US'])), 'yes')
  assert.equal(standingOf(call, told(['US'], ['VN'])), 'no')
  assert.equal(standingOf(call, told([], ['VN'])), 'depends')
})

test('a test by residence does not ask for a passport', () => {
  const call = who({ eligible_countries: ['FR'], eligible_basis: 'residence' })
  assert.equal(standingOf(call, told(['US'], ['FR'])), 'yes')
  assert.equal(standingOf(call, told(['FR'], ['US'])), 'no')
  assert.equal(standingOf(call, told(['FR'])), 'depends')
})

test('citizenship or residence is enough, citizenship and residence takes both', () => {
  const either = who({ eligible_countries: ['FR'], eligible_basis: 'citizenship-or-residence' })
  const both = who({ eligible_countries: ['FR'], eligible_basis: 'citizenship-and-residence' })
  assert.equal(standingOf(either, told(['FR'], ['US'])), 'yes')
  assert.equal(standingOf(both, told(['FR'], ['US'])), 'no')
  assert.equal(standingOf(both, told(['FR'], ['FR'])), 'yes')
  assert.equal(standingOf(both, told(['FR'])), 'depends')
})

test('a list without the fact it tests is sure only when every fact is in it', () => {
  const call = who({ eligible_countries: ['FR'] })
  assert.equal(call.test, 'unclear')
  assert.equal(standingOf(call, told(['FR'], ['FR'])), 'yes')
  assert.equal(standingOf(call, told(['FR'], ['US'])), 'depends')
  assert.equal(standingOf(call, told(['US'], ['US'])), 'no')
})

test('a region that is no set is kept as words and never decides against anybody', () => {
  const call = who({ eligible_regions: ['developing countries'], eligible_basis: 'residence' })
  assert.deepEqual(call.residence, ['?'])
  assert.equal(standingOf(call, told(['VN'], ['VN'])), 'depends')
})

test('worldwide is anyone, and anywhere but one country is all the others', () => {
  assert.equal(who({ eligible_regions: ['worldwide'] }).test, 'anyone')
  const outside = who({
    eligible_regions: ['worldwide'],
    eligible_except: ['DE'],
    eligible_basis: 'residence',
  })
  assert.equal(standingOf(outside, told([], ['DE'])), 'no')
  assert.equal(standingOf(outside, told([], ['US'])), 'yes')
})

test('nothing said is not stated, which is neither yes nor no', () => {
  assert.equal(standingOf(who({}), told(['VN'], ['VN'])), 'not-stated')
})

test('who is excepted is excepted however the others are named', () => {
  const german = told(['DE'], ['DE'])
  for (const given of [
    { anyone: true },
    { citizenship: ['ASEM'] },
    { residence: ['ASEM'] },
    { base: ['worldwide'] },
    { eligible_regions: ['ASEM'], eligible_basis: 'residence' as const },
  ]) {
    const call = who({ ...given, eligible_except: ['DE'] })
    assert.equal(standingOf(call, german), 'no', JSON.stringify(given))
    assert.notEqual(standingOf(call, told(['FR'], ['FR'])), 'no', JSON.stringify(given))
  }
})
