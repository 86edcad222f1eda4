import { pieceOf, type RecordText } from '../../community/index.ts'
import type { Reader } from '../readers/model.ts'

/**
 * In a demonstration: what the date shown really was, the deadline of a call or the days of an event; nothing where
 * it was not moved.
 */
export function realDateWords(reader: Reader, dates: Record<string, string> | null): string | undefined {
  const words = dates && dateOrDays(reader, dates)
  return words ? reader.say('record.realDate', { date: words }) : undefined
}

function dateOrDays({ format }: Reader, dates: Record<string, string>): string | undefined {
  const days = (field: string) => (dates[field] ?? '').split(', ').filter((day) => day !== '')
  const deadlines = days('deadline')
  if (deadlines.length > 0) return format.list(deadlines.map((day) => dayWords(format, day)))
  const [from] = days('start_date')
  const [to] = days('end_date')
  const first = from ?? to
  if (first === undefined) return undefined
  const whole = [first, to ?? first].every((day) => day.length === 10)
  return whole ? format.dateRange(first, to ?? first) : dayWords(format, first)
}

// A month or a year is said as far as it is known.
function dayWords(format: Reader['format'], day: string): string {
  return day.length === 10 ? format.date(day) : day.length === 7 ? format.month(day) : day
}

/** A piece of a record's text in the first language that has it, for where its language cannot be marked. */
export function textOf(texts: RecordText[], piece: string): string | undefined {
  return pieceOf(texts, piece)?.text
}
