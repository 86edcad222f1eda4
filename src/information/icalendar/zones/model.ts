/** Which zone of the IANA list a calendar means by a name, or by the rules it describes. Pure. */
import type { Component } from '../lines/model.ts'
import { windowsZone, windowsZones } from './windows/model.ts'

/** The zone of a name as calendars write it, in the spelling of the IANA list; undefined when no zone has that name. */
export function namedZone(name: string): string | undefined {
  const plain = name.trim().replace(/^"(.*)"$/, '$1')
  return (
    universal(plain) ??
    ianaZone(plain) ??
    vendorZone(plain) ??
    windowsZone(plain) ??
    offsetZone(plain) ??
    placed(plain)
  )
}

/** Does a name stand for one place for good? `EST` and the like are used for zones with summer time too. */
export function isPlace(name: string): boolean {
  return name.includes('/') && !/^\/|^tzone:/.test(name) && ianaZone(name) !== undefined
}

function universal(name: string): string | undefined {
  return /^(UTC|Z|GMT|Etc\/(UTC|GMT|UCT|Zulu|Universal)|Universal|Zulu|Greenwich Mean Time|tzone:\/\/Microsoft\/Utc)$/i.test(
    name,
  )
    ? 'UTC'
    : undefined
}

function ianaZone(name: string): string | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(name)) return undefined
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId
  } catch {
    return undefined
  }
}

/** Names with a producer before them, such as `/freeassociation.sourceforge.net/Europe/Berlin`. */
function vendorZone(name: string): string | undefined {
  if (!/^(\/|tzone:)/.test(name)) return undefined
  const parts = name.split('/').filter((part) => part !== '')
  for (const length of [3, 2, 1]) {
    const zone = ianaZone(parts.slice(-length).join('/'))
    if (zone !== undefined && parts.length > length) return zone
  }
  return undefined
}

/** `GMT+0700`, `UTC+7`: whole hours have a zone; its sign is the other way round. */
function offsetZone(name: string): string | undefined {
  const [, sign, hours] = /^(?:GMT|UTC)\s?([+-])(\d{1,2})(?::?00)?$/i.exec(name) ?? []
  if (sign === undefined) return undefined
  const zone = `Etc/GMT${sign === '+' ? '-' : '+'}${Number(hours)}`
  return Number(hours) === 0 ? 'UTC' : ianaZone(zone)
}

/** `(UTC+01:00) Amsterdam, Rom, Wien`: any place of the list that is a zone, and was so far from UTC. */
function placed(name: string): string | undefined {
  const [, sign, hours = '', minutes = '00', places = ''] =
    /^\((?:UTC|GMT)([+-])?(\d\d)?:?(\d\d)?\)\s*(.+)$/i.exec(name) ?? []
  const cities = new Set(places.split(',').map(foldedCity))
  const offset = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
  return places === ''
    ? undefined
    : candidates().find((zone) => cities.has(cityOf(zone)) && winterOffset(zone) === offset)
}

const foldedCity = (name: string) => name.toLowerCase().replace(/[^a-z]+/g, '')
const cityOf = (zone: string) => foldedCity(zone.split('/').at(-1) ?? '')

function winterOffset(zone: string): number {
  const offsets = ['2026-01-01', '2026-07-01'].map((day) => offsetAt(zone, Date.parse(day)))
  return Math.min(...offsets)
}

/** Minutes a zone is ahead of UTC at a moment in milliseconds. */
function offsetAt(zone: string, at: number): number {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 60e9
}

let kept: string[] | undefined
/** Every zone, those that stand for many before those that stand for one place. */
function candidates(): string[] {
  kept ??= [
    ...new Set([
      ...windowsZones.map(({ zone }) => zone).filter((zone) => !zone.startsWith('Etc/')),
      ...Intl.supportedValuesOf('timeZone'),
      ...Array.from({ length: 27 }, (_, at) => ianaZone(`Etc/GMT${at > 12 ? '+' : ''}${at - 14}`) ?? 'UTC'),
    ]),
  ]
  return kept
}

/** One rule of a VTIMEZONE: from when (wall time), and how far from UTC it leads, in minutes. */
type Observance = { onsets: number[]; from: number; to: number }

/**
 * The zone whose clock agrees with a described one in a year and the next; undefined when none does, or when the
 * description cannot be read. `hints` are words that may name a place of it.
 */
export function zoneByRules(described: Component, year: number, hints: string): string | undefined {
  const observances = observancesOf(described, year)
  if (observances === undefined) return undefined
  const changes = changesIn(year, observances)
  const [first] = changes
  if (first === undefined || changes.length > mostChanges) return undefined
  const offset = (at: number) => changes.findLast((change) => change.at <= at)?.to ?? first.from
  const expected = momentsIn(year, changes).map((at) => ({ at, offset: offset(at) }))
  const plain = foldedCity(hints)
  const fitting = candidates().filter((zone) =>
    expected.every(({ at, offset }) => offsetAt(zone, at) === offset),
  )
  return fitting.find((zone) => cityOf(zone) !== '' && plain.includes(cityOf(zone))) ?? fitting[0]
}

/** A clock that changes more often in two years is no clock of any place. */
const mostChanges = 20

type ClockChange = { at: number; from: number; to: number }

