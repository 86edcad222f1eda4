import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { openTestHouse, testNow } from '../../testing.ts'
import { aCall, anEvent, importAll, plant } from '../testing.ts'

let now = testNow
const house = await openTestHouse({ settings: { publicUrl: 'https://culture.example' }, clock: () => now })
after(() => house.close())

const calendar = async (path: string) => {
  const { status, text } = await house.get(path)
  assert.equal(status, 200, path)
  return text
}

/** The entries of a calendar as `ical.js` reads them. */
function entriesIn(text: string): { uid: string; event: InstanceType<typeof ICAL.Event> }[] {
  const component = new ICAL.Component(ICAL.parse(text))
  return component
    .getAllSubcomponents('vevent')
    .map((part) => new ICAL.Event(part))
    .map((event) => ({ uid: event.uid, event }))
}

/** A property of the entries of a calendar, as written, by UID. */
function linesOf(text: string, name: string): Record<string, string> {
  const unfolded = text.replaceAll('\r\n ', '')
  const entries = unfolded.split('BEGIN:VEVENT').slice(1)
  const value = (entry: string, wanted: string) =>
    new RegExp(`^${wanted}[;:](.*)$`, 'm').exec(entry)?.[1]?.trim()
  return Object.fromEntries(entries.map((entry) => [value(entry, 'UID') ?? '', value(entry, name) ?? '']))
}

const theCall = {
  id: 'lake',
  title: 'Lake residency',
  deadline: '2027-05-31',
  deadline_time: '17:00',
  deadline_zone: 'Europe/Paris',
}
const uid = 'lake.deadline-1@culture.example'

test('a deadline that is extended keeps its UID and gets a higher SEQUENCE; unchanged it is the same to the byte', async () => {
  await plant(house.db, 'opportunities', [theCall])
  const before = await calendar('/opportunities.ics')
  assert.deepEqual(linesOf(before, 'SEQUENCE'), { [uid]: '0' })
  assert.deepEqual(linesOf(before, 'DTSTART'), { [uid]: 'TZID=Europe/Paris:20270531T170000' })
  now = now.add({ hours: 48 })
  await importAll(house.db, 'opportunities', [theCall], { now })
  assert.equal(await calendar('/opportunities.ics'), before)
  await importAll(house.db, 'opportunities', [{ ...theCall, deadline: '2027-06-15' }], { now })
  const after = await calendar('/opportunities.ics')
  assert.deepEqual(linesOf(after, 'SEQUENCE'), { [uid]: '1' })
  assert.deepEqual(linesOf(after, 'DTSTART'), { [uid]: 'TZID=Europe/Paris:20270615T170000' })
  assert.deepEqual(linesOf(after, 'DTSTAMP'), { [uid]: '20270117T120000Z' })
  assert.match(linesOf(after, 'DESCRIPTION')[uid] ?? '', /Extended from 31 May 2027 to 15 June 2027/)
  assert.deepEqual(linesOf(await calendar('/opportunities/lake-residency.ics'), 'SEQUENCE'), { [uid]: '1' })
})

test('a call that is cancelled leaves the list, and stays in calendars as cancelled for a time', async () => {
  await importAll(house.db, 'opportunities', [{ ...theCall, deadline: '2027-06-15', status: 'cancelled' }], {
    now,
  })
  assert.doesNotMatch((await house.get('/opportunities')).text, /Lake residency/)
  const cancelled = await calendar('/opportunities.ics')
  assert.deepEqual(linesOf(cancelled, 'STATUS'), { [uid]: 'CANCELLED' })
  assert.deepEqual(linesOf(cancelled, 'SEQUENCE'), { [uid]: '2' })
  assert.deepEqual(linesOf(await calendar('/opportunities.ics?deadline=later'), 'STATUS'), {
    [uid]: 'CANCELLED',
  })
  // Elsewhere it would not have been.
  assert.deepEqual(linesOf(await calendar('/opportunities.ics?discipline=music'), 'STATUS'), {})
  assert.doesNotMatch((await house.get('/opportunities.atom')).text, /Lake residency/)
  const then = now
  now = now.add({ hours: 24 * 91 })
  assert.deepEqual(linesOf(await calendar('/opportunities.ics'), 'STATUS'), {})
  now = then
})

