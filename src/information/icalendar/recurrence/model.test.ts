import assert from 'node:assert/strict'
import test from 'node:test'
import { isObject } from '../../import/model.ts'
import { calendarOf, eventOf, faultOf, faultsOf, rawOf, readOne, readText } from '../testing.ts'

// The processor's time, for others may be at work besides.
const cpuMs = () => process.cpuUsage().user / 1000

const recurrenceOf = async (...lines: string[]) => (await readOne(...lines))['recurrence']

test('the end of a rule is wall time of the event, however it is written', async () => {
  const berlin = async (until: string) => {
    const recurrence = await recurrenceOf(`RRULE:FREQ=WEEKLY;UNTIL=${until}`)
    return isObject(recurrence) ? recurrence['rule'] : null
  }
  assert.equal(await berlin('20271026T080000Z'), 'FREQ=WEEKLY;UNTIL=20271026T100000')
  assert.equal(await berlin('20271102T090000Z'), 'FREQ=WEEKLY;UNTIL=20271102T100000')
  assert.equal(await berlin('20271102T100000'), 'FREQ=WEEKLY;UNTIL=20271102T100000')
  assert.equal(await berlin('20271102'), 'FREQ=WEEKLY;UNTIL=20271102T235959')
  const days = await recurrenceOf('DTSTART;VALUE=DATE:20270901', 'rrule:freq=daily;until=20270905T235959Z')
  assert.deepEqual(days, { rule: 'FREQ=DAILY;UNTIL=20270905', dates: [], except: [], changes: [] })
})

test('dates beside and out of a rule are named by the start they have on the wall', async () => {
  assert.deepEqual(
    await recurrenceOf(
      'RRULE:FREQ=DAILY;COUNT=9;RSCALE=GREGORIAN',
      'EXDATE:20270908T080000Z,20270909T080000Z',
      'EXDATE;TZID=Asia/Tokyo:20270909T170000',
      'EXDATE;VALUE=DATE:20270910',
      'RDATE;TZID=Europe/Berlin:20271130T100000',
    ),
    {
      rule: 'FREQ=DAILY;COUNT=9',
      dates: ['2027-11-30T10:00'],
      except: ['2027-09-08T10:00', '2027-09-09T10:00', '2027-09-10T10:00'],
      changes: [],
    },
  )
  assert.deepEqual(
    await recurrenceOf('DTSTART;VALUE=DATE:20270901', 'RDATE;VALUE=DATE:20271001', 'EXDATE:20270902T000000Z'),
    { rule: null, dates: ['2027-10-01'], except: ['2027-09-02'], changes: [] },
  )
})

