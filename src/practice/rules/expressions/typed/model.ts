/** Facts as expressions see them: each with its type, each noted as it is read, so that what is missing has a name. Pure. */
import { Decimal } from 'decimal.js'
import type { Facts } from '../../facts/model.ts'

/** A fact that an expression asked for and nobody has given yet. */
class NotYetKnown extends Error {}

/** Where an expression read in the facts, and where it found nothing. */
export type Reading = { read: Set<string>; missing: Set<string> }

/** An amount of money: compares and adds with money alone. */
export class Money {
  readonly amount: Decimal
  constructor(amount: Decimal.Value) {
    this.amount = new Decimal(amount)
  }
}

/** A day: compares with days alone; the days between two are a number. */
export class Day {
  readonly date: Temporal.PlainDate
  constructor(date: Temporal.PlainDate) {
    this.date = date
  }
}

/** Fields of each record with their types in CEL; names of records stand for themselves. */
const records = {
  Facts: {
    applicant: 'Applicant',
    people: 'list<Person>',
    organisations: 'list<Organisation>',
    legs: 'list<Leg>',
    activity: 'Activity',
    budget: 'Budget',
    history: 'History',
    documents: 'list<string>',
    answers: 'Answers',
  },
  Applicant: { shape: 'string', formed: 'string' },
  Place: { country: 'string', part: 'string', city: 'string', latitude: 'double', longitude: 'double' },
  Residence: { country: 'string', part: 'string', since: 'string', until: 'string' },
  Stay: { starts: 'Day', ends: 'Day' },
  Person: {
    id: 'string',
    as: 'string',
    citizenships: 'list<string>',
    residences: 'list<Residence>',
    base: 'Place',
    birth_date: 'Day',
    gender: 'string',
    roles: 'list<string>',
    career_start: 'string',
    career_stage: 'string',
    disciplines: 'list<string>',
    stay: 'Stay',
    languages: 'list<string>',
  },
  Organisation: {
    id: 'string',
    as: 'string',
    kind: 'string',
    seat: 'Place',
    legal_form: 'string',
    legal_entity: 'bool',
    non_profit: 'bool',
    founded: 'string',
    disciplines: 'list<string>',
  },
  Leg: { from: 'Place', to: 'Place', departs: 'Day', arrives: 'Day', mode: 'string', back: 'bool' },
  Activity: {
    kinds: 'list<string>',
    starts: 'Day',
    ends: 'Day',
    periods: 'list<Stay>',
    places: 'list<Place>',
    online: 'bool',
    begun: 'bool',
    days_at_host: 'int',
  },
  Budget: { currency: 'string', requested: 'Money', lines: 'list<Cost>', funding: 'list<Funding>' },
  Cost: { category: 'string', amount: 'Money' },
  Funding: { from: 'string', by: 'string', amount: 'Money', confirmed: 'bool' },
  History: { applications: 'list<Earlier>', visits: 'list<Visit>', partners: 'list<Work>' },
  Earlier: { scheme: 'string', edition: 'string', result: 'string', on: 'string' },
  Visit: { country: 'string', on: 'string' },
  Work: { partner: 'string', on: 'string' },
} as const satisfies Record<string, Record<string, string>>

// What is not said of a leg is that it leads home: a fact with a meaning when absent is never missing.
const meant: Readonly<Record<string, unknown>> = { back: false }

type Held = {
  raw: Readonly<Record<string, unknown>>
  at: string
  reading: Reading
  made: Map<string, unknown>
}
type RecordClass = new (held: Held) => object

export const recordNames: ReadonlySet<string> = new Set([...Object.keys(records), 'Answers'])

/** Each record as a class for the library, with the types of its fields. */
export const recordTypes: readonly { name: string; fields: Record<string, string>; ctor: RecordClass }[] =
  Object.entries(records).map(([name, fields]) => ({ name, fields, ctor: classOf(fields) }))
const classes = new Map(recordTypes.map(({ name, ctor }) => [name, ctor]))

function classOf(fields: Record<string, string>): RecordClass {
  class Typed {
    readonly #held: Held
    constructor(held: Held) {
      this.#held = held
    }
    static {
      for (const [field, type] of Object.entries(fields))
        Object.defineProperty(this.prototype, field, {
          get(this: Typed) {
            return fieldOf(this.#held, field, type)
          },
        })
    }
  }
  return Typed
}

function fieldOf({ raw, at, reading, made }: Held, field: string, type: string): unknown {
  const pointer = `${at}/${field}`
  if (made.has(field)) return made.get(field)
  const value = raw[field] ?? meant[field]
  if (value === undefined) {
    reading.missing.add(pointer)
    throw new NotYetKnown(pointer)
  }
  const typed = typedAs(type, value, pointer, reading)
  made.set(field, typed)
  return typed
}

function typedAs(type: string, value: unknown, at: string, reading: Reading): unknown {
  const listed = /^list<(.+)>$/.exec(type)?.[1]
  if (listed && Array.isArray(value)) {
    reading.read.add(at)
    return value.map((one, index) => typedAs(listed, one, `${at}/${index}`, reading))
  }
  const record = classes.get(type)
  if (record && isRecord(value)) return new record({ raw: value, at, reading, made: new Map() })
  if (type === 'Answers' && isRecord(value)) return answersOf(value, at, reading)
  // A term of a list is read with the list.
  if (!/\/\d+$/.test(at)) reading.read.add(at)
  if (type === 'Money' && typeof value === 'string') return new Money(value)
  if (type === 'Day' && typeof value === 'string') return new Day(Temporal.PlainDate.from(value))
  if (type === 'int' && typeof value === 'number') return BigInt(value)
  return value
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The answers to the call's own questions; what is asked for is known only when it is asked. */
export class Answers {
  readonly given: Readonly<Record<string, unknown>>
  constructor(given: Readonly<Record<string, unknown>>) {
    this.given = given
  }
}

// The library reads the class of what it is given, and then a question of any name.
function answersOf(given: Readonly<Record<string, unknown>>, at: string, reading: Reading): Answers {
  return new Proxy(new Answers(given), {
    get(target, question) {
      if (typeof question !== 'string' || question === 'constructor') return Reflect.get(target, question)
      const pointer = `${at}/${question}`
      if (!Object.hasOwn(given, question)) {
        reading.missing.add(pointer)
        throw new NotYetKnown(pointer)
      }
      reading.read.add(pointer)
      return given[question]
    },
  })
}

/** The facts for one evaluation. Without any answers each answer is missing, not all of them. */
export function typedFacts(facts: Facts, reading: Reading): unknown {
  return typedAs('Facts', { answers: {}, ...facts }, '', reading)
}
