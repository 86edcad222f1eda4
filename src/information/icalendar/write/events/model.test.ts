import assert from 'node:assert/strict'
import test from 'node:test'
import { rawOf, readText } from '../../testing.ts'
import { eventEntry } from './model.ts'
import { held, known, options, readBack, written } from './testing.ts'

test('an event is written as calendars know it, with what they do not know beside', async () => {
  const record = {
    id: 'river-talks',
    title: 'ເວທີສົນທະນາແມ່ນ້ຳຂອງ',
    summary: 'Tea, and talk; by the river.',
    original_lang: 'lo',
    kind: 'workshop',
    disciplines: ['visual-arts'],
    themes: ['climate'],
    organiser: 'River House',
    venue: 'Hall 2',
    city: 'Berlin',
    country_code: 'DE',
    online_url: 'https://meet.example/room',
    attendance: 'hybrid',
    start_date: '2027-09-07',
    start_time: '10:00',
    end_date: '2027-09-07',
    end_time: '11:30',
    zone: 'Europe/Berlin',
    url: 'https://river.example/talks',
    recurrence: {
      rule: 'FREQ=WEEKLY;UNTIL=20271123T100000;BYDAY=TU',
      dates: ['2027-12-24T10:00'],
      except: ['2027-09-21T10:00'],
      changes: [
        {
          of: '2027-11-02T10:00',
          start_date: '2027-11-03',
          start_time: '14:00',
          end_date: null,
          end_time: null,
          status: 'postponed',
          title: 'On a Wednesday',
        },
      ],
    },
  }
  const text = (await written([record])).replace(/BEGIN:VTIMEZONE[^]*END:VTIMEZONE/, '(Europe/Berlin)')
  assert.equal(
    text.replaceAll('\r\n', '\n'),
    `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Caravanserai//Caravanserai//EN
CALSCALE:GREGORIAN
(Europe/Berlin)
BEGIN:VEVENT
UID:river-talks@house.example
DTSTAMP:20270115T120000Z
SEQUENCE:3
X-CARAVANSERAI-ID;VALUE=TEXT:river-talks
DTSTART;TZID=Europe/Berlin:20270907T100000
DTEND;TZID=Europe/Berlin:20270907T113000
SUMMARY;LANGUAGE=lo:ເວທີສົນທະນາແມ່ນ້ຳຂ
 ອງ
DESCRIPTION:Tea\\, and talk\\; by the river.
LOCATION:Hall 2\\, Berlin\\, Germany
CONFERENCE;VALUE=URI:https://meet.example/room
URL:https://river.example/talks
STATUS:CONFIRMED
CATEGORIES:Workshop,Visual arts,Climate
ORGANIZER;CN=River House:invalid:nomail
RRULE:FREQ=WEEKLY;UNTIL=20271123T090000Z;BYDAY=TU
RDATE;TZID=Europe/Berlin:20271224T100000
EXDATE;TZID=Europe/Berlin:20270921T100000
END:VEVENT
BEGIN:VEVENT
UID:river-talks@house.example
DTSTAMP:20270115T120000Z
SEQUENCE:3
X-CARAVANSERAI-ID;VALUE=TEXT:river-talks
RECURRENCE-ID;TZID=Europe/Berlin:20271102T100000
DTSTART;TZID=Europe/Berlin:20271103T140000
SUMMARY;LANGUAGE=lo:On a Wednesday
STATUS:TENTATIVE
X-CARAVANSERAI-STATUS;VALUE=TEXT:postponed
END:VEVENT
END:VCALENDAR
`,
  )
})

