/** For tests only: the whole portal over a database of the test file's own, asked without a socket. */
import type { Viewer } from './community/index.ts'
import type { Db, Settings } from './platform/index.ts'
import { openLog } from './platform/index.ts'
import { testDatabase } from './platform/database/testing.ts'
import { openWeb } from './web.ts'

export type TestHouse = {
  db: Db
  /** Every statement asked so far, to count by. */
  queries: string[]
  /** Asks an address (`/fr/events?type=festival`) and answers what came, with its text read. */
  get(path: string, init?: RequestInit): Promise<TestAnswer>
  close(): Promise<void>
}

export type TestAnswer = { status: number; headers: Headers; text: string }

type Options = {
  now?: Temporal.Instant
  viewer?: Viewer
  settings?: Partial<Pick<Settings, 'publicUrl' | 'demonstration' | 'trustProxy' | 'readsPerMinute'>>
  notReady?: () => Promise<string[]>
  isOpen?: () => boolean
}

export const testNow = Temporal.Instant.from('2027-01-15T12:00:00Z')

/** Opens a house; close it after the tests of the file. The moment is 15 January 2027, noon, unless said otherwise. */
export async function openTestHouse(options: Options = {}): Promise<TestHouse> {
  const database = await testDatabase()
  const app = openWeb({
    db: database.db,
    log: openLog({ level: 'silent' }),
    settings: {
      publicUrl: 'http://localhost:3000',
      demonstration: 'none',
      trustProxy: 0,
      readsPerMinute: 1_000_000,
      ...options.settings,
    },
    clock: () => options.now ?? testNow,
    notReady: options.notReady ?? (() => Promise.resolve([])),
    isOpen: options.isOpen ?? (() => true),
    ...(options.viewer ? { viewerOf: () => options.viewer ?? { kind: 'stranger' } } : {}),
  })
  return {
    db: database.db,
    queries: database.queries,
    async get(path, init) {
      const answer = await app.request(`http://localhost:3000${path}`, init)
      return { status: answer.status, headers: answer.headers, text: await answer.text() }
    },
    close: () => database.close(),
  }
}
