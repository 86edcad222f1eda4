import assert from 'node:assert/strict'
import test from 'node:test'
import { CompiledQuery } from 'kysely'
import { getRollbackPlans } from 'pg-boss'
import manifest from 'pg-boss/package.json' with { type: 'json' }
import { transact } from '../src/platform/database/transact.ts'
import { testDatabase } from '../src/platform/database/testing.ts'
import { later, readJob } from '../src/platform/jobs/index.ts'
import { migrate, pendingMigrations } from './migrate.ts'
import { describeSchema } from './schema.ts'

test('several processes that start at once bring an empty database up to date, each migration once', async () => {
  const database = await testDatabase()
  const { db } = database
  const before = await describeSchema(db)
  const found = await db.executeQuery<{ name: string }>(
    CompiledQuery.raw(
      `select nspname as name from pg_namespace where nspname !~ '^(pg_|information_schema$|public$)'`,
    ),
  )
  const drops = found.rows.map(({ name }) => `drop schema ${name} cascade;`)
  await database.run(`${drops.join(' ')} drop table public.migration`)

  const ran = await Promise.all([migrate(db), migrate(db), migrate(db)])
  const names = ran.flat()
  assert.ok(names.includes('0001-platform.sql'))
  assert.equal(new Set(names).size, names.length)
  assert.equal(await describeSchema(db), before)
  assert.deepEqual(await pendingMigrations(db), [])
  assert.deepEqual(await migrate(db), [])

  // The job queue as it was one version ago, with which a house may have run.
  await database.run(getRollbackPlans('jobs', manifest.pgboss.schema))
  assert.deepEqual(await pendingMigrations(db), ['job queue'])
  await migrate(db)
  assert.deepEqual(await pendingMigrations(db), [])

  const id = await transact(db, (tx) => later(tx, 'platform.tidy', {}))
  assert.equal((await readJob(db, id))?.state, 'waiting')
  await database.close()
})
