/** The questions of the check in the reader's words: what a page is called, whose a field is, what is offered. Pure. */
import type { TermFact } from '../../../rules/conditions/model.ts'
import type { Facts } from '../../../rules/facts/model.ts'
import { nameOfValue, type RuleReader, type SaidBook } from '../../../rules/sentences/words.ts'
import type { Question } from '../../model.ts'
import type { FaultName, FormFault } from '../form/fields/model.ts'
import { questionOf } from '../form/groups/model.ts'
import type { Asked, Page, PageName } from '../planning/model.ts'
import { wordsIn } from '../words.ts'

type Reading = { reader: RuleReader; facts: Facts; questions: readonly Question[] }

// What is asked of people or organisations, each by each.
const counted = [
  'citizenship',
  'residence',
  'base',
  'seat',
  'role',
  'birth',
  'stay',
  'organisation-kind',
  'legal-entity',
  'legal-form',
  'non-profit',
  'founded',
  'organisation-discipline',
  'discipline',
  'career-stage',
  'career-start',
  'languages',
  'gender',
] as const satisfies readonly PageName[]

type Counted = (typeof counted)[number]
const isCounted = (name: PageName): name is Counted => counted.some((each) => each === name)

/** The question a page asks. */
export function titleOf({ name, asked }: Page, { reader, facts, questions }: Reading): string {
  const { say, locale } = reader
  const [first] = asked
  if (name === 'question') {
    const question = first && questionOf(first, questions)
    return question ? wordsIn(question.says, locale) : ''
  }
  if (!isCounted(name)) return say(`check.q.${name}`)
  const list = first?.of?.list === 'organisations' ? facts.organisations : facts.people
  return say(`check.q.${name}`, { count: Math.max(1, list?.length ?? 1) })
}

/** What helps to answer a page; nothing for most. */
export function hintOf({ name, asked }: Page, reading: Reading & { currency: string }): string | undefined {
  const { reader, currency, questions } = reading
  const { say, locale } = reader
  switch (name) {
    case 'who':
    case 'people':
    case 'residence':
    case 'base':
    case 'organisations':
    case 'journey':
    case 'history':
    case 'coordinates':
      return say(`check.h.${name}`)
    case 'costs':
      return say('check.h.money', { currency })
    case 'funding':
      return say('check.h.funding', { currency })
    case 'question': {
      const hint = asked[0] && questionOf(asked[0], questions)?.hint
      return hint && wordsIn(hint, locale)
    }
    default:
      return asked.some(({ kind }) => kind === 'terms') ? say('check.h.several') : undefined
  }
}

/** Whose fact it is, where several people or organisations are asked of; nothing where there is but one. */
export function whoseOf({ of }: Asked, { reader: { say }, facts }: Reading): string | undefined {
  if (!of) return undefined
  const { list, index } = of
  if (list === 'legs') return (facts.legs?.length ?? 0) > 1 ? say('check.leg', { n: index + 1 }) : undefined
  if (list === 'people') {
    const { people = [] } = facts
    if (people.length <= 1) return undefined
    return people[index]?.as === 'lead' ? say('check.person.you') : say('check.person', { n: index + 1 })
  }
  const { organisations = [] } = facts
  const { as } = organisations[index] ?? {}
  const before = organisations.slice(0, index).filter((each) => each.as === as).length
  if (as === 'lead') return say('check.organisation.lead')
  return say(as === 'host' ? 'check.organisation.host' : 'check.organisation.partner', { n: before + 1 })
}

/** What an organisation is called by its id. */
export function organisationName(id: string, reading: Reading): string {
  const index = reading.facts.organisations?.findIndex((each) => each.id === id) ?? -1
  const asked: Asked = {
    page: 'seat',
    at: `/organisations/${index}/seat`,
    kind: 'place',
    term: null,
    of: { list: 'organisations', index },
  }
  return index < 0 ? id : (whoseOf(asked, reading) ?? id)
}

/** The vocabulary of the house in which the terms of a fact are, where it has one. */
export const termVocabulary = (fact: TermFact): string =>
  fact === 'role' ? 'applicant-role' : fact === 'organisation-discipline' ? 'discipline' : fact

/** A term that is offered, in words. */
export const termWords = (fact: TermFact, id: string, reader: RuleReader, book: SaidBook): string =>
  nameOfValue(reader, fact, id, book)

/** What is to be mended, in words. */
export const faultWords = ({ fault, value }: FormFault, { say }: RuleReader): string =>
  fault === 'country'
    ? say('check.fault.country', { value: value ?? '' })
    : say(`check.fault.${fault satisfies FaultName}`)
