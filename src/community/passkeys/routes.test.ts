import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { listAudit, listOutbox } from '../../platform/index.ts'
import { openTestHouse, openVisitor, signInByLink, testNow, type Visitor } from '../../testing.ts'
import { codeOf, switchCodesOn } from '../codes/testing.ts'
import { partyOf, readPasskeyName } from './model.ts'
import { Device } from './testing.ts'

let now = testNow
const house = await openTestHouse({ settings: { trustProxy: 1 }, clock: () => now })
after(() => house.close())

let count = 0
async function join(email = `keeper-${(count += 1)}@culture.example`): Promise<Visitor & { email: string }> {
  const visitor = openVisitor(house, `192.0.2.${count}`)
  await signInByLink(house, visitor, email)
  return Object.assign(visitor, { email })
}

const isSignedIn = async (visitor: Visitor) => (await visitor.get('/account')).status === 200

type Twist = Parameters<Device['show']>[1]

async function add(visitor: Visitor, device: Device, passkeyName = 'My phone', twist: Twist = {}) {
  const { text } = await visitor.send('/account/passkeys/challenge', {})
  return visitor.send('/account/passkeys', { answer: device.make(text, twist), passkeyName })
}

async function enter(visitor: Visitor, device: Device, twist: Twist = {}) {
  const { text } = await visitor.send('/sign-in/passkey/challenge', {})
  return visitor.send('/sign-in/passkey', { answer: device.show(text, twist), next: '/account?x=1' })
}

const linkOf = (page: string) => /href="(\/account\/passkeys\/[0-9a-f-]{36})"/.exec(page)?.[1] ?? ''

test('a passkey is added, named, used to sign in, named anew and removed', async () => {
  const visitor = await join()
  const device = new Device()
  assert.match((await visitor.get('/account')).text, /You have no passkey yet/)
  const added = await add(visitor, device, ' <b>Ana’s\u202e phone ')
  assert.deepEqual([added.status, added.headers.get('location')], [303, '/account?done=passkey'])
  const page = (await visitor.get('/account')).text
  assert.ok(page.includes('&lt;b&gt;Ana’s phone'))
  assert.match(page, />never</)

  const elsewhere = openVisitor(house, '203.0.113.1')
  now = testNow.add({ minutes: 2 })
  const entered = await enter(elsewhere, device)
  assert.deepEqual([entered.status, entered.headers.get('location')], [303, '/account?x=1'])
  const list = (await elsewhere.get('/account')).text
  assert.match(list, /<td>passkey<\/td>/)
  assert.match(list, /<td>link and new passkey<\/td>/)
  assert.doesNotMatch(list, />never</)

  const link = linkOf(list)
  assert.equal((await elsewhere.send(`${link}/name`, { passkeyName: 'Blue phone' })).status, 303)
  assert.match((await elsewhere.get(link)).text, /<h1[^>]*>.*Blue phone/)
  const bad = await elsewhere.send(`${link}/name`, { passkeyName: 'x'.repeat(61) })
  assert.equal(bad.status, 422)
  assert.ok(bad.text.includes(`value="${'x'.repeat(61)}"`))
  const removed = await elsewhere.send(`${link}/end`, {})
  assert.equal(removed.headers.get('location'), '/account?done=passkeyEnd')
  assert.deepEqual([await isSignedIn(elsewhere), await isSignedIn(visitor)], [true, false])
  const refused = await enter(openVisitor(house, '203.0.113.1'), device)
  now = testNow
  assert.equal(refused.status, 422)
  assert.match(refused.text, /href="#passkey"[\s\S]*id="passkey"/)
  const { rows } = await sql<{ id: string; factors: number }>`select p.id, s.factors from community.session s
    join community.person p on p.id = s.person_id where p.email = ${visitor.email}`.execute(house.db)
  assert.equal(rows[0]?.factors, 1)
  const audit = await listAudit(house.db, { kind: 'people', id: rows[0].id })
  assert.deepEqual(
    audit.map(({ what, before, after }) => [what, before, after]),
    [
      ['community.passkeyRemoved', {}, {}],
      ['community.passkeyAdded', {}, {}],
      ['community.join', {}, {}],
    ],
  )
  const letters = (await listOutbox(house.db)).filter(({ to }) => to.address === visitor.email)
  assert.equal(letters.filter(({ kind }) => kind === 'community.factor').length, 2)
})

