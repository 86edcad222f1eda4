import { raw } from 'hono/html'
import markdownIt from 'markdown-it'
import type { Locale } from '../locales.ts'
import { isSafeHref } from './link.tsx'
import { type LangText, langOf } from './text.tsx'

// No images: they would come from other sites, which the content security policy refuses.
const markdown = markdownIt({ html: false, linkify: true, typographer: false }).disable('image')
markdown.validateLink = isSafeHref
// Bare domains are words of a sentence more often than addresses.
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false })

markdown.renderer.rules['link_open'] = (tokens, index, options, _env, renderer) => {
  const href = tokens[index]?.attrGet('href')
  if (typeof href === 'string' && /^https?:/i.test(href)) tokens[index]?.attrSet('rel', 'external noopener')
  return renderer.renderToken(tokens, index, options)
}

// The page has its h1 already.
const lowered: Record<string, string> = { h1: 'h2', h2: 'h3', h3: 'h4', h4: 'h5', h5: 'h6' }
markdown.core.ruler.push('lower-headings', ({ tokens }) => {
  for (const token of tokens) token.tag = lowered[token.tag] ?? token.tag
})

/** Text in Markdown (CommonMark); raw HTML in it is shown as text, links are http(s) or local, pictures are not shown. */
export function Prose({ text, locale }: { text: LangText; locale: Locale }) {
  return (
    <div class="prose" {...langOf(text.lang, locale)}>
      {raw(markdown.render(text.text))}
    </div>
  )
}
