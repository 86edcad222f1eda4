import assert from 'node:assert/strict'
import { setTimeout } from 'node:timers/promises'
import test, { after, beforeEach } from 'node:test'
import { sql } from 'kysely'
import { transact } from '../database/index.ts'
import { rows } from '../database/rows.ts'
import { testDatabase } from '../database/testing.ts'
import type { Work } from '../jobs/names.ts'
import { openWork } from '../jobs/worker.ts'
import { openLog } from '../log.ts'
import { keptLog, until } from '../testing.ts'
import { countWaiting, findLetter, listOutbox, listTroubledLetters, sendAgain } from './ledger.ts'
import { isMailAddress, type Letter, sendLater } from './letters.ts'
import { openRelay } from './relay.ts'
import { minutesUntilNext, senderTo } from './send.ts'
import { openTestRelay } from './testing.ts'

const database = await testDatabase()
const { db } = database
const relayServer = await openTestRelay()
const from = 'Portal <post@portal.example>'
const patience = { connectSeconds: 2, replySeconds: 0.4 }
const relay = openRelay(relayServer.url, from, patience)
const send = senderTo(relay)
const log = openLog({ level: 'silent' })

after(async () => {
  relay.close()
  await relayServer.close()
  await database.close()
})
beforeEach(async () => {
  relayServer.received.length = 0
  await sql`truncate platform.letter`.execute(db)
})

const never = new AbortController().signal
const work: Work = {
  id: '',
  attempt: 1,
  db,
  log,
  signal: never,
  stopping: never,
  progress: async () => undefined,
}

const letterTo = (address: string, more: Partial<Letter> = {}): Letter => ({
  to: { address },
  kind: 'test.letter',
  reference: address,
  urgency: 'soon',
  language: 'en',
  subject: 'A word',
  text: 'Good day.\n',
  ...more,
})
const write = (letters: Letter | Letter[]) => transact(db, (tx) => sendLater(tx, letters))
const states = async () =>
  (await listOutbox(db))
    .map((line) => [line.reference, line.state, line.attempts])
    .sort(([one], [other]) => String(one).localeCompare(String(other)))
const receivers = () => relayServer.received.map(({ to }) => to)

test('a letter is sent once, though it is written twice and two are sending', async () => {
  assert.equal(await write([letterTo('lan@example.org'), letterTo('anna@example.org')]), 2)
  assert.equal(await write([letterTo('lan@example.org', { subject: 'Again' })]), 0)
  const rolledBack = transact(db, async (tx) => {
    await sendLater(tx, letterTo('nobody@example.org'))
    throw new Error('no')
  })
  await assert.rejects(rolledBack, /no/)
  assert.equal(await countWaiting(db), 2)

  const other = openRelay(relayServer.url, from, patience)
  await Promise.all([send(work), senderTo(other)(work)])
  other.close()
  assert.deepEqual(receivers().sort(), ['anna@example.org', 'lan@example.org'])
  await send(work)
  assert.equal(relayServer.received.length, 2)
  const [line] = await listOutbox(db)
  assert.deepEqual([line?.state, line?.attempts, line?.lastReply?.slice(0, 3)], ['sent', 1, '250'])
})

test('what arrives is the letter: names, languages, both texts and a lasting id', async () => {
  await write(
    letterTo('lan@example.org', {
      to: { address: 'lan@example.org', name: 'Nguyễn, Lan' },
      language: 'vi',
      subject: 'Hạn chót đang đến gần',
      html: '<p>Xin chào</p>',
      headers: { 'List-Unsubscribe': '<https://portal.example/u/1>' },
    }),
  )
  await send(work)
  const { from: sender, message = '' } = relayServer.received[0] ?? {}
  const [line] = await listOutbox(db)
  assert.equal(sender, 'post@portal.example')
  const head = message.slice(0, message.indexOf('\r\n\r\n')).replace(/\r\n\s+/g, ' ')
  for (const wanted of [
    /^From: Portal <post@portal\.example>$/m,
    /^To: =\?UTF-8\?\S+ <lan@example\.org>$/m,
    /^Subject: =\?UTF-8\?/m,
    /^Content-Language: vi$/m,
    /^Auto-Submitted: auto-generated$/m,
    /^List-Unsubscribe: <https:\/\/portal\.example\/u\/1>$/m,
    new RegExp(`^Message-ID: <${line?.id}@portal\\.example>$`, 'm'),
  ]) {
    assert.match(head, wanted)
  }
  assert.match(message, /text\/plain[^]+Good day\.[^]+text\/html/)
  const whole = await findLetter(db, line?.id ?? '')
  assert.deepEqual([whole?.subject, whole?.html], ['Hạn chót đang đến gần', '<p>Xin chào</p>'])
  assert.equal(await findLetter(db, 'nothing'), undefined)
})

