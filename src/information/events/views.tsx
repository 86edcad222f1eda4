import { pieceOf, type RecordText, type ShownPicture } from '../../community/index.ts'
import {
  Columns,
  Crumbs,
  DeadlineBox,
  Fact,
  Facts,
  Link,
  Moment,
  Notice,
  Row,
  Rows,
  Section,
  Text,
} from '../../design/index.ts'
import { ConveningLists, ConveningNumbers } from '../convenings/views.tsx'
import type { CalendarLinks } from '../feeds/model.ts'
import { CalendarLine } from '../feeds/views.tsx'
import { ListBody, type ListFacts } from '../lists/views.tsx'
import type { Reader } from '../readers/model.ts'
import {
  FirstPicture,
  OtherPictures,
  RecordHeading,
  RecordPiece,
  RecordTile,
  RecordTools,
  SourceFacts,
  TermLinks,
} from '../records/views.tsx'
import { realDateWords } from '../records/words.ts'
import { DatesSection } from '../occurrences/views.tsx'
import type { DateRow } from '../occurrences/model.ts'
import { progressWords, statedTime } from '../times/words.ts'
import type { EventDetail, EventRow } from './model.ts'
import { eventRow, whereWords } from './words.ts'

export function EventsBody({ facts, events }: { facts: ListFacts; events: EventRow[] }) {
  const { reader } = facts
  const calendar = <Link href={reader.href('/events/calendar')}>{reader.say('events.asCalendar')}</Link>
  return (
    <ListBody facts={facts} above={<p>{calendar}</p>}>
      {events.map((event) => (
        <Row {...eventRow(reader, event)} />
      ))}
    </ListBody>
  )
}

/** An event with what belongs to it, as far as the viewer may see it. */
export type EventFacts = {
  event: EventDetail
  texts: RecordText[]
  pictures: ShownPicture[]
  parent: EventRow | undefined
  parts: EventRow[]
  /** The dates to come of an event that repeats, the first few. */
  dates: DateRow[]
  related: EventRow[]
  /** Pages that names of the event have. */
  organiser: { slug: string } | undefined
  programme: { slug: string; title: string; lang: string } | undefined
  /** The event for calendars; none without a date. */
  calendar: CalendarLinks | undefined
}

type Shown = { reader: Reader; facts: EventFacts }

/** An event: when it is first, then what and where, and what it holds. */
export function EventBody({ reader, facts }: Shown) {
  const { event, texts, pictures, parts, related } = facts
  const { say, href } = reader
  const aside = (
    <>
      <RecordTile id={event.id} pictures={pictures} />
      <Facts>
        <SourceFacts reader={reader} sources={event} />
      </Facts>
      {facts.calendar ? <CalendarLine reader={reader} links={facts.calendar} /> : null}
      <RecordTools reader={reader} texts={texts} path={`/events/${event.slug}`} />
    </>
  )
  return (
    <article>
      <Crumbs locale={reader.locale} items={[{ href: href('/events'), label: say('events.title') }]} />
      <RecordHeading reader={reader} texts={texts} />
      <Columns main={<Main reader={reader} facts={facts} />} aside={aside} />
      {event.repeats ? <DatesSection reader={reader} event={event} dates={facts.dates} /> : null}
      <Events reader={reader} title={say('event.parts')} events={parts} />
      <Events reader={reader} title={say('event.related')} events={related} />
    </article>
  )
}

function Main({ reader, facts }: Shown) {
  const { event, texts, pictures } = facts
  const { convening, originalLang: lang } = event
  // The theme of a meeting is its summary where nobody has written another.
  const theme = pieceOf(texts, 'summary')?.text === convening?.theme
  return (
    <>
      {event.state === 'confirmed' ? null : (
        <Notice tone="warning">{reader.say(`event.state.${event.state}`)}</Notice>
      )}
      <FirstPicture reader={reader} pictures={pictures} />
      <When reader={reader} event={event} />
      {theme ? null : <RecordPiece reader={reader} texts={texts} piece="summary" />}
      <RecordPiece reader={reader} texts={texts} piece="body" />
      <OtherPictures reader={reader} pictures={pictures} />
      <Facts>
        {convening && <ConveningNumbers reader={reader} facts={convening} lang={lang} />}
        <PlainFacts reader={reader} facts={facts} />
        <AboutFacts reader={reader} event={event} />
      </Facts>
      {convening && <ConveningLists reader={reader} facts={convening} lang={lang} />}
    </>
  )
}

