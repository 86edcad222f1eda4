import assert from 'node:assert/strict'
import test from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { compressed, encodingFor } from './compression.ts'
import { securityHeaders } from './headers.ts'
import { clientAddress, limitOf, networkOf, withinTime } from './limits.ts'
import { refuseForeign } from './origin.ts'
import { listen } from './server.ts'

const page = () =>
  new Response('ខ្មែរ '.repeat(500), { headers: { 'content-type': 'text/html; charset=UTF-8' } })

test('brotli before gzip, and nothing a reader refuses', () => {
  assert.equal(encodingFor('gzip, deflate, br'), 'br')
  assert.equal(encodingFor('br;q=0, gzip;q=0.5'), 'gzip')
  assert.equal(encodingFor('*'), 'br')
  assert.equal(encodingFor('identity'), undefined)
  assert.equal(encodingFor(undefined), undefined)
})

test('a page comes compressed and whole, and says what it varies by', async () => {
  const plain = Buffer.from(await page().arrayBuffer())
  const brotli = await compressed(page(), 'br')
  assert.deepEqual(brotliDecompressSync(await brotli.arrayBuffer()), plain)
  assert.equal(brotli.headers.get('vary'), 'Accept-Encoding')
  const zipped = await compressed(page(), 'gzip')
  assert.deepEqual(gunzipSync(await zipped.arrayBuffer()), plain)
  const small = await compressed(new Response('hi', { headers: { 'content-type': 'text/html' } }), 'br')
  assert.deepEqual([small.headers.get('content-encoding'), await small.text()], [null, 'hi'])
  const picture = await compressed(
    new Response('x'.repeat(5000), { headers: { 'content-type': 'image/webp' } }),
    'br',
  )
  assert.equal(picture.headers.get('content-encoding'), null)
  const empty = await compressed(
    new Response(null, { status: 304, headers: { 'content-type': 'text/html' } }),
    'br',
  )
  assert.equal(empty.status, 304)
})

test('only widgets may be framed, nothing is inline, and TLS is insisted on only behind TLS', () => {
  const headers = securityHeaders({ publicUrl: 'https://culture.example', noindex: true })
  const policy = headers('/events')['content-security-policy'] ?? ''
  assert.match(policy, /frame-ancestors 'none'/)
  assert.doesNotMatch(policy, /unsafe|https?:|\*/)
  assert.match(headers('/widgets/open-calls')['content-security-policy'] ?? '', /frame-ancestors \*/)
  assert.match(headers('/widgetsx')['content-security-policy'] ?? '', /frame-ancestors 'none'/)
  assert.equal(headers('/')['x-robots-tag'], 'noindex')
  assert.match(headers('/')['strict-transport-security'] ?? '', /max-age/)
  const local = securityHeaders({ publicUrl: 'http://localhost:3000', noindex: false })('/')
  assert.deepEqual([local['strict-transport-security'], local['x-robots-tag']], [undefined, undefined])
})

test('the reader’s address is that of the connection unless a trusted proxy hands on another', () => {
  assert.equal(clientAddress('10.0.0.1', '1.1.1.1', 0), '10.0.0.1')
  assert.equal(clientAddress('10.0.0.1', '6.6.6.6, 1.1.1.1', 1), '1.1.1.1')
  assert.equal(clientAddress('10.0.0.1', '6.6.6.6, 1.1.1.1, 10.0.0.2', 2), '1.1.1.1')
  assert.equal(clientAddress('10.0.0.1', undefined, 1), '10.0.0.1')
})

test('addresses of one IPv6 network count together', () => {
  assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), networkOf('2001:db8:1:2::9'))
  assert.notEqual(networkOf('2001:db8:1:2::1'), networkOf('2001:db8:1:3::1'))
  assert.equal(networkOf('2001:db8::1'), '2001:db8:0:0')
  assert.equal(networkOf('::ffff:192.0.2.7'), '192.0.2.7')
  assert.equal(networkOf('192.0.2.7'), '192.0.2.7')
})

test('beyond the limit the answer is 429 with the seconds to wait, and for that address alone', async () => {
  const limit = limitOf(3, 60)
  for (let time = 0; time < 3; time += 1) await limit('192.0.2.1')
  await assert.rejects(limit('192.0.2.1'), (refusal: { status: number; retryAfter: number }) => {
    return refusal.status === 429 && refusal.retryAfter > 0 && refusal.retryAfter <= 60
  })
  await limit('192.0.2.2')
})

test('an answer that takes too long is given up, and one in time is not', async () => {
  const after = (ms: number) => () => new Promise((resolve) => setTimeout(() => resolve('done'), ms).unref())
  await assert.rejects(withinTime(after(5_000), 20), { status: 503 })
  assert.equal(await withinTime(() => Promise.resolve('done'), 20), 'done')
  await assert.rejects(
    withinTime(() => Promise.reject(new Error('of its own')), 20),
    /of its own/,
  )
})

test('a request that acts for somebody must come from our own pages', () => {
  const send =
    (headers: Record<string, string>, method = 'POST') =>
    () =>
      refuseForeign(new Request('https://culture.example/x', { method, headers }), 'https://culture.example')
  const cookie = '__Host-session=1'
  assert.throws(send({ cookie, origin: 'https://evil.example' }), { status: 403 })
  assert.throws(send({ cookie, origin: 'null' }), { status: 403 })
  assert.throws(send({ cookie }), { status: 403 })
  assert.throws(send({ cookie, 'sec-fetch-site': 'same-site' }), { status: 403 })
  assert.doesNotThrow(send({ cookie, origin: 'https://culture.example' }))
  assert.doesNotThrow(send({ cookie, 'sec-fetch-site': 'same-origin' }))
  assert.doesNotThrow(send({ origin: 'https://evil.example' }))
  assert.doesNotThrow(send({ cookie, origin: 'https://evil.example' }, 'GET'))
})

test('closing finishes the request under way and takes no more', async () => {
  const { promise: going, resolve: begin } = Promise.withResolvers<void>()
  const server = await listen(
    (_, response) => {
      begin()
      setTimeout(() => response.end('done'), 100)
    },
    { host: '127.0.0.1', port: 0 },
  )
  const answer = fetch(`http://127.0.0.1:${server.port}`)
  await going
  await server.close()
  assert.equal(await (await answer).text(), 'done')
  await assert.rejects(fetch(`http://127.0.0.1:${server.port}`))
})
