import { spawn } from 'node:child_process'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { type PictureFault, type PictureType, readSignature } from './picture.ts'

/** The widths pictures are made in, in pixels; one that is narrower is made in its own besides. */
export const madeWidths: readonly number[] = [320, 640, 960, 1280, 1920]
/** The width of the one made for social cards, whose drawing reads neither AVIF nor WebP. */
const cardWidth = 800

/** A picture as it came: what it is and how large, upright. */
export type Picture = { type: PictureType; width: number; height: number }

const madeTypes = ['image/avif', 'image/webp', 'image/jpeg'] as const

/** One that was made of it: smaller, upright, and without anything a file says of itself. */
export type MadePicture = {
  type: (typeof madeTypes)[number]
  width: number
  height: number
  bytes: Uint8Array<ArrayBuffer>
}

/** What is too slow to be a picture of somebody. */
const patience = { look: 60_000, make: 5 * 60_000 }

/** Says what a picture is, by its bytes and its header alone; nothing of it is decoded. */
export async function lookAtPicture(bytes: Uint8Array): Promise<Picture | { fault: PictureFault }> {
  const read = readSignature(bytes)
  if ('fault' in read) return read
  const looked = await inTurn(looking, () => ask(bytes, [], patience.look))
  return 'fault' in looked ? looked : { ...read, width: looked.width, height: looked.height }
}

/**
 * Makes AVIF and WebP of a picture in every width, and one JPEG; in a process of its own, one at a time, that stands back
 * behind everything else on the machine.
 */
export async function makePictures(bytes: Uint8Array): Promise<MadePicture[] | { fault: PictureFault }> {
  const looked = await lookAtPicture(bytes)
  if ('fault' in looked) return looked
  const widths = [
    ...madeWidths.filter((width) => width < looked.width),
    Math.min(looked.width, madeWidths.at(-1) ?? 0),
  ]
  const wanted = [
    ...[...new Set(widths)].map((width) => ({ width, types: ['image/avif', 'image/webp'] })),
    { width: cardWidth, types: ['image/jpeg'] },
  ]
  const answer = await inTurn(making, () => ask(bytes, wanted, patience.make))
  return 'fault' in answer ? answer : answer.made
}

/** Those who wait for a place: two that look, one that makes. */
type Places = { free: number; waiting: (() => void)[] }
const looking: Places = { free: 2, waiting: [] }
const making: Places = { free: 1, waiting: [] }

async function inTurn<T>(places: Places, work: () => Promise<T>): Promise<T> {
  if (places.free > 0) places.free -= 1
  else await new Promise<void>((resolve) => places.waiting.push(resolve))
  try {
    return await work()
  } finally {
    const next = places.waiting.shift()
    if (next) next()
    else places.free += 1
  }
}

const answerShape = z.union([
  z.object({ fault: z.enum(['too-many-pixels', 'damaged']) }),
  z.object({
    width: z.number(),
    height: z.number(),
    made: z.array(
      z.object({ type: z.enum(madeTypes), width: z.number(), height: z.number(), size: z.number() }),
    ),
  }),
])

type Wanted = { width: number; types: string[] }

async function ask(
  bytes: Uint8Array,
  wanted: Wanted[],
  milliseconds: number,
): Promise<{ width: number; height: number; made: MadePicture[] } | { fault: PictureFault }> {
  const said = await runChild(bytes, JSON.stringify(wanted), milliseconds)
  const end = said.indexOf(10)
  const answer = answerShape.parse(JSON.parse(said.subarray(0, end).toString()))
  if ('fault' in answer) return answer
  let at = end + 1
  const made = answer.made.map(({ size, ...one }) => {
    at += size
    return { ...one, bytes: Uint8Array.from(said.subarray(at - size, at)) }
  })
  return { ...answer, made }
}

/** Answers what the child wrote. Throws when it failed, or was ended because it took too long. */
function runChild(bytes: Uint8Array, wanted: string, milliseconds: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // It is given nothing of what this process knows: no secret, no address of a database.
    const child = spawn(process.execPath, [join(import.meta.dirname, 'child.ts'), wanted], {
      env: { MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '1' },
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: milliseconds,
      killSignal: 'SIGKILL',
    })
    standBack(child.pid)
    const parts: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => parts.push(part))
    // It may have ended before it had read everything; how it ended says what is to be said.
    child.stdin.on('error', () => {})
    child.on('error', reject)
    child.on('close', (status, signal) => {
      if (status === 0) resolve(Buffer.concat(parts))
      else reject(new Error(`A picture could not be looked at or made: ended with ${signal ?? status}.`))
    })
    child.stdin.end(bytes)
  })
}

// Set before it opens threads, which take after the first one.
function standBack(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, 19)
  } catch {
    // It has ended already, or the machine has no such thing.
  }
}
