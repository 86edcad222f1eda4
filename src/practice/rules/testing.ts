/** Facts and conditions of every kind, for tests that hold for all of them. */
import fc from 'fast-check'
import {
  type Condition,
  conditionShape,
  numberFacts,
  placeFacts,
  plainFacts,
  termFacts,
} from './conditions/model.ts'
import { type Facts, factsShape } from './facts/model.ts'
import type { SetsOf } from './evaluating/model.ts'
import type { Routes } from './model.ts'

const members: Record<string, string[]> = {
  east: ['VN', 'JP', 'GB-SCT'],
  west: ['FR', 'DE', 'GB'],
  north: ['DE', 'JP-27'],
}
export const someSets: SetsOf = {
  membersOf: (set) => (Object.hasOwn(members, set) ? new Set(members[set]) : undefined),
}

export const someRoutes: Routes = {
  from: ['departure', 'citizenship'],
  to: 'destination',
  elsewhere: 'refuse',
  which: 'any',
  table: [
    { id: 'special', from: ['VN'], to: ['FR'], both_ways: true, within_country: false },
    { id: 'half', from: ['JP'], to: ['west'], both_ways: false, within_country: false },
    { id: 'out', from: ['east'], to: ['west'], both_ways: true, within_country: false },
    { id: 'there', from: ['west'], to: ['*'], both_ways: false, within_country: true },
  ],
}

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values)
const some = <T>(item: fc.Arbitrary<T>, most = 3) => fc.array(item, { maxLength: most })

const country = oneOf('VN', 'JP', 'FR', 'DE', 'GB', 'TR')
const place = fc
  .oneof(
    fc.record({ country, city: oneOf('a', 'b') }),
    oneOf({ country: 'GB', part: 'GB-SCT', city: 'a' }, { country: 'JP', part: 'JP-27', city: 'b' }),
    oneOf({ country: 'GB', part: 'GB-ENG', city: 'c' }),
  )
  .map((found) => ({ ...found, latitude: 10, longitude: 20 }))
const day = oneOf('2025-12-31', '2026-01-01', '2026-02-28', '2026-03-10', '2026-07-01', '2027-01-31')
const past = oneOf('1990-05-05', '2007-12-31', '2008-01-01', '2008-01-02', '2019', '2021-03', '2024-02-29')
const birth = oneOf('1990-05-05', '2007-12-31', '2008-01-01', '2008-01-02', '2004-02-29')
const term = oneOf('one', 'two', 'three')
const amount = oneOf('0', '10', '33.33', '100', '99999999999.9999')
const part = oneOf('lead', 'partner', 'host', 'participant')

const person = fc.record({
  id: oneOf('p', 'q'),
  as: part,
  citizenships: some(country, 2),
  residences: some(fc.record({ country, since: past }), 2),
  base: place,
  birth_date: birth,
  gender: term,
  roles: some(term),
  career_start: past,
  career_stage: term,
  disciplines: some(term),
  languages: some(term),
})
const organisation = fc.record({
  id: oneOf('x', 'y', 'z'),
  as: part,
  kind: term,
  seat: place,
  legal_form: term,
  legal_entity: fc.boolean(),
  non_profit: fc.boolean(),
  founded: past,
  disciplines: some(term),
})
const leg = fc.record({
  from: place,
  to: place,
  departs: day,
  arrives: day,
  mode: oneOf('air', 'rail'),
  back: fc.boolean(),
})