/** When it is: as stated, in UTC and, with script, where the reader is. */
function When({ reader, event }: { reader: Reader; event: EventDetail }) {
  const { stated, exactness, utc, instant } = statedTime(reader, event)
  const over = event.endsAt !== null && event.endsAt <= new Date(reader.now.epochMilliseconds)
  const moment =
    utc !== undefined && instant !== undefined ? (
      <Moment instant={instant} words={utc} sentence={reader.say('call.yours', { moment: '{moment}' })} />
    ) : null
  const several = event.repeats ? reader.say('event.repeats') : ''
  const lines = [
    progressWords(reader, event),
    exactness,
    moment,
    several,
    realDateWords(reader, event.realDates),
  ]
  return <DeadlineBox tone={over ? 'closed' : 'open'} stated={stated} lines={lines.filter(Boolean)} />
}

function PlainFacts({ reader, facts }: Shown) {
  const { say } = reader
  const { event, parent, programme } = facts
  return (
    <>
      {parent && (
        <Fact name={say('event.partOf')}>
          <RecordLink reader={reader} href={`/events/${parent.slug}`} record={parent} />
        </Fact>
      )}
      <Fact name={say('event.where')}>
        <Where reader={reader} event={event} />
      </Fact>
      <Fact name={say('event.organiser')}>
        <Organiser reader={reader} facts={facts} />
      </Fact>
      {programme && (
        <Fact name={say('record.programme')}>
          <RecordLink reader={reader} href={`/programmes/${programme.slug}`} record={programme} />
        </Fact>
      )}
    </>
  )
}

function RecordLink(props: { reader: Reader; href: string; record: { title: string; lang: string } }) {
  const { reader, href, record } = props
  return (
    <Link href={reader.href(href)}>
      <Text text={{ text: record.title, lang: record.lang }} locale={reader.locale} />
    </Link>
  )
}

function Where({ reader, event }: { reader: Reader; event: EventDetail }) {
  const { say, locale } = reader
  const words = whereWords(reader, event)
  const { venue, onlineUrl, originalLang } = event
  return (
    <>
      {words === '' && venue === null ? say('call.notStated') : words}
      {venue === null ? null : <Text as="p" text={{ text: venue, lang: originalLang }} locale={locale} />}
      {onlineUrl === null ? null : (
        <p>
          <Link href={onlineUrl} external>
            {say('event.join')}
          </Link>
        </p>
      )}
    </>
  )
}

function Organiser({ reader, facts: { event, organiser } }: Shown) {
  if (event.organiser === null) return <>{reader.say('call.notStated')}</>
  const record = { title: event.organiser, lang: event.originalLang }
  if (organiser)
    return <RecordLink reader={reader} href={`/organisations/${organiser.slug}`} record={record} />
  return <Text text={{ text: record.title, lang: record.lang }} locale={reader.locale} />
}

function AboutFacts({ reader, event }: { reader: Reader; event: EventDetail }) {
  const { say } = reader
  const terms = [
    [say('event.kind'), 'type', 'event-kind', event.kind === null ? [] : [event.kind]],
    [say('record.disciplines'), 'discipline', 'discipline', event.disciplines],
    [say('record.themes'), 'theme', 'theme', event.themes],
  ] as const
  return (
    <>
      {terms
        .filter(([, , , ids]) => ids.length > 0)
        .map(([name, parameter, vocabulary, ids]) => (
          <Fact name={name}>
            <TermLinks {...{ reader, list: '/events', parameter, vocabulary, ids: [...ids] }} />
          </Fact>
        ))}
    </>
  )
}

function Events({ reader, title, events }: { reader: Reader; title: string; events: EventRow[] }) {
  if (events.length === 0) return null
  return (
    <Section title={title}>
      <Rows>
        {events.map((event) => (
          <Row {...eventRow(reader, event)} />
        ))}
      </Rows>
    </Section>
  )
}
