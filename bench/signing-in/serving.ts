/** The house as its visitors meet it: the web process of its own, people in it, and requests from another process. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { hashPassword } from '../../src/community/passwords/actions.ts'
import { putPerson, savePasswordHash } from '../../src/community/people/queries.ts'
import { transact } from '../../src/platform/index.ts'
import { openServer } from '../../src/platform/database/connections.ts'
import { freePort } from '../../tools/processes.ts'
import type { Place } from '../house.ts'

export const password = 'three lamps by the well'
export const emailOf = (number: number) => `person-${number}@bench.example`

/** Makes so many people who have a password. */
export async function plantPeople({ settings }: Place, count: number): Promise<void> {
  const { db, close } = openServer(settings['DATABASE_URL'] ?? '', { max: 2 })
  // One hash does for all: it costs as much to compare with.
  const hash = await hashPassword(password)
  for (let number = 0; number < count; number += 1)
    await transact(db, async (tx) => {
      const person = await putPerson(tx, { email: emailOf(number), language: 'en' })
      await savePasswordHash(tx, person.id, hash)
    })
  await sql`analyze`.execute(db)
  await close()
}

export type Served = { url: string; stop(): Promise<void> }

/** Starts the web process of a house, as `npm run web` does, and waits until it is ready. */
export async function serve({ settings }: Place): Promise<Served> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const own = {
    PORT: port,
    PUBLIC_URL: url,
    TRUST_PROXY: '1',
    READS_PER_MINUTE: '999999999',
    LOG_LEVEL: 'warn',
  }
  const words = ['--enable-source-maps', '--import', './tools/tsx.ts', 'src/main.ts', 'web']
  const child: ChildProcess = spawn(process.execPath, words, {
    cwd: join(import.meta.dirname, '../..'),
    env: { PATH: process.env['PATH'], ...settings, ...own },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(`${url}/readyz`).catch(() => undefined)
    await answer?.text()
    if (answer?.ok) break
    if (tries > 300 || child.exitCode !== null) throw new Error('The web process did not become ready.')
    await setTimeout(200)
  }
  const ended = new Promise((resolve) => child.once('exit', resolve))
  return {
    url,
    async stop() {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** Asks an address, reads the answer to its end, and answers the milliseconds that took; throws when it fails. */
export async function timed(url: string, init: RequestInit = {}): Promise<number> {
  const began = performance.now()
  const answer = await fetch(url, init)
  await answer.arrayBuffer()
  if (!answer.ok) throw new Error(`${new URL(url).pathname} answered ${answer.status}`)
  return performance.now() - began
}

/** Begins so many works in so many seconds, evenly and whether or not earlier ones have ended; answers what they all did. */
export async function evenly<T>(
  count: number,
  seconds: number,
  work: (number: number) => Promise<T>,
): Promise<T[]> {
  const began = performance.now()
  const begun: Promise<T>[] = []
  for (let number = 0; number < count; number += 1) {
    await setTimeout(Math.max(0, began + (number * seconds * 1000) / count - performance.now()))
    const one = work(number)
    // Awaited below; one that fails meanwhile must not end the process.
    one.catch(() => undefined)
    begun.push(one)
  }
  return Promise.all(begun)
}

/** The 95th percentile. */
export function p95(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b)
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN
}
