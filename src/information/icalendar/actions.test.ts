import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import fc from 'fast-check'
import { readShape } from '../../platform/index.ts'
import { eventShape } from '../events/model.ts'
import { readRecordsFile, type ReadOptions } from '../files/actions.ts'
import type { Piece } from '../files/model.ts'
import { FileFault } from '../import/model.ts'
import { readCalendar, readCalendarHead } from './actions.ts'
import {
  calendarOf,
  eventOf,
  faultOf,
  faultsOf,
  openText,
  rawOf,
  readOne,
  readText,
  testKnown,
  zoneOf,
} from './testing.ts'

// The processor's time, for others may be at work besides.
const cpuMs = () => process.cpuUsage().user / 1000

const fixtures = join(import.meta.dirname, 'fixtures')
const shape = eventShape(testKnown)

for (const name of readdirSync(fixtures).filter((name) => name.endsWith('.ics'))) {
  test(`the calendar of one producer is read right: ${name}`, async () => {
    const file = await readRecordsFile({ path: join(fixtures, name) }, { known: testKnown })
    const pieces = await Array.fromAsync(file.pieces)
    const expected: unknown = JSON.parse(readFileSync(join(fixtures, name.replace('.ics', '.json')), 'utf8'))
    assert.deepEqual(
      pieces.map(({ text: _, ...piece }) => piece),
      expected,
    )
    for (const piece of pieces.filter((piece) => 'raw' in piece)) {
      const { recurrence: _, ...raw } = rawOf(piece)
      const kept = readShape(shape, raw)
      assert.ok('record' in kept, JSON.stringify(kept))
    }
  })
}

test('a time in no zone is in the zone declared for the file, or asked for', async () => {
  const floating = eventOf('DTSTART:20270619T090000')
  const zone = async (text: string, options?: Partial<ReadOptions>) =>
    rawOf((await readText(text, options))[0])['zone']
  assert.equal(await zone(calendarOf(floating), { zone: 'Asia/Tokyo' }), 'Asia/Tokyo')
  assert.equal(await zone(calendarOf('X-WR-TIMEZONE:Asia/Yangon', floating)), 'Asia/Yangon')
  assert.equal(
    await zone(calendarOf('X-WR-TIMEZONE:Asia/Yangon', floating), { zone: 'Asia/Tokyo' }),
    'Asia/Tokyo',
  )
  assert.match(faultsOf(await readText(calendarOf(floating))).join(), /DTSTART names no time zone/)
  await assert.rejects(
    readText(calendarOf(floating), { zone: 'Mars/Olympus' }),
    /“Mars\/Olympus” is no time zone/,
  )
})

test('a zone known by neither name nor rules is refused by name', async () => {
  assert.match(
    await faultOf('DTSTART;TZID=Mars/Olympus:20270619T090000'),
    /time zone “Mars\/Olympus”, which is unknown/,
  )
  const event = eventOf('DTSTART;TZID=Ours:20270619T090000')
  // The description may stand after the event.
  const [found] = await readText(calendarOf(event, zoneOf('+0545')))
  assert.equal(rawOf(found)['zone'], 'Asia/Kathmandu')
  assert.match(
    faultsOf(await readText(calendarOf(zoneOf('+0733'), event))).join(),
    /“Ours”, which is unknown/,
  )
})

test('two calendars in one file each have their own zones', async () => {
  const event = (uid: string) => eventOf(`UID:${uid}`, 'DTSTART;TZID=Ours:20270619T090000')
  const pieces = await readText(
    calendarOf(zoneOf('+0545'), event('a')) + calendarOf(zoneOf('+0630'), event('b')),
  )
  assert.deepEqual(
    pieces.map((piece) => rawOf(piece)['zone']),
    ['Asia/Kathmandu', 'Asia/Yangon'],
  )
})

test('an id is made of the UID, the same each time, and never that of another', async () => {
  const idOf = async (...lines: string[]) => String((await readOne(...lines))['id'])
  const id = await idOf('UID:Summer school 2027@school.example')
  assert.match(id, /^summer-school-2027-school-example-[0-9a-f]{16}$/)
  assert.equal(await idOf('UID:Summer school 2027@school.example', 'LOCATION:elsewhere'), id)
  assert.notEqual(await idOf('UID:summer school 2027@school.example'), id)
  assert.match(await idOf(`UID:${'x'.repeat(5000)}`), /^x{40}-[0-9a-f]{16}$/)
  assert.match(await idOf('UID:夏'), /^event-[0-9a-f]{16}$/)
  const without = async (...lines: string[]) => {
    const event = eventOf(...lines).replace('UID:one@test\r\n', '')
    return String(rawOf((await readText(calendarOf(event)))[0])['id'])
  }
  assert.match(await without('DESCRIPTION:x'), /^a-[0-9a-f]{16}$/)
  assert.equal(await without('DESCRIPTION:x', 'DTSTAMP:20270101T000000Z'), await without('DESCRIPTION:y'))
  assert.notEqual(await without('LOCATION:here'), await without('LOCATION:there'))
})

