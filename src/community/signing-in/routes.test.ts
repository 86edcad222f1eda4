import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { listOutbox } from '../../platform/index.ts'
import { lastLink, openTestHouse, openVisitor, testNow, type Visitor } from '../../testing.ts'
import { demonstrationPassword } from '../demonstration/model.ts'
import { plantDemonstrationPeople } from '../demonstration/actions.ts'

let now = testNow
const settings = { demonstration: 'full', trustProxy: 1 } as const
const house = await openTestHouse({ settings, clock: () => now })
await plantDemonstrationPeople(house.db, testNow)
after(() => house.close())

const right = { email: 'editor@demo.example', password: demonstrationPassword, way: 'password' }
const newEmail = () => `somebody-${Math.random().toString(36).slice(2)}@culture.example`

function tokenIn(address: string | undefined): string {
  return new URL(address ?? '', 'http://localhost').searchParams.get('token') ?? ''
}

async function isSignedIn(visitor: Visitor): Promise<boolean> {
  return (await visitor.get('/account')).status === 200
}

test('by password one comes in, goes on to what one wanted, and the cookie is kept from scripts and other sites', async () => {
  const visitor = openVisitor(house)
  const away = await visitor.get('/fr/account?done=name')
  assert.deepEqual(
    [away.status, away.headers.get('location')],
    [303, '/fr/sign-in?next=%2Ffr%2Faccount%3Fdone%3Dname'],
  )
  const page = await visitor.get(away.headers.get('location') ?? '')
  assert.match(page.text, /name="next" value="\/fr\/account\?done=name"/)
  const entered = await visitor.send('/fr/sign-in', { ...right, next: '/fr/account?done=name' })
  assert.deepEqual([entered.status, entered.headers.get('location')], [303, '/fr/account?done=name'])
  const [cookie] = entered.headers.getSetCookie()
  assert.match(cookie ?? '', /^__Host-session=/)
  for (const word of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) assert.ok(cookie?.includes(word), word)
  assert.doesNotMatch(cookie ?? '', /Domain/i)
  const account = await visitor.get('/fr/account')
  assert.equal(account.status, 200)
  assert.equal(account.headers.get('cache-control'), 'no-store')
  assert.match(account.text, /editor@demo\.example/)
})

test('by program one comes in with JSON, and a wrong password is a problem in words (RFC 9457)', async () => {
  const ask = (body: unknown, type = 'application/json') =>
    house.get('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': type },
      body: JSON.stringify(body),
    })
  const answer = await ask({ email: 'Editor@Demo.Example', password: demonstrationPassword })
  assert.equal(answer.status, 200)
  assert.match(answer.headers.get('set-cookie') ?? '', /^__Host-session=/)
  const wrong = await ask({ email: right.email, password: 'not this one, surely' })
  assert.deepEqual([wrong.status, wrong.headers.get('content-type')], [401, 'application/problem+json'])
  assert.equal(JSON.parse(wrong.text).status, 401)
  assert.equal((await ask({ email: right.email })).status, 400)
  assert.equal((await ask({ email: right.email, password: 'x' }, 'text/plain')).status, 415)
})

test('an address that is known and one that is not are answered alike', async () => {
  const statuses: unknown[] = []
  const texts: string[] = []
  const asked: number[] = []
  for (const email of [right.email, 'nobody.at.all@culture.example']) {
    const before = house.queries.length
    const { status, text } = await openVisitor(house).send('/sign-in', {
      email,
      password: 'wrong, whoever it is',
      way: 'password',
    })
    statuses.push(status)
    asked.push(house.queries.length - before)
    texts.push(text.replace(`value="${email}"`, ''))
  }
  assert.deepEqual(statuses, [422, 422])
  assert.equal(asked[0], asked[1])
  assert.equal(texts[0], texts[1])
  assert.match(texts[0] ?? '', /do not belong together/)
  const links = await Promise.all(
    ['artist@demo.example', newEmail()].map(async (email) => {
      const answer = await openVisitor(house).send('/sign-in', { email, way: 'link' })
      return [answer.status, answer.headers.get('location'), (await lastLink(house, email)) !== undefined]
    }),
  )
  assert.deepEqual(links, [
    [303, '/sign-in/sent', true],
    [303, '/sign-in/sent', true],
  ])
})

