/** What places, parts of countries, sets, routes and terms are called. */
import type { TermFact } from '../../conditions/model.ts'
import { namedIn, orList, plainList, type RuleReader, type SaidBook, textIn } from '../model.ts'
import { isCode, namedParts, namedSets, nameOfPart } from './model.ts'

const shownPlaces = 8

/** A country by its name in the reader's language, a part of one, a set of the house, or one of the call's own. */
export function nameOfPlace(reader: RuleReader, name: string, book: SaidBook): string {
  if (name === '*') return reader.say('places.any')
  const own = namedIn(book.sets, name)
  if (own) return textIn(reader, own.says)
  if (isCode(name)) return name.length === 2 ? reader.format.country(name) : partName(reader, name)
  const set = namedSets.find((id) => id === name)
  return set ? reader.say(`set.${set}`) : (reader.setName(name) ?? name.replaceAll('-', ' '))
}

function partName(reader: RuleReader, code: string): string {
  const part = namedParts.find((known) => known === code)
  if (part) return reader.say(`part.${part}`)
  // Of a part that has no name here at least the country has one.
  return (
    nameOfPart(code) ?? reader.say('same.of', { fact: reader.format.country(code.slice(0, 2)), who: code })
  )
}

/** One of these places, sets first; long lists shortened to the first ones and the number of others. */
export function sayPlaces(
  reader: RuleReader,
  names: readonly string[],
  book: SaidBook,
  list: typeof orList = orList,
): string {
  const inOrder = [...names.filter((name) => !isCode(name)), ...names.filter(isCode)]
  const words = inOrder.map((name) => nameOfPlace(reader, name, book))
  // "And 1 other" would be no shorter than its name.
  if (reader.wholeLists || words.length <= shownPlaces + 1) return list(reader, words)
  return reader.say('places.others', {
    places: plainList(reader, words.slice(0, shownPlaces)),
    count: words.length - shownPlaces,
  })
}

/** A term of the call's own, or else of a vocabulary of the house. */
export function nameOfTerm(reader: RuleReader, vocabulary: string, id: string, book: SaidBook): string {
  const own = namedIn(book.terms, id)
  return own ? textIn(reader, own) : reader.term(vocabulary, id)
}

const vocabularies: Partial<Record<TermFact, string>> = {
  role: 'applicant-role',
  'organisation-discipline': 'discipline',
}
const modes = ['air', 'rail', 'road', 'sea'] as const

/** What a value of a fact is called: a language by its tag, all others as terms. */
export function nameOfValue(reader: RuleReader, of: TermFact, id: string, book: SaidBook): string {
  if (of === 'language') return reader.format.language(id)
  const mode = of === 'travel-mode' ? modes.find((known) => known === id) : undefined
  return mode ? reader.say(`mode.${mode}`) : nameOfTerm(reader, vocabularies[of] ?? of, id, book)
}

/** A route by the name the call gives it, or by where it leads. */
export function nameOfRoute(reader: RuleReader, id: string, book: SaidBook): string {
  const route = book.routes?.table.find((known) => known.id === id)
  if (!route) return nameOfTerm(reader, 'route', id, book)
  if (route.says) return textIn(reader, route.says)
  const ends = { from: sayPlaces(reader, route.from, book), to: sayPlaces(reader, route.to, book) }
  const way = reader.say(route.both_ways ? 'route.both' : 'route.one', ends)
  return route.within_country ? reader.say('route.within', { route: way }) : way
}

/** A question of the call's own, as it is asked. */
export function textOfQuestion(reader: RuleReader, id: string, book: SaidBook): string {
  const question = book.questions?.find((known) => known.id === id)
  return question ? textIn(reader, question.says) : nameOfTerm(reader, 'question', id, book)
}

/** What an option of a question is called. */
export function nameOfOption(reader: RuleReader, question: string, id: string, book: SaidBook): string {
  const options = book.questions?.find((known) => known.id === question)?.options
  const option = options?.find((known) => known.id === id)
  return option ? textIn(reader, option.says) : nameOfTerm(reader, 'option', id, book)
}
