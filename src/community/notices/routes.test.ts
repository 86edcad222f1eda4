import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { type Db, transact } from '../../platform/index.ts'
import { openTestHouse, openVisitor, signInByLink, testNow, type Visitor } from '../../testing.ts'
import { findPersonByEmail } from '../people/queries.ts'
import { mailToken, tell } from './actions.ts'
import { findMailPreference } from './queries.ts'
import { testMail } from './testing.ts'

const house = await openTestHouse({ settings: { trustProxy: 1 } })
after(() => house.close())

let count = 0
async function join(db: Db = house.db): Promise<Visitor & { personId: string }> {
  const email = `reader-${(count += 1)}@culture.example`
  const visitor = openVisitor(house, `192.0.2.${count}`)
  await signInByLink(house, visitor, email)
  const person = await findPersonByEmail(db, email)
  return Object.assign(visitor, { personId: person?.id ?? '' })
}

const why = (text: string) => ({ role: 'editor', why: text })
const tellOf = (personId: string, text: string, at = testNow) =>
  transact(house.db, (tx) => tell(tx, personId, 'community.roleEnded', why(text), at))

async function formOf(visitor: Visitor, path = '/account/notices'): Promise<string> {
  const { text } = await visitor.get(path)
  return /action="(\/account\/notices\/[0-9a-f-]{36}\/read)"/.exec(text)?.[1] ?? ''
}

const isCounted = async (visitor: Visitor) =>
  />([^<]*new notices?)</.exec((await visitor.get('/events')).text)?.[1]

test('what one was told stands on the page, the latest first, and is counted until it is opened', async () => {
  const reader = await join()
  assert.match((await reader.get('/account/notices')).text, /You have not been told anything yet/)
  assert.equal(await isCounted(reader), undefined)
  await tellOf(reader.personId, 'the first reason')
  await tellOf(reader.personId, 'the second reason', testNow.add({ seconds: 1 }))
  assert.equal(await isCounted(reader), '2 new notices')
  const { text } = await reader.get('/account/notices')
  assert.ok(text.indexOf('the second reason') < text.indexOf('the first reason'))
  assert.equal(text.match(/<span class="badge">new<\/span>/g)?.length, 2)

  const opened = await reader.send(await formOf(reader), { open: 'yes' })
  assert.deepEqual([opened.status, opened.headers.get('location')], [303, '/account'])
  assert.equal(await isCounted(reader), '1 new notice')
  const aside = await reader.send(await formOf(reader), {})
  assert.equal(aside.headers.get('location'), '/account/notices?done=read')
  assert.equal(await isCounted(reader), undefined)
  assert.match((await reader.get('/account/notices?done=read')).text, /Marked as read\./)
  assert.match(
    (await reader.get('/fr/account/notices')).text,
    /<a href="\/fr\/account">Votre rôle a pris fin/,
  )
})

test('all are marked as read up to the one seen, and one told meanwhile is not missed', async () => {
  const reader = await join()
  await tellOf(reader.personId, 'one')
  await tellOf(reader.personId, 'two')
  const { text } = await reader.get('/account/notices')
  const latest = /name="latest" value="([^"]+)"/.exec(text)?.[1] ?? ''
  await tellOf(reader.personId, 'three', testNow.add({ seconds: 5 }))
  assert.equal((await reader.send('/account/notices/read', { latest })).status, 303)
  assert.equal(await isCounted(reader), '1 new notice')
})

test('another person’s notices are not seen, read or paged to', async () => {
  const [mallory, owner] = [await join(), await join()]
  await tellOf(owner.personId, 'a secret reason')
  const form = await formOf(owner)
  const id = /notices\/([^/]+)\/read/.exec(form)?.[1] ?? ''
  assert.doesNotMatch((await mallory.get('/account/notices')).text, /a secret reason/)
  assert.equal((await mallory.send(form, { open: 'yes' })).status, 404)
  assert.equal((await mallory.send('/account/notices/read', { latest: id })).status, 404)
  assert.doesNotMatch((await mallory.get(`/account/notices?before=${id}`)).text, /a secret reason/)
  assert.equal((await mallory.get('/account/notices?before=nonsense')).status, 404)
  assert.equal(await isCounted(owner), '1 new notice')
})

