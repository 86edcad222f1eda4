/** Calls into the house: checked, kept with every version, and shown as opportunities of the portal. */
import { createHash } from 'node:crypto'
import {
  keeperOf,
  keepTexts,
  keptBefore,
  type Keeping,
  type RecordKeeper,
  type RecordKind,
  shaped,
  slugWanted,
  type Written,
} from '../../community/index.ts'
import { faultsOfCalled, keepCalled } from '../../information/index.ts'
import type { Fault, Tx } from '../../platform/index.ts'
import { bookOf } from '../rules/deciding/model.ts'
import type { SetsOf } from '../rules/evaluating/model.ts'
import { timingOf } from '../rules/timing/model.ts'
import { clockZone, openingOf } from '../rules/timing/walls/model.ts'
import { faultsOfExamples } from './examples/model.ts'
import { callFormat, type CallRecord, callShape, emptyCall } from './model.ts'
import { opportunityOf, textsOf } from './opportunity/model.ts'
import { statedRounds } from './opportunity/rounds/model.ts'
import { projectWho } from './projecting/model.ts'
import { callTexts, holdVersions, putCalls, putVersion } from './queries.ts'
import { readSetsOf } from './sets/queries.ts'
import { faultsOfRules } from './faults/model.ts'
import { isOpened, listedPhase, placeOf } from './turning/model.ts'
import { contentOf, faultOfVersion } from './versions/model.ts'

const readCall = shaped(callShape)

/** A call as its kind: what imports, exports and the clock keep calls by. */
export const callKind: RecordKind<CallRecord> = {
  name: 'calls',
  empty: emptyCall,
  read: (known, raw) => newerFormat(raw) ?? tooDeep(raw) ?? readCall(known, raw),
  addresses: {
    table: 'practice.call',
    plural: 'calls',
    texts: callTexts,
    of: (record) => [{ id: record.id, wanted: slugOf(record) }],
  },
  completed: (record, { slugs }) => ({ ...record, slug: slugs.get(record.id) ?? record.slug }),
  faultsOf,
  save: saveCalls,
  texts: ['title', 'summary', 'body'],
}

/** Keeps calls as files hold them; the same id with a higher version is what stands from then on. */
export const callKeeper: RecordKeeper = keeperOf(callKind)

// A page of its own has this name.
const slugOf = (record: CallRecord) => {
  const wanted = slugWanted(record, 'call')
  return wanted === 'check' ? 'check-call' : wanted
}

// Said before anything else: what a newer version of the house writes may differ in every field.
function newerFormat(raw: unknown): { faults: Fault[] } | undefined {
  if (typeof raw !== 'object' || raw === null || !('format' in raw)) return undefined
  const { format } = raw
  if (typeof format !== 'number' || format <= callFormat) return undefined
  const reason = `is newer than this house reads, which is ${callFormat}: bring the house up to date first`
  return { faults: [{ field: 'format', value: format, reason }] }
}

// Looked at before anything walks through it: conditions join conditions, and a file may do so without end.
function tooDeep(raw: unknown): { faults: Fault[] } | undefined {
  let level: { at: string; value: unknown }[] = [{ at: '', value: raw }]
  for (let depth = 0; depth < deepest; depth += 1)
    level = level.flatMap(({ at, value }) =>
      typeof value === 'object' && value !== null
        ? Object.entries(value).map(([key, part]) => ({ at: at === '' ? key : `${at}.${key}`, value: part }))
        : [],
    )
  const [first] = level
  if (!first) return undefined
  return {
    faults: [{ field: first.at, value: null, reason: `stands ${deepest} deep or more, which is too deep` }],
  }
}

const deepest = 64

async function faultsOf(
  tx: Tx,
  records: CallRecord[],
  _taken: ReadonlySet<string>,
  keeping: Keeping,
): Promise<ReadonlyMap<number, Fault[]>> {
  const ids = records.map(({ id }) => id)
  const sets = await readSetsOf(tx)
  const versions = await holdVersions(tx, ids)
  const faults = new Map<number, Fault[]>()
  for (const [at, record] of records.entries()) {
    const { id, version } = record
    const old = faultOfVersion({ version, contentHash: hashOf(record) }, versions.get(id))
    const found = old ? [old] : faultsWithin(record, sets, keeping)
    if (found.length > 0) faults.set(at, found)
  }
  return faults
}

