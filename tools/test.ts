/** Runs every test, on the embedded database or on a PostgreSQL server, and ends with one line of figures. */
import { spawn } from 'node:child_process'
import { embeddedTemplate, serverTemplate } from '../src/platform/database/testing.ts'
import { startPostgres } from './postgres.ts'

const kind = process.argv[2]
const chosen = process.argv.slice(3)
const files = chosen.length > 0 ? chosen : ['{src,database,journeys,tools,bench}/**/*.test.{ts,tsx}']

const given = process.env['TEST_DATABASE_URL']
const own = kind === 'postgres' && !given ? await startPostgres() : undefined
const server = kind === 'postgres' ? (own?.url ?? given) : undefined
if (server) await serverTemplate(server)
else await embeddedTemplate()

const status = await runTests({ ...process.env, TEST_DATABASE_URL: server ?? '' })
await own?.stop()
process.exitCode = status

function runTests(env: NodeJS.ProcessEnv): Promise<number> {
  const options = ['--enable-source-maps', '--import', './tools/tsx.ts', '--test', '--test-concurrency=3']
  const reporters = ['--test-reporter=./tools/reporter.ts', '--test-reporter-destination=stdout']
  const child = spawn(process.execPath, [...options, ...reporters, ...files], { stdio: 'inherit', env })
  return new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
}
