import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { transact } from '../database/index.ts'
import { testDatabase } from '../database/testing.ts'
import { openLog } from '../log.ts'
import { until } from '../testing.ts'
import { later, readJob } from './later.ts'
import { workingQueue } from './queue.ts'
import { openWork } from './worker.ts'

const database = await testDatabase()
const { db } = database
after(() => database.close())

const log = openLog({ level: 'silent' })
const pace = { places: 3, lookSeconds: 0.5, cronSeconds: 30 }

declare module '../index.ts' {
  interface Jobs {
    'test.slow': Record<string, never>
    'test.other': Record<string, never>
  }
}

test('many slow jobs of one name leave a place for others', async () => {
  const freed = Promise.withResolvers<void>()
  let running = 0
  const slow = async () => {
    running += 1
    await freed.promise
  }
  const worker = openWork(
    database,
    log,
    { handlers: { 'test.slow': slow, 'test.other': async () => undefined } },
    pace,
  )
  await worker.start()
  await transact(db, async (tx) => {
    for (let count = 0; count < 5; count += 1) await later(tx, 'test.slow', {})
  })
  await until(() => running === 2)
  const other = await transact(db, (tx) => later(tx, 'test.other', {}))
  await until(async () => (await readJob(db, other))?.state === 'done')
  assert.equal(running, 2)
  freed.resolve()
  await until(() => running === 5)
  await worker.stop(5)
})

test('a job whose process died is taken up again', async () => {
  const id = await transact(db, (tx) => later(tx, 'test.slow', {}))
  // A process that takes it and is never heard of again.
  const died = workingQueue(database, { cronSeconds: 30 })
  died.on('error', () => undefined)
  await died.start()
  await died.fetch('house')
  assert.equal((await readJob(db, id))?.state, 'running')

  // The embedded database knows that nobody else can be at it; a server waits until nothing was heard for a while.
  if (database.kind === 'server') {
    await database.run(`update jobs.job set heartbeat_on = now() - interval '5 minutes' where id = $1`, [id])
    await died.supervise('house')
  }
  await died.stop({ graceful: false })
  const worker = openWork(database, log, { handlers: { 'test.slow': async () => undefined } }, pace)
  await worker.start()
  await until(async () => {
    await database.run(`update jobs.job set start_after = now() where state = 'retry'`)
    return (await readJob(db, id))?.state === 'done'
  })
  assert.equal((await readJob(db, id))?.attempts, 2)
  await worker.stop(5)
})

test('a worker that never began can be stopped', async () => {
  await openWork(database, log, {}, pace).stop()
})
