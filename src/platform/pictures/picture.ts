/** What a picture is by its first bytes, before anything decodes it. */

/** The formats that are taken, by media type. */
export const pictureTypes = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const
export type PictureType = (typeof pictureTypes)[number]

/** Why something is not taken: what it is instead, or what is wrong with it. */
export type PictureFault = 'svg' | 'other-format' | 'no-picture' | 'too-many-pixels' | 'damaged'

/** Decoded, every pixel takes four bytes: a small file can hold more than a machine has. */
export const mostPixels = 50_000_000
/** WebP goes no further. */
export const longestSide = 16_000

/** The format of these bytes, by its signature and whatever the file is called; or what they are instead. */
export function readSignature(bytes: Uint8Array): { type: PictureType } | { fault: PictureFault } {
  const start = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  if (start.startsWith('\xff\xd8\xff')) return { type: 'image/jpeg' }
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return { type: 'image/png' }
  if (/^RIFF[^]{4}WEBP/.test(start)) return { type: 'image/webp' }
  if (/^[^]{4}ftypavi[fs]/.test(start)) return { type: 'image/avif' }
  // It may hold script, and a page that shows one from its own address would run it.
  if (/<svg[\s>]/i.test(start)) return { fault: 'svg' }
  return { fault: isOther(start) ? 'other-format' : 'no-picture' }
}

// GIF, TIFF in both orders of bytes, BMP, the formats of telephones (HEIC), JPEG XL, Photoshop.
const isOther = (start: string) =>
  /^(GIF8|II\*\0|MM\0\*|BM[^]{4}\0\0\0\0|[^]{4}ftyp(heic|heix|heif|mif1|msf1)|\xff\x0a|\0\0\0\x0cJXL |8BPS)/.test(
    start,
  )
