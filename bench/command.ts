/** Runs the commands of the house as people do, and tells how long they took and how much memory. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'

export type Ran = {
  seconds: number
  /** The most memory the process held at once (resident). */
  megabytes: number
  output: string
}

const root = join(import.meta.dirname, '..')
// As the scripts of package.json run it.
const options = [
  '--max-semi-space-size=2',
  '--heap-growing-percent=15',
  '--enable-source-maps',
  '--import',
  './tools/tsx.ts',
  '--import',
  './bench/peak.ts',
  'src/main.ts',
]

/** Runs `src/main.ts` with these words. Throws with its own words when it does not end well. */
export async function runCommand(words: readonly string[], settings: NodeJS.ProcessEnv): Promise<Ran> {
  const began = performance.now()
  const child = spawn(process.execPath, [...options, ...words], {
    cwd: root,
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'warn', ...settings },
    // The fourth pipe is for its memory: the others are what it says.
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve, reject) => child.on('exit', resolve).on('error', reject))
  const said = Promise.all([textOf(child.stdout), textOf(child.stderr), textOf(child.stdio[3])])
  const status = await ended
  const seconds = (performance.now() - began) / 1000
  const [output, errors, kilobytes] = await said
  if (status !== 0) throw new Error(`${words[0] ?? ''} ended with ${status}: ${shortened(errors || output)}`)
  if (kilobytes === '') throw new Error(`${words[0] ?? ''} did not say how much memory it held`)
  return { seconds, megabytes: Number(kilobytes) / 1024, output }
}

const textOf = (stream: unknown) => (stream instanceof Readable ? text(stream) : Promise.resolve(''))

/** The line that names the error, where there is one among the others. */
function shortened(words: string): string {
  const lines = words.trim().split('\n')
  return (lines.find((line) => /^\w*error\b/i.test(line.trim())) ?? lines.slice(0, 3).join(' ')).slice(0, 400)
}
