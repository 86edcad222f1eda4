import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { listOutbox } from '../../platform/index.ts'
import { lastLink, openTestHouse, openVisitor, signInByLink, testNow, type Visitor } from '../../testing.ts'
import { codeOf, switchCodesOn } from '../codes/testing.ts'
import { houseHeld } from '../../held.ts'
import { applyRetention } from '../privacy/retention/actions.ts'

let now = testNow
const house = await openTestHouse({ settings: { trustProxy: 1 }, clock: () => now })
after(() => house.close())

const password = 'three lamps by the well'
let count = 0

/** Somebody with a password and codes, whose app is a step ahead at each turn. */
async function openOwner() {
  count += 1
  const email = `owner-${count}@culture.example`
  const visitor = openVisitor(house, `198.51.100.${count}`)
  await signInByLink(house, visitor, email)
  await visitor.send('/account/password', { password })
  const { key, recovery } = await switchCodesOn(visitor, now)
  now = now.add({ minutes: 1 })
  return { email, visitor, key, recovery, network: `198.51.100.${count}` }
}

const byPassword = (visitor: Visitor, email: string, next = '') =>
  visitor.send('/sign-in', { email, password, way: 'password', ...(next ? { next } : {}) })

const isSignedIn = async (visitor: Visitor) => (await visitor.get('/account')).status === 200

const sessionsOf = async (email: string) =>
  (
    await sql<{ way: string; second_way: string | null; factors: number }>`select way, second_way, factors
      from community.session s join community.person p on p.id = s.person_id where p.email = ${email}
      order by s.created_at`.execute(house.db)
  ).rows

