import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { type KeptRecord, type Plain, readRecordsAfter } from '../src/community/index.ts'
import { type Kind, kinds } from '../src/information/import/model.ts'
import { importAll } from '../src/information/testing.ts'
import { testDatabase } from '../src/platform/database/testing.ts'
import { rows } from '../src/platform/index.ts'
import { migrate, migrationsFolder } from './migrate.ts'
import { earlierRecords, earlierRows } from './testing.ts'

const database = await testDatabase()
const { db } = database
after(() => database.close())

test('records that a house held before it kept them whole are read back from its tables', async () => {
  await emptyHouse()
  for (const name of migrationsBefore('0005')) await runMigration(name)
  await database.run(earlierRows)
  assert.ok((await migrate(db)).includes('0005-records.sql'))

  for (const [kind, expected] of Object.entries(earlierRecords)) {
    const records = await recordsOf(kind)
    // As text, because the order of fields is part of the form.
    assert.deepEqual(records.map(lines), expected.map(lines), kind)
  }
  assert.deepEqual(await recordsOf('convenings'), [])
})

test('every partner is a record with its names, whoever gave them', async () => {
  const partners = await keptOf('partners')
  assert.equal(partners.length, 53)
  const [vietnam, finland] = ['vn', 'fi'].map((id) => partners.find((partner) => partner.id === id))
  const { names, aliases, ...facts } = vietnam?.record ?? {}
  assert.deepEqual(facts, {
    id: 'vn',
    name: 'Viet Nam',
    type: 'country',
    country_code: 'VN',
    asem_group: 'Asia',
    year_joined: 1996,
    capital: 'Hanoi',
    source_url: 'http://eeas.europa.eu/archives/delegations/australia/more_info/asem/index_en.htm',
  })
  assert.deepEqual(
    [Object.entries(names ?? {}).find(([lang]) => lang === 'vi'), Array.isArray(aliases)],
    [['vi', 'Việt Nam'], true],
  )
  assert.deepEqual(given(vietnam), [
    ['reference', Object.keys(vietnam?.record ?? {}).filter((field) => field !== 'id')],
  ])
  // Of Finland a file was imported.
  const [reference, files] = given(finland)
  assert.deepEqual(reference, ['reference', ['names', 'aliases']])
  assert.deepEqual(files?.[1].slice(0, 4), ['name', 'type', 'country_code', 'asem_group'])
})

test('what the house says of a record is not said to come from its files', async () => {
  const [call] = await keptOf('opportunities')
  assert.ok(call)
  const [source] = call.sources
  assert.deepEqual(
    { ...source, fields: source?.fields.filter((field) => /slug|changes|translations/.test(field)) },
    {
      name: 'files',
      address: null,
      at: '2026-11-02T10:20:30.400Z',
      fields: [
        'translations.de.title',
        'translations.de.state',
        'translations.vi.title',
        'translations.vi.summary',
        'translations.vi.body',
        'translations.vi.demonstration',
        'translations.vi.eligibility',
      ],
      given: null,
      properties: null,
    },
  )
  assert.deepEqual([call.version, call.edits], [1, {}])
  assert.equal(call.addedAt.toISOString(), '2026-10-01T08:00:00.000Z')
})

test('the same from its file changes nothing', async () => {
  for (const kind of kinds) {
    const before = await recordsOf(kind)
    const report = await importAll(db, kind, before)
    assert.deepEqual([report.refused, report.same], [[], before.length], kind)
    assert.deepEqual((await recordsOf(kind)).map(lines), before.map(lines))
  }
})

test('written anew from records, the tables hold what they held', async () => {
  for (const kind of kinds) {
    const before = await tablesOf(kind)
    const changed = (await recordsOf(kind)).map((record) => ({ ...record, ...oneMore(kind) }))
    const report = await importAll(db, kind, changed)
    assert.deepEqual([report.refused, report.changed], [[], changed.length], kind)
    assert.deepEqual(await tablesOf(kind), before)
  }
})

test('written anew from records, events take place when they did', async () => {
  const occurrences = () =>
    rows<{ event_id: string }>(db, sql`select * from information.occurrence order by event_id, start`)
  const before = await occurrences()
  assert.deepEqual([...new Set(before.map(({ event_id: id }) => id))].slice(-2), ['event-1', 'event-2'])
  for (const kind of ['events', 'convenings'] as const) {
    const changed = (await recordsOf(kind)).map((record) => ({ ...record, last_checked: '2027-01-02' }))
    assert.deepEqual((await importAll(db, kind, changed)).changed, changed.length)
  }
  assert.deepEqual(await occurrences(), before)
})

