import type { Reader } from '../readers/model.ts'
import {
  anywhereOnEarth,
  type Change,
  closingOf,
  currentRound,
  daysLeft,
  type Deadline,
  isOpen,
  isUndated,
  type Round,
} from './model.ts'

/** A deadline as the date column of a list says it: one large line, one small one. */
export type ShortDeadline = { big: string; small: string; soon: boolean; date: string | null }

const soonDays = 14

/** The column of a list. */
export function shortDeadline(reader: Reader, deadline: Deadline): ShortDeadline {
  const { say } = reader
  if (deadline.cancelled) return { big: say('row.cancelled'), small: '', soon: false, date: null }
  if (isUndated(deadline.kind))
    return { big: say(`row.${undatedKey(deadline)}`), small: '', soon: false, date: null }
  const round = currentRound(deadline, reader.now)
  if (!round) return { big: say('row.not-announced'), small: '', soon: false, date: null }
  return datedDeadline(reader, deadline, round)
}

function datedDeadline(reader: Reader, deadline: Deadline, round: Round): ShortDeadline {
  const { say, format, now } = reader
  const open = isOpen(deadline, now)
  const days = daysLeft(round, now)
  const year = Temporal.PlainDate.from(round.deadline).year
  const thisYear = now.toZonedDateTimeISO('UTC').year
  const left = leftWords(reader, round)
  return {
    big: format.shortDate(round.deadline),
    small: [year === thisYear ? '' : format.year(round.deadline), open ? left : say('row.closed')]
      .filter(Boolean)
      .join(' · '),
    soon: open && days <= soonDays,
    date: round.deadline,
  }
}

function undatedKey(deadline: Deadline): 'rolling' | 'until-filled' | 'not-announced' {
  if (deadline.kind === 'rolling' || deadline.kind === 'until-filled') return deadline.kind
  return 'not-announced'
}

/** How long there is still time: "in 7 days", or that it is today. */
export function leftWords({ say, format, now }: Reader, round: Round): string {
  const days = daysLeft(round, now)
  return days <= 0 ? say('row.today') : format.relativeDays(days)
}

/** When a round closes: as stated, in UTC, and the instant itself. */
export type ClosingWords = { stated: string; utc: string; instant: string }

/** When a round closes; `open` says whether it still does. */
export function closingWords(reader: Reader, round: Round, open: boolean): ClosingWords {
  const { say, format } = reader
  const last = lastMoment(round)
  const moment = format.moment(last, 'UTC')
  return {
    stated: statedWords(reader, round, open),
    // Without a stated zone the instant is only the latest there can be.
    utc: round.zone === null ? say('call.utcLatest', { moment }) : say('call.utc', { moment }),
    instant: last.toString(),
  }
}

function statedWords(reader: Reader, round: Round, open: boolean): string {
  const { say, format } = reader
  const day = format.date(round.deadline)
  if (round.time === null) return open ? say('call.closes', { day }) : say('call.closed', { day })
  const stated = { day, time: format.time(round.time), zone: zoneWords(reader, round) }
  return open ? say('call.closesTime', stated) : say('call.closedTime', stated)
}

// The end of a day is said as its last minute: "23:59", never "00:00 of the next".
function lastMoment(round: Round): Temporal.Instant {
  const closing = closingOf(round)
  return round.time === null || round.time === '23:59' ? closing.subtract({ minutes: 1 }) : closing
}

function zoneWords({ say, format }: Reader, round: Round): string {
  if (round.zone === null) return say('call.noZone')
  return round.zone === anywhereOnEarth ? say('call.anywhere') : format.zone(round.zone, closingOf(round))
}

/** What a date without a time means, when there is none. */
export function wholeDayWords(reader: Reader, round: Round): string | undefined {
  const { say } = reader
  if (round.time !== null) return undefined
  return round.zone === null
    ? say('call.wholeDay')
    : say('call.wholeDayZone', { zone: zoneWords(reader, round) })
}

/** One change of a deadline as a sentence. */
export function changeWords(reader: Reader, change: Change): string {
  const on = change.on && reader.say('change.on', { day: reader.format.date(change.on) })
  return [whatChanged(reader, change), on].filter(Boolean).join(' ')
}

function whatChanged({ say, format }: Reader, { kind, from, to }: Change): string {
  if (kind === 'cancelled' || kind === 'reopened') return say(`change.${kind}`)
  if (!from || !to) return kind === 'extended' ? say('change.extendedPlain') : say('change.shortenedPlain')
  return say(`change.${kind}`, { from: format.date(from), to: format.date(to) })
}
