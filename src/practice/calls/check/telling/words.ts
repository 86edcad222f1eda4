/** What was answered on each page of a check, in words, so that it can be looked over and changed. Pure. */
import type { RuleReader, SaidBook } from '../../../rules/sentences/words.ts'
import { nameOfPlace, nameOfTerm } from '../../../rules/sentences/words.ts'
import type { Facts } from '../../../rules/facts/model.ts'
import type { Asking } from '../form/fields/model.ts'
import { questionOf } from '../form/groups/model.ts'
import { elsewhere } from '../form/plain/model.ts'
import { type Asked, factAt, type Page, pagesGiven } from '../planning/model.ts'
import { organisationName, termWords, titleOf, whoseOf } from '../questions/words.ts'
import { wordsIn } from '../words.ts'

type Telling = { reader: RuleReader; book: SaidBook; asking: Asking }

/** Every page that was answered, with its question and the answer in words. */
export function toldLines(telling: Telling): { page: string; question: string; answer: string }[] {
  const { reader, asking } = telling
  const { facts, questions } = asking
  const { shape } = facts.applicant ?? {}
  return pagesGiven(facts)
    .filter(({ name }) => name !== 'people' || (shape !== 'individual' && shape !== 'pair'))
    .map((page) => ({
      page: page.id,
      question: titleOf(page, { reader, facts, questions }),
      answer: answerWords(page, telling),
    }))
}

function answerWords(page: Page, telling: Telling): string {
  const { reader, asking } = telling
  const reading = { reader, facts: asking.facts, questions: asking.questions }
  return page.asked
    .map((asked) => {
      const what = fieldWords(asked, telling)
      const who = whoseOf(asked, reading)
      return who === undefined ? what : reader.say('check.of', { who, what })
    })
    .join(' · ')
}

// Another part of a country than rules name has no name of its own.
const partOf = (part: string): string | undefined =>
  part === '' || part.endsWith(`-${elsewhere}`) ? undefined : part

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((each) => (typeof each === 'string' ? [each] : [])) : []
const textAt = (value: unknown, pointer: string): string => {
  const found = factAt(value, pointer)
  return typeof found === 'string' ? found : ''
}

function fieldWords(asked: Asked, telling: Telling): string {
  const { reader, asking, book } = telling
  const { say, format } = reader
  const { facts } = asking
  const value = factAt(facts, asked.at)
  const place = (name: string) => nameOfPlace(reader, name, book)
  const country = (at: unknown) => place(partOf(textAt(at, '/part')) ?? textAt(at, '/country'))
  const listed = (items: string[]) => (items.length > 0 ? format.list(items) : say('check.none'))
  switch (asked.kind) {
    case 'shape':
      return facts.applicant?.shape === undefined ? '' : say(`check.shape.${facts.applicant.shape}`)
    case 'formed':
      return facts.applicant?.formed === undefined ? '' : say(`check.formed.${facts.applicant.formed}`)
    case 'people':
      return format.number(facts.people?.length ?? 0)
    case 'organisations':
      return format.number(facts.organisations?.length ?? 0)
    case 'countries':
      return listed(texts(value).map(place))
    case 'places':
    case 'residence':
      return listed((Array.isArray(value) ? value : []).map(country))
    case 'place':
      return country(value)
    case 'journey':
      return journeyWords(facts, place)
    case 'mode':
      return facts.legs?.[0]?.mode === undefined ? '' : say(`mode.${facts.legs[0].mode}`)
    case 'travel':
      return daysWords(facts.legs?.[0]?.departs, facts.legs?.at(-1)?.arrives, reader)
    case 'period':
      return daysWords(textAt(value, '/starts'), textAt(value, '/ends'), reader)
    case 'coordinates':
      return [factAt(value, '/latitude'), factAt(value, '/longitude')]
        .filter((each) => typeof each === 'number')
        .join(', ')
    case 'term':
      return asked.term && typeof value === 'string' ? offeredWords(asked, value, telling) : ''
    case 'terms':
      return listed(texts(value).map((each) => offeredWords(asked, each, telling)))
    case 'costs':
      return moneyList(
        (facts.budget?.lines ?? []).map(({ category, amount }) => [costName(category, telling), amount]),
        telling,
      )
    case 'funding':
      return moneyList(
        (facts.budget?.funding ?? []).map(({ from, by, amount }) => [giverName(from, by, telling), amount]),
        telling,
      )
    default:
      return plainWords(asked, value, telling)
  }
}

