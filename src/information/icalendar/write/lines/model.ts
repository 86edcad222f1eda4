/** Content lines as a calendar has them (RFC 5545, 3.1): values escaped, lines folded and ended. Pure. */
import ICAL from 'ical.js'

/** A property to be written: values by their type, as jCal has them (RFC 7265). */
export type NewProperty = {
  name: string
  type: 'text' | 'uri' | 'cal-address' | 'date' | 'date-time' | 'integer' | 'duration'
  parameters?: Record<string, string>
  values: string[]
}

// What no line may hold, as it would end the line or is no letter; ical.js leaves it in.
// oxlint-disable-next-line no-control-regex -- these are what is taken out
const control = /[\u0000-\u0008\u000a-\u001f\u007f]/g

/** A property as one line, not yet folded. */
export function lineOf({ name, type, parameters = {}, values }: NewProperty): string {
  const plain = values.map((value) => value.replace(/\r\n?/g, '\n'))
  const jcal = [name.toLowerCase(), parameters, type, ...plain]
  return ICAL.stringify.property(jcal, ICAL.design.icalendar, true).replace(control, '')
}

// Properties that hold text without saying so; ical.js says it of all it does not know.
const plainlyText = new Set(['UID', 'DESCRIPTION', 'LOCATION', 'CATEGORIES'])

/** A property of texts, the most frequent of all: without parameters it needs no more grammar than this (RFC 5545, 3.3.11). */
export function textLine(name: string, ...values: string[]): string {
  if (!plainlyText.has(name)) return lineOf({ name, type: 'text', values })
  const escaped = values.map((value) =>
    value
      .replace(/\r\n?/g, '\n')
      .replace(/[\\;,]/g, '\\$&')
      .replaceAll('\n', '\\n'),
  )
  return `${name}:${escaped.join(',')}`.replace(control, '')
}

/** Octets of a line without its end (RFC 5545, 3.1). */
const longest = 75

/** A line folded between letters, and ended; ical.js would not count the space that a folded line begins with. */
export function folded(line: string): string {
  // No letter has more than three octets for each of its units.
  if (line.length * 3 <= longest) return `${line}\r\n`
  const pieces: string[] = []
  let [from, at, octets] = [0, 0, 0]
  for (const letter of line) {
    const size = octetsOf(letter)
    if (octets + size > longest) {
      pieces.push(line.slice(from, at))
      from = at
      octets = 1
    }
    octets += size
    at += letter.length
  }
  return `${[...pieces, line.slice(from)].join('\r\n ')}\r\n`
}

function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
