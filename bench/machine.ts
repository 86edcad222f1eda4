import { arch, cpus, platform, release, totalmem } from 'node:os'

/** What kind of machine this is; nothing that names it. */
export function machine() {
  const cores = cpus()
  return {
    cpu: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memoryMegabytes: Math.round(totalmem() / 1_048_576),
    system: `${platform()} ${release()} ${arch()}`,
    node: process.version,
  }
}
