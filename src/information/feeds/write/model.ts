/** Feeds as text in three formats; `feedsmith` knows their grammar. Pure. */
import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith'
import { dirOf } from '../../../design/index.ts'
import { type Feed, type FeedFormat, type FeedItem, mediaTypes } from '../model.ts'

/** How to write each format but the calendar. */
export const writers: Record<Exclude<FeedFormat, 'ics'>, (feed: Feed) => string> = {
  atom: atomText,
  rss: rssText,
  json: jsonText,
}

/** Atom (RFC 4287); titles and summaries say their language. */
function atomText(feed: Feed): string {
  const { nextUrl } = feed
  return generateAtomFeed(
    {
      xml: { lang: feed.locale },
      id: feed.id,
      title: { value: plain(feed.title) },
      subtitle: { value: plain(feed.description) },
      updated: feed.changedAt,
      links: [
        { href: feed.selfUrl, rel: 'self', type: mediaTypes.atom },
        { href: feed.listUrl, rel: 'alternate', type: 'text/html', hreflang: feed.locale },
        ...(nextUrl === undefined ? [] : [{ href: nextUrl, rel: 'next', type: mediaTypes.atom }]),
      ],
      // RFC 4287 (4.1.1) asks for an author of the feed, where an entry has none.
      authors: [{ name: feed.house }],
      entries: feed.items.map((item) => ({
        id: item.id,
        title: { value: plain(item.title.text), xml: { lang: item.title.lang } },
        links: [{ href: item.url, rel: 'alternate', type: 'text/html' }],
        published: item.addedAt,
        updated: item.changedAt,
        content: { type: 'html', value: htmlOf(feed, item) },
        categories: item.tags.map((tag) => ({ term: plain(tag) })),
        ...(item.author === null ? {} : { authors: [{ name: plain(item.author) }] }),
      })),
    },
    { strict: true },
  )
}

/** RSS 2.0, with the links of Atom that its advisory board asks for. */
function rssText(feed: Feed): string {
  const { nextUrl } = feed
  return generateRssFeed(
    {
      title: plain(feed.title),
      link: feed.listUrl,
      description: plain(feed.description),
      language: feed.locale,
      lastBuildDate: feed.changedAt,
      atom: {
        links: [
          { href: feed.selfUrl, rel: 'self', type: mediaTypes.rss },
          ...(nextUrl === undefined ? [] : [{ href: nextUrl, rel: 'next', type: mediaTypes.rss }]),
        ],
      },
      items: feed.items.map((item) => ({
        title: plain(item.title.text),
        link: item.url,
        guid: { value: item.id, isPermaLink: false },
        pubDate: item.addedAt,
        description: htmlOf(feed, item),
        categories: item.tags.map((tag) => ({ name: plain(tag) })),
        atom: { updated: item.changedAt },
        ...(item.author === null ? {} : { dc: { creators: [plain(item.author)] } }),
      })),
    },
    { strict: true },
  )
}

/** JSON Feed 1.1. */
function jsonText(feed: Feed): string {
  const json = generateJsonFeed(
    {
      title: plain(feed.title),
      description: plain(feed.description),
      home_page_url: feed.listUrl,
      feed_url: feed.selfUrl,
      language: feed.locale,
      ...(feed.nextUrl === undefined ? {} : { next_url: feed.nextUrl }),
      items: feed.items.map((item) => ({
        id: item.id,
        url: item.url,
        title: plain(item.title.text),
        language: item.title.lang,
        content_html: htmlOf(feed, item),
        ...(item.summary === null ? {} : { summary: plain(item.summary.text) }),
        date_published: item.addedAt,
        date_modified: item.changedAt,
        tags: item.tags.map(plain),
        ...(item.author === null ? {} : { authors: [{ name: plain(item.author) }] }),
      })),
    },
    { strict: true },
  )
  return JSON.stringify(json)
}

function htmlOf({ locale }: Feed, { summary, lines }: FeedItem): string {
  const paragraphs = [
    ...(summary === null ? [] : [summary]),
    ...lines.map((text) => ({ text, lang: locale })),
  ]
  return paragraphs
    .map(({ text, lang }) => `<p lang="${escaped(lang)}" dir="${dirOf(lang)}">${escaped(plain(text))}</p>`)
    .join('')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)

/** Text as XML 1.0 can hold it: no control characters, no half of a letter, none of the two that are no letters. */
const plain = (text: string) =>
  text.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ' ')