test('a picture written into the file is left out, and does not keep the event out', async () => {
  const picture = `ATTACH;ENCODING=BASE64;VALUE=BINARY;FMTTYPE=image/png:${'QUJD'.repeat(200_000)}`
  const [long] = await readText(calendarOf(eventOf(picture)))
  assert.deepEqual(long && 'origin' in long && long.origin?.properties, {})
  const [short] = await readText(calendarOf(eventOf(picture.slice(0, 5000))))
  assert.match(JSON.stringify(short && 'origin' in short && short.origin), /… \(4,99\d characters\)/)
})

test('ten thousand events are read one by one', async () => {
  const events = Array.from({ length: 10_000 }, (_, at) =>
    eventOf(
      `UID:${at}@test`,
      'LOCATION:Hall\\, Brussels\\, Belgium',
      'CATEGORIES:Music',
      `DESCRIPTION:${'words '.repeat(30)}`,
    ),
  )
  const started = cpuMs()
  const ids = new Set<unknown>()
  const file = await openText(calendarOf(...events))
  for await (const piece of file.pieces) ids.add(rawOf(piece)['id'])
  assert.equal(ids.size, 10_000)
  assert.ok(cpuMs() - started < 20_000)
})

test('a file cut short gives what is whole, and says that it was cut', async () => {
  const whole = calendarOf(eventOf('UID:a'), eventOf('UID:b'))
  const within = await readText(whole.slice(0, whole.lastIndexOf('END:VEVENT')))
  assert.equal(within.filter((piece) => 'raw' in piece).length, 1)
  assert.deepEqual(
    faultsOf(within).map((fault) => fault.slice(0, 40)),
    ['(event) begins, but has no end of its own:', '(file) has no end (END:VCALENDAR): it may'].map((fault) =>
      fault.slice(0, 40),
    ),
  )
  const unclosed = calendarOf(eventOf('UID:a').replace('\r\nEND:VEVENT', ''), eventOf('UID:b'))
  const pieces = await readText(unclosed)
  assert.deepEqual([pieces.length, faultsOf(pieces).length], [2, 1])
})

test('what is no calendar of events is said so', async () => {
  const refuses = (text: string, sentence: RegExp, options?: Partial<ReadOptions>) =>
    assert.rejects(
      readText(text, options),
      (error) => error instanceof FileFault && sentence.test(error.message),
    )
  await refuses('hello', /holds no calendar/)
  await refuses('', /holds no calendar/)
  await refuses('BEGIN:VCALENDAR\nVERSION:1.0\nEND:VCALENDAR', /vCalendar 1.0/)
  await refuses(calendarOf(eventOf()), /A calendar holds events, not articles/, { kind: 'articles' })
  assert.deepEqual(await readText(calendarOf()), [])
})

test('refused pieces make a file again, which goes in once it is mended', async () => {
  const bad = [
    eventOf('UID:bad@test', 'RRULE:FREQ=SECONDLY', 'DTSTART;TZID=Ours:20270907T100000'),
    eventOf('UID:bad@test', 'RECURRENCE-ID;TZID=Ours:20270908T100000', 'STATUS:CANCELLED'),
  ]
  const file = await openText(calendarOf(zoneOf('+0545'), eventOf('UID:good@test'), ...bad))
  const refused = (await Array.fromAsync(file.pieces)).filter((piece) => 'faults' in piece)
  const { before, between, after } = file.frame
  const again = before + refused.map(({ text }) => text).join(between) + after
  const mended = await readText(again.replace('SECONDLY', 'DAILY'))
  assert.equal(mended.length, 1)
  assert.deepEqual([rawOf(mended[0])['zone'], refused[0]?.id], ['Asia/Kathmandu', rawOf(mended[0])['id']])
  assert.match(JSON.stringify(rawOf(mended[0])['recurrence']), /2027-09-08T10:00.*cancelled/)
})

async function readBytes(bytes: Uint8Array): Promise<Piece[]> {
  const open = async function* () {
    yield bytes
  }
  return Array.fromAsync(readCalendar(open, await readCalendarHead(open), { known: testKnown }))
}

