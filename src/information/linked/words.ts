/**
 * Pages for machines, as linked data (JSON-LD 1.1, schema.org); `docs/linked-data.md` says what each property holds.
 * Nothing stands here that the page does not show. Pure.
 */
import { type Organisation, pieceOf, type RecordText } from '../../community/index.ts'
import type { Article } from '../articles/model.ts'
import { type Change, closingOf, isUndated, type Round } from '../deadlines/model.ts'
import type { EventDetail, EventRow } from '../events/model.ts'
import type { DateRow } from '../occurrences/model.ts'
import { type Opportunity, pageOf } from '../opportunities/model.ts'
import { placeWords } from '../opportunities/words.ts'
import type { Reader } from '../readers/model.ts'
import { realDateWords } from '../records/words.ts'

type Data = Record<string, unknown>

/** Who reads the page, where the house is, and the texts the page shows. */
export type Page = { reader: Reader; origin: string; texts: RecordText[] }

const schema = 'https://schema.org'

/** The terms of our own; an address that nobody has to ask, because what it says stands in `docs/linked-data.md`. */
const terms = { caravanserai: 'urn:caravanserai:terms:' }

/** What any record says: its name and summary in the language they are in, and its page. */
function about({ reader, origin, texts }: Page, path: string): Data {
  const [best] = texts
  return {
    name: best?.title ?? '',
    ...(best ? { inLanguage: best.lang } : {}),
    ...optional('description', pieceOf(texts, 'summary')?.text),
    url: origin + reader.href(path),
  }
}

const optional = (name: string, value: unknown): Data =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
    ? {}
    : { [name]: value }

const named = (type: string, name: string, more: Data = {}): Data => ({ '@type': type, name, ...more })

/** A call: schema.org has no word for when one closes, so its deadlines stand in a property of our own. */
export function callData(page: Page, call: Opportunity): Data {
  const { reader } = page
  const rounds = isUndated(call.deadlineKind) ? [] : call.rounds
  const closings = rounds.map((round) => closingOf(round).toString()).toSorted()
  return {
    '@context': [schema, terms],
    '@type': ['CreativeWork', 'caravanserai:Call'],
    ...about(page, pageOf(call)),
    ...optional('genre', call.type === null ? undefined : reader.term('opportunity-type', call.type)),
    ...optional('keywords', keywordsOf(reader, call)),
    ...optional(
      'sourceOrganization',
      call.organiser === null ? undefined : named('Organization', call.organiser),
    ),
    ...optional('contentLocation', placeOf(placeWords(reader, call))),
    ...optional('isBasedOn', call.url),
    ...optional('expires', closings.at(-1)),
    'caravanserai:deadlineKind': call.deadlineKind,
    ...optional('caravanserai:deadline', rounds.map(deadlineData)),
    ...optional('caravanserai:deadlineChange', call.changes.map(changeData)),
    'caravanserai:cancelled': call.cancelled,
    ...optional('disambiguatingDescription', realDateWords(reader, call.realDates)),
  }
}

const placeOf = (name: string) => (name === '' ? undefined : named('Place', name))

function deadlineData(round: Round): Data {
  return {
    '@type': 'caravanserai:Deadline',
    'caravanserai:date': round.deadline,
    ...optional('caravanserai:time', round.time),
    ...optional('caravanserai:zone', round.zone),
    'caravanserai:closesAt': closingOf(round).toString(),
  }
}

function changeData({ kind, on, from, to }: Change): Data {
  return {
    '@type': 'caravanserai:DeadlineChange',
    'caravanserai:kind': kind,
    ...optional('caravanserai:on', on),
    ...optional('caravanserai:from', from),
    ...optional('caravanserai:to', to),
  }
}

function keywordsOf(reader: Reader, record: { disciplines: string[]; themes: string[] }): string[] {
  return [
    ...record.disciplines.map((id) => reader.term('discipline', id)),
    ...record.themes.map((id) => reader.term('theme', id)),
  ]
}

const statuses = {
  tentative: 'EventScheduled',
  confirmed: 'EventScheduled',
  postponed: 'EventPostponed',
  cancelled: 'EventCancelled',
}
const modes = {
  'on-site': 'OfflineEventAttendanceMode',
  online: 'OnlineEventAttendanceMode',
  hybrid: 'MixedEventAttendanceMode',
}

export type EventPage = Page & { parent: EventRow | undefined; parts: EventRow[]; dates: DateRow[] }

