/** Events, in the form files of events have, as entries of a calendar (VEVENT). Pure. */
import { z } from 'zod'
import { type Known, termName } from '../../../../community/index.ts'
import { foldText, listOf, maybe } from '../../../../platform/index.ts'
import { readEvent } from '../../model.ts'
import { type HeldField, heldFields, ownName } from '../../own/model.ts'
import { readProperties } from '../../properties/model.ts'
import { namedZone } from '../../zones/model.ts'
import { lineOf, textLine } from '../lines/model.ts'
import type { Entry } from '../model.ts'
import {
  isUniversal,
  momentLine,
  momentOf,
  ruleLine,
  spanOf,
  stampLine,
  type StatedTime,
} from '../times/model.ts'
import { spelled } from '../zones/model.ts'

// A calendar has one kind of line end within text.
const words = z.string().transform((given) => given.replace(/\r\n?/g, '\n'))
const text = maybe(words)
const times = { start_time: text, end_date: text, end_time: text }

/** What a calendar can hold of an event in a file; whatever else stands in the record is passed over. */
const heldShape = z.object({
  id: z.string(),
  title: words,
  summary: text,
  body: text,
  original_lang: z
    .string()
    .nullish()
    .transform((lang) => lang ?? 'en'),
  state: z
    .string()
    .nullish()
    .transform((state) => state ?? 'published'),
  kind: text,
  disciplines: listOf(z.string()),
  themes: listOf(z.string()),
  organiser: text,
  venue: text,
  city: text,
  country_code: text,
  online: maybe(z.boolean()),
  online_url: text,
  attendance: text,
  start_date: text,
  ...times,
  zone: text,
  date_precision: maybe(z.enum(['day', 'month', 'year'])),
  status: z
    .string()
    .nullish()
    .transform((status) => status ?? 'confirmed'),
  url: text,
  recurrence: maybe(
    z.object({
      rule: text,
      dates: listOf(z.string()),
      except: listOf(z.string()),
      changes: listOf(z.object({ of: z.string(), start_date: text, ...times, status: text, title: text })),
    }),
  ),
})

type Held = z.output<typeof heldShape>
type Change = NonNullable<Held['recurrence']>['changes'][number]

export type EventOptions = {
  known: Known
  /** The host of the house, which makes ids unique in the world: `event-7@portal.example`. */
  host: string
  /** When the record was last changed, and the how-manieth change that was. */
  stamp: Temporal.Instant
  sequence: number
  /**
   * How a reader calls terms and countries. Such an entry is for reading: it is without the properties of our own by which
   * an export comes back as it was.
   */
  naming?: { term(vocabulary: string, id: string): string; country(code: string): string }
}

/**
 * An event as an entry, its changed occurrences behind it; null without a date, which a calendar cannot hold. Our own
 * reader makes the same record of it again, as far as calendars hold one; CR and CRLF within text come back as LF.
 */
export function eventEntry(record: unknown, options: EventOptions): Entry | null {
  const event = heldShape.parse(record)
  const zone = event.zone === null ? null : spelled(event.zone)
  const time = timeLines({ ...event, zone })
  if (time === null) return null
  const facts = [...time, ...factLines(event, options)]
  const identity = identityLines(event, options)
  const changed = event.recurrence?.changes.map((change) => changeLines(event, change, zone)) ?? []
  return {
    lines: [
      ...entryLines([
        ...identity,
        ...facts,
        ...repeatLines(event, zone),
        ...(options.naming ? [] : ownLines(event, facts, options.known)),
      ]),
      ...changed.flatMap((lines) => entryLines([...identity, ...lines])),
    ],
    zones: isUniversal(zone) ? [] : [zone],
  }
}

