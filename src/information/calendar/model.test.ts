import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { isFar, readMonth } from './model.ts'

test('a month knows its days and its neighbours, and the calendar ends at both ends', () => {
  assert.deepEqual(readMonth('2027-03'), {
    name: '2027-03',
    first: '2027-03-01',
    last: '2027-03-31',
    previous: '2027-02',
    next: '2027-04',
  })
  assert.equal(readMonth('1990-01')?.previous, undefined)
  assert.equal(readMonth('2100-12')?.next, undefined)
})

test('what is no month of the calendar is not understood', () => {
  const given = ['2027-13', '2027-3', '2027', '1989-12', '2101-01', '999999-01', 'March', '2027-03-01', ' ']
  assert.deepEqual(
    given.map((text) => readMonth(text)),
    given.map(() => undefined),
  )
})

test('any text is a month that reads the same again, or none', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const month = readMonth(text)
      assert.equal(month?.name ?? text, text)
    }),
  )
})

test('months more than two years away are far', () => {
  const far = (name: string) => {
    const month = readMonth(name)
    assert.ok(month)
    return isFar(month, '2027-01-15')
  }
  assert.deepEqual(
    [far('2029-01'), far('2029-02'), far('2025-01'), far('2024-12')],
    [false, true, false, true],
  )
})
