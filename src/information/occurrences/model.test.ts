import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import type { EventState } from '../events/model.ts'
import type { Change, Recurrence } from '../recurrence/model.ts'
import { type Occurrence, occurrencesAfter, occurrencesOf, windowOn } from './model.ts'

const window = { from: '2027-01-01', to: '2028-06-30' }

type Given = {
  day?: string
  until?: string
  times?: [string, string | null] | null
  zone?: string | null
  state?: EventState
} & Partial<Recurrence>

function event({
  day = '2027-09-06',
  until = day,
  times = ['10:00', '12:00'],
  zone = 'Europe/Berlin',
  state = 'confirmed',
  ...rest
}: Given) {
  const recurrence = { rule: 'FREQ=WEEKLY', dates: [], except: [], changes: [], ...rest }
  const [startsTime, endsTime] = times ?? [null, null]
  const time = { startsOn: day, startsTime, endsOn: until, endsTime, zone, precision: 'day' as const }
  return { time, state, recurrence }
}

const change = (of: string, given: Partial<Change>): Change => ({
  of,
  start_date: of.slice(0, 10),
  start_time: of.slice(11) || null,
  end_date: null,
  end_time: null,
  status: null,
  title: null,
  ...given,
})

const iso = (date: Date) => Temporal.Instant.fromEpochMilliseconds(date.getTime()).toString()

const walls = (all: Occurrence[]) =>
  all.map(({ startsOn, startsTime, endsOn, endsTime }) =>
    `${startsOn} ${startsTime ?? ''}-${endsOn === startsOn ? '' : `${endsOn} `}${endsTime ?? ''}`.trim(),
  )

test('weekly at 10:00 in Berlin stays at 10:00 across October', () => {
  const { all } = occurrencesOf(event({ rule: 'FREQ=WEEKLY;COUNT=10' }), window)
  assert.deepEqual(new Set(all.map(({ startsTime }) => startsTime)), new Set(['10:00']))
  const utc = all.map(({ startsAt }) => iso(startsAt))
  assert.deepEqual(utc.slice(7, 9), ['2027-10-25T08:00:00Z', '2027-11-01T09:00:00Z'])
  assert.deepEqual([all[0] && iso(all[0].endsAt), all.length], ['2027-09-06T10:00:00Z', 10])
})

test('three hundred rules in four zones happen at the instants that rrule-temporal has in those zones', () => {
  const rules = fc.constantFrom(
    'FREQ=WEEKLY;BYDAY=MO,SA,SU',
    'FREQ=DAILY;INTERVAL=3',
    'FREQ=MONTHLY;BYDAY=-1SU',
    'FREQ=MONTHLY;BYMONTHDAY=13,28',
    'FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU',
    'FREQ=WEEKLY;INTERVAL=2;COUNT=30',
  )
  // Not in the hours that clocks skip or repeat: of those it has another opinion than the standard.
  const hours = fc.constantFrom('00:30', '05:00', '10:00', '19:30', '23:45')
  const zones = fc.constantFrom('Europe/Berlin', 'Asia/Yangon', 'Australia/Sydney', 'America/New_York')
  const days = fc.integer({ min: 0, max: 364 })
  fc.assert(
    fc.property(rules, hours, zones, days, (rule, hour, zone, offset) => {
      const begun = Temporal.PlainDate.from('2027-01-01').add({ days: offset })
      const text = (date: string) => date.replaceAll(/[-:]/g, '')
      const string = `DTSTART;TZID=${zone}:${text(begun.toString())}T${text(hour)}00\nRRULE:${rule}`
      const series = new RRuleTemporal({ rruleString: string, includeDtstart: true })
      const first = `${begun.toString()}T${hour}`
      const theirs = series
        .between(new Date('2026-12-01T00:00Z'), new Date(`${window.to}T00:00:00Z`), true)
        .map((moment) => moment.toInstant().toString())
      const { all } = occurrencesOf(
        event({ day: first.slice(0, 10), times: [hour, null], zone, rule }),
        window,
      )
      const ours = all.map(({ startsAt }) => iso(startsAt))
      const counted = /COUNT/.test(rule)
      assert.deepEqual(
        ours.filter((moment) => moment <= `${window.to}T00:00:00Z`).slice(0, counted ? 29 : undefined),
        theirs.slice(0, counted ? 29 : undefined),
      )
    }),
    { numRuns: 300 },
  )
})

