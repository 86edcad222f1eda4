import { gatheringKinds } from './language.ts'
import {
  checkedOn,
  choice,
  dayAfter,
  disciplinesOf,
  pageOf,
  type RecordMaker,
  type Start,
  startOf,
  textsOf,
  themesOf,
  type World,
} from './world.ts'

/** One in so many events may be the whole of which its neighbours are parts. */
const familySize = 20

/** An event; some are parts of another, and one in ten repeats. */
export const event: RecordMaker = (world, index) => {
  const start = startOf(world, 'event', index, [-500, 400])
  const record = made(world, start, `generated-event-${index + 1}`, index)
  const whole = index - (index % familySize)
  // The wholes stay plain, so that no part is a part of itself.
  if (whole === index) return record
  if (start.draw.chance(8))
    return { ...record, parent: `generated-event-${whole + 1}`, position: index - whole }
  return start.draw.chance(11) ? { ...record, ...repeating(start) } : record
}

/** An event that repeats, begun in the last half year and going on. */
export const series: RecordMaker = (world, index) => {
  const start = startOf(world, 'series', index, [-180, 0])
  return { ...made(world, start, `generated-series-${index + 1}`, index), ...repeating(start) }
}

function made(world: World, start: Start, id: string, index: number): Record<string, unknown> {
  const { draw, city, house, facts } = start
  const online = draw.chance(12)
  return {
    id,
    ...textsOf(start, {
      title: choice(start, ({ eventTitles }) => eventTitles),
      summary: choice(start, ({ eventSummaries }) => eventSummaries),
    }),
    kind: gatheringKinds[facts.gathering],
    organiser: house.name,
    city: city.name,
    country_code: city.country,
    venue: draw.chance(60) ? house.name : null,
    ...times(start),
    status: draw.chance(94) ? 'confirmed' : draw.one(['tentative', 'postponed', 'cancelled']),
    attendance: online ? draw.one(['online', 'hybrid']) : 'on-site',
    ...(online && { online_url: `${house.website}/live/${index + 1}` }),
    disciplines: disciplinesOf(start),
    themes: themesOf(start),
    url: pageOf(start, 'events', index),
    last_checked: checkedOn(world, draw),
  }
}

const hours = (hour: number) => `${String(hour).padStart(2, '0')}:00`

/** An evening, some days, or, long before, only a month. */
function times({ draw, city, day, facts }: Start): Record<string, unknown> {
  if (draw.chance(4)) return { start_date: day.slice(0, 7), date_precision: 'month' }
  const long = ['exhibition', 'festival', 'conference', 'film-festival', 'fair'].includes(
    gatheringKinds[facts.gathering] ?? '',
  )
  if (long) return { start_date: day, end_date: dayAfter(day, draw.between(1, 45)), zone: city.zone }
  const from = draw.between(9, 20)
  return {
    start_date: day,
    start_time: hours(from),
    end_date: day,
    end_time: hours(from + draw.between(1, 3)),
    zone: city.zone,
  }
}

const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const

/** Every week, every day, every month; with some evenings off, or moved. */
function repeating(start: Start): Record<string, unknown> {
  const { draw, city, day } = start
  const from = draw.between(9, 20)
  const rule = ruleOf(start)
  // Every rule but a monthly one falls on these days.
  const monthly = rule.includes('MONTHLY')
  const off = !monthly && draw.chance(30) ? [`${dayAfter(day, 14)}T${hours(from)}`] : []
  return {
    start_date: day,
    start_time: hours(from),
    end_date: day,
    end_time: hours(from + draw.between(1, 3)),
    date_precision: 'day',
    zone: city.zone,
    recurrence: {
      rule,
      dates: [],
      except: off,
      changes: !monthly && draw.chance(20) ? [moved(day, from)] : [],
    },
  }
}

/** A rule whose first day is the event's own. */
function ruleOf({ draw, day }: Start): string {
  const date = Temporal.PlainDate.from(day)
  const weekday = weekdays[date.dayOfWeek - 1] ?? 'MO'
  const ordinal = date.day > 28 ? -1 : Math.ceil(date.day / 7)
  return draw.one([
    'FREQ=DAILY',
    'FREQ=WEEKLY',
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;COUNT=40',
    'FREQ=WEEKLY;INTERVAL=2',
    `FREQ=WEEKLY;BYDAY=${[...new Set([weekday, draw.one(weekdays)])].join(',')}`,
    `FREQ=MONTHLY;BYDAY=${ordinal}${weekday}`,
  ])
}

/** Four weeks in, one evening is a day later. */
function moved(first: string, from: number) {
  const [of, to] = [dayAfter(first, 28), dayAfter(first, 29)]
  return {
    of: `${of}T${hours(from)}`,
    start_date: to,
    start_time: hours(from),
    end_date: to,
    end_time: hours(from + 1),
    status: null,
    title: null,
  }
}
