import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { readKnown } from '../../community/index.ts'
import { formatsFor } from '../../design/index.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { readShape } from '../../platform/index.ts'
import { speak } from '../messages/index.ts'
import { bookOf, decide } from '../rules/deciding/model.ts'
import { type RuleReader, sayReason } from '../rules/sentences/words.ts'
import { loadDemonstrationCalls } from './demonstration/actions.ts'
import { faultsOfExamples } from './examples/model.ts'
import { type CallRecord, callShape } from './model.ts'
import { moveCall } from './moving/model.ts'
import { listOpenCalls } from './queries.ts'
import { readSetsOf } from './sets/queries.ts'

const database = await testDatabase()
after(() => database.close())
const known = await readKnown(database.db, '2026-11-25')
const sets = await readSetsOf(database.db)
const shape = callShape(known)
const file = join(import.meta.dirname, '../../../database/demo/calls.json')
const raw: Record<string, unknown>[] = JSON.parse(await readFile(file, 'utf8')).records
const calls = new Map(raw.map((record) => [String(record['id']), shape.parse(record)]))

function callOf(id: string): CallRecord {
  const call = calls.get(id)
  assert.ok(call, id)
  return call
}

const openingOf = ({ dates }: CallRecord) =>
  Temporal.PlainDate.from(dates.opens.day).toZonedDateTime(dates.zone).toInstant()

for (const [id, call] of calls) {
  test(`every example of ${id} comes out as its file says`, () => {
    assert.deepEqual(faultsOfExamples(call, bookOf(call, sets), openingOf(call)), [])
  })
}

test('moved by whole years, every example still comes out as the file says', () => {
  const today = Temporal.PlainDate.from('2027-01-15')
  for (const record of raw) {
    const call = shape.parse(moveCall(record, today))
    assert.deepEqual(faultsOfExamples(call, bookOf(call, sets), openingOf(call)), [], call.id)
  }
})

test('every gate, priority and example says why in English and in Urdu', () => {
  for (const call of calls.values()) {
    assert.ok(call.translations['ur']?.title)
    for (const rule of call.rules)
      assert.ok(rule.reason?.['en'] && rule.reason['ur'], `${call.id} ${rule.id}`)
    for (const { id, says } of call.examples) assert.ok(says?.['en'] && says['ur'], `${call.id} ${id}`)
    for (const [id, says] of Object.entries(call.terms)) assert.ok(says['ur'], `${call.id} ${id}`)
  }
})

const readerOf = (locale: 'en' | 'ur'): RuleReader => ({
  locale,
  say: speak(locale),
  format: formatsFor(locale),
  setName: () => undefined,
  term: (_, id) => id,
})

/** Why the gates of an example fail, in a language, without what was found. */
function reasonsOf(callId: string, exampleId: string, locale: 'en' | 'ur'): string[] {
  const call = callOf(callId)
  const example = call.examples.find(({ id }) => id === exampleId)
  assert.ok(example?.at, exampleId)
  const decision = decide(bookOf(call, sets), example.facts, Temporal.Instant.from(example.at))
  return decision.gates
    .filter(({ answer }) => answer === 'fail')
    .map((answer) => {
      const rule = call.rules.find(({ id }) => id === answer.rule)
      assert.ok(rule)
      const { found: _, ...without } = answer
      return sayReason(readerOf(locale), rule, without, call)
    })
}

const [mobility, encounters, cme] = [
  'mobility-first-asef-cultural-mobility-initiative',
  'creative-encounters-5',
  'culture-moves-europe-individual-mobility-2025-2026',
]
const cimetta = 'roberto-cimetta-fund-general-fund'

