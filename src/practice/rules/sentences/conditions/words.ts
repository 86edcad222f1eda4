/** Every condition as a sentence of its own, so that joining them breaks no grammar. */
import type { Condition, ConditionOf, PlaceFactName, PlaceRef, TermFact } from '../../conditions/model.ts'
import type { PartTaken } from '../../facts/model.ts'
import {
  andList,
  asLabel,
  asSentence,
  itemList,
  namedIn,
  joined,
  orList,
  type RuleReader,
  type SaidBook,
  textIn,
  unsaid,
} from '../model.ts'
import {
  factRange,
  momentWords,
  percentWords,
  periodWords,
  plainRange,
  quantity,
  rangeWords,
} from '../numbers/words.ts'
import {
  nameOfOption,
  nameOfRoute,
  nameOfTerm,
  nameOfValue,
  sayPlaces,
  textOfQuestion,
} from '../places/words.ts'

/** `one`: inside a count, where each is looked at alone; `within`: the named conditions that lead here. */
type Telling = { reader: RuleReader; book: SaidBook; one: boolean; within: readonly string[] }

/** A condition as one or more whole sentences. */
export function sayCondition(reader: RuleReader, condition: Condition, book: SaidBook): string {
  return tell({ reader, book, one: false, within: [] }, condition)
}

function tell(telling: Telling, condition: Condition): string {
  const { reader } = telling
  switch (condition.test) {
    case 'place':
      return placeSentence(telling, condition)
    case 'same-country':
      return reader.say('same.country', {
        one: placeLabel(telling, condition.one),
        other: placeLabel(telling, condition.other),
      })
    case 'route':
      return routeSentence(telling, condition)
    case 'shape':
      return shapeSentence(telling, condition)
    case 'number':
      return numberSentence(telling, condition)
    case 'term':
      return termSentence(telling, condition)
    case 'is': {
      const who = whoWords(telling, 'organisation', condition)
      return condition.is
        ? reader.say(`is.${condition.of}`, { who })
        : reader.say(`isNot.${condition.of}`, { who })
    }
    case 'within':
      return reader.say(`within.${condition.of}`, { period: periodWords(reader, condition) })
    case 'sides':
      return sidesSentence(telling, condition)
    case 'history':
      return historySentence(telling, condition)
    case 'first-time':
      return reader.say(`first.${condition.of}`)
    case 'costs':
    case 'cost-share':
    case 'money-from-each':
      return moneySentence(telling, condition)
    case 'answer':
      return answerSentence(telling, condition)
    case 'expression':
      return textIn(reader, condition.says)
    case 'all':
    case 'any':
    case 'at-least':
    case 'not':
    case 'named':
    case 'count':
      return joinedSentence(telling, condition)
    default:
      return unsaid(condition)
  }
}

type Joining = Extract<Condition, { test: 'all' | 'any' | 'at-least' | 'not' | 'named' | 'count' }>

function joinedSentence(telling: Telling, condition: Joining): string {
  const { reader, book, within } = telling
  const { say } = reader
  switch (condition.test) {
    case 'all':
      return joined(
        reader,
        condition.of.map((each) => tell(telling, each)),
      )
    case 'any':
      if (condition.of[0] && condition.of.length === 1) return tell(telling, condition.of[0])
      return say('join.any', { list: numbered(telling, condition.of) })
    case 'at-least':
      return say('join.least', { count: condition.n, list: numbered(telling, condition.of) })
    case 'not':
      return say('join.not', { sentence: tell(telling, condition.of) })
    case 'named': {
      const named = namedIn(book.conditions, condition.name)
      // A circle is refused where a call is checked; here it only must end.
      if (!named || within.includes(condition.name)) return say('named.missing')
      return tell({ ...telling, within: [...within, condition.name] }, named)
    }
    case 'count': {
      // None of whom it is not so: it is so of every one.
      if (condition.to === 0 && condition.where.test === 'not') {
        const sentence = tell({ ...telling, one: true }, condition.where.of)
        return say(`countEvery.${condition.of}`, { sentence })
      }
      const sentence = tell({ ...telling, one: true }, condition.where)
      return say(`count.${condition.of}`, { range: plainRange(reader, condition), sentence })
    }
    default:
      return unsaid(condition)
  }
}

function numbered(telling: Telling, conditions: readonly Condition[]): string {
  const { reader } = telling
  return joined(
    reader,
    conditions.map((each, at) => reader.say('join.item', { number: at + 1, sentence: tell(telling, each) })),
  )
}