/** What was said of the past, and what fills one plain field. */
function plainWords(asked: Asked, value: unknown, telling: Telling): string {
  const { reader, asking, book } = telling
  const { say, format } = reader
  const { facts } = asking
  const listed = (items: string[]) => (items.length > 0 ? format.list(items) : say('check.none'))
  switch (asked.kind) {
    case 'history':
      return listed(
        (facts.history?.applications ?? []).map(({ scheme, edition, result }) =>
          say(result === 'awarded' ? 'check.f.awarded' : 'check.f.applied', {
            scheme: [nameOfTerm(reader, 'scheme', scheme, book), edition ?? ''].join(' ').trim(),
          }),
        ),
      )
    case 'visits':
      return listed((facts.history?.visits ?? []).map((visit) => nameOfPlace(reader, visit.country, book)))
    case 'known-partners':
      return listed(
        (facts.history?.partners ?? []).map(({ partner }) =>
          organisationName(partner, { reader, facts, questions: asking.questions }),
        ),
      )
    case 'money':
      return typeof value === 'string' ? format.money(value, book.currency) : ''
    case 'question':
      return questionWords(asked, value, telling)
    default:
      return valueWords(value, reader)
  }
}

function valueWords(value: unknown, { say, format }: RuleReader): string {
  if (typeof value === 'boolean') return say(value ? 'check.yes' : 'check.no')
  if (typeof value === 'number') return format.number(value)
  if (typeof value !== 'string') return ''
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return format.date(value)
  return /^\d{4}-\d\d$/.test(value) ? format.month(value) : value
}

function questionWords(asked: Asked, value: unknown, { reader, asking }: Telling): string {
  const question = questionOf(asked, asking.questions)
  const nameOf = (id: string) => {
    const option = question?.options?.find((each) => each.id === id)
    return option ? wordsIn(option.says, reader.locale) : reader.say('check.none')
  }
  if (Array.isArray(value)) {
    const chosen = texts(value).map(nameOf)
    return chosen.length > 0 ? reader.format.list(chosen) : reader.say('check.none')
  }
  return question?.kind === 'choice' && typeof value === 'string' ? nameOf(value) : valueWords(value, reader)
}

function offeredWords({ term }: Asked, id: string, { reader, asking, book }: Telling): string {
  if (!term) return id
  return asking.termsOf(term).includes(id) ? termWords(term, id, reader, book) : reader.say('check.none')
}

function journeyWords({ legs = [] }: Facts, place: (name: string) => string): string {
  const out = legs.filter(({ back }) => !back)
  const stops = [out[0]?.from, ...out.map(({ to }) => to)]
  return stops
    .flatMap((stop) => (stop?.country === undefined ? [] : [place(partOf(stop.part ?? '') ?? stop.country)]))
    .join(' – ')
}

function daysWords(from: string | undefined, to: string | undefined, { format }: RuleReader): string {
  if (!from) return to ? format.date(to) : ''
  return to ? format.dateRange(from, to) : format.date(from)
}

function moneyList(items: [string, string | undefined][], { reader, book }: Telling): string {
  const { format, say } = reader
  const said = items.map(([what, amount]) =>
    say('check.of', {
      who: what,
      what: amount === undefined ? say('check.unsaid') : format.money(amount, book.currency),
    }),
  )
  return said.length > 0 ? said.join(' · ') : say('check.none')
}

const costName = (cost: string, { reader, book }: Telling) =>
  cost === 'other' ? reader.say('check.f.otherCosts') : nameOfTerm(reader, 'cost', cost, book)

function giverName(from: string, by: string | undefined, { reader, asking }: Telling): string {
  const { say } = reader
  if (from === 'own' || from === 'public' || from === 'private' || from === 'other')
    return say(`check.f.${from}`)
  return organisationName(by ?? from, { reader, facts: asking.facts, questions: asking.questions })
}