test('a page holds thirty, older ones follow without one twice, and thirty cost no more queries than one', async () => {
  const reader = await join()
  await tellOf(reader.personId, 'number 1.')
  const queriesOf = async () => {
    const before = house.queries.length
    await reader.get('/account/notices')
    return house.queries.length - before
  }
  const one = await queriesOf()
  // Several of the same moment, so that the moment alone does not say which came last.
  for (let at = 2; at <= 70; at += 1)
    await tellOf(reader.personId, `number ${at}.`, testNow.add({ seconds: at % 4 }))
  assert.equal(await queriesOf(), one)
  const seen: string[] = []
  let path: string | undefined = '/account/notices'
  const sizes: number[] = []
  while (path) {
    const { text }: { text: string } = await reader.get(path)
    const found = [...text.matchAll(/number (\d+)\./g)].map(([, each = '']) => each)
    seen.push(...found)
    sizes.push(found.length)
    path = /rel="next" href="([^"]+)"/.exec(text)?.[1]
  }
  assert.deepEqual(sizes, [30, 30, 10])
  assert.equal(new Set(seen).size, 70)
})

test('very many unread are counted to a hundred', async () => {
  const reader = await join()
  for (let at = 0; at < 101; at += 1) await tellOf(reader.personId, `number ${at}`)
  assert.equal(await isCounted(reader), 'More than 99 new notices')
})

test('the count costs no query of its own', async () => {
  const reader = await join()
  await reader.get('/languages')
  const before = house.queries.length
  await reader.get('/languages')
  // The session, and whether what the house knows has changed: here nobody listens for that.
  assert.equal(house.queries.length - before, 2)
})

test('one chooses how to hear by mail; a choice that is none comes back with what to mend', async () => {
  const reader = await join()
  assert.match((await reader.get('/account/notices')).text, /value="daily" checked/)
  const none = await reader.send('/account/notices/mail', { mail: 'hourly' })
  assert.equal(none.status, 422)
  assert.match(none.text, /href="#mail-choice">Choose one of these/)
  const { status, headers } = await reader.send('/account/notices/mail', { mail: 'never' })
  assert.deepEqual([status, headers.get('location')], [303, '/account/notices?done=mail'])
  assert.match((await reader.get('/account/notices?done=mail')).text, /value="never" checked/)
  assert.equal((await reader.get('/account/notices/mail')).headers.get('location'), '/account/notices')
})

test('a letter’s link changes that choice alone, from any mail program and without signing in', async () => {
  const reader = await join()
  const stranger = openVisitor(house, '192.0.2.250')
  const path = `/account/notices/letters?token=${mailToken(testMail.keyOf, reader.personId)}`
  const page = await stranger.get(path)
  assert.match(page.text, /value="daily" checked/)
  assert.equal(page.headers.get('cache-control'), 'no-store')
  assert.doesNotMatch(page.text, /culture\.example|Sign out/)
  // RFC 8058: no cookie, no Origin of ours, the token in the address.
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
  const origin = { origin: 'https://mail.example' }
  const clicked = await house.get(path, { method: 'POST', body, headers: origin })
  assert.equal(clicked.status, 200)
  assert.equal(await findMailPreference(house.db, reader.personId), 'never')
  await stranger.send('/account/notices/letters', {
    token: mailToken(testMail.keyOf, reader.personId),
    mail: 'daily',
  })
  const parts = new FormData()
  parts.set('List-Unsubscribe', 'One-Click')
  assert.equal((await house.get(path, { method: 'POST', body: parts })).status, 200)
  assert.equal(await findMailPreference(house.db, reader.personId), 'never')
  const token = mailToken(testMail.keyOf, reader.personId)
  const back = await stranger.send('/account/notices/letters', { token, mail: 'at-once' })
  assert.equal((await stranger.get(back.headers.get('location') ?? '')).status, 200)
  assert.equal(await findMailPreference(house.db, reader.personId), 'at-once')
  assert.equal(stranger.cookie, undefined)
  const wrong = await stranger.send('/account/notices/letters', { token, mail: 'hourly' })
  assert.equal(wrong.status, 422)
  for (const bad of ['', 'x', token.slice(0, -1), token.replace(reader.personId, (await join()).personId)]) {
    assert.equal((await stranger.send('/account/notices/letters', { token: bad, mail: 'never' })).status, 410)
    assert.equal((await stranger.get(`/account/notices/letters?token=${bad}`)).status, 410)
  }
  assert.equal(await findMailPreference(house.db, reader.personId), 'at-once')
})

test('from another site nobody who is signed in has anything marked or chosen', async () => {
  const reader = await join()
  await tellOf(reader.personId, 'one')
  const foreign = { origin: 'https://elsewhere.example' }
  assert.equal((await reader.send(await formOf(reader), {}, foreign)).status, 403)
  assert.equal((await reader.send('/account/notices/mail', { mail: 'never' }, foreign)).status, 403)
  assert.equal(await isCounted(reader), '1 new notice')
})

test('words of others in a notice stay text', async () => {
  const reader = await join()
  await tellOf(reader.personId, '<script>alert(1)</script> "quoted" & \u202eturned')
  const { text } = await reader.get('/account/notices')
  assert.doesNotMatch(text, /<script>alert/)
  assert.match(text, /&lt;script&gt;alert/)
})
