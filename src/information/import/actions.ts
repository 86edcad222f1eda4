import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { sql } from 'kysely'
import type { z } from 'zod'
import {
  type Known,
  organisationHash,
  organisationShape,
  partnerHash,
  partnerShape,
  readKnown,
  recordId,
  saveOrganisation,
  savePartner,
} from '../../community/index.ts'
import { type Db, type Fault, firstRow, readShape, transact, type Tx } from '../../platform/index.ts'
import { saveArticle } from '../articles/actions.ts'
import { articleShape } from '../articles/model.ts'
import { saveConvening } from '../convenings/actions.ts'
import { readConvening } from '../convenings/model.ts'
import { saveEvent } from '../events/actions.ts'
import { eventShape } from '../events/model.ts'
import { piecesOf, readRecordsFile, type ReadOptions } from '../files/actions.ts'
import type { Frame, Piece, RawRecord } from '../files/model.ts'
import { saveOpportunity } from '../opportunities/actions.ts'
import { opportunityShape } from '../opportunities/model.ts'
import { saveProgramme } from '../programmes/actions.ts'
import { programmeShape } from '../programmes/model.ts'
import { type ImportReport, type Kind, type RefusedRecord, reportLines, textAt } from './model.ts'

type Context = { known: Known; hash: string; at: Date }
type Kept = { hash: string | null }
type Entrance = {
  /** What is kept under this id: the hash of the record as last imported. */
  kept(tx: Tx, id: string): Promise<Kept | undefined>
  /** Reads a raw record; the answer keeps it, or the faults say why it cannot be kept. */
  read(
    known: Known,
    raw: unknown,
  ): { keep(tx: Tx, context: Context): Promise<void>; canonical: unknown } | { faults: Fault[] }
}

function entrance<R>(
  kept: Entrance['kept'],
  reads: (known: Known, raw: unknown) => { record: R } | { faults: Fault[] },
  save: (tx: Tx, record: R, context: Context) => Promise<void>,
): Entrance {
  return {
    kept,
    read(known, raw) {
      const read = reads(known, raw)
      if ('faults' in read) return read
      return { canonical: read.record, keep: (tx, context) => save(tx, read.record, context) }
    },
  }
}

function shaped<R>(shape: (known: Known) => z.ZodType<R>) {
  // Making a shape costs more than reading a record by it.
  const made = new WeakMap<Known, z.ZodType<R>>()
  return (known: Known, raw: unknown) => {
    const kept = made.get(known) ?? shape(known)
    made.set(known, kept)
    return readShape(kept, raw)
  }
}

function keptIn(table: string): Entrance['kept'] {
  return (tx, id) =>
    firstRow(tx, sql<Kept>`select imported_hash as hash from ${sql.table(table)} where id = ${id}`)
}

const entrances: Record<Kind, Entrance> = {
  opportunities: entrance(keptIn('information.opportunity'), shaped(opportunityShape), saveOpportunity),
  events: entrance(keptIn('information.event'), shaped(eventShape), saveEvent),
  articles: entrance(keptIn('information.article'), shaped(articleShape), saveArticle),
  programmes: entrance(keptIn('information.programme'), shaped(programmeShape), saveProgramme),
  convenings: entrance(keptIn('information.event'), readConvening, saveConvening),
  organisations: entrance(organisationHash, shaped(organisationShape), (tx, record, { hash, at }) =>
    saveOrganisation(tx, record, hash, at),
  ),
  partners: entrance(partnerHash, shaped(partnerShape), (tx, record, { hash }) =>
    savePartner(tx, record, hash),
  ),
}

export type ImportOptions = { dryRun?: boolean; now: Temporal.Instant }
type FileOptions = ImportOptions & Omit<ReadOptions, 'known'>

/** What an import did, and the frame in which refused pieces make a file again. */
export type FileReport = ImportReport & { frame: Frame; ending: string }

const endings = { json: 'json', csv: 'csv', icalendar: 'ics' } as const

/**
 * Imports a file: JSON, CSV or iCalendar. Throws FileFault when the file itself cannot be read; nothing of it is in
 * then, unless it was changed while it was read.
 */
export async function importFile(db: Db, path: string, options: FileOptions): Promise<FileReport> {
  const known = await readKnown(db, dayOf(options.now))
  const file = await readRecordsFile({ path }, { ...options, known })
  const given = { ...options, known, kind: file.kind, file: basename(path), pieces: file.pieces }
  return { ...(await importPieces(db, given)), frame: file.frame, ending: endings[file.format] }
}

/** Imports records at hand, each in a transaction of its own; a refused one leaves the others in. */
export async function importRecords(
  db: Db,
  given: ImportOptions & { kind: Kind; file: string; records: unknown[] },
): Promise<ImportReport> {
  const known = await readKnown(db, dayOf(given.now))
  return importPieces(db, { ...given, known, pieces: piecesOf(given.records) })
}

const dayOf = (now: Temporal.Instant) => now.toZonedDateTimeISO('UTC').toPlainDate().toString()

type Import = ImportOptions & {
  known: Known
  kind: Kind
  file: string
  pieces: AsyncIterable<Piece> | Iterable<Piece>
}

