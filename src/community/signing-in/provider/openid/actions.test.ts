import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type ServerResponse } from 'node:http'
import test, { after, beforeEach } from 'node:test'
import { sql } from 'kysely'
import { keptLog, until } from '../../../../platform/testing.ts'
import { openProvider } from './actions.ts'
import { openTestHouse, openVisitor, testNow } from '../../../../testing.ts'

/** A provider that says whatever a test wants it to say. */
const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const otherKeys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const clientSecret = 'geheim-geheim-geheim'
const code = 'a-code-that-nobody-should-see-again'

type Say = (answer: ServerResponse) => void
let says: Record<string, Say> = {}
let asked: { path: string; body: string; authorization: string | undefined }[] = []

const server = createServer((request, answer) => {
  let body = ''
  request.on('data', (chunk) => (body += String(chunk)))
  request.on('end', () => {
    const path = request.url ?? ''
    asked.push({ path, body, authorization: request.headers.authorization })
    const say = says[path]
    if (say) say(answer)
    else answer.writeHead(404).end()
  })
}).listen(0, '127.0.0.1')
await new Promise((resolve) => server.once('listening', resolve))
const place = server.address()
const issuer = `http://127.0.0.1:${typeof place === 'object' ? place?.port : 0}`

const json =
  (value: unknown, status = 200): Say =>
  (answer) =>
    answer.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
const html: Say = (answer) =>
  answer.writeHead(200, { 'content-type': 'text/html' }).end('<h1>mai@culture.example</h1>')
const silence: Say = () => undefined

const metadata = {
  issuer,
  authorization_endpoint: `${issuer}/auth`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  userinfo_endpoint: `${issuer}/me`,
  response_types_supported: ['code'],
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['RS256'],
}

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

function idToken(claims: object, key = keys.privateKey, alg = 'RS256'): string {
  const signed = `${base64({ alg, kid: 'one' })}.${base64(claims)}`
  const signature = alg === 'none' ? '' : sign('sha256', Buffer.from(signed), key).toString('base64url')
  return `${signed}.${signature}`
}

function claimsFor(nonce: string, changed: object = {}): object {
  const at = Math.floor(Date.now() / 1000)
  return { iss: issuer, sub: 'mai', aud: 'portal', iat: at, exp: at + 60, nonce, ...changed }
}

const tokens = (id_token: unknown) =>
  json({ access_token: 'an-access-token', token_type: 'Bearer', id_token })

beforeEach(() => {
  says = {
    '/.well-known/openid-configuration': json(metadata),
    '/keys': json({
      keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
    }),
    '/me': json({ sub: 'mai', email: 'mai@culture.example', email_verified: true, name: 'Mai' }),
  }
  asked = []
})
says = { '/.well-known/openid-configuration': json(metadata) }

const { log, lines } = keptLog()
const provider = { issuer, clientId: 'portal', clientSecret }
const house = await openTestHouse({ settings: { provider }, log })
await until(() => lines.some(({ msg }) => msg === 'the provider to sign in with has answered'))
after(async () => {
  await house.close()
  server.closeAllConnections()
  server.close()
})

/** Leaves for the provider and comes back as it would send one; answers where one is led to, and whether anything was opened. */
async function comeBy(answering: (nonce: string) => Record<string, Say>, more: Record<string, string> = {}) {
  const visitor = openVisitor(house)
  const { headers } = await visitor.send('/sign-in/provider', {})
  const { searchParams } = new URL(headers.get('refresh')?.replace('0;url=', '') ?? '')
  says = { ...says, ...answering(searchParams.get('nonce') ?? '') }
  const back = new URLSearchParams({ code, state: searchParams.get('state') ?? '', ...more })
  const answer = await visitor.get(`/sign-in/provider/return?${back.toString()}`)
  return {
    location: answer.headers.get('location'),
    isIn: (await visitor.get('/account')).status === 200,
    challenge: searchParams.get('code_challenge'),
  }
}

const failed = (why: string) => `/sign-in/provider/failed?why=${why}`

async function opened(): Promise<unknown> {
  const found = await sql`select (select count(*) from community.session) as sessions,
    (select count(*) from community.account) as accounts, (select count(*) from community.person) as people`.execute(
    house.db,
  )
  return found.rows[0]
}

