/** Loaded before a command that is measured: as it ends, it writes its peak memory in kilobytes to the fourth pipe. */
import { readFileSync, writeSync } from 'node:fs'

process.on('exit', () => {
  writeSync(3, String(peakKilobytes()))
})

function peakKilobytes(): number {
  try {
    // Linux counts what the parent held into maxRSS, but not into this.
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
    if (kilobytes !== undefined) return Number(kilobytes)
  } catch {
    // No other system has the file.
  }
  return process.resourceUsage().maxRSS
}
