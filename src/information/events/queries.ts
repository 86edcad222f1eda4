import { type RawBuilder, sql } from 'kysely'
import {
  entriesOf,
  joinText,
  labelsOf,
  readHeld,
  readTexts,
  type RecordText,
  saysWords,
  type Viewer,
} from '../../community/index.ts'
import {
  askList,
  askSets,
  type Db,
  firstRow,
  type ListAnswer,
  type ListOf,
  type ListRequest,
  rows,
  showsList,
  showsRecords,
  showsThoseWith,
  withColumns,
  type Tx,
} from '../../platform/index.ts'
import { eventTexts, isOn, stillFacets, whenFacet } from './facets/queries.ts'
import { firstToCome, readyEvents } from './kept/queries.ts'
import { joinShown, joinWithin, timeColumns } from '../occurrences/queries.ts'
import type { EventDetail, EventRow } from './model.ts'

export { eventTexts }

// The moments of one that repeats often would only say that it goes on.
const mostMoments = 50
// The offset keeps the planner from looking for the last of them among the dates of all events, in the order of time.
const takingPlace = sql`(select o.ends_at from information.occurrence o
  where o.event_id = r.id and o.state in ('tentative', 'confirmed') offset 0) o`

/** What the index holds of events; it is written again when more of their dates are worked out. */
export const eventEntries = entriesOf({
  kind: 'events',
  table: 'information.event',
  texts: eventTexts,
  pieces: [],
  besides: sql`array[r.organiser, r.city, r.venue]`,
  labels: sql`${labelsOf('type', sql`array[r.kind]`)} || ${labelsOf('country', sql`array[r.country]`)}
    || case when r.attendance <> 'on-site' then array['country=online'] else '{}'::text[] end
    || ${labelsOf('discipline', sql`r.disciplines`)} || ${labelsOf('theme', sql`r.themes`)}`,
  moments: sql`case when (select count(*) from ${takingPlace}) > ${mostMoments} then '{}'::timestamptz[]
    else array(select o.ends_at from ${takingPlace} order by o.ends_at) end`,
  until: sql`case when r.state in ('cancelled', 'postponed') then null when r.occurrences_until is not null then 'infinity'
    else (select max(o.ends_at) from ${takingPlace}) end`,
})

/** What a visitor asks of the list of events; without days or `when`, what is on or to come. */
export type EventRequest = ListRequest & {
  now: Date
  words?: string | undefined
  /** Only events that touch these days (ISO dates). */
  from?: string | undefined
  to?: string | undefined
  sort?: string | undefined
}

const facts = sql`r.id, r.slug, r.kind, r.organiser, r.city, r.country, ${timeColumns}, r.zone,
  r.date_precision as precision, r.attendance, r.disciplines, r.real_dates as "realDates",
  r.recurrence is not null as repeats`

// An occurrence may have a title of its own, in the original language of the event.
const listed = sql`${facts}, coalesce(o.state, r.state) as state, coalesce(o.title, text.title) as title, text.summary, text.demonstration,
  case when o.title is null then text.lang else r.original_lang end as lang`

/** Events with the occurrence `o` that lists show at a moment, and the text `text` to read. */
function eventsAt(viewer: Viewer, locale: string, now: Date): RawBuilder<unknown> {
  return sql`information.event r ${joinText(eventTexts, viewer, locale)} ${joinShown(now)}`
}

/** One page of events with the counts of every facet: what is on first, then what comes, then what is over. */
export async function listEvents<Besides = unknown>(
  db: Db,
  viewer: Viewer,
  locale: string,
  request: EventRequest,
  besides?: RawBuilder<Besides>,
): Promise<ListAnswer<EventRow & Besides>> {
  showsList('events')
  const { now, words, from, to, sort } = request
  const list = withColumns(eventList(viewer, locale, request), besides)
  const byHand = sort !== undefined && sort !== 'newest'
  const sets = (words ?? from ?? to ?? byHand) ? undefined : await readyEvents(db, viewer, now)
  return sets
    ? askSets(db, sets, list, { ...request, order: sort })
    : askList<EventRow & Besides>(db, list, request)
}

