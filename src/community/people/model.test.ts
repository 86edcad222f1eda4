import assert from 'node:assert/strict'
import test from 'node:test'
import { readName } from './model.ts'

test('what would turn the text around a name or break its line is taken out of it', () => {
  assert.equal(readName('  <b>Ö\u0000\n\u2028 Ü\u202e '), '<b>Ö Ü')
  assert.equal(readName('ن'.repeat(301)), undefined)
})
