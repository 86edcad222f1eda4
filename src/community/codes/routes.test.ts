import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { listOutbox } from '../../platform/index.ts'
import { openTestHouse, openVisitor, signInByLink, testNow, type Visitor } from '../../testing.ts'
import { codeOf, keyOn, recoveryOn, switchCodesOn } from './testing.ts'

let now = testNow
const house = await openTestHouse({ settings: { trustProxy: 1 }, clock: () => now })
after(() => house.close())

let count = 0
async function join(email = `coder-${(count += 1)}@culture.example`): Promise<Visitor & { email: string }> {
  const visitor = openVisitor(house, `192.0.2.${count}`)
  await signInByLink(house, visitor, email)
  return Object.assign(visitor, { email })
}

const isSignedIn = async (visitor: Visitor) => (await visitor.get('/account')).status === 200

const lettersTo = async (email: string) =>
  (await listOutbox(house.db)).filter(({ to, kind }) => to.address === email && kind === 'community.factor')
    .length

test('codes are on only after a right one; then ten recovery codes are shown, this once, and other sessions end', async () => {
  const visitor = await join()
  const other = await join(visitor.email)
  assert.equal((await visitor.send('/account/codes/key', {})).headers.get('location'), '/account/codes')
  const page = await visitor.get('/account/codes')
  assert.match(page.text, /<svg class="qr"[^>]*role="img"[^>]*aria-label="The key as a QR code"/)
  const key = keyOn(page.text)
  assert.match(key, /^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
  const wrong = await visitor.send('/account/codes', { code: '000000' })
  assert.equal(wrong.status, 422)
  assert.match(wrong.text, /class="error-summary"[\s\S]*href="#code"/)
  assert.doesNotMatch(wrong.text, /value="000000"/)
  assert.equal(keyOn(wrong.text), key)
  assert.equal(await isSignedIn(other), true)
  const right = await visitor.send('/account/codes', { code: codeOf(key, now) })
  assert.deepEqual([right.status, right.headers.get('cache-control')], [200, 'no-store'])
  assert.equal(new Set(recoveryOn(right.text)).size, 10)
  assert.deepEqual([await isSignedIn(visitor), await isSignedIn(other)], [true, false])
  const later = await visitor.get('/account/codes')
  assert.deepEqual([keyOn(later.text), recoveryOn(later.text)], ['', []])
  assert.match(later.text, /Codes are on since[\s\S]*10 recovery codes are left/)
  assert.equal((await visitor.send('/account/codes', { code: codeOf(key, now) })).status, 410)
  assert.equal((await visitor.send('/account/codes/key', {})).status, 409)
  assert.equal(await lettersTo(visitor.email), 1)
})

test('the key is shown to the session that asked for it and no other, runs out, and is unreadable in the database', async () => {
  const visitor = await join()
  await visitor.send('/account/codes/key', {})
  const key = keyOn((await visitor.get('/account/codes')).text)
  const other = await join(visitor.email)
  assert.equal(keyOn((await other.get('/account/codes')).text), '')
  assert.equal((await other.send('/account/codes', { code: codeOf(key, now) })).status, 410)
  const { rows } = await sql<{ sealed_key: string }>`select sealed_key from community.authenticator`.execute(
    house.db,
  )
  const plain = key.replaceAll(' ', '')
  assert.ok(rows.length > 0 && rows.every(({ sealed_key }) => !sealed_key.includes(plain)))
  now = testNow.add({ minutes: 31 })
  const late = await visitor.get('/account/codes')
  now = testNow
  assert.equal(keyOn(late.text), '')
})

test('codes are set up only a moment after signing in, and somebody else’s key is of no use', async () => {
  const [visitor, mallory] = [await join(), await join()]
  now = testNow.add({ minutes: 16 })
  const page = await visitor.get('/account')
  const refused = await visitor.send('/account/codes/key', {})
  now = testNow
  assert.match(page.text, /more than a quarter of an hour ago/)
  assert.match(page.text, /href="\/sign-in\?again=yes&amp;next=%2Faccount"/)
  assert.equal(refused.status, 403)
  assert.equal((await visitor.get('/sign-in?again=yes')).status, 200)
  await visitor.send('/account/codes/key', {})
  const key = keyOn((await visitor.get('/account/codes')).text)
  await mallory.send('/account/codes/key', {})
  assert.equal((await mallory.send('/account/codes', { code: codeOf(key, now) })).status, 422)
})

test('codes are switched off right after signing in, or by a code; the recovery codes go with them, and other sessions end', async () => {
  const visitor = await join()
  const { key } = await switchCodesOn(visitor, now)
  now = testNow.add({ minutes: 20 })
  const none = await visitor.send('/account/codes/end', {})
  const wrong = await visitor.send('/account/codes/end', { code: '000000' })
  const other = openVisitor(house, '192.0.2.250')
  await signInByLink(house, other, visitor.email)
  await other.send('/sign-in/code', { code: codeOf(key, now) })
  const used = await visitor.send('/account/codes/end', { code: codeOf(key, now) })
  const next = now.add({ seconds: 30 })
  const both = [await isSignedIn(visitor), await isSignedIn(other)]
  const right = await visitor.send('/account/codes/end', { code: codeOf(key, next) })
  const after = [await isSignedIn(visitor), await isSignedIn(other)]
  now = testNow
  assert.deepEqual([none.status, wrong.status, used.status], [422, 422, 422])
  assert.deepEqual([right.status, right.headers.get('location')], [303, '/account?done=codes'])
  assert.deepEqual(
    [both, after],
    [
      [true, true],
      [true, false],
    ],
  )
  const { rows } = await sql<{ left: number }>`select (select count(*)::int from community.recovery_code r
    join community.person p on p.id = r.person_id where p.email = ${visitor.email}) as left`.execute(house.db)
  assert.equal(rows[0]?.left, 0)
  const again = openVisitor(house, '192.0.2.251')
  await signInByLink(house, again, visitor.email)
  assert.equal(await isSignedIn(again), true)
})

test('a stolen session is no place to guess codes at', async () => {
  const visitor = await join()
  await switchCodesOn(visitor, now)
  now = testNow.add({ minutes: 20 })
  const statuses: number[] = []
  for (let time = 0; time < 11; time += 1)
    statuses.push((await visitor.send('/account/codes/end', { code: String(100_000 + time) })).status)
  now = testNow
  assert.deepEqual(statuses, [...Array<number>(10).fill(422), 429])
})

test('new recovery codes make the old ones useless, and nothing secret is in the audit, the letters or the log of jobs', async () => {
  const visitor = await join()
  const { key, recovery } = await switchCodesOn(visitor, now)
  const renewed = recoveryOn((await visitor.send('/account/codes/recovery', {})).text)
  assert.equal(renewed.length, 10)
  assert.ok(renewed.every((code) => !recovery.includes(code)))
  const enter = async (code: string) => {
    const back = openVisitor(house, '192.0.2.252')
    await signInByLink(house, back, visitor.email)
    return (await back.send('/sign-in/code', { recovery: code })).status
  }
  assert.deepEqual([await enter(recovery[0]!), await enter(renewed[0]!)], [422, 303])
  const { rows } = await sql<{ all: string }>`select concat(
    (select string_agg(a::text, ' ') from platform.audit_entry a), (select string_agg(l::text, ' ') from platform.letter l),
    (select string_agg(r::text, ' ') from community.recovery_code r)) as all`.execute(house.db)
  const kept = rows[0]?.all ?? ''
  assert.match(kept, /community\.recoveryUsed/)
  assert.match(kept, /community\.codesOn/)
  for (const secret of [key, key.replaceAll(' ', ''), ...recovery, ...renewed])
    for (const form of [secret, secret.replaceAll('-', '')]) assert.ok(!kept.includes(form), form)
})