const entryLines = (lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']

function identityLines({ id }: Held, { host, stamp, sequence, naming }: EventOptions): string[] {
  return [
    textLine('UID', `${id}@${host}`),
    stampLine(stamp),
    `SEQUENCE:${sequence}`,
    ...(naming ? [] : [textLine(ownName('id'), id)]),
  ]
}

function timeLines(stated: StatedTime): string[] | null {
  const span = spanOf(stated)
  if (span === null) return null
  const end = span.end === null ? [] : [momentLine('DTEND', [span.end], stated.zone)]
  return [momentLine('DTSTART', [span.start], stated.zone), ...end]
}

function repeatLines({ recurrence }: Held, zone: string | null): string[] {
  if (recurrence === null) return []
  const listed = (name: string, keys: string[]) =>
    keys.length === 0 ? [] : [momentLine(name, keys.map(momentOf), zone)]
  return [
    ...(recurrence.rule === null ? [] : [ruleLine(recurrence.rule, zone)]),
    ...listed('RDATE', recurrence.dates),
    ...listed('EXDATE', recurrence.except),
  ]
}

function changeLines(event: Held, change: Change, zone: string | null): string[] {
  const of = momentOf(change.of)
  const stated = { ...change, start_date: change.start_date ?? of.date, zone, date_precision: null }
  return [
    momentLine('RECURRENCE-ID', [of], zone),
    ...(timeLines(stated) ?? []),
    titleLine(change.title ?? flat(event.title), event.original_lang),
    ...(change.status === null ? [] : statusLines(change.status)),
    ...(change.status === 'postponed' ? [textLine(ownName('status'), change.status)] : []),
  ]
}

const flat = (title: string) => title.replace(/\s+/g, ' ').trim()

const titleLine = (title: string, language: string) =>
  lineOf({ name: 'SUMMARY', type: 'text', parameters: { language }, values: [title] })

function factLines(event: Held, options: EventOptions): string[] {
  const description = [event.summary, event.body].filter((part) => part !== null).join('\n\n')
  const location = locationOf(event, options)
  const categories = categoriesOf(event, options)
  return [
    titleLine(flat(event.title), event.original_lang),
    ...(description === '' ? [] : [textLine('DESCRIPTION', description)]),
    ...(location === '' ? [] : [textLine('LOCATION', location)]),
    ...(event.online_url === null ? [] : [addressLine('CONFERENCE', event.online_url)]),
    ...(event.url === null ? [] : [addressLine('URL', event.url)]),
    ...statusLines(event.status),
    ...(categories.length === 0 ? [] : [textLine('CATEGORIES', ...categories)]),
    ...(event.organiser === null ? [] : [organiserLine(event.organiser)]),
    ...(event.state === 'published' ? [] : ['CLASS:PRIVATE']),
  ]
}

// A calendar knows no postponed event; one that is, is not certain.
function statusLines(status: string): string[] {
  return [`STATUS:${status === 'postponed' ? 'TENTATIVE' : status.toUpperCase()}`]
}

/** Its organiser is named; a calendar asks for an address too, and this one is none. */
const organiserLine = (cn: string) =>
  lineOf({ name: 'ORGANIZER', type: 'cal-address', parameters: { cn }, values: ['invalid:nomail'] })

/** An address as URLs are written, since some are read that hold spaces or line ends. */
const addressLine = (name: string, address: string) =>
  lineOf({
    name,
    type: 'uri',
    values: [/^[!-~]+$/.test(address) ? address : (URL.parse(address)?.href ?? '')],
  })

function locationOf(event: Held, { known, naming }: EventOptions): string {
  const named = (code: string) => naming?.country(code) ?? countryName(code, known)
  const country = event.country_code === null ? null : named(event.country_code)
  const place = [event.venue, event.city, country].filter((part) => part !== null && part !== '').join(', ')
  return place === '' && attendanceOf(event) === 'online' && event.online_url === null ? 'Online' : place
}

const attendanceOf = ({ attendance, online }: Held) => attendance ?? (online === true ? 'online' : null)

const english = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

/** The English name of a place where the house knows it by that, or one that it does. */
function countryName(code: string, { places }: Known): string {
  const names = places.find((place) => place.code === code)?.names ?? []
  const usual = /^[A-Z]{2}$/.test(code) ? english.of(code) : undefined
  const isKnown = usual !== undefined && names.some((name) => foldText(name) === foldText(usual))
  return isKnown ? usual : (names[0] ?? code)
}

function categoriesOf({ kind, disciplines, themes }: Held, { known, naming }: EventOptions): string[] {
  const named = (vocabulary: string, ids: string[]) =>
    ids.map((id) => naming?.term(vocabulary, id) ?? termName(known.vocabularies, vocabulary, id, 'en'))
  return [
    ...named('event-kind', kind === null ? [] : [kind]),
    ...named('discipline', disciplines),
    ...named('theme', themes),
  ]
}

/** What is read of these lines is compared with the event; each field that would come back otherwise is stated beside. */
function ownLines(event: Held, facts: string[], known: Known): string[] {
  const properties = readProperties(facts.map((line, number) => ({ number, text: line, cut: false })))
  const zones = { named: namedZone, floating: undefined }
  const { raw } = readEvent(properties, [], { known, zones, cancelled: false })
  const said: Record<string, unknown> = { original_lang: 'en', state: 'published', ...raw }
  const meant: Record<HeldField, string | string[] | null> = { ...event, attendance: attendanceOf(event) }
  return heldFields.flatMap((field) => (isSame(meant[field], said[field]) ? [] : stated(field, meant[field])))
}

const isSame = (meant: string | string[] | null, said: unknown) =>
  JSON.stringify(meant) === JSON.stringify(said ?? null)

function stated(field: HeldField, value: string | string[] | null): string[] {
  const values = [value].flat()
  return (values.length === 0 ? [''] : values).map((one) => textLine(ownName(field), one ?? ''))
}
