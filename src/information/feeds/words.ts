/** Records as feeds and calendars tell them, in the reader's words. Nothing here depends on the moment. Pure. */
import type { Known } from '../../community/index.ts'
import { articleRow } from '../articles/words.ts'
import type { ArticleRow } from '../articles/model.ts'
import { type Change, isUndated, type Round } from '../deadlines/model.ts'
import { changeWords, closingWords } from '../deadlines/words.ts'
import type { EventRow } from '../events/model.ts'
import { eventRow, whereWords } from '../events/words.ts'
import { deadlineEntries } from '../icalendar/write/deadlines/model.ts'
import { eventEntry } from '../icalendar/write/events/model.ts'
import type { Entry } from '../icalendar/write/model.ts'
import type { ListQuery, ShownFacet } from '../lists/model.ts'
import type { OpportunityRow } from '../opportunities/model.ts'
import { callRow, placeWords } from '../opportunities/words.ts'
import type { Reader } from '../readers/model.ts'
import { beside, realDateWords } from '../records/words.ts'
import { statedTime } from '../times/words.ts'
import { type Dated, type FeedItem, type FeedList, type StatedEvent, tagOf } from './model.ts'

/** Who reads, and where the house is. */
export type Telling = { reader: Reader; origin: string; host: string; known: Known }

type Titled = {
  id: string
  slug: string
  /** Its page, where that is not of its list. */
  page?: string | null
  title: string
  summary: string | null
  lang: string
}

/** What a list shows, in so many words: its title, and what was chosen of it. */
export function titleOf(title: string, query: ListQuery, facets: ShownFacet[]): string {
  const chosen = Object.entries(query.chosen).flatMap(([name, values]) => {
    const facet = facets.find((shown) => shown.name === name)
    return facet ? values.map((value) => facet.label(value)) : []
  })
  const { words, from, to } = query
  const days = (from ?? to) ? [[from, to].filter(Boolean).join('–')] : []
  const all = [...(words === undefined ? [] : [`“${words}”`]), ...days, ...chosen]
  return all.length === 0 ? title : `${title} · ${all.join(', ')}`
}

function itemOf(
  { reader, origin, host }: Telling,
  list: FeedList,
  record: Titled & Dated,
): Omit<FeedItem, 'lines' | 'tags' | 'author'> {
  const { title, summary, lang } = record
  return {
    id: tagOf(host, `${list}/${record.id}`),
    url: origin + reader.href(record.page ?? `/${list}/${record.slug}`),
    title: { text: title, lang },
    summary: summary === null ? null : { text: summary, lang },
    addedAt: record.addedAt,
    changedAt: record.changedAt,
  }
}

const said = (lines: (string | undefined)[]): string[] => lines.flatMap((line) => line || [])
const factsOf = (facts: { text: string }[] | undefined) => facts?.map(({ text }) => text).join(' · ')

/** A call in a feed: when it closes, what became of that, where it leads, what it pays. */
export function callItem(telling: Telling, call: OpportunityRow & Dated, history: Change[]): FeedItem {
  const { reader } = telling
  const row = callRow(reader, call)
  return {
    ...itemOf(telling, 'opportunities', call),
    lines: said([
      ...(call.cancelled ? [reader.say('call.cancelled')] : closings(reader, call)),
      ...history.map((change) => changeWords(reader, change)),
      beside(reader, [call.organiser, placeWords(reader, call)]),
      factsOf(row.facts),
      realDateWords(reader, call.realDates),
    ]),
    tags: call.disciplines.map((id) => reader.term('discipline', id)),
    author: call.organiser,
  }
}

function closings(reader: Reader, call: OpportunityRow): string[] {
  const { deadlineKind: kind, rounds } = call
  if (kind === 'rolling' || kind === 'until-filled') return [reader.say(`call.noDate.${kind}`)]
  if (isUndated(kind) || rounds.length === 0) return [reader.say('call.noDate.not-announced')]
  return rounds.map((round) => closing(reader, round))
}

function closing(reader: Reader, round: Round): string {
  const { stated, utc } = closingWords(reader, round, true)
  return `${stated} (${utc})`
}