test('a wall time that the clock skips is later by the hour; one that it repeats is the first', () => {
  const skipped = event({ day: '2028-03-19', times: ['02:15', '02:45'], rule: 'FREQ=WEEKLY;COUNT=2' })
  assert.deepEqual(
    occurrencesOf(skipped, window).all.map(({ startsAt, endsAt }) => [iso(startsAt), iso(endsAt)]),
    [
      ['2028-03-19T01:15:00Z', '2028-03-19T01:45:00Z'],
      ['2028-03-26T01:15:00Z', '2028-03-26T01:45:00Z'],
    ],
  )
  const gone = event({ day: '2028-03-19', times: ['02:50', '03:10'], rule: 'FREQ=WEEKLY;COUNT=2' })
  const [, last] = occurrencesOf(gone, window).all
  assert.ok(last && last.endsAt > last.startsAt)
  const repeated = event({ day: '2027-10-24', times: ['02:30', '04:00'], rule: 'FREQ=WEEKLY;COUNT=2' })
  const [, second] = occurrencesOf(repeated, window).all
  assert.equal(second && iso(second.startsAt), '2027-10-31T00:30:00Z')
})

test('dates beside a rule, out of it, moved, called off and retitled', () => {
  const { all } = occurrencesOf(
    event({
      rule: 'FREQ=WEEKLY;COUNT=4',
      dates: ['2027-09-08T18:00'],
      except: ['2027-09-13T10:00'],
      changes: [
        change('2027-09-20T10:00', { start_date: '2027-09-21', start_time: '11:30', title: 'Elsewhere' }),
        change('2027-09-27T10:00', { status: 'cancelled' }),
      ],
    }),
    window,
  )
  assert.deepEqual(walls(all), [
    '2027-09-06 10:00-12:00',
    '2027-09-08 18:00-20:00',
    '2027-09-21 11:30-13:30',
    '2027-09-27 10:00-12:00',
  ])
  assert.deepEqual(
    all.map(({ start, state, title }) => [start, state, title]),
    [
      ['2027-09-06T10:00', 'confirmed', null],
      ['2027-09-08T18:00', 'confirmed', null],
      ['2027-09-20T10:00', 'confirmed', 'Elsewhere'],
      ['2027-09-27T10:00', 'cancelled', null],
    ],
  )
})

test('occurrences are as long as the event: over midnight, over days, without an end', () => {
  const rule = 'FREQ=MONTHLY;COUNT=2'
  const night = event({ day: '2027-09-06', until: '2027-09-07', times: ['22:00', '02:00'], rule })
  assert.deepEqual(walls(occurrencesOf(night, window).all), [
    '2027-09-06 22:00-2027-09-07 02:00',
    '2027-10-06 22:00-2027-10-07 02:00',
  ])
  const days = event({ until: '2027-09-08', times: null, zone: null, rule })
  assert.deepEqual(walls(occurrencesOf(days, window).all), [
    '2027-09-06 -2027-09-08',
    '2027-10-06 -2027-10-08',
  ])
  const open = event({ times: ['19:00', null], dates: ['2027-09-10T20:00'], rule: null })
  assert.deepEqual(walls(occurrencesOf(open, window).all), ['2027-09-06 19:00-', '2027-09-10 20:00-'])
})

test('at every moment exactly one occurrence is shown: the first that is not over, none that is called off', () => {
  const dayArb = fc.integer({ min: 0, max: 60 })
  const changeArb = fc.tuple(
    fc.integer({ min: 0, max: 9 }),
    dayArb,
    fc.integer({ min: 0, max: 9 }),
    fc.boolean(),
  )
  fc.assert(
    fc.property(fc.array(changeArb, { maxLength: 6 }), dayArb, (given, probe) => {
      const on = (days: number) => Temporal.PlainDate.from('2027-09-06').add({ days }).toString()
      const changes = given.map(([week, day, length, off]) =>
        change(on(week * 7), {
          start_date: on(day),
          end_date: on(day + length),
          status: off ? 'cancelled' : null,
        }),
      )
      const unique = [...new Map(changes.map((one) => [one.of, one])).values()]
      const { all } = occurrencesOf(
        event({ times: null, zone: null, rule: 'FREQ=WEEKLY;COUNT=10', changes: unique }),
        window,
      )
      const at = new Date(`${on(probe)}T12:00Z`)
      const isAfter = (one: Date, other: Date) => one > other
      const shown = all.filter(
        ({ shownFrom, shownUntil }) =>
          (shownFrom === 'beginning' || !isAfter(shownFrom, at)) &&
          (shownUntil === 'end' || isAfter(shownUntil, at)),
      )
      const taking = all.filter(({ state }) => state !== 'cancelled')
      const wanted = taking.find(({ endsAt }) => isAfter(endsAt, at)) ?? taking.at(-1) ?? all.at(-1)
      const still = all.find(({ endsAt }) => isAfter(endsAt, at))
      if (taking.length > 0) assert.deepEqual(shown, [wanted])
      else assert.deepEqual(shown, [still ?? all.at(-1)])
    }),
  )
})

