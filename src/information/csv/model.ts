/**
 * Tables (RFC 4180) as raw records: a header in any order, then a record a line. Pure; nothing is kept but the record
 * at hand, so that a file of any length is read in the same memory.
 */
import type { Fault } from '../../platform/index.ts'
import type { Frame, Opening, Piece } from '../files/model.ts'
import { FileFault } from '../import/model.ts'
import { type DayOrder, readCell } from './cells/model.ts'
import { type Field, nearest, type TableFields } from './fields/model.ts'
import {
  cellsOf,
  linesOf,
  type Lines,
  linesWithReturn,
  nextPiece,
  nextRecord,
  type TableRecord,
} from './lines/model.ts'

const delimiters = [',', ';', '\t'] as const

/** No kind of record has nearly as many fields. */
const mostColumns = 500

/** What the first lines of a table say. */
export type TableHead = { delimiter: string; columns: string[]; frame: Frame }

export type TableOptions = { delimiter?: string | undefined; dates?: DayOrder | undefined }

/** Reads the first lines of a table. Throws FileFault when they are no header. */
export async function readHead(open: Opening, options: TableOptions): Promise<TableHead> {
  const source = linesOf(open())
  try {
    return await headOf(linesWithReturn(source), options)
  } finally {
    await source.return(undefined)
  }
}

async function headOf(lines: Lines, options: TableOptions): Promise<TableHead> {
  const declared = await declaredDelimiter(lines)
  const text = await headerText(lines)
  const delimiter = options.delimiter ?? declared ?? commonest(text)
  const read = cellsOf(text, delimiter)
  if ('reason' in read) throw new FileFault(`The header ${read.reason}.`)
  const columns = columnsOf(read.cells)
  return { delimiter, columns, frame: { before: `${text}\r\n`, between: '\r\n', after: '\r\n' } }
}

async function headerText(lines: Lines): Promise<string> {
  for (;;) {
    const piece = await nextPiece(lines)
    if (piece === undefined) throw new FileFault('The file is empty.')
    if (piece.first.cut) throw new FileFault('The header is too long for any table.')
    if (piece.text.trim() !== '') return piece.text
  }
}

/** Excel's own first line, `sep=;`. */
async function declaredDelimiter(lines: Lines): Promise<string | undefined> {
  const first = await lines.next()
  if (first === undefined) return undefined
  const [, declared] = /^sep=(.)$/i.exec(first.text) ?? []
  if (declared === undefined) lines.giveBack([first])
  return declared
}

/** The next record that is more than blank cells; spreadsheets leave such lines behind. */
async function nextFilled(lines: Lines, delimiter: string): Promise<TableRecord | undefined> {
  for (;;) {
    const record = await nextRecord(lines, delimiter)
    if (record === undefined || 'reason' in record || record.cells.some((cell) => cell.trim() !== ''))
      return record
  }
}

/** The delimiter that stands in a header most often outside quotes. */
function commonest(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '')
  const counted = delimiters.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }))
  return counted.toSorted((a, b) => b.count - a.count)[0]?.delimiter ?? ','
}

/** Names of columns, without those at the end that have none; a name is needed everywhere else, and once. */
function columnsOf(cells: string[]): string[] {
  if (cells.length > mostColumns) {
    throw new FileFault(
      `The header has ${cells.length.toLocaleString('en')} columns; ${mostColumns} are read.`,
    )
  }
  const names = cells.map((cell) => cell.trim())
  const columns = names.slice(0, names.findLastIndex((name) => name !== '') + 1)
  const nameless = columns.indexOf('')
  if (nameless >= 0) throw new FileFault(`Column ${nameless + 1} of the header has no name.`)
  const twice = columns.find((name, at) => columns.indexOf(name) < at)
  if (twice !== undefined) throw new FileFault(`The header names ${twice} twice.`)
  return columns
}

/**
 * The field of each column. A column that is no field stops the whole file: it would be the same fault in every line,
 * and dropping it would lose a column of somebody's work without a word. Throws FileFault.
 */
export function fieldsOfColumns(columns: string[], table: TableFields): Field[] {
  const faults = columns.flatMap((name) => columnFault(name, table))
  const missing = table.required.filter((name) => !columns.includes(name))
  if (missing.length > 0) faults.push(`it lacks ${missing.join(' and ')}`)
  if (faults.length > 0) throw new FileFault(`The header cannot be read: ${faults.join('; ')}.`)
  return columns.flatMap((name) => table.fields.get(name) ?? [])
}

function columnFault(name: string, { fields, nested }: TableFields): string[] {
  if (fields.has(name)) return []
  if (nested.includes(name)) return [`${name} holds more than one cell can (write it as JSON)`]
  const meant = nearest(name, fields.keys())
  const shown = name.length > 60 ? `${name.slice(0, 57)}…` : name
  return [`${shown} is no field of this kind of record${meant === undefined ? '' : ` (${meant} is)`}`]
}

/** Every record of a table, and a fault for each line that is none; the lines after such a one are read on. */
export async function* readTable(
  open: Opening,
  head: TableHead,
  fields: Field[],
  options: TableOptions,
): AsyncGenerator<Piece> {
  const lines = linesWithReturn(linesOf(open()))
  // The header was read before; only its place is needed now.
  await declaredDelimiter(lines)
  await nextFilled(lines, head.delimiter)
  for (let index = 0; ; index += 1) {
    const record = await nextFilled(lines, head.delimiter)
    if (record === undefined) return
    yield pieceOf(record, index, fields, options.dates)
  }
}

function pieceOf(record: TableRecord, index: number, fields: Field[], dates: DayOrder | undefined): Piece {
  const { line, text } = record
  const place = { index, line }
  const refused = (faults: Fault[], id: string | null = null): Piece => ({ place, id, faults, text })
  const wholeLine = (reason: string) => refused([{ field: '(line)', value: text.slice(0, 200), reason }])
  if ('reason' in record) return wholeLine(record.reason)
  const { cells } = record
  const many = cells.findLastIndex((cell) => cell !== '') + 1
  if (many > fields.length || cells.length < fields.length) {
    const [has, wants] = [many > fields.length ? many : cells.length, fields.length].map(countedCells)
    return wholeLine(`has ${has} where the header has ${wants}`)
  }
  const read = fields.map((field, at) => ({ field, cell: readCell(field, cells[at] ?? '', dates) }))
  const faults = read.flatMap(({ field, cell }, at) =>
    'reason' in cell ? [{ field: field.name, value: cells[at], reason: cell.reason }] : [],
  )
  const raw = Object.fromEntries(
    read.map(({ field, cell }) => [field.name, 'value' in cell ? cell.value : null]),
  )
  if (faults.length > 0) return refused(faults, typeof raw['id'] === 'string' ? raw['id'] : null)
  return { place, raw, text, origin: null }
}

const countedCells = (count: number) => `${count.toLocaleString('en')} cell${count === 1 ? '' : 's'}`