const turnedAway: [call: string, example: string, en: string[], ur: string[]][] = [
  [
    `${mobility}-2017`,
    'within-europe',
    [
      'Supported are journeys from Asia to Europe, from Europe to Asia, and from one country of Asia to another. Journeys within Europe, or within one country, are not.',
    ],
    [
      'ایشیا سے یورپ، یورپ سے ایشیا، اور ایشیا کے ایک ملک سے دوسرے ملک کے سفر کے لیے مدد دی جاتی ہے۔ یورپ کے اندر یا ایک ہی ملک کے اندر کے سفر کے لیے نہیں۔',
    ],
  ],
  [
    `${mobility}-2017`,
    'turkish-national',
    ['This call is for nationals of ASEM countries. Of several passports, one of an ASEM country is enough.'],
    [
      'یہ دعوت آسیم (ASEM) ممالک کے شہریوں کے لیے ہے۔ ایک سے زیادہ پاسپورٹ ہوں تو کسی ایک آسیم ملک کا پاسپورٹ کافی ہے۔',
    ],
  ],
  [
    `${mobility}-2017`,
    'nine-weeks',
    ['You must apply at least ten weeks before the activity begins.'],
    ['درخواست سرگرمی شروع ہونے سے کم از کم دس ہفتے پہلے دینی ہوگی۔'],
  ],
  [
    `${mobility}-2019`,
    'six-people',
    ['One person may apply alone, or an organisation for up to five people.'],
    ['فرد اکیلے درخواست دے سکتا ہے، یا ادارہ پانچ افراد تک کے لیے۔'],
  ],
  [
    'mobility-first-2020-general-open-call',
    'malaysia-japan',
    ['Only journeys between Asia and Europe are supported.'],
    ['صرف ایشیا اور یورپ کے درمیان سفر کے لیے مدد دی جاتی ہے۔'],
  ],
  [
    'mobility-first-2020-general-open-call',
    'grantee-of-2019',
    ['Who was given a grant in the edition before, 2019, cannot apply.'],
    ['جنھیں پچھلے سال 2019 میں گرانٹ ملی، وہ درخواست نہیں دے سکتے۔'],
  ],
  [
    'mobility-first-2020-general-open-call',
    'per-diem',
    ['Only international travel and visas are paid for.'],
    ['صرف بین الاقوامی سفر اور ویزے کا خرچ دیا جاتا ہے۔'],
  ],
  [
    'mobility-first-2021-virtual-collaboration-grants',
    'one-person',
    ['A team of two or three may apply, or an organisation with three to six collaborators.'],
    ['دو یا تین افراد کی ٹیم درخواست دے سکتی ہے، یا تین سے چھ ساتھیوں والا ادارہ۔'],
  ],
  [
    'mobility-first-2021-virtual-collaboration-grants',
    'organisation-with-two',
    ['A team of two or three may apply, or an organisation with three to six collaborators.'],
    ['دو یا تین افراد کی ٹیم درخواست دے سکتی ہے، یا تین سے چھ ساتھیوں والا ادارہ۔'],
  ],
  [
    'mobility-first-2021-virtual-collaboration-grants',
    'organisation-with-seven',
    ['A team of two or three may apply, or an organisation with three to six collaborators.'],
    ['دو یا تین افراد کی ٹیم درخواست دے سکتی ہے، یا تین سے چھ ساتھیوں والا ادارہ۔'],
  ],
  [
    encounters,
    'two-asian-partners',
    ['At least one partner must be based in Asia and at least one in Europe.'],
    ['کم از کم ایک شراکت دار ایشیا میں اور کم از کم ایک یورپ میں قائم ہونا چاہیے۔'],
  ],
  [
    encounters,
    'event-in-turkey',
    ['Every activity must take place in an ASEM country.'],
    ['ہر سرگرمی کسی آسیم ملک میں ہونی چاہیے۔'],
  ],
  [
    encounters,
    'individual-beside-two',
    ['Only organisations may be partners, not individuals.'],
    ['صرف ادارے شراکت دار ہو سکتے ہیں، افراد نہیں۔'],
  ],
  [
    cme,
    'delhi',
    ['You must legally live in a country that takes part in Creative Europe; your passport does not matter.'],
    ['آپ کی قانونی رہائش کری ایٹو یورپ میں شامل کسی ملک میں ہونی چاہیے؛ پاسپورٹ سے فرق نہیں پڑتا۔'],
  ],
  [cme, 'group-of-three-22-days', ['A group stays 7 to 21 days.'], ['گروپ کا قیام 7 سے 21 دن کا ہوتا ہے۔']],
  [
    cme,
    'group-of-six',
    ['You may travel alone or in a group of two to five people.'],
    ['آپ اکیلے یا دو سے پانچ افراد کے گروپ میں سفر کر سکتے ہیں۔'],
  ],
  [
    cme,
    'france-france',
    ['The journey must lead to another country than the one you live in.'],
    ['سفر اس ملک کے علاوہ کسی اور ملک کا ہونا چاہیے جہاں آپ رہتے ہیں۔'],
  ],
  [
    `${cimetta}-2021-autumn`,
    'organisation',
    ['Only individuals may ask; the request of an organisation is refused.'],
    ['صرف افراد درخواست دے سکتے ہیں؛ ادارے کی درخواست رد کر دی جاتی ہے۔'],
  ],
  [
    `${cimetta}-2022-south-south-mobility-for-women`,
    'man',
    ['This call is for women.'],
    ['یہ دعوت خواتین کے لیے ہے۔'],
  ],
  [
    'connections-through-culture',
    'both-british',
    [
      'One partner must be established in the United Kingdom and one in a country of the list, and none elsewhere.',
    ],
    ['ایک شراکت دار برطانیہ میں اور ایک فہرست کے کسی ملک میں قائم ہونا چاہیے، کہیں اور کوئی نہیں۔'],
  ],
  [
    'goethe-institut-international-coproduction-fund-2016',
    'german-lead',
    ['The partner who submits must not be based in Germany.'],
    ['درخواست دینے والا شراکت دار جرمنی میں قائم نہیں ہونا چاہیے۔'],
  ],
  [
    'goethe-institut-internationaler-koproduktionsfonds-2024',
    'shown-in-germany-only',
    ['It must be shown at least once outside Germany.'],
    ['اسے کم از کم ایک بار جرمنی سے باہر دکھایا جانا چاہیے۔'],
  ],
]

