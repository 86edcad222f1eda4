import assert from 'node:assert/strict'
import test from 'node:test'
import { testKnown } from '../testing.ts'
import { whereOf } from './model.ts'

function read(location: string | null, conference: string | null = null): string {
  const { venue, city, country_code, online_url, attendance } = whereOf(location, conference, testKnown)
  return [venue, city, country_code, online_url, attendance].map((part) => part ?? '-').join(' | ')
}

test('an address that ends in a country has a city; any other is all venue', () => {
  const expected: [string, string][] = [
    ['Brussels, Belgium', '- | Brussels | BE | - | -'],
    ['Royal Hall, Rue Haute 23, 1000 Brussels, Belgique', 'Royal Hall, Rue Haute 23 | Brussels | BE | - | -'],
    ['Cloister\nVia Lunga 4\n50125 Florence\nItaly', 'Cloister, Via Lunga 4 | Florence | IT | - | -'],
    ['The Barn, 5 Mill Lane, London SW1A 1AA, United Kingdom', 'The Barn, 5 Mill Lane | London | GB | - | -'],
    ['Pier 9, San Francisco, CA 94111, United States', 'Pier 9 | San Francisco | US | - | -'],
    ['Wharf, 2 Quay Street, Sydney, NSW, 2000, Australia', 'Wharf, 2 Quay Street | Sydney | AU | - | -'],
    ['Belgium', '- | - | BE | - | -'],
    ['Patan Courtyard', 'Patan Courtyard | - | - | - | -'],
    ['Hall 2, upstairs', 'Hall 2, upstairs | - | - | - | -'],
  ]
  for (const [location, where] of expected) assert.equal(read(location), where)
})

test('what takes place online is online, and at a place too it is both', () => {
  const room = 'https://meet.example/room'
  assert.equal(read(null), '- | - | - | - | -')
  assert.equal(read(room), `- | - | - | ${room} | online`)
  assert.equal(read('Zoom', room), `- | - | - | ${room} | online`)
  assert.equal(read('Microsoft Teams Meeting'), '- | - | - | - | online')
  assert.equal(read(null, room), `- | - | - | ${room} | online`)
  assert.equal(read('Hall', room), `Hall | - | - | ${room} | hybrid`)
})
