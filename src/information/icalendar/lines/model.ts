/** The bytes of an iCalendar file as content lines (RFC 5545, 3.1), and lines as one component after another. Pure. */

/** Bytes of one content line beyond which it is not kept. */
export const longestLine = 512 * 1024

/** Characters of one component beyond which it is not read. */
export const longestComponent = 2 * 1024 * 1024

/** One content line, unfolded, and the number of the line of the file it begins on. */
export type ContentLine = { number: number; text: string; cut: boolean }

const lf = 0x0a
const cr = 0x0d
const isSpace = (byte: number | undefined) => byte === 0x20 || byte === 0x09

type PhysicalLine = { bytes: Uint8Array; cut: boolean }

/** Lines of a file; ends are CRLF or LF alone. Of a line too long to keep, its beginning is. */
async function* physicalLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<PhysicalLine> {
  let rest = new Uint8Array()
  let cut = false
  for await (const chunk of chunks) {
    const bytes = joined([rest, chunk])
    let from = 0
    for (let at = bytes.indexOf(lf); at >= 0; at = bytes.indexOf(lf, from)) {
      yield physicalLine(bytes.subarray(from, at > from && bytes[at - 1] === cr ? at - 1 : at), cut)
      from = at + 1
      cut = false
    }
    cut ||= bytes.length - from > longestLine
    rest = bytes.slice(from, cut ? from + shown : undefined)
  }
  if (rest.length > 0) yield physicalLine(rest, cut)
}

const shown = 100

function physicalLine(bytes: Uint8Array, wasCut: boolean): PhysicalLine {
  const cut = wasCut || bytes.length > longestLine
  return { bytes: cut ? bytes.subarray(0, shown) : bytes, cut }
}

function joined(pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/**
 * Content lines, unfolded as bytes: some producers fold within a letter of several bytes, which only makes sense again
 * before it is read as UTF-8. What is not UTF-8 stands as U+FFFD.
 */
export async function* contentLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<ContentLine> {
  let pieces: Uint8Array[] = []
  let size = 0
  let cut = false
  let begins = 0
  let number = 0
  const flushed = (): ContentLine => ({ number: begins, text: new TextDecoder().decode(joined(pieces)), cut })
  for await (const line of physicalLines(chunks)) {
    number += 1
    if (isSpace(line.bytes[0]) && pieces.length > 0) {
      size += line.bytes.length
      cut ||= line.cut || size > longestLine
      if (!cut) pieces.push(line.bytes.slice(1))
      continue
    }
    if (size > 0) yield flushed()
    pieces = [line.bytes.slice()]
    size = line.bytes.length
    cut = line.cut
    begins = number
  }
  if (size > 0) yield flushed()
}

/** A component within a calendar, its lines between BEGIN and END; those of inner components are kept with them. */
export type Component = {
  name: string
  /** Which calendar of the file it is in, from 0. */
  calendar: number
  line: number
  lines: ContentLine[]
  /** Why it cannot be read, if it cannot. */
  fault: string | null
}

/** What a calendar says of all its events. */
export type CalendarProperty = { calendar: number; property: ContentLine }

export type CalendarPart = Component | CalendarProperty | { whole: boolean }

/** Every part of a file in order; at the end, whether all that began has ended. */
export async function* partsOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<CalendarPart> {
  let calendar = -1
  let inside = false
  let open: Gathering | undefined
  for await (const line of contentLines(chunks)) {
    const edge = /^(BEGIN|END):/i.exec(line.text)?.[1]?.toUpperCase() ?? ''
    const begins = edge === 'BEGIN'
    const name =
      edge === ''
        ? ''
        : line.text
            .slice(edge.length + 1)
            .trim()
            .toUpperCase()
    if (open && edge !== '' && breaksOff(open, begins, name)) {
      yield { ...open.component, fault: notEnded }
      open = undefined
    }
    if (open) {
      if (!gather(open, line, edge === '' ? 0 : begins ? 1 : -1)) continue
      yield open.component
      open = undefined
    } else if (edge === '') {
      if (inside) yield { calendar, property: line }
    } else if (name === 'VCALENDAR') {
      inside = begins
      if (begins) calendar += 1
    } else if (begins && inside) {
      open = gathering(name, calendar, line.number)
    }
  }
  if (open) yield { ...open.component, fault: notEnded }
  yield { whole: calendar >= 0 && !inside && !open }
}

/** Neither an event nor a calendar stands within another component, and an end of another name is none. */
function breaksOff({ component, depth }: Gathering, begins: boolean, name: string): boolean {
  if (name === 'VEVENT' && begins) return true
  return name === 'VCALENDAR' || (!begins && depth === 0 && name !== component.name)
}

const notEnded = 'begins, but has no end of its own: the file may have been cut short'

type Gathering = { component: Component; depth: number; size: number }

function gathering(name: string, calendar: number, line: number): Gathering {
  return { component: { name, calendar, line, lines: [], fault: null }, depth: 0, size: 0 }
}

/** Takes a line into the component that is open; true when the line was its end. */
function gather(open: Gathering, line: ContentLine, step: 1 | 0 | -1): boolean {
  const { component } = open
  if (step === -1 && open.depth === 0) return true
  open.depth += step
  open.size += line.text.length
  // A picture within the file is no fact of an event; its line is left out where it is too long to keep.
  const left = line.cut && nameOf(line.text) === 'ATTACH'
  if (line.cut && !left) {
    component.fault = `has a line (${line.number}) longer than ${longestLine.toLocaleString('en')} bytes`
  } else if (open.size > longestComponent) {
    component.fault = `is longer than ${longestComponent.toLocaleString('en')} characters`
  }
  if (component.fault !== null) component.lines = []
  else if (!left) component.lines.push(line)
  return false
}

/** A content line taken apart as far as its name. */
export function nameOf(line: string): string {
  return /^[^:;]*/.exec(line)?.[0].toUpperCase() ?? ''
}

/** A component as it stands in a file. */
export function componentText({ name, lines }: Component): string {
  return [`BEGIN:${name}`, ...lines.map(({ text }) => text), `END:${name}`].join('\r\n')
}
