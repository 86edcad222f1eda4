/** What of a text the editor may take over. */
import type { Node } from '@tiptap/pm/model'
import { markdown, parseMarkdown } from './parse.ts'
import { writeMarkdown } from './write.ts'

/**
 * The document of a text, if the editor could write it so that pages show the same; undefined where something would be
 * lost, so that the text is edited as it stands.
 */
export function readMarkdown(text: string): Node | undefined {
  const document = parseMarkdown(text)
  return document && shownAs(text) === shownAs(writeMarkdown(document)) ? document : undefined
}

/** What pages show of it, but for the room between the points of a list. */
const shownAs = (text: string) =>
  markdown
    .render(text)
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/<li> ?<p>/g, '<li>')
    .replaceAll(/<\/p> ?(?=<\/li>|<[uo]l|<blockquote|<pre)/g, '')
    .replaceAll(/ ?(<\/?(li|[uo]l|p|blockquote|pre|h\d|br|hr)\b[^>]*>) ?/g, '$1')
