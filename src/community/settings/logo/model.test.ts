import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { logoFault, pictureIn } from './model.ts'

const webp = (chunk: string, rest: string) => {
  const bytes = Buffer.alloc(40)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(32, 4)
  bytes.write(`WEBP${chunk}`, 8)
  Buffer.from(rest, 'hex').copy(bytes, 20)
  return bytes
}

test('the size of a WebP is read in each of its three forms', () => {
  assert.deepEqual(pictureIn(webp('VP8X', '000000002b01006300')), { type: 'webp', width: 300, height: 100 })
  assert.deepEqual(pictureIn(webp('VP8L', '2f2bc11800')), { type: 'webp', width: 300, height: 100 })
  assert.deepEqual(pictureIn(webp('VP8 ', '0000009d012a2c016400')), { type: 'webp', width: 300, height: 100 })
})

test('a picture that was cut off is none', () => {
  const whole = webp('VP8X', '000000002b01006300')
  assert.equal(pictureIn(whole.subarray(0, 35)), undefined)
  assert.equal(logoFault(whole.subarray(0, 35)), 'kind')
})

test('no bytes are taken for a picture by chance, and none fail', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      assert.equal(pictureIn(bytes), undefined)
    }),
  )
})
