import type { Locale } from '../../design/index.ts'
import { Crumbs, Heading, Link, Paging, Section, Text } from '../../design/index.ts'
import type { EventDetail } from '../events/model.ts'
import type { Reader } from '../readers/model.ts'
import { statedTime } from '../times/words.ts'
import type { DateRow } from './model.ts'

type Shown = { reader: Reader; event: EventDetail; dates: DateRow[] }

/** The next dates of an event that repeats, and the way to all of them. */
export function DatesSection({ reader, event, dates }: Shown) {
  const { say } = reader
  return (
    <Section title={say('event.dates')}>
      {dates.length > 0 ? (
        <Dates reader={reader} event={event} dates={dates} />
      ) : (
        <p>{say('event.noMore')}</p>
      )}
      <p>
        <Link href={reader.href(datesPath(event.slug))}>{say('event.allDates')}</Link>
      </p>
    </Section>
  )
}

function Dates({ reader, event, dates }: Shown) {
  return (
    <ul class="dates">
      {dates.map((date) => (
        <li>
          <DateLine reader={reader} event={event} date={date} />
        </li>
      ))}
    </ul>
  )
}

function DateLine({ reader, event, date }: { reader: Reader; event: EventDetail; date: DateRow }) {
  const { stated } = statedTime(reader, { ...event, ...date })
  const state = date.state === 'confirmed' ? null : reader.say(`event.state.${date.state}`)
  return (
    <>
      <time datetime={date.startsOn}>{stated}</time>
      {date.title === null ? null : (
        <>
          {' · '}
          <Text text={{ text: date.title, lang: event.originalLang }} locale={reader.locale} />
        </>
      )}
      {state === null ? null : <small class="state"> {state}</small>}
    </>
  )
}

const datesPath = (slug: string) => `/events/${slug}/dates`

/** All dates of an event: those to come, or those past, a page at a time. */
export type DatesFacts = {
  event: EventDetail
  title: { text: string; lang: string }
  dates: DateRow[]
  past: boolean
  page: number
  pages: number
}

export function DatesBody({ reader, facts }: { reader: Reader; facts: DatesFacts }) {
  const { say, href } = reader
  const { event, title, dates, past, page, pages } = facts
  const locale: Locale = reader.locale
  const own = href(datesPath(event.slug))
  return (
    <>
      <Crumbs
        locale={locale}
        items={[
          { href: href('/events'), label: say('events.title') },
          { href: href(`/events/${event.slug}`), label: title.text, lang: title.lang },
        ]}
      />
      <Heading text={say(past ? 'event.past' : 'event.coming')} locale={locale} />
      <p>
        <Link href={past ? own : `${own}?when=past`}>{say(past ? 'event.coming' : 'event.past')}</Link>
      </p>
      {dates.length > 0 ? (
        <Dates reader={reader} event={event} dates={dates} />
      ) : (
        <p>{say(past ? 'event.nonePast' : 'event.noMore')}</p>
      )}
      <Paging
        locale={locale}
        page={page}
        pages={pages}
        hrefOf={(to) => `${own}?${past ? 'when=past&' : ''}page=${to}`}
      />
    </>
  )
}
