import assert from 'node:assert/strict'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { rows } from '../../platform/index.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { importAll, importWhole } from '../testing.ts'
import { FileFault, type Kind, refusedLines, reportLine } from './model.ts'

const database = await testDatabase()
const { db } = database
after(() => database.close())

const folder = mkdtempSync(join(tmpdir(), 'caravanserai-import-'))
const demo = join(import.meta.dirname, '../../../database/demo')
const files: Record<Kind, string> = {
  opportunities: 'opportunities.json',
  events: 'events.json',
  articles: 'articles.json',
  organisations: 'organisations.json',
  partners: 'partners.json',
  convenings: 'culture-ministers-meetings.json',
  programmes: 'programmes.json',
}

function write(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

type State = { slug: string; texts: { title: string }[] }
const state = (id: string) =>
  rows<State>(
    db,
    sql`select r.*, (select jsonb_agg(t order by t.lang) from information.opportunity_text t where t.record_id = r.id) as texts
      from information.opportunity r where r.id = ${id}`,
  )

test('every real record goes in, its kind is seen from its fields, and the same file twice changes nothing', async () => {
  for (const [kind, file] of Object.entries(files)) {
    const first = await importWhole(db, join(demo, file))
    assert.deepEqual([first.kind, first.refused], [kind, []])
    const again = await importWhole(db, join(demo, file))
    assert.deepEqual([again.added, again.changed, again.refused], [0, 0, []], file)
    assert.equal(again.same, first.added + first.changed)
  }
})

test('a changed record updates, keeps its address, and a moved deadline enters the history', async () => {
  const call = { id: 'moving', title: 'A moving call', deadline: '2027-03-31' }
  await importAll(db, 'opportunities', [call])
  const changed = { ...call, title: 'A call that moved', deadline: '2027-04-15' }
  const report = await importAll(db, 'opportunities', [changed])
  assert.deepEqual([report.added, report.changed, report.same], [0, 1, 0])
  const [row] = await state('moving')
  assert.equal(row?.slug, 'a-moving-call')
  const changes = await rows(
    db,
    sql`select kind, from_date, to_date from information.opportunity_change where opportunity_id = 'moving'`,
  )
  assert.deepEqual(changes, [{ kind: 'extended', from_date: '2027-03-31', to_date: '2027-04-15' }])
})

test('a refused record is named by file, index, field, value and reason while the rest goes in', async () => {
  const path = write(
    'mixed.json',
    JSON.stringify({
      note: 'ignored',
      records: [
        { id: 'good-1', title: 'Good' },
        { id: 'bad-1', title: 'Bad', deadline: '2027-02-30', host_countries: ['ZZ'], colour: 'red' },
        { id: 'bad-2' },
        { id: 'bad-3', title: 'Backwards', activity_start: '2027-05-02', activity_end: '2027-05-01' },
        { id: 'good-1', title: 'Twice' },
        { id: 'good-2', title: 'Good too' },
      ],
    }),
  )
  const report = await importWhole(db, path, { kind: 'opportunities' })
  assert.equal(report.added, 2)
  assert.deepEqual(
    [
      reportLine({ ...report, refused: report.refused.length, doubtful: 0 }),
      ...report.refused.flatMap((record) => refusedLines(report.file, record)),
    ].toSorted(),
    [
      'mixed.json (opportunities): 2 new, 0 changed, 0 unchanged, 4 refused',
      'refused: mixed.json record 1 (id bad-1): colour = "red" is not a field of this kind of record',
      'refused: mixed.json record 1 (id bad-1): host_countries.0 = "ZZ" is not a country this house knows (ISO 3166-1 alpha-2)',
      'refused: mixed.json record 1 (id bad-1): deadline = "2027-02-30" is not a date that exists (YYYY-MM-DD)',
      'refused: mixed.json record 2 (id bad-2): title = nothing is required',
      'refused: mixed.json record 3 (id bad-3): activity_end = "2027-05-01" is before activity_start',
      'refused: mixed.json record 4 (id good-1): id = "good-1" stands in this file before; of two the first counts',
    ].toSorted(),
  )
  const [kept] = await state('good-1')
  assert.equal(kept?.texts[0]?.title, 'Good')
})

test('dates, zones and wall times that do not exist are refused by field', async () => {
  const report = await importAll(db, 'events', [
    { id: 'e1', title: 'x', start_date: '2027-13-01' },
    { id: 'e2', title: 'x', start_date: '2027-03-28', start_time: '02:30', zone: 'Europe/Brussels' },
    { id: 'e3', title: 'x', start_date: '2027-03-28', start_time: '09:30', zone: 'Mars/Olympus' },
    { id: 'e4', title: 'x', start_date: '2027-03-28', end_date: '2027-03-27' },
    { id: 'e5', title: 'x', start_date: '2027-03-28', country_code: 'QQ' },
    { id: 'e6', title: 'x', start_date: '2027-03-28', parent: 'nobody' },
    { id: 'e8', title: 'no date is no fault' },
    {
      id: 'e7',
      title: 'x',
      start_date: '2027-03-28',
      start_time: '10:00',
      end_time: '09:00',
      zone: 'Asia/Tokyo',
    },
  ])
  assert.deepEqual(
    report.refused.map(({ id, faults }) => [id, faults.map((fault) => fault.field).join()]),
    [
      ['e1', 'start_date'],
      ['e2', 'start_time'],
      ['e3', 'zone'],
      ['e4', 'end_date'],
      ['e5', 'country_code'],
      ['e6', 'parent'],
      ['e7', 'end_time'],
    ],
  )
})

test('a part may stand before its parent in the file', async () => {
  const report = await importAll(db, 'events', [
    { id: 'part', title: 'Part', start_date: '2027-03-28', parent: 'whole' },
    { id: 'whole', title: 'Whole', start_date: '2027-03-28' },
  ])
  assert.deepEqual([report.added, report.refused], [2, []])
})

test('a file that cannot be read changes nothing and says why', async () => {
  const broken = write('broken.json', '{ "records": [ { "id": "half", "title": "Ha')
  await assert.rejects(importWhole(db, broken, { kind: 'opportunities' }), FileFault)
  await assert.rejects(importWhole(db, join(folder, 'none.json')), FileFault)
  await assert.rejects(importWhole(db, write('list.json', '[1]')), FileFault)
  await assert.rejects(importWhole(db, write('odd.json', '{"records":[{"id":"x","title":"y"}]}')), FileFault)
  assert.deepEqual(await state('half'), [])
})

test('a dry run says what would happen and does nothing', async () => {
  const report = await importWhole(
    db,
    write('dry.json', '{"records":[{"id":"dry","title":"Dry","deadline":null}]}'),
    {
      dryRun: true,
    },
  )
  assert.equal(report.added, 1)
  assert.deepEqual(await state('dry'), [])
})

test('text of any length, control characters, HTML and SQL are kept as text', async () => {
  const title = `'); drop table information.opportunity; -- <script>alert(1)</script> ${'ab\u0000\u0007'.repeat(50_000)}`
  await importAll(db, 'opportunities', [{ id: 'odd-text', title }])
  const [row] = await state('odd-text')
  // oxlint-disable-next-line no-control-regex -- these were planted
  assert.equal(row?.texts[0]?.title, title.replace(/[\u0000\u0007]/g, ''))
})

test('whatever one record holds, it goes in or is refused by name, and the others are in', async () => {
  const call = (given: Record<string, unknown>) => ({ title: 'Odd', ...given })
  const odd: [Kind, Record<string, unknown>][] = [
    ['opportunities', call({ id: 'o1', deadline: '0000-01-01' })],
    ['opportunities', call({ id: 'o2', places: 2 ** 31 })],
    ['opportunities', call({ id: 'o3', slug: 'a'.repeat(100_000) })],
    ['opportunities', call({ id: 'o4', original_lang: 'en-us-us' })],
    ['opportunities', call({ id: 'o5', application_languages: ['zz-zz-zz'] })],
    ['opportunities', call({ id: 'o6', readings: { covers: 'half \ud800' } })],
    ['opportunities', call({ id: 'o7', real_dates: { deadline: 'soon' } })],
    ['opportunities', call({ id: 'o8', real_dates: { deadline: '2027-01-01\0' } })],
    ['events', call({ id: 'e1', start_date: '2027-01-01', end_date: '9999-12-31' })],
    ['events', call({ id: 'e2', start_date: '2027-01-01', position: 2 ** 40 })],
    ['programmes', { id: 'p1', name: 'Odd', editions: [{ name: 'One', note: 'a\0b' }] }],
    [
      'programmes',
      { id: 'p2', name: 'Odd', facts: { deep: JSON.parse('['.repeat(3000) + ']'.repeat(3000)) } },
    ],
    ['partners', { id: 'again', name: 'Viet Nam once more', type: 'country', country_code: 'VN' }],
    ['partners', { id: 'early', name: 'Early', year_joined: 0 }],
  ]
  for (const [kind, record] of odd) {
    const good = { ...record, id: `good-${String(record['id'])}`, ...plainOf(kind) }
    const report = await importAll(db, kind, [record, good])
    assert.deepEqual(
      [report.refused.map(({ id }) => id), report.added],
      [[record['id']], 1],
      String(record['id']),
    )
  }
})

const plainOf = (kind: Kind) =>
  ({
    opportunities: {
      deadline: null,
      places: 1,
      slug: null,
      original_lang: 'en',
      application_languages: [],
      readings: {},
      real_dates: null,
    },
    events: { end_date: null, position: 0 },
    programmes: { editions: [], facts: {} },
    partners: { type: 'organisation', country_code: null, year_joined: 2000 },
    articles: {},
    organisations: {},
    convenings: {},
  })[kind]

test('a language tag is kept as BCP 47 writes it, and an id is the same with blanks around it', async () => {
  const record = { id: ' tagged ', title: 'Tagged', application_languages: ['zh-hant', 'EN'] }
  assert.equal((await importAll(db, 'opportunities', [record])).added, 1)
  assert.equal((await importAll(db, 'opportunities', [record])).same, 1)
  const twice = await importAll(db, 'opportunities', [record, { ...record, id: 'tagged' }])
  assert.deepEqual([twice.same, twice.refused.length], [1, 1])
  const [kept] = await rows<{ langs: string[] }>(
    db,
    sql`select application_languages as langs from information.opportunity where id = 'tagged'`,
  )
  assert.deepEqual(kept?.langs, ['zh-Hant', 'en'])
})

test('an event cannot become a part of itself, at any distance', async () => {
  const event = (id: string, parent: string | null) => ({ id, title: id, parent, start_date: '2027-01-01' })
  await importAll(db, 'events', [event('top', null), event('middle', 'top'), event('leaf', 'middle')])
  const report = await importAll(db, 'events', [event('top', 'leaf'), event('middle', 'middle')])
  assert.deepEqual(
    report.refused.map(({ id, faults }) => [id, faults[0]?.reason]),
    [
      ['top', 'is this event itself, or one of its parts'],
      ['middle', 'is this event itself, or one of its parts'],
    ],
  )
})

test('an address is never made of a title that is not published', async () => {
  await importAll(db, 'opportunities', [
    { id: 'veiled', title: 'Hidden name', state: 'draft', translations: { fr: { title: 'Nom public' } } },
  ])
  const [kept] = await rows<{ slug: string }>(
    db,
    sql`select slug from information.opportunity where id = 'veiled'`,
  )
  assert.equal(kept?.slug, 'nom-public')
})

test('a partner whose year is corrected stands once', async () => {
  const partner = (year: number) => ({
    id: 'kz',
    name: 'Kazakhstan',
    type: 'country',
    country_code: 'KZ',
    asem_group: 'Asia',
    year_joined: year,
  })
  await importAll(db, 'partners', [partner(2014)])
  await importAll(db, 'partners', [partner(2013)])
  const regions = await rows(db, sql`select * from community.partner_region where partner_id = 'kz'`)
  assert.equal(regions.length, 1)
})
