import assert from 'node:assert/strict'
import test from 'node:test'
import type { Node } from '@tiptap/pm/model'
import fc from 'fast-check'
import { parseMarkdown } from './parse.ts'
import { readMarkdown } from './read.ts'
import { sayable } from './sayable.ts'
import { schema } from './schema.ts'
import { writeMarkdown } from './write.ts'

const samples = [
  'One **strong** and *soft* word, `code`, a [link](https://www.example.org/a?b=1#c "title").',
  '## Heading\n\nParagraph with a break\\\nand a second line.\n\n> Quoted\n>\n> - point\n> - point',
  '1. one\n2. two\n   - nested\n   - again\n3. three',
  '7. seven\n8. eight',
  '- one\n\n  with two paragraphs\n\n- two',
  '```js\nconst a = "**"\n```\n\n---\n\nAfter.',
  'ភាសាខ្មែរ **ដិត** និង *ទ្រេត*。中文**加粗**文字。',
  'اردو میں **موٹا** متن اور [ربط](https://www.example.org/)',
  '***both*** and **strong with *soft* within**',
  '`` a ` b `` and **`strong code`**',
  'Written out: https://www.example.org/ and <https://www.example.org/>.',
  '',
]

test('what the editor can hold comes back as pages show it, and what it has written once it writes the same again', () => {
  for (const text of samples) {
    const document = readMarkdown(text)
    assert.ok(document, text)
    const again = writeMarkdown(document)
    assert.equal(writeMarkdown(readMarkdown(again) ?? schema.node('doc')), again)
  }
})

test('what it cannot hold is left to the plain field', () => {
  for (const text of [
    '| a | b |\n| --- | --- |\n| 1 | 2 |',
    'Words ~~struck out~~.',
    'See [the rules][rules].\n\n[rules]: https://www.example.org/rules',
  ])
    assert.equal(readMarkdown(text), undefined, text)
})

test('raw HTML, script and addresses that run are words to it, and stay words', () => {
  for (const text of [
    '<script>alert(1)</script>',
    'A [link](javascript:alert(1)) and [another](data:text/html,x) and <img src=x onerror=alert(1)>',
  ]) {
    const document = readMarkdown(text)
    assert.ok(document)
    let links = 0
    document.descendants(({ marks }) => {
      links += marks.filter(({ type }) => type.name === 'link').length
    })
    assert.equal(links, 0)
    assert.equal(parseMarkdown(writeMarkdown(document))?.textContent, document.textContent)
  }
})

const letters = [
  'a',
  'b',
  '1',
  ' ',
  ' ',
  '.',
  ',',
  '*',
  '_',
  '`',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '#',
  '-',
  '+',
  '&',
  ';',
  '!',
  '|',
  '~',
  ':',
  '/',
  '=',
  '\\',
  '"',
  'é',
  '中',
  '。',
  'ក',
  'ا',
  '😀',
  '\u00a0',
]
const words = fc
  .array(fc.constantFrom(...letters, 'amp', 'http', 'mailto', '1. ', '- ', '10)'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((all) => all.join(''))
const address = fc.constantFrom(
  'https://www.example.org/',
  'https://www.example.org/a_(b)?c=d&e=*f*',
  '/events',
  'mailto:a@b.example',
)
const marks = fc
  .record({
    bold: fc.boolean(),
    italic: fc.boolean(),
    code: fc.boolean(),
    link: fc.option(address, { freq: 4 }),
  })
  .map(({ bold, italic, code, link }) => [
    ...(bold ? [schema.mark('bold')] : []),
    ...(italic ? [schema.mark('italic')] : []),
    ...(code ? [schema.mark('code')] : []),
    ...(link === null ? [] : [schema.mark('link', { href: link })]),
  ])
const inline = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(words, fc.constant([])).map(([text]) => schema.text(text)) },
  { weight: 4, arbitrary: fc.tuple(words, marks).map(([text, given]) => schema.text(text, given)) },
  { weight: 1, arbitrary: fc.constant(null).map(() => schema.node('hardBreak')) },
)
const inlines = fc.array(inline, { maxLength: 5 })
const paragraph = inlines.map((all) => schema.node('paragraph', null, all))
const block: fc.Arbitrary<Node> = fc.letrec<{ block: Node; item: Node }>((tie) => ({
  item: fc
    .tuple(paragraph, fc.array(tie('block'), { maxLength: 2 }))
    .map(([first, rest]) => schema.node('listItem', null, [first, ...rest])),
  block: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    paragraph,
    fc
      .tuple(fc.integer({ min: 1, max: 6 }), inlines)
      .map(([level, all]) => schema.node('heading', { level }, all)),
    words.map((text) => schema.node('codeBlock', null, schema.text(text))),
    fc.constant(null).map(() => schema.node('horizontalRule')),
    fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((all) => schema.node('blockquote', null, all)),
    fc.array(tie('item'), { minLength: 1, maxLength: 3 }).map((all) => schema.node('bulletList', null, all)),
    fc
      .tuple(fc.integer({ min: 0, max: 999 }), fc.array(tie('item'), { minLength: 1, maxLength: 3 }))
      .map(([start, all]) => schema.node('orderedList', { start }, all)),
  ),
})).block
const documents = fc.array(block, { minLength: 1, maxLength: 4 }).map((all) => schema.node('doc', null, all))

const bare = (text: string) => text.replaceAll(/\s+/g, '')

test('whatever is made in the editor, no letter of it is lost in Markdown', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const read = parseMarkdown(writeMarkdown(document))
      assert.equal(bare(read?.textContent ?? 'unread'), bare(document.textContent))
    }),
    { numRuns: 2000 },
  )
})

test('whatever Markdown can say comes back as the same document', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const expected = sayable(document)
      const read = parseMarkdown(writeMarkdown(document))
      assert.deepEqual(read?.toJSON(), expected.toJSON())
    }),
    { numRuns: 2000 },
  )
})
