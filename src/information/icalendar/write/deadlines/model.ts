/** When calls close, as entries of a calendar (VEVENT, because many programs show no VTODO). Pure. */
import { anywhereOnEarth, closingOf, type Round } from '../../../deadlines/model.ts'
import { lineOf, textLine } from '../lines/model.ts'
import type { Entry } from '../model.ts'
import { isUniversal, momentLine, stampLine } from '../times/model.ts'
import { spelled } from '../zones/model.ts'

/** A call as a calendar holds it, its words ready to be read. */
export type CalledDeadline = {
  id: string
  rounds: Round[]
  cancelled: boolean
  title: string
  lang: string
  location: string
  url: string
  categories: string[]
  /** What is said of each round, in its order. */
  descriptions: string[]
}

export type DeadlineOptions = {
  /** The host of the house, which makes ids unique in the world. */
  host: string
  /** When the call was last changed, and the how-manieth change that was. */
  stamp: Temporal.Instant
  sequence: number
}

/**
 * Each round of a call as an entry, at the day or the moment at which it closes. A round keeps its UID however it is moved,
 * and whatever happens to it is a higher SEQUENCE (RFC 5545, 3.8.7.4).
 */
export function deadlineEntries(call: CalledDeadline, options: DeadlineOptions): Entry[] {
  return call.rounds.map((round, at) => {
    const { lines, zones } = timeOf(round)
    return { lines: entryLines(call, options, lines, at), zones }
  })
}

function entryLines(
  call: CalledDeadline,
  { host, stamp, sequence }: DeadlineOptions,
  time: string[],
  at: number,
): string[] {
  const { location, categories } = call
  return [
    'BEGIN:VEVENT',
    textLine('UID', `${call.id}.deadline-${at + 1}@${host}`),
    stampLine(stamp),
    `SEQUENCE:${sequence}`,
    ...time,
    lineOf({ name: 'SUMMARY', type: 'text', parameters: { language: call.lang }, values: [call.title] }),
    textLine('DESCRIPTION', call.descriptions[at] ?? ''),
    ...(location === '' ? [] : [textLine('LOCATION', location)]),
    lineOf({ name: 'URL', type: 'uri', values: [call.url] }),
    ...(categories.length === 0 ? [] : [textLine('CATEGORIES', ...categories)]),
    `STATUS:${call.cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    // A deadline takes nobody's time.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** A day where no time is stated; else the moment, in its zone, or in UTC where it is the end of the day anywhere. */
function timeOf(round: Round): Entry {
  const { deadline, time } = round
  if (time === null) {
    const next = Temporal.PlainDate.from(deadline).add({ days: 1 }).toString()
    const [start, end] = [deadline, next].map((date) => ({ date, time: null }))
    return { lines: [['DTSTART', start] as const, ['DTEND', end] as const].flatMap(dayLine), zones: [] }
  }
  const zone = round.zone === null || round.zone === anywhereOnEarth ? null : spelled(round.zone)
  if (isUniversal(zone)) return { lines: [universalLine(round)], zones: [] }
  return { lines: [momentLine('DTSTART', [{ date: deadline, time }], zone)], zones: [zone] }
}

type Day = { date: string; time: null }
const dayLine = ([name, day]: readonly [string, Day | undefined]) =>
  day ? [momentLine(name, [day], null)] : []

function universalLine(round: Round): string {
  // 23:59 is the end of the day to our rules, and the minute before it to readers.
  const last = closingOf(round).subtract({ minutes: round.time === '23:59' ? 1 : 0 })
  return lineOf({
    name: 'DTSTART',
    type: 'date-time',
    values: [last.toString({ smallestUnit: 'second' })],
  })
}
