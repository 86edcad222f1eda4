import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith'
import type { Feed } from '../model.ts'
import { writers } from './model.ts'

const feedOf = (text: string): Feed => ({
  locale: 'ur',
  house: 'culture.example',
  id: 'tag:culture.example,2026:events.atom',
  title: text,
  description: text,
  selfUrl: 'https://culture.example/ur/events.atom?q=a%26b&type=festival',
  listUrl: 'https://culture.example/ur/events?q=a%26b&type=festival',
  nextUrl: undefined,
  changedAt: new Date('2027-01-15T12:00:00Z'),
  items: [
    {
      id: 'tag:culture.example,2026:events/one',
      url: 'https://culture.example/ur/events/one?a=1&b=2',
      title: { text, lang: 'km' },
      summary: { text, lang: 'km' },
      lines: [text],
      tags: [text],
      author: text,
      addedAt: new Date('2027-01-01T00:00:00Z'),
      changedAt: new Date('2027-01-02T00:00:00Z'),
    },
  ],
})

// oxlint-disable-next-line no-control-regex -- what XML 1.0 cannot hold
const unfit = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/
const plain = (text: string) =>
  text.toWellFormed().replaceAll(new RegExp(unfit, 'g'), ' ').replaceAll(/\s+/gu, ' ').trim()

test('any text at all comes back out of every format as it went in, but for what none can hold', () => {
  const anything = fc.string({
    unit: fc.oneof(
      fc.constantFrom(']]>', '<![CDATA[', '&amp;', '<b>', '\u0000', '\ud800', '\ufffe', 'ក'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    minLength: 1,
  })
  fc.assert(
    fc.property(anything, (text) => {
      fc.pre(plain(text) !== '')
      const feed = feedOf(`x${text}x`)
      const expected = plain(`x${text}x`)
      const same = (given: string | undefined) => plain(given ?? '') === expected
      const atom = writers.atom(feed)
      const rss = writers.rss(feed)
      for (const written of [atom, rss]) assert.ok(!unfit.test(written) && written.isWellFormed())
      const [entry] = parseAtomFeed(atom).entries ?? []
      const [item] = parseRssFeed(rss).items ?? []
      const [one] = parseJsonFeed(writers.json(feed)).items ?? []
      assert.ok(same(entry?.title?.value), 'atom')
      assert.ok(same(item?.title), 'rss')
      assert.ok(same(one?.title), 'json')
      // No text becomes markup: what holds it are paragraphs and nothing else.
      for (const html of [entry?.content?.value, item?.description, one?.content_html])
        assert.deepEqual(
          [...new Set(html?.match(/<\/?[^>]*>/g))],
          ['<p lang="km" dir="ltr">', '</p>', '<p lang="ur" dir="rtl">'],
        )
    }),
    { numRuns: 300 },
  )
})

test('an Atom feed has what RFC 4287 asks of it', () => {
  const feed = parseAtomFeed(writers.atom(feedOf('Title')))
  assert.deepEqual(
    [feed.id, feed.title?.value, feed.updated, feed.authors?.[0]?.name, feed.links?.map(({ rel }) => rel)],
    [
      'tag:culture.example,2026:events.atom',
      'Title',
      '2027-01-15T12:00:00.000Z',
      'culture.example',
      ['self', 'alternate'],
    ],
  )
  const [entry] = feed.entries ?? []
  assert.deepEqual(
    [entry?.id, entry?.updated, entry?.published, entry?.title?.xml?.lang, entry?.content?.type],
    [
      'tag:culture.example,2026:events/one',
      '2027-01-02T00:00:00.000Z',
      '2027-01-01T00:00:00.000Z',
      'km',
      'html',
    ],
  )
})
