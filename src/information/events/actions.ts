import { keeperOf, type Keeping, type RecordKind, textKind, type Written } from '../../community/index.ts'
import type { Fault, Tx } from '../../platform/index.ts'
import { rulesOf } from '../checks/model.ts'
import {
  attendanceOf,
  type ConveningFacts,
  type EventRecord,
  eventShape,
  momentsOf,
  timeOf,
} from './model.ts'
import { occurrencesOf, windowOn } from '../occurrences/model.ts'
import { putOccurrences } from '../occurrences/queries.ts'
import { eventEntries, eventTexts, readParents, readPartsOfConvenings } from './queries.ts'

/** How events are kept; `factsOf` answers what a meeting of governments has besides, by its id. */
export function eventKind(factsOf?: (id: string) => ConveningFacts | undefined): RecordKind<EventRecord> {
  return textKind<EventRecord>({
    name: 'events',
    rules: rulesOf.events,
    shape: eventShape,
    table: 'information.event',
    texts: eventTexts,
    pieces: [],
    // The calendar has an address of its own among those of the events.
    slug: { otherwise: 'event', not: 'calendar' },
    // An event of an earlier version may be a meeting: what its own file does not say of it stays.
    row: (record) => ({
      ...columnsOf(record),
      ...(factsOf ? { convening: factsOf(record.id) ?? null } : {}),
    }),
    entries: eventEntries,
    likeness: ({ url, title, start_date: date, city, country_code }) => ({
      address: url,
      title,
      date,
      place: city ?? country_code,
    }),
    faultsOf,
    saved: saveOccurrences,
  })
}

/** Keeps events as files hold them; the same id again is an update. */
export const eventKeeper = keeperOf(eventKind())

function columnsOf(record: EventRecord): Record<string, unknown> {
  const time = timeOf(record)
  const moments = time && momentsOf(time)
  return {
    parent_id: record.parent,
    position: record.position,
    kind: record.kind,
    organiser: record.organiser,
    city: record.city,
    country: record.country_code,
    venue: record.venue,
    starts_on: time?.startsOn ?? null,
    starts_time: time?.startsTime ?? null,
    ends_on: time?.endsOn ?? null,
    ends_time: time?.endsTime ?? null,
    starts_at: moments?.start.toString() ?? null,
    ends_at: moments?.end.toString() ?? null,
    zone: time?.zone ?? null,
    date_precision: time?.precision ?? null,
    state: record.status,
    attendance: attendanceOf(record),
    online_url: record.online_url,
    disciplines: record.disciplines,
    themes: record.themes,
    programme: record.programme,
    url: record.url,
    more_sources: record.more_sources,
    note: record.note,
    last_checked: record.last_checked,
    real_dates: record.real_dates,
    recurrence: record.recurrence,
  }
}

async function saveOccurrences(tx: Tx, written: Written<EventRecord>[], { at }: Keeping): Promise<void> {
  const today = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('UTC').toPlainDate()
  const window = windowOn(today)
  await putOccurrences(
    tx,
    written.map(({ record }) => {
      const time = timeOf(record)
      const { status: state, recurrence } = record
      const worked = time ? occurrencesOf({ time, state, recurrence }, window) : { all: [], until: null }
      return { id: record.id, ...worked }
    }),
  )
}

type Faults = Map<number, Fault[] | 'waits'>

/** What belongs to a convening is kept by it; a part waits for what it is a part of, and may not be part of itself. */
async function faultsOf(tx: Tx, records: EventRecord[], taken: ReadonlySet<string>): Promise<Faults> {
  const faults: Faults = new Map()
  const owned = await readPartsOfConvenings(
    tx,
    records.map(({ id }) => id),
  )
  const parents = records.flatMap(({ parent }) => parent ?? [])
  const known = parents.length > 0 ? await readParents(tx, parents) : new Map<string, string | null>()
  for (const { id, parent } of records) if (parent === null) known.set(id, null)
  // In a dry run the house does not hold what stood before in the file.
  for (const id of parents) if (taken.has(id) && !known.has(id)) known.set(id, null)
  for (const [at, { id, parent }] of records.entries()) {
    const fault = owned.has(id) ? belongs(id) : parent === null ? undefined : faultOfParent(known, id, parent)
    if (fault) faults.set(at, fault === 'waits' ? fault : [fault])
    else known.set(id, parent)
  }
  return faults
}

const belongs = (id: string): Fault => ({
  field: 'id',
  value: id,
  reason: 'is a convening of this house, or a part of one: change it in a file of convenings',
})

function faultOfParent(
  known: ReadonlyMap<string, string | null>,
  id: string,
  parent: string,
): Fault | 'waits' | undefined {
  if (parent !== id && !known.has(parent)) return 'waits'
  for (let above: string | null = parent; above !== null; above = known.get(above) ?? null) {
    if (above === id)
      return { field: 'parent', value: parent, reason: 'is this event itself, or one of its parts' }
  }
  return undefined
}
