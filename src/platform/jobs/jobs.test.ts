import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { type Database, transact } from '../database/index.ts'
import { rows } from '../database/rows.ts'
import { testDatabase } from '../database/testing.ts'
import { openLog } from '../log.ts'
import { keptLog, until } from '../testing.ts'
import { cancelJob, later, listFailedJobs, readJob, tryJobAgain } from './later.ts'
import { type Duties, openWork } from './worker.ts'

declare module '../index.ts' {
  interface Jobs {
    'test.note': { word: string }
    'test.long': { parts: number }
    'test.stubborn': Record<string, never>
    'test.noted': Record<string, never>
    'test.unknown': Record<string, never>
  }
}

const database = await testDatabase()
const { db } = database
after(() => database.close())

const pace = { places: 3, lookSeconds: 0.5, cronSeconds: 1 }
const silent = openLog({ level: 'silent' })

async function working<T>(duties: Duties, story: () => Promise<T>, on: Database = database, log = silent) {
  const worker = openWork(on, log, duties, pace)
  await worker.start()
  try {
    return await story()
  } finally {
    await worker.stop(5)
  }
}

/** A job that waits for its next attempt is given it now. */
async function hurry() {
  await sql`update jobs.job set start_after = now() where state = 'retry'`.execute(db)
}

test('a job runs after its transaction is committed, and one rolled back never does', async () => {
  const noted: string[] = []
  const rolledBack = transact(db, async (tx) => {
    await later(tx, 'test.note', { word: 'rolled back' })
    throw new Error('no')
  })
  await assert.rejects(rolledBack, /no/)
  const id = await transact(db, (tx) => later(tx, 'test.note', { word: 'kept' }))
  assert.equal((await readJob(db, id))?.state, 'waiting')

  await working({ handlers: { 'test.note': async ({ word }) => void noted.push(word) } }, async () => {
    await until(async () => (await readJob(db, id))?.state === 'done')
  })
  assert.deepEqual(noted, ['kept'])
})

test('a job enqueued while a worker looks elsewhere begins at once, and many are done without pauses', async () => {
  const noted: string[] = []
  const slow = openWork(database, silent, {
    handlers: { 'test.note': async ({ word }) => void noted.push(word) },
  })
  await slow.start()
  await setTimeout(200)
  const began = performance.now()
  await transact(db, (tx) => later(tx, 'test.note', { word: '0' }))
  await until(() => noted.length === 1)
  assert.ok(performance.now() - began < 1000, `${performance.now() - began} ms`)
  await transact(db, async (tx) => {
    for (let count = 1; count < 60; count += 1) await later(tx, 'test.note', { word: String(count) })
  })
  await until(() => noted.length === 60)
  assert.ok(performance.now() - began < 4000, `${performance.now() - began} ms`)
  await slow.stop()
})

test('a handler stands outside every transaction and is given plain facts', async () => {
  let seen: unknown
  const handler = async (payload: object, { db, attempt }: { db: Database['db']; attempt: number }) => {
    const [row] = await rows<{ one: number }>(db, sql`select 1 as one`)
    seen = { payload, attempt, ...row }
  }
  await working({ handlers: { 'test.note': handler } }, async () => {
    await transact(db, (tx) => later(tx, 'test.note', { word: 'plain' }))
    await until(() => seen !== undefined)
  })
  assert.deepEqual(seen, { payload: { word: 'plain' }, attempt: 1, one: 1 })
})

test('a job that fails is tried again, then kept with the reference of the log, and can be tried once more', async () => {
  const { log, lines } = keptLog('error')
  let mended = false
  const stubborn = async () => {
    if (!mended) throw new Error('lan@example.org cannot be reached')
  }
  const id = await transact(db, (tx) => later(tx, 'test.stubborn', {}, { attempts: 2 }))
  await working(
    { handlers: { 'test.stubborn': stubborn } },
    async () => {
      await until(async () => (await hurry(), (await readJob(db, id))?.state === 'failed'))
      const [failed] = await listFailedJobs(db)
      const reference = lines.at(-1)?.['reference']
      assert.match(String(reference), /^[2-9A-Z]{4}-[2-9A-Z]{4}$/)
      assert.deepEqual(
        [failed?.id, failed?.name, failed?.attempts, failed?.failure],
        [id, 'test.stubborn', 2, reference],
      )
      assert.equal(lines.length, 2)
      assert.ok(!JSON.stringify(lines).includes('lan@'))
      mended = true
      assert.equal(await tryJobAgain(db, id), true)
      assert.equal(await tryJobAgain(db, id), false)
      await until(async () => (await readJob(db, id))?.state === 'done')
    },
    database,
    log,
  )
})

