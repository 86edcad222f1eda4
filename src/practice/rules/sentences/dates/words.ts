/** When one may apply: the dates of a call as sentences, and how it stands at a moment. */
import { anywhereOnEarth, type CallDates, type Timing, type Wall } from '../../dates/model.ts'
import { asSentence, joined, type RuleReader, textIn, unsaid } from '../model.ts'
import { periodWords } from '../numbers/words.ts'

/** All dates of a call, each a sentence; the grace after a closing is for the desk alone and is not said. */
export function sayDates(reader: RuleReader, dates: CallDates): string[] {
  const { say, format } = reader
  return [
    ...(dates.cancelled ? [cancelledWords(reader, dates.cancelled)] : []),
    say('dates.opens', { moment: wallWords(reader, dates.opens) }),
    ...closings(reader, dates),
    ...dates.extensions.map((extension) =>
      say('dates.extended', {
        on: format.date(extension.on),
        from: wallWords(reader, extension.from),
        to: wallWords(reader, extension.to),
        reason: textIn(reader, extension.reason),
      }),
    ),
    ...(dates.first_come === undefined ? [] : [say('dates.firstCome', { count: dates.first_come })]),
    ...(dates.second_step
      ? [
          say('dates.second', {
            opens: wallWords(reader, dates.second_step.opens),
            closes: wallWords(reader, dates.second_step.closes),
          }),
        ]
      : []),
    ...(dates.decides ? [say('dates.decides', { day: format.date(dates.decides) })] : []),
    zoneSentence(reader, dates),
  ]
}

function cancelledWords(reader: RuleReader, { on, reason }: NonNullable<CallDates['cancelled']>): string {
  return reader.say('dates.cancelled', { on: reader.format.date(on), reason: textIn(reader, reason) })
}

function closings(reader: RuleReader, dates: CallDates): string[] {
  const { say, format } = reader
  const { cut_offs: cutOffs } = dates
  const sentences = [
    ...(dates.closes ? [say('dates.closes', { moment: wallWords(reader, dates.closes) })] : []),
    ...(dates.rounds ?? []).flatMap((round, at) => roundWords(reader, round, at)),
    ...(cutOffs
      ? [
          cutOffs.on === 'last'
            ? say(`dates.${cutOffs.every}.last`)
            : say(`dates.${cutOffs.every}.day`, { day: cutOffs.on }),
          ...(cutOffs.time ? [say('dates.cutTime', { time: format.time(cutOffs.time) })] : []),
          ...(cutOffs.decides_after_days === undefined
            ? []
            : [say('dates.cutDecides', { count: cutOffs.decides_after_days })]),
          ...(cutOffs.until ? [say('dates.cutUntil', { day: format.date(cutOffs.until) })] : []),
        ]
      : []),
  ]
  return sentences.length > 0 ? sentences : [say('dates.rolling')]
}

type Round = NonNullable<CallDates['rounds']>[number]

function roundWords(reader: RuleReader, round: Round, at: number): string[] {
  const { say, format } = reader
  const name = roundName(reader, round, at)
  const moment = wallWords(reader, round.closes)
  const period = { from: round.activity_from, to: round.activity_to }
  return [
    round.opens
      ? say('dates.roundFrom', { round: name, opens: wallWords(reader, round.opens), moment })
      : say('dates.round', { round: name, moment }),
    ...(period.from === undefined && period.to === undefined
      ? []
      : [say('dates.roundActivity', { round: name, period: periodWords(reader, period) })]),
    ...(round.decides ? [say('dates.roundDecides', { round: name, day: format.date(round.decides) })] : []),
  ]
}

const roundName = (reader: RuleReader, round: Round, at: number) =>
  round.says ? textIn(reader, round.says) : reader.say('dates.roundNumber', { number: at + 1 })

/** What a round is called; of a cut-off its day. */
function nameOfRound(reader: RuleReader, id: string, dates: CallDates): string {
  const at = (dates.rounds ?? []).findIndex((round) => round.id === id)
  const round = dates.rounds?.[at]
  if (round) return roundName(reader, round, at)
  const [, year, quarter] = /^(\d{4})-q([1-4])$/.exec(id) ?? []
  if (year && quarter) return reader.say('dates.quarterName', { year, quarter })
  return /^\d{4}-\d\d(-\d\d)?$/.test(id) ? dayOrMonth(reader, id) : id.replaceAll('-', ' ')
}

const dayOrMonth = ({ format }: RuleReader, text: string) =>
  text.length === 7 ? format.month(text) : format.date(text)

function wallWords({ say, format }: RuleReader, wall: Wall): string {
  const day = format.date(wall.day)
  return wall.time ? say('dates.time', { day, time: format.time(wall.time) }) : day
}

// A day that has ended everywhere has ended twelve hours behind UTC.
const zoneOf = (dates: CallDates) => (dates.zone === anywhereOnEarth ? 'Etc/GMT+12' : dates.zone)

function zoneSentence(reader: RuleReader, dates: CallDates): string {
  if (dates.zone === anywhereOnEarth) return reader.say('dates.anywhere')
  const at = Temporal.PlainDate.from(dates.opens.day).toZonedDateTime(dates.zone).toInstant()
  return reader.say('dates.zone', { zone: reader.format.zone(dates.zone, at) })
}

/** How a call stands at a moment: open or not, since or until when, and which round and step it is in. */
export function sayTiming(reader: RuleReader, timing: Timing, dates: CallDates): string {
  const { say } = reader
  const { phase, round, step } = timing
  const isOpen = phase === 'open' || phase === 'late'
  return joined(reader, [
    phase === 'cancelled' && dates.cancelled
      ? cancelledWords(reader, dates.cancelled)
      : say(`phase.${phase}`),
    isOpen && round !== null
      ? asSentence(reader, say('timing.round', { round: nameOfRound(reader, round, dates) }))
      : '',
    isOpen && step === 2 ? say('timing.second') : '',
    momentSentence(reader, timing, dates),
  ])
}

function momentSentence(reader: RuleReader, { phase, closes, changes }: Timing, dates: CallDates): string {
  const { say } = reader
  switch (phase) {
    case 'not-yet-open':
      return changes ? say('timing.opens', { moment: momentOf(reader, changes, dates) }) : ''
    case 'open':
      return closes
        ? say('timing.closes', { moment: lastMoment(reader, closes, dates) })
        : say('dates.rolling')
    case 'late':
    case 'closed':
      return closes ? say('timing.closed', { moment: lastMoment(reader, closes, dates) }) : ''
    case 'full':
    case 'cancelled':
      return ''
    default:
      return unsaid(phase)
  }
}

// Midnight would be read as belonging to the day after.
function lastMoment(reader: RuleReader, at: Temporal.Instant, dates: CallDates): string {
  const wall = at.toZonedDateTimeISO(zoneOf(dates))
  const isMidnight = wall.hour === 0 && wall.minute === 0 && wall.second === 0
  return momentOf(reader, isMidnight ? at.subtract({ minutes: 1 }) : at, dates)
}

function momentOf(reader: RuleReader, at: Temporal.Instant, dates: CallDates): string {
  const { say, format } = reader
  return say('dates.inZone', {
    moment: format.moment(at, zoneOf(dates)),
    zone: dates.zone === anywhereOnEarth ? say('dates.anywhereName') : format.zone(dates.zone, at),
  })
}
