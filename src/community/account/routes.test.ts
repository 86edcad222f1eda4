import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import { listAudit, listOutbox } from '../../platform/index.ts'
import { lastLink, openTestHouse, openVisitor, testNow, type Visitor } from '../../testing.ts'
import { houseHeld } from '../../held.ts'
import { applyRetention } from '../privacy/retention/actions.ts'

let now = testNow
const house = await openTestHouse({ settings: { trustProxy: 1 }, clock: () => now })
after(() => house.close())

let count = 0
async function join(email = `person-${(count += 1)}@culture.example`): Promise<Visitor & { email: string }> {
  const visitor = openVisitor(house, `192.0.2.${count}`)
  await visitor.send('/sign-in', { email, way: 'link' })
  await visitor.send('/sign-in/link', { token: tokenIn(await lastLink(house, email)) })
  return Object.assign(visitor, { email })
}

const tokenIn = (address: string | undefined) =>
  new URL(address ?? '', 'http://localhost').searchParams.get('token') ?? ''

const isSignedIn = async (visitor: Visitor) => (await visitor.get('/account')).status === 200
const password = 'three lamps by the well'

test('a stranger is led to sign in, and nothing of an account is done for them', async () => {
  const stranger = openVisitor(house)
  const parts = ['/account', '/account/email', '/account/password', '/account/sessions/others/end']
  for (const path of parts) {
    const { status, headers } =
      path === '/account' ? await stranger.get(path) : await stranger.send(path, { name: 'x' })
    assert.equal(status, 303, path)
    assert.match(headers.get('location') ?? '', /^\/sign-in/, path)
  }
})

test('whoever came by link just now chooses a password; later the current one is asked for', async () => {
  const visitor = await join()
  assert.match((await visitor.get('/account')).text, /You have no password yet/)
  const common = await visitor.send('/account/password', { password: 'password12345' })
  assert.equal(common.status, 422)
  assert.match(common.text, /Too many people choose this/)
  assert.doesNotMatch(common.text, /password12345/)
  assert.equal((await visitor.send('/account/password', { password })).status, 303)
  const letter = (await listOutbox(house.db)).find(({ to }) => to.address === visitor.email)
  assert.equal(letter?.kind, 'community.password')
  now = testNow.add({ minutes: 16 })
  const asked = await visitor.send('/account/password', { password: 'four lamps by the well' })
  const wrong = await visitor.send('/account/password', {
    current: 'wrong',
    password: 'four lamps by the well',
  })
  const right = await visitor.send('/account/password', {
    current: password,
    password: 'four lamps by the well',
  })
  now = testNow
  assert.deepEqual([asked.status, wrong.status, right.status], [422, 422, 303])
  const byPassword = { email: visitor.email, way: 'password' }
  assert.equal((await openVisitor(house).send('/sign-in', { ...byPassword, password })).status, 422)
  assert.equal(
    (await openVisitor(house).send('/sign-in', { ...byPassword, password: 'four lamps by the well' })).status,
    303,
  )
})

test('a stolen session is no place to guess the password at', async () => {
  const visitor = await join()
  await visitor.send('/account/password', { password })
  now = testNow.add({ minutes: 30 })
  const statuses: number[] = []
  for (let time = 0; time < 11; time += 1)
    statuses.push(
      (await visitor.send('/account/password', { current: `guess ${time}`, password: 'mine from now on!' }))
        .status,
    )
  now = testNow
  assert.deepEqual(statuses, [...Array<number>(10).fill(422), 429])
})

test('a new password ends every other session, and nothing secret is in the audit', async () => {
  const visitor = await join()
  const other = await join(visitor.email)
  assert.equal(await isSignedIn(other), true)
  await visitor.send('/account/password', { password })
  assert.deepEqual([await isSignedIn(visitor), await isSignedIn(other)], [true, false])
  const { rows } = await sql<{
    id: string
  }>`select id from community.person where email = ${visitor.email}`.execute(house.db)
  const audit = await listAudit(house.db, { kind: 'people', id: rows[0]!.id })
  assert.deepEqual(
    audit.map(({ what, before, after }) => [what, before, after]),
    [
      ['community.changePassword', {}, {}],
      ['community.join', {}, {}],
    ],
  )
})

