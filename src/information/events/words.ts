import type { RowProps } from '../../design/index.ts'
import type { Reader } from '../readers/model.ts'
import { beside, realDateWords } from '../records/words.ts'
import { shortTime } from '../times/words.ts'
import type { EventRow } from './model.ts'

/** An event as a row of a list. */
export function eventRow(reader: Reader, event: EventRow): RowProps {
  const { locale, say, term } = reader
  const kind = event.kind === null ? [] : [term('event-kind', event.kind)]
  const disciplines = event.disciplines.map((id) => term('discipline', id))
  return {
    locale,
    when: shortTime(reader, event),
    title: { text: event.title, lang: event.lang },
    href: reader.href(`/events/${event.slug}`),
    lines: [beside(reader, [event.organiser, whereWords(reader, event)])].filter(Boolean),
    facts: [...kind, ...disciplines, ...(event.repeats ? [say('event.repeats')] : [])].map((text) => ({
      text,
    })),
    tile: event.id,
    badge: event.state === 'confirmed' ? undefined : say(`event.state.${event.state}`),
    note: realDateWords(reader, event.realDates),
  }
}

/** Where an event is: city and country, or online, or both; empty when nothing of it is known. */
export function whereWords(
  reader: Reader,
  { city, country, attendance }: Pick<EventRow, 'city' | 'country' | 'attendance'>,
): string {
  const { say, format } = reader
  const place = [city, country && format.country(country)].filter(Boolean).join(', ')
  return beside(reader, [place, attendance === 'on-site' ? null : say(`event.${attendance}`)])
}
