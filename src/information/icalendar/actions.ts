import { createHash } from 'node:crypto'
import { type Known, recordId } from '../../community/index.ts'
import { slugFrom } from '../../platform/index.ts'
import type { Frame, Opening, Piece, RefusedPiece } from '../files/model.ts'
import { FileFault } from '../import/model.ts'
import { type CalendarProperty, type Component, componentText, nameOf, partsOf } from './lines/model.ts'
import { readEvent } from './model.ts'
import { ownText } from './own/model.ts'
import { type Properties, PropertyFault, readProperties, textOf } from './properties/model.ts'
import type { Zones } from './times/model.ts'
import { isPlace, namedZone, zoneByRules } from './zones/model.ts'

/** Characters of changed occurrences held at once, as they may stand anywhere in a file. */
const mostChanged = 32 * 1024 * 1024
const mostZones = 200

type Calendar = { zones: Map<string, Component>; zone: string | undefined; cancelled: boolean }

/** What must be known of a file before its events can be read, wherever in it that stands. */
export type CalendarHead = {
  calendars: Calendar[]
  /** Changed occurrences by calendar and UID. */
  changed: Map<string, Changed[]>
  whole: boolean
  frame: Frame
}

type Changed = { component: Component; index: number }

export type CalendarOptions = { known: Known; zone?: string | undefined }

/** Reads what a calendar says beside its events. Throws FileFault for a file that is no calendar. */
export async function readCalendarHead(open: Opening): Promise<CalendarHead> {
  const head: CalendarHead = { calendars: [], changed: new Map(), whole: true, frame: frameOf([]) }
  let held = 0
  let index = -1
  for await (const part of partsOf(open())) {
    if ('whole' in part) head.whole = part.whole
    else if ('property' in part) takeProperty(calendarAt(head, part.calendar), part)
    else if (part.name === 'VTIMEZONE') takeZone(calendarAt(head, part.calendar), part)
    else if (part.name === 'VEVENT') {
      index += 1
      calendarAt(head, part.calendar)
      if (part.fault !== null || !isChange(part)) continue
      held += part.lines.reduce((sum, { text }) => sum + text.length, 0)
      if (held > mostChanged)
        throw new FileFault('The file changes more single occurrences than can be held at once.')
      const changed = head.changed.get(keyOf(part)) ?? []
      changed.push({ component: part, index })
      head.changed.set(keyOf(part), changed)
    }
  }
  if (head.calendars.length === 0 && !head.whole)
    throw new FileFault('The file holds no calendar (BEGIN:VCALENDAR).')
  return { ...head, frame: frameOf(head.calendars) }
}

function calendarAt(head: CalendarHead, at: number): Calendar {
  const calendar = head.calendars[at] ?? { zones: new Map(), zone: undefined, cancelled: false }
  head.calendars[at] = calendar
  return calendar
}

function takeProperty(calendar: Calendar, { property }: CalendarProperty): void {
  const value = property.text.replace(/^[^:]*:/, '').trim()
  const name = nameOf(property.text)
  if (name === 'VERSION' && value === '1.0') {
    throw new FileFault('The file is vCalendar 1.0, which came before iCalendar: save it as iCalendar 2.0.')
  }
  if (name === 'METHOD') calendar.cancelled = value.toUpperCase() === 'CANCEL'
  if (name === 'X-WR-TIMEZONE' || name === 'TIMEZONE-ID') calendar.zone = namedZone(value)
}

function takeZone({ zones }: Calendar, component: Component): void {
  const name = component.lines
    .find(({ text }) => nameOf(text) === 'TZID')
    ?.text.replace(/^[^:]*:/, '')
    .trim()
  if (name !== undefined && component.fault === null && zones.size < mostZones && !zones.has(name)) {
    zones.set(name, component)
  }
}

const isChange = ({ lines }: Component) => lines.some(({ text }) => nameOf(text) === 'RECURRENCE-ID')

function keyOf({ calendar, lines }: Component): string {
  const uid = lines
    .find(({ text }) => nameOf(text) === 'UID')
    ?.text.replace(/^[^:]*:/, '')
    .trim()
  return `${calendar} ${uid ?? ''}`
}

function frameOf(calendars: Calendar[]): Frame {
  const zones = calendars.flatMap(({ zones }) => [...zones.values()].map(componentText))
  const before = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Caravanserai//Refused records//EN', ...zones]
  return { before: `${before.join('\r\n')}\r\n`, between: '\r\n', after: '\r\nEND:VCALENDAR\r\n' }
}

/**
 * Every event of a file as a raw record, with the changed occurrences of its series; faults for those that cannot be
 * read, for changes of events that are not in the file, and for a file without its end.
 */
