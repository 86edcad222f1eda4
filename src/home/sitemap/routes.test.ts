import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { locales } from '../../design/index.ts'
import { aCall, anArticle, anEvent, anOrganisation, plant } from '../../information/testing.ts'
import { openTestHouse } from '../../testing.ts'
import { sitemapXml } from './views.tsx'

const origin = 'https://culture.example'
const house = await openTestHouse({ settings: { publicUrl: origin } })
after(() => house.close())

const hidden = { state: 'draft' }
await plant(house.db, 'opportunities', [
  aCall({
    title: 'A & B <call>',
    translations: {
      fr: { title: 'Un appel', state: 'published' },
      km: { title: 'ព្រាង', state: 'draft' },
      ur: { title: 'پرانا', state: 'archived' },
    },
  }),
  aCall({ title: 'Hidden call', ...hidden }),
])
await plant(house.db, 'events', [
  anEvent({ title: 'An event' }),
  anEvent({ title: 'Hidden event', ...hidden }),
  anEvent({ title: 'Renginys', original_lang: 'lt' }),
  anEvent({ title: 'Lễ hội', original_lang: 'vi' }),
])
await plant(house.db, 'articles', [
  anArticle({ title: 'An article' }),
  anArticle({ title: 'Hidden', ...hidden }),
])
await plant(house.db, 'organisations', [
  anOrganisation({ title: 'A house' }),
  anOrganisation({ title: 'Hidden house', state: 'archived' }),
])

type Entry = { loc: string; lastmod: string | undefined; alternates: Map<string, string> }

/**
 * Reads a sitemap by the rules of its schema (sitemaps.org 0.9, and the links of XHTML within it): one root, entries with
 * one address first, then at most one date, then links; nothing else. Throws where it is otherwise.
 */
function readSitemap(xml: string, root: 'urlset' | 'sitemapindex'): Entry[] {
  const entry = root === 'urlset' ? 'url' : 'sitemap'
  const whole = new RegExp(
    `^<\\?xml version="1\\.0" encoding="UTF-8"\\?>\\n<${root} xmlns="http://www\\.sitemaps\\.org/schemas/sitemap/0\\.9"( xmlns:xhtml="http://www\\.w3\\.org/1999/xhtml")?>\\n((?:<${entry}>.*</${entry}>\\n)+)</${root}>\\n$`,
  ).exec(xml)
  assert.ok(whole, 'a root with entries')
  assert.ok(Buffer.byteLength(xml) < 50 * 1024 * 1024)
  const entries = (whole[2] ?? '').trim().split('\n')
  assert.ok(entries.length <= 50_000)
  return entries.map((line) => {
    const [, loc = '', lastmod, links = ''] =
      /^<\w+><loc>([^<>]+)<\/loc>(?:<lastmod>([^<>]+)<\/lastmod>)?((?:<xhtml:link rel="alternate" hreflang="[\w-]+" href="[^"<>]+"\/>)*)<\/\w+>$/.exec(
        line,
      ) ?? []
    assert.ok(loc.length > 0 && loc.length <= 2048, line)
    assert.doesNotMatch(line, /&(?!(amp|lt|gt|quot|apos);)/)
    assert.doesNotThrow(() => new URL(loc))
    if (lastmod) assert.match(lastmod, /^\d{4}-\d\d-\d\d$/)
    const alternates = [...links.matchAll(/hreflang="([\w-]+)" href="([^"]+)"/g)]
    assert.equal(new Set(alternates.map(([, lang]) => lang)).size, alternates.length)
    return { loc, lastmod, alternates: new Map(alternates.map(([, lang = '', href = '']) => [lang, href])) }
  })
}

const read = async (path: string, root: 'urlset' | 'sitemapindex') => {
  const { status, headers, text } = await house.get(path)
  assert.equal(status, 200, path)
  assert.match(headers.get('content-type') ?? '', /^application\/xml/)
  return readSitemap(text, root)
}

const everything = async () => {
  const index = await read('/sitemap.xml', 'sitemapindex')
  const parts = await Promise.all(index.map(({ loc }) => read(loc.replace(origin, ''), 'urlset')))
  return { index, entries: parts.flat() }
}