test('a wrong form comes back with what was typed, but no password, and says what to mend', async () => {
  const { status, text } = await openVisitor(house).send('/sign-in', {
    email: 'not an address',
    password: 'typed in full',
    way: 'link',
  })
  assert.equal(status, 422)
  assert.match(text, /class="error-summary"[\s\S]*href="#email"/)
  assert.match(text, /value="not an address"/)
  assert.doesNotMatch(text, /typed in full/)
})

test('a link is opened by a scanner as often as it likes, signs in once by its button, and makes a person of who is new', async () => {
  const email = newEmail()
  const visitor = openVisitor(house)
  await visitor.send('/km/sign-in', { email, way: 'link', next: '/km/events' })
  const address = (await lastLink(house, email)) ?? ''
  assert.match(address, /^\/km\/sign-in\/link\?token=[\w-]{43}$/)
  for (let time = 0; time < 3; time += 1) {
    const opened = await visitor.get(address)
    assert.deepEqual([opened.status, opened.headers.get('set-cookie')], [200, null])
    assert.ok(opened.text.includes(email))
  }
  const token = tokenIn(address)
  const entered = await visitor.send('/km/sign-in/link', { token })
  assert.deepEqual([entered.status, entered.headers.get('location')], [303, '/km/events'])
  assert.ok(await isSignedIn(visitor))
  assert.match((await visitor.get('/account')).text, /<td>link<\/td>/)
  const again = openVisitor(house)
  assert.equal((await again.send('/sign-in/link', { token })).status, 410)
  assert.equal((await again.get(address)).status, 410)
  assert.equal(await isSignedIn(again), false)
  const kept = await sql<{
    language: string
  }>`select language from community.person where email = ${email}`.execute(house.db)
  assert.deepEqual(kept.rows, [{ language: 'km' }])
})

test('of two who use a link at the same time one comes in', async () => {
  const email = newEmail()
  await openVisitor(house).send('/sign-in', { email, way: 'link' })
  const token = tokenIn(await lastLink(house, email))
  const answers = await Promise.all([1, 2, 3].map(() => openVisitor(house).send('/sign-in/link', { token })))
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 410, 410],
  )
})

test('a link that ran out, was cut short or is for something else is no good, and nothing of it is in the database', async () => {
  const email = newEmail()
  const visitor = openVisitor(house)
  await visitor.send('/sign-in', { email, way: 'link' })
  const token = tokenIn(await lastLink(house, email))
  assert.equal((await visitor.send('/sign-in/link', { token: token.slice(0, -1) })).status, 410)
  assert.equal((await visitor.send('/account/email/confirmation', { token })).status, 410)
  assert.equal((await visitor.send('/sign-in/link', {})).status, 410)
  const hashes = await sql<{ token_hash: string }>`select token_hash from community.link`.execute(house.db)
  assert.ok(!hashes.rows.some((row) => row.token_hash.includes(token)))
  now = testNow.add({ minutes: 61 })
  const late = await visitor.send('/sign-in/link', { token })
  now = testNow
  assert.equal(late.status, 410)
  assert.match(late.text, /no good any more/)
})

test('a cookie that somebody planted opens nothing, before signing in and after', async () => {
  const planted =
    '__Host-session=abcdefghijklmnopqrstuvwxyz012345.c2lnbmVkIGJ5IG5vYm9keSBhdCBhbGwgcmVhbGx5IQ%3D%3D'
  const victim = openVisitor(house)
  victim.cookie = planted
  assert.equal(await isSignedIn(victim), false)
  await victim.send('/sign-in', right)
  assert.notEqual(victim.cookie, planted)
  assert.equal(await isSignedIn(victim), true)
  const attacker = openVisitor(house)
  attacker.cookie = planted
  assert.equal(await isSignedIn(attacker), false)
})