test('an event in another encoding is refused, and the others go in', async () => {
  const text = calendarOf(eventOf('UID:a', 'LOCATION:Café'), eventOf('UID:b'))
  // Each letter one byte, as ISO 8859-1 has it.
  const pieces = await readBytes(Uint8Array.from(text, (letter) => letter.charCodeAt(0)))
  assert.deepEqual(faultsOf(pieces), ['line 8 holds NUL bytes, or bytes that are not UTF-8'])
  assert.equal(pieces.filter((piece) => 'raw' in piece).length, 1)
})

const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n|\r/g, '\\n')

/** Folds at any byte, as some producers do; the answer has one letter for each byte. */
function foldedAt(line: string, width: number): string {
  const bytes = new TextEncoder().encode(line)
  const pieces = Array.from({ length: Math.ceil(bytes.length / width) }, (_, at) =>
    String.fromCharCode(...bytes.subarray(at * width, (at + 1) * width)),
  )
  return pieces.join('\r\n ')
}

// Letters no text has, and those that make a text HTML.
const odd = /[\p{Cc}\p{Zl}\p{Zp}\uFFFD<]/gu
const wordsArb = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => text.replace(odd, '').trim().replace(/\s+/g, ' '))
  .filter((text) => text !== '')
const eventArb = fc.record({
  uid: fc.uuid(),
  title: wordsArb,
  description: fc.array(wordsArb, { minLength: 1, maxLength: 4 }),
  wall: fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }),
  zone: fc.constantFrom('Europe/Berlin', 'Asia/Yangon', 'America/New_York', 'UTC'),
  hours: fc.integer({ min: 1, max: 200 }),
})

const linesOf = ({
  uid,
  title,
  description,
  wall,
  zone,
  hours,
}: typeof eventArb extends fc.Arbitrary<infer E> ? E : never) => [
  'BEGIN:VEVENT',
  `UID:${uid}`,
  `SUMMARY:${escaped(title)}`,
  `DESCRIPTION:${escaped(description.join('\n'))}`,
  `DTSTART;TZID=${zone}:${wall.toISOString().slice(0, 16).replace(/[-:]/g, '')}00`,
  `DURATION:PT${hours}H`,
  'END:VEVENT',
]

test('anything a small writer writes, folded anywhere, reads back', async () => {
  const events = fc.array(eventArb, { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(events, fc.integer({ min: 1, max: 80 }), async (events, width) => {
      const written = calendarOf(...events.flatMap(linesOf).map((line) => foldedAt(line, width)))
      const pieces = await readBytes(Uint8Array.from(written, (letter) => letter.charCodeAt(0)))
      const read = pieces.map(rawOf).map((raw) => ({
        title: raw['title'],
        description: raw['summary'] ?? raw['body'],
        zone: raw['zone'],
        start: `${String(raw['start_date'])}T${String(raw['start_time'])}`,
      }))
      const given = events.map(({ title, description, zone, wall }) => ({
        title,
        description: description.join('\n'),
        zone,
        start: wall.toISOString().slice(0, 16),
      }))
      assert.deepEqual(read, given)
    }),
    { numRuns: 100 },
  )
})

test('a calendar with anything in it gives pieces or a sentence, never an error', async () => {
  const originals = readdirSync(fixtures).filter((name) => name.endsWith('.ics'))
  const texts = originals.map((name) => readFileSync(join(fixtures, name), 'latin1'))
  const scraps = [
    '\0',
    '\n',
    '\r\n ',
    ':',
    ';',
    '=',
    '"',
    '\\',
    ',',
    'BEGIN:VEVENT\r\n',
    'END:VEVENT\r\n',
    'P',
    'Z',
    '9',
    '-',
  ]
  const damage = fc.record({
    text: fc.constantFrom(...texts),
    at: fc.array(
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(12), fc.constantFrom(...scraps)),
      { maxLength: 12 },
    ),
  })
  await fc.assert(
    fc.asyncProperty(damage, async ({ text, at }) => {
      const damaged = at.reduce((kept, [where, length, scrap]) => {
        const from = Math.floor(where * kept.length)
        return kept.slice(0, from) + scrap + kept.slice(from + length)
      }, text)
      const pieces = await readBytes(Uint8Array.from(damaged, (letter) => letter.charCodeAt(0))).catch(
        (error: unknown) => {
          if (!(error instanceof FileFault)) throw error
          return []
        },
      )
      for (const piece of pieces) if ('raw' in piece) readShape(shape, rawOf(piece))
    }),
    { numRuns: 300 },
  )
})
