/** Records of a file a batch at a time: read, kept together, and told of. */
import {
  type Authority,
  type Batch,
  type Giver,
  type Outcome,
  ownFiles,
  type RecordKeeper,
  type Source,
  type Taken,
} from '../../../community/index.ts'
import { type Db, type Fault, transact } from '../../../platform/index.ts'
import type { Piece, RawRecord } from '../../files/model.ts'
import { keepers } from '../../keepers/actions.ts'
import {
  type DoubtfulRecord,
  FileFault,
  type FileKind,
  type Guests,
  type ImportReport,
  type RefusedRecord,
  type Telling,
  textAt,
} from '../model.ts'

export type ImportOptions = {
  now: Temporal.Instant
  dryRun?: boolean
  /** Where the records are from; files of which nothing is said are one source. */
  source?: Source | undefined
  /** The fields this source may overwrite although a person has edited them. */
  authority?: Authority | undefined
  /** How kinds of other rooms are kept; without it none of them is read. */
  guests?: Guests | undefined
  /** Ends the import after the records at hand. */
  signal?: AbortSignal | undefined
  /** Told now and then how many records were looked at, of how many where that is known. */
  progress?: ((done: number, total: number | null) => Promise<void>) | undefined
}

/** An import that is under way. */
export type Import = ImportOptions & {
  known: Giver['known']
  kind: FileKind
  file: string
  pieces: AsyncIterable<Piece> | Iterable<Piece>
  total: number | null
}

/** What has been met in the file so far. */
export type State = {
  seen: Set<string>
  taken: Set<string>
  recognised: Map<string, string>
  waiting: RawRecord[]
  done: number
  report: ImportReport
}

type Settled = { piece: Piece; taken: Taken }

/** Pieces that were read: those that can be kept, in a batch, and those that are refused already. */
export type ReadBatch = { batch: Batch; read: RawRecord[]; settled: Settled[]; pieces: number }

/** Whoever keeps records of a kind. Throws FileFault for one that nobody here keeps. */
function keeperFor(kind: FileKind, guests: Guests | undefined): RecordKeeper {
  if (kind !== 'calls') return keepers[kind]
  if (!guests) throw new FileFault(`Records of the kind “${kind}” are not read here.`)
  return guests[kind]
}

/** Reads these pieces; records met before in the file are refused. */
export function readBatch(given: Import, state: State, pieces: Piece[]): ReadBatch {
  const batch = openBatch(given, state)
  const read: RawRecord[] = []
  const settled: Settled[] = []
  for (const piece of pieces) {
    const refused = 'faults' in piece ? piece : addTo(batch, piece, state)
    if (refused) settled.push({ piece, taken: refusedFor(refused.faults) })
    else if ('raw' in piece) read.push(piece)
  }
  return { batch, read, settled, pieces: pieces.length }
}

/** Keeps what was read and tells what became of it; answers the records that wait. */
export async function keepBatch(
  db: Db,
  given: Import,
  state: State,
  { batch, read, settled }: ReadBatch,
  telling: Telling,
): Promise<RawRecord[]> {
  const taken = (await keepOrRefuse(db, batch)) ?? (await keepApart(db, given, state, read))
  const answers = read.map((piece, at) => ({ piece, taken: taken[at] ?? refusedFor([]) }))
  const waiting: RawRecord[] = []
  for (const { piece, taken } of answers) {
    if (taken.outcome === 'waits') waiting.push(piece)
    else if (typeof taken.outcome === 'string') state.taken.add(idOf(piece))
  }
  const told = answers.filter(({ taken }) => taken.outcome !== 'waits')
  await tell(state, telling, [...settled, ...told])
  for (const piece of waiting) state.seen.delete(idOf(piece))
  return waiting
}

const idOf = ({ raw }: RawRecord) => textAt(raw, 'id')?.trim() ?? ''

function openBatch({ known, kind, dryRun, now, source, authority, guests }: Import, state: State): Batch {
  return keeperFor(kind, guests).openBatch({
    known,
    at: new Date(now.epochMilliseconds),
    source: source ?? ownFiles,
    authority: authority ?? [],
    dryRun: dryRun ?? false,
    taken: state.taken,
    recognised: state.recognised,
  })
}

function addTo(batch: Batch, piece: RawRecord, { seen }: State): { faults: Fault[] } | undefined {
  const id = idOf(piece)
  if (seen.has(id))
    return {
      faults: [{ field: 'id', value: id, reason: 'stands in this file before; of two the first counts' }],
    }
  const added = batch.add(piece.raw, piece.origin?.properties ?? null)
  if ('faults' in added) return added
  seen.add(added.id)
  return undefined
}

/** What became of a record with these faults. */
export const refusedFor = (faults: Fault[]): Taken => ({ outcome: faults, doubts: [] })

/** Undefined when the database cannot keep one of them: which one, only keeping each by itself will show. */
async function keepOrRefuse(db: Db, batch: Batch): Promise<Taken[] | undefined> {
  try {
    return await transact(db, (tx) => batch.keep(tx))
  } catch (error) {
    if (unkeepable(error) === undefined) throw error
    return undefined
  }
}

async function keepApart(db: Db, given: Import, state: State, pieces: RawRecord[]): Promise<Taken[]> {
  const taken: Taken[] = []
  for (const piece of pieces) {
    state.seen.delete(idOf(piece))
    const one = await keepAlone(db, given, state, piece)
    // What follows may be a part of it.
    if (typeof one.outcome === 'string' && one.outcome !== 'waits') state.taken.add(idOf(piece))
    taken.push(one)
  }
  return taken
}

async function keepAlone(db: Db, given: Import, state: State, piece: RawRecord): Promise<Taken> {
  const batch = openBatch(given, state)
  const refused = addTo(batch, piece, state)
  if (refused) return refusedFor(refused.faults)
  try {
    const [taken] = await transact(db, (tx) => batch.keep(tx))
    return taken ?? refusedFor([])
  } catch (error) {
    const why = unkeepable(error)
    if (why === undefined) throw error
    return refusedFor([{ field: '(record)', value: null, reason: `cannot be kept: ${why}` }])
  }
}

/** Why a record that its shape let through cannot be kept; undefined for any other failure, which is a bug. */
function unkeepable(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  // Data exception, integrity violation, program limit.
  if (!(error instanceof RangeError) && !/^(22|23|54)/.test(code)) return undefined
  return error instanceof Error ? error.message : String(error)
}

/** Counts what became of pieces, and tells of those that were refused or are doubtful. */
export async function tell({ report }: State, telling: Telling, settled: Settled[]): Promise<void> {
  const refused: RefusedRecord[] = []
  const doubtful: DoubtfulRecord[] = []
  for (const { piece, taken } of settled) {
    count(report, taken.outcome)
    const { place, text } = piece
    const id = 'raw' in piece ? textAt(piece.raw, 'id') : piece.id
    if (Array.isArray(taken.outcome)) refused.push({ ...place, id, faults: taken.outcome, text })
    else doubtful.push(...taken.doubts.map((doubt) => ({ ...place, id: id ?? '', ...doubt })))
  }
  report.refused += refused.length
  report.doubtful += doubtful.length
  if (refused.length > 0) await telling.refused(refused)
  if (doubtful.length > 0) await telling.doubtful(doubtful)
}

function count(report: ImportReport, outcome: Outcome): void {
  if (outcome === 'added' || outcome === 'changed' || outcome === 'same') report[outcome] += 1
}
