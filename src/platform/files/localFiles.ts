/** Files on a disk of this machine, in folders by the first two digits of their names. */
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { syncFolder } from '../database/durableFiles.ts'
import { type FileName, fileNameOf, type FileStore, isFileName } from './store.ts'

/** The store in `files` below this folder; it is made when the first file comes. */
export function openLocalFiles(dataDir: string): FileStore {
  const folder = join(dataDir, 'files')
  const pathOf = (name: FileName) => join(folder, name.slice(0, 2), name)
  return {
    async keep(bytes) {
      const name = await fileNameOf(bytes)
      if (!(await isThere(pathOf(name), bytes.length))) await writeWhole(pathOf(name), bytes)
      return name
    },
    async read(name) {
      if (!isFileName(name)) return undefined
      const bytes = await readFile(pathOf(name)).catch(unlessMissing)
      if (!bytes) return undefined
      const whole = Uint8Array.from(bytes)
      if ((await fileNameOf(whole)) !== name) throw new Error(`The file ${name} is damaged.`)
      return whole
    },
    async drop(name) {
      if (isFileName(name)) await rm(pathOf(name), { force: true })
    },
    async list() {
      const found = (await readdir(folder, { recursive: true }).catch(unlessMissing)) ?? []
      return found
        .map((path) => path.split(/[/\\]/).at(-1) ?? '')
        .filter(isFileName)
        .toSorted()
    },
  }
}

async function isThere(path: string, size: number): Promise<boolean> {
  // One that was cut short by something else than us is written again.
  return (await stat(path).catch(unlessMissing))?.size === size
}

/** Under a name of its own until all of it is on the disk: there is the whole file, or none. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path)
  const made = await mkdir(folder, { recursive: true, mode: 0o700 })
  const unfinished = join(folder, `${randomUUID()}.part`)
  try {
    const file = await open(unfinished, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  await syncFolder(folder)
  if (made !== undefined) await syncFolder(dirname(folder))
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
}
