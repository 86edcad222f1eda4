import assert from 'node:assert/strict'
import test, { after } from 'node:test'
import { sql } from 'kysely'
import {
  findLetter,
  firstRow,
  later,
  listOutbox,
  openLog,
  openWork,
  rows,
  transact,
  type WholeLetter,
} from '../../platform/index.ts'
import { testDatabase } from '../../platform/database/testing.ts'
import { until } from '../../platform/testing.ts'
import { putPerson } from '../people/queries.ts'
import { houseHeld } from '../../held.ts'
import { applyRetention } from '../privacy/retention/actions.ts'
import { chooseMail, mailNotices, mailToken, readMailToken, readNotice, tell } from './actions.ts'
import { mailingDigests, mailingNotices } from './jobs.ts'
import { mostInLetter } from './model.ts'
import { listNotices, saveAllRead } from './queries.ts'
import { testMail } from './testing.ts'

const database = await testDatabase()
const { db } = database
after(() => database.close())

const now = Temporal.Instant.from('2027-01-15T12:00:00Z')
const day = '2027-01-16'

let count = 0
async function join(language = 'en'): Promise<{ id: string; email: string }> {
  const email = `reader-${(count += 1)}@culture.example`
  const { id } = await transact(db, (tx) => putPerson(tx, { email, language, name: 'Sokha' }))
  return { id, email }
}

const say = (
  personId: string,
  what: string,
  kind: 'test.usual' | 'test.urgent' | 'test.gone' = 'test.usual',
) => transact(db, (tx) => tell(tx, personId, kind, { what }, now))

async function lettersTo(email: string): Promise<WholeLetter[]> {
  const lines = (await listOutbox(db, 1000)).filter(({ to }) => to.address === email)
  const letters = await Promise.all(lines.map(({ id }) => findLetter(db, id)))
  return letters.filter((letter) => letter !== undefined)
}

const subjects = async (email: string) => (await lettersTo(email)).map(({ subject }) => subject)
const mailOf = (personId: string, onDay?: string) =>
  mailNotices(db, testMail, { personId, ...(onDay ? { day: onDay } : {}) }, now)

test('what is usual waits for the digest of the day, which is one letter of all that was not read', async () => {
  const { id, email } = await join()
  for (const what of ['a call', 'an event', 'a visit']) await say(id, what)
  assert.equal(await mailOf(id), false)
  const { notices } = await listNotices(db, id, undefined)
  const visit = notices.find(({ details }) => 'what' in details && details.what === 'a visit')
  await readNotice(db, id, visit?.id ?? '', now)
  assert.equal(await mailOf(id, day), true)
  assert.equal(await mailOf(id, day), false)
  assert.equal(await mailOf(id, '2027-01-17'), false)
  const [letter, ...others] = await lettersTo(email)
  assert.deepEqual(others, [])
  assert.equal(letter?.subject, '2 notices for you')
  assert.match(
    letter?.text ?? '',
    /Told: a call\n\nThis is about a call\.[\s\S]*http:\/\/localhost:3000\/events/,
  )
  assert.match(letter?.text ?? '', /Told: an event/)
  assert.doesNotMatch(letter?.text ?? '', /a visit/)
})

test('what is urgent is mailed now whatever its reader chose, even when it has been read', async () => {
  const { id, email } = await join()
  await chooseMail(db, id, 'never')
  await say(id, 'the usual')
  await say(id, 'a lost key', 'test.urgent')
  const { notices } = await listNotices(db, id, undefined)
  // Whoever stole a session could otherwise read the warning away.
  for (const notice of notices) await readNotice(db, id, notice.id, now)
  assert.equal(await mailOf(id), true)
  const [letter] = await lettersTo(email)
  assert.equal(letter?.subject, 'Urgent: a lost key')
  assert.match(
    letter?.text ?? '',
    /^Look at a lost key\.\n\nRead more here:\n\nhttp:\/\/localhost:3000\/account\n/,
  )
  assert.match(letter?.text ?? '', /We always write this at once/)
  assert.deepEqual(letter?.headers, {})
  assert.equal(await mailOf(id, day), false)
})