test('nonsense of every kind opens nothing, is answered with a page, and is logged without secrets', async () => {
  const before = await opened()
  const at = Math.floor(Date.now() / 1000)
  const kinds: Record<string, (nonce: string) => Record<string, Say>> = {
    'a wrong nonce': () => ({ '/token': tokens(idToken(claimsFor('another'))) }),
    'no nonce': (nonce) => ({ '/token': tokens(idToken(claimsFor(nonce, { nonce: undefined }))) }),
    'a wrong issuer': (nonce) => ({
      '/token': tokens(idToken(claimsFor(nonce, { iss: 'https://evil.example' }))),
    }),
    'for somebody else': (nonce) => ({
      '/token': tokens(idToken(claimsFor(nonce, { aud: 'another-portal' }))),
    }),
    'run out': (nonce) => ({ '/token': tokens(idToken(claimsFor(nonce, { iat: at - 900, exp: at - 600 }))) }),
    'a wrong signature': (nonce) => ({ '/token': tokens(idToken(claimsFor(nonce), otherKeys.privateKey)) }),
    'no signature': (nonce) => ({ '/token': tokens(idToken(claimsFor(nonce), keys.privateKey, 'none')) }),
    'a subject that is no word': (nonce) => ({ '/token': tokens(idToken(claimsFor(nonce, { sub: 7 }))) }),
    'no ID token': () => ({ '/token': tokens(undefined) }),
    'no token at all': () => ({ '/token': tokens('not.a.token') }),
    'HTML for JSON': () => ({ '/token': html }),
    'an empty answer': () => ({ '/token': (answer) => void answer.writeHead(200).end() }),
    'a list': () => ({ '/token': json([]) }),
    'an error': () => ({ '/token': json({ error: 'invalid_grant', error_description: code }, 400) }),
    'a redirect': () => ({
      '/token': (answer) => void answer.writeHead(302, { location: 'https://evil.example/' }).end(),
    }),
    'another person’s facts': (nonce) => ({
      '/token': tokens(idToken(claimsFor(nonce))),
      '/me': json({ sub: 'another', email: 'victim@culture.example', email_verified: true }),
    }),
    'facts that are HTML': (nonce) => ({ '/token': tokens(idToken(claimsFor(nonce))), '/me': html }),
    'an address that is no word': (nonce) => ({
      '/token': tokens(idToken(claimsFor(nonce))),
      '/me': json({ sub: 'mai', email: ['mai@culture.example'], email_verified: true }),
    }),
    'keys that are none': (nonce) => ({
      '/token': tokens(idToken({ ...claimsFor(nonce) }, otherKeys.privateKey)),
      '/keys': html,
    }),
  }
  for (const [kind, answering] of Object.entries(kinds)) {
    const { location, isIn } = await comeBy(answering)
    assert.deepEqual([location, isIn], [failed('nonsense'), false], kind)
  }
  assert.deepEqual(await opened(), before)
  const said = JSON.stringify(lines)
  for (const secret of [code, clientSecret, 'an-access-token', 'culture.example', 'eyJ'])
    assert.ok(!said.includes(secret), secret)
  const refusals = lines.filter(({ msg }) => msg === 'a provider’s answer was refused')
  assert.equal(refusals.length, Object.keys(kinds).length)
  assert.ok(
    refusals.some(({ of }) => of === 'nonce'),
    said,
  )
})

test('an error in place of a code, and an answer from another issuer, are refused', async () => {
  assert.equal((await comeBy(() => ({}), { error: 'server_error' })).location, failed('nonsense'))
  assert.equal((await comeBy(() => ({}), { error: 'access_denied' })).location, failed('cancelled'))
  const mixed = await comeBy((nonce) => ({ '/token': tokens(idToken(claimsFor(nonce))) }), {
    iss: 'https://evil.example',
  })
  assert.deepEqual([mixed.location, mixed.isIn], [failed('nonsense'), false])
})

test('a provider that fails, falls silent or breaks off is away, and nobody waits for it long', async () => {
  const broken = await comeBy(() => ({ '/token': (answer) => answer.destroy() }))
  assert.equal(broken.location, failed('away'))
  assert.equal((await comeBy(() => ({ '/token': json({}, 503) }))).location, failed('away'))
  const began = performance.now()
  assert.equal((await comeBy(() => ({ '/token': silence }))).location, failed('away'))
  const seconds = (performance.now() - began) / 1000
  assert.ok(seconds > 7 && seconds < 24, String(seconds))
})

test('what is right opens the house, and the provider has been shown the secret and the proof', async () => {
  const { location, isIn, challenge } = await comeBy((nonce) => ({
    '/token': tokens(idToken(claimsFor(nonce))),
  }))
  assert.deepEqual([location, isIn], ['/account', true])
  const request = asked.find(({ path }) => path === '/token')
  assert.equal(
    request?.authorization,
    `Basic ${Buffer.from(`portal:${clientSecret.replaceAll('-', '%2D')}`).toString('base64')}`,
  )
  const verifier = new URLSearchParams(request?.body).get('code_verifier') ?? ''
  assert.equal(createHash('sha256').update(verifier).digest('base64url'), challenge)
})

test('a provider that says it is another, or names no page to sign in at, is not offered', async () => {
  const wrong: Say[] = [
    json({ ...metadata, issuer: 'https://evil.example' }),
    json({ ...metadata, authorization_endpoint: 'javascript:alert(1)' }),
    json({ ...metadata, authorization_endpoint: undefined }),
    json({ ...metadata, jwks_uri: undefined }),
    html,
    json(null),
    json({}, 500),
  ]
  for (const say of wrong) {
    says['/.well-known/openid-configuration'] = say
    const kept = keptLog()
    const other = openProvider({
      settings: provider,
      publicUrl: 'http://localhost',
      clock: () => testNow,
      log: kept.log,
    })
    await until(() => kept.lines.some(({ failures }) => failures === 1))
    assert.equal(other.isReady(), false)
  }
})
