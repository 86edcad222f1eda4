import { raw } from 'hono/html'
import type { Locale } from '../locales.ts'
import { openMarkdown } from '../markdown.ts'
import { type LangText, langOf } from './text.tsx'

const markdown = openMarkdown()

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