test('a call without a day is in no calendar, and one with rounds has an entry for each', async () => {
  await plant(house.db, 'opportunities', [
    aCall({ id: 'rolling', title: 'Rolling call', deadline_kind: 'rolling' }),
    aCall({
      id: 'monthly',
      title: 'Monthly call',
      deadline_kind: 'rounds',
      rounds: [
        { deadline: '2027-02-28' },
        { deadline: '2027-03-31', time: '23:59', zone: 'anywhere-on-earth' },
      ],
    }),
  ])
  const text = await calendar('/opportunities.ics?q=call')
  assert.deepEqual(linesOf(text, 'DTSTART'), {
    'monthly.deadline-1@culture.example': 'VALUE=DATE:20270228',
    'monthly.deadline-2@culture.example': '20270401T115900Z',
  })
  // The end of a whole day is the day after it.
  assert.equal(linesOf(text, 'DTEND')['monthly.deadline-1@culture.example'], 'VALUE=DATE:20270301')
  assert.equal((await house.get('/opportunities/rolling-call.ics')).status, 404)
  assert.doesNotMatch((await house.get('/opportunities/rolling-call')).text, /webcal:|text\/calendar/)
  assert.match(
    (await house.get('/opportunities/monthly-call')).text,
    /href="webcal:\/\/culture.example\/opportunities\/monthly-call.ics"/,
  )
})

const lao = 'ເທດສະການສິລະປະ ແລະ ວັດທະນະທຳລາວ ທີ່ນະຄອນຫຼວງວຽງຈັນ '
const burmese = 'မြန်မာ့ရိုးရာယဉ်ကျေးမှုပွဲတော် ရန်ကုန်မြို့ '
const urdu = 'ایشیا اور یورپ کے درمیان ثقافتی میلہ لاہور میں '

test('lines end in CRLF, have 75 octets at most, and are folded between letters, in Lao, Burmese and Urdu', async () => {
  await plant(
    house.db,
    'events',
    [lao, burmese, urdu].map((words, at) =>
      anEvent({
        id: `script-${at}`,
        title: words.repeat(4).trim(),
        summary: `${words.repeat(9)}\nنیا; سطر, \\ 🎭🎭🎭`,
        original_lang: ['lo', 'my', 'ur'][at],
        venue: words.trim(),
        start_date: '2027-03-01',
        start_time: '10:00',
        end_time: '12:00',
        zone: ['Asia/Vientiane', 'Asia/Yangon', 'Asia/Karachi'][at],
      }),
    ),
  )
  const text = await calendar('/ur/events.ics?from=2027-03-01&to=2027-03-01')
  const bytes = Buffer.from(text)
  let start = 0
  for (let at = bytes.indexOf('\r\n'); at >= 0; at = bytes.indexOf('\r\n', start)) {
    const line = bytes.subarray(start, at)
    assert.ok(line.length <= 75, line.toString())
    // A line that began or ended within a letter would not be UTF-8.
    assert.doesNotThrow(() => new TextDecoder('utf-8', { fatal: true }).decode(line))
    assert.ok(!line.includes(10) && !line.includes(13))
    start = at + 2
  }
  assert.equal(start, bytes.length)
  const read = new Map(entriesIn(text).map(({ uid, event }) => [uid, event]))
  for (const [at, words] of [lao, burmese, urdu].entries()) {
    const event = read.get(`script-${at}@culture.example`)
    assert.equal(event?.summary, words.repeat(4).trim())
    assert.equal(event?.description, `${words.repeat(9)}\nنیا; سطر, \\ 🎭🎭🎭`)
  }
  for (const zone of ['Asia/Vientiane', 'Asia/Yangon', 'Asia/Karachi']) {
    const described = text.indexOf(`TZID:${zone}\r\n`)
    assert.ok(described > 0 && described < text.indexOf(`;TZID=${zone}:`), zone)
  }
})

