import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { after } from 'node:test'
import { freePort, killProcesses, start, until } from '../tools/processes.ts'

const folder = mkdtempSync(join(tmpdir(), 'caravanserai-main-'))
after(() => {
  killProcesses()
  rmSync(folder, { recursive: true, force: true })
})

const dataDir = join(folder, 'house')

test('a house starts, serves the demonstration, holds its folder, and ends in peace', async () => {
  const port = await freePort()
  const settings = { PORT: port, DATA_DIR: dataDir, LOG_LEVEL: 'info' }
  const first = start(['both'], settings)
  const url = `http://127.0.0.1:${port}`
  await until(`${url}/healthz`, 200)
  await until(`${url}/readyz`, 200)
  const page = await (await fetch(`${url}/opportunities`)).text()
  assert.match(page, /ASEF/)

  const second = await start(['both'], { ...settings, PORT: await freePort() }).ended
  assert.equal(second.status, 2)
  assert.match(second.err, new RegExp(`in use by process ${first.child.pid}\\b.*DATABASE_URL`))

  const taken = await start(['both'], { PORT: port, DATA_DIR: join(folder, 'other') }).ended
  assert.equal(taken.status, 1)
  assert.match(taken.err, new RegExp(`Port ${port} .* is taken`))

  first.child.kill('SIGTERM')
  const { status, out } = await first.ended
  assert.equal(status, 0, out)
  assert.doesNotMatch(out, /"level":"(error|fatal)"/)
})

test('settings that are wrong are all named, and nothing starts', async () => {
  const { status, err } = await start(['both'], { PORT: 'x', LOG_LEVEL: 'loud', DATA_DIR: folder }).ended
  assert.equal(status, 1)
  assert.deepEqual(
    err
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]),
    ['PORT', 'LOG_LEVEL'],
  )
})

test('a demonstration is refused at an address others can reach', async () => {
  const { status, err } = await start(['both'], { HOST: '0.0.0.0', DATA_DIR: join(folder, 'open') }).ended
  assert.equal(status, 1)
  assert.match(err, /^HOST is 0\.0\.0\.0.*DEMO=public/)
})

test('web and worker apart need a database server', async () => {
  for (const role of ['web', 'worker']) {
    const { status, err } = await start([role], { DATA_DIR: folder }).ended
    assert.equal(status, 1)
    assert.match(err, /needs DATABASE_URL/)
  }
})

test('a file is taken in by command: all in is 0, some refused is 1, not readable is 2', async () => {
  const settings = { DATA_DIR: dataDir }
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const good = file('good.json', '{"records":[{"id":"one","title":"One","deadline":"2027-01-31"}]}')
  const first = await start(['import', good], settings).ended
  assert.equal(first.status, 0, first.out + first.err)
  assert.match(first.out, /^good\.json \(opportunities\): 1 new, 0 changed, 0 unchanged, 0 refused$/m)
  const again = await start(['import', good], settings).ended
  assert.match(again.out, /0 new, 0 changed, 1 unchanged/)
  const mixed = file(
    'mixed.json',
    '{"records":[{"id":"two","title":"Two","deadline":"2027-02-30"},{"id":"three","title":"Three","deadline":"2027-03-01"}]}',
  )
  const some = await start(['import', mixed, '--kind', 'opportunities'], settings).ended
  assert.equal(some.status, 1)
  assert.match(some.out, /1 new.*1 refused/)
  assert.match(some.out, /mixed\.json record 0 \(id two\): deadline = "2027-02-30" is not a date that exists/)
  const refused = /\S+refused\.json/.exec(some.out)?.[0] ?? ''
  writeFileSync(refused, readFileSync(refused, 'utf8').replace('2027-02-30', '2027-02-28'))
  const mended = await start(['import', refused], settings).ended
  assert.deepEqual([mended.status, /1 new, 0 changed/.test(mended.out)], [0, true])
  const table = file(
    'table.csv',
    'title;id;start_date;disciplines\nA reading;reading;31/03/2027;"literature;music"\n',
  )
  const events = await start(['import', table], settings).ended
  assert.deepEqual([events.status, /table\.csv \(events\): 1 new/.test(events.out)], [0, true])
  const calendar = file(
    'cal.ics',
    'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a@b\r\nSUMMARY:A talk\r\nDTSTART;TZID=W. Europe Standard Time:20270331T190000\r\nDURATION:PT2H\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:c@b\r\nSUMMARY:Weekly\r\nDTSTART:20270331T190000Z\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:d@b\r\nSUMMARY:Ever\r\nDTSTART:20270331T190000Z\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  )
  const talks = await start(['import', calendar], settings).ended
  assert.equal(talks.status, 1)
  assert.match(talks.out, /cal\.ics \(events\): 2 new, 0 changed, 0 unchanged, 1 refused/)
  assert.match(talks.out, /line 14 .*RRULE = .*repeats secondly; no event does/)
  const broken = file('broken.json', '{"records":[')
  assert.equal((await start(['import', broken], settings).ended).status, 2)
  assert.equal((await start(['import', join(folder, 'none.json')], settings).ended).status, 2)
  assert.equal((await start(['import', good, '--kind', 'recipes'], settings).ended).status, 2)
  assert.equal((await start(['import', '--nonsense'], settings).ended).status, 2)
})

test('a house that was damaged starts from its last snapshot, and says so in its log and beside it', async () => {
  const control = join(dataDir, 'database', 'global', 'pg_control')
  writeFileSync(control, 'nonsense')
  const port = await freePort()
  const house = start(['both'], { PORT: port, DATA_DIR: dataDir, LOG_LEVEL: 'info' })
  await until(`http://127.0.0.1:${port}/readyz`, 200)
  const page = await (await fetch(`http://127.0.0.1:${port}/opportunities`)).text()
  assert.match(page, /ASEF/)
  house.child.kill('SIGTERM')
  const { status, out, err } = await house.ended
  assert.equal(status, 0, out)
  const said = err.trim().split('\n')
  assert.deepEqual(
    said.map((line) => line.replace(/\d{4}-\d\d-\d\dT[\d-]+Z/, '…')),
    [
      `The database in ${dataDir}/database was damaged: it cannot be opened.`,
      'It has been restored from the snapshot ….',
      'Nothing is lost: that snapshot holds all that was written.',
      `The damaged database is kept in ${dataDir}/database.damaged-…; remove it when you need it no more.`,
    ],
  )
  const logged = out.split('\n').filter((line) => line.includes('"level":"error"'))
  assert.equal(logged.length, 1)
  assert.ok(logged[0]?.includes(JSON.stringify(said.join(' '))))
})
