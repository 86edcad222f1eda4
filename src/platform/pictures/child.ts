/**
 * A process of its own for each picture, because what decodes pictures is native code that is given bytes of strangers:
 * whatever becomes of it, the house goes on. Reads the picture from its input; answers one line of JSON and then, one
 * after another, the bytes of what it has made.
 */
import { writeSync } from 'node:fs'
import sharp, { type Sharp } from 'sharp'
import { longestSide, mostPixels, type PictureFault } from './picture.ts'

/** What is to be made: a width of at most so many pixels, in these formats. */
export type Wanted = { width: number; types: readonly ('image/avif' | 'image/webp' | 'image/jpeg')[] }

/** The first line of the answer. */
export type Answer =
  | { fault: PictureFault }
  | {
      /** Upright. */
      width: number
      height: number
      made: { type: Wanted['types'][number]; width: number; height: number; size: number }[]
    }

// One thread, so that a machine with few of them has some left for pages.
sharp.concurrency(1)
sharp.cache(false)
// Whatever else the library could read, it is not given the chance to.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadHeif'],
})

async function readInput(): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(part)
  return Buffer.concat(parts)
}

async function answer(input: Buffer, wanted: readonly Wanted[]): Promise<void> {
  const found = await sharp(input, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined)
  if (!found) return say({ fault: 'damaged' })
  const { width, height } = found.autoOrient
  // By what its header says; nothing has been decoded yet.
  if (width * height > mostPixels || Math.max(width, height) > longestSide)
    return say({ fault: 'too-many-pixels' })
  const made: { type: Wanted['types'][number]; width: number; height: number; bytes: Buffer }[] = []
  try {
    for (const { width: most, types } of wanted) {
      // Nothing of what the file says of itself is kept: not where it was taken, not by whom.
      const upright = sharp(input, { limitInputPixels: mostPixels, failOn: 'truncated' }).autoOrient()
      const { data, info } = await upright
        .resize({ width: Math.min(most, width) })
        .toColourspace('srgb')
        .raw()
        .toBuffer({ resolveWithObject: true })
      const raw = { width: info.width, height: info.height, channels: info.channels }
      for (const type of types) {
        const bytes = await written(sharp(data, { raw }), type)
        made.push({ type, width: info.width, height: info.height, bytes })
      }
    }
  } catch {
    return say({ fault: 'damaged' })
  }
  say(
    { width, height, made: made.map(({ bytes, ...one }) => ({ ...one, size: bytes.length })) },
    made.map(({ bytes }) => bytes),
  )
}

function written(image: Sharp, type: Wanted['types'][number]): Promise<Buffer> {
  if (type === 'image/avif') return image.avif({ quality: 52, effort: 3 }).toBuffer()
  if (type === 'image/webp') return image.webp({ quality: 78 }).toBuffer()
  return image.flatten({ background: '#ffffff' }).jpeg({ quality: 82, mozjpeg: true }).toBuffer()
}

function say(first: Answer, rest: Buffer[] = []): void {
  for (const bytes of [Buffer.from(`${JSON.stringify(first)}\n`), ...rest]) writeAll(bytes)
}

// Asynchronous writes to a pipe may be lost when the process ends.
function writeAll(bytes: Buffer): void {
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(1, bytes, at)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
    }
  }
}

await answer(await readInput(), JSON.parse(process.argv[2] ?? '[]'))
