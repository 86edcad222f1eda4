import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { readShape } from '../../../../platform/index.ts'
import type { Recurrence } from '../../recurrence/model.ts'
import { rawOf, readText } from '../../testing.ts'
import { calendarOf } from '../model.ts'
import { eventEntry } from './model.ts'
import { anyTerms, demo, demoKnown, held, one, options, readBack } from './testing.ts'

test('every event of the demonstration comes back from a calendar the same', async () => {
  const entries = demo.flatMap((record) => eventEntry(record, { ...options, known: demoKnown }) ?? [])
  const text = (await Array.fromAsync(calendarOf(entries, { name: 'Events', refreshHours: 1 }))).join('')
  const back = (await readText(text, { known: demoKnown })).map(rawOf)
  assert.ok(back.length > 60)
  assert.deepEqual(back.map(held), demo.map(held))
})

const dayArb = fc
  .integer({ min: 0, max: 9000 })
  .map((days) => Temporal.PlainDate.from('2010-01-01').add({ days }).toString())
const timeArb = fc
  .integer({ min: 0, max: 24 * 60 - 1 })
  .map((minutes) => new Temporal.PlainTime().add({ minutes }).toString({ smallestUnit: 'minute' }))
const zoneArb = fc.constantFrom(
  'Europe/Berlin',
  'Asia/Kathmandu',
  'UTC',
  'Etc/UTC',
  'America/New_York',
  'asia/yangon',
)
// U+FFFD stands for what could not be read, and a calendar that has it is refused.
const readable = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.replaceAll('\uFFFD', ''))
const textArb = fc.oneof(
  readable,
  fc.constantFrom('Online', 'Zoom', 'Berlin, Germany', 'ရန်ကုန်မြို့', 'a\\nb', 'x;y,z:"w"', '<p>p</p>', 'a\n\nb'),
)
const maybeText = fc.option(textArb)
const eventArb = fc.record(
  {
    id: textArb,
    title: textArb,
    summary: maybeText,
    body: maybeText,
    original_lang: fc.constantFrom('en', 'zh-Hant', 'km', 'pt-BR'),
    state: fc.constantFrom('draft', 'published', 'archived'),
    kind: fc.option(fc.constantFrom('concert', 'lecture', 'climate')),
    disciplines: fc.uniqueArray(fc.constantFrom('music', 'visual-arts')),
    themes: fc.uniqueArray(fc.constantFrom('music', 'climate', 'cities')),
    organiser: maybeText,
    venue: maybeText,
    city: maybeText,
    country_code: fc.option(fc.constantFrom('BE', 'FR', 'SG')),
    online: fc.boolean(),
    online_url: fc.option(fc.webUrl({ withQueryParameters: true })),
    attendance: fc.option(fc.constantFrom('on-site', 'online', 'hybrid')),
    start_date: fc.oneof(
      dayArb,
      dayArb,
      dayArb.map((day) => day.slice(0, 7)),
      dayArb.map((day) => day.slice(0, 4)),
    ),
    start_time: fc.option(timeArb),
    end_date: fc.option(dayArb),
    end_time: fc.option(timeArb),
    zone: fc.option(zoneArb),
    date_precision: fc.option(fc.constantFrom('day', 'month', 'year')),
    status: fc.constantFrom('tentative', 'confirmed', 'postponed', 'cancelled'),
    url: fc.option(fc.webUrl({ withFragments: true })),
  },
  { requiredKeys: ['id', 'title', 'start_date'] },
)
/** A record as it is kept: the words of its fields trimmed, line ends of one kind, nothing where nothing is said. */
function kept(given: Record<string, unknown>): Record<string, unknown> | null {
  const read = readShape(anyTerms, given)
  if (!('record' in read)) return null
  const trimmed = Object.entries(read.record).map(([field, value]) => [
    field,
    typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() || null : value,
  ])
  const { recurrence: _, ...record }: Record<string, unknown> = Object.fromEntries(trimmed)
  return record['id'] === null || record['title'] === null ? null : record
}
const keptArb = eventArb.map(kept).filter((record) => record !== null)

// Two entries of one name are two versions of one event.
const recordsArb = fc.uniqueArray(keptArb, { minLength: 1, maxLength: 4, selector: ({ id }) => id })

test('any event comes back from a calendar the same, as far as a calendar holds it', async () => {
  let tried = 0
  await fc.assert(
    fc.asyncProperty(recordsArb, async (records) => {
      const back = await readBack(records)
      assert.deepEqual(back.map(held), records.map(held))
      tried += records.length
    }),
    { numRuns: 300 },
  )
  assert.ok(tried > 300)
})

const keyArb = (isTimed: boolean) =>
  isTimed ? fc.tuple(dayArb, timeArb).map((parts) => parts.join('T')) : dayArb
const listArb = (isTimed: boolean) =>
  fc.uniqueArray(keyArb(isTimed), { maxLength: 12 }).map((keys) => keys.toSorted())
const ruleArb = (isTimed: boolean) =>
  fc.option(
    fc
      .tuple(
        fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH', 'FREQ=MONTHLY;BYDAY=-1FR'),
        // Noon is an hour that no clock skips.
        fc.oneof(
          fc.constant(''),
          fc.integer({ min: 1, max: 500 }).map((count) => `;COUNT=${count}`),
          dayArb.map((day) => `;UNTIL=${day.replaceAll('-', '')}${isTimed ? 'T120000' : ''}`),
        ),
      )
      .map((parts) => parts.join('')),
  )
const changeArb = (isTimed: boolean) =>
  fc
    .record({
      of: keyArb(isTimed),
      start_date: dayArb,
      start_time: isTimed ? fc.option(timeArb) : fc.constant(null),
      status: fc.option(fc.constantFrom('tentative', 'confirmed', 'postponed', 'cancelled')),
      title: fc.option(fc.constantFrom('Elsewhere', 'ရန်ကုန်မြို့, "x";')),
      length: fc.option(fc.integer({ min: 0, max: 3 })),
    })
    .map(({ length, ...change }) => ({
      ...change,
      end_date:
        length === null ? null : Temporal.PlainDate.from(change.start_date).add({ days: length }).toString(),
      end_time: length !== null && length > 0 && change.start_time !== null ? '23:59' : null,
    }))
const recurrenceArb = (isTimed: boolean): fc.Arbitrary<Recurrence> =>
  fc
    .record({
      rule: ruleArb(isTimed),
      dates: listArb(isTimed),
      except: listArb(isTimed),
      changes: fc
        .uniqueArray(changeArb(isTimed), { maxLength: 4, selector: ({ of }) => of })
        .map((changes) => changes.toSorted((a, b) => (a.of < b.of ? -1 : 1))),
    })
    .filter(({ rule, dates }) => rule !== null || dates.length > 0)

test('any series comes back with its rule, its dates, its exceptions and its changes', async () => {
  const seriesArb = fc
    .tuple(
      fc.boolean(),
      dayArb,
      zoneArb.filter((zone) => zone !== 'asia/yangon' && zone !== 'Etc/UTC'),
    )
    .chain(([isTimed, start_date, zone]) =>
      recurrenceArb(isTimed).map((recurrence) => ({
        start_date,
        ...(isTimed ? { start_time: '12:00', zone } : {}),
        recurrence,
      })),
    )
  await fc.assert(
    fc.asyncProperty(seriesArb, async (record) => {
      const { recurrence, start_date, start_time = null } = await one(record)
      assert.deepEqual(recurrence, structuredClone(record.recurrence))
      assert.deepEqual([start_date, start_time], [record.start_date, record.start_time ?? null])
    }),
    { numRuns: 300 },
  )
})
