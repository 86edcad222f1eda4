import { pieceOf, type RecordText } from '../../community/index.ts'
import { dirOf } from '../../design/index.ts'
import type { Reader } from '../readers/model.ts'

/**
 * In a demonstration: what the date shown really was, the deadline of a call or the days of an event; nothing where
 * it was not moved.
 */
export function realDateWords(reader: Reader, dates: Record<string, string> | null): string | undefined {
  const words = dates && dateOrDays(reader, dates)
  return words ? reader.say('record.realDate', { date: words }) : undefined
}

/** The same of the days in which what a call is for takes place. */
export function realActivityWords(reader: Reader, dates: Record<string, string> | null): string | undefined {
  const words = dates && daysOf(reader, dates['activity_start'], dates['activity_end'])
  return words ? reader.say('record.realDate', { date: words }) : undefined
}

function dateOrDays(reader: Reader, dates: Record<string, string>): string | undefined {
  const deadlines = (dates['deadline'] ?? '').split(', ').filter((day) => day !== '')
  if (deadlines.length > 0) return reader.format.list(deadlines.map((day) => dayWords(reader.format, day)))
  return daysOf(reader, dates['start_date'], dates['end_date'])
}

function daysOf({ format }: Reader, from: string | undefined, to: string | undefined): string | undefined {
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

/** The languages in which anybody may read a record, the original first; whoever sees drafts sees them marked elsewhere. */
export function langsOf(texts: RecordText[], originalLang: string): string[] {
  return texts
    .filter(({ state }) => state === 'published')
    .map(({ lang }) => lang)
    .toSorted((a, b) => Number(b === originalLang) - Number(a === originalLang) || (a < b ? -1 : 1))
}

/** Short pieces on one line, set off by dots; each keeps its own direction where the page runs from right to left. */
export function beside({ locale }: Reader, pieces: (string | null)[]): string {
  const isolated = (text: string) => (dirOf(locale) === 'rtl' ? `\u2068${text}\u2069` : text)
  return pieces.flatMap((piece) => (piece === null || piece === '' ? [] : [isolated(piece)])).join(' · ')
}