test('whatever a name, a subject or a header holds, it makes no header of its own', async () => {
  const evil = 'x\r\nBcc: spy@example.org\r\n\r\nbody\u2028Bcc: spy@example.org'
  await write(
    letterTo('lan@example.org', {
      to: { address: 'lan@example.org', name: evil },
      subject: evil,
      headers: { 'X-Word': evil },
    }),
  )
  await send(work)
  const message = relayServer.received[0]?.message ?? ''
  const head = message.slice(0, message.indexOf('\r\n\r\n'))
  assert.doesNotMatch(head, /^(Bcc|body)/im)
  assert.match(message, /\r\n\r\nGood day\.\r\n$/)
  for (const header of ['Bcc', 'to', 'X\r\nBcc', 'Content-Type', '']) {
    await assert.rejects(write(letterTo('lan2@example.org', { headers: { [header]: 'x' } })), /header/)
  }
  const refused = [
    'a@b, c@d',
    'a@b\r\nBcc: c@d',
    'a b@c',
    '<a@b>',
    'a@',
    '@b',
    'a@b@c',
    'a..b@c',
    `a@${'b'.repeat(260)}`,
  ]
  for (const address of refused) {
    assert.equal(isMailAddress(address), false, address)
    await assert.rejects(write(letterTo(address)), /no address/)
  }
  assert.deepEqual(['lan@example.org', 'o’neill+x@münchen.example'].map(isMailAddress), [true, true])
})

test('not now is tried later, never is failed with the words of the relay, and neither stops the others', async () => {
  await write(['later@x.org', 'full@x.org', 'gone@x.org', 'lan@x.org'].map((address) => letterTo(address)))
  await send(work)
  assert.deepEqual(await states(), [
    ['full@x.org', 'waiting', 1],
    ['gone@x.org', 'failed', 1],
    ['lan@x.org', 'sent', 1],
    ['later@x.org', 'waiting', 1],
  ])
  const [failed, ...others] = await listTroubledLetters(db)
  assert.equal(others.length, 0)
  assert.match(failed?.lastReply ?? '', /^550 No such person here/)

  // Its time has not come.
  await send(work)
  assert.deepEqual((await states()).at(-1), ['later@x.org', 'waiting', 1])
  await sql`update platform.letter set try_at = now() where to_address = 'later@x.org'`.execute(db)
  await send(work)
  assert.deepEqual((await states()).at(-1), ['later@x.org', 'waiting', 2])
  const waits = Array.from({ length: 27 }, (_, at) => minutesUntilNext(at + 1))
  assert.deepEqual(waits.slice(0, 7), [1, 3, 9, 27, 81, 240, 240])
  assert.ok(waits.reduce((sum, minutes) => sum + minutes) / 60 / 24 > 3.5)
  await sql`update platform.letter set try_at = now(), attempts = 27 where to_address = 'later@x.org'`.execute(
    db,
  )
  await send(work)
  assert.deepEqual((await states()).at(-1), ['later@x.org', 'failed', 28])
})

test('where the line breaks decides: before the letter was whole it waits, after it nobody knows', async () => {
  await write(['early@x.org', 'cut@x.org', 'stall@x.org'].map((address) => letterTo(address)))
  await send(work)
  assert.deepEqual(await states(), [
    ['cut@x.org', 'unknown', 1],
    ['early@x.org', 'waiting', 1],
    ['stall@x.org', 'unknown', 1],
  ])
  // However often it is looked at, it is not sent again by itself.
  await send(work)
  assert.deepEqual(receivers().sort(), ['cut@x.org', 'stall@x.org'])

  const [line] = (await listTroubledLetters(db)).filter(({ reference }) => reference === 'cut@x.org')
  assert.equal(await transact(db, (tx) => sendAgain(tx, line?.id ?? '')), true)
  assert.deepEqual((await states())[0], ['cut@x.org', 'waiting', 0])
})