/** The deadlines of a call as entries of a calendar; none of a call without a day. */
export function callEntries(
  telling: Telling,
  call: OpportunityRow & Dated,
  { history, sequence }: { history: Change[]; sequence: number },
): Entry[] {
  if (isUndated(call.deadlineKind)) return []
  const { reader } = telling
  const item = callItem(telling, call, history)
  const real = call.realDates?.['deadline']?.split(', ') ?? []
  const description = (round: Round, at: number) =>
    said([
      call.cancelled ? reader.say('call.cancelled') : closing(reader, round),
      ...history.map((change) => changeWords(reader, change)),
      real[at] === undefined ? undefined : realDateWords(reader, { deadline: real[at] }),
      call.summary ?? undefined,
      factsOf(callRow(reader, call).facts),
    ]).join('\n')
  return deadlineEntries(
    {
      id: call.id,
      rounds: call.rounds,
      cancelled: call.cancelled,
      title: reader.say('feed.deadlineOf', { title: flat(call.title) }),
      lang: call.lang,
      location: placeWords(reader, call),
      url: item.url,
      categories: [...(call.type === null ? [] : [reader.term('opportunity-type', call.type)]), ...item.tags],
      descriptions: call.rounds.map(description),
    },
    { host: telling.host, stamp: call.changedAt.toTemporalInstant(), sequence },
  )
}

const flat = (title: string) => title.replace(/\s+/g, ' ').trim()

/** An event in a feed: when and where it is, and what the list says of it. */
export function eventItem(telling: Telling, event: EventRow & Dated): FeedItem {
  const { reader } = telling
  const row = eventRow(reader, event)
  const { stated, exactness, utc } = statedTime(reader, event)
  return {
    ...itemOf(telling, 'events', event),
    lines: said([
      row.badge,
      [stated, exactness, utc].filter(Boolean).join(' · '),
      beside(reader, [event.organiser, whereWords(reader, event)]),
      factsOf(row.facts),
      realDateWords(reader, event.realDates),
    ]),
    tags: event.disciplines.map((id) => reader.term('discipline', id)),
    author: event.organiser,
  }
}

/** An event as an entry of a calendar, its changed occurrences behind it; null without a date. */
export function eventEntryOf(telling: Telling, event: StatedEvent, sequence: number): Entry | null {
  const { reader, origin, host, known } = telling
  // Where nothing is known but the day it begins, an end would be made up.
  const isOpenEnded = event.endsTime === null && event.endsOn === event.startsOn
  const described = said([realDateWords(reader, event.realDates), event.summary ?? undefined])
  return eventEntry(
    {
      id: event.id,
      title: event.title,
      summary: described.length === 0 ? null : described.join('\n'),
      original_lang: event.lang,
      kind: event.kind,
      disciplines: event.disciplines,
      themes: event.themes,
      organiser: event.organiser,
      venue: event.venue,
      city: event.city,
      country_code: event.country,
      online_url: event.onlineUrl,
      attendance: event.attendance,
      start_date: event.startsOn,
      start_time: event.startsTime,
      end_date: isOpenEnded && event.startsTime !== null ? null : event.endsOn,
      end_time: event.endsTime,
      zone: event.zone,
      date_precision: event.precision,
      status: event.state,
      url: origin + reader.href(`/events/${event.slug}`),
      recurrence: event.recurrence,
    },
    {
      known,
      host,
      stamp: event.changedAt.toTemporalInstant(),
      sequence,
      naming: { term: reader.term, country: reader.format.country },
    },
  )
}

/** An article in a feed: by whom, where and when it was published, and what it is about. */
export function articleItem(telling: Telling, article: ArticleRow & Dated): FeedItem {
  const { reader } = telling
  const row = articleRow(reader, article)
  const { publishedOn } = article
  return {
    ...itemOf(telling, 'articles', article),
    lines: said([
      publishedOn === null ? undefined : reader.format.date(publishedOn),
      beside(reader, [...article.authors, article.publisher]),
      factsOf(row.facts),
    ]),
    tags: article.themes.map((id) => reader.term('theme', id)),
    author: article.authors.length === 0 ? article.publisher : reader.format.list(article.authors),
  }
}
