import { Heading, Link, MonthGrid } from '../../design/index.ts'
import type { Reader } from '../readers/model.ts'
import type { Day, DayEvent, Month } from './model.ts'

export function CalendarBody({
  reader,
  month,
  days,
  today,
}: {
  reader: Reader
  month: Month
  days: Day[]
  today: string
}) {
  const { say } = reader
  const list = reader.href(listAddressOf(month.first, month.last))
  return (
    <>
      <Heading text={say('calendar.title')} lead={say('calendar.lead')} locale={reader.locale} />
      <p>
        <Link href={list}>{say('events.asList')}</Link>
      </p>
      <MonthGrid
        locale={reader.locale}
        month={month.name}
        previous={neighbour(reader, month.previous)}
        next={neighbour(reader, month.next)}
        days={days.map((day) => gridDay(reader, day))}
        today={today}
      />
    </>
  )
}

/** The list of everything that touches these days. */
function listAddressOf(from: string, to: string): string {
  return `/events?from=${from}&to=${to}`
}

function neighbour({ href, format }: Reader, month: string | undefined) {
  if (month === undefined) return undefined
  return { href: href(`/events/calendar?month=${month}`), label: format.month(month) }
}

function gridDay(reader: Reader, { day, events, hidden }: Day) {
  const items = events.map((event) => gridItem(reader, event, day))
  if (hidden === 0) return { day, items }
  const more = {
    href: reader.href(listAddressOf(day, day)),
    label: reader.say('calendar.more', { count: hidden }),
  }
  return { day, items, more }
}

function gridItem({ href, say }: Reader, { title, lang, slug, startsOn, state }: DayEvent, day: string) {
  return {
    label: title,
    lang,
    href: href(`/events/${slug}`),
    continued: day > startsOn,
    ...(state === 'confirmed' ? {} : { state: say(`event.state.${state}`) }),
  }
}
