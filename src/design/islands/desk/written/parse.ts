/** Markdown as a document of the editor, as pages read it. */
import type { Node } from '@tiptap/pm/model'
import { MarkdownParser } from 'prosemirror-markdown'
import { openMarkdown } from '../../../markdown.ts'
import { schema } from './schema.ts'

export const markdown = openMarkdown()

const parser = new MarkdownParser(schema, markdown, {
  blockquote: { block: 'blockquote' },
  paragraph: { block: 'paragraph' },
  list_item: { block: 'listItem' },
  bullet_list: { block: 'bulletList' },
  ordered_list: {
    block: 'orderedList',
    getAttrs: (token) => ({ start: Number(token.attrGet('start') ?? 1) }),
  },
  heading: { block: 'heading', getAttrs: (token) => ({ level: Number(token.tag.slice(1)) }) },
  code_block: { block: 'codeBlock', noCloseToken: true },
  fence: {
    block: 'codeBlock',
    getAttrs: (token) => ({ language: token.info.trim() || null }),
    noCloseToken: true,
  },
  hr: { node: 'horizontalRule' },
  hardbreak: { node: 'hardBreak' },
  em: { mark: 'italic' },
  strong: { mark: 'bold' },
  link: {
    mark: 'link',
    getAttrs: (token) => ({ href: token.attrGet('href'), title: token.attrGet('title') }),
  },
  code_inline: { mark: 'code', noCloseToken: true },
})

/** Markdown as a document; undefined where it has a part that no document of the editor can hold, such as a table. */
export function parseMarkdown(text: string): Node | undefined {
  const notes = { references: undefined }
  try {
    const document = parser.parse(text, notes)
    document.check()
    // Addresses that stand apart from the links that name them would not come back.
    return notes.references === undefined ? document : undefined
  } catch {
    return undefined
  }
}
