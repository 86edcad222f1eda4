/** For tests only: pictures, and what only looks like one. */
import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** A picture with soft colours and some grain, as photographs have. */
export function aPicture(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3)
  for (let at = 0; at < pixels.length; at += 3) {
    const pixel = at / 3
    const [x, y] = [pixel % width, Math.floor(pixel / width)]
    const grain = (Math.imul(pixel, 2_654_435_761) >>> 27) - 16
    pixels[at] = 128 + 100 * Math.sin(x / 90) + grain
    pixels[at + 1] = 128 + 100 * Math.sin(y / 70) + grain
    pixels[at + 2] = 128 + 100 * Math.sin((x + y) / 110) + grain
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } })
}

/** A photograph as a telephone takes it: lying on its side, and saying who took it and where (Phnom Penh). */
export function aPhotograph(width: number, height: number): Promise<Buffer> {
  return aPicture(width, height)
    .withExif({
      IFD0: { Orientation: '6', Copyright: 'Sok Dara', Make: 'Telephone' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '11/1 33/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '104/1 55/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

/** A PNG of a few hundred bytes that says it is so large; its pixels are all the same and packed. */
export function aBomb(width: number, height: number): Buffer {
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size.set([8, 2, 0, 0, 0], 8)
  const pixels = deflateSync(Buffer.alloc(1_000_000), { level: 9 })
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', size),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([frame.subarray(0, 4), named, frame.subarray(4)])
}
