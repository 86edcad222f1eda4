/** What facts are called, and how they are asked for. */
import { asSentence, plainList, type RuleReader, type SaidBook, unsaid } from '../model.ts'
import { textOfQuestion } from '../places/words.ts'
import { pointedAt } from './model.ts'

const membersNamed = { people: 'fact.person', organisations: 'fact.organisation', legs: 'fact.leg' } as const

/** What the fact at a JSON pointer is called; of the second person and further ones with the number. */
export function sayFact(reader: RuleReader, pointer: string, book: SaidBook): string {
  const { say } = reader
  const fact = pointedAt(pointer)
  switch (fact.kind) {
    case 'answer':
      return say('fact.answers', { question: textOfQuestion(reader, fact.question, book) })
    case 'unnamed':
      return fact.words
    case 'fact': {
      const name = say(`fact.${fact.name}`)
      return fact.of === null || fact.member === 0
        ? name
        : say(membersNamed[fact.of], { fact: name, number: fact.member + 1 })
    }
    default:
      return unsaid(fact)
  }
}

/** The question for the fact at a JSON pointer. */
export function askFact(reader: RuleReader, pointer: string, book: SaidBook): string {
  const fact = pointedAt(pointer)
  switch (fact.kind) {
    case 'answer':
      return textOfQuestion(reader, fact.question, book)
    case 'unnamed':
      return asSentence(reader, fact.words)
    case 'fact':
      return reader.say(`ask.${fact.name}`)
    default:
      return unsaid(fact)
  }
}

/** On which facts something hangs that is not yet known; empty where it hangs on none. */
export function sayNeeds(reader: RuleReader, hangs: readonly string[], book: SaidBook): string {
  const facts = [...new Set(hangs.map((pointer) => sayFact(reader, pointer, book)))]
  return facts.length === 0 ? '' : reader.say('reason.needs', { facts: plainList(reader, facts) })
}
