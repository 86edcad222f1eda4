import { sql } from 'kysely'
import { joinText, readVersions, stranger } from '../../community/index.ts'
import {
  askRows,
  type Db,
  type Facet,
  firstRow,
  type ListOf,
  rows,
  withColumns,
} from '../../platform/index.ts'
import type { ArticleRow } from '../articles/model.ts'
import { type ArticleRequest, listArticles } from '../articles/queries.ts'
import type { Change } from '../deadlines/model.ts'
import type { EventRow } from '../events/model.ts'
import { eventList, type EventRequest, eventTexts, listEvents } from '../events/queries.ts'
import type { OpportunityRow } from '../opportunities/model.ts'
import { callList, listOpportunities, narrowing, type OpportunityRequest } from '../opportunities/queries.ts'
import { cancelledDays, type Dated, type StatedEvent } from './model.ts'

// Feeds are read by programs, which have no session: all of these look as a stranger does.

type Asked<Request> = Request & { limit: number; offset: number }

const dates = sql<Dated>`r.created_at as "addedAt", r.updated_at as "changedAt"`

/** The list with the dates of each record besides. */
const dated = (list: ListOf): ListOf => withColumns(list, dates)

export type CallRow = OpportunityRow & Dated

/** Calls of a list as filtered. */
export async function listCalls(db: Db, locale: string, request: OpportunityRequest): Promise<CallRow[]> {
  return (await listOpportunities(db, stranger, locale, request, dates)).rows
}

/** The same, with those that would be in it, had they not been cancelled lately. */
export function listCallsAndCancelled(
  db: Db,
  locale: string,
  request: Asked<OpportunityRequest>,
): Promise<CallRow[]> {
  const list = dated(callList(stranger, locale, request))
  const facets = list.facets.map((facet) => withCancelled(facet, request.now))
  // The words and days of a list of calls are facets of it.
  const chosen = narrowing(request)
  return askRows<CallRow>(db, { ...list, facets }, { ...request, chosen })
}

function withCancelled(facet: Facet, now: Date): Facet {
  if (facet.name !== 'deadline') return facet
  const since = new Date(now.getTime() - cancelledDays * 86_400_000)
  const lately = sql`(r.cancelled and r.updated_at > ${since})`
  const { matches, unchosen = sql<boolean>`true` } = facet
  return {
    ...facet,
    matches: (chosen) => sql<boolean>`(${matches(chosen)} or ${lately})`,
    unchosen: sql<boolean>`(${unchosen} or ${lately})`,
  }
}

/** The call at this address, as a stranger may see it. */
export async function findCall(
  db: Db,
  locale: string,
  slug: string,
  now: Date,
): Promise<CallRow | undefined> {
  const told = { citizenship: [], residence: [] }
  const list = dated(callList(stranger, locale, { now, told }))
  return only(await askRows<CallRow>(db, at(list, slug), one))
}

/** The histories of the deadlines of calls, oldest first, by the id of the call. */
export async function readHistories(db: Db, ids: string[]): Promise<Map<string, Change[]>> {
  const found = await rows<Change & { id: string }>(
    db,
    sql`select opportunity_id as id, kind, changed_on as "on", from_date as "from", to_date as "to", words
      from information.opportunity_change where opportunity_id = any(${ids}::text[]) order by opportunity_id, position`,
  )
  const histories = new Map<string, Change[]>()
  for (const { id, ...change } of found) histories.set(id, [...(histories.get(id) ?? []), change])
  return histories
}

export type EventItemRow = EventRow & Dated

/** Events of a list as filtered, each by the occurrence that the list shows. */
export async function listEventItems(db: Db, locale: string, request: EventRequest): Promise<EventItemRow[]> {
  return (await listEvents(db, stranger, locale, request, dates)).rows
}

export type EventEntryRow = StatedEvent & { parentId: string | null }

const entryColumns = sql`r.id, r.slug, text.title, text.summary, text.lang, r.kind, r.organiser, r.venue, r.city, r.country,
  r.starts_on as "startsOn", to_char(r.starts_time, 'HH24:MI') as "startsTime", r.ends_on as "endsOn",
  to_char(r.ends_time, 'HH24:MI') as "endsTime", r.zone, r.date_precision as precision, r.state, r.attendance,
  r.online_url as "onlineUrl", r.disciplines, r.themes, r.real_dates as "realDates", r.parent_id as "parentId",
  r.recurrence, ${dates}`

/** Events of a list as filtered, as calendars hold them; those without a date are not among them. */
export function listEventEntries(
  db: Db,
  locale: string,
  request: Asked<EventRequest>,
): Promise<EventEntryRow[]> {
  const list = eventList(stranger, locale, request)
  const where = sql<boolean>`${list.where} and r.starts_on is not null`
  return askRows<EventEntryRow>(db, { ...list, where, columns: entryColumns }, request)
}

/** The event at this address as calendars hold it, as a stranger may see it. */
export async function findEventEntry(
  db: Db,
  locale: string,
  slug: string,
): Promise<EventEntryRow | undefined> {
  return firstRow<EventEntryRow>(
    db,
    sql`select ${entryColumns} from information.event r ${joinText(eventTexts, stranger, locale)}
      where r.slug = ${slug}`,
  )
}

/** The how-manieth change each of these events is at; parts of a meeting of governments change with it. */
export async function readEventSequences(
  db: Db,
  events: { id: string; parentId: string | null }[],
): Promise<Map<string, number>> {
  const ids = events.flatMap(({ id, parentId }) => (parentId === null ? [id] : [id, parentId]))
  const versions = await readVersions(db, ['events', 'convenings'], [...new Set(ids)])
  return new Map(
    events.map(({ id, parentId }) => [id, (versions.get(id) ?? versions.get(parentId ?? '') ?? 1) - 1]),
  )
}

/** The how-manieth change each of these calls is at. */
export async function readCallSequences(db: Db, ids: string[]): Promise<Map<string, number>> {
  const versions = await readVersions(db, ['opportunities'], ids)
  return new Map(ids.map((id) => [id, (versions.get(id) ?? 1) - 1]))
}

export type ArticleItemRow = ArticleRow & Dated

/** Articles of a list as filtered. */
export async function listArticleItems(
  db: Db,
  locale: string,
  request: ArticleRequest,
): Promise<ArticleItemRow[]> {
  return (await listArticles(db, stranger, locale, request, dates)).rows
}

const tables = {
  opportunities: sql.table('information.opportunity'),
  events: sql.table('information.event'),
  articles: sql.table('information.article'),
}

/** When any record of a kind was last changed, seen or unseen: what is taken away is a change too. */
export async function lastChange(db: Db, kind: keyof typeof tables): Promise<Date | null> {
  const found = await firstRow<{ last: Date | null }>(
    db,
    sql`select max(updated_at) as last from ${tables[kind]}`,
  )
  return found?.last ?? null
}

const one = { chosen: {}, limit: 1, offset: 0 }
const at = (list: ListOf, slug: string): ListOf => ({
  ...list,
  where: sql<boolean>`r.slug = ${slug}`,
  facets: [],
})
const only = <Row>([first]: Row[]) => first
