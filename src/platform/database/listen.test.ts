import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { until } from '../testing.ts'
import { testDatabase } from './testing.ts'
import { transact } from './transact.ts'

const database = await testDatabase()
const { db } = database
after(() => database.close())

const say = (word: string) => sql`select pg_notify('test "channel"', ${word})`

test('what is said in a transaction is heard once it is committed, and else never', async () => {
  const heard: string[] = []
  const stop = await database.listen('test "channel"', { heard: (word) => void heard.push(word) })
  const rolledBack = transact(db, async (tx) => {
    await say('rolled back').execute(tx)
    throw new Error('no')
  })
  await assert.rejects(rolledBack, /no/)
  await transact(db, async (tx) => {
    await say('kept').execute(tx)
    assert.deepEqual(heard, [])
  })
  await sql`select pg_notify('other', 'elsewhere')`.execute(db)
  await until(() => heard.length > 0)
  assert.deepEqual(heard, ['kept'])
  await stop()
  await say('after').execute(db)
  await sql`select 1`.execute(db)
  assert.deepEqual(heard, ['kept'])
})

test('a lost connection is found again, and the hearer told that it may have missed something', async (t) => {
  if (database.kind === 'embedded') return t.skip('it has no connection to lose')
  const heard: string[] = []
  let begun = 0
  const stop = await database.listen('test "channel"', {
    heard: (word) => void heard.push(word),
    again: () => void (begun += 1),
  })
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name like '%listening%' and datname = current_database()`.execute(db)
  await until(() => begun === 2)
  await say('back').execute(db)
  await until(() => heard.length > 0)
  assert.deepEqual(heard, ['back'])
  await stop()
})

test('a broken transaction among statements leaves none open behind', async () => {
  await assert.rejects(database.run('begin; create table public.half (id integer); select nonsense; commit'))
  const { rows } = await database.run(`select to_regclass('public.half') as half, $1::text as word`, ['well'])
  assert.deepEqual(rows, [{ half: null, word: 'well' }])
  await assert.rejects(
    transact(db, () => database.run('select 1')),
    /Inside a transaction use only its tx/,
  )
})