test('whole days end exclusively; a month or a year is all of its days', async () => {
  const lines = async (record: object) =>
    (await written([{ id: 'a', title: 'A', ...record }]))
      .split('\r\n')
      .filter((line) => /^(DT(START|END)|X-CARAVANSERAI-(START|END|DATE))/.test(line))
  assert.deepEqual(await lines({ start_date: '2027-05-31' }), ['DTSTART;VALUE=DATE:20270531'])
  assert.deepEqual(await lines({ start_date: '2027-12-30', end_date: '2027-12-31' }), [
    'DTSTART;VALUE=DATE:20271230',
    'DTEND;VALUE=DATE:20280101',
  ])
  assert.deepEqual(await lines({ start_date: '2028-02', date_precision: 'month' }), [
    'DTSTART;VALUE=DATE:20280201',
    'DTEND;VALUE=DATE:20280301',
    'X-CARAVANSERAI-START-DATE;VALUE=TEXT:2028-02',
    'X-CARAVANSERAI-END-DATE;VALUE=TEXT:',
    'X-CARAVANSERAI-DATE-PRECISION;VALUE=TEXT:month',
  ])
  assert.deepEqual(await lines({ start_date: '2027', end_date: '2028' }), [
    'DTSTART;VALUE=DATE:20270101',
    'DTEND;VALUE=DATE:20290101',
    'X-CARAVANSERAI-START-DATE;VALUE=TEXT:2027',
    'X-CARAVANSERAI-END-DATE;VALUE=TEXT:2028',
  ])
  const night = { start_date: '2027-05-31', start_time: '22:00', end_date: '2027-05-31', zone: 'UTC' }
  assert.deepEqual(await lines(night), ['DTSTART:20270531T220000Z', 'DTEND:20270601T000000Z'])
})

test('an event without a date is in no calendar', async () => {
  assert.equal(eventEntry({ id: 'a', title: 'A' }, options), null)
  assert.deepEqual(await readBack([{ id: 'a', title: 'A', start_date: null }]), [])
})

test('every zone that times name is described once, before them, under the name they use', async () => {
  const at = (id: string, zone: string) => ({
    id,
    title: id,
    start_date: '2027-05-31',
    start_time: '10:00',
    zone,
  })
  const zones = ['Asia/Yangon', 'Asia/Calcutta', 'europe/berlin', 'UTC', 'Asia/Yangon']
  const text = await written(zones.map((zone, at_) => at(`e${at_}`, zone)))
  assert.deepEqual(
    text.match(/^(BEGIN:VEVENT|TZID:.*|DTSTART[;:T].*)(?=\r)/gm)?.filter((line) => !line.includes('1970')),
    [
      'TZID:Asia/Yangon',
      'BEGIN:VEVENT',
      'DTSTART;TZID=Asia/Yangon:20270531T100000',
      'TZID:Asia/Calcutta',
      'BEGIN:VEVENT',
      'DTSTART;TZID=Asia/Calcutta:20270531T100000',
      'TZID:Europe/Berlin',
      'BEGIN:VEVENT',
      'DTSTART;TZID=Europe/Berlin:20270531T100000',
      'BEGIN:VEVENT',
      'DTSTART:20270531T100000Z',
      'BEGIN:VEVENT',
      'DTSTART;TZID=Asia/Yangon:20270531T100000',
    ],
  )
})

test('words that a calendar would be read otherwise by come back as they were', async () => {
  const records = [
    { venue: 'Hall, Belgium', country_code: null },
    { city: 'Brussels', country_code: null },
    { venue: 'https://not.online/', attendance: 'on-site' },
    { organiser: 'a@b.example', themes: ['music'], disciplines: [], kind: null },
    { organiser: '100%25 "Art" ^n', kind: 'climate' },
    { title: 'Two  spaces', body: '<b>not bold</b>' },
    { summary: 'One', body: 'Two\n\nThree', state: 'archived', status: 'postponed' },
    { original_lang: 'en-GB', attendance: 'online', url: 'https://a.example/x\ty z' },
    { online_url: 'https://b.example/?q=1,2;3', attendance: 'online', venue: 'Hall' },
    { kind: 'lecture', themes: ['cities', 'climate'], disciplines: ['music'], country_code: 'FR' },
  ].map((record, at) => ({ id: `r ${at};,`, title: `R${at}`, start_date: '2027-05-31', ...record }))
  assert.deepEqual((await readBack(records)).map(held), records.map(held))
})

test('what others wrote beside is not mistaken for ours', async () => {
  const text = await written([{ id: 'a', title: 'A', start_date: '2027-05-31' }])
  const [piece] = await readText(text.replace('SEQUENCE', 'X-CARAVANSERAI-SURPRISE:1\r\nSEQUENCE'), { known })
  assert.deepEqual(piece && 'origin' in piece && piece.origin, {
    uid: 'a@house.example',
    properties: { 'X-CARAVANSERAI-SURPRISE': ['1'], SEQUENCE: ['3'] },
  })
  const long = text.replace(/(X-CARAVANSERAI-ID;VALUE=TEXT:)a/, `$1${'x'.repeat(201)}`)
  assert.match(String(rawOf((await readText(long, { known }))[0])['id']), /^a-house-example-[0-9a-f]{16}$/)
})
