import assert from 'node:assert/strict'
import test from 'node:test'
import { readerOf } from '../readers/model.ts'
import { whoWords } from './words.ts'

const reader = readerOf('en', { vocabularies: {} }, Temporal.Instant.from('2027-01-15T12:00:00Z'))
type Stated = Parameters<typeof whoWords>[1]
const said = (given: Partial<Stated>) =>
  whoWords(reader, {
    whoTest: 'not-stated',
    citizenship: null,
    residence: null,
    base: null,
    eligibleCountries: [],
    eligibleRegions: [],
    eligibleExcept: [],
    citizenshipPlaces: [],
    residencePlaces: [],
    ...given,
  })
const both = (places: string[]) => ({ citizenshipPlaces: places, residencePlaces: places })

test('what is not stated has no sentence', () => {
  assert.equal(said({}), null)
})

test('the test and its places are one sentence', () => {
  assert.equal(said({ whoTest: 'anyone' }), 'Anyone, whatever their citizenship or home.')
  assert.equal(
    said({ whoTest: 'citizenship', eligibleCountries: ['FR', 'VN'], ...both(['FR', 'VN']) }),
    'Citizens of France and Vietnam.',
  )
  assert.equal(
    said({ whoTest: 'residence', eligibleRegions: ['ASEM'], ...both(['FR', 'VN', 'DE']) }),
    'People who live in ASEM (3 countries).',
  )
  assert.equal(
    said({ whoTest: 'unclear', eligibleCountries: ['FR'], ...both(['FR']) }),
    'From France; the source does not say whether citizenship or home decides.',
  )
})

test('facts stated apart are said apart', () => {
  const apart = {
    citizenship: ['VN'],
    residence: ['FR', 'DE'],
    citizenshipPlaces: ['VN'],
    residencePlaces: ['DE', 'FR'],
  }
  assert.equal(said({ whoTest: 'both', ...apart }), 'Citizens of Vietnam who live in France and Germany.')
  assert.equal(
    said({ whoTest: 'either', ...apart }),
    'Citizens of Vietnam, and people who live in France and Germany.',
  )
})

test('a long list is said by its number, and so is the world without a country', () => {
  const places = ['AT', 'BE', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI']
  assert.equal(
    said({ whoTest: 'citizenship', eligibleCountries: places, ...both(places) }),
    'Citizens of 9 countries.',
  )
  assert.equal(
    said({
      whoTest: 'residence',
      eligibleRegions: ['worldwide'],
      eligibleExcept: ['DE'],
      ...both(['AT', 'FR']),
    }),
    'People who live in 2 countries. Not Germany.',
  )
})