/** Facts of which everything is known. */
export const wholeFacts: fc.Arbitrary<Facts> = fc
  .record({
    submitted_at: fc.constant('2026-01-01T12:00:00Z'),
    applicant: fc.record({
      shape: oneOf('individual', 'pair', 'team', 'organisation', 'consortium'),
      formed: oneOf('ready-made', 'matched'),
    }),
    people: some(person),
    organisations: some(organisation),
    legs: some(leg),
    activity: fc.record({
      kinds: some(term),
      starts: day,
      ends: day,
      places: some(place),
      online: fc.boolean(),
      begun: fc.boolean(),
      days_at_host: fc.nat({ max: 60 }),
    }),
    budget: fc.record({
      requested: amount,
      lines: some(fc.record({ category: term, amount })),
      funding: some(fc.record({ from: oneOf('own', 'partner', 'public'), by: oneOf('x', 'y'), amount })),
    }),
    history: fc.record({
      applications: some(
        fc.record({
          scheme: term,
          edition: oneOf('2019', '2020'),
          result: oneOf('awarded', 'declined'),
          on: past,
        }),
      ),
      visits: some(fc.record({ country, on: past })),
      partners: some(fc.record({ partner: oneOf('x', 'y'), on: past })),
    }),
    documents: some(term),
    answers: fc.record({ yes: fc.boolean(), number: fc.nat({ max: 5 }), choice: term }),
  })
  .map((given) => factsShape.parse(given))

// What is part of an item as such, and what means something when it is absent: these are not "not yet known".
const always = new Set(['submitted_at', 'as', 'back', 'category', 'scheme', 'partner'])

/** The same facts of which some are not yet known: no list is shortened. `forgets` is asked for each in turn. */
export function forgotten(facts: Facts, forgets: () => boolean): Facts {
  const without = (value: unknown, list: string): unknown => {
    if (Array.isArray(value)) return value.map((one) => without(one, list))
    if (typeof value !== 'object' || value === null) return value
    const kept = Object.entries(value).filter(
      ([key]) =>
        always.has(key) ||
        (list === 'funding' && key === 'from') ||
        (list === 'visits' && key === 'country') ||
        !forgets(),
    )
    return Object.fromEntries(kept.map(([key, inner]) => [key, without(inner, key)]))
  }
  return factsShape.parse(without(facts, ''))
}

const whose = oneOf('everybody', 'somebody', 'lead')
const which = oneOf('any', 'every', 'first')
const names = fc.subarray(['east', 'west', 'north', 'VN', 'GB-SCT', 'FR'], { minLength: 1 })
const terms = fc.subarray(['one', 'two', 'three'], { minLength: 1 })
const maybeAs = fc.option(fc.subarray(['lead', 'partner', 'host', 'participant'], { minLength: 1 }), {
  nil: undefined,
})
const moment = oneOf('application', 'opening', 'closing', 'activity-start', 'travel-start', 'travel-end')
const placeOf = oneOf(...placeFacts)
const size = oneOf({ from: 1 }, { to: 1 }, { from: 1, to: 2 }, { from: 2 }, { to: 0 })
const is = <T>(value: T) => fc.constant(value)
const placeRef = fc.record({ of: placeOf, whose, which })

const numberNames = Object.keys(numberFacts)
const numbers = oneOf(
  { from: 18 },
  { to: 1 },
  { from: 1, to: 60 },
  { from: 10 },
  { to: 50 },
  { from: '33.33', to: '100' },
)
const termNames = termFacts.filter((name) => name !== 'travel-mode')
const cels = oneOf(
  'facts.people.all(p, p.birth_date < applied)',
  'facts.budget.requested <= money("33.33") || facts.activity.online',
  'facts.organisations.exists(o, o.non_profit && o.seat.country == "FR")',
  'facts.answers.number > 2 && facts.answers["yes"]',
  'facts.activity.ends - facts.activity.starts < 60 ? facts.people.size() > 1 : "one" in facts.documents',
  '1 / facts.people.size() == 1 || facts.legs.exists_one(l, l.mode == "rail")',
  'facts.budget.lines.filter(l, l.amount > money("10")).size() == 1',
)