/** The list of events as data. */
export function eventList(
  viewer: Viewer,
  locale: string,
  request: Omit<EventRequest, keyof ListRequest>,
): ListOf {
  const { now, words } = request
  const anyDays = request.from ?? request.to
  return {
    from: anyDays
      ? sql`information.event r ${joinText(eventTexts, viewer, locale)} ${joinWithin(request)}`
      : eventsAt(viewer, locale, now),
    where: words ? saysWords(eventTexts, viewer, words) : sql<boolean>`true`,
    columns: listed,
    facets: [
      {
        ...whenFacet(now),
        unchosen: anyDays ? sql<boolean>`true` : sql<boolean>`o.ends_at > ${now}`,
      },
      ...stillFacets(viewer),
    ],
    order: orderOf(request),
  }
}

function orderOf({ now, sort }: Omit<EventRequest, keyof ListRequest>): RawBuilder<unknown> {
  if (sort === 'title') return sql`coalesce(o.title, text.title) collate "und-x-icu", r.id`
  if (sort === 'newest') return sql`r.created_at desc, r.id`
  return sql`${byTime(now)}, r.id`
}

/**
 * What is on by its end, then what comes by its start (or by its end when it is within its span and yet not on), then
 * what is over, the latest first; undated ones last.
 */
function byTime(now: Date): RawBuilder<unknown> {
  return sql`case when o.ends_at is null then 3 when o.ends_at <= ${now} then 2 when ${isOn(now)} then 0 else 1 end,
    case when o.ends_at <= ${now} then null when o.starts_at <= ${now} then o.ends_at else o.starts_at end,
    o.starts_at desc`
}

/** The event at this address with the texts the viewer may see; undefined when there is none to see. */
export async function findEvent(
  db: Db,
  viewer: Viewer,
  slug: string,
  locale: string,
  now: Date,
): Promise<{ event: EventDetail; texts: RecordText[] } | undefined> {
  const event = await firstRow<EventDetail>(
    db,
    sql`select ${facts}, r.state, r.original_lang as "originalLang", r.parent_id as "parentId", r.venue,
        r.online_url as "onlineUrl", r.themes, r.programme, r.convening, r.url, r.more_sources as "moreSources",
        r.note, r.last_checked as "lastChecked"
      from information.event r ${joinShown(now)} where r.slug = ${slug}`,
  )
  if (!event) return undefined
  showsRecords('events', event.id)
  const texts = await readTexts(db, viewer, eventTexts, event, locale)
  return texts.length > 0 ? { event, texts } : undefined
}

/** The family of an event: its parent and its parts, as far as the viewer may see them. */
export async function readFamily(
  db: Db,
  viewer: Viewer,
  locale: string,
  event: { id: string; parentId: string | null },
  now: Date,
): Promise<{ parent: EventRow | undefined; parts: EventRow[] }> {
  showsRecords('events', event.parentId)
  showsThoseWith('events', 'parent', [event.id])
  const family = await rows<EventRow & { parentId: string | null }>(
    db,
    sql`select ${listed}, r.parent_id as "parentId" from ${eventsAt(viewer, locale, now)}
      where r.parent_id = ${event.id} or r.id = ${event.parentId}
      order by r.position, o.starts_at, r.id`,
  )
  return {
    parent: family.find((member) => member.id === event.parentId),
    parts: family.filter((member) => member.id !== event.parentId),
  }
}

const fewRelated = 4

/** A few events that share a discipline with this one and are not of its family: what is on, then what comes soonest. */
export async function listRelatedEvents(
  db: Db,
  viewer: Viewer,
  locale: string,
  of: { id: string; parentId: string | null; disciplines: string[] },
  now: Date,
): Promise<EventRow[]> {
  showsThoseWith('events', 'discipline', of.disciplines)
  const sets = await readyEvents(db, viewer, now)
  const disciplines = { facet: 'discipline', values: of.disciplines }
  // Two more than are shown, since this one and its parent may be among them.
  const related = sets
    ? sql`r.id = any(${firstToCome(sets, { ...disciplines, notOf: of.id, most: fewRelated + 2 })}::text[])`
    : sql`r.disciplines && ${of.disciplines}::text[]`
  return rows<EventRow>(
    db,
    sql`select ${listed} from ${eventsAt(viewer, locale, now)}
      where r.id <> ${of.id} and r.id is distinct from ${of.parentId} and r.parent_id is distinct from ${of.id}
        and o.ends_at > ${now} and ${related}
      order by ${byTime(now)}, r.id limit ${fewRelated}`,
  )
}

