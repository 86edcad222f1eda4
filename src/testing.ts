/** For tests only: the whole portal over a database of the test file's own, asked without a socket. */
import type { Viewer } from './community/index.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Database, Db, FileStore, Log, Settings } from './platform/index.ts'
import { findLetter, listOutbox, openLocalFiles, openLog } from './platform/index.ts'
import { grantRole } from './community/roles/actions.ts'
import { houseRoles } from './roles.ts'
import { testDatabase } from './platform/database/testing.ts'
import { openWeb } from './web.ts'

export type TestHouse = {
  db: Db
  /** For a worker beside it. */
  database: Database
  files: FileStore
  /** Every statement asked so far, to count by. */
  queries: string[]
  /** Every route there is. */
  routes: { method: string; path: string }[]
  /** Asks an address (`/fr/events?type=festival`) and answers what came, with its text read. */
  get(path: string, init?: RequestInit): Promise<TestAnswer>
  /** The same, with what came not read yet. */
  request(path: string, init?: RequestInit): Promise<Response>
  close(): Promise<void>
}

export type TestAnswer = { status: number; headers: Headers; text: string }

type Options = {
  now?: Temporal.Instant
  viewer?: Viewer
  clock?: () => Temporal.Instant
  settings?: Partial<
    Pick<
      Settings,
      'publicUrl' | 'demonstration' | 'trustProxy' | 'readsPerMinute' | 'staffSecondFactor' | 'provider'
    >
  >
  log?: Log
  notReady?: () => Promise<string[]>
  isOpen?: () => boolean
}

export const testNow = Temporal.Instant.from('2027-01-15T12:00:00Z')

/** Opens a house; close it after the tests of the file. The moment is 15 January 2027, noon, unless said otherwise. */
export async function openTestHouse(options: Options = {}): Promise<TestHouse> {
  const database = await testDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'caravanserai-house-'))
  const files = openLocalFiles(dataDir)
  const app = openWeb({
    db: database.db,
    files,
    log: options.log ?? openLog({ level: 'silent' }),
    settings: {
      publicUrl: 'http://localhost:3000',
      demonstration: 'none',
      trustProxy: 0,
      readsPerMinute: 1_000_000,
      staffSecondFactor: false,
      ...options.settings,
    },
    secret: 'a secret of tests only, long enough for anybody',
    clock: options.clock ?? (() => options.now ?? testNow),
    notReady: options.notReady ?? (() => Promise.resolve([])),
    isOpen: options.isOpen ?? (() => true),
    ...(options.viewer ? { viewerOf: () => options.viewer ?? { kind: 'stranger' } } : {}),
  })
  return {
    db: database.db,
    database,
    files,
    queries: database.queries,
    routes: app.routes,
    request: async (path, init) => app.request(`http://localhost:3000${path}`, init),
    async get(path, init) {
      const answer = await app.request(`http://localhost:3000${path}`, init)
      return { status: answer.status, headers: answer.headers, text: await answer.text() }
    },
    close: () => {
      rmSync(dataDir, { recursive: true, force: true })
      return database.close()
    },
  }
}

/** A visitor of a test house who keeps its cookie and sends forms, as a browser does. */
export type Visitor = {
  /** The cookies it keeps, as it sends them: `name=value; other=value`; undefined without any. */
  cookie: string | undefined
  get(path: string): Promise<TestAnswer>
  /** Sends a form; as pairs where a name occurs several times. */
  send(
    path: string,
    fields: Record<string, string> | string[][],
    headers?: Record<string, string>,
  ): Promise<TestAnswer>
}

/** Opens a visitor, at a network address of their own where the house trusts a proxy. */
export function openVisitor(house: TestHouse, network = '192.0.2.1'): Visitor {
  const visitor: Visitor = {
    cookie: undefined,
    get: (path) => ask(path, {}),
    send: (path, fields, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { origin: 'http://localhost:3000', ...headers },
      }),
  }
  async function ask(path: string, init: RequestInit): Promise<TestAnswer> {
    const headers = new Headers(init.headers)
    headers.set('x-forwarded-for', network)
    if (visitor.cookie) headers.set('cookie', visitor.cookie)
    const answer = await house.get(path, { ...init, headers })
    for (const set of answer.headers.getSetCookie()) visitor.cookie = kept(visitor.cookie, set)
    return answer
  }
  return visitor
}

/** Cookies after one more was set, or taken away. */
function kept(cookies: string | undefined, set: string): string | undefined {
  const [pair = ''] = set.split(';')
  const [name] = pair.split('=')
  const others = (cookies ?? '').split('; ').filter((one) => one !== '' && one.split('=')[0] !== name)
  const all = /max-age=0/i.test(set) ? others : [...others, pair]
  return all.length === 0 ? undefined : all.join('; ')
}

/** The address in the letter written last to somebody, without the house's own; none when they have no letter. */
export async function lastLink(house: TestHouse, to: string): Promise<string | undefined> {
  const line = (await listOutbox(house.db)).find((letter) => letter.to.address === to)
  const letter = line && (await findLetter(house.db, line.id))
  return letter && /http:\/\/localhost:3000(\S+)/.exec(letter.text)?.[1]
}

/** Signs a visitor in by a link from their mailbox; somebody new is made a person. */
export async function signInByLink(house: TestHouse, visitor: Visitor, email: string): Promise<void> {
  await visitor.send('/sign-in', { email, way: 'link' })
  const address = new URL((await lastLink(house, email)) ?? '', 'http://localhost')
  await visitor.send('/sign-in/link', { token: address.searchParams.get('token') ?? '' })
}

/** Has a visitor write their name, and nothing else, into their profile. */
export async function giveName(visitor: Visitor, name: string): Promise<void> {
  const { text } = await visitor.get('/account/profile')
  const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? ''
  const answer = await visitor.send('/account/profile', { name, version })
  // A name that was never there would be found to be hidden everywhere.
  if (answer.status !== 303) throw new Error(`The name was not saved: ${answer.status}`)
}

/** Grants somebody a role, without limits if none are said. */
async function grantTo(house: TestHouse, email: string, role: string): Promise<void> {
  const known = { languages: new Set<string>(), countries: new Set<string>() }
  const request = { email, role, limits: {}, until: undefined, why: 'to try', known }
  const granting = { db: house.db, roles: houseRoles, publicUrl: 'http://localhost:3000' }
  const faults = await grantRole(granting, null, request, testNow)
  if (faults.length > 0) throw new Error(`The role ${role} was not granted.`)
}

/** Opens a visitor who is signed in as an administrator of the house. */
export async function openAdministrator(house: TestHouse, name: string, network?: string): Promise<Visitor> {
  const email = `${name}@culture.example`
  const visitor = openVisitor(house, network)
  await signInByLink(house, visitor, email)
  await grantTo(house, email, 'administrator')
  return visitor
}