function faultsWithin(record: CallRecord, sets: SetsOf, keeping: Keeping): Fault[] {
  const faults = faultsOfRules(record, sets, keeping.known)
  if (faults.length > 0) return faults
  const now = instantOf(keeping)
  const { opens } = momentsIn(record, now)
  const examples = faultsOfExamples(record, bookOf(record, sets), opens)
  if (examples.length > 0) return examples
  return faultsOfCalled(opportunityAt(record, sets, keeping), keeping)
}

const instantOf = ({ at }: Keeping) => at.toTemporalInstant()

/** How it stands at a moment, when it opens, and whether anybody may see it. */
function momentsIn({ dates }: CallRecord, now: Temporal.Instant) {
  const timing = timingOf(dates, now)
  return { timing, opens: openingOf(dates.opens, dates.zone), opened: isOpened(dates, timing, now) }
}

function opportunityAt(record: CallRecord, sets: SetsOf, keeping: Keeping) {
  const now = instantOf(keeping)
  const { timing, opened } = momentsIn(record, now)
  const who = projectWho(record, sets, {
    on: dayOf(now),
    countries: [...keeping.known.placeCodes],
    unlisted: record.title,
  })
  const rounds = statedRounds(record.dates, now)
  return opportunityOf(record, {
    who,
    rounds,
    isOpened: opened,
    isCancelled: timing.phase === 'cancelled',
  })
}

const dayOf = (now: Temporal.Instant) => now.toString().slice(0, 10)

/** Writes calls as they stand at a moment: their tables, their versions, their opportunities. */
export async function saveCalls(tx: Tx, written: Written<CallRecord>[], keeping: Keeping): Promise<void> {
  const sets = await readSetsOf(tx)
  const now = instantOf(keeping)
  await putCalls(
    tx,
    written.map((one) => rowOf(one, now)),
  )
  const shown = written.map(({ record }) => ({
    ...record,
    ...textsOf(record, momentsIn(record, now).opened),
  }))
  await keepTexts(tx, callTexts, shown, { pieces: [], before: keptBefore(written) })
  for (const { record } of written) await keepVersion(tx, record, keeping)
  const called = written.map(({ record }) => ({
    raw: opportunityAt(record, sets, keeping),
    page: `/calls/${record.slug ?? record.id}`,
  }))
  await keepCalled(tx, called, keeping)
}

function rowOf({ record, addedAt, changedAt }: Written<CallRecord>, now: Temporal.Instant) {
  const { id, slug, original_lang, version, scheme, edition, programme } = record
  const { timing, opens } = momentsIn(record, now)
  return {
    id,
    slug: slug ?? id,
    original_lang,
    version,
    scheme,
    edition,
    programme,
    opens_at: opens.toString(),
    zone: clockZone(record.dates.zone),
    closes_at: timing.closes?.toString() ?? null,
    phase: listedPhase(timing),
    changes_at: timing.changes?.toString() ?? null,
    place: placeOf(timing),
    real_dates: record.real_dates,
    created_at: addedAt,
    updated_at: changedAt,
  }
}

async function keepVersion(tx: Tx, record: CallRecord, keeping: Keeping): Promise<void> {
  const { opened } = momentsIn(record, instantOf(keeping))
  const isPublished = [record, ...Object.values(record.translations)].some(
    ({ state }) => state === 'published',
  )
  const { provenance: _, ...content } = record
  await putVersion(tx, {
    id: record.id,
    version: record.version,
    contentHash: hashOf(record),
    record: { ...content, provenance: null },
    at: keeping.at,
    isUsed: isPublished && opened,
  })
}

function hashOf(record: CallRecord): string {
  return createHash('sha256')
    .update(inOrder(contentOf(record)))
    .digest('base64url')
}

/** The same text however the fields of a file are ordered. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
