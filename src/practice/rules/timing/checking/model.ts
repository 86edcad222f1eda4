/** What is wrong with the dates of a call, each with its place in the file. Pure. */
import type { Fault } from '../../../../platform/index.ts'
import type { CallDates, Wall } from '../../dates/model.ts'
import { closingOf, isSkipped, openingOf } from '../walls/model.ts'
import { isBefore } from '../windows/model.ts'

/** Every fault of the dates: contradictions, times that do not exist, extensions of nothing. */
export function faultsOfDates(dates: CallDates): Fault[] {
  return [
    ...skippedTimes(dates),
    ...closingFaults(dates),
    ...roundFaults(dates),
    ...cutOffFaults(dates),
    ...extensionFaults(dates),
    ...secondStepFaults(dates),
    ...decisionFaults(dates),
  ]
}

const fault = (field: string, value: unknown, reason: string): Fault => ({
  field: `dates.${field}`,
  value,
  reason,
})
const when = (wrong: boolean, ...said: Parameters<typeof fault>): Fault[] => (wrong ? [fault(...said)] : [])

/** Every wall time that stands in the file, with its place. */
function wallsOf(dates: CallDates): [string, Wall][] {
  const { opens, closes, rounds = [], second_step: second, extensions } = dates
  const walls: [string, Wall | undefined][] = [
    ['opens', opens],
    ['closes', closes],
    ...rounds.flatMap((round, at): [string, Wall | undefined][] => [
      [`rounds.${at}.opens`, round.opens],
      [`rounds.${at}.closes`, round.closes],
    ]),
    ['second_step.opens', second?.opens],
    ['second_step.closes', second?.closes],
    ...extensions.flatMap(({ from, to }, at): [string, Wall][] => [
      [`extensions.${at}.from`, from],
      [`extensions.${at}.to`, to],
    ]),
  ]
  return walls.flatMap(([field, wall]): [string, Wall][] => (wall ? [[field, wall]] : []))
}

function skippedTimes(dates: CallDates): Fault[] {
  return wallsOf(dates).flatMap(([field, wall]) =>
    when(
      isSkipped(wall, dates.zone),
      field,
      wall,
      `is a time that the clocks of ${dates.zone} leap over on that day`,
    ),
  )
}

function closingFaults({ opens, closes, rounds, cut_offs: cutOffs, zone }: CallDates): Fault[] {
  const kinds = Object.entries({ closes, rounds, cut_offs: cutOffs }).filter(([, stated]) => stated)
  const [, second] = kinds
  return [
    ...(second
      ? [fault(second[0], second[1], `stands beside ${kinds[0]?.[0]}: a call closes in one way only`)]
      : []),
    ...(closes ? when(!opensBefore(opens, closes, zone), 'closes', closes, 'is not after the opening') : []),
  ]
}

const opensBefore = (opens: Wall, closes: Wall, zone: string) =>
  isBefore(openingOf(opens, zone), closingOf(closes, zone))

function roundFaults({ opens, rounds = [], zone }: CallDates): Fault[] {
  return rounds.flatMap((round, at) => [
    ...when(
      rounds.findIndex(({ id }) => id === round.id) < at,
      `rounds.${at}.id`,
      round.id,
      'is the name of an earlier round',
    ),
    ...when(
      !opensBefore(round.opens ?? opens, round.closes, zone),
      `rounds.${at}.closes`,
      round.closes,
      'is not after the opening',
    ),
    ...when(
      round.opens !== undefined && isBefore(openingOf(round.opens, zone), openingOf(opens, zone)),
      `rounds.${at}.opens`,
      round.opens,
      'is before the opening of the call',
    ),
    ...when(
      round.activity_from !== undefined &&
        round.activity_to !== undefined &&
        round.activity_from > round.activity_to,
      `rounds.${at}.activity_to`,
      round.activity_to,
      'is before the first day of the activity',
    ),
  ])
}

function cutOffFaults({ opens, cut_offs: cutOffs, zone }: CallDates): Fault[] {
  if (!cutOffs?.until) return []
  const { until, time } = cutOffs
  return when(
    !opensBefore(opens, { day: until, time }, zone),
    'cut_offs.until',
    until,
    'is not after the opening',
  )
}