test('signing in anew ends the session one had; signing out ends the one one has', async () => {
  const visitor = openVisitor(house)
  await visitor.send('/sign-in', right)
  const earlier = openVisitor(house)
  earlier.cookie = visitor.cookie
  await visitor.send('/sign-in', right)
  assert.deepEqual([await isSignedIn(earlier), await isSignedIn(visitor)], [false, true])
  const stolen = visitor.cookie
  await visitor.send('/sign-out', {})
  assert.equal(visitor.cookie, undefined)
  visitor.cookie = stolen
  assert.equal(await isSignedIn(visitor), false)
})

test('a session ends by itself after thirty days', async () => {
  const visitor = openVisitor(house)
  await visitor.send('/sign-in', right)
  now = testNow.add({ hours: 30 * 24 - 1 })
  const before = await isSignedIn(visitor)
  now = testNow.add({ hours: 30 * 24 })
  const later = await isSignedIn(visitor)
  now = testNow
  assert.deepEqual([before, later], [true, false])
})

test('from another site nobody is signed in, out, or has anything done, with a cookie or without', async () => {
  const foreign = { origin: 'https://evil.example' }
  const visitor = openVisitor(house)
  assert.equal((await visitor.send('/sign-in', right, foreign)).status, 403)
  await visitor.send('/sign-in', right)
  assert.equal((await visitor.send('/sign-out', {}, foreign)).status, 403)
  assert.equal((await visitor.send('/account/profile', { name: 'Mallory' }, foreign)).status, 403)
  assert.equal(await isSignedIn(visitor), true)
})

test('one goes on only to places in this house', async () => {
  for (const next of [
    '//evil.example',
    'https://evil.example',
    '/\\evil.example',
    '/x\n',
    'javascript:alert(1)',
    '/\t/evil.example',
    '/.//evil.example',
    '/account/..//evil.example',
    '/%2e//evil.example',
  ]) {
    const entered = await openVisitor(house).send('/sign-in', { ...right, next })
    assert.equal(entered.headers.get('location'), '/account', next)
  }
})

test('a stranger costs no query more than before, and a person one', async () => {
  const count = async (visitor: Visitor) => {
    await visitor.get('/languages')
    const before = house.queries.length
    await visitor.get('/languages')
    return house.queries.length - before
  }
  const person = openVisitor(house)
  await person.send('/sign-in', right)
  // Whether what the house knows has changed is asked by both: here nobody listens for that.
  assert.deepEqual([await count(openVisitor(house)), await count(person)], [1, 2])
  const page = await person.get('/languages')
  assert.equal(page.headers.get('cache-control'), 'no-store')
  assert.match(page.text, /href="\/account"/)
  const strangers = await openVisitor(house).get('/languages')
  assert.deepEqual(
    [strangers.headers.get('cache-control'), strangers.headers.get('set-cookie')],
    [null, null],
  )
  assert.match(strangers.text, /href="\/sign-in"/)
})

for (const demonstration of ['none', 'public'] as const) {
  test(`where the demonstration is ${demonstration} its people are nobody, though they exist`, async () => {
    const other = await openTestHouse({ settings: { demonstration, trustProxy: 1 } })
    await plantDemonstrationPeople(other.db, testNow)
    const visitor = openVisitor(other)
    assert.equal((await visitor.send('/sign-in', right)).status, 422)
    await visitor.send('/sign-in', { email: right.email, way: 'link' })
    await visitor.send('/sign-in', { email: 'new@demo.example', way: 'link' })
    assert.deepEqual(await listOutbox(other.db), [])
    assert.doesNotMatch((await visitor.get('/sign-in')).text, /demo\.example/)
    await sql`update community.person set email = 'moved@culture.example' where email = 'admin@demo.example'`.execute(
      other.db,
    )
    assert.equal((await visitor.send('/sign-in', { ...right, email: 'moved@culture.example' })).status, 422)
    await other.close()
  })
}
