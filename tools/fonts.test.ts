import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import test from 'node:test'
import { faces } from '../src/design/fonts.ts'
import { cutFace } from './fonts.ts'

const folder = join(import.meta.dirname, '..', 'src', 'design', 'fonts')

test('the faces in the tree are those the tool cuts: npm run fonts', async () => {
  // The large ones take seconds each and come out of the same steps.
  for (const face of faces.filter(({ file }) => /^(sans|serif|names)-/.test(file)))
    assert.ok((await cutFace(face)).equals(readFileSync(join(folder, `${face.file}.woff2`))), face.file)
})

test('the title face does not bear the reserved name of the face it was cut from', async () => {
  const { default: subsetFont } = await import('subset-font')
  const face = readFileSync(join(folder, 'serif-latin.woff2'))
  const plain = await subsetFont(face, 'A', { targetFormat: 'sfnt' })
  assert.equal(plain.includes(Buffer.from('Source', 'utf16le').swap16()), false)
  assert.equal(plain.includes(Buffer.from('Titles', 'utf16le').swap16()), true)
})
