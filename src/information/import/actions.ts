import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { sql } from 'kysely'
import type { z } from 'zod'
import {
  type Known,
  organisationHash,
  organisationShape,
  partnerHash,
  partnerShape,
  readKnown,
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
import { saveOpportunity } from '../opportunities/actions.ts'
import { opportunityShape } from '../opportunities/model.ts'
import { saveProgramme } from '../programmes/actions.ts'
import { programmeShape } from '../programmes/model.ts'
import {
  FileFault,
  type ImportReport,
  type Kind,
  kindOf,
  parentsFirst,
  recordsIn,
  type RefusedRecord,
  textAt,
} from './model.ts'

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

export type ImportOptions = { kind?: Kind | undefined; dryRun?: boolean; now: Temporal.Instant }

/** Imports a JSON file; throws FileFault, with nothing changed, when the file itself cannot be read. */
export async function importFile(db: Db, path: string, options: ImportOptions): Promise<ImportReport> {
  if (/\.(csv|ics)$/i.test(path)) throw new FileFault('Only JSON files are read so far.')
  const records = recordsIn(await readText(path))
  const kind = options.kind ?? kindOf(records)
  if (!kind) throw new FileFault('The fields do not show what kind of records these are: say so with --kind.')
  return importRecords(db, { ...options, kind, file: basename(path), records })
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch {
    throw new FileFault('There is no such file, or it may not be read.')
  }
}

/** Imports records, each in a transaction of its own; a refused one leaves the others in. */
export async function importRecords(
  db: Db,
  given: ImportOptions & { kind: Kind; file: string; records: unknown[] },
): Promise<ImportReport> {
  const today = given.now.toZonedDateTimeISO('UTC').toPlainDate().toString()
  const known = await readKnown(db, today)
  const report: ImportReport = {
    file: given.file,
    kind: given.kind,
    added: 0,
    changed: 0,
    same: 0,
    refused: [],
  }
  const seen = new Set<string>()
  for (const { record, index } of parentsFirst(given.records)) {
    const outcome = await importOne(db, given, { known, record, seen })
    if (typeof outcome === 'string') report[outcome] += 1
    else report.refused.push({ index, id: textAt(record, 'id'), faults: outcome })
  }
  report.refused.sort((a: RefusedRecord, b: RefusedRecord) => a.index - b.index)
  return report
}

type Outcome = 'added' | 'changed' | 'same' | Fault[]

async function importOne(
  db: Db,
  { kind, dryRun, now }: ImportOptions & { kind: Kind },
  { known, record, seen }: { known: Known; record: unknown; seen: Set<string> },
): Promise<Outcome> {
  const entrance = entrances[kind]
  const read = entrance.read(known, record)
  if ('faults' in read) return read.faults
  const id = textAt(record, 'id') ?? ''
  if (seen.has(id))
    return [{ field: 'id', value: id, reason: 'stands in this file twice; the first was taken' }]
  seen.add(id)
  const hash = hashOf(read.canonical)
  return transact(db, async (tx) => {
    const missing = await missingParent(tx, kind, record)
    if (missing) return missing
    const kept = await entrance.kept(tx, id)
    if (kept?.hash === hash) return 'same'
    if (!dryRun) await read.keep(tx, { known, hash, at: new Date(now.epochMilliseconds) })
    return kept ? 'changed' : 'added'
  })
}

async function missingParent(tx: Tx, kind: Kind, record: unknown): Promise<Fault[] | undefined> {
  const parent = kind === 'events' ? textAt(record, 'parent') : null
  if (parent === null) return undefined
  const found = await firstRow(tx, sql`select 1 from information.event where id = ${parent}`)
  return found ? undefined : [{ field: 'parent', value: parent, reason: 'is no event of this house' }]
}

function hashOf(record: unknown): string {
  return createHash('sha256').update(JSON.stringify(record)).digest('hex')
}