/** An event, or a series of its dates: those the page names, each with its time. */
export function eventData(page: EventPage, event: EventDetail): Data {
  const { reader, origin, parent, parts, dates } = page
  const at = (row: EventRow) => ({ url: origin + reader.href(`/events/${row.slug}`) })
  return {
    '@context': schema,
    '@type': event.repeats ? 'EventSeries' : 'Event',
    ...about(page, `/events/${event.slug}`),
    ...timesOf(event),
    eventStatus: `${schema}/${statuses[event.state]}`,
    eventAttendanceMode: `${schema}/${modes[event.attendance]}`,
    ...optional('location', locationOf(reader, event)),
    ...optional('organizer', event.organiser === null ? undefined : named('Organization', event.organiser)),
    ...optional('keywords', keywordsOf(reader, event)),
    ...optional('superEvent', parent && { ...named('Event', parent.title), ...at(parent) }),
    ...optional('subEvent', [
      ...parts.map((part) => ({ ...named('Event', part.title), ...at(part), ...timesOf(part) })),
      ...dates.map((date) => ({
        ...named('Event', date.title ?? page.texts[0]?.title ?? ''),
        ...timesOf({ ...date, zone: event.zone, precision: 'day' }),
        eventStatus: `${schema}/${statuses[date.state]}`,
      })),
    ]),
    ...optional('isBasedOn', event.url),
    ...optional('disambiguatingDescription', realDateWords(reader, event.realDates)),
  }
}

type Timed = Pick<
  EventRow,
  'startsOn' | 'startsTime' | 'endsOn' | 'endsTime' | 'zone' | 'precision' | 'startsAt' | 'endsAt'
>

/** The first and the last day as far as they are known, or the moments with their distance from UTC (ISO 8601). */
function timesOf(event: Timed): Data {
  const { startsOn, startsTime, endsOn, endsTime, startsAt, endsAt, precision } = event
  if (startsOn === null || endsOn === null) return {}
  const zone = event.zone ?? 'UTC'
  const length = precision === 'year' ? 4 : precision === 'month' ? 7 : 10
  const moment = (at: Date) =>
    at
      .toTemporalInstant()
      .toZonedDateTimeISO(zone)
      .toString({ timeZoneName: 'never', smallestUnit: 'second' })
  const isTimed = startsTime !== null && startsAt !== null
  const start = isTimed ? moment(startsAt) : startsOn.slice(0, length)
  if (isTimed && endsTime === null && endsOn === startsOn) return { startDate: start }
  const end = isTimed && endsTime !== null && endsAt !== null ? moment(endsAt) : endsOn.slice(0, length)
  return { startDate: start, endDate: end }
}

function locationOf(reader: Reader, event: EventDetail): Data[] {
  const { venue, city, country, onlineUrl, attendance } = event
  const there = [venue, city, country].some((part) => part !== null)
  const place = {
    '@type': 'Place',
    ...optional('name', venue ?? city ?? (country === null ? undefined : reader.format.country(country))),
    address: {
      '@type': 'PostalAddress',
      ...optional('addressLocality', city),
      ...optional('addressCountry', country),
    },
  }
  const online = { '@type': 'VirtualLocation', ...optional('url', onlineUrl) }
  return [
    ...(there && attendance !== 'online' ? [place] : []),
    ...(onlineUrl !== null && attendance !== 'on-site' ? [online] : []),
  ]
}

/** An article: who wrote it, where and when it was published, and where it is read. */
export function articleData(page: Page, article: Article): Data {
  const { reader } = page
  const { name: headline, ...rest } = about(page, `/articles/${article.slug}`)
  return {
    '@context': schema,
    '@type': 'Article',
    headline,
    ...rest,
    ...optional(
      'author',
      article.authors.map((name) => named('Person', name)),
    ),
    ...optional(
      'publisher',
      article.publisher === null ? undefined : named('Organization', article.publisher),
    ),
    ...optional('datePublished', article.publishedOn),
    ...optional('keywords', keywordsOf(reader, article)),
    ...optional('isBasedOn', article.url),
  }
}

/** An organisation: where it is and how it is reached. */
export function organisationData(page: Page, organisation: Organisation): Data {
  const { inLanguage: _, url: mainEntityOfPage, ...rest } = about(page, `/organisations/${organisation.slug}`)
  const { city, country } = organisation
  return {
    '@context': schema,
    '@type': 'Organization',
    ...rest,
    mainEntityOfPage,
    ...optional('url', organisation.website),
    ...optional(
      'address',
      (city ?? country) === null
        ? undefined
        : {
            '@type': 'PostalAddress',
            ...optional('addressLocality', city),
            ...optional('addressCountry', country),
          },
    ),
  }
}
