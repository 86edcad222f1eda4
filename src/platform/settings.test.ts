import assert from 'node:assert/strict'
import test from 'node:test'
import { isLoopback, readSettings } from './settings.ts'

const read = (environment: Record<string, string>) => readSettings(environment)
const faults = (environment: Record<string, string>) => {
  const answer = read(environment)
  return 'faults' in answer ? answer.faults : []
}
const settings = (environment: Record<string, string>) => {
  const answer = read(environment)
  assert.ok('settings' in answer, JSON.stringify(answer))
  return answer.settings
}
const real = {
  DATABASE_URL: 'postgres://u:p@db/x',
  SECRET: 's'.repeat(32),
  PUBLIC_URL: 'https://culture.example',
}

test('with nothing set, a demonstration stands on this machine', () => {
  assert.deepEqual(settings({}), {
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    dataDir: './data',
    databaseUrl: undefined,
    smtpUrl: undefined,
    mailFrom: undefined,
    secret: undefined,
    demonstration: 'full',
    logLevel: 'info',
    trustProxy: 0,
    readsPerMinute: 1000,
    pageCacheBytes: 64 * 1024 * 1024,
    staffSecondFactor: false,
    provider: undefined,
  })
})

test('staff need a second factor where that is said', () => {
  assert.equal(settings({ STAFF_SECOND_FACTOR: 'required' }).staffSecondFactor, true)
  assert.equal(settings({ STAFF_SECOND_FACTOR: 'off' }).staffSecondFactor, false)
})

test('with a database server there is no demonstration unless it is asked for', () => {
  assert.equal(settings(real).demonstration, 'none')
  assert.equal(settings({ ...real, DEMO: 'public' }).demonstration, 'public')
})

test('all faults are found at once, each naming its setting, none showing a password', () => {
  const found = faults({
    PORT: '70000',
    LOG_LEVEL: 'loud',
    SECRET: 'short',
    SMTP_URL: 'http://user:geheim@mail',
    TRUST_PROXY: 'maybe',
    PUBLIC_URL: 'https://culture.example/portal',
    HOST: 'a b',
    DEMO: 'yes',
    STAFF_SECOND_FACTOR: 'perhaps',
  })
  assert.deepEqual(
    found.map((fault) => fault.split(' ')[0]),
    [
      'PORT',
      'HOST',
      'PUBLIC_URL',
      'SMTP_URL',
      'SECRET',
      'DEMO',
      'LOG_LEVEL',
      'TRUST_PROXY',
      'STAFF_SECOND_FACTOR',
    ],
  )
  assert.doesNotMatch(found.join(), /geheim/)
})

test('a database server asks for a secret and an address of its own', () => {
  assert.deepEqual(faults({ DATABASE_URL: 'postgres://u:p@db/x' }), [
    'SECRET is required with DATABASE_URL.',
    'PUBLIC_URL is required with DATABASE_URL.',
  ])
})

test('a demonstration is refused where others can reach it, unless it is a public one', () => {
  assert.match(faults({ HOST: '0.0.0.0' }).join(), /^HOST is 0\.0\.0\.0/)
  assert.match(faults({ PUBLIC_URL: 'https://culture.example' }).join(), /^PUBLIC_URL/)
  assert.equal(faults({ ...real, DEMO: 'true' }).length, 1)
  assert.deepEqual(faults({ HOST: '0.0.0.0', DEMO: 'public' }), [])
  assert.deepEqual(faults({ HOST: '0.0.0.0', DEMO: 'false' }), [])
})

test('only addresses of this machine are loopback', () => {
  for (const host of ['127.0.0.1', '127.9.9.9', 'localhost', '::1', '[::1]', 'portal.localhost'])
    assert.equal(isLoopback(host), true, host)
  for (const host of [
    '0.0.0.0',
    '::',
    '10.0.0.1',
    '127.0.0.1.evil.example',
    'localhost.evil.example',
    '128.0.0.1',
  ])
    assert.equal(isLoopback(host), false, host)
})

test('a provider to sign in with has all three of its settings or none, and is asked over TLS unless it is on this machine', () => {
  const three = {
    OIDC_ISSUER: 'https://accounts.culture.example/realm',
    OIDC_CLIENT_ID: 'portal',
    OIDC_CLIENT_SECRET: 'geheim',
  }
  assert.deepEqual(settings(three).provider, {
    issuer: 'https://accounts.culture.example/realm',
    clientId: 'portal',
    clientSecret: 'geheim',
  })
  assert.equal(settings({ ...three, OIDC_ISSUER: 'http://127.0.0.1:4000' }).provider?.clientId, 'portal')
  const wrong = [
    { OIDC_CLIENT_SECRET: 'geheim' },
    { ...three, OIDC_ISSUER: 'http://accounts.culture.example' },
    { ...three, OIDC_ISSUER: 'https://u:geheim@accounts.example/?x=1' },
    { ...three, OIDC_ISSUER: 'accounts.culture.example' },
  ].map(faults)
  assert.deepEqual(
    wrong.map((found) => found.map((fault) => fault.split(' ').slice(0, 2).join(' '))),
    [
      ['OIDC_ISSUER is', 'OIDC_CLIENT_ID is'],
      ['OIDC_ISSUER must'],
      ['OIDC_ISSUER must'],
      ['OIDC_ISSUER must'],
    ],
  )
  assert.doesNotMatch(wrong.join(), /geheim/)
})
