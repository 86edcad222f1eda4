import { keepTexts, slugFor, wordsForSlug } from '../../community/index.ts'
import { json, putRow, slugFrom, type Tx } from '../../platform/index.ts'
import { attendanceOf, type ConveningFacts, type EventRecord, momentsOf, timeOf } from './model.ts'
import { eventTexts } from './queries.ts'

// An address of its own among those of the events.
const calendar = 'calendar'

type Context = { hash: string; at: Date; convening?: ConveningFacts }

/** Keeps an event as a file gives it; the same id again is an update. Throws when its parent is not there. */
export async function saveEvent(tx: Tx, record: EventRecord, context: Context): Promise<void> {
  const time = timeOf(record)
  const moments = time && momentsOf(time)
  const wanted = record.slug ?? (slugFrom(wordsForSlug(record)) || slugFrom(record.id) || 'event')
  const row = {
    id: record.id,
    slug: await slugFor(tx, 'information.event', record.id, wanted === calendar ? 'calendar-event' : wanted),
    original_lang: record.original_lang,
    parent_id: record.parent,
    position: record.position,
    kind: record.kind,
    organiser: record.organiser,
    city: record.city,
    country: record.country_code,
    venue: record.venue,
    starts_on: time?.startsOn,
    starts_time: time?.startsTime,
    ends_on: time?.endsOn,
    ends_time: time?.endsTime,
    zone: time?.zone,
    date_precision: time?.precision,
    starts_at: moments?.start.toString(),
    ends_at: moments?.end.toString(),
    state: record.status,
    attendance: attendanceOf(record),
    online_url: record.online_url,
    disciplines: record.disciplines,
    themes: record.themes,
    programme: record.programme,
    convening: context.convening ? json(context.convening) : null,
    url: record.url,
    more_sources: record.more_sources,
    note: record.note,
    last_checked: record.last_checked,
    real_dates: record.real_dates && json(record.real_dates),
    imported_hash: context.hash,
    updated_at: context.at,
  }
  await putRow(tx, 'information.event', row, ['id'])
  await keepTexts(tx, eventTexts, record, [])
}