test('an event that repeats goes out with its rule, its exceptions and its changes, and two parsers read the same dates', async () => {
  await plant(house.db, 'events', [
    anEvent({
      id: 'class',
      title: 'Weekly class',
      start_date: '2027-10-04',
      start_time: '10:00',
      end_time: '11:30',
      zone: 'Europe/Berlin',
      recurrence: {
        rule: 'FREQ=WEEKLY;COUNT=6',
        dates: ['2027-12-01T10:00'],
        except: ['2027-10-18T10:00'],
        changes: [
          {
            of: '2027-10-25T10:00',
            start_date: '2027-10-26',
            start_time: '14:00',
            end_time: '15:00',
            title: 'Moved class',
          },
        ],
      },
    }),
    anEvent({ id: 'show', title: 'Exhibition', start_date: '2027-03-01', end_date: '2027-05-31' }),
    anEvent({ id: 'off', title: 'Called off', start_date: '2027-03-05', status: 'cancelled' }),
  ])
  const text = await calendar('/events.ics?from=2027-03-01')
  const [master] = entriesIn(text).filter(({ uid }) => uid === 'class@culture.example')
  const dates: string[] = []
  const all = master?.event.iterator()
  for (let next = all?.next(); next; next = all?.next()) dates.push(String(next))
  assert.deepEqual(dates, [
    '2027-10-04T10:00:00',
    '2027-10-11T10:00:00',
    '2027-10-25T10:00:00',
    '2027-11-01T10:00:00',
    '2027-11-08T10:00:00',
    '2027-12-01T10:00:00',
  ])
  const other = Object.values(nodeIcal.sync.parseICS(text)).filter((part) => part?.type === 'VEVENT')
  const byUid = new Map(other.map((event) => [event.uid, event]))
  const weekly = byUid.get('class@culture.example')
  // 10:00 stays 10:00 across the change of clocks.
  assert.equal(weekly?.start.toISOString(), '2027-10-04T08:00:00.000Z')
  const moved = Object.values(weekly?.recurrences ?? {})[0]
  assert.deepEqual(
    [moved?.summary, JSON.stringify(moved?.start)],
    [{ params: { LANGUAGE: 'en' }, val: 'Moved class' }, '"2027-10-26T12:00:00.000Z"'],
  )
  const show = byUid.get('show@culture.example')
  assert.deepEqual([show?.datetype, String(show?.end?.getDate()), show?.end?.getMonth()], ['date', '1', 5])
  assert.equal(byUid.get('off@culture.example')?.status, 'CANCELLED')
  assert.equal(linesOf(text, 'DTEND')['show@culture.example'], 'VALUE=DATE:20270601')
})

test('a calendar says what it is called and when to ask again, in the words of the list', async () => {
  const text = await calendar('/fr/events.ics?country=lt&q=rien')
  for (const line of [
    'NAME:Événements · “rien”\\, Lituanie',
    'X-WR-CALNAME:Événements · “rien”\\, Lituanie',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    'X-PUBLISHED-TTL:PT6H',
  ])
    assert.ok(text.includes(`${line}\r\n`), text)
  // RFC 5545 (3.4) asks for one component at least.
  assert.match(text, /BEGIN:VTIMEZONE[^]*END:VTIMEZONE\r\nEND:VCALENDAR\r\n$/)
})

test('the file of one event is the entry of the list', async () => {
  const single = await house.get('/events/weekly-class.ics')
  assert.equal(single.headers.get('content-disposition'), 'inline; filename="weekly-class.ics"')
  const entry = /BEGIN:VEVENT.*END:VEVENT\r\n/s.exec(single.text)?.[0] ?? ''
  assert.ok((await calendar('/events.ics?q=weekly')).includes(entry))
  const page = (await house.get('/ur/events/weekly-class')).text
  assert.match(page, /href="webcal:\/\/culture.example\/ur\/events\/weekly-class.ics"/)
  assert.match(page, /href="\/ur\/events\/weekly-class.ics" type="text\/calendar"/)
})
