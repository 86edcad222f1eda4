/** The bytes of a table as lines, and lines as the cells of one record after another (RFC 4180). Pure. */
import { type CsvErrorCode, parse } from 'csv-parse/sync'

/** No record is read beyond this many characters: a whole book in one cell is a quote left open. */
export const longestRecord = 4 * 1024 * 1024

const shown = 200

/** One line of a file with the end it had; `cut` when it was too long to keep. */
export type Line = { number: number; text: string; end: string; cut: boolean }

/** Lines one after another, ended by LF, CRLF or CR; what is not UTF-8 stands as U+FFFD. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let begun = newLine()
  let number = 1
  for await (const text of textsOf(chunks)) {
    let from = 0
    for (const found of text.matchAll(/\r\n|\n|\r/g)) {
      grow(begun, text.slice(from, found.index))
      yield { number, text: begun.pieces.join(''), end: found[0], cut: begun.cut }
      from = found.index + found[0].length
      number += 1
      begun = newLine()
    }
    grow(begun, text.slice(from))
  }
  const text = begun.pieces.join('')
  if (text !== '') yield { number, text, end: '', cut: begun.cut }
}

/** Bytes as text, a CR never parted from its LF. */
async function* textsOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let held = ''
  for await (const chunk of chunks) {
    const text = held + decoder.decode(chunk, { stream: true })
    held = text.endsWith('\r') ? '\r' : ''
    yield text.slice(0, text.length - held.length)
  }
  yield held + decoder.decode()
}

type BegunLine = { pieces: string[]; size: number; cut: boolean }
const newLine = (): BegunLine => ({ pieces: [], size: 0, cut: false })

/** A line grows by a piece until it is too long; then only its beginning is kept. */
function grow(line: BegunLine, piece: string): void {
  if (piece === '' || line.cut) return
  line.pieces.push(piece)
  line.size += piece.length
  if (line.size <= longestRecord) return
  line.cut = true
  line.pieces = [line.pieces.join('').slice(0, shown)]
}

/** A record's cells, or the reason why it has none; `text` is what stands in the file, without the end of its line. */
export type TableRecord = { line: number; text: string } & ({ cells: string[] } | { reason: string })

/** Lines of which some can be given back, to be read again. */
export type Lines = { next(): Promise<Line | undefined>; giveBack(lines: Line[]): void }

export function linesWithReturn(source: AsyncIterator<Line>): Lines {
  const waiting: Line[] = []
  return {
    async next() {
      const given = waiting.pop()
      if (given) return given
      const { done, value } = await source.next()
      return done ? undefined : value
    },
    giveBack(lines) {
      waiting.push(...lines.toReversed())
    },
  }
}

/**
 * The next record; undefined at the end. A quote left open would take the rest of the file with it, so a record that
 * cannot be read is its first line only, and the lines after it are read again as what they may be.
 */
export async function nextRecord(lines: Lines, delimiter: string): Promise<TableRecord | undefined> {
  const piece = await nextPiece(lines)
  if (piece === undefined) return undefined
  const { first, rest, text } = piece
  const { number: line } = first
  if (first.cut) return { line, text: first.text, reason: tooLong }
  const read = cellsOf(text, delimiter)
  if ('cells' in read) return { line, text, cells: read.cells }
  lines.giveBack(rest)
  // What is wrong with a later line is said of that line.
  const own = rest.length > 0 ? cellsOf(first.text, delimiter) : read
  return { line, text: first.text, reason: 'reason' in own ? own.reason : read.reason }
}

const tooLong = `is longer than ${longestRecord.toLocaleString('en')} characters`

/** The next line, and those its open quote reaches over. */
export async function nextPiece(
  lines: Lines,
): Promise<{ first: Line; rest: Line[]; text: string } | undefined> {
  const first = await lines.next()
  if (first === undefined) return undefined
  const taken = first.cut ? [first] : await takeOpen(lines, first)
  const text = taken.map((line, at) => line.text + (at < taken.length - 1 ? line.end : '')).join('')
  return { first, rest: taken.slice(1), text }
}

/** This line and those its open quote reaches over, to the line that closes it, the end or the limit. */
async function takeOpen(lines: Lines, first: Line): Promise<Line[]> {
  const taken = [first]
  let open = hasOddQuotes(first.text)
  let size = first.text.length
  while (open && size < longestRecord) {
    const line = await lines.next()
    if (line === undefined) break
    taken.push(line)
    if (line.cut) break
    size += line.text.length + 1
    if (hasOddQuotes(line.text)) open = false
  }
  return taken
}

function hasOddQuotes(text: string): boolean {
  let odd = false
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) odd = !odd
  return odd
}

const reasons: Partial<Record<CsvErrorCode, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'opens a quote that is not closed',
  CSV_INVALID_CLOSING_QUOTE:
    'opens a quote that is not closed before the next cell (a quote within is doubled)',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'has words after the quote that closes a cell',
  INVALID_OPENING_QUOTE: 'has a quote within a cell that does not begin with one',
}

/** The cells of one record; words that belong to no cell, or a quote left open, are the reason why there are none. */
export function cellsOf(text: string, delimiter: string): { cells: string[] } | { reason: string } {
  if (text.includes('\0')) return { reason: 'holds NUL bytes, which no text has' }
  if (text.includes('\uFFFD')) return { reason: 'holds bytes that are not UTF-8: save the file as UTF-8' }
  try {
    const [cells] = parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      trim: true,
    })
    return { cells: cells ?? [''] }
  } catch (error) {
    return { reason: reasonOf(error) }
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) throw error
  const code = 'code' in error ? String(error.code) : ''
  const known = Object.entries(reasons).find(([name]) => name === code)?.[1]
  return known ?? `cannot be read: ${error.message}`
}
