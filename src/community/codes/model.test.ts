import assert from 'node:assert/strict'
import test from 'node:test'
import { readRecoveryCode, shown } from '../recovery-codes/model.ts'
import { codeAt } from './actions.ts'
import { base32, inFours, keyAddress, readCode, stepAt, stepsAround } from './model.ts'

// Appendix B of RFC 6238; apps show the last six of its eight figures.
test('codes are those of RFC 6238', () => {
  const key = Buffer.from('12345678901234567890')
  const codes = [59, 1_111_111_109, 1_111_111_111, 1_234_567_890, 2_000_000_000, 20_000_000_000].map(
    (seconds) => codeAt(key, stepAt(Temporal.Instant.fromEpochMilliseconds(seconds * 1000))),
  )
  assert.deepEqual(codes, ['287082', '081804', '050471', '005924', '279037', '353130'])
})

test('a key is written in base32 as in RFC 4648', () => {
  const written = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => base32(Buffer.from(text)))
  assert.deepEqual(written, ['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI'])
  assert.equal(inFours('MZXW6YTBOI'), 'MZXW 6YTB OI')
  assert.equal(
    keyAddress('MZXW6', 'culture.example', 'ana+x@example.org'),
    'otpauth://totp/culture.example:ana%2Bx%40example.org?secret=MZXW6&issuer=culture.example',
  )
})

test('a step early and a step late are accepted, and no others', () => {
  const now = Temporal.Instant.from('2027-01-15T12:00:00Z')
  assert.deepEqual(
    stepsAround(now).toSorted((a, b) => a - b),
    [stepAt(now) - 1, stepAt(now), stepAt(now) + 1],
  )
})

test('a code is read in whichever figures it was typed, with anything between', () => {
  const typed = ['123 456', '123-456', '１２３４５６', '១២៣៤៥៦', '๑๒๓๔๕๖', '۱۲۳۴۵۶', '\u202a123456\u202c']
  assert.deepEqual(typed.map(readCode), Array<string>(7).fill('123456'))
  const refused = ['', '12345', '1234567', '12345a', 'abcdef', '½23456', '-12345']
  assert.deepEqual(refused.map(readCode), Array<undefined>(7).fill(undefined))
})

test('a recovery code is read whatever the case, and what looks alike is put right', () => {
  const code = '0123456789abcdef'
  assert.equal(shown(code), '0123-4567-89ab-cdef')
  for (const typed of [
    '0123-4567-89ab-cdef',
    ' O123 4567 89AB CDEF ',
    'oI23456789abcdef',
    'ol23456789abcdef',
  ])
    assert.equal(readRecoveryCode(typed), code, typed)
  for (const typed of ['', '0123-4567-89ab', '0123-4567-89ab-cdeu', '123456'])
    assert.equal(readRecoveryCode(typed), undefined, typed)
})
