import assert from 'node:assert/strict'
import test from 'node:test'
import { addressMatches, canBecome, faultsOf } from './model.ts'

test('a mailbox speaks for a website of the same registered domain, and of no other', () => {
  const cases: [string, string | null, boolean][] = [
    ['ada@art.org', 'https://www.art.org/about', true],
    ['ada@mail.art.org', 'http://art.org', true],
    ['ada@art.org', 'https://evil.org/art.org', false],
    ['ada@notart.org', 'https://art.org', false],
    ['ada@art.org.evil.com', 'https://art.org', false],
    // Beneath a public suffix everybody has a domain of their own.
    ['ada@one.co.uk', 'https://two.co.uk', false],
    ['ada@one.co.uk', 'https://shop.one.co.uk', true],
    ['ada@co.uk', 'https://co.uk', false],
    ['ada@one.github.io', 'https://two.github.io', false],
    ['ada@one.github.io', 'https://one.github.io', true],
    ['ada@127.0.0.1', 'http://127.0.0.1', false],
    ['ada@localhost', 'http://localhost', false],
    // A host in letters of its own is the one it is written as in addresses.
    ['ada@müsli.ch', 'https://xn--msli-0ra.ch/', true],
    ['ada@art.org', null, false],
    ['ada@art.org', 'no address', false],
  ]
  for (const [email, website, expected] of cases)
    assert.equal(addressMatches(email, website), expected, `${email} ${website}`)
})

test('proof is asked of those whose mailbox does not speak for them', () => {
  const claim = { standing: 'Director', reason: 'To mend it', proof: '', proofUrl: '' }
  assert.deepEqual(faultsOf(claim, true), [])
  assert.deepEqual(faultsOf(claim, false), [
    { field: 'proof', fault: 'proof' },
    { field: 'proofUrl', fault: 'address' },
  ])
  assert.deepEqual(faultsOf({ ...claim, standing: '', proofUrl: 'javascript:alert(1)' }, true), [
    { field: 'standing', fault: 'missing' },
    { field: 'proofUrl', fault: 'address' },
  ])
  assert.deepEqual(faultsOf({ ...claim, reason: 'x'.repeat(2001) }, true), [
    { field: 'reason', fault: 'long' },
  ])
})

test('a claim that is over becomes nothing else', () => {
  assert.equal(canBecome({ stage: 'waiting' }, 'accepted'), true)
  for (const stage of ['accepted', 'refused', 'withdrawn'] as const)
    for (const next of ['waiting', 'accepted', 'refused', 'withdrawn'] as const)
      assert.equal(canBecome({ stage }, next), false)
})
