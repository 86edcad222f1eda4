import type { PublicAddress } from '../../information/index.ts'

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

/** A sitemap of these pages (sitemaps.org protocol 0.9); `origin` is the address of the house. */
export function sitemapXml(origin: string, pages: PublicAddress[]): string {
  const urls = pages.map(({ path, changed }) => {
    const lastmod = changed ? `<lastmod>${changed.toISOString().slice(0, 10)}</lastmod>` : ''
    return `<url><loc>${escaped(origin + path)}</loc>${lastmod}</url>`
  })
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${urls.join('\n')}
</urlset>
`
}

/** What search engines may read (RFC 9309): everything but what is the staff's. */
export function robotsText(origin: string): string {
  return `User-agent: *
Disallow: /desk
Disallow: /outbox
Sitemap: ${origin}/sitemap.xml
`
}
