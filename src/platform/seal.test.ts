import assert from 'node:assert/strict'
import test from 'node:test'
import { sealerOf } from './seal.ts'

const sealer = sealerOf('a secret of tests only, long enough for anybody', 'trying')

test('what is sealed is read again by the same house for the same purpose and thing, and by nobody else', () => {
  const sealed = sealer.seal('three lamps', 'ana')
  assert.doesNotMatch(Buffer.from(sealed, 'base64url').toString('latin1'), /three|lamps/)
  assert.equal(sealer.unseal(sealed, 'ana'), 'three lamps')
  assert.notEqual(sealer.seal('three lamps', 'ana'), sealed)
  assert.equal(sealer.unseal(sealed, 'binh'), undefined)
  assert.equal(
    sealerOf('another secret, as long as the first one was', 'trying').unseal(sealed, 'ana'),
    undefined,
  )
  assert.equal(
    sealerOf('a secret of tests only, long enough for anybody', 'else').unseal(sealed, 'ana'),
    undefined,
  )
})

test('what was changed or cut short does not open', () => {
  const bytes = Buffer.from(sealer.seal('three lamps', 'ana'), 'base64url')
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    assert.equal(sealer.unseal(changed.toString('base64url'), 'ana'), undefined, String(at))
  }
  assert.equal(sealer.unseal(bytes.subarray(0, 20).toString('base64url'), 'ana'), undefined)
  assert.equal(sealer.unseal('', 'ana'), undefined)
})
