/** How the house reads Markdown (CommonMark); pages and the editor read it alike. */
import markdownIt from 'markdown-it'
import { isSafeHref } from './safeHref.ts'

/** Raw HTML is text, links are http(s) or local. No pictures: they would come from other sites, which the policy refuses. */
export function openMarkdown() {
  const markdown = markdownIt({ html: false, linkify: true, typographer: false }).disable('image')
  markdown.validateLink = isSafeHref
  // Bare domains are words of a sentence more often than addresses.
  markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false })
  return markdown
}