test('a passkey is what was asked for, here, now, unlocked by its owner, in this browser, or it is nothing', async () => {
  const visitor = await join()
  const twists: Twist[] = [
    { verified: false },
    { origin: 'https://evil.example' },
    { origin: 'http://localhost:3001' },
    { host: 'evil.example' },
    { challenge: 'bm90IHdoYXQgd2FzIGFza2VkIGZvcg' },
    { type: 'webauthn.get' },
  ]
  for (const twist of twists)
    assert.equal((await add(visitor, new Device(), 'x', twist)).status, 422, JSON.stringify(twist))
  for (const answer of [
    '',
    '{',
    'null',
    '{"id":1}',
    JSON.stringify({ id: 'a', rawId: 'a', type: 'public-key' }),
  ]) {
    await visitor.send('/account/passkeys/challenge', {})
    assert.equal((await visitor.send('/account/passkeys', { answer, passkeyName: 'x' })).status, 422, answer)
  }
  const device = new Device()
  assert.equal((await add(visitor, device)).status, 303)
  const again = await join(visitor.email)
  assert.equal((await add(again, device)).status, 422)

  for (const twist of [...twists.slice(0, 5), { type: 'webauthn.create' }, { handle: 'AAAA' }])
    assert.equal(
      (await enter(openVisitor(house, '203.0.113.2'), device, twist)).status,
      422,
      JSON.stringify(twist),
    )
  now = now.add({ seconds: 20 })
  const stranger = await enter(openVisitor(house, '203.0.113.2'), new Device())
  assert.equal(stranger.status, 422)
  assert.equal((await enter(openVisitor(house, '203.0.113.2'), device)).status, 303)
  // Counts as a copy of it would.
  assert.equal((await enter(openVisitor(house, '203.0.113.2'), device, { counter: 1 })).status, 422)
})

