import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { raw } from 'hono/html'
import { contextOf } from './jsx-runtime.ts'

const unescaped = (text: string) =>
  text
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&gt;', '>')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&')

test('whatever is written in an element or an attribute is text, and comes back as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const written = String(<p title={text}>{text}</p>)
      const [, title = '', content = ''] = /^<p title="([^"<>']*)">([^"<>']*)<\/p>$/s.exec(written) ?? [
        written,
      ]
      assert.equal(unescaped(title), text)
      assert.equal(unescaped(content), text)
    }),
  )
})

test('what is absent leaves nothing, a boolean attribute is there or not, and others say true or false', () => {
  const written = String(
    <p hidden={true} aria-busy={false} title={undefined}>
      {null}
      {false}
      {undefined}
      {0}
      {['a', ['b']]}
      <input type="checkbox" checked={false} />
      {raw('<b>&amp;</b>')}
    </p>,
  )
  assert.equal(written, '<p hidden="" aria-busy="false">0ab<input type="checkbox"/><b>&amp;</b></p>')
})

test('names that would break out of a tag are refused, and so are things that are neither words nor markup', () => {
  const hostile = { 'x onclick': 'y' }
  assert.throws(() => String(<p {...hostile}>a</p>), /no name of an attribute/)
  const Tag = 'p onclick="x"'
  assert.throws(() => String(<Tag>a</Tag>), /no name of an element/)
  const thing: string = Object.assign(Object.create(null), { a: 1 })
  assert.throws(() => String(<p>{thing}</p>), /neither words/)
  assert.throws(() => String(<p title={thing}>a</p>), /neither words/)
})

test('a value holds within its part of the page and not beside it, even when that part throws', () => {
  const Depth = contextOf('outside')
  const Shown = () => <i>{Depth.current()}</i>
  const Broken = (): string => {
    throw new Error('broken')
  }
  const parts = (
    <>
      <Shown />
      <Depth.Provider value="one">
        <Shown />
        <Depth.Provider value="two">
          <Shown />
        </Depth.Provider>
        <Shown />
      </Depth.Provider>
      <Shown />
    </>
  )
  assert.equal(String(parts), '<i>outside</i><i>one</i><i>two</i><i>one</i><i>outside</i>')
  assert.throws(() =>
    String(
      <Depth.Provider value="lost">
        <Broken />
      </Depth.Provider>,
    ),
  )
  assert.equal(Depth.current(), 'outside')
})