/** The changes of a year and the next in order, after the one that was in force before them. */
function changesIn(year: number, observances: Observance[]): ClockChange[] {
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 2, 0, 1)]
  const all = observances
    .flatMap(({ onsets, from, to }) => onsets.map((wall) => ({ at: wall - from * 60_000, from, to })))
    .filter(({ at }) => at < end)
    .toSorted((a, b) => a.at - b.at)
  const within = all.findIndex(({ at }) => at >= start)
  return all.slice(Math.max(0, (within < 0 ? all.length : within) - 1))
}

/** Moments at which two clocks are compared: every month, and on both sides of each change. */
function momentsIn(year: number, changes: ClockChange[]): number[] {
  const [start, end] = [Date.UTC(year, 0, 1), Date.UTC(year + 2, 0, 1)]
  const months = Array.from({ length: 24 }, (_, month) => Date.UTC(year, month, 1))
  const around = changes.flatMap(({ at }) => [at - 1000, at])
  return [...months, ...around.filter((at) => at >= start && at < end)]
}

function observancesOf(described: Component, year: number): Observance[] | undefined {
  const read: Observance[] = []
  let lines: string[] | undefined
  for (const { text } of described.lines) {
    if (/^BEGIN:(STANDARD|DAYLIGHT)/i.test(text)) lines = []
    else if (/^END:(STANDARD|DAYLIGHT)/i.test(text)) {
      const observance = lines && observanceOf(lines, year)
      if (observance === undefined) return undefined
      read.push(observance)
      lines = undefined
    } else lines?.push(text)
  }
  return read
}

function observanceOf(lines: string[], year: number): Observance | undefined {
  const value = (name: string) =>
    lines
      .find((line) => new RegExp(`^${name}[;:]`, 'i').test(line))
      ?.replace(/^[^:]*:/, '')
      .trim()
  const [from, to] = [minutesOf(value('TZOFFSETFROM')), minutesOf(value('TZOFFSETTO'))]
  const start = wallOf(value('DTSTART') ?? '')
  if (from === undefined || to === undefined || start === undefined) return undefined
  const dates = lines
    .filter((line) => /^RDATE[;:]/i.test(line))
    .flatMap((line) => line.replace(/^[^:]*:/, '').split(','))
  const rule = value('RRULE')
  const more = rule === undefined ? [] : onsetsOf(rule, start, year)
  return more && { from, to, onsets: [start, ...dates.flatMap((date) => wallOf(date) ?? []), ...more] }
}

function minutesOf(offset: string | undefined): number | undefined {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)(?::?\d\d)?$/.exec(offset ?? '') ?? []
  return sign === undefined ? undefined : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** A wall time as milliseconds, as if the clock showed UTC. */
function wallOf(text: string): number | undefined {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z?$/.exec(text.trim()) ?? []
  if (year === undefined) return undefined
  const at = new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  return at + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/**
 * When the clocks change by a yearly rule, in the years around one; undefined for a rule of any other form. Counted
 * year by year, so that no rule, however made, costs more than another.
 */
function onsetsOf(rule: string, start: number, year: number): number[] | undefined {
  const parts = new Map(
    rule
      .toUpperCase()
      .split(';')
      .map((part) => [part.replace(/=.*$/, ''), part.replace(/^[^=]*=/, '')] as const),
  )
  const [interval, until] = [parts.get('INTERVAL') ?? '1', parts.get('UNTIL')]
  if (parts.get('FREQ') !== 'YEARLY' || interval !== '1' || parts.has('COUNT')) return undefined
  const last = until === undefined ? Infinity : (wallOf(until) ?? wallOf(`${until}T235959`) ?? -Infinity)
  const began = new Date(start)
  const timeOfDay = start - Date.UTC(began.getUTCFullYear(), began.getUTCMonth(), began.getUTCDate())
  const month = Number(parts.get('BYMONTH') ?? began.getUTCMonth() + 1)
  const years = [year - 2, year - 1, year, year + 1].filter((one) => one >= began.getUTCFullYear())
  const onsets = years.map((one) => {
    const day = dayOfRule(one, month, parts.get('BYDAY'), parts.get('BYMONTHDAY'), began.getUTCDate())
    return day === undefined ? undefined : Date.UTC(one, month - 1, day) + timeOfDay
  })
  // UNTIL is in UTC, the onset on the wall.
  if (onsets.includes(undefined)) return undefined
  return onsets.flatMap((at) => (at === undefined || at > last + 86_400_000 ? [] : [at]))
}

/** The day of a month that a rule names: `-1SU`, or the `SU` among days 8 to 14, or a plain number. */
function dayOfRule(
  year: number,
  month: number,
  byDay: string | undefined,
  byMonthDay: string | undefined,
  fallback: number,
): number | undefined {
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const all = Array.from({ length: days }, (_, at) => at + 1)
  const among = byMonthDay === undefined ? all : byMonthDay.split(',').map(Number)
  if (byDay === undefined) return byMonthDay === undefined ? fallback : among[0]
  const [, place = '', name = ''] = /^([+-]?\d)?([A-Z]{2})$/.exec(byDay) ?? []
  const fitting = among.filter(
    (day) => weekdays[(new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7] === name,
  )
  return fitting.at(place === '' ? 0 : Number(place) > 0 ? Number(place) - 1 : Number(place))
}