test('by password or by link no session is opened before the code, and then one goes on to what one wanted', async () => {
  const { email, key } = await openOwner()
  for (const way of ['password', 'link'] as const) {
    const visitor = openVisitor(house, '203.0.113.1')
    const before = (await sessionsOf(email)).length
    if (way === 'password') {
      const first = await byPassword(visitor, email, '/account/codes')
      assert.deepEqual([first.status, first.headers.get('location')], [303, '/sign-in/code'])
      const [cookie = '', ...others] = first.headers.getSetCookie()
      assert.match(cookie, /^__Host-second-step=[\w-]{43}; /)
      for (const word of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
        assert.ok(cookie.includes(word), word)
      assert.deepEqual(others, [])
    } else {
      await visitor.send('/sign-in', { email, way: 'link', next: '/account/codes' })
      const token = new URL((await lastLink(house, email)) ?? '', 'http://x').searchParams.get('token') ?? ''
      assert.equal((await visitor.send('/sign-in/link', { token })).headers.get('location'), '/sign-in/code')
    }
    assert.equal((await sessionsOf(email)).length, before)
    assert.equal(await isSignedIn(visitor), false)
    const page = await visitor.get('/sign-in/code')
    assert.deepEqual([page.status, page.headers.get('cache-control')], [200, 'no-store'])
    now = now.add({ seconds: 60 })
    const second = await visitor.send('/sign-in/code', { code: codeOf(key, now) })
    assert.deepEqual([second.status, second.headers.get('location')], [303, '/account/codes'])
    assert.doesNotMatch(visitor.cookie ?? '', /second-step/)
    assert.equal(await isSignedIn(visitor), true)
    assert.deepEqual((await sessionsOf(email)).at(-1), { way, second_way: 'code', factors: 2 })
    assert.match((await visitor.get('/account')).text, new RegExp(`${way} and code`))
  }
})

test('a code is good for its own half minute and those beside it, once, and for its own account', async () => {
  const [owner, other] = [await openOwner(), await openOwner()]
  const attempt = async (code: string) => {
    const visitor = openVisitor(house, owner.network)
    await byPassword(visitor, owner.email)
    return (await visitor.send('/sign-in/code', { code })).status
  }
  now = testNow.add({ minutes: 10 })
  const code = (seconds: number) => codeOf(owner.key, now.add({ seconds }))
  assert.equal(await attempt(code(-90)), 422)
  assert.equal(await attempt(code(60)), 422)
  assert.equal(await attempt(codeOf(other.key, now)), 422)
  assert.equal(await attempt(''), 422)
  assert.equal(await attempt(code(0)), 303)
  assert.equal(await attempt(code(0)), 422)
  // Earlier than one that was taken: somebody may have looked over a shoulder.
  assert.equal(await attempt(code(-30)), 422)
  assert.equal(await attempt(code(30)), 303)
  const parallel = await Promise.all(
    [1, 2, 3].map(async () => {
      const visitor = openVisitor(house, owner.network)
      await byPassword(visitor, owner.email)
      return visitor
    }),
  )
  now = now.add({ minutes: 2 })
  const answers = await Promise.all(
    parallel.map((visitor) => visitor.send('/sign-in/code', { code: code(0) })),
  )
  assert.deepEqual(
    answers.map(({ status }) => status).toSorted((a, b) => a - b),
    [303, 422, 422],
  )
})

test('the second step belongs to the browser of the first, runs out, and is used once', async () => {
  const { email, key } = await openOwner()
  const visitor = openVisitor(house, '203.0.113.2')
  await byPassword(visitor, email)
  const stranger = openVisitor(house, '203.0.113.3')
  assert.equal((await stranger.get('/sign-in/code')).status, 410)
  assert.equal((await stranger.send('/sign-in/code', { code: codeOf(key, now) })).status, 410)
  const { cookie } = visitor
  now = now.add({ minutes: 11 })
  assert.equal((await visitor.send('/sign-in/code', { code: codeOf(key, now) })).status, 410)
  await byPassword(visitor, email)
  const good = visitor.cookie
  assert.notEqual(good, cookie)
  assert.equal((await visitor.send('/sign-in/code', { code: codeOf(key, now) })).status, 303)
  const thief = openVisitor(house, '203.0.113.4')
  thief.cookie = good
  now = now.add({ minutes: 1 })
  assert.equal((await thief.send('/sign-in/code', { code: codeOf(key, now) })).status, 410)
  const { rows } = await sql<{ token_hash: string }>`select token_hash from community.second_step`.execute(
    house.db,
  )
  const token = good?.split('=')[1] ?? ''
  assert.ok(token.length === 43 && !rows.some(({ token_hash }) => token_hash.includes(token)))
})

test('a half-way cookie that somebody planted leads nowhere, and the first step puts a new one in its place', async () => {
  const [victim, mallory] = [await openOwner(), await openOwner()]
  const attacker = openVisitor(house, '203.0.113.5')
  await byPassword(attacker, mallory.email)
  const planted = attacker.cookie
  const browser = openVisitor(house, '203.0.113.6')
  browser.cookie = planted
  await byPassword(browser, victim.email)
  assert.notEqual(browser.cookie, planted)
  assert.equal((await browser.send('/sign-in/code', { code: codeOf(victim.key, now) })).status, 303)
  assert.match((await browser.get('/account')).text, new RegExp(victim.email))
  // And the planted one, finished by the attacker, opens the attacker's own account alone.
  assert.equal((await attacker.send('/sign-in/code', { code: codeOf(victim.key, now) })).status, 422)
  const foreign = { origin: 'https://evil.example' }
  assert.equal(
    (await attacker.send('/sign-in/code', { code: codeOf(mallory.key, now) }, foreign)).status,
    403,
  )
})

test('five wrong codes end a second step, ten in an hour the codes of an account, and its owner still comes in', async () => {
  const owner = await openOwner()
  const attacker = openVisitor(house, '203.0.113.7')
  await byPassword(attacker, owner.email)
  const statuses: number[] = []
  const guess = async () =>
    void statuses.push((await attacker.send('/sign-in/code', { code: '000000' })).status)
  for (let time = 0; time < 6; time += 1) await guess()
  await byPassword(attacker, owner.email)
  for (let time = 0; time < 5; time += 1) await guess()
  const elsewhere = openVisitor(house, '203.0.113.8')
  await byPassword(elsewhere, owner.email)
  const locked = await elsewhere.send('/sign-in/code', { code: codeOf(owner.key, now) })
  assert.deepEqual(statuses, [...Array<number>(5).fill(422), 410, ...Array<number>(5).fill(422)])
  assert.equal(locked.status, 429)
  assert.ok(Number(locked.headers.get('retry-after')) > 0)
  const recovered = await elsewhere.send('/sign-in/code', { recovery: owner.recovery[0]! })
  assert.equal(recovered.status, 303)
  const home = openVisitor(house, owner.network)
  await byPassword(home, owner.email)
  assert.equal((await home.send('/sign-in/code', { code: codeOf(owner.key, now) })).status, 303)
  now = now.add({ minutes: 61 })
  const later = openVisitor(house, '203.0.113.9')
  await byPassword(later, owner.email)
  assert.equal((await later.send('/sign-in/code', { code: codeOf(owner.key, now) })).status, 303)
})

test('a recovery code lets in once, for its own account, and its owner is told', async () => {
  const [owner, other] = [await openOwner(), await openOwner()]
  const attempt = async (recovery: string) => {
    const visitor = openVisitor(house, owner.network)
    await byPassword(visitor, owner.email)
    return { visitor, answer: await visitor.send('/sign-in/code', { recovery }) }
  }
  const [code = ''] = owner.recovery
  const wrong = await attempt(other.recovery[0]!)
  assert.equal(wrong.answer.status, 422)
  assert.match(wrong.answer.text, /href="#recovery"/)
  assert.doesNotMatch(wrong.answer.text, new RegExp(other.recovery[0]!))
  const { visitor, answer } = await attempt(` ${code.toUpperCase().replaceAll('-', ' ')} `)
  assert.equal(answer.status, 303)
  assert.match(
    (await visitor.get('/account')).text,
    /password and recovery code[\s\S]*|9 recovery codes are left/,
  )
  assert.match((await visitor.get('/account')).text, /9 recovery codes are left/)
  assert.equal((await attempt(code)).answer.status, 422)
  const letters = (await listOutbox(house.db)).filter(({ to }) => to.address === owner.email)
  assert.equal(letters[0]?.kind, 'community.factor')
  const found = await sql<{ text: string }>`select text from platform.letter where to_address = ${owner.email}
    and kind = 'community.factor' order by written_at desc`.execute(house.db)
  assert.ok(found.rows.some(({ text }) => text.includes('A recovery code was used')))
})

test('a new password ends what is half-way in', async () => {
  const owner = await openOwner()
  const thief = openVisitor(house, '203.0.113.10')
  await byPassword(thief, owner.email)
  await owner.visitor.send('/account/password', { current: password, password: 'four lamps by the well' })
  assert.equal((await thief.send('/sign-in/code', { code: codeOf(owner.key, now) })).status, 410)
})

test('a program sends the code along, and is told when one is needed or wrong (RFC 9457)', async () => {
  const owner = await openOwner()
  const ask = async (code?: string) => {
    const answer = await house.get('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': owner.network },
      body: JSON.stringify({ email: owner.email, password, ...(code === undefined ? {} : { code }) }),
    })
    const { detail = '' } = JSON.parse(answer.text)
    return [answer.status, answer.headers.get('set-cookie') !== null, detail]
  }
  now = now.add({ minutes: 3 })
  assert.deepEqual((await ask()).slice(0, 2), [401, false])
  assert.match(String((await ask())[2]), /A code is needed/)
  assert.deepEqual(await ask('000000'), [401, false, 'This code is not right, or was used before.'])
  assert.deepEqual(await ask(codeOf(owner.key, now)), [200, true, ''])
  assert.equal((await ask(codeOf(owner.key, now)))[0], 401)
  assert.equal((await ask(owner.recovery[1]))[0], 200)
})

