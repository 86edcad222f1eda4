/** Content lines taken apart by the grammar of RFC 5545; what a line cannot mean is a fault that names it. Pure. */
import ICAL from 'ical.js'
import { z } from 'zod'
import type { Fault } from '../../../platform/index.ts'
import { type ContentLine, nameOf } from '../lines/model.ts'

/** A property of an event: its parameters by name in small letters, its values unescaped. */
export type Property = {
  name: string
  parameters: Record<string, string>
  values: string[]
  /** What stands after the name, as in the file. */
  source: string
}

/** What is wrong with one property; caught where the event is read. */
export class PropertyFault extends Error {
  readonly fault: Fault
  constructor(field: string, value: string, reason: string) {
    super(`${field} ${reason}`)
    this.fault = { field, value: value.slice(0, 200), reason }
  }
}

// jCal, RFC 7265; a list of values that has one is given as that one.
const jcal = z.tuple([z.string(), z.record(z.string(), z.unknown()), z.string()]).rest(z.unknown())

const text = (value: unknown) => (Array.isArray(value) ? value.join(',') : String(value))

/** Reads one content line. Throws PropertyFault. */
export function readProperty({ text: line, number }: ContentLine): Property {
  const name = nameOf(line)
  const source = line.slice(name.length).replace(/^:/, '')
  // Rules are read by a module of their own, from their source.
  if (name === 'RRULE' || name === 'EXRULE')
    return { name, parameters: {}, values: [ruleText(source)], source }
  try {
    const [, parameters, , ...values] = jcal.parse(ICAL.parse.property(line))
    const named = Object.entries(parameters).map(([key, value]) => [key, text(value)])
    return { name, parameters: Object.fromEntries(named), values: values.map(text), source }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw new PropertyFault(name === '' ? `line ${number}` : name, line, 'is no line of an iCalendar file')
  }
}

const ruleText = (source: string) =>
  source
    .replace(/^;.*?:/, '')
    .trim()
    .toUpperCase()

/** The properties of an event by name, in the order of the file; those of inner components are left out. */
export type Properties = {
  one(name: string): Property | undefined
  all(name: string): Property[]
  names(): string[]
}

/** Reads the lines of an event. Throws PropertyFault for the first that is none. */
export function readProperties(lines: ContentLine[]): Properties {
  const byName = new Map<string, Property[]>()
  let depth = 0
  for (const line of lines) {
    if (/^BEGIN:/i.test(line.text)) depth += 1
    else if (/^END:/i.test(line.text)) depth -= 1
    else if (depth === 0) {
      const property = readProperty(line)
      const same = byName.get(property.name) ?? []
      same.push(property)
      byName.set(property.name, same)
    }
  }
  return {
    one: (name) => byName.get(name)?.[0],
    all: (name) => byName.get(name) ?? [],
    names: () => [...byName.keys()],
  }
}

/** The text of a property, blank text being none. */
export function textOf(property: Property | undefined): string | null {
  const text = property?.values.join(',').trim() ?? ''
  return text === '' ? null : text
}
