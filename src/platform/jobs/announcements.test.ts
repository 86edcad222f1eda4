import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { transact } from '../database/index.ts'
import { firstRow } from '../database/rows.ts'
import { testDatabase } from '../database/testing.ts'
import { openLog } from '../log.ts'
import { until } from '../testing.ts'
import { announce, onceFor } from './announcements.ts'
import { listFailedJobs } from './later.ts'
import type { Listener } from './names.ts'
import { openWork } from './worker.ts'

declare module '../index.ts' {
  interface Announcements {
    'test.happened': { what: string }
    'test.elsewhere': { where: string }
  }
}

const database = await testDatabase()
const { db } = database
after(() => database.close())

const log = openLog({ level: 'silent' })
const pace = { places: 3, lookSeconds: 0.5, cronSeconds: 30 }
const happen = (what: string) => transact(db, (tx) => announce(tx, 'test.happened', { what }))

async function listening<T>(listeners: Listener[], story: () => Promise<T>) {
  const worker = openWork(database, log, { listeners }, pace)
  await worker.start()
  try {
    return await story()
  } finally {
    await worker.stop(5)
  }
}

async function hurry() {
  await sql`update jobs.job set start_after = now() where state = 'retry'`.execute(db)
}

async function unheard() {
  const row = await firstRow<{ count: number }>(
    db,
    sql`select count(*) as count from jobs.job where state < 'completed' and data->>'name' like 'platform.%'`,
  )
  return row?.count ?? 0
}

const allHeard = async () => (await unheard()) === 0

function listener(name: string, heard: string[], more: (what: string) => void = () => undefined): Listener {
  return {
    event: 'test.happened',
    listener: name,
    handle: async ({ what }, { eventId }) => {
      heard.push(`${name} ${what} ${eventId}`)
      more(what)
    },
  }
}

test('each listener hears what is announced, nobody else does, and what is rolled back was never said', async () => {
  const heard: string[] = []
  const elsewhere: Listener = {
    event: 'test.elsewhere',
    listener: 'test.other',
    handle: async ({ where }) => void heard.push(where),
  }
  await listening([listener('test.a', heard), listener('test.b', heard), elsewhere], async () => {
    const unsaid = transact(db, async (tx) => {
      await announce(tx, 'test.happened', { what: 'unsaid' })
      throw new Error('no')
    })
    await assert.rejects(unsaid, /no/)
    const id = await happen('said')
    await until(allHeard)
    assert.deepEqual(heard.sort(), [`test.a said ${id}`, `test.b said ${id}`])
  })
})

test('what is announced while nobody works is heard later, and a later listener does not hear what was heard before', async () => {
  const heard: string[] = []
  const early = await happen('early')
  await listening([listener('test.a', heard)], () => until(allHeard))
  await listening([listener('test.a', heard), listener('test.new', heard)], async () => {
    const late = await happen('late')
    await until(allHeard)
    assert.deepEqual(heard.sort(), [`test.a early ${early}`, `test.a late ${late}`, `test.new late ${late}`])
  })
})

test('a listener that fails is told again, alone', async () => {
  const heard: string[] = []
  let broken = 2
  const failing = listener('test.failing', heard, () => {
    broken -= 1
    if (broken >= 0) throw new Error('not yet')
  })
  await listening([failing, listener('test.well', heard)], async () => {
    const id = await happen('once')
    await until(async () => (await hurry(), await allHeard()))
    assert.deepEqual(heard.sort(), [
      ...Array.from({ length: 3 }, () => `test.failing once ${id}`),
      `test.well once ${id}`,
    ])
  })
  assert.deepEqual(await listFailedJobs(db), [])
})

test('a listener that hears twice does its work once when it asks in the transaction of that work', async () => {
  let [told, done] = [0, 0]
  const careful: Listener = {
    event: 'test.happened',
    listener: 'test.careful',
    handle: async (_, { eventId, listener, db }) => {
      told += 1
      // Cut off before the work is kept, it was not done and is done the next time.
      const cutOff = told === 1
      await transact(db, async (tx) => {
        if (!(await onceFor(tx, listener, eventId))) return
        if (cutOff) throw new Error('cut off')
        done += 1
      })
      if (told === 2) throw new Error('cut off after the work')
    },
  }
  await listening([careful], async () => {
    await happen('twice')
    await until(async () => (await hurry(), told === 3 && (await allHeard())))
  })
  assert.deepEqual([told, done], [3, 1])
})