test('what is signed is good once, for five minutes, for what it was asked for and in the browser that asked', async () => {
  const visitor = await join()
  const device = new Device()
  await add(visitor, device)
  const browser = openVisitor(house, '203.0.113.3')
  const { text, headers } = await browser.send('/sign-in/passkey/challenge', {})
  const [cookie = ''] = headers.getSetCookie()
  for (const word of ['__Host-passkey=', 'HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
    assert.ok(cookie.includes(word), word)
  const answer = device.show(text)
  assert.equal((await openVisitor(house, '203.0.113.4').send('/sign-in/passkey', { answer })).status, 422)
  const held = browser.cookie
  assert.equal((await browser.send('/sign-in/passkey', { answer })).status, 303)
  const replay = openVisitor(house, '203.0.113.3')
  replay.cookie = held
  assert.equal((await replay.send('/sign-in/passkey', { answer })).status, 422)

  const late = openVisitor(house, '203.0.113.3')
  const asked = await late.send('/sign-in/passkey/challenge', {})
  now = now.add({ minutes: 5 })
  assert.equal((await late.send('/sign-in/passkey', { answer: device.show(asked.text) })).status, 422)

  // What was asked of one who signs in makes no passkey, and another person's makes none for this one.
  const [ana, binh] = [await join(), await join()]
  const forAna = await ana.send('/account/passkeys/challenge', {})
  const anas = /__Host-passkey=[^;]+/.exec(ana.cookie ?? '')?.[0] ?? ''
  binh.cookie = `${binh.cookie}; ${anas}`
  const made = new Device().make(forAna.text)
  assert.equal((await binh.send('/account/passkeys', { answer: made, passkeyName: 'x' })).status, 422)
  const { rows } = await sql<{
    row: string
  }>`select c::text as row from community.passkey_challenge c`.execute(house.db)
  assert.ok(rows.length > 0)
  assert.ok(!rows.some(({ row }) => row.includes(anas.split('=')[1] ?? '-')))
})

test('from another site no passkey is asked for, and a planted cookie signs nobody in as somebody else', async () => {
  const foreign = { origin: 'https://evil.example' }
  const visitor = await join()
  const device = new Device()
  await add(visitor, device)
  const mallory = openVisitor(house, '203.0.113.5')
  const { text } = await mallory.send('/sign-in/passkey/challenge', {})
  assert.equal((await mallory.send('/sign-in/passkey', { answer: device.show(text) }, foreign)).status, 403)
  assert.equal((await visitor.send('/account/passkeys/challenge', {}, foreign)).status, 403)
  assert.equal((await mallory.send('/sign-in/passkey/challenge', {}, foreign)).status, 403)
})

test('nobody sees, names or removes another’s passkey, nor adds one long after signing in', async () => {
  const [ana, binh] = [await join(), await join()]
  await add(ana, new Device())
  const link = linkOf((await ana.get('/account')).text)
  assert.equal((await ana.get(link)).status, 200)
  assert.equal((await binh.get(link)).status, 404)
  assert.equal((await binh.send(`${link}/name`, { passkeyName: 'Mine' })).status, 404)
  assert.equal((await binh.send(`${link}/end`, {})).status, 404)
  assert.equal((await binh.get('/account/passkeys/nonsense')).status, 404)
  now = now.add({ minutes: 16 })
  const page = await ana.get(link)
  assert.match(page.text, /more than a quarter of an hour ago/)
  assert.deepEqual(
    [
      (await ana.send('/account/passkeys/challenge', {})).status,
      (await ana.send(`${link}/end`, {})).status,
      (await ana.send(`${link}/name`, { passkeyName: 'Old phone' })).status,
    ],
    [403, 403, 303],
  )
})

test('a passkey needs no code, where codes are on; and the last factor that goes takes its rank from the session', async () => {
  const visitor = await join()
  const device = new Device()
  await add(visitor, device)
  const { key } = await switchCodesOn(visitor, now)
  const other = openVisitor(house, '203.0.113.6')
  assert.equal((await enter(other, device)).headers.get('location'), '/account?x=1')
  const factors = async () =>
    (
      await sql<{
        factors: number
      }>`select s.factors from community.session s join community.person p on p.id = s.person_id
        where p.email = ${visitor.email}`.execute(house.db)
    ).rows.map((row) => row.factors)
  assert.deepEqual(await factors(), [2, 2])
  await other.send(`${linkOf((await other.get('/account')).text)}/end`, {})
  assert.deepEqual(await factors(), [2])
  await other.send('/account/codes/end', { code: codeOf(key, now) })
  assert.deepEqual(await factors(), [1])
})

test('a page costs the same statements for one passkey and for twenty, and more are refused', async () => {
  const visitor = await join()
  const cost = async () => {
    const before = house.queries.length
    await visitor.get('/account')
    return house.queries.length - before
  }
  await add(visitor, new Device(), 'number 1')
  const one = await cost()
  for (let number = 2; number <= 20; number += 1) await add(visitor, new Device(), `number ${number}`)
  assert.match((await visitor.get('/account')).text, /number 20/)
  assert.equal(await cost(), one)
  assert.equal((await visitor.send('/account/passkeys/challenge', {})).status, 409)
})

test('ten passkeys that failed from one network are let be, then it waits', async () => {
  const statuses: number[] = []
  for (let time = 0; time < 11; time += 1)
    statuses.push((await enter(openVisitor(house, '198.51.100.77'), new Device())).status)
  assert.deepEqual(statuses, [...Array<number>(10).fill(422), 429])
})

test('passkeys are for a house with a name, and their own names are plain', async () => {
  assert.deepEqual(partyOf('https://culture.example'), {
    host: 'culture.example',
    origin: 'https://culture.example',
  })
  for (const bare of ['http://127.0.0.1:3000', 'http://[::1]:3000']) assert.equal(partyOf(bare), undefined)
  assert.deepEqual(['', ' ', 'x'.repeat(61), ' My\u0000 phone\n'].map(readPasskeyName), [
    undefined,
    undefined,
    undefined,
    'My phone',
  ])
  const bare = await openTestHouse({ settings: { publicUrl: 'http://127.0.0.1:3000' } })
  const stranger = openVisitor(bare)
  assert.doesNotMatch((await stranger.get('/sign-in')).text, /passkey-form/)
  const asked = await bare.get('/sign-in/passkey/challenge', {
    method: 'POST',
    headers: { origin: 'http://127.0.0.1:3000' },
  })
  assert.equal(asked.status, 404)
  await bare.close()
})
