import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { freePort, killProcesses, start, until } from '../tools/processes.ts'
import { openServer } from './platform/database/connections.ts'
import { everythingIn } from './platform/backup/testing.ts'
import { openDatabase } from './platform/index.ts'

const folder = mkdtempSync(join(tmpdir(), 'caravanserai-backups-'))
const path = (name: string) => join(folder, name)
after(() => {
  killProcesses()
  rmSync(folder, { recursive: true, force: true })
})

const run = (words: string[], settings: Record<string, string>) => start(words, settings).ended

async function everythingInFolder(dataDir: string) {
  const database = await openDatabase({ dataDir })
  try {
    return await everythingIn(database.db)
  } finally {
    await database.close()
  }
}

test('a house is backed up while it runs, and becomes a house elsewhere', async () => {
  const port = await freePort()
  const settings = { PORT: port, DATA_DIR: path('house'), LOG_LEVEL: 'warn' }
  const house = start(['both'], settings)
  await until(`http://127.0.0.1:${port}/readyz`, 200)
  for (const name of ['first', 'second']) {
    const { status, out, err } = await run(['backup', path(name)], settings)
    assert.deepEqual([status, err], [0, ''])
    assert.match(out, /first|second: [\d,]+ rows of \d+ tables, [\d,]+ kB, as of 20/)
  }
  await until(`http://127.0.0.1:${port}/opportunities`, 200)
  // Neither the request nor the copy is left behind.
  assert.deepEqual(readdirSync(path('house/asked')), [])
  assert.deepEqual(
    readdirSync(path('house')).filter((name) => name.startsWith('database.copied')),
    [],
  )
  const over = await run(['restore', path('first'), '--replace'], settings)
  assert.equal(over.status, 2)
  assert.match(over.err, new RegExp(`in use by process ${house.child.pid}\\b`))
  house.child.kill('SIGTERM')
  const ended = await house.ended
  assert.equal(ended.status, 0, ended.out)

  const elsewhere = { DATA_DIR: path('elsewhere'), DEMO: 'false' }
  const restored = await run(['restore', path('first')], elsewhere)
  assert.deepEqual([restored.status, restored.err], [0, ''])
  assert.match(restored.out, /[\d,]+ rows restored, as of 20/)
  const [here, there] = [await everythingInFolder(path('house')), await everythingInFolder(path('elsewhere'))]
  assert.deepEqual(
    { ...there.held, 'jobs.job': [], 'platform.house': [] },
    { ...here.held, 'jobs.job': [], 'platform.house': [] },
  )
})

test('a house that lies still is backed up too; where there is none, that is said', async () => {
  const { status, out } = await run(['backup', path('still')], { DATA_DIR: path('elsewhere') })
  assert.equal(status, 0)
  assert.match(out, /still: /)
  const none = await run(['backup', path('none')], { DATA_DIR: path('nowhere') })
  assert.equal(none.status, 2)
  assert.match(none.err, /There is no house in .*nowhere/)
  assert.ok(!existsSync(path('nowhere')) && !existsSync(path('none')))
})

test('what cannot be restored is refused with status 2, and the house stays as it was', async () => {
  const settings = { DATA_DIR: path('elsewhere') }
  const before = await everythingInFolder(path('elsewhere'))
  const bytes = readFileSync(path('still'))
  writeFileSync(path('cut'), bytes.subarray(0, -9))
  writeFileSync(path('ledger'), 'nonsense\n')
  const cases: [string[], RegExp][] = [
    [[path('still')], /This house is not empty: .*--replace/],
    [[path('cut'), '--replace'], /cut cannot be read: it is cut short/],
    [[path('missing'), '--replace'], /no such file/],
    [[path('still'), '--replace', '--erasures', path('ledger')], /Line 1 of .*ledger is no erasure/],
    [[path('still'), '--replace', '--erasures', path('missing')], /There is no file/],
    [[], /Which file/],
    [['a', '--nonsense'], /nonsense/],
  ]
  for (const [words, sentence] of cases) {
    const { status, err } = await run(['restore', ...words], settings)
    assert.equal(status, 2, err)
    assert.match(err, sentence)
  }
  assert.equal((await run(['backup'], settings)).status, 2)
  assert.deepEqual(await everythingInFolder(path('elsewhere')), before)
})

/** What no backup here knows. */
const newcomer = `insert into platform.house (key, value) values ('newcomer', 'true')`

test('a restore that is killed leaves the house as it was, wherever it is cut off', async () => {
  const settings = { DATA_DIR: path('elsewhere') }
  const house = await openDatabase({ dataDir: path('elsewhere') })
  await house.run(newcomer)
  await house.close()
  const before = await everythingInFolder(path('elsewhere'))
  assert.equal((await run(['restore', path('first'), '--replace'], { DATA_DIR: path('whole') })).status, 0)
  const whole = await everythingInFolder(path('whole'))
  let cut = 0
  for (const delay of [50, 250, 450, 650, 850]) {
    const restore = start(['restore', path('first'), '--replace'], settings)
    while (!readFileSync(path('elsewhere/database.json'), 'utf8').includes('running')) await setTimeout(10)
    await setTimeout(delay)
    restore.child.kill('SIGKILL')
    await restore.ended
    const found = await everythingInFolder(path('elsewhere'))
    // All or nothing: once it is done, the kill only spares the farewell.
    if (found.held['platform.house']!.length === whole.held['platform.house']!.length) {
      assert.deepEqual(found, whole)
      break
    }
    assert.deepEqual(found, before)
    cut += 1
  }
  assert.ok(cut > 0)
})

const server = process.env['TEST_DATABASE_URL']

// Only the run on a server has one; the embedded run tries the same on folders above.
if (server)
  test('commands carry a house onto a server, which must be left alone meanwhile', async () => {
    const name = `caravanserai_backups_${process.pid}`
    const admin = openServer(server, { max: 1 })
    await admin.run(`create database ${name}`)
    const url = new URL(server)
    url.pathname = `/${name}`
    const settings = {
      DATABASE_URL: url.href,
      DATA_DIR: path('server'),
      SECRET: 'x'.repeat(32),
      PUBLIC_URL: 'http://localhost:3000',
    }
    const none = await run(['backup', path('none')], settings)
    assert.deepEqual([none.status, /There is no house/.test(none.err)], [2, true])
    assert.equal((await run(['restore', path('still')], settings)).status, 0)

    const web = openServer(url.href)
    const there = await everythingIn(web.db)
    const refused = await run(['restore', path('still'), '--replace'], settings)
    assert.deepEqual([refused.status, /Stop them first/.test(refused.err)], [2, true])
    assert.equal((await run(['backup', path('from-server')], settings)).status, 0)
    await web.close()

    assert.equal((await run(['restore', path('from-server'), '--replace'], settings)).status, 0)
    const killed = start(['restore', path('still'), '--replace'], settings)
    await setTimeout(1_500)
    killed.child.kill('SIGKILL')
    await killed.ended
    const back = openServer(url.href)
    assert.deepEqual(await everythingIn(back.db), there)
    await back.close()
    await run(['restore', path('from-server')], { DATA_DIR: path('home') })
    assert.deepEqual(await everythingInFolder(path('home')), there)
    await admin.run(`drop database ${name} with (force)`)
    await admin.close()
  })
