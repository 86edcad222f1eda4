/** One entry of a calendar (VEVENT, RFC 5545 and 7986) as the raw record of an event. Pure. */
import type { Known } from '../../community/index.ts'
import type { Origin } from '../files/model.ts'
import { sortCategories } from './categories/model.ts'
import { isOwnName, ownFields, ownText } from './own/model.ts'
import { type Where, whereOf } from './places/model.ts'
import { type Properties, type Property, PropertyFault, textOf } from './properties/model.ts'
import { mostChanges } from '../recurrence/model.ts'
import { changeOf, type Change, recurrenceOf, type Recurrence } from './recurrence/model.ts'
import { plainText, textsOf } from './texts/model.ts'
import { endOf, timesOf, type When, whenOf, type Zones } from './times/model.ts'

/** What an event is read with: the house's words, the zones of its calendar, and whether all of it is called off. */
export type Reading = { known: Known; zones: Zones; cancelled: boolean }

/** An event as files of events hold it, but for its id; `recurrence` only where it repeats. */
export type EventRaw = Record<string, unknown> & { title: string | null; recurrence?: Recurrence }

export type ReadEvent = { raw: EventRaw; origin: Origin }

/** Reads an entry together with those that change single occurrences of it. Throws PropertyFault. */
export function readEvent(properties: Properties, changed: Properties[], reading: Reading): ReadEvent {
  const { known, zones } = reading
  const start = startOf(properties, zones)
  const end = endOf(start, properties.one('DTEND'), properties.one('DURATION'), zones)
  const title = textOf(properties.one('SUMMARY'))?.replace(/\s+/g, ' ') ?? null
  const recurrence = recurrenceOf(properties, start, end, zones)
  const categories = sortCategories(
    properties.all('CATEGORIES').flatMap(({ values }) => values.map(trimmed)),
    known,
  )
  const where = whereOf(textOf(properties.one('LOCATION')), conferenceOf(properties), known)
  const { disciplines, themes, kind } = categories
  const raw: EventRaw = {
    title,
    ...textsOf(descriptionOf(properties)),
    ...langOf(properties.one('SUMMARY')),
    ...(isPrivate(properties) ? { state: 'draft' } : {}),
    kind,
    disciplines,
    themes,
    organiser: organiserOf(properties.one('ORGANIZER')),
    ...where,
    ...wholeDayTimes(properties, start, end),
    status: statusOf(properties, reading.cancelled) ?? 'confirmed',
    url: webAddressOf(properties.one('URL')),
    ...ownFields(properties),
  }
  if (recurrence)
    raw.recurrence = { ...recurrence, changes: changesOf(recurrence, changed, { start, title }, reading) }
  const others = {
    ...unread(properties, where),
    ...unreadOfChanged(properties, changed),
    ...(categories.others.length > 0 ? { CATEGORIES: categories.others } : {}),
  }
  return { raw, origin: { uid: textOf(properties.one('UID')), properties: bounded(others) } }
}

const trimmed = (text: string) => text.trim()

function startOf(properties: Properties, zones: Zones): When {
  const property = properties.one('DTSTART')
  if (!property) throw new PropertyFault('DTSTART', '', 'is missing: the event says not when it begins')
  return whenOf(property, zones)
}

/** Outlook marks whole days that it writes as times from midnight to midnight. */
function wholeDayTimes(properties: Properties, start: When, end: When | undefined) {
  const marked = textOf(properties.one('X-MICROSOFT-CDO-ALLDAYEVENT')) === 'TRUE'
  const atMidnight = [start, end].every(
    (when) => when === undefined || when.wall.toPlainTime().equals('00:00'),
  )
  if (!marked || !atMidnight || properties.one('RRULE')) return timesOf(start, end)
  return timesOf({ ...start, zone: null }, end && { ...end, zone: null })
}

/** Changes of single occurrences; one stated twice is as the later version (SEQUENCE) has it. */
function changesOf(
  recurrence: Recurrence,
  changed: Properties[],
  event: { start: When; title: string | null },
  { zones, cancelled }: Reading,
): Change[] {
  if (changed.length > mostChanges) {
    throw new PropertyFault(
      'RECURRENCE-ID',
      '',
      `changes more than ${mostChanges.toLocaleString('en')} occurrences`,
    )
  }
  const version = (one: Properties) => Number(textOf(one.one('SEQUENCE')) ?? 0) || 0
  const inOrder = changed.toSorted((a, b) => version(a) - version(b))
  const read = inOrder.map((one) => changeOf(one, event, statusOf(one, cancelled), zones))
  const byStart = new Map([...recurrence.changes, ...read].map((change) => [change.of, change]))
  return [...byStart.values()].toSorted((a, b) => (a.of < b.of ? -1 : 1))
}

const statuses: Record<string, string> = {
  CONFIRMED: 'confirmed',
  TENTATIVE: 'tentative',
  CANCELLED: 'cancelled',
  // As some producers spell it.
  CANCELED: 'cancelled',
}

function statusOf(properties: Properties, cancelled: boolean): string | null {
  if (cancelled) return 'cancelled'
  const own = ownText(properties, 'status')
  if (own !== null) return own
  return statuses[textOf(properties.one('STATUS'))?.toUpperCase() ?? ''] ?? null
}

