/** Servers to measure, each a process of its own, and the load that asks them from another. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { freePort, until } from '../../tools/processes.ts'
import type { BenchHouse, Place } from '../house.ts'

export type Load = {
  perSecond: number
  p50: number
  p95: number
  longest: number
  refused: number
  bytes: number
}

export type Served = {
  port: string
  /** From the start of the process to its first answer. */
  seconds: number
  /** The memory it holds now (resident). */
  megabytes(): number
  stop(): Promise<void>
}

const root = join(import.meta.dirname, '../..')
const run = promisify(execFile)

/** Asks a server for so many seconds on so many connections; throws when an answer was no page. */
export async function load(
  port: string,
  paths: string[],
  { connections = 32, seconds = 3, cookie = '' } = {},
): Promise<Load> {
  const words = ['bench/serving/load.ts', port, String(connections), String(seconds), ...paths]
  const { stdout } = await run(process.execPath, words, {
    cwd: root,
    env: { ...process.env, COOKIE: cookie },
  })
  const found: Load = JSON.parse(stdout)
  if (found.refused > 0) throw new Error(`${found.refused} of the answers of ${paths[0] ?? ''} were refusals`)
  return found
}

/** Serves a house as `npm run web` does; one with the embedded database, which belongs to one process, as `npm start` does. */
export async function serve(
  place: Place,
  settings: NodeJS.ProcessEnv = {},
  role: 'web' | 'both' = place.settings['DATABASE_URL'] === undefined ? 'both' : 'web',
): Promise<Served> {
  const port = await freePort()
  const began = performance.now()
  const words = ['--enable-source-maps', '--import', './tools/tsx.ts', 'src/main.ts', role]
  const env = {
    PATH: process.env['PATH'],
    LOG_LEVEL: 'warn',
    READS_PER_MINUTE: '999999999',
    ...place.settings,
    PORT: port,
    PUBLIC_URL: `http://localhost:${port}`,
    ...settings,
  }
  const child = spawn(process.execPath, words, { cwd: root, env, stdio: 'inherit' })
  await until(`http://127.0.0.1:${port}/opportunities`, 200, 300).catch((error: unknown) => {
    child.kill('SIGKILL')
    throw error
  })
  return { port, seconds: (performance.now() - began) / 1000, ...controlOf(child) }
}

/** Serves so many bytes by `node:http` alone. */
export async function serveBare(bytes: number): Promise<Served> {
  const child = spawn(process.execPath, ['bench/serving/bare.ts', String(bytes)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const port = await new Promise<string>((resolve) => {
    child.stdout.once('data', (said: Buffer) => resolve(String(said).trim()))
  })
  return { port, seconds: 0, ...controlOf(child) }
}

function controlOf(child: ChildProcess): Pick<Served, 'megabytes' | 'stop'> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  return {
    megabytes: () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid ?? 0}/status`, 'utf8'))?.[1]) / 1024,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

/** How many times fewer requests a second a house answers than `node:http` with 20 KB, in rounds that take turns. */
export async function timesSlower(port: string, paths: string[], cookie?: string): Promise<number> {
  const bare = await serveBare(20_000)
  const slower = (one: Load, other: Load) => one.perSecond / other.perSecond
  try {
    return median(await rounds({ bare: bare.port, house: port, cookie }, paths, slower))
  } finally {
    await bare.stop()
  }
}

/** The share of the requests a second of `node:http` that a house answers, each sending the same bytes. */
export async function shareOfBare(port: string, paths: string[]): Promise<number> {
  const { bytes } = await load(port, paths, { seconds: 1 })
  const bare = await serveBare(bytes)
  try {
    const share = (one: Load, other: Load) => other.perSecond / one.perSecond
    return median(await rounds({ bare: bare.port, house: port }, paths, share))
  } finally {
    await bare.stop()
  }
}

async function rounds(
  { bare, house, cookie }: { bare: string; house: string; cookie?: string | undefined },
  paths: string[],
  figure: (bare: Load, house: Load) => number,
) {
  const asked = cookie === undefined ? {} : { cookie }
  await load(house, paths, { ...asked, seconds: 1 })
  const found: number[] = []
  for (let round = 0; round < 3; round += 1)
    found.push(figure(await load(bare, ['/']), await load(house, paths, asked)))
  return found
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

/** A house of 10,000 opportunities, 20,000 events, 5,000 organisations and 10,000 articles in mixed scripts. */
export async function filled(house: BenchHouse, place: Place): Promise<Place> {
  const sizes = { organisations: 5_000, opportunities: 10_000, events: 20_000, articles: 10_000 } as const
  for (const kind of ['organisations', 'opportunities', 'events', 'articles'] as const)
    await house.command(place, 'import', await house.records(kind, sizes[kind]))
  return place
}
