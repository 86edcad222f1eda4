/**
 * What another process asks of the one that holds a data folder, by files, which every system has: a request is laid
 * down, taken up, and answered beside it.
 */
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { isFolderFree } from './folder.ts'

const answerShape = z.union([z.object({ snapshot: z.string() }), z.object({ failure: z.string() })])

/** The snapshot that holds all there is, or why there is none. */
type Answer = z.output<typeof answerShape>

const askedFolder = (dataDir: string) => join(dataDir, 'asked')

const lookMs = 500

/** Answers those who ask for a snapshot until the answer of this is called, which waits for what is under way. */
export function answerAsked(dataDir: string, snapshot: () => Promise<string>): () => Promise<void> {
  const seen = new Set<string>()
  let underWay = Promise.resolve()
  const look = () => {
    for (const name of requestsIn(dataDir)) {
      if (seen.has(name)) continue
      seen.add(name)
      underWay = answerAfter(underWay, join(askedFolder(dataDir), name), snapshot)
    }
  }
  const timer = setInterval(look, lookMs).unref()
  return async () => {
    clearInterval(timer)
    await underWay
  }
}

async function answerAfter(
  earlier: Promise<void>,
  request: string,
  snapshot: () => Promise<string>,
): Promise<void> {
  await earlier
  try {
    renameSync(request, `${request}.begun`)
    const answer = await answerOf(snapshot)
    writeFileSync(`${request}.new`, JSON.stringify(answer))
    renameSync(`${request}.new`, `${request}.answer`)
  } catch {
    // Whoever asked has gone, or the folder cannot be written; the house has other things to do.
  }
}

async function answerOf(snapshot: () => Promise<string>): Promise<Answer> {
  try {
    return { snapshot: await snapshot() }
  } catch (error) {
    return { failure: error instanceof Error ? error.message : String(error) }
  }
}

function requestsIn(dataDir: string): string[] {
  try {
    return readdirSync(askedFolder(dataDir)).filter((name) => /^[\da-f-]{36}$/.test(name))
  } catch {
    return []
  }
}

/**
 * Asks the process that holds the folder for a snapshot with all there is in it, and answers its name; undefined when that process
 * has let the folder go meanwhile. Throws AskedInVain.
 */
export async function askForSnapshot(dataDir: string, patienceSeconds = 120): Promise<string | undefined> {
  const request = join(askedFolder(dataDir), randomUUID())
  await mkdir(askedFolder(dataDir), { recursive: true })
  writeFileSync(request, '')
  try {
    for (const began = performance.now(); ; await setTimeout(100)) {
      if (existsSync(`${request}.answer`)) return snapshotIn(readFileSync(`${request}.answer`, 'utf8'))
      if (isFolderFree(dataDir)) return undefined
      // Once it has begun it takes as long as it takes.
      if (existsSync(request) && performance.now() - began > patienceSeconds * 1000)
        throw new AskedInVain(`it has not answered for ${patienceSeconds} seconds`)
    }
  } finally {
    for (const end of ['', '.begun', '.new', '.answer']) await rm(request + end, { force: true })
  }
}

/** The process that was asked could not, or did not, do it. */
export class AskedInVain extends Error {}

function snapshotIn(text: string): string {
  const answer = answerShape.parse(JSON.parse(text))
  if ('failure' in answer) throw new AskedInVain(answer.failure)
  return answer.snapshot
}
