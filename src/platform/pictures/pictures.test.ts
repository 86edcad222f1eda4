import assert from 'node:assert/strict'
import test from 'node:test'
import sharp from 'sharp'
import { lookAtPicture, makePictures } from './make.ts'
import { readSignature } from './picture.ts'
import { aBomb, aPhotograph, aPicture } from './testing.ts'

test('a picture is known by its bytes and read upright', async () => {
  const picture = aPicture(300, 200)
  assert.deepEqual(await lookAtPicture(await aPhotograph(300, 200)), {
    type: 'image/jpeg',
    width: 200,
    height: 300,
  })
  assert.deepEqual(await lookAtPicture(await picture.png().toBuffer()), {
    type: 'image/png',
    width: 300,
    height: 200,
  })
  assert.deepEqual(await lookAtPicture(await picture.webp().toBuffer()), {
    type: 'image/webp',
    width: 300,
    height: 200,
  })
  assert.deepEqual(await lookAtPicture(await picture.avif().toBuffer()), {
    type: 'image/avif',
    width: 300,
    height: 200,
  })
})

test('what is none, or of a format that is not taken, is told from its bytes', () => {
  const fault = (text: string) => readSignature(Buffer.from(text, 'latin1'))
  assert.deepEqual(fault('<?xml version="1.0"?><svg onload="alert(1)"></svg>'), { fault: 'svg' })
  assert.deepEqual(fault('<!doctype html><script>alert(1)</script>'), { fault: 'no-picture' })
  assert.deepEqual(fault('Words that were called a.jpg'), { fault: 'no-picture' })
  assert.deepEqual(fault(''), { fault: 'no-picture' })
  assert.deepEqual(fault('GIF89a and so on'), { fault: 'other-format' })
  assert.deepEqual(fault('\0\0\0\x18ftypheic\0\0\0\0'), { fault: 'other-format' })
})

test('a bomb is refused by what its header says, before anything of it is decoded', async () => {
  const began = performance.now()
  assert.deepEqual(await lookAtPicture(aBomb(30_000, 30_000)), { fault: 'too-many-pixels' })
  assert.deepEqual(await makePictures(aBomb(8_000, 7_000)), { fault: 'too-many-pixels' })
  assert.deepEqual(await lookAtPicture(aBomb(20, 17_000)), { fault: 'too-many-pixels' })
  assert.ok(performance.now() - began < 20_000)
})

test('one that is cut short or made of nonsense is refused, and whoever made it is asked no more', async () => {
  const whole = await aPhotograph(400, 300)
  assert.deepEqual(await makePictures(whole.subarray(0, whole.length / 2)), { fault: 'damaged' })
  assert.deepEqual(await lookAtPicture(whole.subarray(0, 20)), { fault: 'damaged' })
  assert.deepEqual(await lookAtPicture(Buffer.from('\xff\xd8\xff nonsense', 'latin1')), { fault: 'damaged' })
})

test('what is made is upright, in widths up to its own, and says nothing of who took it and where', async () => {
  const photograph = await aPhotograph(900, 700)
  // Planted first: it is there.
  const before = await sharp(photograph).metadata()
  assert.ok(before.exif?.includes('Sok Dara'))
  assert.ok(before.exif && gpsIn(before.exif))
  const made = await makePictures(photograph)
  assert.ok(Array.isArray(made))
  assert.deepEqual(
    made.map(({ type, width, height }) => [type, width, height]),
    [
      ['image/avif', 320, 411],
      ['image/webp', 320, 411],
      ['image/avif', 640, 823],
      ['image/webp', 640, 823],
      ['image/avif', 700, 900],
      ['image/webp', 700, 900],
      ['image/jpeg', 700, 900],
    ],
  )
  for (const { bytes, type, width, height } of made) {
    const after = await sharp(bytes).metadata()
    assert.deepEqual(
      [`image/${after.format === 'heif' ? 'avif' : after.format}`, after.width, after.height],
      [type, width, height],
    )
    assert.deepEqual(
      [after.exif, after.xmp, after.iptc, after.icc, after.orientation],
      Array(5).fill(undefined),
    )
    assert.ok(!Buffer.from(bytes).includes('Sok Dara'))
  }
})

/** Whether EXIF has the directory of positions (tag 0x8825). */
const gpsIn = (exif: Buffer) =>
  exif.includes(Buffer.from([0x88, 0x25])) || exif.includes(Buffer.from([0x25, 0x88]))

test('pictures asked for at once are made one after another, all of them', async () => {
  const picture = await aPicture(200, 100).png().toBuffer()
  const all = await Promise.all([1, 2, 3].map(() => makePictures(picture)))
  assert.deepEqual(
    all.map((made) => Array.isArray(made) && made.length),
    [3, 3, 3],
  )
})