test('a wrong password says nothing of codes: with them, without them and for nobody the answer is the same', async () => {
  const owner = await openOwner()
  const plain = openVisitor(house, '203.0.113.20')
  await signInByLink(house, plain, 'plain@culture.example')
  await plain.send('/account/password', { password })
  const asked: number[] = []
  const answers: unknown[] = []
  for (const email of [owner.email, 'plain@culture.example', 'nobody.here@culture.example']) {
    const visitor = openVisitor(house, '203.0.113.21')
    const before = house.queries.length
    const answer = await visitor.send('/sign-in', {
      email,
      password: 'wrong, whoever it is',
      way: 'password',
    })
    asked.push(house.queries.length - before)
    answers.push([answer.status, answer.headers.getSetCookie(), answer.text.replace(`value="${email}"`, '')])
  }
  assert.equal(new Set(asked).size, 1)
  assert.deepEqual(answers[1], answers[0])
  assert.deepEqual(answers[2], answers[0])
})

test('what was left half-way is cleared away every night', async () => {
  const owner = await openOwner()
  await byPassword(openVisitor(house, '203.0.113.30'), owner.email)
  await openVisitor(house, '203.0.113.30').send('/sign-in/passkey/challenge', {})
  const left = async () =>
    (
      await sql<{
        steps: number
        challenges: number
      }>`select (select count(*)::int from community.second_step) as steps,
        (select count(*)::int from community.passkey_challenge) as challenges`.execute(house.db)
    ).rows[0]!
  assert.ok((await left()).steps > 0 && (await left()).challenges > 0)
  await applyRetention(house.db, houseHeld, now.add({ hours: 48 }))
  assert.deepEqual(await left(), { steps: 0, challenges: 0 })
})
