/** What was found where a condition looked, with the name of the fact it was found in. */
import type { Found } from '../../answers/model.ts'
import type { Condition, PlaceFactName, TermFact } from '../../conditions/model.ts'
import type { RuleAnswer } from '../../deciding/model.ts'
import { type FactName, pointedAt } from '../facts/model.ts'
import { sayFact } from '../facts/words.ts'
import { andList, namedIn, type RuleReader, type SaidBook, unsaid } from '../model.ts'
import { quantity, unitOf } from '../numbers/words.ts'
import { nameOfOption, nameOfRoute, nameOfTerm, nameOfValue, sayPlaces } from '../places/words.ts'

/** One way to say what was found: what it is called, how it is written, and of which facts it comes. */
type Telling = { label: string; found: string; from: readonly FactName[] | null }

/** "From your answers: nationality – Türkiye."; empty where nothing was found or nobody could say what it is. */
export function sayFound(
  reader: RuleReader,
  condition: Condition,
  { found, hangs }: RuleAnswer,
  book: SaidBook,
): string {
  if (!found) return ''
  const tellings = leavesOf(condition, book, []).flatMap((leaf) =>
    tellingOf(reader, leaf, found, hangs, book),
  )
  const names = new Set(hangs.map(nameOfPointer))
  const fitting = tellings.filter(({ from }) => from === null || from.some((name) => names.has(name)))
  const [first, ...others] = fitting
  // Two leaves of one condition may have found it: then it has no one name.
  if (!first || others.some(({ label, found: words }) => label !== first.label || words !== first.found))
    return ''
  return reader.say('reason.found', { fact: first.label, found: first.found })
}

function nameOfPointer(pointer: string): FactName | null {
  const fact = pointedAt(pointer)
  return fact.kind === 'fact' ? (fact.name === 'since' ? 'people.residences' : fact.name) : null
}

function leavesOf(condition: Condition, book: SaidBook, within: readonly string[]): Condition[] {
  switch (condition.test) {
    case 'all':
    case 'any':
    case 'at-least':
      return condition.of.flatMap((each) => leavesOf(each, book, within))
    case 'not':
      return leavesOf(condition.of, book, within)
    case 'named': {
      const named = namedIn(book.conditions, condition.name)
      return named && !within.includes(condition.name)
        ? leavesOf(named, book, [...within, condition.name])
        : []
    }
    default:
      return [condition]
  }
}

const factsOfPlaces: Record<PlaceFactName, readonly FactName[]> = {
  citizenship: ['people', 'people.citizenships'],
  residence: ['people', 'people.residences'],
  base: ['people', 'people.base'],
  seat: ['organisations', 'organisations.seat'],
  departure: ['legs', 'legs.from'],
  destination: ['legs', 'legs.to', 'activity.places', 'history.visits'],
  'activity-place': ['activity', 'activity.places', 'activity.online'],
}

const factsOfTerms: Record<TermFact, FactName> = {
  role: 'people.roles',
  'career-stage': 'people.career_stage',
  gender: 'people.gender',
  discipline: 'people.disciplines',
  language: 'people.languages',
  'activity-kind': 'activity.kinds',
  'organisation-kind': 'organisations.kind',
  'legal-form': 'organisations.legal_form',
  'organisation-discipline': 'organisations.disciplines',
  document: 'documents',
  'travel-mode': 'legs.mode',
}

function tellingOf(
  reader: RuleReader,
  leaf: Condition,
  found: Found,
  hangs: readonly string[],
  book: SaidBook,
): Telling[] {
  const { say, format } = reader
  switch (found.kind) {
    case 'places':
      return placesTelling(reader, leaf, found.places, book)
    case 'terms':
      return termsTelling(reader, leaf, found.terms, hangs, book)
    case 'number':
      return numberTelling(reader, leaf, found.number, hangs, book)
    case 'money': {
      if (leaf.test !== 'number' || unitOf(leaf.of) !== 'money') return []
      return [
        { label: say(`number.${leaf.of}`), found: format.money(found.amount, book.currency), from: null },
      ]
    }
    case 'day':
      if (leaf.test === 'place' && leaf.for_months !== undefined) {
        return [{ label: say('fact.since'), found: sinceWords(reader, found.day), from: null }]
      }
      if (leaf.test !== 'within') return []
      return [
        {
          label: say(leaf.of === 'activity' ? 'fact.activity' : 'fact.legs'),
          found: format.date(found.day),
          from: null,
        },
      ]
    case 'route': {
      if (leaf.test !== 'route') return []
      const ends = {
        from: sayPlaces(reader, [found.from], book),
        to: sayPlaces(reader, [found.to], book),
      }
      const known = found.route === null ? null : nameOfRoute(reader, found.route, book)
      const journey = say('reason.route', ends)
      const words = known === null ? journey : say('same.of', { fact: journey, who: known })
      return [{ label: say('fact.legs'), found: words, from: null }]
    }
    default:
      return unsaid(found)
  }
}