function extensionFaults(dates: CallDates): Fault[] {
  const { extensions, zone } = dates
  return extensions.flatMap(({ round, from, to, on }, at) => {
    const before = extensions.slice(0, at).findLast((earlier) => earlier.round === round)
    const field = `extensions.${at}`
    return [
      ...unknownRound(dates, round, `${field}.round`),
      ...when(
        !isBefore(closingOf(from, zone), closingOf(to, zone)),
        `${field}.to`,
        to,
        'is no later closing',
      ),
      ...when(
        before !== undefined && !isSameWall(before.to, from),
        `${field}.from`,
        from,
        'is not the closing that the extension before it led to',
      ),
      ...when(before !== undefined && on < before.on, `${field}.on`, on, 'is before the extension before it'),
      ...(before ? [] : unstatedClosing(dates, round, `${field}.from`, from)),
    ]
  })
}

function unknownRound(
  { rounds, closes, cut_offs: cutOffs }: CallDates,
  round: string | undefined,
  field: string,
) {
  if (rounds) return when(!rounds.some(({ id }) => id === round), field, round, 'names no round of this call')
  if (cutOffs) return when(!isCutOff(round), field, round, 'names no cut-off such as 2027-01 or 2027-q1')
  return [
    ...when(closes === undefined, field, round, 'extends a call that never closes'),
    ...when(
      closes !== undefined && round !== undefined,
      field,
      round,
      'names a round of a call without rounds',
    ),
  ]
}

const isCutOff = (round: string | undefined) =>
  round !== undefined && /^\d{4}-(q[1-4]|0[1-9]|1[0-2])$/.test(round)

/** The closing that is stated is the one before the first extension, or the one after the last. */
function unstatedClosing(dates: CallDates, round: string | undefined, field: string, from: Wall): Fault[] {
  const stated = dates.closes ?? dates.rounds?.find(({ id }) => id === round)?.closes
  const last = dates.extensions.findLast((extension) => extension.round === round)?.to
  return when(
    stated !== undefined && !isSameWall(stated, from) && !(last && isSameWall(stated, last)),
    field,
    from,
    'is not the closing that is stated; nor does the last extension lead to it',
  )
}

const isSameWall = (one: Wall, other: Wall) => one.day === other.day && timeOf(one) === timeOf(other)
const timeOf = ({ time }: Wall) => time ?? '23:59'

function secondStepFaults(dates: CallDates): Fault[] {
  const { second_step: second, closes, rounds, zone } = dates
  if (!second) return []
  const closings = [closes, ...(rounds ?? []).map((round) => round.closes)].flatMap((wall) => wall ?? [])
  const extended = dates.extensions.map(({ to }) => to)
  return [
    ...when(
      !opensBefore(second.opens, second.closes, zone),
      'second_step.closes',
      second.closes,
      'is not after its opening',
    ),
    ...when(
      closings.length === 0,
      'second_step',
      second,
      'follows a first step that does not close on a stated day',
    ),
    ...when(
      [...closings, ...extended].some((wall) =>
        isBefore(openingOf(second.opens, zone), closingOf(wall, zone)),
      ),
      'second_step.opens',
      second.opens,
      'is before the first step closes',
    ),
  ]
}

function decisionFaults({ closes, rounds = [], decides, cut_offs: cutOffs }: CallDates): Fault[] {
  const early = (day: string | undefined, closing: Wall | undefined) =>
    day !== undefined && closing !== undefined && day < closing.day
  return [
    ...when(early(decides, closes), 'decides', decides, 'is before the closing'),
    ...when(
      cutOffs !== undefined && decides !== undefined,
      'decides',
      decides,
      'is one day for many cut-offs (decides_after_days says it of each)',
    ),
    ...rounds.flatMap((round, at) =>
      when(
        early(round.decides ?? decides, round.closes),
        `rounds.${at}.decides`,
        round.decides ?? decides,
        'is before the closing of the round',
      ),
    ),
  ]
}
