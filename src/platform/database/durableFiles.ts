/** Files that are on the disk when we say so: copied, synced, and put in place by a rename. */
import { constants } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** What lies in a folder, at any depth, by path from it; files with their size in bytes. */
export type Tree = { folders: string[]; files: Map<string, number> }

/** Answers what lies in a folder; nothing where there is none. */
export async function readTree(folder: string): Promise<Tree> {
  const found = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => [])
  const tree: Tree = { folders: [], files: new Map() }
  const pathOf = (parent: string, name: string) =>
    join(parent, name)
      .slice(folder.length + 1)
      .replaceAll('\\', '/')
  for (const entry of found) {
    const path = pathOf(entry.parentPath, entry.name)
    if (entry.isDirectory()) tree.folders.push(path)
    else if (entry.isFile()) tree.files.set(path, 0)
  }
  await abreast([...tree.files.keys()], async (path) => {
    tree.files.set(path, (await stat(join(folder, path))).size)
  })
  return tree
}

/** How many files a folder holds, and how many bytes: enough to see that one was cut short or is gone. */
export function weigh({ files }: Tree): { files: number; bytes: number } {
  let bytes = 0
  for (const size of files.values()) bytes += size
  return { files: files.size, bytes }
}

/** Copies a tree into a new folder, empty folders too, sharing blocks where the file system can. */
export async function copyTree(from: string, { folders, files }: Tree, to: string): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 })
  for (const folder of folders.toSorted()) await mkdir(join(to, folder), { recursive: true })
  await abreast([...files.keys()], (path) =>
    copyFile(join(from, path), join(to, path), constants.COPYFILE_FICLONE),
  )
}

/** Sees to it that a tree is on the disk: every file and every folder of it. */
export async function syncTree(folder: string, { folders, files }: Tree): Promise<void> {
  await abreast([...files.keys()], (path) => syncFile(join(folder, path)))
  await abreast(['', ...folders], (path) => syncFolder(join(folder, path)))
}

/** Writes a file so that there is either the old one or the whole new one, whatever happens. */
export async function writeDurably(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text)
  await syncFile(`${path}.new`)
  await renameDurably(`${path}.new`, path)
}

/** Renames within a folder, and is done when that is on the disk. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to)
  await syncFolder(dirname(to))
}

async function syncFile(path: string): Promise<void> {
  await syncAs(path, 'r+')
}

/** Sees to it that the entries of a folder are on the disk. */
export async function syncFolder(path: string): Promise<void> {
  // Windows opens no folders, and keeps their entries safe by itself.
  if (process.platform !== 'win32') await syncAs(path, 'r')
}

async function syncAs(path: string, flags: string): Promise<void> {
  const file = await open(path, flags)
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Works through a list, 16 at a time; the first failure is thrown once nothing is under way any more. */
async function abreast<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const waiting = items.values()
  const place = async () => {
    for (const item of waiting) await work(item)
  }
  const ended = await Promise.allSettled(Array.from({ length: 16 }, place))
  for (const end of ended) if (end.status === 'rejected') throw end.reason
}
