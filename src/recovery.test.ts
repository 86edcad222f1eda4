import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { connect, createServer, type Server, type Socket } from 'node:net'
import test, { after } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import { migrate, pendingMigrations } from '../database/migrate.ts'
import { startPostgres } from '../tools/postgres.ts'
import { openDatabase, openLocalFiles, openLog } from './platform/index.ts'
import { openWeb } from './web.ts'

// A server of its own, on either run, because it is cut off in the middle.
const postgres = await startPostgres()
const line = await openLine(new URL(postgres.url))
const database = await openDatabase({ databaseUrl: line.url, dataDir: '' })
after(async () => {
  await database.close()
  line.cut()
  await postgres.stop()
})

/** A line to the server that can be cut and mended. */
async function openLine(server: URL) {
  const sockets = new Set<Socket>()
  let listening: Server | undefined
  let port = 0
  const mend = async () => {
    listening = createServer((near) => {
      const far = connect(Number(server.port), server.hostname)
      for (const socket of [near, far]) {
        sockets.add(socket)
        socket.on('error', () => undefined).on('close', () => sockets.delete(socket))
      }
      near.pipe(far).pipe(near)
    })
    await new Promise<void>((resolve) => listening?.listen(port, '127.0.0.1', resolve))
    const address = listening.address()
    port = typeof address === 'object' && address ? address.port : 0
  }
  const cut = () => {
    listening?.close()
    for (const socket of sockets) socket.destroy()
  }
  await mend()
  const url = new URL(server)
  url.port = String(port)
  return { url: url.href, mend, cut }
}

test('a database that goes away makes calm pages and an unready house, and when it is back all is as before', async () => {
  await migrate(database.db)
  const app = openWeb({
    db: database.db,
    files: openLocalFiles(tmpdir()),
    log: openLog({ level: 'silent' }),
    secret: 'a secret of tests only, long enough for anybody',
    settings: {
      publicUrl: 'http://localhost:3000',
      demonstration: 'none',
      trustProxy: 0,
      readsPerMinute: 1_000_000,
      staffSecondFactor: false,
    },
    clock: () => Temporal.Instant.from('2027-01-15T12:00:00Z'),
    isOpen: () => true,
    notReady: () => pendingMigrations(database.db).catch(() => ['the database does not answer']),
  })
  const statuses = async () => [
    (await app.request('/opportunities')).status,
    (await app.request('/readyz')).status,
    (await app.request('/healthz')).status,
  ]
  assert.deepEqual(await statuses(), [200, 200, 200])
  line.cut()
  assert.deepEqual(await statuses(), [503, 503, 200])
  assert.deepEqual(await statuses(), [503, 503, 200])
  await line.mend()
  await setTimeout(50)
  assert.deepEqual(await statuses(), [200, 200, 200])
})
