/** A document of the editor as Markdown. */
import type { Node } from '@tiptap/pm/model'
import { MarkdownSerializer, type MarkdownSerializerState } from 'prosemirror-markdown'
import { inlineOf } from './inline.ts'
import { sayable } from './sayable.ts'

type State = MarkdownSerializerState

const serializer = new MarkdownSerializer(
  {
    paragraph(state, node) {
      state.text(inlineOf(node), false)
      state.closeBlock(node)
    },
    heading(state, node) {
      state.write(`${'#'.repeat(node.attrs['level'])} `)
      state.text(inlineOf(node), false)
      state.closeBlock(node)
    },
    blockquote(state, node) {
      state.wrapBlock('> ', null, node, () => state.renderContent(node))
    },
    codeBlock(state, node) {
      const fence = '`'.repeat(Math.max(3, longestRun(node.textContent, /`+/g) + 1))
      state.write(`${fence}${node.attrs['language'] ?? ''}\n`)
      state.text(node.textContent, false)
      state.write('\n')
      state.write(fence)
      state.closeBlock(node)
    },
    bulletList(state, node, parent, at) {
      const mark = isBesideAlike(parent, at) ? '*' : '-'
      listed(state, node, '  ', () => `${mark} `)
    },
    orderedList(state, node, parent, at) {
      const [start, end] = [Number(node.attrs['start'] ?? 1), isBesideAlike(parent, at) ? ')' : '.']
      const width = String(start + node.childCount - 1).length + 2
      listed(state, node, ' '.repeat(width), (item) => `${start + item}${end} `.padEnd(width))
    },
    listItem(state, node) {
      // A point that begins with an empty line would end there.
      const isBare = node.childCount > 1 && node.firstChild?.content.size === 0
      node.forEach((block, _, at) => {
        if (at > 0 || !isBare) state.render(block, node, at)
      })
    },
    horizontalRule(state, node) {
      // Three hyphens behind the hyphen of a point would be one line of four.
      state.write('___')
      state.closeBlock(node)
    },
  },
  {},
)

/** The document as Markdown, of which `parseMarkdown` makes the same again, as far as Markdown can say it. */
export const writeMarkdown = (document: Node): string => serializer.serialize(sayable(document))

/** Every second of two lists beside one another is marked otherwise; they would be read as one. */
function isBesideAlike(parent: Node, at: number): boolean {
  let before = 0
  while (at > before && parent.child(at - before - 1).type === parent.child(at).type) before += 1
  return before % 2 === 1
}

function listed(state: State, node: Node, indent: string, markOf: (item: number) => string): void {
  // Room between the points only where one of them has several paragraphs, or a list that would be read as their words.
  const isTight = node.children.every((item) =>
    item.children.every(
      ({ type, attrs }, at) =>
        at === 0 || type.name === 'bulletList' || (type.name === 'orderedList' && attrs['start'] === 1),
    ),
  )
  const tightened = Object.assign(Object.create(Object.getPrototypeOf(node)), node, {
    attrs: { ...node.attrs, tight: isTight },
  })
  state.renderList(tightened, indent, markOf)
}

function longestRun(text: string, pattern: RegExp): number {
  return Math.max(0, ...[...text.matchAll(pattern)].map(([run]) => run.length))
}
