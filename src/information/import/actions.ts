import { basename } from 'node:path'
import { countRecords, ownFiles, readKnown } from '../../community/index.ts'
import { analyse, type Db, type Fault } from '../../platform/index.ts'
import { isLookedAt, lookAtRecords } from '../checks/actions.ts'
import { isSearchMade, rebuildSearch } from '../search/actions.ts'
import { piecesOf, readRecordsFile, type ReadOptions } from '../files/actions.ts'
import type { Piece, RawRecord, RecordsFile } from '../files/model.ts'
import {
  type Import,
  type ImportOptions,
  keepBatch,
  type ReadBatch,
  readBatch,
  refusedFor,
  type State,
  tell,
} from './batches/actions.ts'
import {
  type DoubtfulRecord,
  type ImportReport,
  type FileKind,
  type RefusedRecord,
  type Telling,
  textAt,
} from './model.ts'

/**
 * Makes the index of the search, and looks at all records, where neither was ever done and there is little to do. A house
 * that is filled before its first start would else do both for all its records then, while people wait.
 */
export async function readyForRecords(db: Db, now: Temporal.Instant): Promise<void> {
  if ((await countRecords(db)) > few) return
  if (!(await isSearchMade(db))) await rebuildSearch(db)
  if (!(await isLookedAt(db))) await lookAtRecords(db, now)
}

const few = 1_000

type FileOptions = ImportOptions & Omit<ReadOptions, 'known'>

/**
 * Imports a file: JSON, CSV or iCalendar, and tells of every record that is refused or doubtful; `opened` is told first
 * what kind of file it is. Throws FileFault when the file itself cannot be read; nothing of it is in then, unless it was
 * changed while it was read.
 */
export async function importFile(
  db: Db,
  path: string,
  options: FileOptions,
  telling: Telling & { opened?(file: RecordsFile): Promise<void> },
): Promise<ImportReport> {
  const known = await readKnown(db, dayOf(options.now))
  const file = await readRecordsFile({ path }, { ...options, known })
  await telling.opened?.(file)
  const given = { ...options, kind: file.kind, file: basename(path), pieces: file.pieces, total: file.total }
  return importPieces(db, { ...given, known }, telling)
}

/** What became of records at hand. */
export type RecordsReport = Omit<ImportReport, 'refused' | 'doubtful'> & {
  refused: RefusedRecord[]
  doubtful: DoubtfulRecord[]
}

/** Imports records at hand; a refused one leaves the others in. */
export async function importRecords(
  db: Db,
  given: ImportOptions & { kind: FileKind; file: string; records: unknown[] },
): Promise<RecordsReport> {
  const known = await readKnown(db, dayOf(given.now))
  return collected((telling) =>
    importPieces(
      db,
      { ...given, known, pieces: piecesOf(given.records), total: given.records.length },
      telling,
    ),
  )
}

/** Runs an import and answers all it told, in the order of the file. */
export async function collected(run: (telling: Telling) => Promise<ImportReport>): Promise<RecordsReport> {
  const refused: RefusedRecord[] = []
  const doubtful: DoubtfulRecord[] = []
  const report = await run({
    async refused(records) {
      refused.push(...records)
    },
    async doubtful(records) {
      doubtful.push(...records)
    },
  })
  return { ...report, refused: refused.toSorted((a, b) => a.index - b.index), doubtful }
}

const dayOf = (now: Temporal.Instant) => now.toZonedDateTimeISO('UTC').toPlainDate().toString()

// As many records as one transaction keeps together: enough to share its cost, few enough to end soon.
const batchSize = 200

async function importPieces(db: Db, given: Import, telling: Telling): Promise<ImportReport> {
  const { file, kind, source = ownFiles } = given
  const counts = { added: 0, changed: 0, same: 0, refused: 0, doubtful: 0, stopped: false }
  const state: State = {
    seen: new Set(),
    taken: new Set(),
    recognised: new Map(),
    waiting: [],
    done: 0,
    report: { file, kind, source, ...counts },
  }
  const settle = async (batch: ReadBatch) => {
    state.waiting.push(...(await keepBatch(db, given, state, batch, telling)))
    state.done += batch.pieces
    if (!given.dryRun && mayHaveGrown(state.done, batch.pieces)) await analyse(db)
    await given.progress?.(state.done, given.total)
  }
  // While the database keeps one batch, the next is read.
  let keeping: Promise<void> = Promise.resolve()
  try {
    for await (const pieces of inBatches(given.pieces)) {
      const batch = readBatch(given, state, pieces)
      await keeping
      if (given.signal?.aborted) return { ...state.report, stopped: true }
      keeping = settle(batch)
      // It is awaited in the next round; until then its failure must not count as nobody's.
      keeping.catch(() => undefined)
    }
  } finally {
    await keeping
  }
  await keepWaiting(db, given, state, telling)
  return state.report
}

// A database that plans for the empty tables it knew takes minutes for what it can do in a second.
const grown = [1_000, 5_000, 25_000, 100_000]

const mayHaveGrown = (done: number, by: number) => grown.some((size) => done >= size && done - by < size)

async function* inBatches(pieces: AsyncIterable<Piece> | Iterable<Piece>): AsyncGenerator<Piece[]> {
  let batch: Piece[] = []
  for await (const piece of pieces) {
    batch.push(piece)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

/** A part may stand before what it is a part of; what still waits when nothing moves has no parent at all. */
async function keepWaiting(db: Db, given: Import, state: State, telling: Telling): Promise<void> {
  let waiting = state.waiting
  for (let before = -1; waiting.length > 0 && waiting.length !== before;) {
    before = waiting.length
    const still: RawRecord[] = []
    for (let at = 0; at < waiting.length; at += batchSize) {
      const batch = readBatch(given, state, waiting.slice(at, at + batchSize))
      still.push(...(await keepBatch(db, given, state, batch, telling)))
    }
    waiting = still
  }
  await tell(
    state,
    telling,
    waiting.map((piece) => ({ piece, taken: refusedFor([orphan(piece.raw)]) })),
  )
}

const orphan = (raw: unknown): Fault => ({
  field: 'parent',
  value: textAt(raw, 'parent'),
  reason: 'is no event of this house',
})