test('an event of which nothing is left is shown as called off; a cancelled one is cancelled each time', () => {
  const none = event({ rule: 'FREQ=WEEKLY;COUNT=1', except: ['2027-09-06T10:00'] })
  const [only] = occurrencesOf(none, window).all
  assert.deepEqual([only?.state, only?.shownFrom, only?.shownUntil], ['cancelled', 'beginning', 'end'])
  const off = event({
    state: 'cancelled',
    rule: 'FREQ=WEEKLY;COUNT=3',
    changes: [change('2027-09-13T10:00', { status: 'confirmed' })],
  })
  assert.deepEqual(
    occurrencesOf(off, window).all.map(({ state }) => state),
    ['cancelled', 'cancelled', 'cancelled'],
  )
})

test('what goes on says how far it is worked out; what has an end, or comes again after years, does too', () => {
  const until = (rule: string | null, day = '2027-09-06') =>
    occurrencesOf(event({ rule, day, times: null, zone: null, dates: ['2030-01-01'] }), window).until
  assert.equal(until('FREQ=WEEKLY'), window.to)
  assert.equal(until('FREQ=WEEKLY;UNTIL=20280101'), null)
  assert.equal(until('FREQ=DAILY;COUNT=3'), null)
  assert.equal(until('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=9', '2028-02-29'), window.to)
  assert.equal(until(null), null)
})

test('ten years back and a year and a half ahead are worked out', () => {
  const days = windowOn(Temporal.PlainDate.from('2027-01-15'))
  assert.deepEqual(days, { from: '2017-01-15', to: '2028-08-15' })
  const daily = event({ day: '2000-01-01', rule: 'FREQ=DAILY', times: null, zone: null })
  const { all } = occurrencesOf(daily, days)
  assert.deepEqual([all[0]?.startsOn, all.at(-1)?.startsOn], ['2017-01-15', '2028-08-15'])
})

test('what begins after the days worked out, or was over before them, has its own start', () => {
  const far = occurrencesOf(event({ day: '2031-03-03' }), window)
  assert.deepEqual([walls(far.all), far.all[0]?.state], [['2031-03-03 10:00-12:00'], 'confirmed'])
  const old = occurrencesOf(event({ day: '2001-03-05', rule: 'FREQ=WEEKLY;COUNT=3' }), window)
  assert.deepEqual(
    [walls(old.all), old.all[0]?.state, old.until],
    [['2001-03-05 10:00-12:00'], 'confirmed', null],
  )
})

test('worked out further step by step, occurrences are those worked out at once', () => {
  const rules = fc.constantFrom(
    'FREQ=DAILY',
    'FREQ=WEEKLY;BYDAY=MO,TH',
    'FREQ=MONTHLY',
    'FREQ=DAILY;COUNT=300',
  )
  const changeArb = fc.option(fc.integer({ min: 0, max: 500 }), { nil: undefined })
  fc.assert(
    fc.property(rules, changeArb, fc.integer({ min: 1, max: 400 }), (rule, days, step) => {
      const day = Temporal.PlainDate.from('2027-09-06')
      const moved = days === undefined ? [] : [`${day.add({ days }).toString()}T10:00`]
      const given = event({ rule, changes: moved.map((of) => change(of, { start_time: '15:00' })) })
      const near = { from: '2027-01-01', to: '2028-01-31' }
      const far = { ...near, to: Temporal.PlainDate.from(near.to).add({ days: step }).toString() }
      const begun = occurrencesOf(given, near)
      const whole = occurrencesOf(given, far)
      const last = begun.all.find(({ shownUntil }) => shownUntil === 'end')
      fc.pre(begun.until !== null && last !== undefined)
      const shownFrom = last.shownFrom === 'beginning' ? null : last.shownFrom
      const known = { until: begun.until, endsAt: last.endsAt, shownFrom, state: last.state }
      const further = occurrencesAfter(known, given, far)
      const behind = moved.some((of) => of.slice(0, 10) > near.to)
      assert.equal(further === undefined, behind)
      if (!further) return
      const closed = further.all.length > 0 ? further.after : ('end' as const)
      const kept = begun.all.map((one) => (one === last ? { ...one, shownUntil: closed } : one))
      assert.deepEqual([[...kept, ...further.all], further.until], [whole.all, whole.until])
    }),
  )
})
