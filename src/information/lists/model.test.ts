import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import {
  chosenAsStored,
  groupsOf,
  listAddress,
  type ListDefinition,
  type ListQuery,
  readListQuery,
  storedPlace,
  valueTests,
  withoutValue,
} from './model.ts'

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
  assert.deepEqual(read('from=0000-01-01'), { unknown: { parameter: 'from', value: '0000-01-01' } })
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

test('words lose control characters and what exceeds the limit; an accent alone is no word', () => {
  assert.equal(query('q=%01lao%0A%09silk').words, 'lao silk')
  assert.equal(query(`q=${'%F0%9F%8F%AE'.repeat(150)}`).words?.isWellFormed(), true)
  assert.equal(query('q=%CC%81').words, undefined)
  assert.equal(query('q=%02').words, undefined)
})

test('what was chosen is asked for as records keep it', () => {
  const kept = { ...definition, stored: { country: storedPlace } }
  assert.deepEqual(chosenAsStored(query('country=vn&discipline=film'), kept), {
    country: ['VN'],
    discipline: ['film'],
  })
})

test('a facet shows the values there are and those chosen, in the alphabet of labels or as they always stand', () => {
  const shown = [
    {
      name: 'country',
      legend: 'Where',
      label: (value: string) => ({ vn: 'Viet Nam', de: 'Allemagne' })[value] ?? value,
    },
    { name: 'fee', legend: 'Fee', label: (value: string) => value, always: ['none', 'paid'] },
    { name: 'empty', legend: 'Empty', label: (value: string) => value },
  ]
  const counts = { country: { VN: 3, DE: 1 }, fee: { paid: 2 }, empty: {} }
  const groups = groupsOf(shown, query('country=fr'), counts, (a, b) => a.localeCompare(b))
  assert.deepEqual(
    groups.map(({ name, open, options }) => [
      name,
      open,
      options.map(({ value, count, chosen }) => [value, count, chosen]),
    ]),
    [
      [
        'country',
        true,
        [
          ['de', 1, false],
          ['fr', 0, true],
          ['vn', 3, false],
        ],
      ],
      [
        'fee',
        false,
        [
          ['none', 0, false],
          ['paid', 2, false],
        ],
      ],
    ],
  )
})

test('values of facets are those of the vocabularies, the places, and languages that exist', () => {
  const known = {
    placeCodes: new Set(['VN', 'XK']),
    vocabularies: { discipline: [{ id: 'dance', names: {}, retired: false }] },
  }
  const { term, place, placeOrOnline, lang } = valueTests(known)
  assert.deepEqual(['dance', 'cooking', '__proto__'].map(term('discipline')), [true, false, false])
  assert.deepEqual(['vn', 'xk', 'zz', 'online'].map(place), [true, true, false, false])
  assert.equal(placeOrOnline('online'), true)
  assert.deepEqual(['fr', 'zh-hant', 'km', 'klingo', 'not_one', ''].map(lang), [
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})