test('a job nobody here knows stays to be tried again', async () => {
  const id = await transact(db, (tx) => later(tx, 'test.unknown', {}))
  await working({}, async () => {
    await until(async () => (await readJob(db, id))?.failure !== undefined)
  })
  assert.equal((await readJob(db, id))?.state, 'waiting')
  assert.equal(await cancelJob(db, id), true)
  assert.deepEqual([(await readJob(db, id))?.state, await cancelJob(db, id)], ['cancelled', false])
  assert.deepEqual(
    [await readJob(db, 'x'), await cancelJob(db, 'x'), await tryJobAgain(db, 'x')],
    [undefined, false, false],
  )
})

test('a long job tells how far it is, and goes no further once it is cancelled', async () => {
  let reached = 0
  const long: NonNullable<Duties['handlers']>['test.long'] = async ({ parts }, { progress }) => {
    for (reached = 1; reached <= parts; reached += 1) {
      await progress(reached, parts)
      await setTimeout(5)
    }
  }
  const { log, lines } = keptLog('warn')
  await working(
    { handlers: { 'test.long': long } },
    async () => {
      const id = await transact(db, (tx) => later(tx, 'test.long', { parts: 3 }))
      await until(async () => (await readJob(db, id))?.state === 'done')
      assert.deepEqual((await readJob(db, id))?.progress, { done: 3, total: 3 })

      const endless = await transact(db, (tx) => later(tx, 'test.long', { parts: 1e6 }))
      await until(async () => (await readJob(db, endless))?.progress !== undefined)
      assert.equal(await cancelJob(db, endless), true)
      const before = reached
      await setTimeout(100)
      assert.ok(reached <= before + 1)
      assert.equal((await readJob(db, endless))?.state, 'cancelled')
    },
    database,
    log,
  )
  assert.deepEqual(lines, [])
})

test('stopping waits for the job under way, tells it, and cuts it off at the limit', async () => {
  const ended: string[] = []
  const note: NonNullable<Duties['handlers']>['test.note'] = async ({ word }, { signal, stopping }) => {
    if (word === 'quick') {
      await new Promise((done) => stopping.addEventListener('abort', done, { once: true }))
      await setTimeout(50)
    } else await new Promise((done) => signal.addEventListener('abort', done, { once: true }))
    ended.push(word)
  }
  const ids: string[] = []
  for (const word of ['quick', 'stuck']) {
    const worker = openWork(database, silent, { handlers: { 'test.note': note } }, pace)
    await worker.start()
    const id = await transact(db, (tx) => later(tx, 'test.note', { word }))
    ids.push(id)
    await until(async () => (await readJob(db, id))?.state === 'running')
    await worker.stop(1)
  }
  assert.deepEqual(ended, ['quick', 'stuck'])
  const states = await Promise.all(ids.map(async (id) => (await readJob(db, id))?.state))
  assert.deepEqual(states, ['done', 'waiting'])
  await cancelJob(db, ids[1] ?? '')
})

test('a scheduled job is done once though two work, in the zone it names, and ends when it is no longer named', async () => {
  let now = Temporal.Now.zonedDateTimeISO('Asia/Vientiane')
  // Too near to the next minute, the due one could be missed: then the next is the one to come.
  if (now.second > 55) now = now.add({ minutes: 1 })
  const done: string[] = []
  const duties = (name: string): Duties => ({
    handlers: { 'test.noted': async () => void done.push(name) },
    schedules: [
      { name: 'test.noted', cron: `${now.minute} ${now.hour} * * *`, zone: 'Asia/Vientiane', payload: {} },
    ],
  })
  const other = openWork(database, silent, duties('other'), pace)
  await other.start()
  await working(duties('one'), async () => {
    await until(() => done.length > 0)
    await setTimeout(1500)
  })
  await other.stop(5)
  assert.equal(done.length, 1)

  const names = async () =>
    (await rows<{ key: string }>(db, sql`select key from jobs.schedule order by 1`)).map(({ key }) => key)
  assert.deepEqual(await names(), ['platform.tidy', 'test.noted'])
  await working({}, () => Promise.resolve())
  assert.deepEqual(await names(), ['platform.tidy'])
})
