import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { keepMark, readMark } from '../marks.ts'
import { keptLog } from '../testing.ts'
import { databaseFolder, snapshotsFolder } from './folder.ts'
import { keepSnapshots } from './hourly.ts'
import { readMarker } from './marker.ts'
import { openDatabase } from './open.ts'
import { firstRow } from './rows.ts'
import { listSnapshots, worthKeeping } from './snapshots.ts'
import { NoRoom } from './takeSnapshot.ts'
import { dataFolder } from './testing.ts'
import { transact } from './transact.ts'

const made: string[] = []
after(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

async function usedFolder(): Promise<string> {
  const dataDir = await dataFolder()
  made.push(dataDir)
  return dataDir
}

test('a snapshot is taken of what is new, while others wait, and none when nothing is', async () => {
  const dataDir = await usedFolder()
  const database = await openDatabase({ dataDir })
  const { db } = database
  await keepMark(db, 'one', 1)
  const asked = database.snapshot?.()
  const [taken, twice, mark] = await Promise.all([asked, database.snapshot?.(), readMark(db, 'one')])
  assert.equal(mark, 1)
  assert.equal(twice, taken)
  const [kept] = await listSnapshots(dataDir)
  assert.equal(kept?.name, taken?.name)
  assert.deepEqual([kept?.clean, kept?.migrations[0]], [false, '0001-platform.sql'])
  assert.equal(Object.keys(kept?.files ?? {}).length, taken?.files)
  assert.ok(Math.abs(Temporal.Now.instant().since(kept!.takenAt).total('seconds')) < 60)

  // What the job queue notes every minute is nothing new.
  await sql`update jobs.version set cron_on = now()`.execute(db)
  assert.equal(await database.snapshot?.(), undefined)
  await transact(db, (tx) => keepMark(tx, 'two', 2))
  assert.notEqual(await database.snapshot?.(), undefined)
  await database.close()
  assert.equal((await listSnapshots(dataDir)).length, 2)
})

test('a clean end takes one of the closed database, if anything is new', async () => {
  const dataDir = await usedFolder()
  const { log, lines } = keptLog()
  for (const changed of [true, false]) {
    const database = await openDatabase({ dataDir }, log)
    if (changed) await keepMark(database.db, 'one', 1)
    await database.close()
  }
  const [kept, ...others] = await listSnapshots(dataDir)
  assert.deepEqual([kept?.clean, others], [true, []])
  const marker = await readMarker(dataDir)
  assert.ok(typeof marker === 'object' && marker.state === 'closed' && marker.snapshot === kept?.name)
  assert.equal(lines.filter(({ msg }) => msg === 'a snapshot of the closed database was taken').length, 1)
})

test('a snapshot that cannot be taken is warned of, and neither stops the work nor the end', async () => {
  const dataDir = await usedFolder()
  writeFileSync(snapshotsFolder(dataDir), 'in the way')
  const { log, lines } = keptLog()
  const database = await openDatabase({ dataDir }, log)
  await assert.rejects(database.snapshot?.() ?? Promise.resolve(), { code: 'EEXIST' })
  await keepMark(database.db, 'one', 1)
  await database.close()
  assert.deepEqual(
    lines.filter(({ level }) => level === 'warn').map(({ msg }) => msg),
    [
      'the database was not closed cleanly: it is checked before anything is served',
      'no snapshot of the database could be taken',
    ],
  )
  const again = await openDatabase({ dataDir }, log)
  assert.equal(await readMark(again.db, 'one'), 1)
  await again.close()
})

test('soon after start and then every hour: what cannot be taken is told as a warning', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout', 'setInterval'] })
  const { log, lines } = keptLog()
  const taken = { name: 'x', clean: false, files: 1, bytes: 1, heldMs: 1, syncMs: 1 }
  const answers = [
    () => taken,
    () => undefined,
    () => refuse(new NoRoom('no room')),
    () => refuse(new Error('?')),
  ]
  const stop = keepSnapshots({ snapshot: async () => answers.shift()?.() }, log)
  const said = async () => {
    await Promise.resolve().then(() => undefined)
    return lines.map(({ level, msg }) => `${String(level)} ${String(msg)}`)
  }
  t.mock.timers.tick(5 * 60_000)
  assert.deepEqual(await said(), ['info a snapshot of the database was taken'])
  for (const hour of [1, 2, 3]) {
    t.mock.timers.tick(60 * 60_000)
    assert.equal((await said()).length, hour)
  }
  assert.deepEqual((await said()).slice(1), [
    'warn no room',
    'warn no snapshot of the database could be taken',
  ])
  stop()
  t.mock.timers.tick(24 * 60 * 60_000)
  assert.equal(lines.length, 3)
})

function refuse(error: Error): never {
  throw error
}

test('kept are the two latest, the last of each of three hours, and the last of an earlier day', () => {
  const names = [
    '2026-03-03T10-30-00-000Z',
    '2026-03-03T10-20-00-000Z',
    '2026-03-03T10-10-00-000Z',
    '2026-03-03T09-50-00-000Z',
    '2026-03-03T09-10-00-000Z',
    '2026-03-03T07-00-00-000Z',
    '2026-03-03T06-00-00-000Z',
    '2026-03-01T23-00-00-000Z',
    '2026-03-01T22-00-00-000Z',
    '2026-02-28T22-00-00-000Z',
  ]
  const kept = worthKeeping(names)
  assert.deepEqual(
    names.map((name) => kept.has(name)),
    [true, true, false, true, false, true, false, true, false, false],
  )
  assert.equal(worthKeeping([]).size, 0)
})

test('killed while a snapshot is taken: those before are good, and nothing acknowledged is lost', async () => {
  const dataDir = await usedFolder()
  const child = spawn(process.execPath, ['--import', './tools/tsx.ts', '--input-type=module', '-e', writer], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const unfinished = () =>
    existsSync(snapshotsFolder(dataDir)) &&
    readdirSync(snapshotsFolder(dataDir)).some((name) => name.endsWith('.unfinished'))
  let acknowledged = 0
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line)
    if (acknowledged === 2) {
      while (!unfinished()) await new Promise((resolve) => setImmediate(resolve))
      child.kill('SIGKILL')
    }
  }
  assert.ok(unfinished())
  const [good, ...others] = await listSnapshots(dataDir)
  assert.deepEqual([good?.clean, others], [false, []])

  const database = await openDatabase({ dataDir })
  assert.ok(!unfinished())
  assert.deepEqual([await readMark(database.db, 'one'), await readMark(database.db, 'two')], [1, 2])
  const row = await firstRow<{ path: string }>(
    database.db,
    sql`select pg_relation_filepath('platform.house') as path`,
  )
  await database.close()
  const [last] = await listSnapshots(dataDir)
  rmSync(join(snapshotsFolder(dataDir), last?.name ?? 'none'), { recursive: true })
  truncateSync(join(databaseFolder(dataDir), row?.path ?? ''), 0)

  const restored = await openDatabase({ dataDir })
  assert.equal(restored.restored?.snapshot, good?.name)
  assert.deepEqual([await readMark(restored.db, 'one'), await readMark(restored.db, 'two')], [1, undefined])
  await restored.close()
})

const writer = `
import { keepMark, openDatabase } from './src/platform/index.ts'
const { db, snapshot } = await openDatabase({ dataDir: process.env.DATA_DIR })
await keepMark(db, 'one', 1)
await snapshot()
process.stdout.write('1\\n')
await keepMark(db, 'two', 2)
process.stdout.write('2\\n')
await snapshot()
process.stdout.write('3\\n')
`