// The day may be known to the month or the year only.
const sinceWords = ({ format }: RuleReader, day: string) =>
  day.length === 10 ? format.date(day) : day.length === 7 ? format.month(day) : format.year(day)

function placesTelling(
  reader: RuleReader,
  leaf: Condition,
  places: readonly string[],
  book: SaidBook,
): Telling[] {
  const facts = placesAsked(leaf)
  if (places.length === 0 || facts.length === 0) return []
  return [
    {
      label: andList(
        reader,
        facts.map((of) => reader.say(`placeName.${of}`)),
      ),
      found: sayPlaces(reader, places, book, andList),
      from: facts.flatMap((of) => factsOfPlaces[of]),
    },
  ]
}

function placesAsked(leaf: Condition): PlaceFactName[] {
  switch (leaf.test) {
    case 'place':
      return [leaf.of]
    case 'sides':
      return [leaf.place]
    case 'same-country':
      return [...new Set([leaf.one.of, leaf.other.of])]
    case 'first-time':
      return ['destination']
    default:
      return []
  }
}

function termsTelling(
  reader: RuleReader,
  leaf: Condition,
  terms: readonly string[],
  hangs: readonly string[],
  book: SaidBook,
): Telling[] {
  const { say } = reader
  const words = (name: (id: string) => string) => andList(reader, terms.map(name))
  if (terms.length === 0) return []
  switch (leaf.test) {
    case 'term': {
      const name = factsOfTerms[leaf.of]
      const label = say(`fact.${name}`)
      return [{ label, found: words((id) => nameOfValue(reader, leaf.of, id, book)), from: null }]
    }
    case 'costs':
    case 'cost-share':
      return [
        {
          label: say('fact.budget.lines'),
          found: words((id) => nameOfTerm(reader, 'cost-category', id, book)),
          from: null,
        },
      ]
    case 'shape': {
      const found = words((id) => shapeName(reader, id))
      return [{ label: say('fact.applicant.shape'), found, from: null }]
    }
    case 'history':
      return [
        {
          label: say('fact.history.applications'),
          found: words((id) => nameOfTerm(reader, 'scheme', id, book)),
          from: null,
        },
      ]
    case 'answer':
      return answerTelling(
        reader,
        leaf.question,
        words((id) => nameOfOption(reader, leaf.question, id, book)),
        hangs,
        book,
      )
    default:
      return []
  }
}

const shapes = ['individual', 'pair', 'team', 'organisation', 'consortium'] as const

function shapeName(reader: RuleReader, id: string): string {
  const shape = shapes.find((known) => known === id)
  return shape ? reader.say(`shape.${shape}`) : id.replaceAll('-', ' ')
}

function numberTelling(
  reader: RuleReader,
  leaf: Condition,
  number: number,
  hangs: readonly string[],
  book: SaidBook,
): Telling[] {
  const { say, format } = reader
  switch (leaf.test) {
    case 'number':
      return [
        {
          label: say(`number.${leaf.of}`),
          found:
            leaf.of === 'age'
              ? say('age.value', { years: number })
              : quantity(reader, unitOf(leaf.of), number, book.currency),
          from: null,
        },
      ]
    case 'history':
      return [{ label: say(`history.${leaf.of}`), found: format.number(number), from: null }]
    case 'count':
      return [{ label: say(`number.${leaf.of}`), found: format.number(number), from: null }]
    case 'shape': {
      const of = hangs.some((pointer) => pointer.startsWith('/organisations')) ? 'organisations' : 'people'
      return [{ label: say(`number.${of}`), found: format.number(number), from: null }]
    }
    case 'answer':
      return answerTelling(reader, leaf.question, format.number(number), hangs, book)
    default:
      return []
  }
}

function answerTelling(
  reader: RuleReader,
  question: string,
  found: string,
  hangs: readonly string[],
  book: SaidBook,
): Telling[] {
  const pointer = `/answers/${question}`
  return hangs.includes(pointer) ? [{ label: sayFact(reader, pointer, book), found, from: null }] : []
}