test('the file of a meeting takes over the events that the house made of it', async () => {
  await importAll(db, 'events', [{ id: 'cmm9-evening', title: 'An evening', parent: 'cmm9' }])
  const file = {
    id: 'cmm9',
    name: '9th meeting',
    start_date: '2027-09-08',
    theme: 'Heritage',
    next_host: 'VN',
    public_forums_and_expert_meetings: [{ title: 'A forum', kind: 'ASEM roundtable' }],
  }
  const dry = await importAll(db, 'convenings', [file], { dryRun: true })
  assert.deepEqual([dry.refused, dry.added], [[], 1])
  const report = await importAll(db, 'convenings', [file])
  assert.deepEqual([report.refused, report.added], [[], 1])
  const [meeting] = await recordsOf('convenings')
  assert.deepEqual(meeting?.['slugs'], { cmm9: 'ninth-meeting', 'cmm9-forum-1': 'a-forum' })
  const events = await rows<{ id: string; langs: string[] }>(
    db,
    sql`select id, (select array_agg(lang) from information.event_text where record_id = id) as langs
      from information.event where id like 'cmm9%' order by id`,
  )
  // The panel, which the file does not name, is gone; so is the French, but not what the house added itself.
  assert.deepEqual(events, [
    { id: 'cmm9', langs: ['en'] },
    { id: 'cmm9-evening', langs: ['en'] },
    { id: 'cmm9-forum-1', langs: ['en'] },
  ])
  const left = (await recordsOf('events')).map(({ id }) => id).filter((id) => String(id).startsWith('cmm9'))
  assert.deepEqual(left, ['cmm9-evening'])
  const again = await importAll(db, 'convenings', [file])
  assert.equal(again.same, 1)
})

test('a meeting that is no more than an event of the house stays one', async () => {
  await importAll(db, 'events', [{ id: 'gathering', title: 'A gathering' }])
  const { refused } = await importAll(db, 'convenings', [{ id: 'gathering', name: 'A gathering' }])
  assert.deepEqual(
    refused.flatMap(({ faults }) => faults),
    [{ field: 'id', value: 'gathering', reason: 'is an event of this house already' }],
  )
})

async function emptyHouse(): Promise<void> {
  const schemas = await rows<{ name: string }>(
    db,
    sql`select nspname as name from pg_namespace where nspname !~ '^(pg_|information_schema$|public$)'`,
  )
  const drops = schemas.map(({ name }) => `drop schema ${name} cascade;`)
  await database.run(`${drops.join(' ')} truncate public.migration`)
}

function migrationsBefore(name: string): string[] {
  return readdirSync(migrationsFolder)
    .filter((file) => file < name)
    .sort()
}

async function runMigration(name: string): Promise<void> {
  const text = readFileSync(join(migrationsFolder, name), 'utf8')
  await database.run(text)
  const hash = createHash('sha256').update(text).digest('hex')
  await sql`insert into public.migration (name, hash) values (${name}, ${hash})`.execute(db)
}

const keptOf = (kind: string) => readRecordsAfter(db, kind, null, 100)
const recordsOf = async (kind: string) => (await keptOf(kind)).map(({ record }) => record)
const lines = (record: Plain) => JSON.stringify(record, null, 1).split('\n')
const given = (kept: KeptRecord | undefined) =>
  (kept?.sources ?? []).map(({ name, fields }) => [name, fields] as const)

// One field more, which stands in a column of its own that is left out when rows are compared.
const oneMore = (kind: Kind): Plain =>
  kind === 'partners' ? { note: 'One more' } : { last_checked: '2027-01-14' }

const tables: Record<Kind, string[]> = {
  opportunities: [
    'information.opportunity',
    'information.opportunity_text',
    'information.opportunity_change',
  ],
  events: ['information.event', 'information.event_text'],
  articles: ['information.article', 'information.article_text'],
  programmes: ['information.programme', 'information.programme_text'],
  organisations: ['community.organisation', 'community.organisation_text'],
  partners: [
    'community.partner',
    'community.partner_name',
    'community.partner_alias',
    'community.partner_region',
  ],
  convenings: [],
}

async function tablesOf(kind: Kind): Promise<unknown> {
  return Promise.all(
    tables[kind].map((table) =>
      rows(
        db,
        sql`select to_jsonb(r) - '{updated_at,last_checked}'::text[] ${kind === 'partners' ? sql`- 'note'` : sql``} as row
          from ${sql.table(table)} r order by r::text collate "C"`,
      ),
    ),
  )
}
