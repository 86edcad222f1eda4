import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { databaseFolder, FolderHeld, FolderRefused, holdFolder } from './folder.ts'
import { nowWords, writeMarker } from './marker.ts'
import { openDatabase } from './open.ts'
import { firstRow } from './rows.ts'
import { dataFolder } from './testing.ts'

const made: string[] = []
after(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'caravanserai-folder-'))
  made.push(folder)
  return folder
}

async function usedFolder(): Promise<string> {
  const dataDir = await dataFolder()
  made.push(dataDir)
  return dataDir
}

test('a folder belongs to one process at a time, and the refusal names the one that holds it', () => {
  const dataDir = newFolder()
  const release = holdFolder(dataDir)
  assert.throws(() => holdFolder(dataDir), {
    constructor: FolderHeld,
    message: new RegExp(`in use by process ${process.pid} on .*Stop that process first`),
  })
  release()
  holdFolder(dataDir)()
})

test('a file in the place of the folder is refused with what to do', () => {
  const file = join(newFolder(), 'file')
  writeFileSync(file, '')
  assert.throws(() => holdFolder(file), { constructor: FolderRefused, message: /Choose another DATA_DIR/ })
})

test('a database whose first file is missing is never taken for an empty one', async () => {
  const dataDir = await usedFolder()
  rmSync(join(databaseFolder(dataDir), 'PG_VERSION'))
  const before = readdirSync(databaseFolder(dataDir))
  await assert.rejects(openDatabase({ dataDir }), { constructor: FolderRefused, message: /damaged/ })
  assert.deepEqual(readdirSync(databaseFolder(dataDir)), before)
})

test('a database without its marker is refused, not made anew', async () => {
  const dataDir = await usedFolder()
  rmSync(join(dataDir, 'database.json'))
  await assert.rejects(openDatabase({ dataDir }), { constructor: FolderRefused, message: /marker/ })
})

test('a first start that was cut short begins anew and keeps what it left aside', async () => {
  const dataDir = await usedFolder()
  await writeMarker(dataDir, { state: 'making', since: nowWords() })
  const database = await openDatabase({ dataDir })
  assert.ok(await firstRow(database.db, sql`select 1`))
  await database.close()
  assert.ok(readdirSync(dataDir).some((name) => name.startsWith('database.unfinished-')))
})

test('killed in the middle of writing, the database loses nothing that was acknowledged', async () => {
  const dataDir = await usedFolder()
  const child = spawn(process.execPath, ['--import', './tools/tsx.ts', '--input-type=module', '-e', writer], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let acknowledged = 0
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line)
    if (acknowledged === 200) child.kill('SIGKILL')
  }
  assert.ok(acknowledged >= 200)
  const database = await openDatabase({ dataDir })
  const row = await firstRow<{ count: number }>(
    database.db,
    sql`select count(*) from platform.house where key like 'n%'`,
  )
  await database.close()
  assert.ok((row?.count ?? 0) >= acknowledged, `${row?.count} rows are left of ${acknowledged}`)
  assert.ok(existsSync(join(dataDir, 'lock')))
})

const writer = `
import { openDatabase, transact, keepMark } from './src/platform/index.ts'
const { db } = await openDatabase({ dataDir: process.env.DATA_DIR })
for (let n = 1; ; n += 1) {
  await transact(db, (tx) => keepMark(tx, 'n' + n, n))
  process.stdout.write(n + '\\n')
}
`