type Whose = { whose?: 'everybody' | 'somebody' | 'lead' | undefined; as?: PartTaken[] | undefined }

function whoWords(telling: Telling, kind: 'person' | 'organisation', { whose, as }: Whose): string {
  const { reader, one } = telling
  const lead = as?.length === 1 && as[0] === 'lead'
  const who = reader.say(`who.${kind}.${one ? 'one' : lead ? 'lead' : (whose ?? 'everybody')}`)
  return as && !lead && !one ? reader.say('who.as', { who, parts: partsWords(reader, as) }) : who
}

const partsWords = (reader: RuleReader, parts: readonly PartTaken[]) =>
  orList(
    reader,
    parts.map((part) => reader.say(`as.${part}`)),
  )

const holder = (fact: PlaceFactName) => (fact === 'seat' ? 'organisation' : 'person')

function placeSentence(telling: Telling, condition: ConditionOf<'place'>): string {
  const { reader, book } = telling
  const { say } = reader
  return joined(reader, [
    say(`place.${condition.of}`, {
      who: whoWords(telling, holder(condition.of), condition),
      places: sayPlaces(reader, condition.in, book),
    }),
    condition.except
      ? say('place.except', { places: sayPlaces(reader, condition.except, book, andList) })
      : '',
    condition.for_months ? say('place.months', { count: condition.for_months }) : '',
    whichWords(reader, condition),
    condition.on === 'application' ? '' : say('place.on', { moment: momentWords(reader, condition.on) }),
  ])
}

function whichWords({ say }: RuleReader, { of, which }: Pick<PlaceRef, 'of' | 'which'>): string {
  if (which === undefined) return ''
  if (of === 'citizenship') return say(`which.citizenship.${which}`)
  return which === 'any' ? '' : say(`which.other.${which}`)
}

function placeLabel(telling: Telling, place: PlaceRef): string {
  const { say } = telling.reader
  const fact = say(`placeName.${place.of}`)
  const isOfSomebody = ['citizenship', 'residence', 'base', 'seat'].includes(place.of)
  if (!isOfSomebody) return fact
  return say('same.of', { fact, who: asLabel(telling.reader, whoWords(telling, holder(place.of), place)) })
}

function routeSentence({ reader, book }: Telling, { among }: ConditionOf<'route'>): string {
  if (!among) return reader.say('route.any')
  const routes = among.map((id) => nameOfRoute(reader, id, book))
  return reader.say('route.among', { routes: itemList(reader, routes) })
}

function shapeSentence({ reader }: Telling, { among }: ConditionOf<'shape'>): string {
  const shapes = among.map((allowed) => {
    const shape = reader.say(`shape.${allowed.shape}`)
    const counts = (['people', 'organisations'] as const).flatMap((of) => {
      const size = allowed[of]
      if (!size) return []
      return reader.say('number.size', { fact: reader.say(`number.${of}`), range: plainRange(reader, size) })
    })
    const details = [...(allowed.formed ? [reader.say(`formed.${allowed.formed}`)] : []), ...counts]
    return details.length > 0
      ? reader.say('shape.details', { shape, details: itemList(reader, details) })
      : shape
  })
  return reader.say('shape.among', { shapes: orList(reader, shapes) })
}

function numberSentence(telling: Telling, condition: ConditionOf<'number'>): string {
  const { reader, book } = telling
  const { say } = reader
  const { of, from, to } = condition
  const range = factRange(reader, of, condition, book.currency)
  switch (of) {
    case 'age':
      return ageSentence(telling, condition)
    case 'years-of-practice':
    case 'years-of-residence':
    case 'years-since-founding': {
      const who = whoWords(telling, of === 'years-since-founding' ? 'organisation' : 'person', condition)
      const fact = say('number.at', { fact: say(`number.${of}`), moment: momentWords(reader, condition.at) })
      return say('number.whose', { who, fact, range })
    }
    case 'lead-days':
    case 'lead-weeks':
      if (from !== undefined && to === undefined) {
        return say('lead.from', { from: quantity(reader, of === 'lead-days' ? 'days' : 'weeks', from, '') })
      }
  }
  const { category } = condition
  const label = say(`number.${of}`)
  const fact = category
    ? say('number.category', { fact: label, category: nameOfTerm(reader, 'cost-category', category, book) })
    : label
  return asSentence(reader, say('number.sentence', { fact, range }))
}

