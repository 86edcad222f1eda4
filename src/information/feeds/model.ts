/** Lists carried to where people read: which feeds there are, where, and what they hold. Pure. */
import type { LangText } from '../../community/index.ts'
import { hrefIn, type Locale } from '../../design/index.ts'
import type { Precision } from '../events/model.ts'
import { listAddress, type ListQuery } from '../lists/model.ts'
import type { Recurrence } from '../recurrence/model.ts'

/** Lists that have feeds. */
export type FeedList = 'opportunities' | 'events' | 'articles'

export const feedFormats = ['atom', 'rss', 'json', 'ics'] as const
export type FeedFormat = (typeof feedFormats)[number]

/** What each format is called on the way (RFC 4287, RSS 2.0, JSON Feed 1.1, RFC 5545). */
export const mediaTypes: Record<FeedFormat, string> = {
  atom: 'application/atom+xml',
  rss: 'application/rss+xml',
  json: 'application/feed+json',
  ics: 'text/calendar',
}

/** Articles have no time at which they take place. */
export const formatsOf: Record<FeedList, readonly FeedFormat[]> = {
  opportunities: feedFormats,
  events: feedFormats,
  articles: ['atom', 'rss', 'json'],
}

/** Records in one answer; the next ones are at `page=2`. A calendar holds more, because programs ask for no second page. */
export const feedSizes: Record<FeedFormat, number> = { atom: 50, rss: 50, json: 50, ics: 1000 }

/** After how many hours a calendar is worth asking for again. */
export const refreshHours = 6

/** How many days a call that was cancelled stays in calendars, so that nobody keeps its old deadline. */
export const cancelledDays = 90

/** The path of a feed with its language, filtered as a list is; in its own order, from its beginning. */
function feedPath(locale: Locale, list: FeedList, format: FeedFormat, query: ListQuery): string {
  return listAddress(hrefIn(locale, `/${list}.${format}`), { ...query, page: 1, sort: undefined })
}

/** A calendar: the file, and the same as an address that calendar programs subscribe to. */
export type CalendarLinks = { file: string; webcal: string }

const calendarAt = (origin: string, path: string): CalendarLinks => ({
  file: path,
  webcal: origin.replace(/^https?:/, 'webcal:') + path,
})

/** The calendar of one record. */
export const entryLinks = (
  origin: string,
  locale: Locale,
  list: 'opportunities' | 'events',
  slug: string,
): CalendarLinks => calendarAt(origin, hrefIn(locale, `/${list}/${slug}.ics`))

/** What a list is carried by, as filtered. */
export type FollowLinks = {
  feeds: { href: string; type: string; label: string }[]
  calendar: CalendarLinks | undefined
}

// Names that are the same in every language.
const labels = { atom: 'Atom', rss: 'RSS', json: 'JSON Feed' }

export function followLinks(origin: string, locale: Locale, list: FeedList, query: ListQuery): FollowLinks {
  const feeds = (['atom', 'rss', 'json'] as const).map((format) => ({
    href: feedPath(locale, list, format, query),
    type: mediaTypes[format],
    label: labels[format],
  }))
  const hasCalendar = formatsOf[list].includes('ics')
  return {
    feeds,
    calendar: hasCalendar ? calendarAt(origin, feedPath(locale, list, 'ics', query)) : undefined,
  }
}

/** Feeds as the head of a page names them. */
export const feedsInHead = (title: string, { feeds, calendar }: FollowLinks) => [
  ...feeds.map(({ href, type, label }) => ({ href, type, title: `${title} (${label})` })),
  ...(calendar ? [{ href: calendar.file, type: mediaTypes.ics, title: `${title} (iCalendar)` }] : []),
]

/** When a record came into the house and was last changed. */
export type Dated = { addedAt: Date; changedAt: Date }

/** An event as calendars hold it: as it was stated, with how it repeats. */
export type StatedEvent = Dated & {
  id: string
  slug: string
  title: string
  summary: string | null
  lang: string
  kind: string | null
  organiser: string | null
  venue: string | null
  city: string | null
  country: string | null
  startsOn: string | null
  startsTime: string | null
  endsOn: string | null
  endsTime: string | null
  zone: string | null
  precision: Precision | null
  state: string
  attendance: string
  onlineUrl: string | null
  disciplines: string[]
  themes: string[]
  realDates: Record<string, string> | null
  recurrence: Recurrence | null
}

/** A record in a feed. */
export type FeedItem = Dated & {
  /** An id for good, the same in every language (RFC 4151). */
  id: string
  url: string
  title: LangText
  summary: LangText | null
  /** What lists say of it, one fact or a few a line, in the language of the feed. */
  lines: string[]
  tags: string[]
  author: string | null
}

/** A feed, whatever its format. */
export type Feed = {
  locale: Locale
  /** Who speaks: the host of the house. */
  house: string
  id: string
  title: string
  description: string
  /** Its own address, that of the list it is of, and that of its next page. */
  selfUrl: string
  listUrl: string
  nextUrl: string | undefined
  changedAt: Date
  items: FeedItem[]
}

/** An id for good (RFC 4151): the host of the house, a year in which it was its, and what is meant there. */
export const tagOf = (host: string, what: string) =>
  `tag:${host.replace(/:\d+$/, '')},2026:${encodeURI(what)}`