test('the sitemap leads by its parts to every page a stranger may see, and to none other', async () => {
  const { index, entries } = await everything()
  assert.deepEqual(
    index.map(({ loc }) => loc.replace(`${origin}/sitemaps/`, '')),
    ['pages.xml', 'opportunities-1.xml', 'events-1.xml', 'articles-1.xml', 'organisations-1.xml'],
  )
  const addresses = entries.map(({ loc }) => loc.replace(origin, ''))
  assert.doesNotMatch(addresses.join('\n'), /hidden/i)
  assert.deepEqual(
    addresses
      .filter((path) => /^(\/\w\w)?\/(opportunities|events|articles|organisations)\/./.test(path))
      .toSorted(),
    [
      '/articles/an-article',
      '/events/an-event',
      '/events/renginys',
      '/fr/opportunities/a-b-call',
      '/opportunities/a-b-call',
      '/organisations/a-house',
      '/vi/events/le-hoi',
    ],
  )
  assert.ok(addresses.includes('/ur/partners/vn') && addresses.includes('/zh/'))
})

test('every address in it is there, is the one address of its page, and names its other languages as the page does', async () => {
  const { entries } = await everything()
  const byAddress = new Map(entries.map((entry) => [entry.loc, entry]))
  const chosen = entries.filter(({ loc }, at) => !loc.includes('/partners/') || at % 40 === 0)
  for (const { loc, alternates } of chosen) {
    const { status, text } = await house.get(loc.replace(origin, ''))
    assert.equal(status, 200, loc)
    assert.equal(/<link rel="canonical" href="([^"]+)"/.exec(text)?.[1], loc)
    const named = [...text.matchAll(/<link rel="alternate" hreflang="([\w-]+)" href="([^"]+)"/g)]
    assert.deepEqual(new Map(named.map(([, lang = '', href = '']) => [lang, href])), alternates, loc)
    for (const [lang, href] of alternates) {
      // Whatever a page names names it again.
      if (lang !== 'x-default') assert.deepEqual(byAddress.get(href)?.alternates, alternates, href)
      else assert.ok([...alternates].some(([other, same]) => other !== lang && same === href))
    }
  }
})

test('only published languages are named; what no language of the interface has is named once', async () => {
  const { entries } = await everything()
  const langsOf = (path: string) => [
    ...(entries.find(({ loc }) => loc === origin + path)?.alternates.keys() ?? []),
  ]
  assert.deepEqual(langsOf('/opportunities/a-b-call'), ['en', 'fr', 'x-default'])
  assert.deepEqual(langsOf('/vi/events/le-hoi'), ['vi', 'x-default'])
  assert.deepEqual(langsOf('/events/renginys'), [])
  // What is shown in another language for want of a text has its address there.
  for (const [path, canonical] of [
    ['/km/opportunities/a-b-call', '/opportunities/a-b-call'],
    ['/fr/opportunities/a-b-call?utm_source=x', '/fr/opportunities/a-b-call'],
    ['/events/le-hoi', '/vi/events/le-hoi'],
    ['/th/events/renginys', '/events/renginys'],
    [
      '/fr/events?type=festival&page=1&utm_source=x&discipline=music',
      '/fr/events?discipline=music&type=festival',
    ],
  ] as const) {
    const { text } = await house.get(path)
    assert.equal(
      /<link rel="canonical" href="([^"]+)"/.exec(text)?.[1],
      (origin + canonical).replaceAll('&', '&amp;'),
    )
  }
})

test('a part of the largest size keeps within the protocol', () => {
  const langs = ['en', 'fr', 'vi', 'zh', 'th', 'km', 'ur']
  const pages = Array.from({ length: 2000 }, (_, at) => ({
    path: `/opportunities/${'long-'.repeat(18)}${at}`,
    langs,
    changed: new Date(0),
  }))
  assert.equal(readSitemap(sitemapXml(origin, pages, locales), 'urlset').length, 14_000)
})

test('a part that is not there is not found', async () => {
  for (const name of ['events-2', 'events-0', 'events', 'people-1', 'constructor-1', 'events-999999999'])
    assert.equal((await house.get(`/sitemaps/${name}.xml`)).status, 404, name)
})

test('robots are told where the sitemap is, by the address of the house and not of the request', async () => {
  const { text } = await house.get('/robots.txt', { headers: { host: 'evil.example' } })
  assert.match(text, /^Sitemap: https:\/\/culture\.example\/sitemap\.xml$/m)
  assert.match(text, /^Disallow: \/desk\nDisallow: \/\*\/desk$/m)
})
