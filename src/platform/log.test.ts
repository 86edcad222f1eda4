import assert from 'node:assert/strict'
import test from 'node:test'
import { logFailure, newReference, openLog } from './log.ts'
import { hidePersons } from './privacy.ts'
import { keptLog } from './testing.ts'

test('a line says when, how grave, what and with which facts', () => {
  const { log, lines } = keptLog('info')
  log.child({ role: 'web' }).info({ port: 3000, ms: 12 }, 'listening: http://127.0.0.1:3000')
  log.debug('not said at this level')
  const [{ time, ...line } = { time: '' }, ...others] = lines
  assert.deepEqual(line, {
    level: 'info',
    role: 'web',
    port: 3000,
    ms: 12,
    msg: 'listening: http://127.0.0.1:3000',
  })
  assert.match(String(time), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
  assert.deepEqual(others, [])
})

test('a failure is told with its reference, its code and where it was, and nothing of the data', () => {
  const { log, lines } = keptLog()
  const cause = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (email)=(lan@example.org) already exists.',
    parameters: ['lan@example.org'],
  })
  logFailure(log, new Error('lan@example.org came from 203.0.113.7', { cause }), 'K7Q2-9FXM')
  const told = JSON.stringify(lines)
  for (const word of ['K7Q2-9FXM', '23505', 'log.test.ts', 'duplicate key'])
    assert.ok(told.includes(word), word)
  for (const word of ['lan@', '203.0.113', 'already exists']) assert.ok(!told.includes(word), word)
})

test('no address, query, body, cookie or secret gets into a line, however it is handed over', () => {
  const { log, lines } = keptLog()
  const planted = 'planted'
  log.info({
    headers: { cookie: planted },
    body: { name: planted },
    query: planted,
    nested: [{ email: planted, deep: { password: planted, ip: planted } }],
    url: 'https://portal.example/search?q=planted&lang=fr#x',
    path: '/search?planted',
    at: 'planted@localhost',
    sessionToken: planted,
  })
  log.warn('mail to %s from %s and %s failed', 'planted.person@exämple.co.uk', '198.51.100.23', '2001:db8::7')
  log.child({ cookie: planted }).info('child')
  assert.doesNotMatch(JSON.stringify(lines), /planted|198\.51|2001:db8/)
  assert.match(JSON.stringify(lines), /https:\/\/portal\.example\/search\?…/)
})

test('times, versions, our own addresses and sentences stay as they are', () => {
  for (const words of [
    'at 2026-11-24T16:18:00.123Z, 16:18:00',
    'Node v26.10.0 on 0.0.0.0:3000 and [::1]:3000, http://localhost:3000/fr/',
    'Really? Yes: node::internal, a = b',
    'file:///srv/portal/src/platform/log.ts:12:34',
  ]) {
    assert.equal(hidePersons(words), words)
  }
  assert.equal(
    hidePersons('<lan@x.org>, ::ffff:203.0.113.7 fe80::1'),
    '<(address)>, ::ffff:(address) (address)',
  )
})

test('for a person who watches, a line is words', () => {
  const written: string[] = []
  const log = openLog({ level: 'info', readable: true, write: (line) => void written.push(line) })
  log.info({ port: 3000 }, 'ready')
  logFailure(log, new TypeError('bad'), 'K7Q2-9FXM')
  assert.match(written[0] ?? '', /^\d\d:\d\d:\d\d {2}\S*info \S* {2}ready {2}port=3000\n$/)
  assert.match(written[1] ?? '', /error.*failed, reference K7Q2-9FXM.*\n {2}TypeError: bad\n {4}at /)
})

test('references are short, readable and never the same', () => {
  const made = Array.from({ length: 1000 }, newReference)
  assert.ok(made.every((reference) => /^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/.test(reference)))
  assert.equal(new Set(made).size, 1000)
})
