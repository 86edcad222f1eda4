import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { loadAssets } from './design/index.ts'
import { openTestHouse } from './testing.ts'
import { properPath } from './web.ts'

const house = await openTestHouse()
after(() => house.close())

test('every answer carries the headers that keep other sites and inline script out', async () => {
  for (const path of ['/', '/nothing-here', '/healthz', '/robots.txt', '/ur/opportunities']) {
    const { headers } = await house.get(path)
    assert.match(
      headers.get('content-security-policy') ?? '',
      /default-src 'none'.*frame-ancestors 'none'/,
      path,
    )
    assert.equal(headers.get('x-content-type-options'), 'nosniff')
    assert.equal(headers.get('referrer-policy'), 'same-origin')
    assert.equal(headers.get('set-cookie'), null)
  }
})

test('no page holds inline script, inline style or anything from another site', async () => {
  for (const path of ['/', '/opportunities', '/events', '/ur/partners', '/nothing']) {
    const { text } = await house.get(path)
    assert.doesNotMatch(text, /<script(?![^>]* src="\/assets\/)[^>]*>|<style| style="| on[a-z]+="/, path)
    assert.doesNotMatch(text, /(?:src|href)="https?:\/\/(?!localhost)[^"]*\.(?:js|css|woff2|png)"/, path)
  }
})

test('the address alone decides the language', async () => {
  const lang = async (path: string, accept: string) =>
    /<html lang="(\w+)" dir="(\w+)"/
      .exec((await house.get(path, { headers: { 'accept-language': accept } })).text)
      ?.slice(1)
  assert.deepEqual(await lang('/', 'ur'), ['en', 'ltr'])
  assert.deepEqual(await lang('/ur/', 'en'), ['ur', 'rtl'])
  assert.deepEqual(await lang('/km/opportunities', 'en'), ['km', 'ltr'])
})

test('each page has one address, and no detour leads to another site', async () => {
  const cases = {
    '/fr': '/fr/',
    '/en': '/',
    '/en/events': '/events',
    '/events/': '/events',
    '/fr/events/': '/fr/events',
    '//evil.example': '/evil.example',
    '/fr//evil.example/': '/fr/evil.example',
    '/': '/',
    '/fr/': '/fr/',
    '/english': '/english',
  }
  for (const [given, proper] of Object.entries(cases)) assert.equal(properPath(given), proper, given)
  const { status, headers } = await house.get('/fr/events/?type=festival')
  assert.deepEqual([status, headers.get('location')], [301, 'http://localhost:3000/fr/events?type=festival'])
})

test('what is not there is a calm page in the reader’s language', async () => {
  const { status, text, headers } = await house.get('/fr/nothing/at/all')
  assert.equal(status, 404)
  assert.match(text, /<html lang="fr"/)
  assert.match(text, /Il n’y a rien à cette adresse/)
  assert.equal(headers.get('cache-control'), 'no-store')
  assert.equal((await house.get('/%E0%A4%A')).status < 500, true)
})

test('text that no database can hold is refused, wherever it stands', async () => {
  for (const path of ['/events/%00', '/partners/v%00n', '/search?q=a%00b', '/opportunities?discipline=%00'])
    assert.equal((await house.get(path)).status, 400, path)
})

test('a method that an address does not know is 405 and names those it does', async () => {
  const { status, headers } = await house.get('/events', { method: 'DELETE' })
  assert.deepEqual([status, headers.get('allow')], [405, 'GET, HEAD'])
  assert.equal((await house.get('/nothing', { method: 'POST' })).status, 404)
})

test('HEAD answers as GET does, without a body', async () => {
  const { status, text } = await house.get('/events', { method: 'HEAD' })
  assert.deepEqual([status, text], [200, ''])
})

test('a body beyond the limit is refused, declared or not', async () => {
  const body = 'x'.repeat(1024 * 1024 + 1)
  assert.equal((await house.get('/events', { method: 'POST', body })).status, 413)
})

test('a request with a cookie from another site is refused before anything is done', async () => {
  const headers = { cookie: 'session=1', origin: 'https://evil.example' }
  assert.equal((await house.get('/events', { method: 'POST', headers })).status, 403)
})

test('static files are kept for ever under names that change with their content', async () => {
  const { stylesheet, script, icon } = loadAssets()
  for (const path of [stylesheet, script, icon]) {
    const { status, headers } = await house.get(path, { headers: { 'accept-encoding': 'br' } })
    assert.equal(status, 200, path)
    assert.match(headers.get('cache-control') ?? '', /immutable/)
  }
  assert.equal((await house.get('/assets/..%2Fpackage.json')).status, 404)
  assert.equal((await house.get('/assets/style.0000.css')).status, 404)
})

test('a bug becomes a page with a reference, and tells nothing else', async () => {
  const broken = await openTestHouse()
  await sql`alter table information.event rename column slug to slugs`.execute(broken.db)
  const { status, text } = await broken.get('/events')
  await broken.close()
  assert.equal(status, 500)
  assert.match(text, /[A-Z0-9]{4}-[A-Z0-9]{4}/)
  assert.doesNotMatch(text, /slug|column|select|\.ts:/)
})

test('a database that is away makes a calm 503 and an unready house', async () => {
  const away = await openTestHouse({ notReady: () => Promise.resolve(['the database does not answer']) })
  assert.equal((await away.get('/events')).status, 200)
  await away.db.destroy()
  const page = await away.get('/km/events')
  assert.equal(page.status, 503)
  assert.match(page.text, /<html lang="km"/)
  assert.ok(Number(page.headers.get('retry-after')) > 0)
  assert.equal((await away.get('/healthz')).status, 200)
  assert.equal((await away.get('/readyz')).status, 503)
  await away.close().catch(() => undefined)
})

test('before the database is up to date every page rests, and the process is up', async () => {
  const starting = await openTestHouse({ isOpen: () => false })
  assert.equal((await starting.get('/events')).status, 503)
  assert.equal((await starting.get('/healthz')).status, 200)
  await starting.close()
})

test('beyond the limit of reads a reader waits, and static files do not count', async () => {
  const small = await openTestHouse({ settings: { readsPerMinute: 3 } })
  const statuses: number[] = []
  for (let time = 0; time < 5; time += 1) {
    await small.get(loadAssets().stylesheet)
    statuses.push((await small.get('/languages')).status)
  }
  const { headers, text } = await small.get('/languages')
  await small.close()
  assert.deepEqual(statuses, [200, 200, 200, 429, 429])
  assert.ok(Number(headers.get('retry-after')) > 0)
  assert.match(text, /Too many requests/)
})

test('a demonstration says so in every answer and on every page', async () => {
  const demonstration = await openTestHouse({ settings: { demonstration: 'public' } })
  const { headers, text } = await demonstration.get('/')
  assert.equal(headers.get('x-robots-tag'), 'noindex')
  assert.match(text, /demonstration/i)
  assert.equal((await demonstration.get('/design')).status, 200)
  assert.equal((await demonstration.get('/outbox')).status, 404)
  await demonstration.close()
  assert.equal((await house.get('/')).headers.get('x-robots-tag'), null)
  assert.equal((await house.get('/design')).status, 404)
  assert.equal((await house.get('/outbox')).status, 404)
})
