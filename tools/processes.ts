/** For tests only: the house as processes, started by the words of its commands. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

export type Ended = { status: number | null; out: string; err: string }

const running = new Set<ChildProcess>()

/** Kills what a test file has left running. */
export function killProcesses(): void {
  for (const child of running) child.kill('SIGKILL')
}

/** Starts `src/main.ts` with these words and no settings but these; `ended` says what it said. */
export function start(
  words: string[],
  settings: Record<string, string>,
): { child: ChildProcess; ended: Promise<Ended> } {
  const clean = { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'] }
  const child = spawn(process.execPath, ['--import', './tools/tsx.ts', 'src/main.ts', ...words], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...clean, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  let [out, err] = ['', '']
  child.stdout?.on('data', (chunk) => (out += String(chunk)))
  child.stderr?.on('data', (chunk) => (err += String(chunk)))
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (status) => {
      running.delete(child)
      resolve({ status, out, err })
    })
  })
  return { child, ended }
}

/** A port nobody listens at. */
export async function freePort(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? String(address.port) : '0'
}

/** Asks until the answer has this status, or a minute (or so many seconds) is over. */
export async function until(url: string, status: number, seconds = 60): Promise<Response> {
  for (const began = Date.now(); Date.now() - began < seconds * 1000; await setTimeout(100)) {
    const answer = await fetch(url, { headers: { connection: 'close' } }).catch(() => undefined)
    if (answer?.status === status) return answer
    await answer?.text()
  }
  throw new Error(`${url} never answered ${status}.`)
}
