import assert from 'node:assert/strict'
import test from 'node:test'
import { gzipSync } from 'node:zlib'
import { tileShapes } from './tileShapes.ts'

test('the same identifier always draws the same tile', () => {
  assert.deepEqual(tileShapes('mobility-first', 4), tileShapes('mobility-first', 4))
  assert.deepEqual(
    tileShapes('mobility-first', 2).layers.map(({ colour }) => colour),
    ['asia', 'europe', 'light', 'asia', 'signal'],
  )
})

test('a hundred records have a hundred tiles', () => {
  const tiles = Array.from({ length: 100 }, (_, index) => JSON.stringify(tileShapes(`record-${index}`, 3)))
  assert.equal(new Set(tiles).size, 100)
})

test('any identifier draws a tile within its box', () => {
  for (const id of ['', 'a', 'ភ្នំពេញ', '"><script>', 'x'.repeat(10_000)])
    for (const size of [1, 2, 3, 6]) {
      const { box, layers } = tileShapes(id, size)
      assert.equal(box, size * 48)
      for (const { path } of layers) assert.match(path, /^[MmlhvzHV\d\s.-]+$/)
    }
})

test('twenty tiles of a list weigh little', () => {
  const paths = Array.from({ length: 20 }, (_, index) =>
    JSON.stringify(tileShapes(`record-${index}`, 3).layers),
  )
  assert.ok(gzipSync(paths.join('')).length < 1_600)
})