test('what would fill a calendar by itself is refused with the reason', async () => {
  const dates = (count: number) =>
    Array.from({ length: count }, (_, at) => `2027${String(10_000 + at).slice(1)}T100000Z`)
  const bombs: [string[], RegExp][] = [
    [['RRULE:FREQ=SECONDLY'], /RRULE repeats secondly; no event does/],
    [['RRULE:FREQ=MINUTELY;COUNT=3'], /repeats minutely/],
    [['RRULE:FREQ=HOURLY'], /every hour without an end/],
    [['RRULE:FREQ=DAILY;COUNT=100000'], /counts more than 10,000 occurrences/],
    [
      [`RRULE:FREQ=DAILY;BYHOUR=${Array.from({ length: 24 }, (_, at) => at).join()};BYMINUTE=0,30`],
      /48 times a day/,
    ],
    [['RRULE:FREQ=DAILY', `EXDATE:${dates(10_000).join()}`], /EXDATE lists 10,000 dates; 1,000 are read/],
    [['RRULE:FREQ=DAILY', ...dates(10_000).map((date) => `EXDATE:${date}`)], /EXDATE lists 10,000 dates/],
    [[`RDATE:${dates(1001).join()}`], /RDATE lists 1,001 dates/],
    [['RRULE:FREQ=WEEKLY;BYDAY=XX'], /RRULE is no rule: invalid BYDAY value "XX"/],
    [['RRULE:FREQ=NEVER'], /is no rule/],
    [['RRULE:COUNT=2'], /says not how often/],
    [['RRULE:FREQ=DAILY;SURPRISE=1'], /has a part “SURPRISE”/],
    [['RRULE:RSCALE=CHINESE;FREQ=YEARLY'], /counts by the chinese calendar/],
    [['RRULE:FREQ=DAILY', 'RRULE:FREQ=WEEKLY'], /is a second rule/],
    [['RRULE:FREQ=DAILY', 'EXRULE:FREQ=WEEKLY'], /rule of exceptions/],
    [['RRULE:FREQ=DAILY;UNTIL=20270230'], /is not a date, or not a time, that exists/],
    [['RRULE:FREQ=DAILY;UNTIL=later'], /ends at no date that exists|is no rule/],
    [['DTSTART;VALUE=DATE:20270230'], /DTSTART is not a date, or not a time, that exists/],
    [['DTSTART;TZID=Europe/Berlin:20270201T250000'], /DTSTART is not a date, or not a time/],
    [['DTSTART:garbage'], /DTSTART is not a date/],
    [['DURATION:-PT1H'], /DURATION is not a length of time/],
    [['DURATION:P9999999Y'], /DURATION is not a length of time/],
    [['JUST SOME WORDS'], /is no line of an iCalendar file/],
    [['DESCRIPTION;X="open:y'], /DESCRIPTION is no line of an iCalendar file/],
    [[`DESCRIPTION:${'x'.repeat(1024 * 1024)}`], /has a line \(8\) longer than 524,288 bytes/],
    [
      Array.from({ length: 10 }, () => `X-LONG:${'x'.repeat(300_000)}`),
      /is longer than 2,097,152 characters/,
    ],
    [['DESCRIPTION:nul \0'], /holds NUL bytes/],
  ]
  for (const [lines, sentence] of bombs) {
    const started = cpuMs()
    assert.match(await faultOf(...lines), sentence)
    assert.ok(cpuMs() - started < 2000, `${lines[0]?.slice(0, 60)} took too long`)
  }
})

test('a changed occurrence belongs to the series of the same UID, wherever it stands', async () => {
  const master = eventOf('RRULE:FREQ=WEEKLY;COUNT=9')
  const change = (of: string, ...lines: string[]) =>
    eventOf(`RECURRENCE-ID;TZID=Europe/Berlin:${of}`, ...lines)
  const moved = (of: string, to: string, sequence: number) =>
    change(of, `DTSTART;TZID=Europe/Berlin:${to}`, `SEQUENCE:${sequence}`, 'DURATION:PT1H')
  // Each stands where the other was; the later version of the first counts, though it comes first.
  const pieces = await readText(
    calendarOf(
      moved('20270914T100000', '20270921T100000', 2),
      moved('20270914T100000', '20270922T100000', 1),
      master,
      moved('20270921T100000', '20270914T100000', 0),
    ),
  )
  assert.equal(pieces.length, 1)
  const recurrence = rawOf(pieces[0])['recurrence']
  assert.ok(isObject(recurrence))
  const nothing = { status: null, title: null }
  assert.deepEqual(recurrence['changes'], [
    {
      of: '2027-09-14T10:00',
      start_date: '2027-09-21',
      start_time: '10:00',
      end_date: '2027-09-21',
      end_time: '11:00',
      ...nothing,
    },
    {
      of: '2027-09-21T10:00',
      start_date: '2027-09-14',
      start_time: '10:00',
      end_date: '2027-09-14',
      end_time: '11:00',
      ...nothing,
    },
  ])
  const range = eventOf('RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20270914T100000')
  assert.match(
    faultsOf(await readText(calendarOf(master, range))).join(),
    /changes all later occurrences too/,
  )
})

test('a change of an event that is not there, or does not repeat, is refused and nothing else', async () => {
  const change = eventOf('UID:gone@test', 'RECURRENCE-ID;TZID=Europe/Berlin:20270914T100000')
  const pieces = await readText(calendarOf(change, eventOf(), change.replace('gone@', 'one@')))
  assert.equal(pieces.filter((piece) => 'raw' in piece).length, 1)
  const reason =
    'RECURRENCE-ID changes one occurrence of an event that is not in the file, or that does not repeat'
  assert.deepEqual(faultsOf(pieces), [reason, reason])
  const many = Array.from({ length: 1001 }, () => change.replace('gone@', 'one@'))
  assert.match(
    faultsOf(await readText(calendarOf(eventOf('RRULE:FREQ=DAILY'), ...many))).join(),
    /changes more than 1,000 occurrences/,
  )
})