export async function* readCalendar(
  open: Opening,
  head: CalendarHead,
  options: CalendarOptions,
): AsyncGenerator<Piece> {
  const waiting = new Map(head.changed)
  const zones = head.calendars.map((calendar) => zonesOf(calendar, options.zone))
  let index = -1
  for await (const part of partsOf(open())) {
    if (!('name' in part) || part.name !== 'VEVENT') continue
    index += 1
    if (part.fault === null && isChange(part)) continue
    const [calendar, own] = [head.calendars[part.calendar], zones[part.calendar]]
    if (!calendar || !own) throw new FileFault('The file was changed while it was read.')
    const changed = waiting.get(keyOf(part)) ?? []
    const reading = { known: options.known, zones: own, cancelled: calendar.cancelled }
    const { piece, repeats } = pieceOf(part, index, changed, reading)
    yield piece
    if (repeats || 'faults' in piece) waiting.delete(keyOf(part))
  }
  for (const changed of waiting.values()) yield* changed.map(orphan)
  if (!head.whole) yield cutShort(index + 1)
}

function pieceOf(
  component: Component,
  index: number,
  changed: Changed[],
  reading: Parameters<typeof readEvent>[2],
): { piece: Piece; repeats: boolean } {
  const place = { index, line: component.line }
  const text = [component, ...changed.map((one) => one.component)].map(componentText).join('\r\n')
  const refused = (fault: PropertyFault['fault'], id: string | null) => ({
    piece: { place, id, faults: [fault], text },
    repeats: false,
  })
  if (component.fault !== null)
    return refused({ field: '(event)', value: null, reason: component.fault }, null)
  const strange = component.lines.find((line) => /[\0\uFFFD]/.test(line.text))
  if (strange)
    return refused(
      { field: `line ${strange.number}`, value: strange.text.slice(0, 200), reason: notText },
      null,
    )
  let id: string | null = null
  try {
    const properties = readProperties(component.lines)
    id = idOf(properties)
    const { raw, origin } = readEvent(
      properties,
      changed.map((one) => readProperties(one.component.lines)),
      reading,
    )
    return { piece: { place, raw: { id, ...raw }, text, origin }, repeats: raw.recurrence !== undefined }
  } catch (error) {
    if (error instanceof PropertyFault) return refused(error.fault, id)
    throw error
  }
}

const notText = 'holds NUL bytes, or bytes that are not UTF-8'

/**
 * The id of an event: the one our own export states, or else words of its UID for people, and enough of the hash of the
 * whole UID that no two meet. Without a UID, what does not change when the calendar is written again stands in for it:
 * start, title and place.
 */
function idOf(properties: Properties): string {
  const own = recordId.safeParse(ownText(properties, 'id'))
  if (own.success) return own.data
  const uid = textOf(properties.one('UID'))
  const content = ['DTSTART', 'SUMMARY', 'LOCATION'].map((name) => properties.one(name)?.source ?? '')
  const hash = createHash('sha256')
    .update(uid ?? JSON.stringify(content))
    .digest('hex')
    .slice(0, 16)
  const words = slugFrom((uid ?? textOf(properties.one('SUMMARY')) ?? '').slice(0, 200)).slice(0, 40)
  return `${words.replace(/-$/, '') || 'event'}-${hash}`
}

function orphan({ component, index }: Changed): RefusedPiece {
  const id = component.lines.find(({ text }) => nameOf(text) === 'RECURRENCE-ID')
  const value = id ? id.text.replace(/^[^:]*:/, '').slice(0, 200) : null
  const reason = 'changes one occurrence of an event that is not in the file, or that does not repeat'
  const place = { index, line: component.line }
  return {
    place,
    id: null,
    faults: [{ field: 'RECURRENCE-ID', value, reason }],
    text: componentText(component),
  }
}

function cutShort(index: number): RefusedPiece {
  const reason = 'has no end (END:VCALENDAR): it may have been cut short, and more events have stood in it'
  return {
    place: { index, line: null },
    id: null,
    faults: [{ field: '(file)', value: null, reason }],
    text: '',
  }
}

/** The zones of one calendar; each name is looked up once for a year. */
function zonesOf(calendar: Calendar, declared: string | undefined): Zones {
  const found = new Map<string, string | undefined>()
  return {
    floating: declared ?? calendar.zone,
    named(name, year) {
      const key = `${year} ${name}`
      if (!found.has(key)) found.set(key, zoneOf(calendar, name, year))
      return found.get(key)
    },
  }
}

/** A name of a place is believed; any other is asked whether the clock described for it agrees. */
function zoneOf({ zones }: Calendar, name: string, year: number): string | undefined {
  const described = zones.get(name.trim())
  const byName = namedZone(name)
  if (!described || (byName !== undefined && isPlace(name))) return byName
  const own = described.lines
    .find(({ text }) => nameOf(text) === 'X-LIC-LOCATION')
    ?.text.replace(/^[^:]*:/, '')
  return zoneByRules(described, year, [byName, own, name].join(' ')) ?? byName
}
