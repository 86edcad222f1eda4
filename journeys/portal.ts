/** The portal with the demonstration's records, on a port of its own, for visits with a real browser. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import { type HouseEnv, keyedBy, plantDemonstrationPeople } from '../src/community/index.ts'
import { loadDemonstration, rebuildSearch } from '../src/information/index.ts'
import {
  type Db,
  type FileStore,
  listen,
  openLocalFiles,
  openLog,
  type ProviderSettings,
} from '../src/platform/index.ts'
import { testDatabase } from '../src/platform/database/testing.ts'
import { openWeb } from '../src/web.ts'

/** The day of all journeys. */
export const journeyNow = Temporal.Instant.from('2026-11-24T12:00:00Z')

type Options = {
  host?: string
  staffSecondFactor?: boolean
  clock?: () => Temporal.Instant
  /** The provider that people of a portal at this address may sign in with. */
  providerFor?(url: string): Promise<ProviderSettings>
}

const secret = 'a secret of journeys only, long enough for anybody'

/** Opens the portal; close it after the tests of the file. Passkeys need a name for its host: `localhost`. */
export async function openPortal({
  host = '127.0.0.1',
  staffSecondFactor = false,
  clock = () => journeyNow,
  providerFor,
}: Options = {}): Promise<{
  url: string
  db: Db
  files: FileStore
  keyOf: ReturnType<typeof keyedBy>
  close(): Promise<void>
}> {
  const database = await testDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'caravanserai-portal-'))
  const files = openLocalFiles(dataDir)
  await loadDemonstration(database.db, journeyNow)
  await plantDemonstrationPeople(database.db, journeyNow)
  await rebuildSearch(database.db)
  let app: Hono<HouseEnv> | undefined
  const answer = getRequestListener((request, env) => app?.fetch(request, env) ?? new Response())
  const server = await listen(answer, { host: '127.0.0.1', port: 0 })
  const url = `http://${host}:${server.port}`
  app = openWeb({
    db: database.db,
    files,
    log: openLog({ level: 'silent' }),
    settings: {
      publicUrl: url,
      demonstration: 'full',
      trustProxy: 0,
      readsPerMinute: 1_000_000,
      staffSecondFactor,
      provider: await providerFor?.(url),
    },
    secret,
    clock,
    isOpen: () => true,
    notReady: () => Promise.resolve([]),
  })
  const close = async () => {
    await server.close(0)
    await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { url, db: database.db, files, keyOf: keyedBy(secret), close }
}
