import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { sql } from 'kysely'
import { schemas } from '../../../database/schema.ts'
import { readMigrations } from '../../../database/migrate.ts'
import { earlierRecords, earlierRows } from '../../../database/testing.ts'
import { loadDemonstration } from '../../information/demonstration/actions.ts'
import { embeddedTestDatabase, type TestDatabase, testDatabase } from '../database/testing.ts'
import { transact } from '../database/transact.ts'
import { later, readJob } from '../jobs/index.ts'
import { fileNameOf, openLocalFiles } from '../files/index.ts'
import { recordAudit } from '../audit.ts'
import { firstRow, rows } from '../database/rows.ts'
import { backUp } from './backUp.ts'
import { checkFile, readFileOf } from './file.ts'
import { BackupRefused } from './format.ts'
import { loadRows } from './load.ts'
import { restoreBackup } from './restore.ts'
import { everythingIn, testFolder } from './testing.ts'

const folder = testFolder()
const path = (name: string) => join(folder, name)

async function opened(make: () => Promise<TestDatabase>): Promise<TestDatabase> {
  const database = await make()
  after(() => database.close())
  return database
}

const full = await opened(testDatabase)
await loadDemonstration(full.db, Temporal.Instant.from('2026-11-24T12:00:00Z'))
await transact(full.db, async (tx) => {
  await later(tx, 'platform.tidy', {}, { priority: 3 })
  for (const id of ['1', '2'])
    await recordAudit(tx, {
      who: null,
      what: 'r.change',
      record: { kind: 'k', id },
      after: { 'a"\\': 'b\n' },
    })
})
const whole = await everythingIn(full.db)
const file = path('whole')
await backUp(full.db, file)

test('a house comes back from its backup row by row, on either kind of database and from one to the other', async () => {
  assert.ok(whole.held['information.opportunity']!.length > 80)
  assert.equal(whole.held['jobs.job']!.length, 1)
  const same = await opened(testDatabase)
  await restoreBackup(same.db, file, { erasers: [] })
  assert.deepEqual(await everythingIn(same.db), whole)

  const other = await opened(embeddedTestDatabase)
  await restoreBackup(other.db, file, { erasers: [] })
  assert.deepEqual(await everythingIn(other.db), whole)

  await backUp(other.db, path('from-other'))
  await restoreBackup(same.db, path('from-other'), { erasers: [], replace: true })
  assert.deepEqual(await everythingIn(same.db), whole)

  // And it goes on living: numbers go on, rules hold, jobs wait.
  await transact(same.db, (tx) =>
    recordAudit(tx, { who: null, what: 'r.change', record: { kind: 'k', id: '3' }, after: { a: 1 } }),
  )
  await assert.rejects(
    sql`insert into information.opportunity_text (opportunity_id, lang, title) values ('nobody', 'en', '')`.execute(
      same.db,
    ),
  )
  const job = await firstRow<{ id: string }>(same.db, sql`select id from jobs.job where name = 'house'`)
  assert.equal((await readJob(same.db, job?.id ?? ''))?.state, 'waiting')
})

test('files go with it, large ones and those of no picture too, and come back whole', async () => {
  const from = openLocalFiles(path('files-from'))
  const large = Buffer.alloc(7 * 1024 * 1024, 'large ')
  const names = [await from.keep(large), await from.keep(Buffer.from('small'))].toSorted()
  await backUp(full.db, path('with-files'), from)
  await checkFile(path('with-files'))
  const to = await opened(testDatabase)
  const files = openLocalFiles(path('files-to'))
  await restoreBackup(to.db, path('with-files'), { erasers: [], files })
  assert.deepEqual(await files.list(), names)
  assert.deepEqual(Buffer.from((await files.read(await fileNameOf(large))) ?? []), large)
  assert.deepEqual(await everythingIn(to.db), whole)
})

test('a backup of the form before, which held no files, is restored', async () => {
  const lines = zstdDecompressSync(readFileSync(file)).toString().split('\n').slice(0, -2)
  lines[0] = (lines[0] ?? '').replace('"format":2', '"format":1')
  const text = `${lines.join('\n')}\n`
  const sha256 = createHash('sha256').update(text).digest('hex')
  const end = { rows: lines.filter((line) => line.startsWith('[')).length, sha256 }
  writeFileSync(path('form-1'), zstdCompressSync(`${text}${JSON.stringify({ end })}\n`))
  const to = await opened(testDatabase)
  await restoreBackup(to.db, path('form-1'), { erasers: [] })
  assert.deepEqual(await everythingIn(to.db), whole)
})