function ageSentence(telling: Telling, condition: ConditionOf<'number'>): string {
  const { say } = telling.reader
  const [from, to] = [Number(condition.from ?? 0), Number(condition.to ?? 0)]
  const who = whoWords(telling, 'person', condition)
  const moment = momentWords(telling.reader, condition.at)
  if (condition.to === undefined) return say('age.from', { who, from, moment })
  return condition.from === undefined
    ? say('age.to', { who, to, moment })
    : say('age.both', { who, from, to, moment })
}

const ofOrganisations: readonly TermFact[] = ['organisation-kind', 'legal-form', 'organisation-discipline']

function termSentence(telling: Telling, condition: ConditionOf<'term'>): string {
  const { reader, book } = telling
  const { of, which } = condition
  const kind = ofOrganisations.includes(of) ? 'organisation' : 'person'
  const terms = condition.in.map((id) => nameOfValue(reader, of, id, book))
  // Of documents every one that is named must be there.
  const list = of === 'document' && which === 'every' ? andList : orList
  const sentence = reader.say(`term.${of}`, {
    who: whoWords(telling, kind, condition),
    terms: list(reader, terms),
  })
  return which === 'any' || of === 'document'
    ? sentence
    : joined(reader, [sentence, reader.say(`which.other.${which}`)])
}

function sidesSentence({ reader, book }: Telling, condition: ConditionOf<'sides'>): string {
  const { say } = reader
  const sides = condition.sides.map((side) =>
    say('sides.side', {
      places: sayPlaces(reader, side.in, book),
      range: plainRange(reader, { from: side.from ?? 1, to: side.to }),
    }),
  )
  const sentence = say(`sides.${condition.of}`, {
    fact: say(`placeName.${condition.place}`),
    sides: itemList(reader, sides),
  })
  return joined(reader, [sentence, condition.others === 'none' ? say('sides.none') : ''])
}

function historySentence({ reader, book }: Telling, condition: ConditionOf<'history'>): string {
  const { say, format } = reader
  const { of, editions, since } = condition
  const isNone = condition.to === 0
  const scheme = condition.scheme
    ? nameOfTerm(reader, 'scheme', condition.scheme, book)
    : say('history.anyScheme')
  const except = (condition.except_schemes ?? []).map((id) => nameOfTerm(reader, 'scheme', id, book))
  return joined(reader, [
    isNone
      ? say(`history.none.${of}`)
      : asSentence(
          reader,
          say('number.sentence', { fact: say(`history.${of}`), range: plainRange(reader, condition) }),
        ),
    editions
      ? say('history.editions', { scheme, editions: orList(reader, editions) })
      : condition.scheme
        ? say('history.scheme', { scheme })
        : '',
    since ? say('history.since', { day: format.date(since) }) : '',
    except.length > 0 ? say('history.except', { schemes: orList(reader, except) }) : '',
  ])
}

function moneySentence(
  { reader, book }: Telling,
  condition: ConditionOf<'costs'> | ConditionOf<'cost-share'> | ConditionOf<'money-from-each'>,
): string {
  const { say } = reader
  const costs = (ids: readonly string[]) =>
    andList(
      reader,
      ids.map((id) => nameOfTerm(reader, 'cost-category', id, book)),
    )
  switch (condition.test) {
    case 'costs':
      return joined(reader, [
        say('costs.only', { terms: costs(condition.only) }),
        condition.at_most ? say('costs.most', { count: condition.at_most }) : '',
      ])
    case 'cost-share': {
      const bounds = { from: condition.at_least_percent, to: condition.at_most_percent }
      const range = rangeWords(reader, bounds, (value) => percentWords(reader, Number(value)))
      return say('costs.share', { terms: costs(condition.of), range })
    }
    case 'money-from-each': {
      const parts = condition.of.map((part) => say(`as.${part}`))
      return say('costs.each', { parts: andList(reader, parts) })
    }
    default:
      return unsaid(condition)
  }
}

function answerSentence({ reader, book }: Telling, condition: ConditionOf<'answer'>): string {
  const { say } = reader
  const { question } = condition
  const options = (condition.in ?? []).map((id) => nameOfOption(reader, question, id, book))
  const answers = [
    ...(condition.is === undefined ? [] : [say(condition.is ? 'answer.yes' : 'answer.no')]),
    ...(options.length > 0 ? [orList(reader, options)] : []),
    ...(condition.from === undefined && condition.to === undefined ? [] : [plainRange(reader, condition)]),
  ]
  return say('answer.is', {
    question: textOfQuestion(reader, question, book),
    answer: itemList(reader, answers),
  })
}
