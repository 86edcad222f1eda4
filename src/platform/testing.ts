/** For tests only: a log that is kept, and waiting for what happens soon. */
import { setTimeout } from 'node:timers/promises'
import { openLog } from './log.ts'
import type { LogLevel } from './settings.ts'

/** A log and the lines it has written, each read again. */
export function keptLog(level: LogLevel = 'debug') {
  const lines: Record<string, unknown>[] = []
  const log = openLog({ level, write: (line) => void lines.push(JSON.parse(line)) })
  return { log, lines }
}

/** Waits until this holds; throws after some seconds when it does not. */
export async function until(holds: () => boolean | Promise<boolean>, seconds = 8): Promise<void> {
  const latest = performance.now() + seconds * 1000
  while (!(await holds())) {
    if (performance.now() > latest) throw new Error(`Not within ${seconds} seconds: ${String(holds)}`)
    await setTimeout(10)
  }
}
