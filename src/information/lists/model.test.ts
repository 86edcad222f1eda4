import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { listAddress, type ListDefinition, type ListQuery, readListQuery, withoutValue } from './model.ts'

const definition: ListDefinition = {
  facets: {
    discipline: (value) => ['dance', 'film'].includes(value),
    country: (value) => /^[a-z]{2}$/.test(value),
  },
  days: ['from', 'to'],
  sorts: ['title'],
}
const read = (text: string) => readListQuery(new URLSearchParams(text), definition)
const query = (text: string): ListQuery => {
  const answer = read(text)
  assert.ok('query' in answer, text)
  return answer.query
}

test('an address holds the whole state of a list, and repeating a value changes nothing', () => {
  assert.equal(
    listAddress(
      '/events',
      query('discipline=film&discipline=dance&discipline=film&q=lao&from=2027-01-01&page=2'),
    ),
    '/events?discipline=dance&discipline=film&q=lao&from=2027-01-01&page=2',
  )
})

test('blank fields of a form and the marks of letters and networks mean nothing', () => {
  assert.equal(listAddress('/events', query('discipline=&q=+&utm_source=letter&fbclid=x')), '/events')
})

test('an unknown parameter, value, day or page is named', () => {
  assert.deepEqual(read('colour=red'), { unknown: { parameter: 'colour', value: 'red' } })
  assert.deepEqual(read('discipline=cooking'), { unknown: { parameter: 'discipline', value: 'cooking' } })
  assert.deepEqual(read('from=2027-02-30'), { unknown: { parameter: 'from', value: '2027-02-30' } })
  assert.deepEqual(read('page=0'), { unknown: { parameter: 'page', value: '0' } })
  assert.deepEqual(read('__proto__=x'), { unknown: { parameter: '__proto__', value: 'x' } })
})

test('taking a value away goes back to the first page', () => {
  assert.equal(
    listAddress('/events', withoutValue(query('discipline=film&country=vn&page=3'), 'discipline', 'film')),
    '/events?country=vn',
  )
})

test('any address is either understood, and then steady, or named as unknown', () => {
  const anything = fc.array(
    fc.tuple(fc.constantFrom('discipline', 'country', 'q', 'from', 'sort', 'page', 'x'), fc.string()),
  )
  fc.assert(
    fc.property(anything, (parts) => {
      const answer = readListQuery(new URLSearchParams(parts), definition)
      if ('unknown' in answer) return
      const address = listAddress('/x', answer.query)
      assert.equal(listAddress('/x', query(address.split('?')[1] ?? '')), address)
    }),
  )
})