/** One condition of each kind. */
export const leaf: fc.Arbitrary<Condition> = fc
  .oneof(
    fc.record({ test: is('place'), of: placeOf, as: maybeAs, whose, which, in: names, on: moment }),
    fc.record({ test: is('place'), of: placeOf, whose, which, in: is(['*']), except: names }),
    fc.record({ test: is('place'), of: is('residence'), whose, in: names, for_months: oneOf(12, 60) }),
    fc.record({ test: is('same-country'), one: placeRef, other: placeRef }),
    oneOf({ test: 'route' }, { test: 'route', among: ['out', 'half'] }),
    oneOf(
      { test: 'shape', among: [{ shape: 'individual' }, { shape: 'pair', formed: 'matched' }] },
      { test: 'shape', among: [{ shape: 'team', people: { from: 2, to: 3 } }, { shape: 'consortium' }] },
    ),
    fc
      .tuple(
        fc.record({ test: is('number'), of: oneOf(...numberNames), whose, as: maybeAs, at: moment }),
        numbers,
      )
      .map(([asked, range]) => ({ ...asked, ...range })),
    fc.record({ test: is('term'), of: oneOf(...termNames), in: terms, whose, as: maybeAs, which }),
    fc.record({ test: is('term'), of: is('travel-mode'), in: is(['rail']), which }),
    fc.record({ test: is('is'), of: oneOf(...plainFacts), whose, as: maybeAs, is: fc.boolean() }),
    fc.record({
      test: is('within'),
      of: oneOf('activity', 'travel'),
      from: is('2026-01-01'),
      to: is('2026-03-10'),
    }),
    fc.record({
      test: is('sides'),
      of: is('people'),
      place: oneOf('citizenship', 'residence', 'base'),
      sides: is([{ in: ['east'] }, { in: ['west'], to: 1 }]),
      others: oneOf('none', 'allowed'),
    }),
    fc.record({
      test: is('sides'),
      of: is('organisations'),
      place: is('seat'),
      sides: is([{ in: ['east'] }, { in: ['north'] }]),
      others: oneOf('none', 'allowed'),
    }),
    fc
      .tuple(fc.record({ test: is('history'), of: oneOf('applications', 'awards') }), size)
      .map(([asked, range]) => ({ ...asked, ...range, scheme: 'one', editions: ['2019'] })),
    fc.record({ test: is('history'), of: is('awards'), except_schemes: terms, since: is('2021-03-15') }),
    fc.record({ test: is('first-time'), of: oneOf('destination', 'partner') }),
    fc.record({ test: is('costs'), only: terms, at_most: oneOf(1, 2) }),
    fc.record({ test: is('cost-share'), of: terms, at_most_percent: oneOf(0, 50) }),
    fc.record({
      test: is('money-from-each'),
      of: fc.subarray(['lead', 'partner', 'host'], { minLength: 1 }),
    }),
    fc.record({ test: is('answer'), question: is('choice'), in: terms }),
    oneOf({ test: 'answer', question: 'yes', is: true }, { test: 'answer', question: 'number', from: 2 }),
    cels.map((cel) => ({ test: 'expression', cel, says: { en: 'so' } })),
  )
  .map((given) => conditionShape.parse(given))

/** Conditions joined with conditions. */
export const condition: fc.Arbitrary<Condition> = fc.letrec<{ any: Condition; joined: Condition }>((tie) => ({
  any: fc.oneof({ depthSize: 'small', withCrossShrink: true }, leaf, tie('joined')),
  joined: fc
    .oneof(
      fc.record({ test: oneOf('all', 'any'), of: fc.array(tie('any'), { minLength: 1, maxLength: 4 }) }),
      fc.record({
        test: is('at-least'),
        n: oneOf(1, 2),
        of: fc.array(tie('any'), { minLength: 2, maxLength: 4 }),
      }),
      fc.record({ test: is('not'), of: tie('any') }),
      fc
        .tuple(
          fc.record({
            test: is('count'),
            of: oneOf('people', 'organisations'),
            as: maybeAs,
            where: tie('any'),
          }),
          size,
        )
        .map(([asked, range]) => ({ ...asked, ...range })),
    )
    .map((given) => conditionShape.parse(given)),
})).any