test('a relay that closes gives the others a rest', async () => {
  const waiting = Array.from({ length: 12 }, (_, at) => letterTo(`closing${at}@x.org`))
  await write(waiting)
  await send(work)
  const tried = (await states()).filter(([, , attempts]) => attempts === 1)
  assert.ok(tried.length <= 4, `${tried.length}`)
  assert.equal(await countWaiting(db), 12)
})

test('without a relay to reach, letters wait unharmed, and go when it is back', async () => {
  const gone = await openTestRelay()
  await gone.close()
  const away = openRelay(gone.url, from, patience)
  const { log, lines } = keptLog('warn')
  await write([letterTo('lan@x.org'), letterTo('anna@x.org')])
  await senderTo(away)({ ...work, log })
  assert.deepEqual(await states(), [
    ['anna@x.org', 'waiting', 0],
    ['lan@x.org', 'waiting', 0],
  ])
  assert.match(String(lines[0]?.['msg']), /the relay takes no letters now/)

  const back = await openTestRelay(gone.port)
  await senderTo(away)(work)
  assert.equal(back.received.length, 2)
  away.close()
  await back.close()
})

test('who waits at the door is served before a mailing, also one that is under way', async () => {
  const mailing = Array.from({ length: 20 }, (_, at) => letterTo(`slow${at}@x.org`, { urgency: 'bulk' }))
  await write(mailing)
  const sending = send(work)
  await until(() => relayServer.received.length > 0)
  await write([letterTo('soon@x.org'), letterTo('door@x.org', { urgency: 'now' })])
  await send(work)
  await sending
  const order = receivers()
  assert.equal(order.length, 22)
  const [door, soon] = [order.indexOf('door@x.org'), order.indexOf('soon@x.org')]
  assert.ok(door < 12 && soon < 13, `${door}, ${soon}`)
})

test('a letter in the hands of a process that died is listed as unknown and never sent by itself', async () => {
  await write([letterTo('lost@x.org'), letterTo('lan@x.org')])
  const ages = sql`update platform.letter set state = 'sending', sending_at = now() - interval '16 minutes'
    where to_address = 'lost@x.org'`
  await ages.execute(db)
  await send(work)
  assert.deepEqual(receivers(), ['lan@x.org'])
  const [unknown] = await listTroubledLetters(db)
  assert.deepEqual([unknown?.reference, unknown?.state], ['lost@x.org', 'unknown'])
})

test('a letter that is of no use any more is not sent', async () => {
  const past = Temporal.Now.instant().subtract({ seconds: 1 })
  await write([
    letterTo('old@x.org', { until: past }),
    letterTo('new@x.org', { until: past.add({ hours: 1 }) }),
  ])
  await send(work)
  assert.deepEqual(await states(), [
    ['new@x.org', 'sent', 1],
    ['old@x.org', 'failed', 0],
  ])
})

test('a worker sends what is written at once; without a relay it waits', async () => {
  await database.run('delete from jobs.job')
  const pace = { places: 2, lookSeconds: 5, cronSeconds: 30 }
  const poor = openWork(database, log, {}, pace)
  await poor.start()
  await write(letterTo('lan@x.org'))
  await until(async () => {
    const left = await rows(db, sql`select 1 from jobs.job where state < 'completed' and name = 'house'`)
    return left.length === 0
  })
  await poor.stop(2)
  assert.equal(await countWaiting(db), 1)

  const rich = openWork(database, log, { relay: openRelay(relayServer.url, from, patience) }, pace)
  await rich.start()
  await write(letterTo('anna@x.org'))
  await until(async () => (await countWaiting(db)) === 0)
  await setTimeout(20)
  await rich.stop(2)
  assert.deepEqual(receivers().sort(), ['anna@x.org', 'lan@x.org'])
})
