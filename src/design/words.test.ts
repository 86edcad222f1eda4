import assert from 'node:assert/strict'
import test from 'node:test'
import { locales } from './locales.ts'
import { catalogues } from './messages/index.ts'
import { type Catalogue, catalogueFaults, coverageOf, speaker } from './words.ts'

const en = {
  plain: 'Events',
  named: 'Events in {place}',
  counted: { one: '{count} event in {place}', other: '{count} events in {place}' },
} as const

const same = { reviewed: [], words: { ...en } } satisfies Catalogue<typeof en>
const ur = {
  reviewed: ['plain'],
  words: {
    plain: 'تقریبات',
    named: '{place} میں تقریبات',
    counted: { one: '{place} میں {count} تقریب', other: '{place} میں {count} تقریبات' },
  },
} satisfies Catalogue<typeof en>
const km = {
  reviewed: [],
  words: { plain: 'ព្រឹត្តិការណ៍', named: '', counted: { other: 'ព្រឹត្តិការណ៍ {count}' } },
} satisfies Catalogue<typeof en>

const fr = {
  reviewed: ['plain', 'plain'],
  words: {
    plain: 'Événements',
    named: '{place}',
    counted: { one: '{count} à {place}', other: '{count} à {place} (s)' },
  },
} satisfies Catalogue<typeof en>
const speak = speaker({ en, fr, vi: same, zh: same, th: same, km, ur })

test('words are spoken with the names they ask for', () => {
  assert.equal(speak('en')('plain'), 'Events')
  assert.equal(speak('en')('named', { place: 'Vilnius' }), 'Events in Vilnius')
})

test('a count chooses its form by the rules of the language', () => {
  const counts = [0, 1, 2, 1234]
  assert.deepEqual(
    counts.map((count) => speak('en')('counted', { count, place: 'Hue' })),
    ['0 events in Hue', '1 event in Hue', '2 events in Hue', '1,234 events in Hue'],
  )
  // None is singular in French, and a form that is missing is said with the general one.
  assert.equal(speak('fr')('counted', { count: 0, place: 'Lyon' }), '0 à Lyon')
  assert.equal(speak('km')('counted', { count: 1, place: '' }), 'ព្រឹត្តិការណ៍ 1')
})

test('a name written in the other direction is isolated from the sentence around it', () => {
  assert.equal(speak('ur')('named', { place: 'Vilnius (LT)' }), '\u2068Vilnius (LT)\u2069 میں تقریبات')
  assert.equal(speak('ur')('named', { place: 'لاہور' }), 'لاہور میں تقریبات')
  assert.equal(speak('en')('named', { place: 'لاہور' }), 'Events in \u2068لاہور\u2069')
})

test('names are put in once, so that braces and dollars in them stay what they are', () => {
  assert.equal(speak('en')('named', { place: '{place} $& {count}' }), 'Events in {place} $& {count}')
})

test('keys and names are checked by the compiler', () => {
  const say = speak('en')
  // @ts-expect-error a name is missing
  say('named')
  // @ts-expect-error a count is missing
  say('counted', { place: 'Hue' })
  // @ts-expect-error no such words
  assert.throws(() => say('unknown'))
})

test('coverage counts what is not empty and what a person has reviewed', () => {
  assert.deepEqual(coverageOf(en, ur), { total: 3, translated: 3, reviewed: 1 })
  assert.deepEqual(coverageOf(en, km), { total: 3, translated: 2, reviewed: 0 })
  assert.deepEqual(coverageOf(en, fr), { total: 3, translated: 3, reviewed: 1 })
})

test('faults of a catalogue are noticed', () => {
  assert.deepEqual(catalogueFaults(en, 'km', km), [
    'named: empty',
    'named: has {} instead of {place}',
    'counted: has {count} instead of {count, place}',
  ])
  const { named: _, ...others } = ur.words
  const planted = { reviewed: [], words: { ...others, counted: { other: '{count} {place}' }, more: 'x' } }
  // @ts-expect-error words are missing, which the compiler would say
  assert.deepEqual(catalogueFaults(en, 'ur', planted), [
    'more: not in English',
    'named: missing',
    'counted: no form for "one"',
  ])
})

test('the words of this room are complete in every language', () => {
  const { en, ...others } = catalogues
  assert.deepEqual(
    locales.flatMap((locale) => (locale === 'en' ? [] : catalogueFaults(en, locale, others[locale]))),
    [],
  )
})
