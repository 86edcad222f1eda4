/** For tests only: each test file gets a database of its own, copied from a prepared template. */
import { createHash, randomUUID } from 'node:crypto'
import {
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { migrate, migrationsFolder } from '../../../database/migrate.ts'
import { queueMaking } from '../jobs/queue.ts'
import { openEmbedded } from './embedded.ts'
import { databaseFolder } from './folder.ts'
import { nowWords, writeMarker } from './marker.ts'
import { type Database, embeddedDatabase, openServer } from './connections.ts'

/** A database and the number of queries it has answered, for tests that a list asks as much for 30 as for 1. */
export type TestDatabase = Database & { queries: string[] }

/** A migrated database of this test file's own: embedded, or on the server at `TEST_DATABASE_URL`. Close it. */
export function testDatabase(): Promise<TestDatabase> {
  const server = process.env['TEST_DATABASE_URL']
  return server ? copyOnServer(server) : embeddedTestDatabase()
}

/** The same, always embedded, for what goes from one kind of database to the other. */
export async function embeddedTestDatabase(): Promise<TestDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'caravanserai-test-'))
  cpSync(await embeddedTemplate(), folder, { recursive: true, mode: constants.COPYFILE_FICLONE })
  const queries: string[] = []
  const lite = await openEmbedded(folder, { durable: false })
  const release = () => rmSync(folder, { recursive: true, force: true })
  return { ...embeddedDatabase(lite, release, watching(queries)), queries }
}

/** Answers the folder of the embedded template, made first if the migrations have changed. */
export async function embeddedTemplate(): Promise<string> {
  const cache = join(import.meta.dirname, '../../../node_modules/.cache/caravanserai')
  const template = join(cache, `template-${migrationsHash()}`)
  if (existsSync(template)) return template
  mkdirSync(cache, { recursive: true })
  const making = mkdtempSync(join(cache, 'template-making-'))
  const database = embeddedDatabase(await openEmbedded(making, { durable: false }), () => undefined)
  await migrate(database.db)
  await database.close()
  if (existsSync(template)) rmSync(making, { recursive: true })
  else renameSync(making, template)
  return template
}

/** A data folder with a migrated database in it, as a process left it that was killed. */
export async function dataFolder(): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'caravanserai-data-'))
  cpSync(await embeddedTemplate(), databaseFolder(dataDir), {
    recursive: true,
    mode: constants.COPYFILE_FICLONE,
  })
  await writeMarker(dataDir, { state: 'running', since: nowWords() })
  return dataDir
}

async function copyOnServer(server: string): Promise<TestDatabase> {
  const template = `caravanserai_template_${migrationsHash()}`
  const name = `caravanserai_test_${randomUUID().replaceAll('-', '')}`
  await onServer(server, `create database ${name} template ${template}`)
  const queries: string[] = []
  const database = openServer(addressOf(server, name), watching(queries))
  const close = async () => {
    await database.close()
    await onServer(server, `drop database ${name} with (force)`)
  }
  return { ...database, close, queries }
}

/** Makes the template on a server, unless the migrations are those of an earlier one. */
export async function serverTemplate(server: string): Promise<void> {
  const name = `caravanserai_template_${migrationsHash()}`
  const admin = openServer(server, { max: 1 })
  const found = await admin.db.executeQuery(
    CompiledQuery.raw('select 1 from pg_database where datname = $1', [name]),
  )
  if (found.rows.length === 0) {
    await admin.db.executeQuery(CompiledQuery.raw(`create database ${name}`))
    const database = openServer(addressOf(server, name))
    await migrate(database.db)
    await database.close()
  }
  await admin.close()
}

async function onServer(server: string, statement: string): Promise<void> {
  const admin = openServer(server, { max: 1 })
  try {
    await admin.db.executeQuery(CompiledQuery.raw(statement))
  } finally {
    await admin.close()
  }
}

function addressOf(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

function watching(queries: string[]) {
  return { log: (event: { level: string; query: { sql: string } }) => void queries.push(event.query.sql) }
}

function migrationsHash(): string {
  const hash = createHash('sha1').update(queueMaking())
  for (const name of readdirSync(migrationsFolder).sort()) {
    hash.update(name).update(readFileSync(join(migrationsFolder, name)))
  }
  return hash.digest('hex').slice(0, 16)
}
