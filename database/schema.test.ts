import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { sql } from 'kysely'
import { testDatabase } from '../src/platform/database/testing.ts'
import { pendingMigrations } from './migrate.ts'
import { describeSchema } from './schema.ts'

test('schema.sql is what the migrations make, and a table planted beside them shows', async () => {
  const database = await testDatabase()
  const written = readFileSync(join(import.meta.dirname, 'schema.sql'), 'utf8')
  assert.equal(await describeSchema(database.db), written)
  await sql`create table community.planted (id integer primary key)`.execute(database.db)
  assert.match(await describeSchema(database.db), /create table community\.planted/)
  assert.deepEqual(await pendingMigrations(database.db), [])
  await database.close()
})