test('who wants it at once gets it at once, and who wants nothing gets nothing', async () => {
  const [eager, quiet] = [await join(), await join()]
  await say(eager.id, 'the first')
  await chooseMail(db, eager.id, 'at-once')
  await chooseMail(db, quiet.id, 'never')
  await say(quiet.id, 'the first')
  assert.deepEqual(
    [await mailOf(eager.id), await mailOf(quiet.id), await mailOf(quiet.id, day)],
    [true, false, false],
  )
  await say(eager.id, 'the second')
  await mailOf(eager.id)
  assert.deepEqual(await subjects(eager.email), ['Told: the second', 'Told: the first'])
  assert.deepEqual(await subjects(quiet.email), [])
})

test('a letter is in the language of its reader and can be stopped by one click (RFC 8058)', async () => {
  const { id, email } = await join('fr')
  for (const what of ['un appel', 'une visite']) await say(id, what)
  await mailOf(id, day)
  const [letter] = await lettersTo(email)
  assert.equal(letter?.language, 'fr')
  assert.equal(letter?.subject, '2 avis pour vous')
  const address = `http://localhost:3000/fr/account/notices/letters?token=${mailToken(testMail.keyOf, id)}`
  assert.deepEqual(letter?.headers, {
    'List-Unsubscribe': `<${address}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  })
  assert.ok(letter?.text.endsWith(`\n\n${address}`))
})

test('a token is of one person and none that was changed is any good', async () => {
  const [mine, theirs] = [(await join()).id, (await join()).id]
  const token = mailToken(testMail.keyOf, mine)
  assert.equal(readMailToken(testMail.keyOf, token), mine)
  const others = [
    token.replace(mine, theirs),
    token.slice(0, -1),
    `${token}x`,
    mine,
    `${mine}.`,
    '',
    'x.y',
    `ü${token}`,
  ]
  for (const other of others) assert.equal(readMailToken(testMail.keyOf, other), undefined, other)
})

test('a long digest says how many more there are, and leaves none for tomorrow', async () => {
  const { id, email } = await join()
  for (let at = 0; at < mostInLetter + 3; at += 1) await say(id, `number ${at}`)
  await mailOf(id, day)
  const [letter] = await lettersTo(email)
  assert.equal(letter?.subject, '53 notices for you')
  assert.equal(letter?.text.match(/Told: number/g)?.length, mostInLetter)
  assert.match(letter?.text ?? '', /And 3 more\./)
  assert.equal(await mailOf(id, '2027-01-17'), false)
})

test('a notice of a room that is gone is a plain line in a letter', async () => {
  const { id, email } = await join()
  await say(id, 'nobody knows', 'test.gone')
  assert.equal(await mailOf(id, day), true)
  assert.deepEqual(await subjects(email), ['A notice from a part of this house that is gone'])
})

test('people of a demonstration get no letters where there is none', async () => {
  const { id, email } = await join()
  await sql`update community.person set demonstration = true where id = ${id}::uuid`.execute(db)
  await say(id, 'a key', 'test.urgent')
  assert.equal(await mailOf(id), false)
  assert.equal(await mailNotices(db, { ...testMail, demonstration: true }, { personId: id }, now), true)
  assert.equal((await lettersTo(email)).length, 1)
})

test('a letter that could not be written leaves what it told to the next', async () => {
  const { id, email } = await join()
  await say(id, 'a call')
  const broken = { ...testMail, publicUrl: 'http://localhost:3000', keyOf: () => '\0'.repeat(3) }
  const failing = {
    ...broken,
    notices: {
      urgent: [],
      find: () => {
        throw new Error('words fail')
      },
    },
  }
  await assert.rejects(mailNotices(db, failing, { personId: id, day }, now), /words fail/)
  assert.deepEqual(await subjects(email), [])
  assert.equal(await mailOf(id, day), true)
  assert.deepEqual(await subjects(email), ['Told: a call'])
})

test('two workers at once, and every job done again, mail each notice once', async () => {
  const people = await Promise.all(Array.from({ length: 12 }, () => join()))
  for (const { id } of people) {
    await say(id, 'one')
    await say(id, 'two')
    await say(id, 'danger', 'test.urgent')
  }
  const clock = () => now
  const handlers = {
    'community.mailNotices': mailingNotices(testMail, clock),
    'community.mailDigests': mailingDigests(clock),
  }
  const pace = { places: 3, lookSeconds: 0.5, cronSeconds: 30 }
  const log = openLog({ level: 'silent' })
  // The embedded database is one process's own, and so one worker's.
  const workers = (database.kind === 'embedded' ? [1] : [1, 2]).map(() =>
    openWork(database, log, { handlers }, pace),
  )
  const isIdle = async () => {
    const waiting = await firstRow(
      db,
      sql`select 1 as waiting from jobs.job where state <> 'completed' and data->>'name' like 'community.mail%' limit 1`,
    )
    return waiting === undefined
  }
  const digest = () => transact(db, (tx) => later(tx, 'community.mailDigests', {}))
  for (let at = 0; at < 4; at += 1) await digest()
  for (const worker of workers) await worker.start()
  try {
    await until(isIdle)
    // As after a crash: what was done is asked for again, of that day.
    for (const { id } of people)
      await transact(db, (tx) => later(tx, 'community.mailNotices', { personId: id, day: '2027-01-15' }))
    await digest()
    await until(isIdle)
  } finally {
    for (const worker of workers) await worker.stop(5)
  }
  for (const { id, email } of people) {
    const letters = await lettersTo(email)
    const all = letters.map(({ text, subject }) => `${subject}\n${text}`).join('\n')
    for (const title of ['Told: one', 'Told: two', 'Urgent: danger'])
      assert.equal(all.split(title).length - 1, 1, `${email}: ${title}`)
    const left = await rows(
      db,
      sql`select 1 from community.notice where person_id = ${id}::uuid and mailed_at is null`,
    )
    assert.deepEqual(left, [])
  }
})

test('what was read is kept half a year, anything two years, and the work of the night clears it away', async () => {
  const { id } = await join()
  const told = (at: string, what: string) =>
    transact(db, (tx) => tell(tx, id, 'test.usual', { what }, Temporal.Instant.from(at)))
  await told('2025-01-01T00:00:00Z', 'old')
  await told('2026-12-01T00:00:00Z', 'read')
  const [read] = (await listNotices(db, id, undefined)).notices
  await readNotice(db, id, read?.id ?? '', Temporal.Instant.from('2026-12-02T00:00:00Z'))
  await told('2026-12-03T00:00:00Z', 'unread')
  const left = async () =>
    (await listNotices(db, id, undefined)).notices.map(({ details }) => 'what' in details && details.what)
  assert.deepEqual(await left(), ['unread', 'read', 'old'])
  await applyRetention(db, houseHeld, Temporal.Instant.from('2026-12-31T00:00:00Z'))
  assert.deepEqual(await left(), ['unread', 'read', 'old'])
  await applyRetention(db, houseHeld, Temporal.Instant.from('2027-05-31T00:00:00Z'))
  assert.deepEqual(await left(), ['unread'])
})

test('all that was told up to a notice is read at once, and nothing of anybody else’s', async () => {
  const [mine, theirs] = [await join(), await join()]
  await say(mine.id, 'mine')
  await say(theirs.id, 'theirs')
  const [notice] = (await listNotices(db, mine.id, undefined)).notices
  assert.equal(await transact(db, (tx) => saveAllRead(tx, theirs.id, notice?.id ?? '', now)), false)
  assert.equal(await transact(db, (tx) => saveAllRead(tx, mine.id, notice?.id ?? '', now)), true)
  const isRead = async (id: string) =>
    (await listNotices(db, id, undefined)).notices.map((each) => each.isRead)
  assert.deepEqual([await isRead(mine.id), await isRead(theirs.id)], [[true], [false]])
})

test('of many who write the letter of a day at the same time one does', async () => {
  const { id, email } = await join()
  for (const what of ['one', 'two', 'three']) await say(id, what)
  const answers = await Promise.all(Array.from({ length: 6 }, () => mailOf(id, day)))
  assert.equal(answers.filter(Boolean).length, 1)
  assert.deepEqual(await subjects(email), ['3 notices for you'])
})
