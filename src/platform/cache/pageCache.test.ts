import assert from 'node:assert/strict'
import test from 'node:test'
import { pageOf } from './page.ts'
import { openPageCache } from './pageCache.ts'

const page = (tags: string[], { size = 100, until = 1000 } = {}) =>
  pageOf({ headers: new Headers({ 'content-type': 'text/html' }), body: new Uint8Array(size), tags, until })

function opened(mostBytes = 1_000_000) {
  const cache = openPageCache(mostBytes)
  cache.resume()
  const keep = (address: string, ...given: Parameters<typeof page>) => {
    const mark = cache.begin()
    assert.ok(mark !== undefined)
    cache.keep(address, page(...given), mark)
  }
  const kept = (...addresses: string[]) => addresses.filter((address) => cache.find(address, 0))
  return { ...cache, keepNow: keep, kept }
}

test('a change drops the pages that show what changed, and no others', () => {
  const cache = opened()
  cache.keepNow('/events', ['events'])
  cache.keepNow('/events/1', ['events/1', 'events:country:vn'])
  cache.keepNow('/events/2', ['events/2', 'events:country:fr'])
  cache.keepNow('/articles', ['articles'])
  const all = ['/events', '/events/1', '/events/2', '/articles']
  assert.deepEqual(cache.kept(...all), all)
  cache.changed('events/1')
  assert.deepEqual(cache.kept(...all), ['/events', '/events/2', '/articles'])
  cache.changed('events:country:fr')
  assert.deepEqual(cache.kept(...all), ['/events', '/articles'])
  cache.keepNow('/events/1', ['events/1'])
  cache.changed('events/*')
  assert.deepEqual(cache.kept(...all), ['/articles'])
  cache.changed('known')
  assert.deepEqual([cache.kept(...all), cache.size()], [[], { pages: 0, bytes: 0 }])
})

test('a page begun before a change that touches it is not kept; one begun before another change is', () => {
  const cache = opened()
  const mark = cache.begin() ?? -1
  cache.changed('events/1')
  cache.keep('/events/1', page(['events/1']), mark)
  cache.keep('/events/2', page(['events/2']), mark)
  assert.deepEqual(cache.kept('/events/1', '/events/2'), ['/events/2'])
  for (const word of ['events/*', 'known', '*']) {
    const before = cache.begin() ?? -1
    cache.changed(word)
    cache.keep('/events/3', page(['events/3']), before)
    assert.deepEqual(cache.kept('/events/3'), [], word)
  }
})

test('what so many changes ago was cannot be told, so nothing begun before them is kept', () => {
  const cache = opened()
  const mark = cache.begin() ?? -1
  cache.changed('events/1')
  for (let each = 0; each < 20_002; each += 1) cache.changed(`articles/${each}`)
  cache.keep('/events/1', page(['events/1']), mark)
  assert.deepEqual(cache.kept('/events/1'), [])
})

test('a page goes at the moment from which it is not true', () => {
  const cache = opened()
  cache.keepNow('/events', ['events'], { until: 500 })
  assert.ok(cache.find('/events', 499))
  assert.equal(cache.find('/events', 500), undefined)
  assert.equal(cache.size().pages, 0)
})

test('while changes may be missed nothing is kept, nor anything from before', () => {
  const cache = openPageCache(1_000_000)
  assert.equal(cache.begin(), undefined)
  cache.keep('/events', page(['events']), 0)
  cache.resume()
  assert.equal(cache.find('/events', 0), undefined)
  const mark = cache.begin() ?? -1
  cache.keep('/events', page(['events']), mark)
  cache.pause()
  cache.resume()
  assert.equal(cache.find('/events', 0), undefined)
  cache.keep('/events', page(['events']), mark)
  assert.equal(cache.find('/events', 0), undefined)
})

test('ten thousand addresses take no more than their room; what was used last stays', async () => {
  const cache = opened(500_000)
  for (let each = 0; each < 10_000; each += 1) {
    cache.keepNow(`/search?q=${each}`, ['events', `events/${each}`], { size: 3000 })
    cache.find('/search?q=0', 0)
  }
  const { pages, bytes } = cache.size()
  assert.ok(bytes <= 500_000 && pages > 50 && pages < 200, `${pages} pages, ${bytes} bytes`)
  assert.deepEqual(cache.kept('/search?q=0', '/search?q=1', '/search?q=9999'), [
    '/search?q=0',
    '/search?q=9999',
  ])
  // Encodings made since count as well.
  for (let each = 9_900; each < 10_000; each += 1)
    for (const encoding of ['br', 'gzip']) await cache.find(`/search?q=${each}`, 0)?.sent(encoding, 0)
  for (let each = 9_900; each < 10_000; each += 1) cache.find(`/search?q=${each}`, 0)
  assert.ok(cache.size().bytes <= 500_000)
  // One page alone cannot push all others out.
  cache.keepNow('/large', ['events'], { size: 100_000 })
  assert.deepEqual(cache.kept('/large'), [])
  cache.changed('events')
  assert.deepEqual(cache.size(), { pages: 0, bytes: 0 })
})
