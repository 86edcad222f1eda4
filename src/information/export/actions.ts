import { type FileHandle, mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import {
  endings,
  type Known,
  type KeptRecord,
  listPictures,
  readKnown,
  readRecordsAfter,
} from '../../community/index.ts'
import { type Db, type FileStore, readAtOnce } from '../../platform/index.ts'
import { tableFields } from '../csv/fields/model.ts'
import { csvHeader, csvLine } from '../csv/write/model.ts'
import { eventEntry } from '../icalendar/write/events/model.ts'
import { calendarOf, type Entry } from '../icalendar/write/model.ts'
import { isOfCall } from '../opportunities/called/model.ts'
import { type FileKind, fileKinds, type Kind } from '../import/model.ts'
import { shapes } from '../shapes/model.ts'
import { exported } from './model.ts'

/** A file that was written, and how many records it holds. */
export type ExportedFile = { path: string; records: number }

type ExportOptions = {
  /** The host of the house, for the ids of its calendar. */
  host: string
  now: Temporal.Instant
  /** Where pictures are kept; without it none go out. */
  files?: FileStore
}

/**
 * Writes all records into a folder, as they stood at one moment: of each kind `KIND.json` with everything, which an
 * empty house imports, and `KIND.csv` with the fields of a table (of calls there is none, and what is written of them goes out
 * with them); of events `events.ics` besides, and in `files` the pictures
 * as they came. A file takes the place of an earlier one only when it is whole.
 */
export async function exportHouse(db: Db, folder: string, options: ExportOptions): Promise<ExportedFile[]> {
  const known = await readKnown(db, options.now.toZonedDateTimeISO('UTC').toPlainDate().toString())
  await mkdir(folder, { recursive: true })
  return readAtOnce(db, async (tx) => {
    const files: ExportedFile[] = []
    for (const kind of fileKinds) files.push(...(await exportKind(tx, kind, folder, { ...options, known })))
    if (options.files) await exportPictures(tx, options.files, join(folder, 'files'))
    return files
  })
}

/** The pictures as they came, each under the id that records name it by. */
async function exportPictures(db: Db, store: FileStore, folder: string): Promise<void> {
  for (const { id, type } of await listPictures(db)) {
    const bytes = await store.read(id)
    if (!bytes) continue
    await mkdir(folder, { recursive: true })
    const file = await openPart(join(folder, `${id}.${endings[type]}`))
    await file.write(bytes)
    await file.close()
  }
}

type Exporting = ExportOptions & { known: Known }

async function exportKind(db: Db, kind: FileKind, folder: string, given: Exporting): Promise<ExportedFile[]> {
  const files = await openFiles(kind, folder, given)
  let records = 0
  for await (const held of pagesOf(db, kind)) {
    const page = kind === 'opportunities' ? held.filter((record) => !isOfCall(record)) : held
    for (const file of files) await file.write(page)
    records += page.length
  }
  return Promise.all(files.map(async (file) => ({ path: await file.close(), records })))
}

const pageSize = 500

async function* pagesOf(db: Db, kind: FileKind): AsyncGenerator<KeptRecord[]> {
  for (let after: string | null = null; ;) {
    const page = await readRecordsAfter(db, kind, after, pageSize)
    if (page.length > 0) yield page
    const last = page.at(-1)
    if (page.length < pageSize || !last) return
    after = last.id
  }
}

/** A file as it is written, a page of records at a time. */
type Writing = { write(page: KeptRecord[]): Promise<void>; close(): Promise<string> }

async function openFiles(kind: FileKind, folder: string, given: Exporting): Promise<Writing[]> {
  const whole = await openJson(join(folder, `${kind}.json`))
  if (kind === 'calls') return [whole]
  const files = [whole, await openTable(join(folder, `${kind}.csv`), kind, given)]
  return kind === 'events' ? [...files, await openCalendar(join(folder, `${kind}.ics`), given)] : files
}

async function openJson(path: string): Promise<Writing> {
  const file = await openPart(path)
  let first = true
  await file.write('{ "records": [')
  return {
    async write(page) {
      const texts = page.map((record) => JSON.stringify(exported(record)))
      await file.write(`${first ? '\n' : ',\n'}${texts.join(',\n')}`)
      first = false
    },
    async close() {
      await file.write('\n] }\n')
      return file.close()
    },
  }
}

async function openTable(path: string, kind: Kind, { known }: Exporting): Promise<Writing> {
  const file = await openPart(path)
  const fields = tableFields(shapes[kind](known))
  await file.write(csvHeader(fields))
  return {
    write: (page) => file.write(page.map(({ record }) => csvLine(record, fields)).join('')),
    close: () => file.close(),
  }
}

async function openCalendar(path: string, { known, host }: Exporting): Promise<Writing> {
  const file = await openPart(path)
  // Array iterators look at the array anew each time, so that entries may follow as long as one is waiting.
  const queue: Entry[] = []
  const text = calendarOf(queue.values())
  await file.write((await text.next()).value ?? '')
  return {
    async write(page) {
      const entries = page.flatMap(({ record, changedAt: at, version }) => {
        const options = { known, host, stamp: at.toTemporalInstant(), sequence: version - 1 }
        return eventEntry(record, options) ?? []
      })
      for (const entry of entries) {
        queue.push(entry)
        await file.write((await text.next()).value ?? '')
      }
    },
    async close() {
      await file.write((await text.next()).value ?? '')
      return file.close()
    },
  }
}

/** A file beside the one it will be, until it is whole. */
async function openPart(
  path: string,
): Promise<{ write(text: string | Uint8Array): Promise<void>; close(): Promise<string> }> {
  const file: FileHandle = await open(`${path}.part`, 'w')
  return {
    write: (text) => file.appendFile(text),
    async close() {
      await file.sync()
      await file.close()
      await rename(`${path}.part`, path)
      return path
    },
  }
}
