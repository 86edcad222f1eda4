import assert from 'node:assert/strict'
import {
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { keepMark, readMark } from '../marks.ts'
import { keptLog } from '../testing.ts'
import type { Database } from './connections.ts'
import {
  databaseFolder,
  FolderRefused,
  holdFolder,
  momentInName,
  restoringFolder,
  snapshotsFolder,
} from './folder.ts'
import { nowWords, readMarker, type Restored, writeMarker } from './marker.ts'
import { openDatabase } from './open.ts'
import { restoredSentences } from './restore.ts'
import { firstRow } from './rows.ts'
import { dataFolder } from './testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'caravanserai-restore-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** A house whose snapshots were taken after `first`, and after `second`, and which went on to write `third`. */
const house = await makeHouse()
const { older, newer } = house

async function makeHouse() {
  const dataDir = join(folder, 'house')
  renameSync(await dataFolder(), dataDir)
  const database = await openDatabase({ dataDir })
  const { db } = database
  const paths: Record<string, string> = {}
  for (const name of ['platform.house', 'platform.house_pkey', 'pg_class', 'pg_proc', 'jobs.version']) {
    const row = await firstRow<{ path: string }>(
      db,
      sql`select pg_relation_filepath(${name}::regclass) as path`,
    )
    paths[name] = row?.path ?? ''
  }
  await keepMark(db, 'first', 1)
  const older = await snapshotAged(database, dataDir, '2026-03-01T09:00:00Z')
  await keepMark(db, 'second', 2)
  const newer = await snapshotAged(database, dataDir, '2026-03-01T10:00:00Z')
  await keepMark(db, 'third', 3)
  await database.close()
  const last = readdirSync(snapshotsFolder(dataDir)).sort().at(-1) ?? 'none'
  rmSync(join(snapshotsFolder(dataDir), last), { recursive: true })
  return { dataDir, paths, older, newer }
}

/** Takes a snapshot and has it look as if it had been taken at this moment. */
async function snapshotAged(database: Database, dataDir: string, takenAt: string): Promise<string> {
  const taken = await database.snapshot?.()
  const name = momentInName(Temporal.Instant.from(takenAt))
  const aged = join(snapshotsFolder(dataDir), name)
  renameSync(join(snapshotsFolder(dataDir), taken?.name ?? 'none'), aged)
  const manifest = JSON.parse(readFileSync(join(aged, 'manifest.json'), 'utf8'))
  writeFileSync(join(aged, 'manifest.json'), JSON.stringify({ ...manifest, takenAt }))
  return name
}

/** A copy of that house as a kill left it, or as a clean end did. */
async function houseAfter(end: 'kill' | 'clean end'): Promise<string> {
  const dataDir = mkdtempSync(join(folder, 'copy-'))
  const how = { recursive: true, preserveTimestamps: true, mode: constants.COPYFILE_FICLONE }
  cpSync(databaseFolder(house.dataDir), databaseFolder(dataDir), how)
  cpSync(join(house.dataDir, 'database.json'), join(dataDir, 'database.json'))
  mkdirSync(snapshotsFolder(dataDir))
  // Nobody writes into a snapshot, so the copies of the house share them.
  for (const name of [older, newer]) {
    symlinkSync(join(snapshotsFolder(house.dataDir), name), join(snapshotsFolder(dataDir), name), 'junction')
  }
  if (end === 'kill') await writeMarker(dataDir, { state: 'running', since: nowWords() })
  return dataDir
}

const inDatabase = (dataDir: string, name: string) => join(databaseFolder(dataDir), house.paths[name] ?? name)

async function marksOf({ db }: Database): Promise<unknown[]> {
  return [await readMark(db, 'first'), await readMark(db, 'second'), await readMark(db, 'third')]
}

/** Opens it, answers what it holds, what was restored and what the log said, and closes it. */
async function openOnce(dataDir: string) {
  const { log, lines } = keptLog()
  const database = await openDatabase({ dataDir }, log)
  const marks = await marksOf(database)
  const told = await readMark(database.db, 'database.restored')
  await database.close()
  return { marks, restored: database.restored, told, said: lines.map(({ msg }) => String(msg)) }
}

const damages: Record<string, { plant: (dataDir: string) => void; told: RegExp }> = {
  'a catalogue is emptied': {
    plant: (dataDir) => truncateSync(inDatabase(dataDir, 'pg_class'), 0),
    told: /^it cannot be opened$/,
  },
  'a table is emptied': {
    plant: (dataDir) => truncateSync(inDatabase(dataDir, 'platform.house'), 0),
    told: /^table platform\.house: could not read blocks/,
  },
  'an index is cut short': {
    plant: (dataDir) => truncateSync(inDatabase(dataDir, 'platform.house_pkey'), 8192),
    told: /^index platform\.house_pkey: could not read blocks/,
  },
  'its first file is gone': {
    plant: (dataDir) => rmSync(inDatabase(dataDir, 'PG_VERSION')),
    told: /^its file PG_VERSION is missing$/,
  },
  'its folder is gone': {
    plant: (dataDir) => rmSync(databaseFolder(dataDir), { recursive: true }),
    told: /^its folder is missing or empty$/,
  },
  'a table of the job queue is emptied and the marker gone': {
    plant: (dataDir) => {
      truncateSync(inDatabase(dataDir, 'jobs.version'), 0)
      rmSync(join(dataDir, 'database.json'))
    },
    told: /^table jobs\.version: could not read blocks/,
  },
}

for (const [name, { plant, told }] of Object.entries(damages)) {
  test(`killed, and ${name}: the last good snapshot is restored`, async () => {
    const dataDir = await houseAfter('kill')
    plant(dataDir)
    const left = existsSync(databaseFolder(dataDir))
    const { marks, restored, told: mark } = await openOnce(dataDir)
    assert.deepEqual(marks, [1, 2, undefined])
    assert.match(restored?.damage ?? '', told)
    assert.equal(restored?.snapshot, newer)
    assert.equal(restored?.lost?.since, '2026-03-01T10:00:00Z')
    assert.deepEqual(mark, restored)
    assert.equal(restored?.kept !== undefined && existsSync(join(dataDir, restored.kept)), left)
  })
}

test('killed, and only the marker gone: the database is checked, and used as it is', async () => {
  const dataDir = await houseAfter('kill')
  rmSync(join(dataDir, 'database.json'))
  const { marks, restored, said } = await openOnce(dataDir)
  assert.deepEqual([marks, restored], [[1, 2, 3], undefined])
  assert.ok(said.includes('the database has been checked and is whole'))
})

test('after a clean end nothing is checked and nothing restored', async () => {
  const { marks, restored, said } = await openOnce(await houseAfter('clean end'))
  assert.deepEqual([marks, restored], [[1, 2, 3], undefined])
  assert.deepEqual(said, ['a snapshot of the closed database was taken'])
})

test('ended cleanly and damaged since: what the snapshot of that end holds is all there was', async () => {
  const dataDir = await houseAfter('clean end')
  await openOnce(dataDir)
  truncateSync(inDatabase(dataDir, 'platform.house'), 0)
  const { marks, restored } = await openOnce(dataDir)
  assert.deepEqual(marks, [1, 2, 3])
  assert.equal(restored?.lost, undefined)
  assert.match(restoredSentences(dataDir, restored!).join('\n'), /Nothing is lost/)
})

test('ended cleanly, but without a snapshot: what is lost ends with that end', async () => {
  const dataDir = await houseAfter('clean end')
  const marker = await readMarker(dataDir)
  rmSync(inDatabase(dataDir, 'PG_VERSION'))
  const { restored } = await openOnce(dataDir)
  const until = typeof marker === 'object' ? marker.since : ''
  assert.deepEqual(restored?.lost, { since: '2026-03-01T10:00:00Z', until })
})

/** Scribbles over a file of a snapshot, leaving its size, or cuts it short. */
function spoil(dataDir: string, snapshot: string, how: 'scribble' | 'cut'): void {
  const folder = join(snapshotsFolder(dataDir), snapshot)
  rmSync(folder)
  cpSync(join(snapshotsFolder(house.dataDir), snapshot), folder, { recursive: true })
  const file = join(folder, 'database', 'global', 'pg_control')
  writeFileSync(file, Buffer.alloc(how === 'cut' ? 7 : statSync(file).size, 7))
}

test('a snapshot that is no good itself is passed over for an older one', async () => {
  const dataDir = await houseAfter('kill')
  spoil(dataDir, newer, 'scribble')
  writeFileSync(inDatabase(dataDir, 'global/pg_control'), 'nonsense')
  const { marks, restored, said } = await openOnce(dataDir)
  assert.deepEqual(marks, [1, undefined, undefined])
  assert.equal(restored?.snapshot, older)
  assert.ok(said.includes(`the snapshot ${newer} is no good: it cannot be opened`))
})

test('without a good snapshot the folder is refused, with what to do, and everything stays where it was', async () => {
  const dataDir = await houseAfter('kill')
  spoil(dataDir, newer, 'cut')
  spoil(dataDir, older, 'scribble')
  writeFileSync(inDatabase(dataDir, 'global/pg_control'), 'nonsense')
  const lying = () => new Set(readdirSync(dataDir).filter((name) => !name.startsWith('lock')))
  const before = lying()
  for (let start = 1; start <= 2; start += 1) {
    await assert.rejects(openDatabase({ dataDir }), {
      constructor: FolderRefused,
      message: /is damaged \(it cannot be opened\) and there is no good snapshot.*Nothing was moved.*backup/,
    })
    assert.deepEqual(lying(), before)
  }
  assert.deepEqual(readdirSync(snapshotsFolder(dataDir)).sort(), [older, newer])
  holdFolder(dataDir)()
})

const account: Restored = {
  damage: 'it cannot be opened',
  snapshot: newer,
  lost: { since: '2026-03-01T10:00:00Z', until: '2026-03-01T10:42:10Z' },
  kept: 'database.damaged-2026-03-01T11-00-00-000Z',
  restoredAt: '2026-03-01T11:00:00Z',
}

/** A house in which a restore was cut off: before, between or after its two renames. */
async function cutOff(at: 'before' | 'between' | 'after'): Promise<string> {
  const dataDir = await houseAfter('kill')
  await writeMarker(dataDir, { state: 'restoring', since: nowWords(), restored: account })
  writeFileSync(inDatabase(dataDir, 'global/pg_control'), 'nonsense')
  if (at !== 'before') renameSync(databaseFolder(dataDir), join(dataDir, account.kept ?? ''))
  if (at === 'after') {
    cpSync(join(snapshotsFolder(dataDir), newer, 'database'), databaseFolder(dataDir), { recursive: true })
  } else {
    mkdirSync(restoringFolder(dataDir))
    writeFileSync(join(restoringFolder(dataDir), 'half'), '')
  }
  return dataDir
}

for (const at of ['before', 'between', 'after'] as const) {
  test(`a restore cut off ${at} its renames is brought to its end, and told of`, async () => {
    const dataDir = await cutOff(at)
    const { marks, restored, told } = await openOnce(dataDir)
    assert.deepEqual(marks, [1, 2, undefined])
    assert.deepEqual({ ...restored, kept: '', restoredAt: '' }, { ...account, kept: '', restoredAt: '' })
    assert.deepEqual(told, restored)
    const others = readdirSync(dataDir).filter((name) => name.startsWith('database.'))
    assert.deepEqual(new Set(others), new Set([restored?.kept, 'database.json']))
    assert.equal((await openOnce(dataDir)).restored, undefined)
  })
}

test('what was restored is told in sentences, with the span that is lost', () => {
  assert.deepEqual(restoredSentences('data', account), [
    'The database in data/database was damaged: it cannot be opened.',
    'It has been restored from the snapshot 2026-03-01T10-00-00-000Z.',
    'LOST is what was written from 2026-03-01 10:00:00 UTC to 2026-03-01 10:42:10 UTC (42 minutes 10 seconds).',
    'The damaged database is kept in data/database.damaged-2026-03-01T11-00-00-000Z; remove it when you need it no more.',
  ])
  const { lost: _, kept: __, ...whole } = account
  assert.deepEqual(restoredSentences('data', whole).slice(2), [
    'Nothing is lost: that snapshot holds all that was written.',
  ])
  const spans = ['2026-03-01T10:00:00.2Z', '2026-03-01T11:01:01Z', '2026-03-03T12:00:00Z'].map(
    (until) =>
      /\((.*)\)/.exec(
        restoredSentences('data', { ...account, lost: { since: account.lost!.since, until } })[2]!,
      )?.[1],
  )
  assert.deepEqual(spans, ['less than a second', '1 hour 1 minute', '50 hours'])
})
