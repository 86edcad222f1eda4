/** One cell of a table as a value of its field, and back. Pure. */
import type { Field } from '../fields/model.ts'

/** Which of two numbers in a date is the day, where a file says so. */
export const dayOrders = ['dmy', 'mdy'] as const
export type DayOrder = (typeof dayOrders)[number]

export type Cell = { value: unknown } | { reason: string }

// What a spreadsheet would run as a formula; an apostrophe before it keeps it text, here as there.
const formula = /^'*[=+\-@\t\r]/
const shielded = /^'+[=+\-@\t\r]/

/** A value as a cell holds it: lists separated by `;`, nothing as an empty cell. */
export function cellOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  const text = Array.isArray(value) ? listCell(value) : String(value)
  return formula.test(text) ? `'${text}` : text
}

// A separator alone says “an empty list”, which is not the same as nothing said.
function listCell(items: unknown[]): string {
  if (items.length === 0) return ';'
  return items.map((item) => String(item).replace(/[\\;]/g, '\\$&')).join(';')
}

/** Reads a cell by the field it belongs to; what only the shape can judge is handed on as text. */
export function readCell(field: Field, cell: string, order: DayOrder | undefined): Cell {
  const text = (shielded.test(cell) ? cell.slice(1) : cell).trim()
  if (text === '') return { value: null }
  return field.list ? readList(field, text, order) : readOne(field, text, order)
}

function readList(field: Field, text: string, order: DayOrder | undefined): Cell {
  const items = listItems(text).map((item) => readOne(field, item, order))
  const fault = items.find((item) => 'reason' in item)
  return fault ?? { value: items.map((item) => ('value' in item ? item.value : null)) }
}

function listItems(text: string): string[] {
  const items = ['']
  for (let at = 0; at < text.length; at += 1) {
    if (text.charAt(at) === ';') items.push('')
    else {
      if (text.charAt(at) === '\\' && /[\\;]/.test(text.charAt(at + 1))) at += 1
      items.push((items.pop() ?? '') + text.charAt(at))
    }
  }
  return items.map((item) => item.trim()).filter((item) => item !== '')
}

function readOne(field: Field, text: string, order: DayOrder | undefined): Cell {
  switch (field.kind) {
    case 'number':
      return readNumber(text)
    case 'boolean':
      return readBoolean(text)
    case 'day':
      return field.takes(text) ? { value: text } : readDay(text, order)
    case 'time':
      return { value: readTime(text) }
    default:
      return { value: text }
  }
}

function readNumber(text: string): Cell {
  if (/^-?\d{1,15}(\.\d{1,15})?$/.test(text)) return { value: Number(text) }
  return { reason: 'is not a number (digits, with a point before decimals)' }
}

const truths = new Map(Object.entries({ true: true, yes: true, 1: true, false: false, no: false, 0: false }))

function readBoolean(text: string): Cell {
  const value = truths.get(text.toLowerCase())
  return value === undefined
    ? { reason: 'is neither true nor false (true, yes, 1; false, no, 0)' }
    : { value }
}

/** Spreadsheets write 9:30:00 for 09:30. */
function readTime(text: string): string {
  const [, hour, minute] = /^(\d{1,2}):(\d\d)(?::00)?$/.exec(text) ?? []
  return hour === undefined ? text : `${hour.padStart(2, '0')}:${minute}`
}

/** Never a guess between day and month: the order is declared, or only one of the two readings is a date. */
function readDay(text: string, order: DayOrder | undefined): Cell {
  const [, year, second, third] = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/.exec(text) ?? []
  if (year !== undefined) return oneOf(text, [isoDay(year, second, third)])
  const numbers = /^(\d{1,2})([./-])(\d{1,2})\2(\d{2}|\d{4})$/.exec(text)
  if (!numbers) return { value: text }
  const [, first, , other, inYear = ''] = numbers
  if (inYear.length === 2) return { reason: 'is a date without its century: write YYYY-MM-DD' }
  const readings = { dmy: isoDay(inYear, other, first), mdy: isoDay(inYear, first, other) }
  if (order === undefined) return oneOf(text, [readings.dmy, readings.mdy])
  if (readings[order] !== undefined) return { value: readings[order] }
  return { reason: `is not a date with the ${order === 'dmy' ? 'day' : 'month'} first, as was declared` }
}

function oneOf(text: string, readings: (string | undefined)[]): Cell {
  const [one, other] = new Set(readings.filter((reading) => reading !== undefined))
  // The shape says of it that there is no such day.
  if (one === undefined) return { value: text }
  if (other === undefined) return { value: one }
  return {
    reason: `may be ${one} or ${other}: write YYYY-MM-DD, or declare the order (--dates dmy or --dates mdy)`,
  }
}

function isoDay(year: string, month: string | undefined, day: string | undefined): string | undefined {
  const text = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString()
  } catch {
    return undefined
  }
}
