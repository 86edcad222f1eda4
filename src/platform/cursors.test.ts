import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test from 'node:test'
import fc from 'fast-check'
import { cursorAfter, readCursor } from './cursors.ts'

test('a cursor names the last records of a part, the last one first, for its own list alone', () => {
  const cursor = cursorAfter('events', ['a', 'b', 'c', 'ខ'], 40)
  assert.match(cursor, /^[\w-]+$/)
  assert.deepEqual(readCursor('events', cursor), { ids: ['ខ', 'c', 'b'], places: 40 })
  assert.equal(readCursor('articles', cursor), undefined)
})

test('whatever else comes is none, even with a sum that is right', () => {
  fc.assert(fc.property(fc.string(), (text) => readCursor('events', text) === undefined))
  for (const text of [
    '',
    'null',
    '{}',
    '[]',
    '["a"]',
    '[-1]',
    '[1.5]',
    '[1e99]',
    '[1,2]',
    '[1,"\\u0000"]',
    '[1',
  ]) {
    const sum = createHash('sha256').update(`events\n${text}`).digest('base64url').slice(0, 12)
    assert.equal(readCursor('events', Buffer.from(sum + text).toString('base64url')), undefined, text)
  }
})
