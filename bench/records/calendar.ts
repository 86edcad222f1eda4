/** Events as a calendar (RFC 5545). */
import ICAL from 'ical.js'
import type { Recurrence } from '../../src/information/icalendar/recurrence/model.ts'

export const calendarHead =
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Caravanserai//Generated records//EN\r\n'
export const calendarTail = 'END:VCALENDAR\r\n'

/** One event; what calendars have no property for stays behind, and so do moved occurrences. */
export function calendarEntry(record: Record<string, unknown>): string {
  const entry = new ICAL.Component('vevent')
  const text = (name: string, value: unknown) => {
    if (typeof value === 'string') entry.addPropertyWithValue(name, value)
  }
  text('uid', record['id'])
  entry.addPropertyWithValue('dtstamp', ICAL.Time.fromDateTimeString('2027-01-01T00:00:00Z'))
  text('summary', record['title'])
  text('description', record['summary'])
  text('location', `${String(record['city'])}, ${String(record['country_code'])}`)
  text('url', record['url'])
  const from = moment(entry, 'dtstart', record, 'start', 0)
  moment(entry, 'dtend', record, 'end', from === 'day' ? 1 : 0)
  repeat(entry, record)
  return `${entry.toString()}\r\n`
}

function moment(
  entry: ICAL.Component,
  name: string,
  record: Record<string, unknown>,
  which: 'start' | 'end',
  days: number,
): 'day' | 'time' {
  const [date, time, zone] = [
    record[`${which}_date`] ?? record['start_date'],
    record[`${which}_time`],
    record['zone'],
  ]
  const whole = String(date).length === 7 ? `${String(date)}-01` : String(date)
  if (typeof time !== 'string' || typeof zone !== 'string') {
    const day = ICAL.Time.fromDateString(whole)
    // The end of whole days is the first day after them.
    day.adjust(days, 0, 0, 0)
    entry.addPropertyWithValue(name, day)
    return 'day'
  }
  const property = entry.addPropertyWithValue(name, ICAL.Time.fromDateTimeString(`${whole}T${time}:00`))
  property.setParameter('tzid', zone)
  return 'time'
}

function repeat(entry: ICAL.Component, record: Record<string, unknown>): void {
  if (!isRecurrence(record['recurrence'])) return
  const { rule, except } = record['recurrence']
  if (rule !== null) entry.addPropertyWithValue('rrule', ICAL.Recur.fromString(rule))
  for (const off of except) {
    const property = entry.addPropertyWithValue('exdate', ICAL.Time.fromDateTimeString(`${off}:00`))
    property.setParameter('tzid', String(record['zone']))
  }
}

const isRecurrence = (value: unknown): value is Pick<Recurrence, 'rule' | 'except'> =>
  typeof value === 'object' && value !== null && 'rule' in value && 'except' in value
