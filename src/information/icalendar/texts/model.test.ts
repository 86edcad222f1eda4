import assert from 'node:assert/strict'
import test from 'node:test'
import { plainText, textsOf } from './model.ts'

// The processor's time, for others may be at work besides.
const cpuMs = () => process.cpuUsage().user / 1000

test('a short description is a summary, a long one a body', () => {
  assert.deepEqual(textsOf(' Tea at four. '), { summary: 'Tea at four.', body: null })
  assert.deepEqual(textsOf('One.\n\nTwo.'), { summary: null, body: 'One.\n\nTwo.' })
  assert.deepEqual(textsOf('x'.repeat(301)), { summary: null, body: 'x'.repeat(301) })
  assert.deepEqual(textsOf(null), { summary: null, body: null })
  assert.deepEqual(textsOf('3 < 4 & 5 > 4'), { summary: '3 < 4 & 5 > 4', body: null })
})

test('HTML becomes its words, with links written out and nothing run', () => {
  assert.equal(
    plainText(
      '<p>Tea &amp; <b>cake</b><br>at four&#x21; &constructor; </p><!-- no --><script>alert("<p>1</p>")</script><ul><li>one<li>two</ul><a href="https://a.example/?x=1&amp;y=2">here</a> <a href="javascript:x()">there</a> <a href="https://b.example">https://b.example</a>',
    ),
    'Tea & cake\nat four! &constructor;\n\n- one\n- two\n\n[here](https://a.example/?x=1&y=2) there https://b.example',
  )
})

test('HTML that closes nothing is read as quickly', () => {
  const started = cpuMs()
  for (const piece of [
    '<!--',
    '<script>',
    '<a href="https://x',
    '<a href="https://x.example">',
    '<p ',
    '<',
    '&nbsp;',
    '&#',
  ]) {
    textsOf(piece.repeat(100_000))
    plainText(piece.repeat(100_000))
  }
  assert.ok(cpuMs() - started < 4000)
})