test('one sees where one is signed in and ends it, and never anybody else’s', async () => {
  const [mine, other] = [await join(), await join()]
  const second = await join(mine.email)
  const { text } = await mine.get('/account')
  assert.equal(text.match(/action="\/account\/sessions\/[0-9a-f-]{36}\/end"/g)?.length, 1)
  const end = /action="(\/account\/sessions\/[0-9a-f-]{36}\/end)"/.exec(text)?.[1] ?? ''
  assert.equal((await other.send(end, {})).status, 404)
  assert.equal(await isSignedIn(second), true)
  assert.equal((await mine.send(end, {})).status, 303)
  assert.deepEqual([await isSignedIn(second), await isSignedIn(mine)], [false, true])
  assert.equal((await mine.send(end, {})).status, 404)
  assert.equal((await mine.send('/account/sessions/nonsense/end', {})).status, 404)
  const third = await join(mine.email)
  await mine.send('/account/sessions/others/end', {})
  assert.deepEqual([await isSignedIn(third), await isSignedIn(mine)], [false, true])
})

async function confirm(to: string): Promise<string> {
  const address = (await lastLink(house, to)) ?? ''
  const opened = await openVisitor(house).get(address)
  assert.equal(opened.status, 200)
  const { text } = await openVisitor(house).send('/account/email/confirmation', { token: tokenIn(address) })
  return /<p class="lead">(.*?)<\/p>/.exec(text)?.[1] ?? ''
}

test('an address changes when both mailboxes have said so, in either order, and then not again', async () => {
  for (const order of ['old first', 'new first']) {
    const visitor = await join()
    const to = `new-${visitor.email}`
    await visitor.send('/account/email', { email: to.toUpperCase() })
    const [first, second] = order === 'old first' ? [visitor.email, to] : [to, visitor.email]
    const link = tokenIn(await lastLink(house, first))
    assert.match(await confirm(first), /has still to be confirmed/)
    assert.equal(await isSignedIn(visitor), true)
    assert.match(await confirm(second), /Your address is changed/)
    assert.equal(await isSignedIn(visitor), false)
    assert.equal((await openVisitor(house).send('/account/email/confirmation', { token: link })).status, 410)
    const moved = await join(to)
    assert.match((await moved.get('/account')).text, new RegExp(to))
  }
})

test('somebody else’s address cannot be taken; it is answered alike, and its owner is told', async () => {
  const [mallory, owner] = [await join(), await join()]
  const answer = await mallory.send('/account/email', { email: owner.email })
  assert.deepEqual([answer.status, answer.headers.get('location')], [303, '/account?done=email'])
  const letter = (await listOutbox(house.db)).find(({ to }) => to.address === owner.email)
  assert.match(letter?.subject ?? '', /wanted to use your address/)
  assert.match(await confirm(mallory.email), /has still to be confirmed/)
  assert.equal(await isSignedIn(owner), true)
})

test('an address taken by another meanwhile is not taken twice', async () => {
  const [one, two] = [await join(), await join()]
  const to = `wanted-${one.email}`
  for (const visitor of [one, two]) {
    await visitor.send('/account/email', { email: to })
    await openVisitor(house).send('/account/email/confirmation', {
      token: tokenIn(await lastLink(house, visitor.email)),
    })
  }
  const letters = (await listOutbox(house.db)).filter((letter) => letter.to.address === to)
  assert.equal(letters.length, 2)
  assert.match(await confirm(to), /Your address is changed/)
  const { rows } = await sql<{
    text: string
  }>`select text from platform.letter where to_address = ${to} order by written_at`.execute(house.db)
  const earlier = rows
    .map(({ text }) => tokenIn(/http:\/\/localhost:3000(\S+)/.exec(text)?.[1]))
    .filter(Boolean)
  for (const token of earlier)
    assert.equal((await openVisitor(house).send('/account/email/confirmation', { token })).status, 410)
})

test('an address that is none, or one’s own, comes back with what was typed', async () => {
  const visitor = await join()
  const none = await visitor.send('/account/email', { email: 'nowhere at all' })
  assert.equal(none.status, 422)
  assert.match(none.text, /value="nowhere at all"/)
  assert.match(
    (await visitor.send('/account/email', { email: visitor.email })).text,
    /This is your address already/,
  )
  assert.equal((await visitor.get('/account/email')).status, 303)
})

test('what ran out is cleared away every night', async () => {
  const visitor = await join()
  const left = async () => {
    const { rows } = await sql<{ sessions: number; links: number; attempts: number }>`select
      (select count(*) from community.session) as sessions, (select count(*) from community.link) as links,
      (select count(*) from community.attempt) as attempts`.execute(house.db)
    return rows[0]!
  }
  const before = await left()
  assert.ok(before.sessions > 0 && before.links > 0 && before.attempts > 0)
  await applyRetention(house.db, houseHeld, testNow.add({ hours: 24 * 33 }))
  assert.deepEqual(await left(), { sessions: 0, links: 0, attempts: 0 })
  assert.equal(await isSignedIn(visitor), false)
})
