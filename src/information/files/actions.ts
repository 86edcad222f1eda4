import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Known } from '../../community/index.ts'
import type { DayOrder } from '../csv/cells/model.ts'
import { tableFields } from '../csv/fields/model.ts'
import { fieldsOfColumns, readHead, readTable } from '../csv/model.ts'
import { readCalendar, readCalendarHead } from '../icalendar/actions.ts'
import { namedZone } from '../icalendar/zones/model.ts'
import { FileFault, type FileKind, kindOf } from '../import/model.ts'
import { readRecords, surveyRecords } from '../json/model.ts'
import { shapes } from '../shapes/model.ts'
import { formatOf, type Opening, type Piece, type RawRecord, type RecordsFile } from './model.ts'

/** A file on disk, or its text at hand under the name it would have. */
export type Source = { path: string } | { name: string; text: string }

export type ReadOptions = {
  known: Known
  kind?: FileKind | undefined
  /** The order of day and month in dates of a table that are not ISO 8601. */
  dates?: DayOrder | undefined
  /** The delimiter of a table, where its header does not show it. */
  delimiter?: string | undefined
  /** The zone of times in a calendar that name none. */
  zone?: string | undefined
}

/**
 * Opens a file of records: JSON, CSV or iCalendar, by what it begins with or else by its name. Its pieces are read one
 * by one, as often as they are asked for. Throws FileFault, here or while pieces are read, when the file cannot be read
 * as a whole, has a column that is no field, does not show its kind, or is changed while it is read.
 */
export async function readRecordsFile(source: Source, options: ReadOptions): Promise<RecordsFile> {
  const opening = 'path' in source ? openingOf(source.path) : textOpening(source.text)
  const format = formatOf('path' in source ? basename(source.path) : source.name, await startOf(opening))
  if (format === 'json') return readJson(opening, options)
  return format === 'csv' ? readCsv(opening, options) : readIcalendar(opening, options)
}

async function readJson(opening: Opening, { kind: given }: ReadOptions): Promise<RecordsFile> {
  const { total, fields } = await surveyRecords(opening)
  return {
    format: 'json',
    kind: knownKind(given ?? kindOf([withFields(fields)])),
    frame: { before: '{ "records": [\n', between: ',\n', after: '\n] }\n' },
    total,
    pieces: again(() => readRecords(opening)),
  }
}

const withFields = (names: string[]) => Object.fromEntries(names.map((name) => [name, null]))

/** Records at hand as pieces of a file. */
export function* piecesOf(records: unknown[]): Generator<RawRecord> {
  for (const [index, raw] of records.entries()) {
    yield { place: { index, line: null }, raw, text: JSON.stringify(raw), origin: null }
  }
}

async function readCsv(opening: Opening, options: ReadOptions): Promise<RecordsFile> {
  const head = await readHead(opening, options)
  const kind = knownKind(options.kind ?? kindOf([withFields(head.columns)]))
  if (kind === 'calls') throw new FileFault('A table cannot hold calls: their rules need JSON.')
  const fields = fieldsOfColumns(head.columns, tableFields(shapes[kind](options.known)))
  return {
    format: 'csv',
    kind,
    frame: head.frame,
    total: null,
    pieces: again(() => readTable(opening, head, fields, options)),
  }
}

async function readIcalendar(
  opening: Opening,
  { known, kind, zone: declared }: ReadOptions,
): Promise<RecordsFile> {
  if (kind !== undefined && kind !== 'events') throw new FileFault(`A calendar holds events, not ${kind}.`)
  const zone = declared === undefined ? undefined : namedZone(declared)
  if (declared !== undefined && zone === undefined) {
    throw new FileFault(`“${declared}” is no time zone (such as Europe/Berlin).`)
  }
  const head = await readCalendarHead(opening)
  const pieces = again(() => readCalendar(opening, head, { known, zone }))
  return { format: 'icalendar', kind: 'events', frame: head.frame, total: null, pieces }
}

function again(read: () => AsyncIterable<Piece>): AsyncIterable<Piece> {
  return { [Symbol.asyncIterator]: () => read()[Symbol.asyncIterator]() }
}

function knownKind(kind: FileKind | undefined): FileKind {
  if (kind) return kind
  throw new FileFault('The fields do not show what kind of records these are: say so with --kind.')
}

async function startOf(opening: Opening): Promise<Uint8Array> {
  for await (const chunk of opening()) return chunk.subarray(0, 4096)
  return new Uint8Array()
}

function textOpening(text: string): Opening {
  return async function* () {
    yield new TextEncoder().encode(text)
  }
}

const chunkSize = 64 * 1024

/** A file is read more than once; it must be the same file each time, to its end. */
function openingOf(path: string): Opening {
  let seen: string | undefined
  return async function* () {
    const file = await openFile(path)
    try {
      seen ??= await stampOf(file)
      if (seen !== (await stampOf(file))) throw changed()
      yield* chunksOf(file)
      if (seen !== (await stampOf(file))) throw changed()
    } finally {
      await file.close()
    }
  }
}

const changed = () =>
  new FileFault('The file was changed while it was read: import it again when it is whole.')

async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r')
  } catch {
    throw new FileFault('There is no such file, or it may not be read.')
  }
}

async function stampOf(file: FileHandle): Promise<string> {
  const stat = await file.stat({ bigint: true })
  if (!stat.isFile()) throw new FileFault('There is no such file: this is a folder or a device.')
  return [stat.dev, stat.ino, stat.size, stat.mtimeNs].join(' ')
}

async function* chunksOf(file: FileHandle): AsyncGenerator<Uint8Array> {
  for (let at = 0; ;) {
    const { bytesRead, buffer } = await file.read(new Uint8Array(chunkSize), 0, chunkSize, at)
    if (bytesRead === 0) return
    at += bytesRead
    yield buffer.subarray(0, bytesRead)
  }
}