async function importPieces(db: Db, given: Import): Promise<ImportReport> {
  const { file, kind } = given
  const report: ImportReport = { file, kind, added: 0, changed: 0, same: 0, refused: [] }
  const state: State = { seen: new Set(), taken: new Set() }
  const note = ({ place, text, ...piece }: Piece, outcome: Exclude<Outcome, 'waits'>) => {
    if (typeof outcome === 'string') report[outcome] += 1
    else
      report.refused.push({
        ...place,
        id: 'id' in piece ? piece.id : textAt(piece.raw, 'id'),
        faults: outcome,
        text,
      })
  }
  let waiting: RawRecord[] = []
  for await (const piece of given.pieces) {
    const outcome = 'faults' in piece ? piece.faults : await importOne(db, given, state, piece.raw)
    if (outcome !== 'waits') note(piece, outcome)
    else if ('raw' in piece) waiting.push(piece)
  }
  // A part may stand before what it is a part of; what still waits when nothing moves has no parent at all.
  for (let left = -1; waiting.length !== left;) {
    left = waiting.length
    const still: RawRecord[] = []
    for (const piece of waiting) {
      const outcome = await importOne(db, given, state, piece.raw)
      if (outcome === 'waits') still.push(piece)
      else note(piece, outcome)
    }
    waiting = still
  }
  for (const piece of waiting) note(piece, [orphan(piece.raw)])
  report.refused.sort((a: RefusedRecord, b: RefusedRecord) => a.index - b.index)
  return report
}

type Outcome = 'added' | 'changed' | 'same' | 'waits' | Fault[]

/** Ids met in this file, and those of them that went in. */
type State = { seen: Set<string>; taken: Set<string> }

async function importOne(db: Db, given: Import, state: State, raw: unknown): Promise<Outcome> {
  const { known, kind, dryRun, now } = given
  const entrance = entrances[kind]
  const read = entrance.read(known, raw)
  if ('faults' in read) return read.faults
  const id = recordId.safeParse(textAt(raw, 'id')).data ?? ''
  if (state.seen.has(id)) {
    return [{ field: 'id', value: id, reason: 'stands in this file twice; the first was taken' }]
  }
  const hash = hashOf(read.canonical)
  return keptOrRefused(
    transact(db, async (tx) => {
      if (!(await hasParent(tx, kind, state, raw))) return 'waits'
      const circle = kind === 'events' ? await circleIn(tx, id, textAt(raw, 'parent')) : undefined
      if (circle) return [circle]
      state.seen.add(id)
      const kept = await entrance.kept(tx, id)
      if (kept?.hash !== hash && !dryRun) {
        await read.keep(tx, { known, hash, at: new Date(now.epochMilliseconds) })
      }
      state.taken.add(id)
      return kept?.hash === hash ? 'same' : kept ? 'changed' : 'added'
    }),
  )
}

// Data exception, integrity violation, program limit: what a shape let through and the database cannot keep.
const unkeepable = /^(22|23|54)/

/** One record that cannot be kept is refused by name, and the others go on; any other failure is a bug. */
async function keptOrRefused(work: Promise<Outcome>): Promise<Outcome> {
  try {
    return await work
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!(error instanceof RangeError) && !unkeepable.test(code)) throw error
    const why = error instanceof Error ? error.message : String(error)
    return [{ field: '(record)', value: null, reason: `cannot be kept: ${why}` }]
  }
}

/** A part may not be what it is a part of, at any distance. */
async function circleIn(tx: Tx, id: string, parent: string | null): Promise<Fault | undefined> {
  if (parent === null) return undefined
  const above = await firstRow(
    tx,
    sql`with recursive above as (
        select ${parent}::text as id
        union select e.parent_id from information.event e join above on e.id = above.id where e.parent_id is not null
      ) select 1 from above where id = ${id}`,
  )
  if (above === undefined) return undefined
  return { field: 'parent', value: parent, reason: 'is this event itself, or one of its parts' }
}

async function hasParent(tx: Tx, kind: Kind, { taken }: State, raw: unknown): Promise<boolean> {
  const parent = kind === 'events' ? textAt(raw, 'parent') : null
  if (parent === null || taken.has(parent)) return true
  return (await firstRow(tx, sql`select 1 from information.event where id = ${parent}`)) !== undefined
}

const orphan = (raw: unknown): Fault => ({
  field: 'parent',
  value: textAt(raw, 'parent'),
  reason: 'is no event of this house',
})

/**
 * Keeps what an import did in a folder of its own: the report as JSON and to be read, and the refused records as a file
 * that can be mended and imported. Answers the paths.
 */
export async function keepReport(folder: string, given: FileReport): Promise<string[]> {
  const { frame, ending, ...report } = given
  await mkdir(folder, { recursive: true })
  const { refused } = report
  const mended = frame.before + refused.map(({ text }) => text).join(frame.between) + frame.after
  const files = [
    { name: 'report.json', text: `${JSON.stringify(report, null, 1)}\n` },
    { name: 'report.txt', text: `${reportLines(report).join('\n')}\n` },
    ...(refused.length > 0 ? [{ name: `refused.${ending}`, text: mended }] : []),
  ]
  for (const { name, text } of files) await writeFile(join(folder, name), text)
  return files.map(({ name }) => join(folder, name))
}

function hashOf(record: unknown): string {
  return createHash('sha256').update(JSON.stringify(record)).digest('hex')
}