/** Events on or to come in a place, at most `limit`: what is on first, then the soonest. */
export async function listEventsIn(
  db: Db,
  viewer: Viewer,
  locale: string,
  place: string,
  { now, limit }: { now: Date; limit: number },
): Promise<EventRow[]> {
  showsThoseWith('events', 'country', [place])
  const sets = await readyEvents(db, viewer, now)
  const there = sets
    ? sql`r.id = any(${firstToCome(sets, { facet: 'country', values: [place], most: limit })}::text[])`
    : sql`r.country = ${place}`
  return rows<EventRow>(
    db,
    sql`select ${listed} from ${eventsAt(viewer, locale, now)}
      where ${there} and o.ends_at > ${now} order by ${byTime(now)}, r.id limit ${limit}`,
  )
}

/** Events of an organiser by any of its names, at most `limit`: on, to come, then past ones, the latest first. */
export function listEventsBy(
  db: Db,
  viewer: Viewer,
  locale: string,
  organisers: string[],
  { now, limit }: { now: Date; limit: number },
): Promise<EventRow[]> {
  showsThoseWith('events', 'organiser', organisers)
  return rows<EventRow>(
    db,
    sql`select ${listed} from ${eventsAt(viewer, locale, now)}
      where r.organiser = any(${organisers}) order by ${byTime(now)}, r.id limit ${limit}`,
  )
}

/** These events as lists show them, in no order. */
export function readEventRows(
  db: Db,
  viewer: Viewer,
  locale: string,
  ids: string[],
  now: Date,
): Promise<EventRow[]> {
  return rows<EventRow>(
    db,
    sql`select ${listed} from ${eventsAt(viewer, locale, now)} where r.id = any(${ids})`,
  )
}

/** These events and all they are parts of, at any distance, each with its parent. */
export async function readParents(db: Db, ids: string[]): Promise<Map<string, string | null>> {
  const found = await rows<{ id: string; parent: string | null }>(
    db,
    sql`with recursive above as (
        select id, parent_id as parent from information.event where id = any(${ids})
        union select e.id, e.parent_id from information.event e join above on e.id = above.parent
      ) select id, parent from above`,
  )
  return new Map(found.map(({ id, parent }) => [id, parent]))
}

/** Those of these ids that are convenings of this house or parts of them: events that no record of their own holds. */
export async function readPartsOfConvenings(db: Db, ids: string[]): Promise<Set<string>> {
  const found = await rows<{ id: string }>(db, sql`select id from information.event where id = any(${ids})`)
  const there = found.map(({ id }) => id)
  const own = there.length > 0 ? await readHeld(db, 'events', there) : new Set<string>()
  return new Set(there.filter((id) => !own.has(id)))
}

/** Meetings of governments among these ids, with the parts that files of them make by their ids. */
export async function readMeetingTrees(db: Db, ids: string[]): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`select e.id from information.event e join information.event meeting
        on meeting.id = any(${ids}) and meeting.convening is not null
        and (e.id = meeting.id or (e.parent_id = meeting.id and starts_with(e.id, meeting.id || '-')
          and substr(e.id, length(meeting.id) + 2) ~ '^((officials|workshop|forum)-[0-9]+|policy-panel)$'))`,
  )
  return found.map(({ id }) => id)
}

/** The parts of an event but for these. */
export async function readOtherParts(db: Db, id: string, but: string[]): Promise<string[]> {
  const found = await rows<{ id: string }>(
    db,
    sql`select id from information.event where parent_id = ${id} and id <> all(${but})`,
  )
  return found.map((part) => part.id)
}

/** Takes events away for good. */
export async function dropEvents(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length > 0) await sql`delete from information.event where id = any(${ids})`.execute(tx)
}