test('all that migrations make is in the schemas that are backed up', async () => {
  const found = await rows<{ name: string }>(
    full.db,
    sql`select distinct table_schema || case when table_schema = 'public' then '.' || table_name else '' end as name
      from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const known = new Set([...schemas, 'jobs', 'public.migration'])
  assert.deepEqual(
    found.map(({ name }) => name).filter((name) => !known.has(name)),
    [],
  )
})

test('values of every type survive to the letter', async () => {
  const planted = `create schema community_x; create type community_x.mood as enum ('a b', 'c');
    create table platform."Planted ""x""" (
      id bigint generated by default as identity primary key, "Some, column" text, j json, b jsonb, n numeric, d date,
      at timestamptz, plain timestamp, t time, span interval, bytes bytea, words text[], moods community_x.mood[],
      real8 double precision, net inet, fixed char(4), u uuid, doubled bigint generated always as (id * 2) stored,
      parent bigint references platform."Planted ""x""")`
  const from = await opened(testDatabase)
  await from.run(planted)
  await from.run(`set timezone = 'America/New_York'; set datestyle = 'German'; set bytea_output = 'escape';
    insert into platform."Planted ""x""" values
    (1, E'a\\tb\\n"\\\\N\\\\', '{"z": 1,   "a":"\\u00e9", "a": 1.10}', '{"z": 1e400}', 1.500, '0044-03-15 BC',
      '2026-03-01 10:00:00.123456+07', 'infinity', '24:00', '1 year -3 days 04:05:06.7', '\\x00ff5c', '{"a,b",NULL,"NULL","",\\\\}',
      '{"a b",c}', 0.1::float8 + 0.2, '::1/64', 'ab', '00000000-0000-0000-0000-00000000000a', default, 9007199254740993),
    (9007199254740993, null, 'null', 'null', 'NaN', 'infinity', '-infinity', null, null, null, '', '{}', '[2:3]={c,c}',
      '-0', null, null, null, default, null)`)
  await from.run('reset all')
  await backUp(from.db, path('types'))
  for (const make of [testDatabase, embeddedTestDatabase]) {
    const to = await opened(make)
    await to.run(planted)
    const header = await checkFile(path('types'))
    await transact(to.db, (tx) => loadRows(tx, path('types'), header, readFileOf(path('types'))))
    assert.deepEqual(await everythingIn(to.db), await everythingIn(from.db))
  }
})

test('a backup taken while others write holds one moment: what was written together is there together', async () => {
  const busy = await opened(testDatabase)
  await busy.run(`insert into platform.letter (reference, kind, priority, to_address, language, subject, text, headers)
    select 'many-' || n, 'k', 2, 'a@b.example', 'en', 's', repeat('x', 1000), '{}' from generate_series(1, 10000) n`)
  const state = { pairs: 0, stop: false }
  const writing = (async () => {
    while (!state.stop) {
      const n = state.pairs
      await transact(busy.db, async (tx) => {
        await sql`insert into platform.house (key, value) values (${`left-${n}`}, '1')`.execute(tx)
        await later(tx, 'platform.tidy', {})
        await sql`insert into platform.announcement (event, payload) values (${`right-${n}`}, '1')`.execute(
          tx,
        )
      })
      state.pairs += 1
      // The embedded database never leaves its turn.
      await new Promise((resolve) => setImmediate(resolve))
    }
  })()
  while (state.pairs < 20) await new Promise((resolve) => setTimeout(resolve, 5))
  const before = state.pairs
  await backUp(busy.db, path('busy'))
  state.stop = true
  await writing
  const to = await opened(embeddedTestDatabase)
  await restoreBackup(to.db, path('busy'), { erasers: [] })
  const count = async (query: string) => Number(Object.values((await to.run(query)).rows[0] as object)[0])
  const left = await count(`select count(*) from platform.house where key like 'left-%'`)
  assert.equal(await count(`select count(*) from platform.announcement where event like 'right-%'`), left)
  assert.equal(await count(`select count(*) from jobs.job where name = 'house'`), left)
  assert.ok(left >= before && left < state.pairs, `${before} ≤ ${left} < ${state.pairs}`)
})

test('a house that holds something is replaced only when that is said', async () => {
  const to = await opened(testDatabase)
  await to.run(`insert into platform.letter (reference, kind, priority, to_address, language, subject, text, headers)
    values ('r', 'k', 2, 'a@b.example', 'en', 's', 't', '{}')`)
  await transact(to.db, (tx) => later(tx, 'platform.tidy', {}))
  const before = await everythingIn(to.db)
  await assert.rejects(restoreBackup(to.db, file, { erasers: [] }), {
    constructor: BackupRefused,
    message: /not empty: platform\.letter holds 1 rows.*--replace/,
  })
  assert.deepEqual(await everythingIn(to.db), before)
  await restoreBackup(to.db, file, { erasers: [], replace: true })
  assert.deepEqual(await everythingIn(to.db), whole)
})

test('a backup of an earlier version becomes a house of this one', async () => {
  const from = await opened(testDatabase)
  await from.run(`drop schema ${schemas.map((name) => `if exists ${name} cascade`).join('; drop schema ')};
    delete from public.migration`)
  for (const { name, text, hash } of readMigrations().slice(0, 4)) {
    await from.run(text)
    await from.run('insert into public.migration (name, hash) values ($1, $2)', [name, hash])
  }
  await from.run(earlierRows)
  await backUp(from.db, path('earlier'))
  const to = await opened(embeddedTestDatabase)
  const { migrations } = await restoreBackup(to.db, path('earlier'), { erasers: [] })
  assert.deepEqual(
    migrations,
    readMigrations()
      .slice(4)
      .map(({ name }) => name),
  )
  const found = await rows<{ id: string }>(
    to.db,
    sql`select id from community.record where kind = 'opportunities' order by id`,
  )
  assert.deepEqual(
    found.map(({ id }) => id),
    earlierRecords.opportunities.map(({ id }) => id),
  )
  const fresh = await opened(embeddedTestDatabase)
  assert.equal((await everythingIn(to.db)).schema, (await everythingIn(fresh.db)).schema)
})

/** The backup with its first line changed, and sealed anew if asked to. */
function withHeader(
  change: (header: {
    migrations: { name: string; hash: string }[]
    tables: { name: string; columns: string[] }[]
    queue: number
    format: number
  }) => void,
): Buffer {
  const [first = '', ...others] = zstdDecompressSync(readFileSync(file)).toString().split('\n')
  const header = JSON.parse(first)
  change(header)
  return zstdCompressSync([JSON.stringify(header), ...others].join('\n'))
}

test('a file that is cut, damaged, foreign or of a newer version is refused, and nothing is changed', async () => {
  const to = await opened(embeddedTestDatabase)
  const before = await everythingIn(to.db)
  const bytes = readFileSync(file)
  const plain = zstdDecompressSync(bytes).toString()
  const flipped = (at: number) => {
    const copy = Buffer.from(bytes)
    copy[at]! ^= 4
    return copy
  }
  const lines = plain.split('\n')
  const cases: [string, Buffer, RegExp][] = [
    ['cut', bytes.subarray(0, bytes.length - 1), /cut short/],
    ['half', bytes.subarray(0, bytes.length / 2), /cut short/],
    ['empty', Buffer.alloc(0), /cut short/],
    ['cut within', zstdCompressSync(lines.slice(0, 50).join('\n')), /cut short/],
    ['cut at a line', zstdCompressSync(`${lines.slice(0, 50).join('\n')}\n`), /cut short/],
    ['flipped', flipped(Math.floor(bytes.length / 2)), /damaged/],
    ['changed', zstdCompressSync(plain.replace('Viet Nam', 'Viet Nan')), /sum is wrong/],
    ['a row less', zstdCompressSync(lines.toSpliced(40, 1).join('\n')), /sum is wrong/],
    ['a row that is none', zstdCompressSync(plain.replace(/^\["/m, '[nonsense"')), /sum is wrong/],
    ['longer', zstdCompressSync(`${plain}[]\n`), /follows its end/],
    ['foreign', Buffer.from('PK\u0003\u0004 a house in a zip'), /no backup of a house/],
    ['foreign within', zstdCompressSync('{"records":[]}\n'), /no backup of a house/],
    ['one long line', zstdCompressSync(Buffer.alloc(5_000_000, 65)), /no backup of a house/],
    ['newer form', withHeader((header) => (header.format = 3)), /newer version/],
    [
      'newer',
      withHeader(({ migrations }) => migrations.push({ name: '9999-x.sql', hash: '' })),
      /9999-x\.sql/,
    ],
    ['newer queue', withHeader((header) => (header.queue = 999)), /newer version.*job queue 999/],
    [
      'another',
      withHeader(({ migrations }) => (migrations[0]!.hash = 'x')),
      /0001-platform\.sql.*another one/,
    ],
    [
      'unknown table',
      withHeader(({ tables }) => (tables[0]!.name = 'community.house')),
      /no table community|table community\.house/,
    ],
    ['unknown column', withHeader(({ tables }) => (tables[0]!.columns[0] = 'x')), /column x/],
  ]
  for (const [name, content, words] of cases) {
    writeFileSync(path(name), content)
    await assert.rejects(
      restoreBackup(to.db, path(name), { erasers: [], replace: true }),
      (error) =>
        error instanceof BackupRefused && words.test(error.message) && error.message.startsWith(path(name)),
      name,
    )
  }
  await assert.rejects(restoreBackup(to.db, path('none'), { erasers: [] }), /there is no such file/)
  await assert.rejects(restoreBackup(to.db, folder, { erasers: [] }), BackupRefused)
  assert.deepEqual(await everythingIn(to.db), before)
})

test('wherever a bit is flipped the file is refused, or still says the same', async () => {
  const bytes = readFileSync(file)
  const said = zstdDecompressSync(bytes)
  let refused = 0
  for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 60)) {
    const copy = Buffer.from(bytes)
    copy[at]! ^= 1 << (at % 8)
    writeFileSync(path('bit'), copy)
    try {
      await checkFile(path('bit'))
      assert.deepEqual(zstdDecompressSync(copy), said)
    } catch (error) {
      assert.ok(error instanceof BackupRefused, String(error))
      refused += 1
    }
  }
  assert.ok(refused > 50)
})

test('a backup never takes the place of a file, and one that cannot be written is refused', async () => {
  await assert.rejects(backUp(full.db, file), /is there already/)
  await assert.rejects(backUp(full.db, path('nowhere/x')), /cannot be written/)
  await checkFile(file)
})
