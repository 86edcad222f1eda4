/** A file as readers hand it on: raw records one after another, each with its place, and faults beside them. Pure. */
import type { Fault } from '../../platform/index.ts'
import { FileFault, type FileKind } from '../import/model.ts'

export const formats = ['json', 'csv', 'icalendar'] as const
export type Format = (typeof formats)[number]

/** Where a record stands in its file: the how-manieth it is, from 0; the line it begins on, from 1, where lines count. */
export type Place = { index: number; line: number | null }

/** A record as the file gives it, not yet read by its shape; `text` is its own piece of the file. */
export type RawRecord = { place: Place; raw: unknown; text: string; origin: Origin | null }

/** What a calendar entry has besides its record: its own name, and the properties no field takes. */
export type Origin = { uid: string | null; properties: Record<string, string[]> }

/** A piece of the file that gives no record, and all that is wrong with it. */
export type RefusedPiece = { place: Place; id: string | null; faults: Fault[]; text: string }

export type Piece = RawRecord | RefusedPiece

/** What stands around pieces of a file so that some of them make a file again. */
export type Frame = { before: string; between: string; after: string }

export type RecordsFile = {
  format: Format
  kind: FileKind
  frame: Frame
  /** How many pieces there are, where that is known beforehand. */
  total: number | null
  pieces: AsyncIterable<Piece>
}

/** Opens a file anew, from its first byte. */
export type Opening = () => AsyncIterable<Uint8Array>

const endings: [RegExp, Format][] = [
  [/\.json$/i, 'json'],
  [/\.(csv|tsv|tab)$/i, 'csv'],
  [/\.(ics|ical|icalendar|ifb)$/i, 'icalendar'],
]

/** The format of a file, by its first words where these leave no doubt, or else by its name. Throws FileFault. */
export function formatOf(name: string, start: Uint8Array): Format {
  const [first = 0, second = 0] = start
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    throw new FileFault('The file is in UTF-16: save it as UTF-8.')
  }
  const text = new TextDecoder().decode(start).trimStart()
  if (text.startsWith('PK\u0003\u0004')) {
    throw new FileFault('The file is a spreadsheet or another archive: save its table as CSV in UTF-8.')
  }
  if (/^BEGIN:VCALENDAR/i.test(text)) return 'icalendar'
  if (text.startsWith('{')) return 'json'
  const named = endings.find(([ending]) => ending.test(name))?.[1]
  if (named) return named
  if (/^[^\r\n]*[,;\t]/.test(text)) return 'csv'
  throw new FileFault('The file is neither JSON nor CSV nor iCalendar.')
}