/** What was marked as nobody else's business is not published by being imported. */
function isPrivate(properties: Properties): boolean {
  return /^(PRIVATE|CONFIDENTIAL)$/i.test(textOf(properties.one('CLASS')) ?? '')
}

function descriptionOf(properties: Properties): string | null {
  const html = properties
    .all('X-ALT-DESC')
    .find(({ parameters }) => /html/i.test(parameters['fmttype'] ?? 'html'))
  return textOf(properties.one('DESCRIPTION')) ?? (html ? plainText(unescaped(textOf(html) ?? '')) : null)
}

// ical.js leaves properties it does not know as they are.
const unescaped = (text: string) =>
  text.replace(/\\([\\;,nN])/g, (_, letter: string) => (/n/i.test(letter) ? '\n' : letter))

/** `en-us` says no more than `en` of a text; what follows a language otherwise (a script) does. */
function langOf(title: Property | undefined): { original_lang?: string } {
  const [, lang, rest = ''] =
    /^([a-z]{2,3})((?:-[a-z0-9]{2,8})*)$/i.exec(title?.parameters['language'] ?? '') ?? []
  if (lang === undefined) return {}
  return { original_lang: lang.toLowerCase() + rest.replace(/-([a-z]{2}|\d{3})$/i, '') }
}

/** Who invites, by name; a mere mail address is nobody to show. Some producers write the name as addresses write it. */
function organiserOf(property: Property | undefined): string | null {
  const name = percentDecoded(property?.parameters['cn']?.replace(/^["']|["']$/g, '').trim() ?? '')
  return name === '' || name.includes('@') ? null : name
}

function percentDecoded(text: string): string {
  if (!/%[0-9a-f]{2}/i.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const conferences = [
  'CONFERENCE',
  'X-GOOGLE-CONFERENCE',
  'X-MICROSOFT-SKYPETEAMSMEETINGURL',
  'X-MICROSOFT-ONLINEMEETINGEXTERNALLINK',
]

function conferenceOf(properties: Properties): string | null {
  const found = conferences.flatMap((name) => properties.all(name).map(webAddressOf))
  return found.find((address) => address !== null) ?? null
}

function webAddressOf(property: Property | undefined): string | null {
  const text = textOf(property) ?? ''
  const url = URL.parse(text)
  return url && /^https?:$/.test(url.protocol) ? text : null
}

// Read above, or said of the file (when it was written) and not of the event, or of private persons.
const read = new Set([
  ...'UID DTSTART DTEND DURATION RRULE RDATE EXDATE SUMMARY DESCRIPTION LOCATION CATEGORIES ORGANIZER'.split(
    ' ',
  ),
  ...'DTSTAMP ATTENDEE CLASS X-MICROSOFT-CDO-ALLDAYEVENT'.split(' '),
  ...conferences,
])

/** Everything an event says that no field of a record takes, kept with its source. */
function unread(properties: Properties, where: Where): Record<string, string[]> {
  const isRead = (name: string, property: Property | undefined) =>
    isOwnName(name) ||
    (read.has(name) && !(conferences.includes(name) && where.online_url === null)) ||
    (name === 'URL' && webAddressOf(property) !== null) ||
    (name === 'X-ALT-DESC' && textOf(properties.one('DESCRIPTION')) === null) ||
    (name === 'STATUS' && statuses[textOf(property)?.toUpperCase() ?? ''] !== undefined)
  const names = properties.names().filter((name) => !isRead(name, properties.one(name)))
  const repeats = properties.one('RRULE') ?? properties.one('RDATE')
  // Exceptions from a rule that is not there mean nothing, but they were said.
  if (!repeats && properties.one('EXDATE')) names.push('EXDATE')
  return Object.fromEntries(names.map((name) => [name, properties.all(name).map(({ source }) => source)]))
}

/** Words and places that only one occurrence has; a change keeps no more than its time, state and title. */
function unreadOfChanged(properties: Properties, changed: Properties[]): Record<string, string[]> {
  const entries = changed.flatMap((one) => {
    const of = one.one('RECURRENCE-ID')?.values[0] ?? ''
    const own = ['DESCRIPTION', 'LOCATION', 'URL'].flatMap((name) => one.one(name) ?? [])
    const other = own.filter(({ name, source }) => source !== '' && source !== properties.one(name)?.source)
    return other.map(({ name, source }) => ({ name: `${name} of ${of}`, values: [source] }))
  })
  return Object.fromEntries(entries.map(({ name, values }) => [name, values]))
}

const longestValue = 2000
const mostValues = 100

/** As much of them as is worth keeping; a picture written into the file is not. */
function bounded(properties: Record<string, string[]>): Record<string, string[]> {
  const cut = (value: string) =>
    /ENCODING=BASE64/i.test(value.slice(0, 300)) || value.length > longestValue
      ? `${value.slice(0, 200)}… (${value.length.toLocaleString('en')} characters)`
      : value
  return Object.fromEntries(
    Object.entries(properties)
      .slice(0, mostValues)
      .map(([name, values]) => [name, values.slice(0, mostValues).map(cut)]),
  )
}
