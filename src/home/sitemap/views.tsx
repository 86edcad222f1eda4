import { hrefIn, type Locale, writtenIn } from '../../design/index.ts'
import type { PublicAddress } from '../../information/index.ts'

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

const dayOf = (changed: Date | null) =>
  changed ? `<lastmod>${changed.toISOString().slice(0, 10)}</lastmod>` : ''

/** The sitemap of sitemaps (sitemaps.org protocol 0.9); `origin` is the address of the house. */
export function sitemapIndexXml(origin: string, parts: { name: string; changed: Date | null }[]): string {
  const entries = parts.map(
    ({ name, changed }) =>
      `<sitemap><loc>${escaped(`${origin}/sitemaps/${name}.xml`)}</loc>${dayOf(changed)}</sitemap>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${entries.join('\n')}
</sitemapindex>
`
}

/** These pages in each language on offer that they are written in, each naming all of them. */
export function sitemapXml(origin: string, pages: PublicAddress[], offered: readonly Locale[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${pages.flatMap((page) => urlsOf(origin, page, offered)).join('\n')}
</urlset>
`
}

function urlsOf(
  origin: string,
  { path, langs, changed }: PublicAddress,
  offered: readonly Locale[],
): string[] {
  const { locales, fallback } = writtenIn(langs, offered)
  const hrefOf = (locale: Locale) => escaped(origin + hrefIn(locale, path))
  const link = (lang: string, locale: Locale) =>
    `<xhtml:link rel="alternate" hreflang="${lang}" href="${hrefOf(locale)}"/>`
  const links = [
    ...locales.map((locale) => link(locale, locale)),
    ...(locales.length > 0 ? [link('x-default', fallback)] : []),
  ].join('')
  const there = locales.length > 0 ? locales : [fallback]
  return there.map((locale) => `<url><loc>${hrefOf(locale)}</loc>${dayOf(changed)}${links}</url>`)
}

/** What search engines may read (RFC 9309): everything but what is for one person or the staff, in any language. */
export function robotsText(origin: string): string {
  const closed = ['/desk', '/account', '/sign-in', '/outbox']
  return `User-agent: *
${closed.flatMap((path) => [`Disallow: ${path}`, `Disallow: /*${path}`]).join('\n')}
Sitemap: ${origin}/sitemap.xml
`
}