test('who is turned away is told why, in English and in Urdu', () => {
  for (const [call, example, en, ur] of turnedAway) {
    assert.deepEqual(reasonsOf(call, example, 'en'), en, `${call} ${example}`)
    assert.deepEqual(reasonsOf(call, example, 'ur'), ur, `${call} ${example}`)
  }
})

/** The faults of a call of which one field, by its path, is missing. */
function faultsWithout(id: string, path: string): string[] {
  const record: unknown = structuredClone(raw.find((one) => one['id'] === id))
  const names = path.split('.')
  const last = names.pop() ?? ''
  const holder = names.reduce<unknown>((within, name) => Reflect.get(Object(within), name), record)
  assert.ok(Reflect.has(Object(holder), last), path)
  Reflect.deleteProperty(Object(holder), last)
  const read = readShape(shape, record)
  return 'faults' in read ? read.faults.map(({ field }) => field) : []
}

test('what a scheme leaves open its file must say, or it is refused', () => {
  const needed: [string, string][] = [
    // Which limit applies to somebody who leaves from outside the partnership.
    [`${mobility}-2017`, 'routes.from'],
    [`${mobility}-2017`, 'routes.elsewhere'],
    // Which of two passports counts.
    [`${mobility}-2017`, 'rules.0.must.which'],
    // Whether members from elsewhere may take part.
    ['mobility-first-2021-virtual-collaboration-grants', 'rules.5.when.others'],
    ['connections-through-culture', 'rules.1.must.others'],
  ]
  for (const [id, path] of needed) assert.deepEqual(faultsWithout(id, path), [path])
  assert.deepEqual(faultsWithout(cimetta + '-2021-autumn', 'summary'), [])
})

test('the demonstration takes every call, and most are open', async () => {
  const now = Temporal.Instant.from('2027-01-15T12:00:00Z')
  const report = await loadDemonstrationCalls(database.db, now)
  assert.deepEqual(
    report.refused.flatMap(({ id, faults }) => faults.map((fault) => ({ id, ...fault }))),
    [],
  )
  assert.equal(report.added, raw.length)
  const open = (await listOpenCalls(database.db, now)).map(({ id }) => id)
  assert.deepEqual(
    raw.map(({ id }) => String(id)).filter((id) => !open.includes(id)),
    [
      'mobility-first-asef-cultural-mobility-initiative-2017',
      'mobility-first-2020-general-open-call',
      'roberto-cimetta-fund-general-fund-2021-autumn',
    ],
  )
})
