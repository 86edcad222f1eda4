/** Rule books of real size and applications to them, without a house. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Book, bookOf } from '../../src/practice/rules/deciding/model.ts'
import type { SetsOf } from '../../src/practice/rules/evaluating/model.ts'
import { type Facts, factsShape } from '../../src/practice/rules/facts/model.ts'
import { type RuleBook, ruleBookShape } from '../../src/practice/rules/model.ts'

const file = join(import.meta.dirname, '../../database/demo/calls.json')
const records: Record<string, unknown>[] = JSON.parse(readFileSync(file, 'utf8')).records

const rulesOf = (record: Record<string, unknown>): RuleBook =>
  ruleBookShape.parse(
    Object.fromEntries(Object.entries(record).filter(([key]) => Object.hasOwn(ruleBookShape.shape, key))),
  )

const europe = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')
const creative = new Set([...europe, ...'IS NO LI AL BA GE MD ME MK RS TN UA XK AM'.split(' ')])
const asia = new Set('BD BN KH CN IN ID JP KZ KR LA MY MN MM PK PH RU SG TH VN AU NZ'.split(' '))

// A set of about the right size for every name; half of the members change at a new year, as sets do.
const sets: SetsOf = {
  membersOf: (set) => (/asia|asean|south/.test(set) ? asia : creative),
}

export const moment = Temporal.Instant.from('2026-01-10T09:00:00Z')

/** The rule book of individual mobility: residence, distance, days, groups, top-ups. */
export function mobilityBook(): Book {
  const record = records.find(({ id }) => String(id).startsWith('culture-moves-europe-individual'))
  if (!record) throw new Error('the demonstration has no call for individual mobility')
  return bookOf(rulesOf(record), sets)
}

/** So many calls, each a book of its own. */
export function booksOf(count: number): Book[] {
  const rules = records.map(rulesOf)
  return Array.from({ length: count }, (_, index) => {
    const one = rules[index % rules.length]
    if (!one) throw new Error('the demonstration has no calls')
    return bookOf(structuredClone(one), sets)
  })
}

const countries = [...creative, ...asia, 'US', 'BR', 'ZA']
const countryAt = (index: number) => countries[index % countries.length] ?? 'FR'
const two = (number: number) => String(number).padStart(2, '0')

/** An application like others, and yet none like it: other homes, ages, days and places. */
export function factsAt(index: number): Facts {
  const group = index % 3 === 0 ? 3 : 1
  const born = `${1950 + (index % 70)}-${two(1 + (index % 12))}-${two(1 + (index % 28))}`
  return factsShape.parse({
    applicant: { shape: group === 1 ? 'individual' : 'team' },
    people: Array.from({ length: group }, () => ({
      citizenships: [countryAt(index * 7)],
      residences: [{ country: countryAt(index) }],
      birth_date: born,
      disciplines: ['visual-arts'],
    })),
    organisations: [{ as: 'host', seat: { country: countryAt(index * 3 + 1) } }],
    legs: [
      {
        from: { country: countryAt(index), latitude: (index % 140) - 70, longitude: (index % 300) - 150 },
        to: { country: countryAt(index * 3 + 1), latitude: 40, longitude: index % 100 },
        mode: index % 2 === 0 ? 'air' : 'rail',
      },
    ],
    activity: { starts: '2026-04-02', ends: `2026-04-${two(3 + (index % 27))}`, begun: false },
    history: { applications: index % 5 === 0 ? [{ scheme: 'culture-moves-europe', result: 'awarded' }] : [] },
    answers: { children: index % 3, visas: 1, 'access-support': index % 7 === 0 },
  })
}
