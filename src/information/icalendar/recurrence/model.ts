/** How an event repeats: its rule, the dates beside and out of the rule, and occurrences that were changed. Pure. */
import { mostDates, readParts, ruleFault } from '../../recurrence/model.ts'
import { type Properties, type Property, PropertyFault } from '../properties/model.ts'
import {
  endOf,
  type EventTimes,
  inZone,
  keyOf,
  readWhen,
  timesOf,
  type When,
  whenOf,
  type Zones,
} from '../times/model.ts'

/** One occurrence that was changed, named by the start it had. */
export type Change = Omit<EventTimes, 'zone'> & { of: string; status: string | null; title: string | null }

/**
 * How an event repeats. All of it is wall time in the zone of the event (a whole day for events of whole days): the
 * rule as RFC 5545 writes it, its UNTIL without a zone; `dates` and `except` as `2027-05-31T10:00` or `2027-05-31`.
 */
export type Recurrence = { rule: string | null; dates: string[]; except: string[]; changes: Change[] }

/** Reads rule and dates of an event; null when it does not repeat. Throws PropertyFault. */
export function recurrenceOf(
  properties: Properties,
  start: When,
  end: When | undefined,
  zones: Zones,
): Recurrence | null {
  const [rule, second] = properties.all('RRULE')
  if (second) throw faultOf(second, 'is a second rule; an event has one')
  const [old] = properties.all('EXRULE')
  if (old) throw faultOf(old, 'is a rule of exceptions, which iCalendar no longer has: list them as EXDATE')
  const more = properties.all('RDATE')
  if (!rule && more.length === 0) return null
  const length = end && start.wall.until(end.wall)
  const dates = listed(more).map(({ property, value }) => readDate(property, value, start, length, zones))
  const except = listed(properties.all('EXDATE')).map(({ property, value }) =>
    keyLike(readWhen(property, value, zones), start),
  )
  return {
    rule: rule ? readRule(rule, start) : null,
    dates: inOrder(dates.map(({ key }) => key)),
    except: inOrder(except),
    changes: dates.flatMap(({ change }) => change ?? []),
  }
}

const faultOf = ({ name, source }: Property, reason: string) => new PropertyFault(name, source, reason)
const inOrder = (keys: string[]) => [...new Set(keys)].toSorted()

function listed(properties: Property[]): { property: Property; value: string }[] {
  const values = properties.flatMap((property) => property.values.map((value) => ({ property, value })))
  const [first] = properties
  if (first && values.length > mostDates) {
    throw faultOf(
      first,
      `lists ${values.length.toLocaleString('en')} dates; ${mostDates.toLocaleString('en')} are read`,
    )
  }
  return values
}

/** A date beside the rule; a period that is longer or shorter than the event is a change of that occurrence. */
function readDate(
  property: Property,
  value: string,
  start: When,
  length: Temporal.Duration | undefined,
  zones: Zones,
): { key: string; change?: Change } {
  // ical.js gives a period as its two ends.
  const [first = '', last] = value.split(',')
  const from = inZone(readWhen(property, first, zones), start.zone)
  const key = keyLike(from, start)
  if (last === undefined) return { key }
  const to = last.startsWith('P')
    ? endOf(from, undefined, { ...property, values: [last] }, zones)
    : inZone(readWhen(property, last, zones), start.zone)
  const same = to && length && from.wall.add(length).equals(to.wall)
  const { zone: _, ...times } = timesOf(from, to)
  return same ? { key } : { key, change: { of: key, ...times, status: null, title: null } }
}

/** A start as the occurrences of an event are named: producers mix days into timed events, and times into whole days. */
export function keyLike(when: When, start: When): string {
  if (start.zone === null) return keyOf({ ...when, zone: null })
  if (when.zone !== null) return keyOf(inZone(when, start.zone))
  return keyOf({ wall: when.wall.toPlainDate().toPlainDateTime(start.wall.toPlainTime()), zone: start.zone })
}

/** An occurrence that was changed, as its own entry in the calendar states it. Throws PropertyFault. */
export function changeOf(
  properties: Properties,
  { start, title }: { start: When; title: string | null },
  status: string | null,
  zones: Zones,
): Change {
  const [id] = properties.all('RECURRENCE-ID')
  if (!id) throw new PropertyFault('RECURRENCE-ID', '', 'is missing')
  if (id.parameters['range'] !== undefined) {
    throw faultOf(id, 'changes all later occurrences too: end the series before it, and begin another')
  }
  const of = keyLike(whenOf(id, zones), start)
  const stated = properties.one('DTSTART')
  const from = stated ? whenOf(stated, zones) : whenOf(id, zones)
  const moved = start.zone === null ? from : inZone(from, start.zone)
  const end = endOf(moved, properties.one('DTEND'), properties.one('DURATION'), zones)
  const { zone: _, ...times } = timesOf(moved, end)
  const ownTitle = properties.one('SUMMARY')?.values.join(',').trim() ?? ''
  return { of, ...times, status, title: ownTitle === '' || ownTitle === title ? null : ownTitle }
}

/** A rule as it is kept. Throws PropertyFault for one that cannot be read, or that no calendar of events needs. */
function readRule(property: Property, start: When): string {
  const source = property.values[0] ?? ''
  const rule = readParts(source)
  const fault = ruleFault(source)
  if (fault !== null) throw faultOf(property, fault)
  const until = rule.get('UNTIL')
  if (until !== undefined) rule.set('UNTIL', untilOf(property, until, start))
  rule.delete('RSCALE')
  rule.delete('SKIP')
  return [...rule].map(([name, value]) => `${name}=${value}`).join(';')
}

/** The last moment of a rule on the wall of the event; producers write it in UTC, as a day, or as the event's own. */
function untilOf(property: Property, until: string, start: When): string {
  const [, year, month, day, time, utc] = /^(\d{4})(\d\d)(\d\d)(?:T(\d{6})(Z?))?$/.exec(until) ?? []
  if (year === undefined) throw faultOf(property, 'ends at no date that exists (UNTIL)')
  const clock = (time ?? '000000').replace(/(..)(..)(..)/, '$1:$2:$3')
  const stated = readWhen(property, `${year}-${month}-${day}${time === undefined ? '' : `T${clock}${utc}`}`, {
    named: () => undefined,
    floating: start.zone ?? 'UTC',
  })
  if (start.zone === null) return compact(stated.wall).slice(0, 8)
  if (stated.zone === null) return `${compact(stated.wall).slice(0, 8)}T235959`
  return compact(inZone(stated, start.zone).wall)
}

const compact = (wall: Temporal.PlainDateTime) =>
  wall.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')
