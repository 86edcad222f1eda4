import type { Child } from 'hono/jsx'
import type { Reader } from '../readers/model.ts'
import { joined } from '../records/views.tsx'
import type { CalendarLinks, FollowLinks } from './model.ts'

/** Where what a list shows can be followed, in feed readers and calendars. */
export function FollowLine({ reader, links }: { reader: Reader; links: FollowLinks }) {
  // Their names are Latin, and would stand in the wrong order in a line from right to left.
  const feeds = links.feeds.map(({ href, type, label }) => (
    <bdi>
      <a href={href} type={type}>
        {label}
      </a>
    </bdi>
  ))
  const calendar = links.calendar ? calendarLinks(reader, links.calendar) : []
  return <Line label={reader.say('feed.follow')} links={[...feeds, ...calendar]} />
}

/** How one record comes into a calendar. */
export function CalendarLine({ reader, links }: { reader: Reader; links: CalendarLinks }) {
  return <Line label={reader.say('feed.add')} links={calendarLinks(reader, links)} />
}

function Line({ label, links }: { label: string; links: Child[] }) {
  return (
    <p class="follow">
      <small>
        {label}: {joined(links)}
      </small>
    </p>
  )
}

function calendarLinks({ say }: Reader, { file, webcal }: CalendarLinks): Child[] {
  return [
    <a href={webcal}>{say('feed.subscribe')}</a>,
    <a href={file} type="text/calendar">
      {say('feed.file')}
    </a>,
  ]
}
